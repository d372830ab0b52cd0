#include "analyzer/dataflow/LockGuards.h"

#include <algorithm>
#include <utility>

namespace irqlint {

bool LockGuards::skipsOperation(FunctionRef function, BlockId to, BlockId past) {
  if (!operatesLock(function, past) || operatesLock(function, to)) return false;
  const auto& blocks = program_[function].summary.body->blocks;
  const Terminator& after = blocks[past.index()].terminator;
  const Terminator& beside = blocks[to.index()].terminator;
  if (after.kind != TerminatorKind::Jump) return false;
  return after.successors[0] == to || (beside.kind == TerminatorKind::Jump && beside.successors[0] == after.successors[0]);
}

bool LockGuards::operatesLock(FunctionRef function, BlockId block) {
  std::optional<std::vector<bool>>& known = blocks_[function.index()];
  if (!known) {
    std::vector<bool> found;
    for (const BasicBlock& candidate : program_[function].summary.body->blocks) {
      found.push_back(std::any_of(candidate.events.begin(), candidate.events.end(), [&](const Event& event) {
        const auto* call = std::get_if<CallEvent>(&event.action);
        return call != nullptr && call->callee && changesLevel(call->callee, true);
      }));
    }
    known = std::move(found);
  }
  return (*known)[block.index()];
}

// A wrapper one call deep counts as the operation it wraps.
bool LockGuards::changesLevel(FunctionRef callee, bool lookInside) const {
  const Function& function = program_[callee];
  if (function.contract != nullptr && !function.contractIsDeclared) {
    const ContractTerms& terms = function.contract->terms;
    return function.contract->lock || terms.raises || terms.restores || terms.lowers;
  }
  if (!lookInside || !function.isDefined()) return false;
  for (const BasicBlock& block : function.summary.body->blocks) {
    for (const Event& event : block.events) {
      const auto* call = std::get_if<CallEvent>(&event.action);
      if (call != nullptr && call->callee && changesLevel(call->callee, false)) return true;
    }
  }
  return false;
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
