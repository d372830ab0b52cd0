// A wait where the thread cannot be switched away from.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {
    "C28118",
    "C28121",
    "C28123",
    "SDV:IrqlExApcLte1",
    "SDV:IrqlExApcLte3",
    "SDV:IrqlKeApcLte1",
    "SDV:IrqlKeWaitForMultipleObjects",
    "SDV:IrqlKeWaitForMutexObject",
    "SDV:Irql_Miscellaneous_Function",
    "SDV:Irql_Synch_Function",
    "SDV:KmdfIrql",
    "SDV:KmdfIrql2",
    "SDV:SpNoWait",
    "SDV:UsbKmdfIrql",
    "SDV:UsbKmdfIrql2",
    "SDV:UsbKmdfIrqlExplicit",
    "SDV:WdfRequestSendSyncAtDispatch",
    "SDV:WdfRequestSendSyncAtDispatch2",
};

constexpr RuleInfo kInfo{
    .id = "IRQL103",
    .name = "WaitAtDispatch",
    .title = "A thread waits at DISPATCH_LEVEL or above",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(At DISPATCH_LEVEL and above the scheduler does not run on the processor. A call that waits (for an
event, a mutex, a resource, a request that is sent synchronously, other DPCs) asks it to switch to another thread, which
it cannot do: the system stops with bug check 0xB8 (ATTEMPTED_SWITCH_FROM_DPC) or 0xA (IRQL_NOT_LESS_OR_EQUAL), or the
processor hangs because what would end the wait never gets to run.

Only a wait with a time-out of zero, which looks and does not wait, is allowed at DISPATCH_LEVEL.

Wrong:

```c
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
KeWaitForSingleObject(&Extension->Done, Executive, KernelMode, FALSE, NULL);
KeReleaseSpinLock(&Extension->Lock, OldIrql);
```

Right:

```c
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
Busy = Extension->Busy;
KeReleaseSpinLock(&Extension->Lock, OldIrql);
if (Busy) {
    KeWaitForSingleObject(&Extension->Done, Executive, KernelMode, FALSE, NULL);
}
```

To fix it, wait after the lock is released, hand the work that waits to a work item, or turn the wait around: let a
completion routine or a DPC go on when the event happens.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*: a wait with a time-out other than zero
at DISPATCH_LEVEL is bug check 0xC4 with code 0x3B.)",
};

bool isMine(const Breach& breach) {
  return breach.kind == BreachKind::TooHigh && has(breach.effects, ContractEffect::Waits);
}

void check(const AnalyzedProgram& program, FindingSink& sink) {
  for (const BreachGroup& group : sink.breaches(program, isMine)) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(program, group, "waits in '" + breach.callee + "'");
    if (breach.level < kDispatchLevel) finding.severity = Severity::Warning;
    finding.arguments = {breach.callee, irqlName(breach.required), levelsText(group)};
    const std::string clause = conditionClause(breach, finding);
    finding.messageTemplate =
        "'{0}' waits" + clause + ", which needs {1} or lower, but runs at {2} here." + sameCauseText(group);
    finding.help = "wait before the level is raised or after it is lowered, or in a work item";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
