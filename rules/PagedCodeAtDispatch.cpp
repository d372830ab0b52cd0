// Pageable code that is entered or called at DISPATCH_LEVEL or above.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {
    "C28118", "C28121", "C28123", "SDV:KmdfIrql", "SDV:KmdfIrql2", "SDV:PagedCode", "SDV:PagedCodeAtPowerTrans"};

constexpr RuleInfo kInfo{
    .id = "PAGE201",
    .name = "PagedCodeAtDispatch",
    .title = "Pageable code runs at DISPATCH_LEVEL or above",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(A function in a section whose name begins with `PAGE` may not be in memory when it is called. Reading
the page back needs APC_LEVEL or lower: at DISPATCH_LEVEL the page fault is a bug check
(IRQL_NOT_LESS_OR_EQUAL or DRIVER_IRQL_NOT_LESS_OR_EQUAL). It shows only when the page happens to be out, so mostly on a
machine that is short of memory.

Wrong:

```c
#pragma alloc_text(PAGE, ReadLimits)

VOID OnTimer(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    ReadLimits(Context);          // a DPC runs at DISPATCH_LEVEL
}
```

Right:

```c
VOID OnTimer(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    PDEVICE_EXTENSION Extension = Context;

    IoQueueWorkItem(Extension->WorkItem, ReadLimitsWorker, DelayedWorkQueue, Extension);
}
```

To fix it, queue a work item and call the function there, at PASSIVE_LEVEL, or leave it (and all that it calls) out of the
pageable section.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*, which trims pageable code whenever
the level is raised.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::PagedCode; }

void check(const AnalyzedProgram& program, FindingSink& sink) {
  for (const BreachGroup& group : sink.breaches(program, isMine)) {
    const Breach& breach = *group.breach;
    const FunctionSummary& paged = program.program()[breach.function].summary;
    const bool isEntry = breach.callee.empty();
    Finding finding = breachFinding(program, group, isEntry ? "" : "calls '" + paged.name + "'");
    const std::size_t section = addSectionPlacement(program, breach.function, finding);
    finding.arguments = {paged.name, paged.section.name, levelsText(group)};
    const std::string link = "[pageable section](" + std::to_string(section) + ")";
    if (isEntry) {
      const std::string role = program.entryPointOf(breach.context, group.witness).roleName;
      finding.messageId = role.empty() ? "annotation" : "entry";
      finding.messageTemplate = "'{0}' is in the " + link + " '{1}' but " +
                                (role.empty() ? "its annotation allows {2}." : "the system enters it at {2} as '{3}'.");
      if (!role.empty()) finding.arguments.push_back(role);
      finding.help = "keep '" + paged.name + "' and all that it calls resident";
    } else {
      finding.messageId = "call";
      finding.messageTemplate = "'{0}' is in the " + link + " '{1}' but is called at {2} here.";
      finding.help = "call '" + paged.name + "' from a work item or before the level is raised, or keep it resident";
    }
    finding.messageTemplate += sameCauseText(group);
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
