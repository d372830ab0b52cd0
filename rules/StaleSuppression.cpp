// A suppression comment that hides nothing, or says too little.
#include <string>

#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "SUPP601",
    .name = "StaleSuppression",
    .title = "A suppression comment hides nothing, names no rule or gives no reason",
    .severity = Severity::Note,
    .precision = Precision::VeryHigh,
    .counterparts = {},
    .help = R"(A comment `irqlint-suppress` hides the findings of the rules it names on its own line or, if it stands
alone, on the next line of code. When the code has changed and there is nothing left to hide, the comment misleads: it
says that something is wrong here, and it will hide the next mistake on this line. A comment that names no rule hides
nothing at all, and one without a reason leaves the next reader to guess whether it still holds.

Only comments of this form are looked at. A pragma for MSVC's code analysis is never stale: it may be meant for that tool.

Wrong:

```c
// irqlint-suppress IRQL999
KeWaitForSingleObject(&Extension->Done, Executive, KernelMode, FALSE, &Zero);
```

Right:

```c
// irqlint-suppress IRQL103: the watchdog ends the wait, and the system is going down
KeWaitForSingleObject(&Extension->Done, Executive, KernelMode, FALSE, NULL);
```

To fix it, remove the comment or the id that hides nothing, correct the id, or say after a colon why the finding does not
matter.

Nothing fails because of it at run time. Before a comment goes, a run under Driver Verifier with *Force IRQL Checking* shows
whether the code it stood at is sound.)",
};

void check(const std::vector<CommentUse>& comments, FindingSink& sink) {
  for (const CommentUse& comment : comments) {
    Finding finding;
    finding.location = comment.location;
    finding.arguments = {comment.id};
    if (comment.id.empty()) {
      finding.arguments.clear();
      finding.messageId = "noId";
      finding.messageTemplate = "The comment suppresses nothing: it names no rule.";
      finding.help = "name the rule: irqlint-suppress IRQL101: reason";
    } else if (!comment.isKnown) {
      finding.messageId = "unknownId";
      finding.messageTemplate =
          "The comment suppresses nothing: '{0}' is no rule and no warning that a rule stands for.";
      finding.help = "correct the id; 'irqlint rules' lists them";
    } else if (comment.isStale) {
      finding.messageId = "default";
      finding.messageTemplate = "The comment suppresses '{0}', but there is no such finding here.";
      finding.help = "remove '" + comment.id + "' from the comment";
    } else if (!comment.hasReason) {
      finding.messageId = "noReason";
      finding.messageTemplate = "The comment suppresses '{0}' without a reason.";
      finding.help = "say after a colon why the finding does not matter";
    } else {
      continue;
    }
    finding.fingerprint = finding.messageId + "|" + comment.id;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
