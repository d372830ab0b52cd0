// A lock is taken that wants normal kernel APCs disabled, in a thread that may be suspended.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"SDV:WithinCriticalRegion"};

constexpr RuleInfo kInfo{
    .id = "IRQL114",
    .name = "ApcsNotDisabled",
    .title = "A lock is taken outside of a critical region",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(An `ERESOURCE`, a push lock or an unsafe fast mutex does not raise the level, so that a thread that holds
one can still be suspended: suspension is a normal kernel APC. A thread of a program that is suspended, or ended by a
debugger, while it holds the lock stops every other thread that wants it. That is why these locks may be taken only with
normal kernel APCs disabled, in a critical region or a guarded one, or at APC_LEVEL.

A dispatch routine that a program's request reaches directly runs in that program's thread, with APCs enabled. Threads
of the system, work items for instance, are not suspended; code that only they run is not reported.

Wrong:

```c
NTSTATUS DispatchCreate(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDEVICE_EXTENSION Extension = DeviceObject->DeviceExtension;

    ExAcquireResourceExclusiveLite(&Extension->Resource, TRUE);
    Extension->Handles++;
    ExReleaseResourceLite(&Extension->Resource);
    ...
```

Right:

```c
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&Extension->Resource, TRUE);
    Extension->Handles++;
    ExReleaseResourceLite(&Extension->Resource);
    KeLeaveCriticalRegion();
```

To fix it, enter a critical region before the lock is taken and leave it after the lock is given back, or use a call
that does both (`ExEnterCriticalRegionAndAcquireResourceExclusive`).

To see it happen, run the driver under Driver Verifier: an ERESOURCE taken with APCs enabled is bug check 0xC4 with code
0x37.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::ApcsEnabled; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const BreachGroup& group : sink.breaches(analyzed, isMine)) {
    Finding finding = breachFinding(analyzed, group, "calls '" + group.breach->callee + "' with kernel APCs enabled");
    finding.arguments = {group.breach->callee};
    finding.messageId = "default";
    finding.messageTemplate =
        "'{0}' requires normal kernel APCs to be disabled, but they are enabled here: a program's thread can be "
        "suspended with the lock held." +
        sameCauseText(group);
    finding.help = "enter a critical region first, and leave it when the lock is given back";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
