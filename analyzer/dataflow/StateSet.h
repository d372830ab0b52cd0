// The states that one program point keeps apart.
#pragma once

#include <llvm/ADT/SmallVector.h>

#include <optional>
#include <vector>

#include "analyzer/dataflow/AbstractState.h"
#include "analyzer/link/Assumptions.h"

namespace irqlint {

// States of different level or locks are kept apart, up to kIrqlStatesPerBlock; so are up to kVariantsPerIrqlState
// variants of each by the values of variables. Beyond that, states join. A state never leaves the set's meaning.
class StateSet {
 public:
  // Adds `state`, keeping up to `maximum` variants of its IRQL state apart. The index of the state that must be looked
  // at (again) because of it, if any.
  std::optional<std::size_t> add(AbstractState state, std::size_t maximum = kVariantsPerIrqlState);

  const AbstractState& operator[](std::size_t index) const { return members_[index].state; }
  // False if the state was joined into another one.
  bool isAlive(std::size_t index) const { return members_[index].isAlive; }
  std::size_t size() const { return members_.size(); }
  // The states that are alive, moved out.
  llvm::SmallVector<AbstractState, 1> take();

  std::size_t joinedVariants() const { return joinedVariants_; }
  std::size_t joinedStates() const { return joinedStates_; }

 private:
  std::optional<std::size_t> joinInto(std::size_t index, const AbstractState& state);

  struct Member {
    AbstractState state;
    bool isAlive = true;
    bool isJoin = false;  // stands for all variants of its IRQL state
  };
  llvm::SmallVector<Member, 1> members_;
  std::size_t joinedVariants_ = 0;
  std::size_t joinedStates_ = 0;
};

}  // namespace irqlint
