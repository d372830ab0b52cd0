// A request is completed or sent, or the next one started, with a spin lock held.
#include <utility>

#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"SDV:ReqSendWhileSpinlock", "SDV:SpinLockSafe"};

constexpr RuleInfo kInfo{
    .id = "IRQL118",
    .name = "LockHeldAcrossCall",
    .title = "A request is completed, sent or started with a spin lock held",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help =
        R"(Completing a request runs the completion routines of the drivers above before it returns. They may send the
next request at once, which comes back to the driver that completed the first one; if its dispatch or StartIo routine
wants the lock that is held around the completion, the processor waits for itself. The same goes for sending a request
that the driver below completes at once, and for starting the next packet.

Wrong:

```c
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
Irp = RemoveFirst(&Extension->Queue);
Irp->IoStatus.Status = STATUS_SUCCESS;
IoCompleteRequest(Irp, IO_NO_INCREMENT);
KeReleaseSpinLock(&Extension->Lock, OldIrql);
```

Right:

```c
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
Irp = RemoveFirst(&Extension->Queue);
KeReleaseSpinLock(&Extension->Lock, OldIrql);
Irp->IoStatus.Status = STATUS_SUCCESS;
IoCompleteRequest(Irp, IO_NO_INCREMENT);
```

To fix it, take what is to be completed off the queue under the lock, into a list of its own if there are many, and
complete it when the lock is released.

To see it happen, put a filter above the driver that sends a new request from its completion routine; Driver Verifier's
*Deadlock Detection* reports the lock order with bug check 0xC4.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::LockAcrossCall; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const BreachGroup& group : onePerPlace(analyzed.breaches(isMine))) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(analyzed, group, "calls '" + breach.callee + "' with the lock held");
    finding.severity = Severity::Warning;
    const auto link = [&](SourceLocation place, const char* text) {
      finding.relatedLocations.push_back({analyzed.program().locate(place), text});
      return "](" + std::to_string(finding.relatedLocations.size()) + ")";
    };
    finding.arguments = {breach.callee};
    const std::string held = link(breach.related, "the lock is taken here");
    if (breach.inside.file) {
      finding.messageId = "inCallee";
      finding.messageTemplate = "'{0}' must be called without a spin lock, because of a [call](" +
                                std::to_string(finding.relatedLocations.size() + 1) + ") in it, but [one is held" +
                                held + " here.";
      link(breach.inside, "this call must be made without a spin lock");
    } else {
      finding.messageId = "default";
      finding.messageTemplate = "'{0}' must be called without a spin lock, but [one is held" + held + " here.";
    }
    finding.help = "release the lock before the call";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
