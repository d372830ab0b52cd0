// A function that changes the level and does not say so, where others do.
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"CodeQL:IrqlFunctionNotAnnotated"};

constexpr RuleInfo kInfo{
    .id = "ANNO406",
    .name = "IrqlChangeUndeclared",
    .title = "A function changes the IRQL and has no annotation that says so",
    .severity = Severity::Note,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(irqlint follows a lock wrapper into its body, whatever its annotations. Readers, and tools that look at
one function at a time, do not: to them a wrapper without `_IRQL_raises_`, `_IRQL_saves_` or `_IRQL_restores_` leaves the
level alone. This is advice, given only where the function has other annotations on the level, or stands in one file
with functions that declare such a change.

Wrong:

```c
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID LockQueue(PQUEUE Queue)
{
    KeAcquireSpinLock(&Queue->Lock, &Queue->OldIrql);
}
```

Right:

```c
_IRQL_requires_max_(DISPATCH_LEVEL)
_IRQL_raises_(DISPATCH_LEVEL)
VOID LockQueue(_At_(Queue->OldIrql, _IRQL_saves_) PQUEUE Queue)
{
    KeAcquireSpinLock(&Queue->Lock, &Queue->OldIrql);
}
```

To fix it, add the annotation to the declaration that callers include.

Nothing fails because of it; Driver Verifier with *Force IRQL Checking* shows a caller that did not know.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const UndeclaredChange& change : analyzed.undeclaredChanges()) {
    const FunctionSummary& function = program[change.function].summary;
    Finding finding;
    finding.severity = Severity::Note;
    finding.location = program.locate(function.location);
    finding.arguments = {function.name, irqlName(change.entry), irqlName(change.exit)};
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' returns at {2} when entered at {1}, but none of its annotations says so.";
    finding.help = change.exit > change.entry ? "declare it with _IRQL_raises_ and, if it keeps the level, _IRQL_saves_"
                                              : "declare it with _IRQL_restores_ or _IRQL_raises_";
    finding.fingerprint = function.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
