// Resident code that never runs at DISPATCH_LEVEL or above.
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "ADVC501",
    .name = "CouldBePaged",
    .title = "A resident function could be paged",
    .severity = Severity::Note,
    .precision = Precision::High,
    .kind = RuleKind::Advice,
    .help =
        R"(Code outside of a section whose name begins with `PAGE` stays in memory for good, also while nobody uses the
driver. This function needs no such treatment: all that calls it is known, each of its callers runs below DISPATCH_LEVEL
where it calls it, it takes no spin lock, and it has no part in bringing a device back to power.

Wrong:

```c
NTSTATUS ReadSettings(PDEVICE_EXTENSION Extension)   // called from AddDevice only
{
    return QueryRegistry(Extension);
}
```

Right:

```c
#pragma alloc_text(PAGE, ReadSettings)

NTSTATUS ReadSettings(PDEVICE_EXTENSION Extension)
{
    PAGED_CODE();

    return QueryRegistry(Extension);
}
```

To fix it, place the function in a pageable section, as its file does with others, and let it begin with `PAGED_CODE()`.
It pays where a few such functions together fill a page of 4 KB.

Driver Verifier with *Force IRQL Checking* takes the pages away whenever the level rises, and so shows a caller that the
analysis cannot see.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const PartitionItem& item : analyzed.partition()) {
    if (item.kind != PartitionKind::Function || item.residence != Residence::Resident) continue;
    if (item.placement != Placement::CanPage) continue;
    Finding finding;
    finding.severity = Severity::Note;
    finding.location = item.location;
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' could be paged: it {1}.";
    finding.arguments = {item.name, item.because};
    finding.help = "place '" + item.name + "' in the section PAGE, with PAGED_CODE() as its first statement";
    finding.fingerprint = item.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
