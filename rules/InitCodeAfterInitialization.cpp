// Code that is gone after initialisation and is run later all the same.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "PAGE207",
    .name = "InitCodeAfterInitialization",
    .title = "Code that is discarded after initialisation may run later",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = {},
    .help = R"(The section `INIT` is thrown away when `DriverEntry` (and a reinitialisation routine, if there is one)
has returned. Its memory then belongs to somebody else: whoever calls a function that lay there runs foreign bytes or
faults, at any level. A callback that stays registered, or a helper that is called from anywhere but `DriverEntry`, must
not lie there.

Wrong:

```c
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(INIT, OnUnload)

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    DriverObject->DriverUnload = OnUnload;   // called when the section is gone
    return STATUS_SUCCESS;
}
```

Right:

```c
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, OnUnload)
```

To fix it, place the function in a pageable section, or in none if it may run at DISPATCH_LEVEL.

To see it happen, unload the driver, or whatever the finding's path starts with, under Driver Verifier; the bug check is
an access to an address inside the driver that is no longer there.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const LateEntry& late : analyzed.lateEntries()) {
    const FunctionSummary& discarded = program[late.function].summary;
    // Inline code lands in its callers' sections.
    if (discarded.isInline || (late.caller && program[late.caller].summary.isInline)) continue;
    Finding finding;
    finding.certainty = late.certainty;
    finding.location = program.locate(late.location);
    finding.codeFlow = late.codeFlow;
    const std::size_t section = addSectionPlacement(analyzed, late.function, finding);
    finding.arguments = {discarded.name, discarded.section.name, late.entry->roleName};
    const std::string link = "[discarded section](" + std::to_string(section) + ")";
    if (late.caller) {
      finding.arguments.push_back(program[late.entry->function].name());
      finding.messageId = "call";
      finding.messageTemplate =
          "'{0}' is in the " + link + " '{1}' but is called here after initialisation, by way of '{3}' ('{2}').";
    } else {
      finding.messageId = "entry";
      finding.messageTemplate = "'{0}' is in the " + link + " '{1}' but stays registered as '{2}'.";
    }
    finding.help = "place '" + discarded.name + "' in PAGE, or in no section if it may run at DISPATCH_LEVEL";
    finding.fingerprint = discarded.identity + "|" + (late.caller ? program[late.caller].summary.identity : "") + "|" +
                          late.entry->roleName;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
