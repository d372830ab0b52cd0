// Pageable code that raises the level in its own body.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28150", "CodeQL:KeSetEventPageable"};

constexpr RuleInfo kInfo{
    .id = "PAGE202",
    .name = "PagedCodeRaisesIrql",
    .title = "Pageable code raises the IRQL to DISPATCH_LEVEL or above",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help =
        R"(A function in a section whose name begins with `PAGE` may lose any of its pages at any time. When it raises
the IRQL itself, by taking a spin lock for instance, its next instruction may lie on a page that is out, and at
DISPATCH_LEVEL nothing can bring it back: bug check 0xD1 or 0xA. `PAGED_CODE()` does not find it, because it looks at the
level only once, before the raise. The function must be resident even if it is always entered at PASSIVE_LEVEL.

Wrong:

```c
#pragma alloc_text(PAGE, CountOpen)

VOID CountOpen(PDEVICE_EXTENSION Extension)
{
    KIRQL OldIrql;

    PAGED_CODE();
    KeAcquireSpinLock(&Extension->Lock, &OldIrql);     // the code that follows may not be in memory
    Extension->OpenCount++;
    KeReleaseSpinLock(&Extension->Lock, OldIrql);
}
```

Right, in a function of its own that is in no pageable section and is not inlined:

```c
VOID AddToOpenCount(PDEVICE_EXTENSION Extension)
{
    KIRQL OldIrql;

    KeAcquireSpinLock(&Extension->Lock, &OldIrql);
    Extension->OpenCount++;
    KeReleaseSpinLock(&Extension->Lock, OldIrql);
}
```

To fix it, move the part that runs raised into a resident function, use a lock that stays below DISPATCH_LEVEL (a fast
mutex, a push lock), or leave the whole function resident. A function whose section is locked down while it runs says so
with `PAGED_CODE_LOCKED()`. Setting an event or releasing a mutex with `Wait` set to `TRUE` raises as well.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*, which trims pageable code whenever
the level is raised.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::RaisesInPagedCode; }

void check(const AnalyzedProgram& program, FindingSink& sink) {
  for (const BreachGroup& group : onePerPlace(program.breaches(isMine))) {
    const Breach& breach = *group.breach;
    const FunctionRef paged = program.functionOf(breach.context);
    const FunctionSummary& summary = program.program()[paged].summary;
    // A plain raise is the last step of the flow already.
    const bool untilWait = has(breach.effects, ContractEffect::RaisesUntilWait);
    Finding finding = breachFinding(program, group, untilWait ? "raises the level (" + breach.callee + ")" : "");
    const std::size_t section = addSectionPlacement(program, paged, finding);
    finding.arguments = {summary.name, summary.section.name, breach.callee, levelsText(group)};
    finding.messageId = untilWait ? "untilWait" : "default";
    finding.messageTemplate =
        "'{0}' is in the [pageable section](" + std::to_string(section) + ") '{1}' but '{2}' " +
        (untilWait ? "returns at {3} here, until the wait that follows." : "raises the level to {3} here.");
    finding.help = "move what runs raised into a resident function, or keep '" + summary.name + "' resident";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
