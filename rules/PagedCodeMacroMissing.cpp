// Pageable code that does not check where it runs.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28170", "CodeQL:NoPagedCode"};

constexpr RuleInfo kInfo{
    .id = "PAGE203",
    .name = "PagedCodeMacroMissing",
    .title = "A pageable function does not check its IRQL with PAGED_CODE",
    .severity = Severity::Note,
    .precision = Precision::VeryHigh,
    .counterparts = kCounterparts,
    .help =
        R"(`PAGED_CODE()` at the start of a function in a pageable section stops a checked build, and tells a reader and
every analysis tool, that the function is for PASSIVE_LEVEL and APC_LEVEL only. Without it a call at DISPATCH_LEVEL goes
unnoticed as long as the page happens to be in memory.

Wrong:

```c
#pragma alloc_text(PAGE, ReadLimits)

NTSTATUS ReadLimits(PDEVICE_EXTENSION Extension)
{
    return QueryRegistry(Extension);
}
```

Right:

```c
NTSTATUS ReadLimits(PDEVICE_EXTENSION Extension)
{
    PAGED_CODE();

    return QueryRegistry(Extension);
}
```

To fix it, write `PAGED_CODE();` after the declarations, before the first statement. A function whose section is locked
down while it runs takes `PAGED_CODE_LOCKED();`.

This is advice about a safety net; no failure follows from it by itself. What happens without the check shows under
Driver Verifier with *Force IRQL Checking*.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionRef ref(i);
    const FunctionSummary& function = program[ref].summary;
    if (!function.body || function.isForeign || function.isImplicit) continue;
    if (function.name.ends_with(kLambdaName)) continue;  // lies where the function around it does, which checks
    if (!DdiDatabase::isPageableSection(function.section.name) || !analyzed.pagedAssertions(ref).empty()) continue;
    Finding finding;
    finding.location = program.locate(function.location);
    const std::size_t section = addSectionPlacement(analyzed, ref, finding);
    finding.codeFlow.clear();  // nothing flows here
    finding.arguments = {function.name, function.section.name};
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' is in the [pageable section](" + std::to_string(section) +
                              ") '{1}' but does not check its level with 'PAGED_CODE'.";
    finding.help = "write PAGED_CODE() before the first statement of '" + function.name + "'";
    finding.fingerprint = function.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
