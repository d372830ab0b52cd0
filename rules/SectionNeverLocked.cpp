// Code that claims its section is locked down, in a driver that never locks it.
#include <algorithm>

#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "PAGE212",
    .name = "SectionNeverLocked",
    .title = "A function relies on a locked section that the driver never locks",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = {},
    .help =
        R"(`PAGED_CODE_LOCKED()` says that a function in a pageable section may run at DISPATCH_LEVEL, because the section
is locked down while it does. The macro locks nothing: a call of `MmLockPagableCodeSection` with the address of some
function of the section must, and each section needs its own. Without the call the code may be paged out when it runs
raised, and nothing can bring it back: bug check 0xD1 or 0xA.

Wrong:

```c
#pragma alloc_text(PAGELK, CountOpen)

VOID CountOpen(PDEVICE_EXTENSION Extension)
{
    PAGED_CODE_LOCKED();                       // who locks PAGELK?
    Extension->OpenCount++;
}
```

Right:

```c
NTSTATUS Open(PDEVICE_EXTENSION Extension)
{
    Extension->CodeHandle = MmLockPagableCodeSection((PVOID)(ULONG_PTR)CountOpen);
    return StartTimer(Extension);              // whose DPC calls CountOpen
}
```

To fix it, lock the section before the first run at DISPATCH_LEVEL and unlock it after the last; or, if the function
never runs raised, write `PAGED_CODE()`.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*, which trims pageable code whenever
the level is raised.)",
};

// All of the driver is there: the function that starts it, and no unit that was not read.
bool isWholeDriver(const Program& program) {
  return std::ranges::any_of(program.entryPoints,
                             [](const EntryPoint& entry) {
                               return entry.role != nullptr &&
                                      has(entry.role->terms.effects, ContractEffect::MayBeDiscarded);
                             }) &&
         std::ranges::none_of(program.problems, [](const Problem& problem) {
           return problem.kind == ProblemKind::UnitFailed || problem.kind == ProblemKind::BodyLost;
         });
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  if (program.lockedSections.cannotBeSeen || !isWholeDriver(program)) return;
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionRef ref(i);
    const FunctionSummary& function = program[ref].summary;
    if (!function.body || function.isForeign || !program.isPageable(function)) continue;
    const std::vector<PagedAssertion> assertions = analyzed.pagedAssertions(ref);
    const auto claim = std::ranges::find_if(assertions, [](const PagedAssertion& use) { return use.locks; });
    if (claim == assertions.end()) continue;
    Finding finding;
    finding.location = program.locate(claim->location);
    const std::size_t section = addSectionPlacement(analyzed, ref, finding);
    finding.codeFlow.clear();  // nothing flows here
    finding.arguments = {function.name, function.section.name, claim->name};
    finding.messageId = "default";
    finding.messageTemplate =
        "'{0}' relies on its [section](" + std::to_string(section) + ") being locked ('{2}'), but no call locks '{1}'.";
    finding.help = "lock '" + function.section.name + "' before '" + function.name + "' runs at DISPATCH_LEVEL";
    finding.fingerprint = function.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
