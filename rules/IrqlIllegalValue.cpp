// A number that is no level is passed as one.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28151", "CodeQL:IrqlIllegalValue"};

constexpr RuleInfo kInfo{
    .id = "IRQL109",
    .name = "IrqlIllegalValue",
    .title = "A value that is no IRQL is passed as one",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help =
        R"(Levels go from PASSIVE_LEVEL (0) to HIGH_LEVEL, which is 15 on x64 and Arm64 and 31 on 32-bit x86. A raise
to any other number writes what the processor does not know into its task priority register, or masks interrupts that
the system relies on; a restore of it stops the system with IRQL_NOT_LESS_OR_EQUAL (0xA). Mostly such a number is a mark
for "nothing saved yet" that a path passes on, or an argument of another kind in the wrong place.

Wrong:

```c
KIRQL OldIrql = (KIRQL)-1;

if (Extension->Shared) {
    KeAcquireSpinLock(&Extension->Lock, &OldIrql);
}
Extension->Count++;
KeLowerIrql(OldIrql);                          // 255 where the lock was not taken
```

Right:

```c
if (Extension->Shared) {
    KeAcquireSpinLock(&Extension->Lock, &OldIrql);
}
Extension->Count++;
if (Extension->Shared) {
    KeReleaseSpinLock(&Extension->Lock, OldIrql);
}
```

To fix it, pass the level that the raise or the acquire saved, or a level by its name. A number from 16 to 31 is reported
only with `--include-possible`, because 32-bit x86 has these levels.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*: the call is bug check 0xC4 with code
0x30 or 0x31.)",
};

bool isMine(const Breach& breach) { return breach.kind == BreachKind::IllegalLevel; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  for (const BreachGroup& group : onePerPlace(analyzed.breaches(isMine))) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(analyzed, group, "calls '" + breach.callee + "'");
    finding.arguments = {breach.callee, std::to_string(breach.value), irqlName(kHighLevel),
                         std::to_string(int{kHighLevel})};
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' is passed {1} as a level, but the highest one is {2} ({3}).";
    if (breach.value < 0) {
      finding.messageId = "negative";
      finding.messageTemplate = "'{0}' is passed {1} as a level, but no level is negative.";
    }
    finding.help = "pass a level by its name, or the one that was saved";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
