// A kernel object lies in memory that may be paged out.
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "POOL304",
    .name = "KernelObjectPaged",
    .title = "A kernel object is placed in pageable memory",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = {},
    .help =
        R"(Locks, events, timers, DPCs, resources, lookaside lists and their like are touched by the kernel at DISPATCH_LEVEL
or above, whatever the level of the driver's own calls: their memory must be resident for as long as they live. In paged
pool, or in a pageable data section, they work until the page is out.

Wrong:

```c
Session = ExAllocatePoolWithTag(PagedPool, sizeof(SESSION), TAG);
KeInitializeEvent(&Session->Done, NotificationEvent, FALSE);
```

Right:

```c
Session = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(SESSION), TAG);
KeInitializeEvent(&Session->Done, NotificationEvent, FALSE);
```

To fix it, take the structure from nonpaged pool. Where it is large and mostly used below DISPATCH_LEVEL, keep the object
in a small nonpaged part that the paged one points to.

To see it happen, run the driver under Driver Verifier: initialising a lock or an event in pageable memory is bug check
0xC4.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const MisplacedObject& misplaced : analyzed.memory().misplacedObjects()) {
    const bool isSure = misplaced.kinds.isPageable();
    Finding finding;
    finding.severity = Severity::Error;
    finding.certainty = isSure ? Certainty::Definite : Certainty::Possible;
    finding.location = program.locate(misplaced.location);
    finding.codeFlow = analyzed.memoryStory(misplaced.function, misplaced.pointer, misplaced.object);
    finding.codeFlow.push_back({.location = finding.location,
                                .message = "calls '" + misplaced.api + "'",
                                .importance = Importance::Essential});
    finding.arguments = {misplaced.type, misplaced.api, std::string(program.ddi().whyResident(misplaced.type))};
    finding.messageId = isSure ? "default" : "perhaps";
    finding.messageTemplate = std::string("The {0} that '{1}' is given ") + (isSure ? "lies" : "may lie") +
                              " in pageable memory, but must be resident: {2}.";
    finding.help = "take the structure that it is part of from nonpaged pool";
    finding.fingerprint = program[misplaced.function].summary.identity + "|" + misplaced.api + "|" + misplaced.type;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
