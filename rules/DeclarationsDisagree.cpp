// Declarations of one function that state different levels.
#include "analyzer/ddi/AnnotationContract.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "ANNO403",
    .name = "DeclarationsDisagree",
    .title = "Declarations of a function state different IRQLs",
    .severity = Severity::Warning,
    .precision = Precision::VeryHigh,
    .counterparts = {},
    .help = R"(Callers see the annotations of the header, the body is checked against those of its definition. Where the
two state different levels, one of them is wrong, and neither side can be trusted.

Wrong:

```c
_IRQL_requires_max_(DISPATCH_LEVEL)        // in the header
VOID Refresh(PDEVICE_EXTENSION Extension);

_IRQL_requires_max_(PASSIVE_LEVEL)         // at the definition
VOID Refresh(PDEVICE_EXTENSION Extension)
```

Right:

```c
_IRQL_requires_max_(PASSIVE_LEVEL)
VOID Refresh(PDEVICE_EXTENSION Extension);

_Use_decl_annotations_
VOID Refresh(PDEVICE_EXTENSION Extension)
```

To fix it, annotate the declaration only and write `_Use_decl_annotations_` at the definition, after a look at which level
the body can bear: `irqlint irql Refresh` shows where it is called.

Nothing fails because of it by itself; Driver Verifier with *Force IRQL Checking* shows at which level the function
really runs.)",
};

// An earlier annotation of the same name that states another level; null if there is none.
const Annotation* contradicted(const std::vector<Annotation>& annotations, std::size_t index) {
  const auto bound = boundOf(annotations[index]);
  if (!bound) return nullptr;
  for (std::size_t i = 0; i < index; ++i) {
    if (annotations[i].name != annotations[index].name) continue;
    const auto other = boundOf(annotations[i]);
    if (other && other->level != bound->level) return &annotations[i];
  }
  return nullptr;
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const Function& function : program.functions) {
    const FunctionSummary& summary = function.summary;
    // A declaration may tighten what the role says.
    if (!function.isDefined() || summary.isForeign || !summary.roles.empty()) continue;
    for (std::size_t i = 0; i < summary.annotations.size(); ++i) {
      const Annotation* other = contradicted(summary.annotations, i);
      if (other == nullptr) continue;
      Finding finding;
      finding.location = program.locate(summary.location);
      finding.arguments = {summary.name, other->name, other->arguments, summary.annotations[i].arguments};
      finding.messageId = "default";
      finding.messageTemplate = "'{0}' is declared with both '{1}({2})' and '{1}({3})'.";
      finding.help = "annotate one declaration of '" + summary.name + "' only";
      finding.fingerprint = summary.identity + "|" + other->name;
      sink.report(std::move(finding));
      break;
    }
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
