// A call at a level below what the callee needs.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28120",
                                              "C28122",
                                              "CodeQL:IrqlTooLow",
                                              "SDV:IrqlDispatch",
                                              "SDV:IrqlKeReleaseSpinLock",
                                              "SDV:Irql_IrqlSetting_Function",
                                              "SDV:Irql_Synch_Function"};

constexpr RuleInfo kInfo{
    .id = "IRQL102",
    .name = "CallIrqlTooLow",
    .title = "A function is called below the lowest IRQL it needs",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(Some kernel functions rely on their caller to have raised the IRQL already. A routine that takes a
spin lock *at DPC level* does not raise: called at PASSIVE_LEVEL it leaves the thread open to be preempted while it
holds the lock, and a DPC on the same processor that wants the lock then spins for ever. A routine that releases a lock
below the lock's level shows that the lock is not held there: what it protects is corrupted, and the lock with it.

Wrong:

```c
VOID Worker(PDEVICE_OBJECT DeviceObject, PVOID Context)   // PASSIVE_LEVEL
{
    KeAcquireSpinLockAtDpcLevel(&Extension->Lock);         // does not raise
    Extension->Count++;
    KeReleaseSpinLockFromDpcLevel(&Extension->Lock);
}
```

Right:

```c
VOID Worker(PDEVICE_OBJECT DeviceObject, PVOID Context)
{
    KIRQL OldIrql;

    KeAcquireSpinLock(&Extension->Lock, &OldIrql);         // raises and saves
    Extension->Count++;
    KeReleaseSpinLock(&Extension->Lock, OldIrql);
}
```

To fix it, call the variant that raises by itself, raise before the call, or, at a release, look for the path on which
the lock was not taken or was already released. Where DPCs and threads share a helper, pass the level in or let the
helper use the variant that works at both.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*: a spin lock taken without raising is
bug check 0xC4 with code 0x40.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::TooLow; }

void check(const AnalyzedProgram& program, FindingSink& sink) {
  for (const BreachGroup& group : sink.breaches(program, isMine)) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(program, group, "calls '" + breach.callee + "'");
    finding.arguments = {breach.callee, irqlName(breach.required), levelsText(group)};
    const std::string clause = conditionClause(breach, finding);
    finding.messageTemplate =
        "'{0}' must be called at {1} or higher" + clause + " but runs at {2} here." + sameCauseText(group);
    finding.help = "raise the level before '" + breach.callee + "', or call the variant that raises by itself";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
