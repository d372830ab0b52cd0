// More than one check of pageable code in one function.
#include <algorithm>

#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28171", "CodeQL:MultiplePagedCode"};

constexpr RuleInfo kInfo{
    .id = "PAGE204",
    .name = "PagedCodeMacroRepeated",
    .title = "A function checks its IRQL with PAGED_CODE more than once",
    .severity = Severity::Warning,
    .precision = Precision::VeryHigh,
    .counterparts = kCounterparts,
    .help =
        R"(One `PAGED_CODE()` at the start says all there is to say about a function: its code is pageable as a whole.
A second one is left over from a merge, or was meant for another function that now has none; one inside a branch
suggests that only the branch is pageable, which is not so.

Wrong:

```c
PAGED_CODE();
if (Extension->Started) {
    PAGED_CODE();
    StopDevice(Extension);
}
```

Right:

```c
PAGED_CODE();
if (Extension->Started) {
    StopDevice(Extension);
}
```

To fix it, keep the first use and remove the others, after a look at whether a neighbouring function lacks its own.

Nothing fails because of it at run time; the finding is about what the code says. Driver Verifier with *Force IRQL
Checking* shows whether the function really stays below DISPATCH_LEVEL.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionRef ref(i);
    const FunctionSummary& function = program[ref].summary;
    if (function.isForeign) continue;
    std::vector<PagedAssertion> uses = analyzed.pagedAssertions(ref);
    // What another macro checks as well cannot be taken away here.
    std::erase_if(uses, [](const PagedAssertion& use) { return !use.isWritten; });
    // One use may stand in the graph twice, as the body of a __finally does.
    const auto second = std::find_if(uses.begin(), uses.end(),
                                     [&](const PagedAssertion& use) { return use.location != uses.front().location; });
    if (second == uses.end()) continue;
    Finding finding;
    finding.location = program.locate(second->location);
    finding.relatedLocations.push_back({program.locate(uses.front().location), "the first use is here"});
    finding.arguments = {function.name, second->name};
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' uses '{1}' again; the [first use](1) covers the whole function.";
    finding.help = "remove this use of " + second->name;
    finding.fingerprint = function.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
