// An inline function that raises the level, called from pageable code.
#include <set>

#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "PAGE206",
    .name = "InlineRaisesInPagedCaller",
    .title = "Pageable code calls an inline function that raises the IRQL inside",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = {},
    .help =
        R"(An inline function has no section of its own: where the compiler expands it, its code lies in the section of
the caller. A small helper that takes a spin lock, updates a counter and releases the lock is harmless in resident code;
expanded into a function in `PAGE` it runs at DISPATCH_LEVEL in pageable memory, and a page fault there is a bug check.
Whether it is expanded depends on the compiler and its options, so the fault comes and goes with the build.

Wrong:

```c
__forceinline ULONG QueueLength(PQUEUE Queue)
{
    KIRQL OldIrql;
    ULONG Length;

    KeAcquireSpinLock(&Queue->Lock, &OldIrql);
    Length = Queue->Length;
    KeReleaseSpinLock(&Queue->Lock, OldIrql);
    return Length;
}

#pragma alloc_text(PAGE, Report)
VOID Report(PQUEUE Queue)
{
    PAGED_CODE();
    Log(QueueLength(Queue));        // becomes part of Report
}
```

Right:

```c
DECLSPEC_NOINLINE ULONG QueueLength(PQUEUE Queue);     // defined once, in resident code
```

To fix it, define the helper out of line in a resident section (`DECLSPEC_NOINLINE` in one source file), or keep the caller
resident. In C++ a method defined in its class is inline too.

To see it happen, build with optimisation and run the driver under Driver Verifier with *Force IRQL Checking*, which
trims pageable code whenever the level is raised.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::InlineRaises; }
bool isRaise(const Breach& breach) { return breach.kind == BreachKind::RaisesInPagedCode; }

void check(const AnalyzedProgram& program, FindingSink& sink) {
  // With other arguments the same call may leave the level raised, which is the worse finding.
  std::set<SourceLocation> raises;
  for (const BreachGroup& group : onePerPlace(program.breaches(isRaise))) raises.insert(group.breach->location);
  for (const BreachGroup& group : onePerPlace(program.breaches(isMine))) {
    const Breach& breach = *group.breach;
    if (raises.count(breach.location) != 0) continue;
    const FunctionRef paged = program.functionOf(breach.context);
    const FunctionSummary& summary = program.program()[paged].summary;
    const FunctionSummary& inlined = program.program()[breach.function].summary;
    Finding finding = breachFinding(program, group, "calls '" + breach.callee + "', which raises the level inside");
    finding.codeFlow.back().before = finding.codeFlow[finding.codeFlow.size() - 2].after;
    finding.severity = Severity::Warning;
    const std::size_t section = addSectionPlacement(program, paged, finding);
    finding.relatedLocations.push_back(
        {program.program().locate(inlined.location), "'" + inlined.name + "' is defined here"});
    finding.arguments = {summary.name, summary.section.name, breach.callee, levelsText(group)};
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' is in the [pageable section](" + std::to_string(section) +
                              ") '{1}' and the [inline function](" + std::to_string(section + 1) +
                              ") '{2}', which may become part of it, raises the level to {3}.";
    finding.help =
        "define '" + breach.callee + "' out of line in resident code, or keep '" + summary.name + "' resident";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
