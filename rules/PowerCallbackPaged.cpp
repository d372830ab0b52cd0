// Pageable code that runs while the paging disk may be off.
#include <utility>

#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"SDV:PagedCodeAtD0"};

constexpr RuleInfo kInfo{
    .id = "PAGE210",
    .name = "PowerCallbackPaged",
    .title = "A power callback runs pageable code",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help =
        R"(The callbacks that bring a device back to its working state run at PASSIVE_LEVEL, but perhaps before the disk
that holds the page file runs. A driver that declares its device not power pageable promises to touch no pageable memory
then: a page fault on its code waits for a disk that may wait for the driver, and the system does not resume. Without
such a declaration the framework keeps the disk on, and a fault only slows the resume down; that is reported as a
possibility.

Wrong:

```c
#pragma alloc_text(PAGE, OnD0Entry)

NTSTATUS OnD0Entry(WDFDEVICE Device, WDF_POWER_DEVICE_STATE PreviousState)
{
    PAGED_CODE();
    return StartHardware(Device);
}

WdfDeviceInitSetPowerNotPageable(DeviceInit);
```

Right:

```c
NTSTATUS OnD0Entry(WDFDEVICE Device, WDF_POWER_DEVICE_STATE PreviousState)
{
    return StartHardware(Device);          // resident as well
}
```

To fix it, leave the callback and all that it calls out of the pageable section. If the device has no part in paging, let
the framework's default stand instead of declaring it not power pageable.

To see it happen, resume from sleep under Driver Verifier with *Force IRQL Checking* and with little memory free.)",
};

void report(const AnalyzedProgram& analyzed, const LateEntry& way, Certainty certainty, FindingSink& sink) {
  const Program& program = analyzed.program();
  const FunctionSummary& paged = program[way.function].summary;
  const SourceLocation said = program.powerPaging.forbidden;
  Finding finding;
  finding.certainty = way.certainty == Certainty::Possible ? way.certainty : certainty;
  finding.location = program.locate(way.caller ? way.location : paged.location);
  finding.codeFlow = way.codeFlow;
  const std::size_t section = addSectionPlacement(analyzed, way.function, finding);
  finding.arguments = {paged.name, paged.section.name, way.entry->roleName};
  finding.messageId = way.caller ? "call" : "entry";
  finding.messageTemplate = "'{0}' is in the [pageable section](" + std::to_string(section) + ") '{1}' but ";
  finding.messageTemplate +=
      way.caller ? "is called here in a power change ('{2}')" : "takes part in power changes ('{2}')";
  if (said.file) {
    finding.relatedLocations.push_back({program.locate(said), "the device is declared not power pageable here"});
    finding.messageTemplate +=
        " of a device [declared](" + std::to_string(finding.relatedLocations.size()) + ") not power pageable";
    finding.messageId += "Declared";
  }
  finding.messageTemplate += ".";
  finding.help = "keep '" + paged.name + "' and all that it calls resident";
  finding.fingerprint =
      paged.identity + "|" + (way.caller ? program[way.caller].summary.identity : "") + "|" + way.entry->roleName;
  sink.report(std::move(finding));
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const PowerPaging& said = analyzed.program().powerPaging;
  const bool isForbidden = said.forbidden.file.valid();
  if (said.allowed.file && !isForbidden) return;
  // Where devices differ, which of them the callback serves is not known.
  const Certainty certainty = isForbidden && !said.allowed.file ? Certainty::Definite : Certainty::Possible;
  using enum AnalyzedProgram::PowerChange;
  for (const LateEntry& way : analyzed.pagedPowerEntries(Up)) report(analyzed, way, certainty, sink);
  if (!isForbidden) return;
  for (const LateEntry& way : analyzed.pagedPowerEntries(Down)) report(analyzed, way, certainty, sink);
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
