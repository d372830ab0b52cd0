// Pool is allocated without a tag of its own.
#include "rules/AllocationRules.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28147", "CodeQL:DefaultPoolTag",
                                              "SDV:NdisAllocateMemoryWithTagPriority"};

constexpr RuleInfo kInfo{
    .id = "POOL305",
    .name = "PoolTagMissing",
    .title = "Pool is allocated without a tag of its own",
    .severity = Severity::Note,
    .precision = Precision::VeryHigh,
    .counterparts = kCounterparts,
    .kind = RuleKind::Advice,
    .help = R"(A tag of four characters says in the pool's own records who allocated a block. Without one, or with the
system's default tag, a leak or a corruption in the field cannot be traced to the driver: every untagged allocation of every
driver looks the same to poolmon, to the debugger's `!poolused` and to Driver Verifier.

Wrong:

```c
Buffer = ExAllocatePool(NonPagedPoolNx, Length);
```

Right:

```c
Buffer = ExAllocatePoolWithTag(NonPagedPoolNx, Length, 'fuBS');
```

To fix it, call the allocator that takes a tag, with four characters that no other driver uses, written backwards so that
they read forwards in memory.)",
};

bool isUntagged(const Program& program, const AllocationSite& site) {
  const Allocator& allocator = *site.allocator;
  if (!allocator.tagParameter) return allocator.isDeprecated && allocator.selectorParameter.has_value();
  if (!site.tag) return false;
  const Expr& tag = program[site.function].summary.body->exprs[site.tag];
  if (tag.kind != ExprKind::Integer) return false;
  return tag.value == 0 || tag.value == program.ddi().constant("DefaultPoolTag") ||
         tag.value == program.ddi().constant("DefaultDebugPoolTag");
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  reportByAllocator(
      analyzed, [&](const AllocationSite& site) { return isUntagged(analyzed.program(), site); },
      "'{0}' allocates pool without a tag that names the driver.", "give the allocation a tag of the driver's own",
      sink);
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
