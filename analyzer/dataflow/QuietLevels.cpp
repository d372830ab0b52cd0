#include "analyzer/dataflow/QuietLevels.h"

#include <algorithm>

namespace irqlint {
namespace {

bool changesLevel(const ContractTerms& terms) {
  return terms.raises || terms.saves || terms.restores || terms.lowers ||
         has(terms.effects, ContractEffect::RaisesUntilWait);
}

IrqlSet permitted(const ContractTerms& terms) {
  if (changesLevel(terms)) return {};
  const Irql maximum = has(terms.effects, ContractEffect::AssertsPagedCode) ? kApcLevel : kHighLevel;
  return IrqlSet::range(terms.minimum.value_or(kPassiveLevel), std::min(maximum, terms.maximum.value_or(kHighLevel)));
}

// Whatever the arguments are.
IrqlSet permitted(const Contract& contract) {
  IrqlSet levels = permitted(contract.terms);
  for (const ContractCondition& condition : contract.conditions) levels = levels & permitted(condition.terms);
  return levels;
}

}  // namespace

QuietLevels::QuietLevels(const Program& program, const std::vector<bool>& pageable)
    : program_(program),
      pageable_(pageable),
      functions_(program.functions.size(), IrqlSet::all()),
      blocks_(program.functions.size()) {
  std::vector<std::vector<std::size_t>> callers(program.functions.size());
  std::vector<std::size_t> worklist;
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    if (!program.functions[i].isDefined()) continue;
    for (const BasicBlock& block : program.functions[i].summary.body->blocks) {
      for (const Event& event : block.events) {
        functions_[i] = functions_[i] & ofEvent(FunctionRef(i), event);
        if (const auto* call = std::get_if<CallEvent>(&event.action)) {
          forEachBody(FunctionRef(i), *call, [&](FunctionRef callee) { callers[callee.index()].push_back(i); });
        }
      }
    }
    worklist.push_back(i);
  }
  while (!worklist.empty()) {
    const std::size_t changed = worklist.back();
    worklist.pop_back();
    for (const std::size_t caller : callers[changed]) {
      const IrqlSet narrowed = functions_[caller] & functions_[changed];
      if (narrowed == functions_[caller]) continue;
      functions_[caller] = narrowed;
      worklist.push_back(caller);
    }
  }
}

IrqlSet QuietLevels::from(FunctionRef function, BlockId block) {
  if (blocks_[function.index()].empty()) computeBlocks(function);
  return blocks_[function.index()][block.index()];
}

void QuietLevels::computeBlocks(FunctionRef function) {
  const FunctionBody& body = *program_[function].summary.body;
  std::vector<IrqlSet>& levels = blocks_[function.index()];
  levels.assign(body.blocks.size(), IrqlSet::all());
  for (std::size_t i = 0; i < body.blocks.size(); ++i) {
    for (const Event& event : body.blocks[i].events) {
      levels[i] = levels[i] & ofEvent(function, event);
      if (const auto* call = std::get_if<CallEvent>(&event.action)) {
        forEachBody(function, *call, [&](FunctionRef callee) { levels[i] = levels[i] & of(callee); });
      }
    }
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = body.blocks.size(); i-- > 0;) {
      IrqlSet ahead = levels[i];
      for (const BlockId successor : body.blocks[i].terminator.successors) ahead = ahead & levels[successor.index()];
      for (const SwitchCase& arm : body.blocks[i].terminator.cases) ahead = ahead & levels[arm.target.index()];
      changed = changed || ahead != levels[i];
      levels[i] = ahead;
    }
  }
}

IrqlSet QuietLevels::ofEvent(FunctionRef function, const Event& event) const {
  if (const auto* call = std::get_if<CallEvent>(&event.action)) return atCall(function, *call);
  const auto* macro = std::get_if<MacroEvent>(&event.action);
  if (macro == nullptr) return IrqlSet::all();
  const Contract* contract = program_.ddi().contract(program_.strings[macro->name]);
  return contract != nullptr && !contract->isCallback ? permitted(*contract) : IrqlSet::all();
}

IrqlSet QuietLevels::atCall(FunctionRef function, const CallEvent& call) const {
  IrqlSet levels = IrqlSet::all();
  for (const FunctionRef callee : program_.targets(function, call.id).functions) {
    const Contract* contract = program_[callee].contract;
    if (contract != nullptr) levels = levels & permitted(*contract);
  }
  for (const SynchronousCallback* callback : program_.synchronousCallbacks(function, call.id)) {
    if (!callback->atCallersLevel) return {};
  }
  forEachBody(function, call, [&](FunctionRef callee) {
    if (pageable_[callee.index()]) levels = levels & IrqlSet::range(kPassiveLevel, kApcLevel);
  });
  return levels;
}

void QuietLevels::forEachBody(FunctionRef function, const CallEvent& call,
                              llvm::function_ref<void(FunctionRef)> visit) const {
  const auto visitDefined = [&](const std::vector<FunctionRef>& functions) {
    for (const FunctionRef callee : functions) {
      if (program_[callee].isDefined()) visit(callee);
    }
  };
  visitDefined(program_.targets(function, call.id).functions);
  for (const SynchronousCallback* callback : program_.synchronousCallbacks(function, call.id)) {
    visitDefined(callback->functions);
  }
}

}  // namespace irqlint
