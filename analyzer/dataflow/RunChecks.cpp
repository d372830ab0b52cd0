// The part of FunctionRun that judges what a function does as a whole: against what it declares for its body, and
// against what the system that enters it expects.
#include <algorithm>

#include "analyzer/dataflow/FunctionRun.h"
#include "analyzer/dataflow/PlaceText.h"

namespace irqlint {

// The event at `location` begins or ends in `state`.
void FunctionRun::noteRaised(SourceLocation location, const AbstractState& state) {
  if (!analysis_.asIfResident_ || state.level < kDispatchLevel || !location.file) return;
  const RaisedPlace place{state.trail, state.isCertain(), {}};
  const auto [known, added] = context().raisedPlaces.try_emplace(location, place);
  if (!added && ((place.certain && !known->second.certain) || known->second.inlined)) known->second = place;
}

// Inline code is part of its caller: what runs raised inside `callee` runs raised in this function.
void FunctionRun::noteRaisedInside(const Event& event, const Context& callee, const AbstractState& state) {
  if (!analysis_.asIfResident_ || callee.highest < kDispatchLevel) return;
  const bool certain = state.isCertain() && std::any_of(callee.raisedPlaces.begin(), callee.raisedPlaces.end(),
                                                        [](const auto& place) { return place.second.certain; });
  context().raisedPlaces.try_emplace(event.location, RaisedPlace{state.trail, certain, callee.function});
}

// Reports where the level leaves the bounds that the function declares for its body: at the call that moves it, or
// that runs a function inside of which (at the levels `inside`) it leaves them.
void FunctionRun::noteOutside(const Event& event, FunctionRef callee, const AbstractState& before, const States& after,
                              IrqlSet inside) {
  if (!function().contractIsDeclared || function().contract == nullptr) return;
  const Contract& declared = *function().contract;
  if (!declared.bodyMaximum && !declared.bodyMinimum) return;
  IrqlSet levels = inside;
  bool certain = before.isCertain();
  for (const AbstractState& state : after) {
    levels = levels | IrqlSet::of(state.level);
    certain = certain && state.isCertain();
  }
  if (levels.empty()) return;
  const auto report = [&](Irql level, Irql bound) {
    analysis_.report({.kind = BreachKind::OutsideDeclared,
                      .context = id_,
                      .location = event.location,
                      .level = level,
                      .trail = before.trail,
                      .callee = std::string(nameOf(event, callee)),
                      .function = callee,
                      .contract = &declared,
                      .required = bound,
                      .pathKnown = certain});
  };
  // A callee that is bound as tightly is the one to report, and pageable code that raises has a rule of its own.
  const Contract* theirs =
      analysis_.program_[callee].contractIsDeclared ? analysis_.program_[callee].contract : nullptr;
  // Above DISPATCH_LEVEL a number stands for some device's level, of which two cannot be compared.
  const auto maximum = declared.bodyMaximum;
  const bool theirMaximum = theirs != nullptr && theirs->bodyMaximum && theirs->bodyMaximum <= maximum;
  if (maximum && *maximum <= kDispatchLevel && levels.max() > *maximum && before.level <= *maximum && !theirMaximum &&
      !(analysis_.isPageable(function_) && levels.max() >= kDispatchLevel)) {
    report(levels.max(), *maximum);
  }
  const auto minimum = declared.bodyMinimum;
  const bool theirMinimum = theirs != nullptr && theirs->bodyMinimum && minimum <= theirs->bodyMinimum;
  if (minimum && levels.min() <= kDispatchLevel && levels.min() < *minimum && before.level >= *minimum &&
      !theirMinimum) {
    report(levels.min(), *minimum);
  }
}

void FunctionRun::judgeTouches(std::size_t event, const AbstractState& state) {
  if (state.level < kDispatchLevel) return;
  const std::vector<MemoryTouch>& touches = analysis_.memory().touches(function_);
  const auto before = [](const MemoryTouch& touch, const std::pair<BlockId, std::size_t>& at) {
    return std::pair(touch.block, touch.event) < at;
  };
  auto touch = std::lower_bound(touches.begin(), touches.end(), std::pair(current_, event), before);
  for (; touch != touches.end() && touch->block == current_ && touch->event == event; ++touch) {
    analysis_.report({.kind = BreachKind::PageableTouched,
                      .context = id_,
                      .location = touch->location,
                      .level = state.level,
                      .trail = state.trail,
                      .callee = placeText(analysis_.program_, function_, touch->place),
                      .required = kApcLevel,
                      .conditionKnown = touch->kinds.isPageable(),
                      .pathKnown = state.isCertain(),
                      .memory = {touch->place, touch->kinds, touch->object, touch->isWritten}});
  }
}

// The system gets its lock back, and nothing between its call and it may be left undone.
void FunctionRun::judgeExit(const AbstractState& exit) {
  const auto report = [&](BreachKind kind, std::string callee, SourceLocation related) {
    analysis_.report({.kind = kind,
                      .context = id_,
                      .location = exit.exit,
                      .level = exit.level,
                      .trail = exit.trail,
                      .callee = std::move(callee),
                      .contract = context().enteredAs.lockedRole,
                      .pathKnown = exit.isCertain(),
                      .related = related});
  };
  const Contract* role = context().enteredAs.lockedRole;
  const bool keeps = role != nullptr && std::any_of(exit.locks.begin(), exit.locks.end(), [&](const LockState& lock) {
                       return lock.held && lock.global == role->lock->global;
                     });
  if (keeps) report(BreachKind::SystemLockKept, role->lock->global, {});
  if (exit.owesWait.file && analysis_.isCallback(function_)) report(BreachKind::WaitMissing, "", exit.owesWait);
}

// A callee that releases the system's lock with a level it knows takes a constant for the one that the system saved.
void FunctionRun::judgeSystemLock(const Event& event, FunctionRef callee, const AbstractState& exit,
                                  const LockState& change, const AbstractState& before) {
  const bool holdsAnother =
      std::any_of(exit.locks.begin(), exit.locks.end(), [](const auto& lock) { return lock.held; });
  if (exit.levelGuessed || holdsAnother) return;
  analysis_.report({.kind = BreachKind::SystemLockLevel,
                    .context = id_,
                    .location = event.location,
                    .level = before.level,
                    .trail = before.trail,
                    .callee = std::string(nameOf(event, callee)),
                    .function = callee,
                    .contract = context().enteredAs.lockedRole,
                    .required = exit.level,
                    .pathKnown = before.isCertain() && exit.isCertain(),
                    .inside = change.location});
}

void FunctionRun::noteInside(Irql level) {
  context().highest = std::max(context().highest, level);
  context().levels = context().levels | IrqlSet::of(level);
}

}  // namespace irqlint
