// A path on which a function leaves at another level than the one it was entered at.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28157",
                                              "C28166",
                                              "C28167",
                                              "CodeQL:IrqlNotUsed",
                                              "SDV:IrqlReturn",
                                              "SDV:KsIrqlDeviceCallbacks",
                                              "SDV:KsIrqlFilterCallbacks",
                                              "SDV:KsIrqlPinCallbacks",
                                              "SDV:SpChangeIrql"};

constexpr RuleInfo kInfo{
    .id = "IRQL104",
    .name = "IrqlNotRestored",
    .title = "A function returns at another IRQL than the one it was entered at",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(A function that raises the IRQL, by taking a spin lock for instance, must lower it again on every path
to its end. Where an early return, a `goto` or a `__leave` skips the release, the lock stays held and the processor
stays at DISPATCH_LEVEL: the next thread that wants the lock spins for ever, the next page fault or wait is a bug check,
and a return to user mode is IRQL_GT_ZERO_AT_SYSTEM_SERVICE (0x4A).

Two cases are reported: a callback that hands the system another level than it got, and a function that leaves the level
changed on some paths while others restore it, so that its callers cannot tell. A function that always leaves the level
changed, or says so by its result, is a lock wrapper and not reported; its callers are followed instead.

Wrong:

```c
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
if (Extension->Removed) {
    return STATUS_DELETE_PENDING;               // at DISPATCH_LEVEL, with the lock held
}
Extension->Count++;
KeReleaseSpinLock(&Extension->Lock, OldIrql);
return STATUS_SUCCESS;
```

Right:

```c
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
if (Extension->Removed) {
    Status = STATUS_DELETE_PENDING;
} else {
    Extension->Count++;
}
KeReleaseSpinLock(&Extension->Lock, OldIrql);
return Status;
```

To fix it, release on the path the finding shows. One exit per function, a release in `__finally` or a guard object in
C++ keep such paths from coming back.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking* and *I/O Verification*, with *Low
Resources Simulation* where the path is an error path: a completion routine that returns at another level is bug check
0xC4 with code 0xFA, an interrupt service routine code 0x111.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const ExitLeak& leak : analyzed.exitLeaks()) {
    if (leak.isEntryPoint && leak.level < leak.entry) continue;  // the lowering is at fault, not the return
    const FunctionSummary& function = program[analyzed.functionOf(leak.context)].summary;
    Finding finding;
    finding.severity = Severity::Error;
    finding.certainty = leak.certainty;
    finding.location = program.locate(leak.location);
    finding.codeFlow = analyzed.codeFlow(leak.context, leak.trail);
    finding.codeFlow.push_back({.location = finding.location,
                                .message = "'" + function.name + "' returns at " + irqlName(leak.level),
                                .before = IrqlSet::of(leak.level),
                                .after = IrqlSet::of(leak.level),
                                .nestingLevel = finding.codeFlow.back().nestingLevel,
                                .importance = Importance::Essential});
    finding.arguments = {function.name, irqlName(leak.entry), irqlName(leak.level)};
    if (leak.isEntryPoint) {
      finding.messageId = "entryPoint";
      finding.messageTemplate = "The system enters '{0}' at {1} but gets it back at {2} here.";
    } else {
      finding.messageId = "somePaths";
      finding.messageTemplate = "'{0}' is entered at {1} but returns at {2} here, while other paths restore the level.";
    }
    finding.help = "release the lock or restore the level on this path as well";
    finding.fingerprint = function.identity + "|" + irqlName(leak.entry) + "|" + irqlName(leak.level);
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
