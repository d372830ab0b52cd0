// Why the level is what it is: the steps that changed it, as a list that grows backwards.
//
// A state names its newest step. Steps are outside the equality of states, so they never keep a fixpoint from being
// reached: the first cause of a state is the one that is kept.
#pragma once

#include <string>
#include <vector>

#include "analyzer/dataflow/AbstractState.h"

namespace irqlint {

// One change of the level in one function.
struct TrailStep {
  TrailId previous;  // the step before in the same function; none: the level at entry
  SourceLocation location;
  Irql before = kPassiveLevel;
  Irql after = kPassiveLevel;
  std::string callee;  // the name the user wrote
  bool takesLock = false;
  // A call of a function of the driver that returned at another level: the function at that entry, and its own newest
  // step at the exit.
  ContextId calleeContext;
  TrailId calleeTrail;
};

class Trails {
 public:
  // Moves `state` to step.after. A change back to the level before the newest step takes that step off instead, so that
  // the trail holds what is in force.
  void change(AbstractState& state, TrailStep step);

  const TrailStep& operator[](TrailId id) const { return steps_[id.index()]; }

  // The steps up to `newest`, oldest first.
  std::vector<TrailId> path(TrailId newest) const;

 private:
  std::vector<TrailStep> steps_;
};

}  // namespace irqlint
