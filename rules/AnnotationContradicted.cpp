// A function whose body cannot bear the levels that its annotation promises.
#include <algorithm>

#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28118"};

constexpr RuleInfo kInfo{
    .id = "ANNO402",
    .name = "AnnotationContradicted",
    .title = "A function's IRQL annotation contradicts its body",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(An annotation such as `_IRQL_requires_max_(DISPATCH_LEVEL)` invites callers to call the function at that
level. If the function lies in a pageable section, or its first statements do what is allowed only lower, the invitation
is wrong: the next caller who believes it brings the system down.

Wrong:

```c
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID Refresh(PDEVICE_EXTENSION Extension)
{
    PAGED_CODE();                          // APC_LEVEL at most
    ReadLimits(Extension);
}
```

Right:

```c
_IRQL_requires_max_(PASSIVE_LEVEL)
VOID Refresh(PDEVICE_EXTENSION Extension)
{
    PAGED_CODE();
    ReadLimits(Extension);
}
```

To fix it, annotate the level that the body can bear, and look at the callers: `irqlint irql Refresh` shows their levels.

Nothing fails until somebody calls the function as its annotation allows; Driver Verifier with *Force IRQL Checking*
shows it then.)",
};

// Declared by its own annotations, for every call, and not reported as an entry point of that level.
bool isCandidate(const Program& program, FunctionRef ref) {
  const Function& function = program[ref];
  if (!function.isDefined() || function.summary.isForeign || !function.contractIsDeclared) return false;
  if (!function.summary.roles.empty() || !function.contract->terms.maximum) return false;
  if (std::ranges::any_of(function.contract->conditions, [](const auto& c) { return c.replacesMaximum; })) return false;
  return std::ranges::none_of(program.entryPoints, [&](const EntryPoint& entry) { return entry.function == ref; });
}

// Above DISPATCH_LEVEL a number stands for some device's level, of which two cannot be compared.
bool isBelow(std::optional<Irql> level, Irql other) { return level && *level < other && *level <= kDispatchLevel; }

Finding findingFor(const Program& program, const FunctionSummary& function, Irql declared) {
  Finding finding;
  finding.location = program.locate(function.location);
  finding.arguments = {function.name, irqlName(declared)};
  finding.fingerprint = function.identity;
  return finding;
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionRef ref(i);
    if (!isCandidate(program, ref)) continue;
    const FunctionSummary& function = program[ref].summary;
    const Irql declared = *program[ref].contract->terms.maximum;
    const std::vector<PagedAssertion> assertions = analyzed.pagedAssertions(ref);
    const bool isLocked = std::ranges::any_of(assertions, [](const PagedAssertion& use) { return use.locks; });
    if (declared >= kDispatchLevel && !isLocked && program.isPageable(function)) {
      Finding finding = findingFor(program, function, declared);
      addSectionPlacement(analyzed, ref, finding);
      finding.codeFlow.clear();  // nothing flows here
      finding.messageId = "section";
      finding.messageTemplate = "'{0}' is declared for {1} but is in the [pageable section](1) '{2}'.";
      finding.arguments.push_back(function.section.name);
      finding.help = "declare APC_LEVEL or PASSIVE_LEVEL, or keep '" + function.name + "' resident";
      sink.report(std::move(finding));
      continue;
    }
    const std::vector<EntryDemand> demands = analyzed.entryDemands(ref);
    const auto broken = std::ranges::find_if(demands, [&](const EntryDemand& demand) {
      return isBelow(demand.maximum, declared) || (demand.minimum && isBelow(declared, *demand.minimum));
    });
    if (broken == demands.end()) continue;
    const bool isTooHigh = isBelow(broken->maximum, declared);
    Finding finding = findingFor(program, function, declared);
    finding.location = program.locate(broken->location);
    finding.relatedLocations.push_back({program.locate(function.location), "'" + function.name + "' is defined here"});
    finding.messageId = isTooHigh ? "maximum" : "minimum";
    finding.messageTemplate = "['{0}'](1) is declared for up to {1} but always calls '{2}' here, which ";
    finding.messageTemplate += isTooHigh ? "allows {3} at most." : "needs {3} at least.";
    finding.arguments.push_back(broken->name);
    finding.arguments.push_back(irqlName(isTooHigh ? *broken->maximum : *broken->minimum));
    finding.help = "declare the level that the body of '" + function.name + "' can bear";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
