#include "analyzer/dataflow/Equalities.h"

#include <algorithm>
#include <iterator>

namespace irqlint {
namespace {

// Larger values are not remembered.
constexpr std::size_t kDefinitionSize = 24;

void insertSorted(SharedList<Equality>& equalities, const Equality& equality) {
  equalities.insert(std::lower_bound(equalities.begin(), equalities.end(), equality), equality);
}

bool isKnown(const Terms& terms, ExprId expr) {
  if (!expr) return true;
  const Expr& value = terms[expr];
  if (value.kind == ExprKind::Unknown || value.kind == ExprKind::String) return false;
  return isKnown(terms, value.lhs) && isKnown(terms, value.rhs);
}

// True if `expr` is worth remembering as what a place holds: small, and nothing in it is unknown.
bool isDefinition(const Terms& terms, ExprId expr) {
  return terms.sizeOf(expr) <= kDefinitionSize && isKnown(terms, expr);
}

// True if `value` is a parameter, or the address of an object that no member of another object leads to.
bool isNamedObject(const Terms& terms, ExprId value) {
  const auto isVariable = [&](ExprKind kind) {
    return kind == ExprKind::Parameter || kind == ExprKind::Local || kind == ExprKind::Global ||
           kind == ExprKind::CallResult;
  };
  if (terms[value].kind == ExprKind::Parameter) return true;
  if (terms[value].kind != ExprKind::AddressOf) return false;
  for (ExprId place = terms[value].lhs;;) {
    const Expr& expr = terms[place];
    if (expr.kind == ExprKind::Dereference) return isVariable(terms[expr.lhs].kind);
    if (expr.kind != ExprKind::Field && expr.kind != ExprKind::Element) return isVariable(expr.kind);
    place = expr.lhs;
  }
}

}  // namespace

ExprId KnownFacts::resolve(ExprId value) const {
  const auto known = std::lower_bound(state_.equalities.begin(), state_.equalities.end(), Equality{value, ExprId(0)});
  return known != state_.equalities.end() && known->place == value ? known->value : value;
}

void Facts::equate(ExprId place, ExprId value) {
  const ExprKind kind = terms_[place].kind;
  const bool isMember = kind == ExprKind::Field && terms_.isPlace(place);
  if ((kind != ExprKind::Local && kind != ExprKind::CallResult && !isMember) || !value) return;
  const ExprKind valueKind = terms_[value].kind;
  const bool isConstant = valueKind == ExprKind::Integer || valueKind == ExprKind::Function;
  if (isConstant || terms_.contains(value, place) || !isDefinition(terms_, value)) return;
  // Of what a member holds only objects and copies matter: which lock a guard stands for.
  if (isMember && (valueKind == ExprKind::Unary || valueKind == ExprKind::Binary)) return;
  insertSorted(state_.equalities, {place, value});
}

void Facts::setOrigin(ExprId place, ExprId value) { insertSorted(state_.origins, {place, value}); }

ExprId followedPlace(Terms& terms, const AbstractState& state, ExprId place) {
  if (state.equalities.empty() || !place) return place;
  const ExprId object = terms[place].lhs;
  ExprId found = object;
  switch (terms[place].kind) {
    case ExprKind::Dereference: found = followed(terms, state, object); break;
    case ExprKind::Field:
    case ExprKind::Element: found = followedPlace(terms, state, object); break;
    case ExprKind::Unary:
      // The level that a lock keeps.
      if (Terms::isSavedLevel(terms[place])) found = followed(terms, state, object);
      break;
    default: return place;
  }
  return found == object ? place : terms.withObject(place, found);
}

ExprId followed(Terms& terms, const AbstractState& state, ExprId value) {
  if (state.equalities.empty() || !value) return value;
  if (terms[value].kind == ExprKind::AddressOf) {
    const ExprId object = terms[value].lhs;
    const ExprId found = followedPlace(terms, state, object);
    return found == object ? value : terms.withObject(value, found);
  }
  const ExprId place = followedPlace(terms, state, value);
  const ExprId held = KnownFacts(terms, state).resolve(place);
  return held != place && isNamedObject(terms, held) ? held : place;
}

llvm::SmallVector<ExprId, 8> writableBy(Terms& terms, const AbstractState& state, std::span<const ExprId> arguments) {
  llvm::SmallVector<ExprId, 8> places;
  const auto add = [&](ExprId pointer) {
    const ExprKind kind = terms[pointer].kind;
    const bool isPointer = kind == ExprKind::AddressOf || kind == ExprKind::Parameter || kind == ExprKind::Local ||
                           kind == ExprKind::Field;
    if (!isPointer) return;
    const ExprId place = followedPlace(terms, state, terms.dereference(pointer));
    if (!llvm::is_contained(places, place)) places.push_back(place);
  };
  for (const ExprId argument : arguments) {
    if (argument) add(argument);
  }
  const std::size_t direct = places.size();
  for (const Equality& known : state.equalities) {
    const ExprKind kind = terms[known.value].kind;
    if (kind != ExprKind::AddressOf && kind != ExprKind::Parameter) continue;
    const auto holdsIt = [&](ExprId object) { return terms.isDirect(object) && terms.contains(known.place, object); };
    if (std::any_of(places.begin(), places.begin() + direct, holdsIt)) add(known.value);
  }
  return places;
}

void forgetWritable(const Terms& terms, AbstractState& state, llvm::ArrayRef<ExprId> places) {
  Facts facts(terms, state);
  for (const ExprId place : places) {
    // What a pointer points to is forgotten not by member name: the callee gets this object only.
    if (terms[place].kind == ExprKind::Dereference) {
      facts.forgetObject(place);
    } else {
      facts.forget(place);
    }
  }
}

void copyParts(Terms& terms, AbstractState& state, ExprId from, ExprId place) {
  // A result is a pointer for the last time here: what is known of what it points to is known by the new name.
  const bool isResult = terms[from].kind == ExprKind::CallResult;
  const auto isPart = [&](ExprId term) {
    return term != from && terms.contains(term, from) && (isResult || terms.isDirect(term));
  };
  std::vector<Fact> facts;
  std::copy_if(state.facts.begin(), state.facts.end(), std::back_inserter(facts),
               [&](const Fact& fact) { return isPart(fact.term); });
  std::vector<Equality> equalities;
  std::copy_if(state.equalities.begin(), state.equalities.end(), std::back_inserter(equalities),
               [&](const Equality& known) { return isPart(known.place); });
  Facts known(terms, state);
  for (const Fact& fact : facts) known.set(terms.substitute(fact.term, from, place), fact.value);
  for (const Equality& equality : equalities) {
    known.equate(terms.substitute(equality.place, from, place), terms.substitute(equality.value, from, place));
  }
  if (!isResult) return;
  for (LockState& lock : state.locks) {
    if (lock.lock) lock.lock = terms.substitute(lock.lock, from, place);
    if (lock.object) lock.object = terms.substitute(lock.object, from, place);
  }
}

bool knowsPartsOf(const Terms& terms, const AbstractState& state, ExprId object) {
  const auto isPart = [&](ExprId term) { return term && term != object && terms.contains(term, object); };
  return std::any_of(state.facts.begin(), state.facts.end(), [&](const Fact& fact) { return isPart(fact.term); }) ||
         std::any_of(state.equalities.begin(), state.equalities.end(),
                     [&](const Equality& known) { return isPart(known.place); }) ||
         std::any_of(state.locks.begin(), state.locks.end(), [&](const LockState& lock) { return isPart(lock.lock); });
}

}  // namespace irqlint
