#include "analyzer/dataflow/StateSet.h"

#include <utility>

namespace irqlint {

std::optional<std::size_t> StateSet::joinInto(std::size_t index, const AbstractState& state) {
  if (!irqlint::joinInto(members_[index].state, state, true)) return std::nullopt;
  return index;
}

std::optional<std::size_t> StateSet::add(AbstractState state, std::size_t maximum) {
  llvm::SmallVector<std::size_t, kVariantsPerIrqlState> variants;
  std::optional<std::size_t> sameLevel;
  std::size_t alive = 0;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const Member& known = members_[i];
    if (!known.isAlive) continue;
    ++alive;
    if (known.state.level == state.level && !sameLevel) sameLevel = i;
    if (!known.state.sameLevelAndLocks(state)) continue;
    if (isSubsumed(state, known.state)) return std::nullopt;
    if (!known.state.sameIrqlState(state)) continue;
    if (known.isJoin || known.state.sameVariant(state)) return joinInto(i, state);
    variants.push_back(i);
  }
  if (variants.empty() && alive >= kIrqlStatesPerBlock && sameLevel) {
    // The locks held are given up; the level is not.
    ++joinedStates_;
    state.locks = members_[*sameLevel].state.locks;
    return joinInto(*sameLevel, state);
  }
  if (variants.size() >= maximum) {
    ++joinedVariants_;
    Member& into = members_[variants.front()];
    irqlint::joinInto(into.state, state);
    for (std::size_t i = 1; i < variants.size(); ++i) {
      irqlint::joinInto(into.state, members_[variants[i]].state);
      members_[variants[i]].isAlive = false;
    }
    into.isJoin = true;
    return variants.front();
  }
  members_.push_back({std::move(state)});
  return members_.size() - 1;
}

llvm::SmallVector<AbstractState, 1> StateSet::take() {
  llvm::SmallVector<AbstractState, 1> alive;
  for (Member& member : members_) {
    if (member.isAlive) alive.push_back(std::move(member.state));
  }
  return alive;
}

}  // namespace irqlint
