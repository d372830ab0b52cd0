#include "analyzer/dataflow/Liveness.h"

#include <variant>

namespace irqlint {

Liveness::Liveness(const FunctionBody& body)
    : locals_(body.locals.size()),
      atEntry_(body.blocks.size(), llvm::BitVector(static_cast<unsigned>(body.locals.size() + body.callCount))) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = body.blocks.size(); i-- > 0;) {
      const BasicBlock& block = body.blocks[i];
      llvm::BitVector live(static_cast<unsigned>(locals_ + body.callCount));
      for (const BlockId successor : block.terminator.successors) live |= atEntry_[successor.index()];
      for (const SwitchCase& arm : block.terminator.cases) live |= atEntry_[arm.target.index()];
      use(body.exprs, block.terminator.condition, live);
      for (std::size_t event = block.events.size(); event-- > 0;) passBackward(body, block.events[event], live);
      // An exception may leave ahead of any event.
      if (block.handler) live |= atEntry_[block.handler.index()];
      if (live == atEntry_[i]) continue;
      atEntry_[i] = std::move(live);
      changed = true;
    }
  }
}

void Liveness::passBackward(const FunctionBody& body, const Event& event, llvm::BitVector& live) const {
  const ExprTable& exprs = body.exprs;
  if (const auto* call = std::get_if<CallEvent>(&event.action)) {
    live.reset(static_cast<unsigned>(locals_ + call->id.index()));
    use(exprs, call->target, live);
    for (const ExprId argument : call->arguments) use(exprs, argument, live);
  } else if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
    if (assign->place && exprs[assign->place].kind == ExprKind::Local) {
      live.reset(static_cast<unsigned>(numberOf(exprs[assign->place])));
    } else {
      use(exprs, assign->place, live);
    }
    use(exprs, assign->value, live);
  } else if (const auto* result = std::get_if<ReturnEvent>(&event.action)) {
    use(exprs, result->value, live);
  } else if (const auto* assume = std::get_if<AssumeEvent>(&event.action)) {
    use(exprs, assume->condition, live);
  } else if (const auto* macro = std::get_if<MacroEvent>(&event.action)) {
    for (const ExprId argument : macro->argumentValues) use(exprs, argument, live);
  }
}

void Liveness::use(const ExprTable& exprs, ExprId expr, llvm::BitVector& live) const {
  if (!expr) return;
  const std::size_t number = numberOf(exprs[expr]);
  if (number != kNotLocal) live.set(static_cast<unsigned>(number));
  use(exprs, exprs[expr].lhs, live);
  use(exprs, exprs[expr].rhs, live);
}

std::size_t Liveness::numberOf(const Expr& expr) const {
  if (expr.kind == ExprKind::Local) return static_cast<std::size_t>(expr.value);
  if (expr.kind == ExprKind::CallResult) return locals_ + static_cast<std::size_t>(expr.value);
  return kNotLocal;
}

bool Liveness::isLocalLive(BlockId block, const Terms& terms, ExprId term) const {
  // A variable keeps its address, whatever becomes of its value.
  if (terms[term].kind == ExprKind::AddressOf && terms.isDirect(terms[term].lhs)) return true;
  bool several = false;
  const ExprId local = terms.soleLocal(term, several);
  if (several) return isLive(block, terms, terms[term].lhs) && isLive(block, terms, terms[term].rhs);
  return !local || atEntry_[block.index()].test(static_cast<unsigned>(numberOf(terms[local])));
}

}  // namespace irqlint
