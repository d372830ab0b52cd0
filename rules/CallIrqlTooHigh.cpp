// A call at a level above what the callee allows.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28118",
                                              "C28121",
                                              "C28123",
                                              "CodeQL:IrqlTooHigh",
                                              "SDV:IrqlApcLte",
                                              "SDV:IrqlExApcLte1",
                                              "SDV:IrqlExApcLte2",
                                              "SDV:IrqlExApcLte3",
                                              "SDV:IrqlExApcLteInline",
                                              "SDV:IrqlExPassive",
                                              "SDV:IrqlIoApcLte",
                                              "SDV:IrqlIoDispatch",
                                              "SDV:IrqlIoPassive1",
                                              "SDV:IrqlIoPassive2",
                                              "SDV:IrqlIoPassive3",
                                              "SDV:IrqlIoPassive4",
                                              "SDV:IrqlIoPassive5",
                                              "SDV:IrqlIoRtlZwPassive",
                                              "SDV:IrqlKeApcLte1",
                                              "SDV:IrqlKeApcLte2",
                                              "SDV:IrqlKeDispatchLte",
                                              "SDV:IrqlKeSetEvent",
                                              "SDV:IrqlMmApcLte",
                                              "SDV:IrqlMmDispatch",
                                              "SDV:IrqlNtifsApcPassive",
                                              "SDV:IrqlObPassive",
                                              "SDV:IrqlPsPassive",
                                              "SDV:IrqlRtlPassive",
                                              "SDV:IrqlZwPassive",
                                              "SDV:Irql_CallManager_Function",
                                              "SDV:Irql_Connection_Function",
                                              "SDV:Irql_Filter_Driver_Function",
                                              "SDV:Irql_Gather_DMA_Function",
                                              "SDV:Irql_IM_Function",
                                              "SDV:Irql_Interfaces_Function",
                                              "SDV:Irql_Interrupt_Function",
                                              "SDV:Irql_IrqlSetting_Function",
                                              "SDV:Irql_MCM_Function",
                                              "SDV:Irql_MCO_Function",
                                              "SDV:Irql_Miniport_Driver_Function",
                                              "SDV:Irql_Miscellaneous_Function",
                                              "SDV:Irql_NetBuffer_Function",
                                              "SDV:Irql_OID_Function",
                                              "SDV:Irql_Protocol_Driver_Function",
                                              "SDV:Irql_SendRcv_Function",
                                              "SDV:Irql_StatusIndication_Function",
                                              "SDV:Irql_Synch_Function",
                                              "SDV:Irql_Timer_Function",
                                              "SDV:KmdfIrql",
                                              "SDV:KmdfIrql2",
                                              "SDV:KsIrqlDDIs",
                                              "SDV:PagedCode",
                                              "SDV:PcIrqlDDIs",
                                              "SDV:PcIrqlIport",
                                              "SDV:PowerIrpDDIs",
                                              "SDV:SpIrql",
                                              "SDV:StorPortIrql",
                                              "SDV:UsbKmdfIrql",
                                              "SDV:UsbKmdfIrql2",
                                              "SDV:UsbKmdfIrqlExplicit"};

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
  for (const BreachGroup& group : sink.breaches(program, isMine)) {
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
    finding.messageTemplate += sameCauseText(group);
    finding.help = "call '" + breach.callee + "' before the level is raised, or from a work item";
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
