// A global in a pageable section is read or written where a page fault is fatal.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "PAGE213",
    .name = "PagedDataTouched",
    .title = "A global in a pageable section is touched at DISPATCH_LEVEL or above",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = {},
    .help =
        R"(`#pragma data_seg("PAGEDATA")` and its relatives let the system page globals out. At DISPATCH_LEVEL and above
nothing can bring them back: the first access that misses is a bug check.

Wrong:

```c
#pragma data_seg("PAGEDATA")
ULONG Limits[16] = { 0 };
#pragma data_seg()

VOID OnDpc(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    Count(Limits[0]);
}
```

Right:

```c
ULONG Limits[16] = { 0 };
```

To fix it, leave data that raised code touches in the default section, or copy what the raised code needs before the level
is raised.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*.)",
};

bool isMine(const Breach& breach) {
  return breach.kind == BreachKind::PageableTouched && breach.memory.kinds.contains(MemoryKind::PagedData);
}

void check(const AnalyzedProgram& program, FindingSink& sink) {
  for (const BreachGroup& group : memoryBreaches(program, sink, isMine)) {
    const Breach& breach = *group.breach;
    const std::string what = breach.memory.isWritten ? "writes" : "reads";
    Finding finding = breachFinding(program, group, what + " '" + breach.callee + "'");
    finding.arguments = {breach.callee, levelsText(group)};
    finding.messageId = breach.conditionKnown ? "default" : "perhaps";
    finding.messageTemplate = std::string("'{0}' ") + (breach.conditionKnown ? "lies" : "may lie") +
                              " in a pageable section but is " + (breach.memory.isWritten ? "written" : "read") +
                              " at {1} here." + sameCauseText(group);
    finding.help = "leave it in the default data section, or touch it below DISPATCH_LEVEL only";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
