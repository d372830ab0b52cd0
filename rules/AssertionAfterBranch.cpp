// A check of pageable code that some calls never meet.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28170"};

constexpr RuleInfo kInfo{
    .id = "PAGE209",
    .name = "AssertionAfterBranch",
    .title = "A pageable function checks its IRQL on some paths only",
    .severity = Severity::Note,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(All of a function in a pageable section may be paged out, its first instruction too. A `PAGED_CODE()`
behind an early return or inside a branch checks only the calls that get there; a call at DISPATCH_LEVEL that takes
another path goes unnoticed until the page is out.

Wrong:

```c
#pragma alloc_text(PAGE, ReadLimits)

NTSTATUS ReadLimits(PDEVICE_EXTENSION Extension)
{
    if (!Extension->Started) return STATUS_DEVICE_NOT_READY;

    PAGED_CODE();
    return QueryRegistry(Extension);
}
```

Right:

```c
NTSTATUS ReadLimits(PDEVICE_EXTENSION Extension)
{
    PAGED_CODE();

    if (!Extension->Started) return STATUS_DEVICE_NOT_READY;
    return QueryRegistry(Extension);
}
```

To fix it, make `PAGED_CODE();` the first statement. If only a part of the function needs a low level, move that part
into a pageable function of its own and leave the rest resident.

This is about a safety net; what happens without it shows under Driver Verifier with *Force IRQL Checking*.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionRef ref(i);
    const FunctionSummary& function = program[ref].summary;
    if (function.isForeign || function.isImplicit || function.parseErrors > 0) continue;
    if (!DdiDatabase::isPageableSection(function.section.name)) continue;
    const std::vector<PagedAssertion> uses = analyzed.pagedAssertions(ref);
    if (uses.empty()) continue;
    const auto unchecked = analyzed.uncheckedReturn(ref);
    if (!unchecked) continue;
    Finding finding;
    finding.location = program.locate(uses.front().location);
    finding.relatedLocations.push_back({program.locate(*unchecked), "a path without the check returns here"});
    const std::size_t section = addSectionPlacement(analyzed, ref, finding);
    finding.codeFlow.clear();  // nothing flows here
    finding.arguments = {function.name, function.section.name, uses.front().name};
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' is in the [pageable section](" + std::to_string(section) +
                              ") '{1}' but can [return](1) without meeting '{2}'.";
    finding.help = "make " + uses.front().name + "() the first statement of '" + function.name + "'";
    finding.fingerprint = function.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
