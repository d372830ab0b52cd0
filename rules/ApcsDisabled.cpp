// A call that waits for I/O which a special kernel APC completes, made where these are off.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"SDV:IrqlIoRtlZwPassive", "SDV:IrqlZwPassive"};

constexpr RuleInfo kInfo{
    .id = "IRQL117",
    .name = "ApcsDisabled",
    .title = "A call that needs special kernel APCs is made in a guarded region",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help =
        R"(The system completes a file request in the thread that made it, by a special kernel APC. `ZwReadFile` and its
like wait for that, even on a handle for synchronous I/O. In a guarded region no APC at all is delivered, although the
level is still PASSIVE_LEVEL: the request is done, but its thread never learns it and hangs, with whatever it holds.
`KeAcquireGuardedMutex` enters a guarded region too.

A critical region turns off normal kernel APCs only. File requests are allowed in it, and are not reported. At APC_LEVEL
special kernel APCs are off as well; such calls are reported by IRQL101.

Wrong:

```c
    KeAcquireGuardedMutex(&Extension->LogMutex);
    Status = ZwWriteFile(Extension->Log, NULL, NULL, NULL, &IoStatus, Text, Length, NULL, NULL);
    KeReleaseGuardedMutex(&Extension->LogMutex);
```

Right:

```c
    KeWaitForSingleObject(&Extension->LogEvent, Executive, KernelMode, FALSE, NULL);
    Status = ZwWriteFile(Extension->Log, NULL, NULL, NULL, &IoStatus, Text, Length, NULL, NULL);
    KeSetEvent(&Extension->LogEvent, IO_NO_INCREMENT, FALSE);
```

To fix it, leave the region first, or hold something that leaves special kernel APCs on: an ERESOURCE or a push lock in a
critical region, or an event. Where that is not possible, leave the request to a work item.

To see it happen, run the driver under Driver Verifier: a Zw call with special kernel APCs disabled is bug check 0xC4
with code 0xE6.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::ApcsDisabled; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const BreachGroup& group : sink.breaches(analyzed, isMine)) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(analyzed, group, "calls '" + breach.callee + "' with special kernel APCs disabled");
    finding.arguments = {breach.callee};
    const bool isHere = breach.related != SourceLocation();
    finding.messageId = isHere ? "default" : "caller";
    std::string region = "a guarded region that a caller entered";
    if (isHere) {
      finding.relatedLocations.push_back({analyzed.program().locate(breach.related), "the region is entered here"});
      region = "the guarded region that is [entered before](" + std::to_string(finding.relatedLocations.size()) + ")";
    }
    finding.messageTemplate = "'{0}' requires special kernel APCs to be enabled, but they are disabled here by " +
                              region + "." + sameCauseText(group);
    finding.help = "leave the guarded region first, or use a lock that leaves special kernel APCs enabled";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
