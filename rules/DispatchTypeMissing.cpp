// A dispatch routine without the annotation that its siblings have.
#include <algorithm>

#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28169", "CodeQL:DispatchAnnotationMissing"};

constexpr RuleInfo kInfo{
    .id = "ANNO409",
    .name = "DispatchTypeMissing",
    .title = "A dispatch routine does not say which requests it serves, though others of the driver do",
    .severity = Severity::Note,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(`_Dispatch_type_` says of a dispatch routine which IRP types it serves; tools that see one file at a time
check its body, and its place in the dispatch table, against that. In a driver that annotates some of its dispatch
routines one without the annotation is checked for less than it should be, and reads as if it served nothing.

Wrong:

```c
_Dispatch_type_(IRP_MJ_CREATE) DRIVER_DISPATCH OnCreate;
DRIVER_DISPATCH OnRead;

DriverObject->MajorFunction[IRP_MJ_READ] = OnRead;
```

Right:

```c
_Dispatch_type_(IRP_MJ_READ) DRIVER_DISPATCH OnRead;
```

To fix it, add the annotation to the declaration, once for each IRP type the routine is stored for. A driver that uses
`_Dispatch_type_` nowhere is not reported: irqlint reads the dispatch table.

Nothing fails because of it at run time, and Driver Verifier does not see it.)",
};

// A routine of the driver that the dispatch table holds for one IRP type.
bool isDispatchEntry(const Program& program, const EntryPoint& entry) {
  return entry.cause == EntryPoint::Cause::Stored && entry.role != nullptr && entry.roleName != entry.role->name &&
         program.ddi().constant(entry.roleName).has_value() && !program[entry.function].summary.roles.empty();
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  const bool annotates = std::ranges::any_of(program.entryPoints, [&](const EntryPoint& entry) {
    return isDispatchEntry(program, entry) && !program[entry.function].summary.dispatchTypes.empty();
  });
  if (!annotates) return;
  FunctionRef last;  // entry points are in order of the function
  for (const EntryPoint& entry : program.entryPoints) {
    const FunctionSummary& function = program[entry.function].summary;
    if (!isDispatchEntry(program, entry) || !function.dispatchTypes.empty() || entry.function == last) continue;
    last = entry.function;
    Finding finding;
    finding.location = program.locate(function.location);
    finding.relatedLocations.push_back(
        {program.locate(entry.location), "it is stored for " + entry.roleName + " here"});
    finding.arguments = {function.name, entry.roleName};
    finding.messageId = "default";
    finding.messageTemplate =
        "'{0}' [serves](1) '{1}' but has no '_Dispatch_type_', as other routines of the driver do.";
    finding.help = "add _Dispatch_type_(" + entry.roleName + ") to the declaration";
    finding.fingerprint = function.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
