// A spin lock that is given back on a path on which nobody took it.
#include <utility>

#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {
    "SDV:CancelSpinLockRelease", "SDV:QueuedSpinLockRelease", "SDV:SpinLockBalanced",  "SDV:SpinLockRelease",
    "SDV:SpinlockRelease",       "SDV:StorPortSpinLock4",     "SDV:WdfSpinLockRelease"};

constexpr RuleInfo kInfo{
    .id = "IRQL119",
    .name = "LockReleasedNotHeld",
    .title = "A spin lock is released on a path that has not acquired it",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help =
        R"(A spin lock that is released without being held is taken from whoever holds it: two processors run into the
protected code at the same time, and the second release corrupts the lock for good. At DISPATCH_LEVEL the level says
nothing of it, so the mistake shows only as damaged data.

Two cases are reported: a function that takes the lock before it releases it on some paths, and releases it on others
without that, so that it is wrong whether or not its caller holds the lock; and a callback that releases a lock of which
neither it nor the system has hold. A release below DISPATCH_LEVEL is reported as IRQL102, the second release of a lock
that the path took as IRQL116. A function that always releases its caller's lock is a wrapper and not reported; its
callers are followed instead.

Wrong:

```c
if (!NT_SUCCESS(Check(Extension))) {
    goto Exit;                                         // without the lock
}
KeAcquireSpinLockAtDpcLevel(&Extension->Lock);
...
Exit:
    KeReleaseSpinLockFromDpcLevel(&Extension->Lock);
```

Right:

```c
if (!NT_SUCCESS(Check(Extension))) {
    return;
}
KeAcquireSpinLockAtDpcLevel(&Extension->Lock);
...
KeReleaseSpinLockFromDpcLevel(&Extension->Lock);
```

To fix it, acquire the lock on the path the finding shows, or leave before the release.

To see it happen, run the driver under Driver Verifier with *Deadlock Detection*: releasing a lock that is not held is
bug check 0xC4 with code 0x1007.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const HoldingLeak& release : analyzed.unheldReleases()) {
    const FunctionSummary& function = program[analyzed.functionOf(release.context)].summary;
    Finding finding;
    finding.severity = Severity::Error;
    finding.certainty = release.certainty;
    finding.location = program.locate(release.taken);
    finding.codeFlow = analyzed.codeFlow(release.context, release.trail);
    finding.codeFlow.push_back({.location = finding.location,
                                .message = "releases a lock that is not held",
                                .nestingLevel = finding.codeFlow.empty() ? 1 : finding.codeFlow.back().nestingLevel,
                                .importance = Importance::Essential});
    finding.arguments = {function.name};
    if (release.other.file) {
      finding.relatedLocations.push_back(
          {program.locate(release.other), "another return, before which the lock is taken and released"});
      finding.messageId = "path";
      finding.messageTemplate =
          "'{0}' releases a spin lock here that this path has not acquired, while [other paths](1) acquire it.";
      finding.help = "acquire the lock on this path as well, or leave before the release";
    } else {
      finding.messageId = "entryPoint";
      finding.messageTemplate = "'{0}' releases a spin lock here that neither it nor the system has acquired.";
      finding.help = "acquire the lock before the release";
    }
    finding.fingerprint = function.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
