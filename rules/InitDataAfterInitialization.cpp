// A global in a section that is discarded after initialisation is used later.
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "PAGE214",
    .name = "InitDataAfterInitialization",
    .title = "Data that is discarded after initialisation may be used later",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = {},
    .help =
        R"(Data in the section `INIT` goes with the code that lies there: when `DriverEntry` has returned, its memory
belongs to somebody else. Who reads such a table later gets foreign bytes or a fault, at any level.

Wrong:

```c
#pragma data_seg("INIT")
ULONG Defaults[] = { 1, 2, 3 };
#pragma data_seg()

NTSTATUS OnRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    Irp->IoStatus.Information = Defaults[0];   // the table is gone
    ...
```

Right:

```c
ULONG Defaults[] = { 1, 2, 3 };
```

To fix it, leave the data in the default section, or copy what is needed later while the driver initialises.

To see it happen, use the driver after it was loaded, under Driver Verifier; the debugger shows an access to an address
inside the driver that is no longer there.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const LateUse& late : analyzed.lateUses()) {
    const GlobalSummary& global = program.globals[late.global];
    const std::string& user = program[late.function].name();
    Finding finding;
    finding.certainty = late.certainty;
    finding.location = program.locate(late.location);
    finding.codeFlow = late.codeFlow;
    finding.codeFlow.push_back({.location = finding.location,
                                .message = "uses '" + global.name + "'",
                                .before = finding.codeFlow.back().after,
                                .after = finding.codeFlow.back().after,
                                .nestingLevel = finding.codeFlow.back().nestingLevel,
                                .importance = Importance::Essential});
    finding.relatedLocations.push_back({program.locate(global.location), "'" + global.name + "'"});
    finding.arguments = {global.name, global.section.name, program[late.entry->function].name(), late.entry->roleName};
    finding.messageTemplate =
        "'{0}' is in the [discarded section](1) '{1}' but is used here after initialisation, by way of '{2}'";
    finding.messageTemplate += late.entry->roleName.empty() ? "." : " ('{3}').";
    finding.messageId = late.entry->roleName.empty() ? "default" : "role";
    finding.help = "leave '" + global.name + "' in the default data section";
    finding.fingerprint = global.name + "|" + user;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
