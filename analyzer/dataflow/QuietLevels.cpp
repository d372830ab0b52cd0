#include "analyzer/dataflow/QuietLevels.h"

#include <algorithm>
#include <utility>

#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

// Where a page fault can be served.
const IrqlSet kLow = IrqlSet::range(kPassiveLevel, kApcLevel);

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

QuietLevels::QuietLevels(const Program& program, const std::vector<bool>& pageable, Memory& memory)
    : program_(program),
      pageable_(pageable),
      memory_(memory),
      functions_(program.functions.size(), IrqlSet::all()),
      wantedOfApcs_(program.functions.size(), 0),
      operations_(program.functions.size()),
      blocks_(program.functions.size()) {
  findLevels();
  findOperations();
}

void QuietLevels::findLevels() {
  std::vector<std::vector<std::size_t>> callers(program_.functions.size());
  std::vector<std::size_t> worklist;
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    if (!program_.functions[i].isDefined()) continue;
    if (!memory_.touches(FunctionRef(i)).empty()) functions_[i] = kLow;
    for (const BasicBlock& block : program_.functions[i].summary.body->blocks) {
      for (const Event& event : block.events) {
        functions_[i] = functions_[i] & ofEvent(FunctionRef(i), event);
        const auto* call = std::get_if<CallEvent>(&event.action);
        if (call == nullptr) continue;
        wantedOfApcs_[i] |= wantedOfApcsAt(FunctionRef(i), *call);
        forEachBody(FunctionRef(i), *call, [&](FunctionRef callee) { callers[callee.index()].push_back(i); });
      }
    }
    worklist.push_back(i);
  }
  while (!worklist.empty()) {
    const std::size_t changed = worklist.back();
    worklist.pop_back();
    for (const std::size_t caller : callers[changed]) {
      const IrqlSet narrowed = functions_[caller] & functions_[changed];
      const ContractEffects wanted = wantedOfApcs_[caller] | wantedOfApcs_[changed];
      if (narrowed == functions_[caller] && wanted == wantedOfApcs_[caller]) continue;
      functions_[caller] = narrowed;
      wantedOfApcs_[caller] = wanted;
      worklist.push_back(caller);
    }
  }
}

// Wrappers of wrappers of locks are followed so deep.
void QuietLevels::findOperations() {
  constexpr int kWrappers = 3;
  for (int depth = 0; depth < kWrappers; ++depth) {
    std::vector<Operations> found(program_.functions.size());
    for (std::size_t i = 0; i < program_.functions.size(); ++i) {
      if (!program_.functions[i].isDefined()) continue;
      for (const BasicBlock& block : program_.functions[i].summary.body->blocks) {
        for (const Event& event : block.events) {
          if (const auto* call = std::get_if<CallEvent>(&event.action)) found[i] |= operationsAt(FunctionRef(i), *call);
        }
      }
    }
    operations_ = std::move(found);
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
  for (const MemoryTouch& touch : memory_.touches(function)) levels[touch.block.index()] = kLow;
  for (std::size_t i = 0; i < body.blocks.size(); ++i) {
    for (const Event& event : body.blocks[i].events) {
      levels[i] = levels[i] & ofEvent(function, event);
      if (const auto* call = std::get_if<CallEvent>(&event.action)) {
        forEachBody(function, *call, [&](FunctionRef callee) { levels[i] = levels[i] & functions_[callee.index()]; });
        if (operationsAt(function, *call).any()) levels[i] = {};
      }
    }
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = body.blocks.size(); i-- > 0;) {
      IrqlSet ahead = levels[i];
      for (const BlockId successor : body.blocks[i].terminator.successors) ahead = ahead & levels[successor.index()];
      for (const SwitchCase& arm : body.blocks[i].terminator.cases) ahead = ahead & levels[arm.target.index()];
      if (const BlockId handler = body.blocks[i].handler) ahead = ahead & levels[handler.index()];
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
    if (pageable_[callee.index()]) levels = levels & kLow;
  });
  return passesPageable(function, call) ? levels & kLow : levels;
}

bool QuietLevels::passesPageable(FunctionRef function, const CallEvent& call) const {
  if (!memory_.hasPageable()) return false;
  const auto needsResident = [&](FunctionRef callee) {
    const Contract* contract = program_[callee].contract;
    return contract != nullptr && has(contract->terms.effects, ContractEffect::NeedsResidentArgs);
  };
  if (std::ranges::none_of(program_.targets(function, call.id).functions, needsResident)) return false;
  const ExprTable& exprs = program_[function].summary.body->exprs;
  return std::ranges::any_of(call.arguments, [&](ExprId argument) {
    return argument && memory_.pageablePointee(function, exprs, argument).has_value();
  });
}

QuietLevels::Operations QuietLevels::of(const Contract& contract) {
  Operations found;
  if (contract.lock) {
    const std::uint32_t kind = 1u << static_cast<unsigned>(contract.lock->kind);
    (contract.lock->action == LockAction::Release ? found.givenBack : found.taken) = kind;
  }
  const auto addRegions = [&](const ContractTerms& terms) {
    constexpr std::uint32_t kCriticalRegion = 1u << 30;
    constexpr std::uint32_t kGuardedRegion = 1u << 31;
    if (has(terms.effects, ContractEffect::CriticalRegionEnter)) found.taken |= kCriticalRegion;
    if (has(terms.effects, ContractEffect::GuardedRegionEnter)) found.taken |= kGuardedRegion;
    if (has(terms.effects, ContractEffect::CriticalRegionLeave)) found.givenBack |= kCriticalRegion;
    if (has(terms.effects, ContractEffect::GuardedRegionLeave)) found.givenBack |= kGuardedRegion;
  };
  addRegions(contract.terms);
  for (const ContractCondition& condition : contract.conditions) addRegions(condition.terms);
  return found;
}

QuietLevels::Operations QuietLevels::operationsAt(FunctionRef function, const CallEvent& call) const {
  Operations found;
  for (const FunctionRef callee : program_.targets(function, call.id).functions) {
    const Function& target = program_[callee];
    if (target.contract != nullptr && !target.contractIsDeclared) {
      found |= of(*target.contract);
    } else if (!operations_[callee.index()].isBalanced()) {
      found |= operations_[callee.index()];
    }
  }
  return found;
}

ContractEffects QuietLevels::wantedOfApcsAt(FunctionRef function, const CallEvent& call) const {
  constexpr auto kWanted = static_cast<ContractEffects>(ContractEffect::RequiresApcsDisabled) |
                           static_cast<ContractEffects>(ContractEffect::RequiresApcsEnabled);
  ContractEffects wanted = 0;
  for (const FunctionRef callee : program_.targets(function, call.id).functions) {
    if (const Contract* contract = program_[callee].contract) wanted |= contract->terms.effects & kWanted;
  }
  return wanted;
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
