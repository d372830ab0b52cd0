// A section pragma that places nothing.
#include <algorithm>

#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "PAGE208",
    .name = "AllocTextWithoutEffect",
    .title = "An alloc_text pragma does not place the function it names",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = {},
    .help =
        R"(`#pragma alloc_text(PAGE, f)` works only between a declaration of `f` and its definition, in the file that
defines it, and only for functions with C linkage. Anywhere else it places nothing (or does not compile): the function
stays resident although its author believes it pageable, or, with `INIT`, stays in memory for good.

Wrong:

```c
NTSTATUS ReadLimits(PDEVICE_EXTENSION Extension)
{
    PAGED_CODE();
    return QueryRegistry(Extension);
}

#pragma alloc_text(PAGE, ReadLimits)   // the body has its section already
```

Right:

```c
NTSTATUS ReadLimits(PDEVICE_EXTENSION Extension);

#pragma alloc_text(PAGE, ReadLimits)

NTSTATUS ReadLimits(PDEVICE_EXTENSION Extension)
{
    PAGED_CODE();
    return QueryRegistry(Extension);
}
```

To fix it, move the pragma behind the declaration and before the definition, into the same file, or remove it. In C++
declare the function `extern "C"`, or use `__declspec(code_seg("PAGE"))`, which works for every function.

Nothing fails because of it at run time, and Driver Verifier does not see it; the linker's map file shows in which
section the function really is.)",
};

// Of a directive in a header, some unit may obey it.
bool isObeyedElsewhere(const Program& program, const AllocText& directive) {
  return std::ranges::any_of(program.allocTexts, [&](const AllocText& other) {
    if (other.standing != AllocTextStanding::Places || other.function != directive.function) return false;
    return other.location == directive.location ||
           (other.section == directive.section && other.definition == directive.definition);
  });
}

// What the unit says of a name counts only if all of the file was understood.
bool isUnderstood(const Program& program, FileId file) {
  return std::ranges::none_of(program.problems, [&](const Problem& problem) {
    return problem.location.file == file && problem.kind != ProblemKind::Unsupported;
  });
}

struct Wording {
  const char* id;
  const char* message;
  const char* help;
};

Wording wordingOf(AllocTextStanding standing) {
  switch (standing) {
    case AllocTextStanding::Unknown:
      return {"unknown", "No function is named '{0}': the pragma places nothing in '{1}'.",
              "correct the name, or remove it from the pragma"};
    case AllocTextStanding::NotDefined:
      return {"notDefined", "'{0}' is not defined in this file: the pragma does not place it in '{1}'.",
              "move the pragma to the file that defines the function, or remove the name"};
    case AllocTextStanding::AfterBody:
      return {"afterBody", "The [body](1) of '{0}' stands before the pragma, which does not place it in '{1}'.",
              "move the pragma before the definition"};
    case AllocTextStanding::BeforeName:
      return {"beforeName", "'{0}' is declared only after the pragma that is to place it in '{1}'.",
              "move the pragma behind the first declaration"};
    default:
      return {"linkage", "'{0}' has C++ linkage: the pragma cannot place it in '{1}'.",
              "declare the function extern \"C\", or use __declspec(code_seg(...))"};
  }
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const AllocText& directive : program.allocTexts) {
    if (directive.standing == AllocTextStanding::Places || isObeyedElsewhere(program, directive)) continue;
    if (!isUnderstood(program, directive.location.file)) continue;
    const Wording wording = wordingOf(directive.standing);
    Finding finding;
    finding.location = program.locate(directive.location);
    finding.arguments = {directive.function, directive.section};
    finding.messageId = wording.id;
    finding.messageTemplate = wording.message;
    if (directive.standing == AllocTextStanding::AfterBody) {
      finding.relatedLocations.push_back({program.locate(directive.definition), "the definition is here"});
    }
    finding.help = wording.help;
    finding.fingerprint = directive.function + "|" + directive.section + "|" + wording.id;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
