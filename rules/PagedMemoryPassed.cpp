// A function that needs resident memory at DISPATCH_LEVEL is given pageable memory there.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "POOL303",
    .name = "PagedMemoryPassed",
    .title = "A function is given pageable memory to work on at DISPATCH_LEVEL or above",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = {},
    .help =
        R"(Copying, filling, comparing and list functions may be called at any level, but what they are given must be
resident there: they touch it for their caller, and a page fault at DISPATCH_LEVEL is a bug check.

Wrong:

```c
Extension->Last = ExAllocatePoolWithTag(PagedPool, sizeof(RECORD), TAG);
...
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
RtlCopyMemory(Extension->Last, Record, sizeof(RECORD));
KeReleaseSpinLock(&Extension->Lock, OldIrql);
```

Right:

```c
Extension->Last = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(RECORD), TAG);
```

To fix it, take the memory from nonpaged pool, or make the call below DISPATCH_LEVEL.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::PageableArgument; }

void check(const AnalyzedProgram& program, FindingSink& sink) {
  for (const BreachGroup& group : memoryBreaches(program, sink, isMine)) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(program, group, "calls '" + breach.callee + "'");
    finding.arguments = {breach.callee, levelsText(group)};
    finding.messageId = breach.conditionKnown ? "default" : "perhaps";
    finding.messageTemplate = std::string("'{0}' is given memory that ") + (breach.conditionKnown ? "is" : "may be") +
                              " pageable, but runs at {1} here." + sameCauseText(group);
    finding.help = "allocate the memory from nonpaged pool, or make the call below DISPATCH_LEVEL";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
