#include "analyzer/dataflow/AbstractState.h"

#include <algorithm>

#include <llvm/ADT/SmallVector.h>

namespace irqlint {
namespace {

// Function addresses are numbers no integer of a driver is likely to be.
constexpr std::int64_t kFunctionBase = std::int64_t{1} << 50;

Operator inverted(Operator op) {
  switch (op) {
    case Operator::Equal: return Operator::NotEqual;
    case Operator::NotEqual: return Operator::Equal;
    case Operator::Less: return Operator::GreaterEqual;
    case Operator::LessEqual: return Operator::Greater;
    case Operator::Greater: return Operator::LessEqual;
    case Operator::GreaterEqual: return Operator::Less;
    default: return Operator::None;
  }
}

Truth compare(Operator op, const KnownValue& a, const KnownValue& b) {
  const auto decided = [](bool always, bool never) {
    return always ? Truth::True : never ? Truth::False : Truth::Unknown;
  };
  switch (op) {
    case Operator::Equal: return decided(a.isConstant() && a == b, areDisjoint(a, b));
    case Operator::NotEqual: return decided(areDisjoint(a, b), a.isConstant() && a == b);
    case Operator::Less: return decided(a.high < b.low, a.low >= b.high);
    case Operator::LessEqual: return decided(a.high <= b.low, a.low > b.high);
    case Operator::Greater: return decided(a.low > b.high, a.high <= b.low);
    case Operator::GreaterEqual: return decided(a.low >= b.high, a.high < b.low);
    default: return Truth::Unknown;
  }
}

std::optional<std::int64_t> fold(Operator op, std::int64_t a, std::int64_t b) {
  std::int64_t result = 0;
  switch (op) {
    case Operator::BitAnd: return a & b;
    case Operator::BitOr: return a | b;
    case Operator::BitXor: return a ^ b;
    case Operator::Add: return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Operator::Subtract: return __builtin_sub_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Operator::Multiply: return __builtin_mul_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Operator::ShiftLeft:
      return a < 0 || b < 0 || b > 62 || a > (INT64_MAX >> b) ? std::nullopt : std::optional(a << b);
    case Operator::ShiftRight: return b < 0 || b > 63 ? std::nullopt : std::optional(a >> b);
    default: return std::nullopt;
  }
}

Truth conjunction(Truth a, Truth b) {
  if (a == Truth::False || b == Truth::False) return Truth::False;
  return a == Truth::True && b == Truth::True ? Truth::True : Truth::Unknown;
}

Truth negation(Truth truth) {
  return truth == Truth::Unknown ? truth : truth == Truth::True ? Truth::False : Truth::True;
}

}  // namespace

std::optional<LockState> takeOut(std::vector<LockState>& locks, const LockState& released, bool& sameName) {
  const auto named = [&](const LockState& known) {
    return known.held && known.lock == released.lock && known.global == released.global;
  };
  const auto isObject = [&](const LockState& known) {
    return known.held && known.object && known.object == released.object && !known.isMoved;
  };
  auto found = std::find_if(locks.rbegin(), locks.rend(), named);
  if (found == locks.rend()) found = std::find_if(locks.rbegin(), locks.rend(), isObject);
  sameName = found != locks.rend();
  if (!sameName) found = std::find_if(locks.rbegin(), locks.rend(), [](const LockState& known) { return known.held; });
  if (found == locks.rend()) return std::nullopt;
  const LockState taken = *found;
  locks.erase(std::next(found).base());
  return taken;
}

const LockState* heldTwice(std::span<const LockState> locks, const LockState& taken) {
  const auto isSame = [&](const LockState& known) {
    if (!known.held || known.isMoved || (known.isShared && taken.isShared)) return false;
    return taken.global.empty() ? taken.object && known.object == taken.object : known.global == taken.global;
  };
  const auto found = std::find_if(locks.begin(), locks.end(), isSame);
  return found != locks.end() ? &*found : nullptr;
}

const KnownValue* KnownFacts::find(ExprId term) const {
  const auto at = std::lower_bound(state_.facts.begin(), state_.facts.end(), term,
                                   [](const Fact& fact, ExprId wanted) { return fact.term < wanted; });
  return at != state_.facts.end() && at->term == term ? &at->value : nullptr;
}

KnownValue KnownFacts::evaluate(ExprId expr) const {
  if (!expr) return {};
  const Expr& value = terms_[expr];
  if (value.kind == ExprKind::Integer) return KnownValue::constant(value.value);
  const KnownValue* known = find(expr);
  const bool mayEqual =
      value.kind == ExprKind::Local || value.kind == ExprKind::CallResult || value.kind == ExprKind::Field;
  if (mayEqual && (known == nullptr || !known->isConstant())) {
    const ExprId equal = resolve(expr);
    if (equal != expr) return meet(known != nullptr ? *known : KnownValue(), evaluate(equal));
  }
  if (known != nullptr) return *known;
  switch (value.kind) {
    case ExprKind::Function: return addressOf(FunctionRef(static_cast<std::size_t>(value.value)));
    case ExprKind::String:
    case ExprKind::AddressOf: return {INT64_MIN, INT64_MAX, true};
    case ExprKind::Field:
      if (!value.record) return member(value.lhs, value.text);
      [[fallthrough]];
    case ExprKind::Element: {
      // Part of an object that was cleared as a whole.
      const KnownValue whole = evaluate(value.lhs);
      return whole == KnownValue::constant(0) && terms_.isDirect(value.lhs) ? whole : KnownValue();
    }
    case ExprKind::Unary: {
      const KnownValue operand = evaluate(value.lhs);
      if (value.op == Operator::Not) return fromTruth(negation(truthOf(operand)));
      if (!operand.isConstant() || operand.low == INT64_MIN) return {};
      if (value.op == Operator::Negate) return KnownValue::constant(-operand.low);
      if (value.op == Operator::Complement) return KnownValue::constant(~operand.low);
      return {};
    }
    case ExprKind::Binary: return evaluateBinary(value);
    default: return {};
  }
}

// Whether two addresses are of one variable; nothing if either is of something else.
std::optional<bool> KnownFacts::areSameObject(ExprId a, ExprId b) const {
  const auto isVariable = [&](ExprId expr) {
    if (!expr || terms_[expr].kind != ExprKind::AddressOf) return false;
    const ExprKind kind = terms_[terms_[expr].lhs].kind;
    return kind == ExprKind::Local || kind == ExprKind::Global;
  };
  if (!isVariable(a) || !isVariable(b)) return std::nullopt;
  return terms_[a].lhs == terms_[b].lhs;
}

KnownValue KnownFacts::evaluateBinary(const Expr& expr) const {
  const KnownValue a = evaluate(expr.lhs);
  const KnownValue b = evaluate(expr.rhs);
  switch (expr.op) {
    case Operator::And: return fromTruth(conjunction(truthOf(a), truthOf(b)));
    case Operator::Or: return fromTruth(negation(conjunction(negation(truthOf(a)), negation(truthOf(b)))));
    default: break;
  }
  if (const auto same = areSameObject(expr.lhs, expr.rhs)) {
    if (expr.op == Operator::Equal) return KnownValue::constant(*same ? 1 : 0);
    if (expr.op == Operator::NotEqual) return KnownValue::constant(*same ? 0 : 1);
  }
  if (inverted(expr.op) != Operator::None) return fromTruth(compare(expr.op, a, b));
  if (a.isConstant() && b.isConstant()) {
    const auto folded = fold(expr.op, a.low, b.low);
    return folded ? KnownValue::constant(*folded) : KnownValue();
  }
  if (expr.op == Operator::BitAnd) {
    if (a == KnownValue::constant(0) || b == KnownValue::constant(0)) return KnownValue::constant(0);
    if (b.isConstant() && b.low > 0) return {0, b.low, false};
    if (a.isConstant() && a.low > 0) return {0, a.low, false};
  }
  if (expr.op == Operator::BitOr && (!maybeZero(a) || !maybeZero(b))) return {INT64_MIN, INT64_MAX, true};
  return {};
}

KnownValue KnownFacts::member(ExprId place, StringId name) const {
  for (const Fact& fact : state_.facts) {
    const Expr& expr = terms_[fact.term];
    if (expr.kind == ExprKind::Field && expr.lhs == place && expr.text == name) return fact.value;
  }
  const KnownValue* whole = find(place);
  return whole != nullptr && *whole == KnownValue::constant(0) && terms_.isDirect(place) ? *whole : KnownValue();
}

void Facts::set(ExprId term, const KnownValue& value) {
  const auto at = std::lower_bound(state_.facts.begin(), state_.facts.end(), term,
                                   [](const Fact& fact, ExprId wanted) { return fact.term < wanted; });
  const bool known = at != state_.facts.end() && at->term == term;
  if (isTop(value)) {
    if (known) state_.facts.erase(at);
  } else if (known) {
    if (at->value != value) state_.facts.change(static_cast<std::size_t>(at - state_.facts.begin())).value = value;
  } else {
    state_.facts.insert(at, {term, value});
  }
}

// What is known of an object that was cleared as a whole becomes what is known of its parts but `place`, which may hold
// anything from now on.
void Facts::splitCleared(ExprId place) {
  llvm::SmallVector<ExprId, 4> objects{place};  // inside out
  while (terms_[objects.back()].kind == ExprKind::Field || terms_[objects.back()].kind == ExprKind::Element) {
    objects.push_back(terms_[objects.back()].lhs);
  }
  const std::size_t terms = terms_.table().size();
  for (std::size_t i = objects.size() - 1; i > 0; --i) {
    const KnownValue* whole = find(objects[i]);
    if (whole == nullptr || *whole != KnownValue::constant(0) || !terms_.isDirect(objects[i])) continue;
    set(objects[i], {});
    const ExprId written = objects[i - 1];
    if (!terms_.isPlace(written)) return;  // any element of an array
    const auto isOther = [&](const Expr& expr) {
      if (expr.lhs != objects[i]) return false;
      // By name: the record that a member is said to be of may be a view of the same object.
      if (expr.kind == ExprKind::Field) return expr.text != terms_[written].text;
      return expr.kind == ExprKind::Element && expr.rhs != terms_[written].rhs;
    };
    for (std::size_t part = objects[i].index() + 1; part < terms; ++part) {
      const ExprId term(part);
      const bool keepsZero = term == written ? term != place : isOther(terms_[term]) && terms_.isPlace(term);
      if (keepsZero && find(term) == nullptr) set(term, KnownValue::constant(0));
    }
  }
}

void Facts::forget(llvm::ArrayRef<ExprId> places) {
  llvm::for_each(places, [&](ExprId place) { splitCleared(place); });
  Terms::Written written;
  for (const ExprId place : places) terms_.noteWritten(place, written);
  const auto mentions = [&](ExprId term) {
    return terms_.mayMention(term, written) &&
           llvm::any_of(places, [&](ExprId place) { return terms_.mentions(term, place); });
  };
  const auto isReadFrom = [&](ExprId value) {
    return terms_.mayMention(value, written) && terms_.isReadFrom(value, mentions);
  };
  // What a lock keeps is changed by the calls that take it and give it back, and by nothing else.
  state_.facts.eraseIf(
      [&](const Fact& fact) { return mentions(fact.term) && !Terms::isSavedLevel(terms_[fact.term]); });
  state_.equalities.eraseIf([&](const Equality& known) { return mentions(known.place) || isReadFrom(known.value); });
  // Two parameters are two objects: a guard that is moved is not the one that it moves to.
  state_.origins.eraseIf([&](const Equality& known) {
    return llvm::any_of(places, [&](ExprId place) {
      return terms_.mentions(known.place, place) && !terms_.areOfDistinctParameters(known.place, place);
    });
  });
  const auto isPart = [&](ExprId place) { return terms_.contains(state_.returnedTerm, place); };
  if (state_.returnedTerm && llvm::any_of(places, isPart)) state_.returnedTerm = ExprId();
  if (state_.locks.empty() && state_.holdings.empty()) return;
  // One by one: what is not sure any more is lost by the next.
  for (const ExprId place : places) {
    moveLocks([&](ExprId term) { return terms_.mentions(term, place); });
  }
}

// Locks whose address is read from what was written, as `mentions` says, may be others by that name from now on.
void Facts::moveLocks(llvm::function_ref<bool(ExprId)> mentions) {
  for (LockState& known : state_.locks) {
    if (known.object && !known.isMoved) known.isMoved = terms_.isReadFrom(known.object, mentions);
  }
  if (!state_.holdings.empty()) {
    state_.holdings.loseLocks([&](ExprId lock) { return terms_.isReadFrom(lock, mentions); });
  }
}

// Locks keep their names: which of two objects of a type was written is not known, and a lock that is not found again
// would be a finding.
void Facts::forgetMembers(llvm::function_ref<bool(const Expr&)> isWritten) {
  const auto mentions = [&](ExprId term) { return terms_.readsMember(term, isWritten); };
  state_.facts.eraseIf(
      [&](const Fact& fact) { return mentions(fact.term) && !Terms::isSavedLevel(terms_[fact.term]); });
  state_.equalities.eraseIf(
      [&](const Equality& known) { return mentions(known.place) || terms_.isReadFrom(known.value, mentions); });
}

void Facts::forgetObject(ExprId place) {
  splitCleared(place);
  state_.facts.eraseIf(
      [&](const Fact& fact) { return terms_.contains(fact.term, place) && !Terms::isSavedLevel(terms_[fact.term]); });
  const auto mentions = [&](ExprId term) { return terms_.contains(term, place); };
  state_.equalities.eraseIf(
      [&](const Equality& known) { return mentions(known.place) || terms_.isReadFrom(known.value, mentions); });
  state_.origins.eraseIf([&](const Equality& known) { return mentions(known.place); });
  moveLocks(mentions);
}

void Facts::assign(ExprId place, ExprId value) {
  // Counting up in a loop ends where variants join.
  const KnownValue known = evaluate(value);
  const ExprId equal = resolve(value);
  forget(place);
  if (terms_.isPlace(place)) set(place, known);
  equate(place, equal);
}

bool Facts::assume(ExprId condition, bool holds) {
  const Truth truth = truthOf(evaluate(condition));
  return truth != (holds ? Truth::False : Truth::True) && assumePossible(condition, holds);
}

bool Facts::assumePossible(ExprId condition, bool holds) {
  const Expr& expr = terms_[condition];
  if (expr.kind == ExprKind::Unary && expr.op == Operator::Not) return assume(expr.lhs, !holds);
  if (expr.kind == ExprKind::Binary) {
    if (expr.op == Operator::And || expr.op == Operator::Or) {
      const bool bothFollow = holds == (expr.op == Operator::And);
      if (bothFollow) return assume(expr.lhs, holds) && assume(expr.rhs, holds);
      const Truth neutral = expr.op == Operator::And ? Truth::True : Truth::False;
      if (truthOf(evaluate(expr.lhs)) == neutral) return assume(expr.rhs, holds);
      if (truthOf(evaluate(expr.rhs)) == neutral) return assume(expr.lhs, holds);
    } else if (inverted(expr.op) != Operator::None) {
      return assumeComparison(expr, holds);
    }
  }
  return restrict(condition, holds ? KnownValue{INT64_MIN, INT64_MAX, true} : KnownValue::constant(0));
}

bool Facts::assumeComparison(const Expr& expr, bool holds) {
  const Operator op = holds ? expr.op : inverted(expr.op);
  const KnownValue a = evaluate(expr.lhs);
  const KnownValue b = evaluate(expr.rhs);
  const auto below = [](std::int64_t n) { return n == INT64_MIN ? n : n - 1; };
  const auto above = [](std::int64_t n) { return n == INT64_MAX ? n : n + 1; };
  const auto without = [&](KnownValue value, const KnownValue& other) {
    if (!other.isConstant()) return value;
    if (other.low == 0) value.notZero = true;
    if (value.low == other.low) value.low = above(value.low);
    if (value.high == other.low) value.high = below(value.high);
    return value;
  };
  switch (op) {
    case Operator::Equal: return restrict(expr.lhs, b)&& restrict(expr.rhs, a);
    case Operator::NotEqual: return restrict(expr.lhs, without(a, b))&& restrict(expr.rhs, without(b, a));
    case Operator::Less:
      return restrict(expr.lhs, {INT64_MIN, below(b.high)})&& restrict(expr.rhs, {above(a.low), INT64_MAX});
    case Operator::LessEqual: return restrict(expr.lhs, {INT64_MIN, b.high})&& restrict(expr.rhs, {a.low, INT64_MAX});
    case Operator::Greater:
      return restrict(expr.lhs, {above(b.low), INT64_MAX})&& restrict(expr.rhs, {INT64_MIN, below(a.high)});
    case Operator::GreaterEqual:
      return restrict(expr.lhs, {b.low, INT64_MAX})&& restrict(expr.rhs, {INT64_MIN, a.high});
    default: return true;
  }
}

bool Facts::restrict(ExprId expr, const KnownValue& range) {
  const KnownValue value = meet(evaluate(expr), range);
  if (isBottom(value)) return false;
  const Expr& term = terms_[expr];
  const bool isConstant = term.kind == ExprKind::Integer || term.kind == ExprKind::String ||
                          term.kind == ExprKind::Function || term.kind == ExprKind::AddressOf ||
                          term.kind == ExprKind::Unknown;
  if (isConstant) return true;
  if (term.kind == ExprKind::Binary && term.op == Operator::BitAnd && !maybeZero(value)) {
    const KnownValue notZero{INT64_MIN, INT64_MAX, true};
    const ExprId lhs = term.lhs;
    const ExprId rhs = term.rhs;
    if (!restrict(lhs, notZero) || !restrict(rhs, notZero)) return false;
  }
  set(expr, value);
  const ExprId equal = resolve(expr);
  return equal == expr || assumeValue(equal, value);
}

bool Facts::assumeValue(ExprId value, const KnownValue& known) {
  const Expr& expr = terms_[value];
  const bool isTruth = (expr.kind == ExprKind::Unary && expr.op == Operator::Not) ||
                       (expr.kind == ExprKind::Binary &&
                        (inverted(expr.op) != Operator::None || expr.op == Operator::And || expr.op == Operator::Or));
  if (!isTruth) return restrict(value, known);
  const Truth truth = truthOf(known);
  return truth == Truth::Unknown || assume(value, truth == Truth::True);
}

KnownValue KnownFacts::addressOf(FunctionRef function) {
  return KnownValue::constant(kFunctionBase + static_cast<std::int64_t>(function.index()));
}

FunctionRef KnownFacts::functionAt(const KnownValue& value) {
  constexpr std::int64_t kLimit = kFunctionBase + (std::int64_t{1} << 32);
  if (!value.isConstant() || value.low < kFunctionBase || value.low >= kLimit) return {};
  return FunctionRef(static_cast<std::size_t>(value.low - kFunctionBase));
}

}  // namespace irqlint
