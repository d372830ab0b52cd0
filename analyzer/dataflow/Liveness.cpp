#include "analyzer/dataflow/Liveness.h"

#include <optional>
#include <variant>

#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

// The local that `place` is, or is a part of; nothing if it is elsewhere.
std::optional<std::size_t> localAround(const ExprTable& exprs, ExprId place) {
  while (place && (exprs[place].kind == ExprKind::Field || exprs[place].kind == ExprKind::Element)) {
    place = exprs[place].lhs;
  }
  if (!place || exprs[place].kind != ExprKind::Local) return std::nullopt;
  return static_cast<std::size_t>(exprs[place].value);
}

std::optional<std::size_t> localPointedTo(const ExprTable& exprs, ExprId value) {
  if (!value || exprs[value].kind != ExprKind::AddressOf) return std::nullopt;
  return localAround(exprs, exprs[value].lhs);
}

}  // namespace

Liveness::Liveness(const FunctionBody& body)
    : locals_(body.locals.size()),
      held_(body.locals.size()),
      atEntry_(body.blocks.size(), llvm::BitVector(static_cast<unsigned>(body.locals.size() + body.callCount))) {
  collectHeld(body);
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

// What is assigned to a local or to a part of it, and what a call that makes or changes an object is given beside it.
void Liveness::collectHeld(const FunctionBody& body) {
  const auto note = [&](std::optional<std::size_t> holder, ExprId value) {
    const std::optional<std::size_t> pointee = holder ? localPointedTo(body.exprs, value) : std::nullopt;
    if (!pointee) return;
    held_[*holder].resize(static_cast<unsigned>(locals_ + body.callCount));
    held_[*holder].set(static_cast<unsigned>(*pointee));
  };
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
        note(localAround(body.exprs, assign->place), assign->value);
      } else if (const auto* call = std::get_if<CallEvent>(&event.action); call && !call->arguments.empty()) {
        const std::optional<std::size_t> object = localPointedTo(body.exprs, call->arguments.front());
        for (const ExprId argument : llvm::drop_begin(call->arguments)) note(object, argument);
      }
    }
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (llvm::BitVector& held : held_) {
      const llvm::BitVector before = held;
      for (const unsigned local : before.set_bits()) held |= held_[local];
      changed = changed || held != before;
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
  if (number < locals_) live |= held_[number];
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
