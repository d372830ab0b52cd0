// A function that is resident for the sake of a few of its lines.
#include <numeric>

#include "rules/Rule.h"

namespace irqlint {
namespace {

// What is split off must be worth a function of its own: so many lines stay low at least, and so many times as many as
// run raised.
constexpr std::uint32_t kLowLines = 20;
constexpr std::uint32_t kTimesRaised = 3;

constexpr RuleInfo kInfo{
    .id = "ADVC504",
    .name = "ResidentForFewLines",
    .title = "A function is resident only for a few lines that run raised",
    .severity = Severity::Note,
    .precision = Precision::Medium,
    .kind = RuleKind::Advice,
    .help =
        R"(A function that takes a spin lock must be resident as a whole, even if all else in it runs at PASSIVE_LEVEL: its
own page may be taken away while it holds the lock. Where only a few lines of a long function run so, the rest could be
paged if these lines were a function of their own.

Wrong:

```c
NTSTATUS Configure(PDEVICE_EXTENSION Extension)
{
    // ... a hundred lines at PASSIVE_LEVEL ...
    KeAcquireSpinLock(&Extension->Lock, &OldIrql);
    Extension->Limits = Limits;
    KeReleaseSpinLock(&Extension->Lock, OldIrql);
    // ...
}
```

Right:

```c
#pragma alloc_text(PAGE, Configure)

VOID SetLimits(PDEVICE_EXTENSION Extension, const LIMITS* Limits)   // resident
{
    KIRQL OldIrql;
    KeAcquireSpinLock(&Extension->Lock, &OldIrql);
    Extension->Limits = *Limits;
    KeReleaseSpinLock(&Extension->Lock, OldIrql);
}
```

To fix it, move the lines into a resident function, which must not be inline, and page the rest. A lock that does not
raise the level, a push lock or a mutex, may do as well if no other code takes it at DISPATCH_LEVEL.

Driver Verifier with *Force IRQL Checking* shows whether the rest really stays low.)",
};

std::string textOf(const std::vector<LineRange>& ranges) {
  std::string text;
  for (const LineRange& range : ranges) {
    if (!text.empty()) text += ", ";
    text += std::to_string(range.first);
    if (range.last != range.first) text += "-" + std::to_string(range.last);
  }
  return text;
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const PartitionItem& item : analyzed.partition()) {
    if (item.reason != PlacementReason::RaisesInside || item.residence != Residence::Resident) continue;
    const std::uint32_t raised =
        std::accumulate(item.raisedLines.begin(), item.raisedLines.end(), std::uint32_t{0},
                        [](std::uint32_t sum, const LineRange& range) { return sum + range.last - range.first + 1; });
    if (!item.restCouldBePaged || raised == 0 || item.lines < raised + kLowLines ||
        item.lines < raised * (1 + kTimesRaised))
      continue;
    Finding finding;
    finding.severity = Severity::Note;
    finding.location = item.location;
    finding.messageId = "default";
    finding.messageTemplate =
        "'{0}' is resident only for the lines {1}, which run at DISPATCH_LEVEL or above: {2} of {3}.";
    finding.arguments = {item.name, textOf(item.raisedLines), std::to_string(raised), std::to_string(item.lines)};
    finding.codeFlow = item.path;
    finding.help = "move these lines into a resident function of their own and page '" + item.name + "'";
    finding.fingerprint = item.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
