// Nonpaged pool that is never touched at DISPATCH_LEVEL or above.
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "ADVC503",
    .name = "NonpagedWithoutNeed",
    .title = "Nonpaged pool is allocated where paged pool would do",
    .severity = Severity::Note,
    .precision = Precision::High,
    .kind = RuleKind::Advice,
    .help =
        R"(Nonpaged pool stays in memory until it is freed, and there is far less of it than of paged pool. This memory
needs no such treatment: all that becomes of its address is seen, no code touches or frees it at DISPATCH_LEVEL or above or
in a change of power, and no object lies in it that the system touches.

Wrong:

```c
NTSTATUS ReadSettings(PDEVICE_EXTENSION Extension)   // runs at PASSIVE_LEVEL
{
    PSETTINGS settings = ExAllocatePool2(POOL_FLAG_NON_PAGED, sizeof(SETTINGS), 'gfCS');
```

Right:

```c
    PSETTINGS settings = ExAllocatePool2(POOL_FLAG_PAGED, sizeof(SETTINGS), 'gfCS');
```

To fix it, ask for paged pool: `POOL_FLAG_PAGED` or `PagedPool`.

Driver Verifier with *Force IRQL Checking* takes the pages away whenever the level rises, and so shows a touch that the
analysis cannot see.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const PartitionItem& item : analyzed.partition()) {
    if (item.kind != PartitionKind::Allocation || item.residence != Residence::Resident) continue;
    if (item.placement != Placement::CanPage) continue;
    Finding finding;
    finding.severity = Severity::Note;
    finding.location = item.location;
    finding.messageId = "default";
    finding.messageTemplate = "Paged pool would do for what '{0}' allocates: it {1}.";
    finding.arguments = {item.name, item.because};
    finding.help = "ask '" + item.name + "' for paged pool";
    finding.fingerprint = item.identity + "|" + item.name;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
