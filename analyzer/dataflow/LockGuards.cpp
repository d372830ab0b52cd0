#include "analyzer/dataflow/LockGuards.h"

#include <algorithm>
#include <utility>

namespace irqlint {

LockGuards::Operation LockGuards::skipped(FunctionRef function, BlockId to, BlockId past) {
  const Operation found = operation(function, past);
  if (found == Operation::None || operation(function, to) != Operation::None) return Operation::None;
  const auto& blocks = program_[function].summary.body->blocks;
  const Terminator& after = blocks[past.index()].terminator;
  const Terminator& beside = blocks[to.index()].terminator;
  if (after.kind != TerminatorKind::Jump) return Operation::None;
  const bool meet =
      after.successors[0] == to || (beside.kind == TerminatorKind::Jump && beside.successors[0] == after.successors[0]);
  return meet ? found : Operation::None;
}

LockGuards::Operation LockGuards::operation(FunctionRef function, BlockId block) {
  std::optional<std::vector<Operation>>& known = operations_[function.index()];
  if (!known) {
    std::vector<Operation> found;
    for (const BasicBlock& candidate : program_[function].summary.body->blocks) {
      const int taken = balance(candidate, true);
      found.push_back(taken > 0 ? Operation::Takes : taken < 0 ? Operation::GivesBack : Operation::None);
    }
    known = std::move(found);
  }
  return (*known)[block.index()];
}

// Locks and levels taken less those given back.
int LockGuards::balance(const BasicBlock& block, bool lookInside) const {
  int taken = 0;
  for (const Event& event : block.events) {
    const auto* call = std::get_if<CallEvent>(&event.action);
    if (call != nullptr && call->callee) taken += balance(call->callee, lookInside);
  }
  return taken;
}

// A wrapper one call deep counts as the operation it wraps.
int LockGuards::balance(FunctionRef callee, bool lookInside) const {
  const Function& function = program_[callee];
  if (function.contract != nullptr && !function.contractIsDeclared) {
    const ContractTerms& terms = function.contract->terms;
    const auto& lock = function.contract->lock;
    const auto says = [&](ContractEffect effect) { return has(terms.effects, effect); };
    if (terms.raises || (lock && lock->action != LockAction::Release)) return 1;
    if (says(ContractEffect::CriticalRegionEnter) || says(ContractEffect::GuardedRegionEnter)) return 1;
    const bool leaves = says(ContractEffect::CriticalRegionLeave) || says(ContractEffect::GuardedRegionLeave);
    return terms.restores || terms.lowers || lock || leaves ? -1 : 0;
  }
  if (!lookInside || !function.isDefined()) return 0;
  int taken = 0;
  for (const BasicBlock& block : function.summary.body->blocks) taken += balance(block, false);
  return taken;
}

bool LockGuards::looksAtMemory(const ExprTable& exprs, ExprId condition) {
  if (!condition) return true;
  const Expr& expr = exprs[condition];
  switch (expr.kind) {
    case ExprKind::Unknown:
    case ExprKind::Parameter:
    case ExprKind::Global:
    case ExprKind::CallResult:
    case ExprKind::Dereference: return true;
    default: return (expr.lhs && looksAtMemory(exprs, expr.lhs)) || (expr.rhs && looksAtMemory(exprs, expr.rhs));
  }
}

}  // namespace irqlint
