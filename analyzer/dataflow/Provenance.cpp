#include "analyzer/dataflow/Provenance.h"

#include <algorithm>
#include <utility>

namespace irqlint {

void Trails::change(AbstractState& state, TrailStep step) {
  state.level = step.after;
  for (TrailId at = state.trail; at; at = steps_[at.index()].previous) {
    if (steps_[at.index()].before != step.after) continue;
    state.trail = steps_[at.index()].previous;
    return;
  }
  step.previous = state.trail;
  state.trail = TrailId(steps_.size());
  steps_.push_back(std::move(step));
}

std::vector<TrailId> Trails::path(TrailId newest) const {
  std::vector<TrailId> steps;
  for (TrailId at = newest; at; at = steps_[at.index()].previous) steps.push_back(at);
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace irqlint
