// A function that is declared as two kinds of callback that cannot be one.
#include <optional>

#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28177", "C28268", "CodeQL:InvalidFunctionClassTypedef",
                                              "CodeQL:MultipleFunctionClassAnnotations"};

constexpr RuleInfo kInfo{
    .id = "ANNO408",
    .name = "ContradictoryRoles",
    .title = "A function is declared with roles that contradict each other",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help =
        R"(A callback's function type, or `_Function_class_`, says what the function is for and at which IRQL the system
enters it. Where two declarations, or a declaration and the class of its type, name roles that are entered at different
levels, the body can be right for one of them only, and tools check it against either or both.

Wrong:

```c
IO_WORKITEM_ROUTINE OnTimer;              // PASSIVE_LEVEL

_Function_class_(KDEFERRED_ROUTINE)       // DISPATCH_LEVEL
VOID OnTimer(PVOID First, PVOID Second, PVOID Third, PVOID Fourth)
```

Right:

```c
KDEFERRED_ROUTINE OnTimer;

_Use_decl_annotations_
VOID OnTimer(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)
```

To fix it, keep the role that the function is registered for. What really serves two roles is best split in two functions
that call a third.

Nothing fails because of it at run time; Driver Verifier with *Force IRQL Checking* shows at which level the function
really runs.)",
};

// The levels at which the system enters a callback; none if nothing is known of them for certain.
std::optional<std::pair<Irql, Irql>> levelsOf(const Contract& role) {
  if (!role.isCallback || !role.terms.maximum || role.confidence == ContractConfidence::Inferred) return std::nullopt;
  return std::pair(role.terms.minimum.value_or(kPassiveLevel), *role.terms.maximum);
}

// The first two roles that are entered at different levels; a narrower one may specialise the other.
std::optional<std::pair<std::string, std::string>> contradiction(const Program& program,
                                                                 const std::vector<std::string>& roles) {
  for (std::size_t i = 0; i < roles.size(); ++i) {
    const Contract* first = program.ddi().contract(roles[i]);
    const auto levels = first != nullptr ? levelsOf(*first) : std::nullopt;
    if (!levels) continue;
    for (std::size_t j = i + 1; j < roles.size(); ++j) {
      const Contract* second = program.ddi().contract(roles[j]);
      const auto others = second != nullptr ? levelsOf(*second) : std::nullopt;
      if (others && (levels->second < others->first || others->second < levels->first)) {
        return std::pair(roles[i], roles[j]);
      }
    }
  }
  return std::nullopt;
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const Function& function : program.functions) {
    const FunctionSummary& summary = function.summary;
    if (summary.isForeign || summary.roles.size() < 2) continue;
    const auto roles = contradiction(program, summary.roles);
    if (!roles) continue;
    const auto levels = [&](const std::string& role) {
      const auto [low, high] = *levelsOf(*program.ddi().contract(role));
      return low == high ? irqlName(low) : irqlName(low) + ".." + irqlName(high);
    };
    Finding finding;
    finding.location = program.locate(summary.location);
    finding.arguments = {summary.name, roles->first, levels(roles->first), roles->second, levels(roles->second)};
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' is declared as '{1}', entered at {2}, and as '{3}', entered at {4}.";
    finding.help = "keep the role that '" + summary.name + "' is registered for";
    finding.fingerprint = summary.identity + "|" + roles->first + "|" + roles->second;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
