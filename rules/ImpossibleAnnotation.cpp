// Annotations that no call can satisfy.
#include <algorithm>

#include "analyzer/ddi/AnnotationContract.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "ANNO404",
    .name = "ImpossibleAnnotation",
    .title = "The IRQL annotations of a function cannot be satisfied",
    .severity = Severity::Warning,
    .precision = Precision::VeryHigh,
    .help =
        R"(A function whose least level is above its highest one can be called nowhere; one that raises the IRQL does
not leave it as it was. Tools drop such annotations or believe half of
them, so the function goes unchecked.

Wrong:

```c
_IRQL_requires_min_(DISPATCH_LEVEL)
_IRQL_requires_max_(APC_LEVEL)
VOID Refresh(PDEVICE_EXTENSION Extension);
```

Right:

```c
_IRQL_requires_max_(APC_LEVEL)
VOID Refresh(PDEVICE_EXTENSION Extension);
```

To fix it, state the levels at which the function is really called, which `irqlint irql Refresh` shows; `_IRQL_raises_`
and `_IRQL_requires_same_` exclude each other.

Nothing fails because of it by itself; Driver Verifier with *Force IRQL Checking* shows at which level the function
really runs.)",
};

struct Contradiction {
  std::string id;
  std::string message;
  std::vector<std::string> arguments;
};

// The strictest bounds and what they leave.
std::optional<Contradiction> emptyRange(const std::vector<Annotation>& annotations) {
  std::optional<Irql> minimum;
  std::optional<Irql> maximum;
  for (const Annotation& annotation : annotations) {
    const auto bound = boundOf(annotation);
    if (!bound) continue;
    if (bound->kind != DeclaredBound::Kind::Minimum) maximum = std::min(maximum.value_or(bound->level), bound->level);
    if (bound->kind != DeclaredBound::Kind::Maximum) minimum = std::max(minimum.value_or(bound->level), bound->level);
  }
  if (!minimum || !maximum || *minimum <= *maximum) return std::nullopt;
  return Contradiction{"range",
                       "'{0}' is to be called at {1} or above and at {2} or below, which no caller can do.",
                       {irqlName(*minimum), irqlName(*maximum)}};
}

// It says both that it returns at the level of its entry and that it changes the level, whatever its arguments.
std::optional<Contradiction> sameAndRaised(const Contract& contract) {
  const auto* raised = contract.terms.raises ? std::get_if<Irql>(&contract.terms.raises->value) : nullptr;
  if (raised == nullptr) return std::nullopt;
  if (contract.mustReturnAtEntryLevel && contract.terms.minimum.value_or(kPassiveLevel) < *raised) {
    return Contradiction{"same", "'{0}' is to return at the level it is called at, and at {1}.", {irqlName(*raised)}};
  }
  return std::nullopt;
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const Function& function : program.functions) {
    const FunctionSummary& summary = function.summary;
    if (!function.isDefined() || summary.isForeign) continue;
    auto found = emptyRange(summary.annotations);
    if (!found && function.contractIsDeclared) found = sameAndRaised(*function.contract);
    if (!found) continue;
    Finding finding;
    finding.location = program.locate(summary.location);
    finding.arguments = {summary.name};
    finding.arguments.insert(finding.arguments.end(), found->arguments.begin(), found->arguments.end());
    finding.messageId = found->id;
    finding.messageTemplate = found->message;
    finding.help = "state the levels at which '" + summary.name + "' is called";
    finding.fingerprint = summary.identity + "|" + found->id;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
