// A call at a level above what the callee allows.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {
    "C28118", "C28121", "C28123", "SDV:IrqlExPassive", "SDV:IrqlExApcLte1", "SDV:IrqlExApcLte2", "SDV:IrqlExApcLte3",
    "SDV:IrqlIoPassive1", "SDV:IrqlIoApcLte", "SDV:IrqlIoDispatch", "SDV:IrqlKeApcLte1", "SDV:IrqlKeDispatchLte",
    "SDV:IrqlMmApcLte", "SDV:IrqlObPassive", "SDV:IrqlPsPassive", "SDV:IrqlZwPassive", "SDV:KmdfIrql", "SDV:PagedCode",
};

constexpr RuleInfo kInfo{
    .id = "IRQL101",
    .name = "CallIrqlTooHigh",
    .title = "A function is called above the highest IRQL it allows",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(Every kernel function has a highest IRQL at which it may be called. Above it the function may touch
pageable code or data (a page fault at DISPATCH_LEVEL is a bug check), wait for something that cannot happen, or take
a lock that a lower level already holds.

Wrong:

```c
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
ZwClose(Extension->Key);                       // needs PASSIVE_LEVEL
KeReleaseSpinLock(&Extension->Lock, OldIrql);
```

Right:

```c
KeAcquireSpinLock(&Extension->Lock, &OldIrql);
Key = Extension->Key;
Extension->Key = NULL;
KeReleaseSpinLock(&Extension->Lock, OldIrql);
ZwClose(Key);
```

To fix it, move the call out of the raised region, hand it to a work item, or use a function that is made for the
level. The steps of the finding show what raised the level and how the call is reached.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*.)",
};

bool isMine(const Breach& breach) {
  if (breach.kind == BreachKind::PagedAssertion) return true;
  if (breach.kind != BreachKind::TooHigh || has(breach.effects, ContractEffect::Waits)) return false;
  return !(isPoolCall(breach) && breach.required < kDispatchLevel);
}

void check(const AnalyzedProgram& program, FindingSink& sink) {
  for (const BreachGroup& group : program.breaches(isMine)) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(program, group, "calls '" + breach.callee + "'");
    if (breach.level < kDispatchLevel) finding.severity = Severity::Warning;
    finding.arguments = {breach.callee, irqlName(breach.required), levelsText(group)};
    if (breach.kind == BreachKind::PagedAssertion) {
      finding.messageId = "assertion";
      finding.messageTemplate = "'{0}' asserts {1} or lower but is reached at {2}.";
      finding.severity = Severity::Warning;
    } else if (breach.condition.empty()) {
      finding.messageId = "default";
      finding.messageTemplate = "'{0}' must be called at {1} or lower but runs at {2} here.";
    } else {
      finding.messageId = breach.conditionKnown ? "condition" : "unknownCondition";
      finding.messageTemplate = breach.conditionKnown
                                    ? "'{0}' must be called at {1} or lower where '{3}', but runs at {2} here."
                                    : "'{0}' must be called at {1} or lower if '{3}', and runs at {2} here.";
      finding.arguments.push_back(breach.condition);
    }
    finding.messageTemplate += sameCauseText(finding, group);
    finding.help = "call '" + breach.callee + "' before the level is raised, or from a work item";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
