// A signal with Wait set to TRUE that no wait follows.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "IRQL121",
    .name = "SignalWithoutWait",
    .title = "A signal that is to be followed by a wait is followed by something else",
    .severity = Severity::Error,
    .precision = Precision::High,
    .help = R"(KeSetEvent, KeReleaseMutex, KeReleaseSemaphore and KePulseEvent take a last argument, `Wait`. With TRUE
the call promises that the very next one is a wait: it returns at DISPATCH_LEVEL with the scheduler's lock held, and the
wait goes on from there. Whatever comes between runs raised without knowing it, and a function that returns instead
leaves the processor where no other thread can be scheduled.

Wrong:

```c
KeSetEvent(&Extension->Done, IO_NO_INCREMENT, TRUE);
IoCompleteRequest(Irp, IO_NO_INCREMENT);              // runs at DISPATCH_LEVEL, with the scheduler's lock held
KeWaitForSingleObject(&Extension->Next, Executive, KernelMode, FALSE, NULL);
```

Right:

```c
KeSetEvent(&Extension->Done, IO_NO_INCREMENT, FALSE);
IoCompleteRequest(Irp, IO_NO_INCREMENT);
KeWaitForSingleObject(&Extension->Next, Executive, KernelMode, FALSE, NULL);
```

To fix it, pass FALSE, which is nearly always right: TRUE saves one switch between threads. Where it matters, wait at once.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*; without it the system stops with
IRQL_NOT_LESS_OR_EQUAL (0xA) or hangs.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::WaitMissing; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const BreachGroup& group : onePerPlace(analyzed.breaches(isMine))) {
    const Breach& breach = *group.breach;
    const std::string& function = analyzed.program()[analyzed.functionOf(breach.context)].name();
    const bool returns = breach.callee.empty();
    Finding finding =
        breachFinding(analyzed, group, returns ? "'" + function + "' returns" : "calls '" + breach.callee + "'");
    finding.relatedLocations.push_back({analyzed.program().locate(breach.related), "a wait is to follow this call"});
    const std::string link = "](" + std::to_string(finding.relatedLocations.size()) + ")";
    finding.arguments = {returns ? function : breach.callee};
    finding.messageId = returns ? "returns" : "default";
    finding.messageTemplate =
        returns ? "'{0}' returns here, but the [signal" + link + " before is to be followed by a wait."
                : "'{0}' is called here, but the [signal" + link + " before is to be followed by a wait.";
    finding.help = "pass FALSE as Wait, or wait at once";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
