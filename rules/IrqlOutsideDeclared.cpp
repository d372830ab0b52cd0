// The level leaves the bounds that a function declares for all of its body.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28124", "C28150", "CodeQL:IrqlSetTooHigh", "CodeQL:IrqlSetTooLow"};

constexpr RuleInfo kInfo{
    .id = "IRQL113",
    .name = "IrqlOutsideDeclared",
    .title = "The IRQL leaves the bounds that a function declares for its body",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(`_IRQL_always_function_max_(L)` says more than `_IRQL_requires_max_(L)`: not only is the function called
at L or below, the level stays there until it returns. It is the annotation of code that is pageable, or that hands out
what must not be touched at DISPATCH_LEVEL. `_IRQL_always_function_min_(L)` says the same of the other end: whoever holds
a lock relies on it. A function that raises above its maximum or lowers below its minimum, itself or by what it
calls, breaks what others were promised.

Wrong:

```c
_IRQL_always_function_max_(APC_LEVEL)
VOID Refresh(PDEVICE_EXTENSION Extension)
{
    KIRQL OldIrql;

    KeAcquireSpinLock(&Extension->Lock, &OldIrql);     // DISPATCH_LEVEL
    ...
```

Right, with a lock that stays within the bounds:

```c
_IRQL_always_function_max_(APC_LEVEL)
VOID Refresh(PDEVICE_EXTENSION Extension)
{
    ExAcquireFastMutex(&Extension->Mutex);             // APC_LEVEL
    ...
```

To fix it, keep the level within the bounds, or declare what callers really have to obey: `_IRQL_requires_max_` speaks of
the entry only.

Nothing fails by itself; Driver Verifier with *Force IRQL Checking* shows what is touched at the wrong level.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::OutsideDeclared; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const BreachGroup& group : onePerPlace(analyzed.breaches(isMine))) {
    const Breach& breach = *group.breach;
    const FunctionSummary& function = analyzed.program()[analyzed.functionOf(breach.context)].summary;
    const bool isAbove = breach.level > breach.required;
    Finding finding = breachFinding(analyzed, group, "'" + breach.callee + "' moves the level");
    finding.relatedLocations.push_back({analyzed.program().locate(function.location), "the bounds are declared here"});
    const std::string link = "](" + std::to_string(finding.relatedLocations.size()) + ")";
    finding.arguments = {function.name, irqlName(breach.required), breach.callee, irqlName(breach.level)};
    finding.messageId = isAbove ? "above" : "below";
    finding.messageTemplate = "'{0}' is [declared" + link + " never to run " + (isAbove ? "above" : "below") +
                              " {1}, but '{2}' brings the level to {3} here.";
    finding.help = isAbove ? "stay at the declared level, or declare the entry only with _IRQL_requires_max_"
                           : "stay at the declared level, or declare the entry only with _IRQL_requires_min_";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
