#include "analyzer/dataflow/StateSet.h"

#include <utility>

#include "analyzer/link/Assumptions.h"

namespace irqlint {

std::optional<std::size_t> StateSet::joinInto(std::size_t index, const AbstractState& state) {
  if (!irqlint::joinInto(states_[index], state, true)) return std::nullopt;
  return index;
}

std::optional<std::size_t> StateSet::add(AbstractState state) {
  std::vector<std::size_t> variants;
  std::optional<std::size_t> sameLevel;
  std::size_t alive = 0;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    if (!alive_[i]) continue;
    ++alive;
    if (states_[i].level == state.level && !sameLevel) sameLevel = i;
    if (!states_[i].sameLevelAndLocks(state)) continue;
    if (isSubsumed(state, states_[i])) return std::nullopt;
    if (!states_[i].sameIrqlState(state)) continue;
    if (isJoin_[i] || states_[i].sameVariant(state)) return joinInto(i, state);
    variants.push_back(i);
  }
  if (variants.empty() && alive >= kIrqlStatesPerBlock && sameLevel) {
    // The locks held are given up; the level is not.
    ++joinedStates_;
    state.locks = states_[*sameLevel].locks;
    return joinInto(*sameLevel, state);
  }
  if (variants.size() >= kVariantsPerIrqlState) {
    ++joinedVariants_;
    const std::size_t into = variants.front();
    irqlint::joinInto(states_[into], state);
    for (std::size_t i = 1; i < variants.size(); ++i) {
      irqlint::joinInto(states_[into], states_[variants[i]]);
      alive_[variants[i]] = false;
    }
    isJoin_[into] = true;
    return into;
  }
  states_.push_back(std::move(state));
  alive_.push_back(true);
  isJoin_.push_back(false);
  return states_.size() - 1;
}

std::vector<AbstractState> StateSet::take() {
  std::vector<AbstractState> alive;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    if (alive_[i]) alive.push_back(std::move(states_[i]));
  }
  return alive;
}

}  // namespace irqlint
