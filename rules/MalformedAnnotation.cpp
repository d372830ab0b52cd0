// Annotations that state nothing, because what they name does not exist.
#include <algorithm>

#include "analyzer/ddi/AnnotationContract.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28153", "C28260", "C28266", "CodeQL:AnnotationSyntax",
                                              "CodeQL:IrqlAnnotationIssue"};

constexpr RuleInfo kInfo{
    .id = "ANNO407",
    .name = "MalformedAnnotation",
    .title = "An annotation cannot be evaluated",
    .severity = Severity::Warning,
    .precision = Precision::VeryHigh,
    .counterparts = kCounterparts,
    .help =
        R"(The compiler does not look into annotations: a level that is misspelt, a number that is no level or a role
in quotes builds without a word. Every analysis tool then leaves the annotation out, and the function is checked as if it
had none.

Wrong:

```c
_IRQL_requires_max_(DISPATCH_LEVL)
VOID Refresh(PDEVICE_EXTENSION Extension);
```

Right:

```c
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID Refresh(PDEVICE_EXTENSION Extension);
```

To fix it, correct the name. A level may also be a number, a macro or a constant of the driver; `_IRQL_raises_` takes a
parameter too.

Nothing fails because of it at run time; Driver Verifier with *Force IRQL Checking* shows at which level the function
really runs.)",
};

struct Wording {
  const char* id;
  const char* message;
  const char* help;
};

Wording wordingOf(AnnotationDefect defect) {
  switch (defect) {
    case AnnotationDefect::NoArgument:
      return {"empty", "'{0}' is annotated with '{1}', which needs an argument.",
              "name what the annotation is to state"};
    case AnnotationDefect::NoName:
      return {"name", "'{0}' is annotated with '{1}({2})', which takes the name of a type and nothing else.",
              "write the bare name"};
    case AnnotationDefect::NoLevel:
      return {"level", "'{0}' is annotated with '{1}({2})', but {2} is no IRQL.", "name a level"};
    default: return {"unknown", "'{0}' is annotated with '{1}({2})', but nothing declares '{2}'.", "correct the name"};
  }
}

// A name may be declared in a header that was not read.
bool isUnderstood(const Program& program) {
  return std::ranges::none_of(program.problems, [](const Problem& problem) {
    return problem.kind == ProblemKind::MissingHeader || problem.kind == ProblemKind::InventedName;
  });
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  const bool knowsAllNames = isUnderstood(program);
  for (const Function& function : program.functions) {
    const FunctionSummary& summary = function.summary;
    if (summary.isForeign || summary.isImplicit) continue;
    std::vector<std::string> parameters;
    parameters.reserve(summary.parameters.size());
    for (const Parameter& parameter : summary.parameters) parameters.push_back(parameter.name);
    for (const Annotation& annotation : summary.annotations) {
      const AnnotationDefect defect = defectOf(annotation, parameters);
      if (defect == AnnotationDefect::None) continue;
      if (defect == AnnotationDefect::UnknownName && !knowsAllNames) continue;
      const Wording wording = wordingOf(defect);
      Finding finding;
      finding.location = program.locate(summary.location);
      finding.arguments = {summary.name, annotation.name, annotation.arguments};
      finding.messageId = wording.id;
      finding.messageTemplate = wording.message;
      finding.help = wording.help;
      finding.fingerprint = summary.identity + "|" + annotation.name + "|" + annotation.arguments;
      sink.report(std::move(finding));
    }
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
