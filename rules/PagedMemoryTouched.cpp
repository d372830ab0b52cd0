// Memory that may be paged out is read or written where a page fault is fatal.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "POOL302",
    .name = "PagedMemoryTouched",
    .title = "Paged pool or user memory is touched at DISPATCH_LEVEL or above",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = {},
    .help = R"(Paged pool may be paged out whenever nothing has touched it for a while, and so may the memory of a
process. At DISPATCH_LEVEL and above nothing can bring it back: the first access that misses is bug check 0xD1 or 0xA. It
shows up under memory pressure only, on customers' machines rather than on the developer's.

Wrong:

```c
Extension->Names = ExAllocatePoolWithTag(PagedPool, sizeof(NAMES), TAG);
...
VOID OnDpc(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    PEXTENSION Extension = Context;
    Extension->Names->Count++;
}
```

Right, if the DPC needs it:

```c
Extension->Names = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(NAMES), TAG);
```

To fix it, take the memory from nonpaged pool, or touch it below DISPATCH_LEVEL only: copy what the raised code needs
before the level is raised, or hand the work to a work item. A user buffer is reached through an MDL that is locked and mapped.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*, which pages everything out when the
level is raised.)",
};

bool isMine(const Breach& breach) {
  return breach.kind == BreachKind::PageableTouched && !breach.memory.kinds.contains(MemoryKind::PagedData);
}

void check(const AnalyzedProgram& program, FindingSink& sink) {
  for (const BreachGroup& group : memoryBreaches(program, sink, isMine)) {
    const Breach& breach = *group.breach;
    const bool isUsers = breach.memory.kinds.contains(MemoryKind::UserMemory);
    const std::string what = breach.memory.isWritten ? "writes" : "reads";
    Finding finding = breachFinding(program, group, what + " '" + breach.callee + "'");
    finding.arguments = {breach.callee, levelsText(group)};
    finding.messageId = std::string(isUsers ? "user" : "paged") + (breach.conditionKnown ? "" : "-perhaps");
    finding.messageTemplate = std::string("'{0}' ") + (breach.conditionKnown ? "lies in " : "may lie in ") +
                              (isUsers ? "user memory" : "paged pool") + " but is " +
                              (breach.memory.isWritten ? "written" : "read") + " at {1} here." + sameCauseText(group);
    finding.help = isUsers ? "lock and map the user's buffer with an MDL, and use that mapping"
                           : "allocate it from nonpaged pool, or touch it below DISPATCH_LEVEL only";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
