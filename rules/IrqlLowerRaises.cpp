// A lowering or a release that is told a level above the one in force.
#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"SDV:IrqlKeRaiseLower", "SDV:IrqlKeRaiseLower2"};

constexpr RuleInfo kInfo{
    .id = "IRQL108",
    .name = "IrqlLowerRaises",
    .title = "A function that lowers the IRQL is told a higher one",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(KeLowerIrql goes down only, back to the level that a raise saved. Told a level above the one in force the
system stops with IRQL_NOT_LESS_OR_EQUAL (0xA). Mostly a level is restored twice, or the saved levels of two raises
change places.

Wrong:

```c
KeRaiseIrql(APC_LEVEL, &First);
KeRaiseIrql(DISPATCH_LEVEL, &Second);     // Second is APC_LEVEL
...
KeLowerIrql(First);                       // PASSIVE_LEVEL
KeLowerIrql(Second);                      // up to APC_LEVEL
```

Right:

```c
KeLowerIrql(Second);
KeLowerIrql(First);
```

To fix it, restore in the reverse order of the raises, each level once.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*: the call is bug check 0xC4 with code
0x31.)",
};

void check(const AnalyzedProgram& program, FindingSink& sink) {
  reportWrongWay(program, BreachKind::LowerToHigher, "'{0}' is to lower the level to {1} but runs at {2} here.",
                 "restore the level that the latest raise saved, once", sink);
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
