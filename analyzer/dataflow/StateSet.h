// The states that one program point keeps apart.
#pragma once

#include <optional>
#include <vector>

#include "analyzer/dataflow/AbstractState.h"

namespace irqlint {

// States of different level or locks are kept apart, up to kIrqlStatesPerBlock; so are up to kVariantsPerIrqlState
// variants of each by the values of variables. Beyond that, states join. A state never leaves the set's meaning.
class StateSet {
 public:
  // Adds `state`. The index of the state that must be looked at (again) because of it, if any.
  std::optional<std::size_t> add(AbstractState state);

  const AbstractState& operator[](std::size_t index) const { return states_[index]; }
  // False if the state was joined into another one.
  bool isAlive(std::size_t index) const { return alive_[index]; }
  std::size_t size() const { return states_.size(); }
  // The states that are alive, moved out.
  std::vector<AbstractState> take();

  std::size_t joinedVariants() const { return joinedVariants_; }
  std::size_t joinedStates() const { return joinedStates_; }

 private:
  std::optional<std::size_t> joinInto(std::size_t index, const AbstractState& state);

  std::vector<AbstractState> states_;
  std::vector<bool> alive_;
  std::vector<bool> isJoin_;  // stands for all variants of its IRQL state
  std::size_t joinedVariants_ = 0;
  std::size_t joinedStates_ = 0;
};

}  // namespace irqlint
