// A raise that is told a level below the one in force.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28141", "CodeQL:IrqlLoweredImproperly", "SDV:IrqlKeRaiseLower"};

constexpr RuleInfo kInfo{
    .id = "IRQL107",
    .name = "IrqlRaiseLowers",
    .title = "A function that raises the IRQL is told a lower one",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(KeRaiseIrql goes up only. Told a level below the one in force it would unprotect what the higher level
protects: the system stops with IRQL_NOT_GREATER_OR_EQUAL (0x9). It happens where code written for a thread, which
raises to APC_LEVEL for instance, is reached from a DPC or with a spin lock held.

Wrong:

```c
VOID Flush(PDEVICE_EXTENSION Extension)             // also called with a spin lock held
{
    KIRQL OldIrql;

    KeRaiseIrql(APC_LEVEL, &OldIrql);
    ...
```

Right:

```c
    KIRQL OldIrql = KeGetCurrentIrql();

    if (OldIrql < APC_LEVEL) {
        KeRaiseIrql(APC_LEVEL, &OldIrql);
    }
```

To fix it, keep the caller from coming at the higher level, or raise only from below. To go back down, use KeLowerIrql
with the level that the raise saved.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*: the raise is bug check 0xC4 with
code 0x30.)",
};

void check(const AnalyzedProgram& program, FindingSink& sink) {
  reportWrongWay(program, BreachKind::RaiseToLower, "'{0}' is to raise the level to {1} but runs at {2} here.",
                 "raise only where the level is lower", sink);
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
