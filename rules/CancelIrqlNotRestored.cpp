// A callback does not give back the lock that the system took for it as the system expects.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28144", "CodeQL:IrqlCancelRoutine"};

constexpr RuleInfo kInfo{
    .id = "IRQL112",
    .name = "CancelIrqlNotRestored",
    .title = "A cancel routine does not release the cancel spin lock at Irp->CancelIrql",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(The I/O manager takes the cancel spin lock before it calls a cancel routine, and leaves the level it came
from in `Irp->CancelIrql`. The routine must release the lock, at that level, before it returns. Released with
DISPATCH_LEVEL the thread goes on raised for ever; with PASSIVE_LEVEL it drops below the level of a caller that cancels
at APC_LEVEL or DISPATCH_LEVEL. Not released at all, the next cancellation anywhere in the system spins for ever.

Wrong:

```c
VOID OnCancel(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    KIRQL OldIrql;

    KeAcquireSpinLock(&Queue->Lock, &OldIrql);      // OldIrql is DISPATCH_LEVEL
    RemoveEntryList(&Irp->Tail.Overlay.ListEntry);
    KeReleaseSpinLock(&Queue->Lock, OldIrql);
    IoReleaseCancelSpinLock(OldIrql);               // stays at DISPATCH_LEVEL
    ...
```

Right:

```c
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    KeAcquireSpinLock(&Queue->Lock, &OldIrql);
    RemoveEntryList(&Irp->Tail.Overlay.ListEntry);
    KeReleaseSpinLock(&Queue->Lock, OldIrql);
    ...
```

To fix it, call IoReleaseCancelSpinLock with `Irp->CancelIrql` first of all, and protect the queue with a lock of its own.
The cancel-safe queues (`IoCsq...`) do all this.

To see it happen, run the driver under Driver Verifier with *I/O Verification* and *Force IRQL Checking*, and cancel its
requests: close a handle, or end the program, while one is pending.)",
};

bool isMine(const Breach& breach) {
  return breach.kind == BreachKind::SystemLockLevel || breach.kind == BreachKind::SystemLockKept;
}

// "Irp->CancelIrql": where the system leaves the level.
std::string savedPlace(const Contract& role) {
  const LevelPlace& place = *role.terms.restores;
  return role.parameters[place.parameter] + "->" + place.member;
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const BreachGroup& group : onePerPlace(analyzed.breaches(isMine))) {
    const Breach& breach = *group.breach;
    const Contract* role = analyzed.lockedRoleOf(breach.context);
    if (role == nullptr) continue;
    const std::string& callback = analyzed.program()[analyzed.functionOf(breach.context)].name();
    const bool isKept = breach.kind == BreachKind::SystemLockKept;
    Finding finding = breachFinding(
        analyzed, group, isKept ? "'" + callback + "' returns" : "'" + breach.callee + "' releases the lock");
    finding.arguments = {callback, savedPlace(*role), breach.callee, irqlName(breach.required)};
    if (isKept) {
      finding.messageId = "kept";
      finding.messageTemplate =
          "The system enters '{0}' with the {2} spin lock held, which it still is here: it is to be released at {1}.";
    } else if (breach.inside.file) {
      finding.relatedLocations.push_back({analyzed.program().locate(breach.inside), "the lock is released here"});
      finding.messageId = "inCallee";
      finding.messageTemplate = "'{2}' [releases](" + std::to_string(finding.relatedLocations.size()) +
                                ") at {3} the lock with which the system enters '{0}', not at {1}.";
    } else {
      finding.messageId = "default";
      finding.messageTemplate = "'{2}' releases at {3} the lock with which the system enters '{0}', not at {1}.";
    }
    finding.help = "release the lock with " + savedPlace(*role);
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
