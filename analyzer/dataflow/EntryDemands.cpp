// What the start of a body says of the level at which its function is entered.
#include <algorithm>

#include "analyzer/dataflow/AnalyzedProgram.h"

namespace irqlint {
namespace {

bool changesLevel(const ContractTerms& terms) { return terms.raises || terms.saves || terms.restores || terms.lowers; }

// True if a call by `contract` returns at the level it was made at.
bool keepsLevel(const Contract& contract, bool isDeclared) {
  if (isDeclared && !contract.mustReturnAtEntryLevel) return false;
  return !changesLevel(contract.terms) &&
         std::ranges::none_of(contract.conditions, [](const auto& c) { return c.replacesRaises; });
}

class DemandReader {
 public:
  explicit DemandReader(const Program& program) : program_(program) {}

  // False if what follows the event may run at another level, or not at all.
  bool read(const Event& event) {
    if (const auto* macro = std::get_if<MacroEvent>(&event.action)) {
      const std::string name(program_.strings[macro->name]);
      const Contract* contract = program_.ddi().contract(name);
      return contract == nullptr || demand(name, *contract, event.location, false);
    }
    if (std::holds_alternative<AssumeEvent>(event.action)) return false;  // it may be the level that is assumed
    const auto* call = std::get_if<CallEvent>(&event.action);
    if (call == nullptr || call->inAssertion) return true;
    if (!call->callee || call->isVirtual) return false;
    const Function& callee = program_[call->callee];
    if (callee.contract == nullptr) return false;
    return demand(callee.name(), *callee.contract, event.location, callee.contractIsDeclared);
  }

  std::vector<EntryDemand> take() { return std::move(demands_); }

 private:
  bool demand(const std::string& name, const Contract& contract, SourceLocation location, bool isDeclared) {
    EntryDemand demand{name, location, contract.terms.minimum, contract.terms.maximum};
    for (const ContractCondition& condition : contract.conditions) {
      if (condition.replacesMinimum) demand.minimum.reset();
      if (condition.replacesMaximum) demand.maximum.reset();
    }
    const bool isKnown = contract.confidence != ContractConfidence::Inferred;
    if (isKnown && (demand.minimum || demand.maximum)) demands_.push_back(std::move(demand));
    return keepsLevel(contract, isDeclared);
  }

  const Program& program_;
  std::vector<EntryDemand> demands_;
};

}  // namespace

std::vector<EntryDemand> AnalyzedProgram::entryDemands(FunctionRef function) const {
  DemandReader reader(program_);
  const auto& body = program_[function].summary.body;
  if (!body) return {};
  BlockId at(0);
  for (std::size_t steps = 0; steps < body->blocks.size(); ++steps) {
    const BasicBlock& block = body->blocks[at.index()];
    for (const Event& event : block.events) {
      if (!reader.read(event)) return reader.take();
    }
    if (block.terminator.kind != TerminatorKind::Jump) break;
    at = block.terminator.successors.front();
  }
  return reader.take();
}

}  // namespace irqlint
