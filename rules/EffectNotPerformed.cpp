// An annotation says that a function changes, saves or restores the level; its body does not.
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28156", "C28158", "CodeQL:IrqlInconsistentWithRequired",
                                              "CodeQL:IrqlNotSaved"};

constexpr RuleInfo kInfo{
    .id = "ANNO405",
    .name = "EffectNotPerformed",
    .title = "A function does not do to the IRQL what its annotations declare",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help =
        R"(`_IRQL_raises_`, `_IRQL_saves_` and `_IRQL_restores_` tell callers, and tools that see no further than one
function, what a lock wrapper does. If its body never does it, they count on a level that is not in force, or restore one
that nobody saved. Mostly the body was changed and the annotation was not, or was copied from a neighbour.

Wrong:

```c
_IRQL_raises_(DISPATCH_LEVEL)
VOID LockQueue(PQUEUE Queue, _Out_ _IRQL_saves_ PKIRQL OldIrql)
{
    ExAcquireFastMutex(&Queue->Mutex);             // APC_LEVEL, and OldIrql stays as it was
}
```

Right:

```c
_IRQL_raises_(APC_LEVEL)
VOID LockQueue(PQUEUE Queue)
{
    ExAcquireFastMutex(&Queue->Mutex);
}
```

To fix it, make the annotations say what the body does; `irqlint irql LockQueue` shows it. Nothing is reported where the
body calls something of which nothing is known.

Nothing fails by itself. Where callers were written by the annotation, Driver Verifier with *Force IRQL Checking* shows
the level that is really in force.)",
};

void describe(const UnperformedEffect& effect, Finding& finding) {
  switch (effect.kind) {
    case UnperformedEffect::Kind::Raises:
      finding.messageId = "raises";
      finding.arguments.insert(finding.arguments.end(),
                               {irqlName(effect.declared), irqlName(effect.entry), irqlName(effect.exit)});
      finding.messageTemplate = "'{0}' is declared to return at {1}, but entered at {2} it returns at {3}.";
      return;
    case UnperformedEffect::Kind::Saves:
    case UnperformedEffect::Kind::Restores: {
      const bool saves = effect.kind == UnperformedEffect::Kind::Saves;
      const std::string verb = saves ? "save" : "restore";
      finding.messageId = verb + "s";
      if (effect.parameter.empty()) {
        finding.messageTemplate =
            "'{0}' is declared to return the level it was entered at, but returns something else.";
        return;
      }
      finding.arguments.push_back(effect.parameter);
      finding.messageTemplate =
          "'{0}' is declared to " + verb + " the level " + (saves ? "in" : "from") + " '{1}', which it does not use.";
      return;
    }
  }
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const UnperformedEffect& effect : analyzed.unperformedEffects()) {
    const FunctionSummary& function = program[effect.function].summary;
    Finding finding;
    finding.location = program.locate(function.location);
    finding.arguments = {function.name};
    describe(effect, finding);
    finding.help = "declare what the body of '" + function.name + "' does to the level";
    finding.fingerprint = function.identity + "|" + finding.messageId;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
