// A check of pageable code in a function that is resident.
#include <algorithm>

#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28172", "CodeQL:NoPagingSegment"};

constexpr RuleInfo kInfo{
    .id = "PAGE205",
    .name = "PagedCodeMacroWithoutSection",
    .title = "A function uses PAGED_CODE but is not in a pageable section",
    .severity = Severity::Note,
    .precision = Precision::VeryHigh,
    .counterparts = kCounterparts,
    .help =
        R"(`PAGED_CODE()` says that a function may be paged out, but only a section whose name begins with `PAGE` makes it
so. Without one the function stays in memory for good: the memory is wasted, or the check is left over from a function
that had to become resident.

Wrong:

```c
NTSTATUS ReadLimits(PDEVICE_EXTENSION Extension)
{
    PAGED_CODE();

    return QueryRegistry(Extension);
}
```

Right:

```c
#pragma alloc_text(PAGE, ReadLimits)

NTSTATUS ReadLimits(PDEVICE_EXTENSION Extension)
{
    PAGED_CODE();

    return QueryRegistry(Extension);
}
```

To fix it, place the function in a pageable section: with `#pragma alloc_text` in C, with `__declspec(code_seg("PAGE"))` or
`#pragma code_seg` in C++, where `alloc_text` works for `extern "C"` functions only. If it must stay resident, remove the
macro and check the level with an assertion of its own.

Nothing fails because of it at run time. Driver Verifier with *Force IRQL Checking* shows whether the function really
stays below DISPATCH_LEVEL, so that it may be paged.)",
};

bool isReachedRaised(const Breach& breach) { return breach.kind == BreachKind::PagedAssertion; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  // Code that may run raised had better stay resident; that its assertion fails is another rule's finding.
  std::vector<FunctionRef> raised;
  for (const BreachGroup& group : analyzed.breaches(isReachedRaised)) {
    raised.push_back(analyzed.functionOf(group.breach->context));
  }
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionRef ref(i);
    const FunctionSummary& function = program[ref].summary;
    // Inline code lands in its callers' sections.
    if (function.isForeign || function.isInline) continue;
    const std::string& section = function.section.name;
    if (DdiDatabase::isPageableSection(section) || DdiDatabase::isDiscardableSection(section)) continue;
    if (std::find(raised.begin(), raised.end(), ref) != raised.end()) continue;
    const std::vector<PagedAssertion> uses = analyzed.pagedAssertions(ref);
    if (uses.empty()) continue;
    Finding finding;
    finding.location = program.locate(uses.front().location);
    finding.arguments = {function.name, uses.front().name, section};
    finding.messageId = section.empty() ? "default" : "section";
    finding.messageTemplate = section.empty() ? "'{0}' uses '{1}' but is not in a pageable section."
                                              : "'{0}' uses '{1}' but is in the section '{2}', which is not pageable.";
    finding.help = "place '" + function.name + "' in the section PAGE, or remove " + uses.front().name;
    finding.fingerprint = function.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
