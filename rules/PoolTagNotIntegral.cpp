// A pool tag is no number.
#include "rules/AllocationRules.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28134", "CodeQL:PoolTagIntegral"};

constexpr RuleInfo kInfo{
    .id = "POOL306",
    .name = "PoolTagNotIntegral",
    .title = "A pool tag is no number",
    .severity = Severity::Warning,
    .precision = Precision::VeryHigh,
    .counterparts = kCounterparts,
    .help = R"(The tag of an allocation is a number, which is mostly written as four characters between single
quotes. A string in its place is a pointer, of which the low half becomes the tag: a different one after each load of the
driver, and none that anybody can look for.

Wrong:

```c
Buffer = ExAllocatePoolWithTag(NonPagedPoolNx, Length, "SBuf");
```

Right:

```c
Buffer = ExAllocatePoolWithTag(NonPagedPoolNx, Length, 'fuBS');
```

To fix it, write the tag between single quotes.

To see it happen, run the driver under Driver Verifier with *Pool Tracking* and look at the tags that `!verifier 3` lists in
the debugger.)",
};

bool isPointer(const Program& program, const AllocationSite& site) {
  if (!site.tag) return false;
  const ExprKind kind = program[site.function].summary.body->exprs[site.tag].kind;
  return kind == ExprKind::String || kind == ExprKind::AddressOf || kind == ExprKind::Function;
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  reportByAllocator(
      analyzed, [&](const AllocationSite& site) { return isPointer(analyzed.program(), site); },
      "The tag that '{0}' is given is an address, no number.", "write the tag as four characters in single quotes",
      sink);
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
