// The order of abstract states: least upper bounds, and which state says no more than another.
#include <algorithm>

#include <llvm/ADT/SmallVector.h>

#include "analyzer/dataflow/AbstractState.h"

namespace irqlint {
namespace {

bool isInAll(const SharedList<Equality>& general, const SharedList<Equality>& all) {
  return general.isShared(all) || std::includes(all.begin(), all.end(), general.begin(), general.end());
}

// Leaves in `mine` what is in `theirs` too. True if that is less.
bool keepCommon(SharedList<Equality>& mine, const SharedList<Equality>& theirs) {
  if (mine.isShared(theirs)) return false;
  return mine.eraseIf([&](const Equality& known) { return !std::binary_search(theirs.begin(), theirs.end(), known); });
}

// The least upper bound of two lists of facts.
llvm::SmallVector<Fact, 16> joined(const SharedList<Fact>& mine, const SharedList<Fact>& others, bool widen) {
  llvm::SmallVector<Fact, 16> facts;
  const Fact* theirs = others.begin();
  for (const Fact& fact : mine) {
    while (theirs != others.end() && theirs->term < fact.term) ++theirs;
    if (theirs == others.end() || theirs->term != fact.term) continue;
    KnownValue value = join(fact.value, theirs->value);
    if (widen && value.low < fact.value.low) value.low = value.low >= 0 ? 0 : INT64_MIN;
    if (widen && value.high > fact.value.high) value.high = INT64_MAX;
    if (!isTop(value)) facts.push_back({fact.term, value});
  }
  return facts;
}

// Leaves in `mine` the least upper bound of both. True if that is less.
bool joinFacts(SharedList<Fact>& mine, const SharedList<Fact>& theirs, bool widen) {
  if (mine.isShared(theirs)) return false;
  const llvm::SmallVector<Fact, 16> facts = joined(mine, theirs, widen);
  if (std::equal(facts.begin(), facts.end(), mine.begin(), mine.end())) return false;
  mine.assign(facts);
  return true;
}

}  // namespace

bool joinInto(AbstractState& state, const AbstractState& other, bool widen) {
  const bool otherFacts = joinFacts(state.facts, other.facts, widen);
  const bool fewerEqualities = keepCommon(state.equalities, other.equalities);
  const bool fewerOrigins = keepCommon(state.origins, other.origins);
  const KnownValue returned = join(state.returned, other.returned);
  const ExprId returnedTerm = state.returnedTerm == other.returnedTerm ? state.returnedTerm : ExprId();
  const bool otherHoldings = state.holdings.join(other.holdings);
  const bool changed = otherFacts || returned != state.returned || fewerEqualities || fewerOrigins || otherHoldings ||
                       returnedTerm != state.returnedTerm;
  state.returned = returned;
  state.returnedTerm = returnedTerm;
  return changed;
}

bool isSubsumed(const AbstractState& state, const AbstractState& general) {
  if (join(state.returned, general.returned) != general.returned) return false;
  if (!general.holdings.admits(state.holdings)) return false;
  if (general.owesWait != state.owesWait) return false;
  if ((general.guardSkipped && !state.guardSkipped) || (general.levelGuessed && !state.levelGuessed) ||
      (general.raiseGuessed && !state.raiseGuessed)) {
    return false;
  }
  if (general.returnedTerm && general.returnedTerm != state.returnedTerm) return false;
  if (!isInAll(general.equalities, state.equalities) || !isInAll(general.origins, state.origins)) return false;
  if (general.facts.isShared(state.facts)) return true;
  auto mine = state.facts.begin();
  for (const Fact& fact : general.facts) {
    while (mine != state.facts.end() && mine->term < fact.term) ++mine;
    if (mine == state.facts.end() || mine->term != fact.term) return false;
    if (join(mine->value, fact.value) != fact.value) return false;
  }
  return true;
}

}  // namespace irqlint
