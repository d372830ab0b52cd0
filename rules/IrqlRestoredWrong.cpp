// A level or a lock is restored to another level than the one that was saved.
#include <algorithm>

#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {
    "SDV:IrqlKeRaiseLower",
    "SDV:IrqlKeRaiseLower2",
    "SDV:IrqlKeReleaseSpinLock",
};

constexpr RuleInfo kInfo{
    .id = "IRQL105",
    .name = "IrqlRestoredWrong",
    .title = "The IRQL is restored to another level than the one that was saved",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(Raising the IRQL and lowering it again nest like parentheses. A release that is given another level than
its acquire saved leaves the processor where nobody expects it: too low, and the thread can be preempted or take a page
fault while it still holds a spin lock; too high, and the caller goes on at DISPATCH_LEVEL without knowing.

It happens when two acquires save into one variable, when locks are released in the order of their taking with their own
levels, when a constant takes the place of what was saved, and when a callback lowers a level that the system raised.

Wrong:

```c
KeAcquireSpinLock(&First, &OldIrql);
KeAcquireSpinLock(&Second, &OldIrql);     // overwrites PASSIVE_LEVEL with DISPATCH_LEVEL
KeReleaseSpinLock(&Second, OldIrql);
KeReleaseSpinLock(&First, OldIrql);       // stays at DISPATCH_LEVEL
```

Right:

```c
KeAcquireSpinLock(&First, &OldIrql);
KeAcquireSpinLockAtDpcLevel(&Second);     // already at DISPATCH_LEVEL: nothing to save
KeReleaseSpinLockFromDpcLevel(&Second);
KeReleaseSpinLock(&First, OldIrql);
```

To fix it, give every acquire a variable of its own, release in the reverse order, and restore what was saved, never a
constant. A function that does not raise does not lower.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking* and *Deadlock Detection*: a level that
is raised or lowered in the wrong direction is bug check 0xC4 with code 0x30 or 0x31.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::WrongRestore; }

void checkRestores(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const BreachGroup& group : sink.breaches(analyzed, isMine)) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(analyzed, group, "'" + breach.callee + "' restores " + irqlName(breach.level));
    finding.codeFlow.back().after = IrqlSet::of(breach.level);
    const auto link = [&](SourceLocation place, const char* text) {
      finding.relatedLocations.push_back({analyzed.program().locate(place), text});
      return "](" + std::to_string(finding.relatedLocations.size()) + ")";
    };
    finding.arguments = {breach.callee, levelsText(group), irqlName(breach.required)};
    if (breach.stillHeld.file) {
      finding.messageId = "lockHeld";
      finding.messageTemplate = "'{0}' restores {1} while [another spin lock" +
                                link(breach.stillHeld, "the spin lock that is still held is taken here") +
                                " is still held, which needs {2}.";
      finding.help = "release the locks in the reverse order of their taking";
    } else {
      finding.messageId = "default";
      finding.messageTemplate =
          "'{0}' restores {1}, but the lock [was taken" + link(breach.related, "the lock is taken here") + " at {2}.";
      finding.help = "restore the level that was saved where the lock was taken";
    }
    finding.messageTemplate += sameCauseText(group);
    sink.report(std::move(finding));
  }
}

// A callback that lowers below the level it was entered at: the fault is where the level goes down.
void checkEntryPoints(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const ExitLeak& leak : analyzed.exitLeaks()) {
    if (!leak.isEntryPoint || leak.level >= leak.entry) continue;
    const FunctionSummary& function = program[analyzed.functionOf(leak.context)].summary;
    Finding finding;
    finding.severity = Severity::Error;
    finding.certainty = leak.certainty;
    finding.codeFlow = analyzed.codeFlow(leak.context, leak.trail);
    const auto lowers = [](const ThreadFlowLocation& step) {
      return !step.before.empty() && !step.after.empty() && step.after.max() < step.before.max();
    };
    const auto step = std::find_if(finding.codeFlow.rbegin(), finding.codeFlow.rend(), lowers);
    finding.location = step != finding.codeFlow.rend() ? step->location : program.locate(leak.location);
    finding.arguments = {irqlName(leak.level), function.name, irqlName(leak.entry)};
    finding.messageId = "entryPoint";
    finding.messageTemplate =
        "The level is lowered to {0} here, but the system enters '{1}' at {2} and expects it back.";
    finding.help = "lower only a level that this driver raised, to the level that was saved then";
    finding.fingerprint = function.identity + "|" + irqlName(leak.entry) + "|" + irqlName(leak.level);
    sink.report(std::move(finding));
  }
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  checkRestores(analyzed, sink);
  checkEntryPoints(analyzed, sink);
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
