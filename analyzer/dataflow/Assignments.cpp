// The part of FunctionRun that assigns and assumes.
#include <algorithm>

#include "analyzer/dataflow/Equalities.h"
#include "analyzer/dataflow/FunctionRun.h"

namespace irqlint {
namespace {

bool isAndOf(const Terms& terms, const Expr& expr, ExprId place) {
  return expr.kind == ExprKind::Binary && expr.op == Operator::BitAnd && expr.lhs == place &&
         terms[expr.rhs].kind == ExprKind::Integer;
}

// An array or record: what is written to the object by its own name may be a part of it only.
bool hasParts(const Terms& terms, ExprId place) {
  const std::vector<Expr>& all = terms.table().all();
  return std::any_of(all.begin(), all.end(), [&](const Expr& expr) {
    return (expr.kind == ExprKind::Field || expr.kind == ExprKind::Element) && expr.lhs == place;
  });
}

}  // namespace

void FunctionRun::assign(const AssignEvent& event, AbstractState& state) {
  if (!event.place) return;
  noteWrite(event.place);
  if (!event.value) return;
  Facts facts(terms_, state);
  const KnownValue value = facts.evaluate(event.value);
  const std::vector<Fact> bits = bitsAfter(event, state);
  // The variable that is written through a pointer known to hold its address.
  const ExprId object = followedPlace(terms_, state, event.place);
  const ExprId origin = originOf(event.value, state);
  facts.assign(event.place, event.value);
  const ExprKind kind = terms_[event.value].kind;
  if ((kind == ExprKind::Local || kind == ExprKind::CallResult) && terms_.isPlace(event.place)) {
    copyParts(terms_, state, event.value, event.place);
  }
  if (origin) setOrigin(event.place, origin, state);
  for (const Fact& bit : bits) facts.set(bit.term, bit.value);
  if (!object || object == event.place || !terms_.isDirect(object)) return;
  facts.forget(object);
  if (!hasParts(terms_, object)) facts.set(object, value);
  noteWrite(object);
}

// What the code assumes against what it stored itself, it says for other tools' sake, and takes back later: that the
// member of an empty structure is set. Only what is false whatever memory holds is never passed.
bool FunctionRun::assumeAnyway(ExprId condition, AbstractState& state) {
  if (!condition) return true;
  Facts facts(terms_, state);
  AbstractState before = state;
  if (facts.assume(condition, true)) return true;
  state = std::move(before);
  std::vector<ExprId> places;
  collectPlaces(terms_.table(), condition, places);
  if (places.empty()) return false;
  facts.forget(places);
  return facts.assume(condition, true);
}

// What is known of the tests of single bits of a place after `flags |= mask` and `flags &= mask`.
std::vector<Fact> FunctionRun::bitsAfter(const AssignEvent& event, const AbstractState& state) const {
  const Expr& value = terms_[event.value];
  const bool sets = value.op == Operator::BitOr;
  if (value.kind != ExprKind::Binary || (!sets && value.op != Operator::BitAnd) || value.lhs != event.place) return {};
  const KnownFacts facts(terms_, state);
  const KnownValue known = facts.evaluate(value.rhs);
  if (!known.isConstant()) return {};
  const std::int64_t changed = sets ? known.low : ~known.low;
  std::vector<Fact> bits;
  for (std::size_t i = 0; i < terms_.table().size(); ++i) {
    const ExprId test(i);
    if (!isAndOf(terms_, terms_[test], event.place)) continue;
    const std::int64_t tested = terms_[terms_[test].rhs].value;
    if ((tested & ~changed) == 0) {
      bits.push_back({test, KnownValue::constant(sets ? tested : 0)});
    } else if (sets && (tested & changed) != 0) {
      bits.push_back({test, {INT64_MIN, INT64_MAX, true}});
    } else if ((tested & changed) == 0) {
      bits.push_back({test, facts.evaluate(test)});
    }
  }
  return bits;
}

}  // namespace irqlint
