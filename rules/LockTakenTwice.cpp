// A spin lock is taken by the processor that holds it.
#include <algorithm>
#include <map>

#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"SDV:CancelSpinLock", "SDV:QueuedSpinLock", "SDV:SpinLock",
                                              "SDV:Spinlock", "SDV:WdfSpinlock"};

constexpr RuleInfo kInfo{
    .id = "IRQL110",
    .name = "LockTakenTwice",
    .title = "A spin lock is taken while it is already held",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(A spin lock does not know who holds it. Code that takes one it already holds waits for itself: the
processor spins at DISPATCH_LEVEL for ever, and every other processor that wants the lock with it. The second acquire is
mostly in another function: a helper that locks for its own sake, called by code that locks as well.

Wrong:

```c
VOID RemoveAll(PDEVICE_EXTENSION Extension)
{
    KIRQL OldIrql;

    KeAcquireSpinLock(&Extension->Lock, &OldIrql);
    while (!IsListEmpty(&Extension->List)) {
        RemoveOne(Extension);                       // takes Extension->Lock itself
    }
    KeReleaseSpinLock(&Extension->Lock, OldIrql);
}
```

Right:

```c
    KeAcquireSpinLock(&Extension->Lock, &OldIrql);
    while (!IsListEmpty(&Extension->List)) {
        RemoveOneLocked(Extension);                 // the caller holds the lock
    }
    KeReleaseSpinLock(&Extension->Lock, OldIrql);
```

To fix it, split the helper into one that locks and one that expects the lock to be held, and say in the name or an
annotation (`_Requires_lock_held_`) which is which; or release before the call, if what the lock protects may change
meanwhile.

To see it happen, run the driver under Driver Verifier with *Deadlock Detection*: a lock taken twice is bug check 0xC4
with code 0x1001.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::LockTakenTwice; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  // A function that takes a lock is at odds with all that hold it around a call: one cause.
  std::map<SourceLocation, std::vector<BreachGroup>> byTaking;
  for (BreachGroup& group : onePerPlace(analyzed.breaches(isMine))) {
    const Breach& breach = *group.breach;
    byTaking[breach.inside.file ? breach.inside : breach.location].push_back(std::move(group));
  }
  for (const auto& [taking, groups] : byTaking) {
    const BreachGroup& group = *std::max_element(
        groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.certainty < b.certainty; });
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(analyzed, group, "calls '" + breach.callee + "', which takes the lock again");
    const auto link = [&](SourceLocation place, const char* text) {
      finding.relatedLocations.push_back({analyzed.program().locate(place), text});
      return "](" + std::to_string(finding.relatedLocations.size()) + ")";
    };
    finding.arguments = {breach.callee};
    if (breach.inside.file) {
      finding.messageId = "inCallee";
      finding.messageTemplate = "'{0}' [takes" + link(breach.inside, "the lock is taken again here") +
                                " a spin lock that is [already held" +
                                link(breach.related, "the lock is first taken here") + " here.";
      finding.help = "release the lock before the call, or call a variant that expects it to be held";
    } else {
      finding.messageId = "default";
      finding.messageTemplate =
          "'{0}' takes a spin lock that is [already held" + link(breach.related, "the lock is first taken here") + ".";
      finding.help = "take the lock once, and release it before it is taken again";
    }
    for (const BreachGroup& other : groups) {
      if (other.breach == group.breach) continue;
      finding.relatedLocations.push_back(
          {analyzed.program().locate(other.breach->location), "called with the lock held here too"});
    }
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
