// Executable pool is allocated.
#include "rules/AllocationRules.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C30029", "C30030", "C30033", "C30034"};

constexpr RuleInfo kInfo{
    .id = "POOL308",
    .name = "ExecutablePool",
    .title = "Executable pool is allocated",
    .severity = Severity::Note,
    .precision = Precision::VeryHigh,
    .counterparts = kCounterparts,
    .kind = RuleKind::Advice,
    .help = R"(Nonpaged pool of the old kinds is executable: whoever can write to it, by an overflow or a stray
pointer, can have the kernel run what he wrote. Memory integrity (HVCI) refuses drivers that depend on it. Since Windows 8
there is nonpaged pool that is not executable, and it costs nothing more.

Wrong:

```c
Buffer = ExAllocatePoolWithTag(NonPagedPool, Length, 'fuBS');
```

Right:

```c
Buffer = ExAllocatePoolWithTag(NonPagedPoolNx, Length, 'fuBS');
```

To fix it, take NonPagedPoolNx or POOL_FLAG_NON_PAGED. A driver that defines POOL_NX_OPTIN and calls ExInitializeDriverRuntime
in DriverEntry gets no-execute pool by the old names too.

To see it happen, run the driver under Driver Verifier with *Code Integrity Checks*: executable pool is bug check 0xC4,
code 0x2000.)",
};

// The driver says once that it wants no executable pool, whatever the names of the kinds are.
bool hasOptedIn(const Program& program) {
  for (const Function& function : program.functions) {
    const Contract* contract = function.contract;
    if (contract != nullptr && has(contract->terms.effects, ContractEffect::OptsOutOfExecutablePool)) return true;
  }
  return false;
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  if (hasOptedIn(analyzed.program())) return;
  reportByAllocator(
      analyzed, [](const AllocationSite& site) { return site.kinds == MemoryKinds::of(MemoryKind::ExecutablePool); },
      "'{0}' is asked for memory that can be executed.", "take NonPagedPoolNx or POOL_FLAG_NON_PAGED", sink);
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
