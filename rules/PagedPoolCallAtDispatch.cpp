// Pageable pool allocated or freed where a page fault is fatal.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {
    "C28118",          "C28121",          "C28123",          "SDV:IrqlExAllocatePool", "SDV:IrqlExApcLte2",
    "SDV:IrqlExFree1", "SDV:IrqlExFree2", "SDV:IrqlExFree3", "SDV:IrqlMmApcLte",       "SDV:SpNoWait",
};

constexpr RuleInfo kInfo{
    .id = "POOL301",
    .name = "PagedPoolCallAtDispatch",
    .title = "Paged pool is allocated or freed at DISPATCH_LEVEL or above",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(The allocator keeps its own records of paged pool in pageable memory, and guards them with a lock that
is meant for APC_LEVEL and below. Allocating or freeing paged pool at DISPATCH_LEVEL may therefore take a page fault where
none can be served (a bug check), or wait for the lock where nothing can wait. The same holds for paged lookaside lists.

Wrong:

```c
VOID OnDpc(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    Record = ExAllocatePoolWithTag(PagedPool, sizeof(RECORD), TAG);
}
```

Right, if the memory is used at DISPATCH_LEVEL:

```c
    Record = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(RECORD), TAG);
```

To fix it, take nonpaged pool if the memory is used at DISPATCH_LEVEL. If it is used below only, allocate it there:
before the lock is taken or in a work item. Paged memory that is unlinked under a spin lock is freed after the release.

To see it happen, run the driver under Driver Verifier with *Special Pool* and *Force IRQL Checking*: such a call is bug
check 0xC4, code 0x1 for an allocation and 0x11 for a free.)",
};

bool isMine(const Breach& breach) {
  return breach.kind == BreachKind::TooHigh && !has(breach.effects, ContractEffect::Waits) && isPoolCall(breach) &&
         breach.required < kDispatchLevel;
}

void check(const AnalyzedProgram& program, FindingSink& sink) {
  for (const BreachGroup& group : sink.breaches(program, isMine)) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(program, group, "calls '" + breach.callee + "'");
    if (breach.level < kDispatchLevel) finding.severity = Severity::Warning;
    const bool frees = has(breach.contract->terms.effects | breach.effects, ContractEffect::FreesPool);
    finding.arguments = {breach.callee, irqlName(breach.required), levelsText(group)};
    const std::string clause = conditionClause(breach, finding);
    finding.messageId = (frees ? "free-" : "allocate-") + finding.messageId;
    finding.messageTemplate = std::string("'{0}' ") + (frees ? "frees" : "allocates") +
                              " memory that needs {1} or lower" + clause + ", but runs at {2} here." +
                              sameCauseText(group);
    finding.help = frees ? "free the memory after the level is lowered, or take it from nonpaged pool"
                         : "allocate from nonpaged pool, or before the level is raised";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
