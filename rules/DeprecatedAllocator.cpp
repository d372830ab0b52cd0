// A deprecated allocator is called.
#include "rules/AllocationRules.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28751", "SDV:UnSafeAllocatePool"};

constexpr RuleInfo kInfo{
    .id = "POOL307",
    .name = "DeprecatedAllocator",
    .title = "A deprecated allocator is called",
    .severity = Severity::Note,
    .precision = Precision::VeryHigh,
    .counterparts = kCounterparts,
    .kind = RuleKind::Advice,
    .help = R"(The allocators that take a POOL_TYPE are deprecated since Windows 10, version 2004: they leave the
memory as it was, so that what it held before may leak to a caller, and they allocate executable memory if asked by habit.
ExAllocatePool2 and ExAllocatePool3 clear the memory, take flags, and fail rather than raise.

Wrong:

```c
Buffer = ExAllocatePoolWithTag(NonPagedPool, Length, 'fuBS');
```

Right:

```c
Buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED, Length, 'fuBS');
```

To fix it, call ExAllocatePool2, or ExAllocatePoolZero and its relatives where the driver must run on older systems. Memory
that is filled at once can be had uncleared with POOL_FLAG_UNINITIALIZED.

Nothing shows it while the driver runs, Driver Verifier included.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  reportByAllocator(
      analyzed, [](const AllocationSite& site) { return site.allocator->isDeprecated; }, "'{0}' is deprecated.",
      "call ExAllocatePool2, or ExAllocatePoolZero where older systems count", sink);
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
