// A path on which a function returns with a lock held, or in a region, that does not show in the level.
#include <utility>

#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {
    "SDV:StorPortSpinLock", "SDV:CriticalRegions", "SDV:ExclusiveResourceAccess",
    "SDV:GuardedRegions",   "SDV:SpinLockDpr",     "SDV:SpinlockDpc",
    "SDV:SpinLockDpc",      "SDV:WdfWaitlock",
};

constexpr RuleInfo kInfo{
    .id = "IRQL115",
    .name = "LockNotReleased",
    .title = "A function returns with a lock held, or in a critical region, on some path only",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help =
        R"(Some locks do not raise the level: resources, push locks, wait locks, and spin locks taken by code that is
at DISPATCH_LEVEL already. Where a return skips the release of one, nothing goes wrong there and then; the next thread
that wants the lock waits for ever. A critical or guarded region that is not left keeps the thread's APCs disabled: it
cannot be ended or suspended, its I/O may never complete, and a return to user mode is bug check 0x1
(APC_INDEX_MISMATCH).

Two cases are reported: a function that gives the lock back, or leaves the region, on some paths and not on others, so
that its callers cannot tell; and a callback that hands the system its thread back in another region than it got it. A
function that always keeps the lock, or says by its result that it does, is a wrapper and not reported; its callers are
followed instead.

Wrong:

```c
ExAcquireResourceExclusiveLite(&Fcb->Resource, TRUE);
if (Fcb->Deleted) {
    return STATUS_FILE_DELETED;                 // with the resource held
}
Fcb->Size = Size;
ExReleaseResourceLite(&Fcb->Resource);
return STATUS_SUCCESS;
```

Right:

```c
ExAcquireResourceExclusiveLite(&Fcb->Resource, TRUE);
if (Fcb->Deleted) {
    Status = STATUS_FILE_DELETED;
} else {
    Fcb->Size = Size;
}
ExReleaseResourceLite(&Fcb->Resource);
return Status;
```

To fix it, release on the path the finding shows. One exit per function, a release in `__finally` or a guard object in
C++ keep such paths from coming back.

To see it happen, run the driver under Driver Verifier with *Deadlock Detection*; a thread that ends with APCs disabled
is bug check 0x20.)",
};

std::string nameOf(HoldingKind kind) {
  switch (kind) {
    case HoldingKind::Lock: return "lock";
    case HoldingKind::CriticalRegion: return "critical region";
    case HoldingKind::GuardedRegion: return "guarded region";
  }
  return "";
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const HoldingLeak& leak : analyzed.holdingLeaks()) {
    const FunctionSummary& function = program[analyzed.functionOf(leak.context)].summary;
    const bool isLock = leak.kind == HoldingKind::Lock;
    const std::string what = nameOf(leak.kind);
    const std::string operation = leak.depth < 0 ? "left" : isLock ? "taken" : "entered";
    Finding finding;
    finding.severity = Severity::Error;
    finding.certainty = leak.certainty;
    finding.location = program.locate(leak.location);
    finding.codeFlow = analyzed.codeFlow(leak.context, leak.trail);
    const auto addStep = [&](SourceLocation place, std::string text) {
      finding.codeFlow.push_back({.location = program.locate(place),
                                  .message = std::move(text),
                                  .nestingLevel = finding.codeFlow.empty() ? 1 : finding.codeFlow.back().nestingLevel,
                                  .importance = Importance::Essential});
    };
    addStep(leak.taken, "the " + what + " is " + operation + " here");
    addStep(leak.location, "'" + function.name + "' returns");
    finding.arguments = {function.name, what, operation};
    finding.relatedLocations.push_back({program.locate(leak.taken), "the " + what + " is " + operation + " here"});
    if (leak.other.file) {
      finding.relatedLocations.push_back({program.locate(leak.other), "another return, with it given back"});
      finding.messageId = isLock ? "heldLock" : "region";
      finding.messageTemplate = isLock ? "'{0}' returns with the {1} [{2} here](1) still held, while [other paths](2) "
                                         "give it back."
                                       : "'{0}' returns without leaving the {1} [{2} here](1), while [other paths](2) "
                                         "leave it.";
      finding.help = isLock ? "release the lock on this path as well" : "leave the region on this path as well";
    } else {
      finding.messageId = leak.depth < 0 ? "entryPointLeft" : "entryPointEntered";
      finding.messageTemplate = leak.depth < 0 ? "'{0}' has left a {1} that it [did not enter](1) when it returns."
                                               : "'{0}' returns to the system in the {1} that is [{2} here](1).";
      finding.help = "enter and leave the region in pairs";
    }
    finding.fingerprint = function.identity + "|" + what;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
