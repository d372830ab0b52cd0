// A lock or region that the function took, and gave back, is given back once more.
#include <utility>

#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"SDV:SpinLockDprRelease", "SDV:WdfInterruptLock",
                                              "SDV:WdfInterruptLockRelease", "SDV:WdfWaitlockRelease"};

constexpr RuleInfo kInfo{
    .id = "IRQL116",
    .name = "LockReleasedTwice",
    .title = "A lock is released that the function has released already",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(A lock that is released without being held belongs to somebody else by then, or to nobody: another thread
runs into the protected code at the same time, a resource's owner count goes wrong, and a region that is left once too
often enables the APCs that a caller had disabled. A release below DISPATCH_LEVEL of a spin lock that raises the level
is reported as IRQL102; this rule follows the locks that leave the level alone.

Wrong:

```c
WdfWaitLockAcquire(Context->Lock, NULL);
Status = Configure(Context);
if (!NT_SUCCESS(Status)) {
    WdfWaitLockRelease(Context->Lock);
    goto Exit;
}
...
Exit:
    WdfWaitLockRelease(Context->Lock);          // once more after a failure
    return Status;
```

Right:

```c
WdfWaitLockAcquire(Context->Lock, NULL);
Status = Configure(Context);
if (!NT_SUCCESS(Status)) {
    goto Exit;
}
...
Exit:
    WdfWaitLockRelease(Context->Lock);
    return Status;
```

To fix it, keep one of the releases on the path the finding shows.

To see it happen, run the driver under Driver Verifier with *Deadlock Detection*: releasing a lock that is not held is
bug check 0xC4 with code 0x1004 or 0x1007.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::ReleasedTwice; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const BreachGroup& group : onePerPlace(analyzed.breaches(isMine))) {
    const Breach& breach = *group.breach;
    const bool isLock = breach.holding == HoldingKind::Lock;
    Finding finding = breachFinding(analyzed, group, "calls '" + breach.callee + "' once more");
    finding.relatedLocations.push_back(
        {analyzed.program().locate(breach.related), isLock ? "released here before" : "left here before"});
    const std::string link = "](" + std::to_string(finding.relatedLocations.size()) + ")";
    finding.arguments = {breach.callee};
    finding.messageId = isLock ? "default" : "region";
    finding.messageTemplate = isLock ? "'{0}' releases a lock that was [released already" + link + " on this path."
                                     : "'{0}' leaves a region that was [left already" + link + " on this path.";
    finding.help = isLock ? "release the lock once on every path" : "leave the region once on every path";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
