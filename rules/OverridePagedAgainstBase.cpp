// A pageable method that stands in for one its callers may call at DISPATCH_LEVEL.
#include <algorithm>

#include "rules/BreachFinding.h"
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr RuleInfo kInfo{
    .id = "PAGE211",
    .name = "OverridePagedAgainstBase",
    .title = "A pageable method overrides one that may be called at DISPATCH_LEVEL",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = {},
    .help =
        R"(Whoever calls a virtual method knows the base class only. If its declaration admits DISPATCH_LEVEL, callers hold
spin locks while they call it, and every overrider must be resident, whether or not such a caller is in sight.

Wrong:

```cpp
struct Sink {
    _IRQL_requires_max_(DISPATCH_LEVEL)
    virtual void Put(ULONG Value) = 0;
};

#pragma code_seg("PAGE")
void FileSink::Put(ULONG Value)         // overrides Sink::Put
{
    PAGED_CODE();
    WriteToFile(Value);
}
```

Right:

```cpp
#pragma code_seg()
void FileSink::Put(ULONG Value)
{
    Queue(Value);                       // a work item writes it
}
```

To fix it, keep the overrider resident and move what needs a low level behind a work item; or, if nobody needs to call
the method at DISPATCH_LEVEL, declare the base class's for APC_LEVEL.

To see it happen, run the driver under Driver Verifier with *Force IRQL Checking*, which trims pageable code whenever
the level is raised.)",
};

// The method that `method` overrides, directly or not, and that is declared for DISPATCH_LEVEL or above; none if there
// is none. The nearest declaration counts.
FunctionRef raisedBase(const Program& program, const FunctionSummary& method) {
  for (const FunctionRef base : method.overrides) {
    const Contract* contract = program[base].contract;
    if (contract != nullptr && contract->terms.maximum) {
      if (*contract->terms.maximum >= kDispatchLevel) return base;
      continue;
    }
    if (const FunctionRef further = raisedBase(program, program[base].summary)) return further;
  }
  return {};
}

bool isPagedCode(const Breach& breach) { return breach.kind == BreachKind::PagedCode; }

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  // Where a call at DISPATCH_LEVEL is seen, that is the finding.
  std::vector<FunctionRef> seen;
  for (const BreachGroup& group : onePerPlace(analyzed.breaches(isPagedCode))) seen.push_back(group.breach->function);
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionRef ref(i);
    const FunctionSummary& method = program[ref].summary;
    if (!method.body || method.isForeign || !program.isPageable(method)) continue;
    const FunctionRef base = raisedBase(program, method);
    if (!base || std::ranges::find(seen, ref) != seen.end()) continue;
    const FunctionSummary& overridden = program[base].summary;
    Finding finding;
    finding.location = program.locate(method.location);
    finding.relatedLocations.push_back(
        {program.locate(overridden.location), "'" + overridden.name + "' is declared here"});
    const std::size_t section = addSectionPlacement(analyzed, ref, finding);
    finding.codeFlow.clear();  // nothing flows here
    finding.arguments = {method.name, method.section.name, overridden.name,
                         irqlName(*program[base].contract->terms.maximum)};
    finding.messageId = "default";
    finding.messageTemplate = "'{0}' is in the [pageable section](" + std::to_string(section) +
                              ") '{1}' but overrides ['{2}'](1), which may be called at up to {3}.";
    finding.help = "keep '" + method.name + "' and all that it calls resident";
    finding.fingerprint = method.identity;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
