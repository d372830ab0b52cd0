// Resident code that only the initialisation of the driver runs.
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "ADVC502",
    .name = "CouldBeDiscarded",
    .title = "A resident function could be discarded after initialisation",
    .severity = Severity::Note,
    .precision = Precision::High,
    .kind = RuleKind::Advice,
    .help =
        R"(The system frees the section `INIT` once DriverEntry, and the routines that finish its work later, have
returned. This function is reached from there and from nowhere else, and its address is kept nowhere, so that its memory
is wasted afterwards.

Wrong:

```c
NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    DriverObject->MajorFunction[IRP_MJ_CREATE] = OnCreate;
    return ReadParameters(RegistryPath);
}
```

Right:

```c
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(INIT, ReadParameters)
```

To fix it, place the function in the section `INIT`: with `#pragma alloc_text` in C and for functions declared
`extern "C"`, else with `__declspec(code_seg("INIT"))`.

If it is wrong the driver jumps into memory that is something else by then. Driver Verifier has no check for that; a run
with *Special Pool* and some load makes it likely to be seen.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const PartitionItem& item : analyzed.partition()) {
    if (item.kind != PartitionKind::Function || item.residence != Residence::Resident) continue;
    if (item.placement != Placement::CanDiscard) continue;
    Finding finding;
    finding.severity = Severity::Note;
    finding.location = item.location;
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' could be discarded after initialisation: it {1}.";
    finding.arguments = {item.name, item.because};
    finding.help = "place '" + item.name + "' in the section INIT";
    finding.fingerprint = item.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
