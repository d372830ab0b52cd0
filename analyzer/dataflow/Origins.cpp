// The part of FunctionRun that remembers which places hold what was found elsewhere when the function was entered: the
// constructor of a guard says so of the lock, and the caller knows which lock the destructor gives back.
#include <algorithm>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/Equalities.h"
#include "analyzer/dataflow/FunctionRun.h"

namespace irqlint {

// What callers can name and what `value` was when the function was entered; none if that is not known.
ExprId FunctionRun::originOf(ExprId value, const AbstractState& state) {
  if (!value) return {};
  const auto known = std::lower_bound(state.origins.begin(), state.origins.end(), Equality{value, ExprId(0)});
  if (known != state.origins.end() && known->place == value) return known->value;
  value = KnownFacts(terms_, state).resolve(value);
  if (terms_[value].kind == ExprKind::Parameter) return terms_.isAssigned(value) ? ExprId() : value;
  const ExprKind kind = terms_[value].kind;
  const bool isCopy = kind == ExprKind::Field || kind == ExprKind::Dereference || kind == ExprKind::AddressOf;
  if (!isCopy || !terms_.isVisibleToCallers(value)) return {};
  const auto isRead = [&](ExprId place) {
    return terms_.isReadFrom(value, [&](ExprId part) { return terms_.contains(part, place); });
  };
  return llvm::any_of(context().modified, isRead) ? ExprId() : value;
}

void FunctionRun::setOrigin(ExprId place, ExprId origin, AbstractState& state) {
  const ExprKind kind = terms_[place].kind;
  if (kind != ExprKind::Local && (kind != ExprKind::Field || !terms_.isPlace(place))) return;
  if (terms_.contains(origin, place)) return;
  Facts(terms_, state).setOrigin(place, origin);
}

// What the callee stored from what it found: `before` says what that was.
void FunctionRun::takeOrigins(const CallEvent& call, ContextId callee, const AbstractState& exit,
                              const AbstractState& before, AbstractState& after) {
  Translation& translated = analysis_.translation(function_, call, analysis_.facts_.contexts[callee.index()].function);
  const KnownFacts known(terms_, before);
  Facts facts(terms_, after);
  for (const Equality& origin : exit.origins) {
    const ExprId place = nameHere(call, callee, exit, origin.place);
    const ExprId stored = followed(terms_, before, translated(origin.value));
    if (!place || !stored || !terms_.isPlace(place)) continue;
    const KnownValue value = known.evaluate(stored);
    if (!isTop(value) && isTop(facts.evaluate(place))) facts.set(place, value);
    const ExprId equal = known.resolve(stored);
    // Where the callee wrote what it was stored from, that name means another value now.
    if (terms_[equal].kind == ExprKind::AddressOf || terms_[equal].kind == ExprKind::Parameter) {
      facts.equate(place, equal);
    }
    if (const ExprId first = originOf(stored, before)) setOrigin(place, first, after);
  }
}

}  // namespace irqlint
