// Processor state that is saved at one level and restored at another.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28111", "CodeQL:IrqlFloatStateMismatch"};

constexpr RuleInfo kInfo{
    .id = "IRQL111",
    .name = "FloatStateMismatch",
    .title = "Processor state is restored at another IRQL than the one it was saved at",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(A driver that uses floating-point or vector registers saves what they hold before and restores it after.
Where the system keeps the state depends on the level: below DISPATCH_LEVEL with the thread, at DISPATCH_LEVEL with the
processor. A restore at another level than the save puts back the state of somebody else, and a program goes on with
wrong numbers.

Wrong:

```c
KeSaveFloatingPointState(&FloatSave);
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
Extension->Mean = Extension->Sum / 3.0;
KeRestoreFloatingPointState(&FloatSave);           // saved at PASSIVE_LEVEL, restored at DISPATCH_LEVEL
KeReleaseSpinLock(&Extension->Lock, OldIrql);
```

Right:

```c
KeSaveFloatingPointState(&FloatSave);
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
Extension->Mean = Extension->Sum / 3.0;
KeReleaseSpinLock(&Extension->Lock, OldIrql);
KeRestoreFloatingPointState(&FloatSave);
```

To fix it, put save and restore on the same side of every raise and lower: take the lock after the save and release it
before the restore, or the other way round.

To see it happen, run programs that compute with these registers on all processors beside the driver, and compare what
they get; Driver Verifier itself has no check for it.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::StateLevel; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const BreachGroup& group : onePerPlace(analyzed.breaches(isMine))) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(analyzed, group, "calls '" + breach.callee + "'");
    finding.arguments = {breach.callee, levelsText(group), irqlName(breach.required)};
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' restores at {1} what was saved at {2}.";
    finding.help = "save and restore at the same level";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
