// The part of FunctionRun that enters callees and comes back from them.
#include <algorithm>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/Equalities.h"
#include "analyzer/dataflow/FunctionRun.h"

namespace irqlint {

std::vector<Fact> FunctionRun::inputsFor(FunctionRef callee, const CallEvent& call, const AbstractState& state) {
  std::vector<Fact> inputs;
  Translation& translated = analysis_.translation(function_, call, callee);
  for (const ExprId term : analysis_.steering_.of(callee)) {
    const ExprId here = followedPlace(terms_, state, translated(term));
    if (!here) continue;
    const KnownValue value = evaluateInput(here, state);
    if (!isTop(value)) inputs.push_back({term, value});
  }
  std::sort(inputs.begin(), inputs.end(), [](const Fact& a, const Fact& b) { return a.term < b.term; });
  return inputs;
}

FunctionRun::States FunctionRun::enterCallee(const Event& event, const CallEvent& call, FunctionRef callee,
                                             bool certain, const AbstractState& state) {
  const ContextId entered = analysis_.context(callee, state.level, inputsFor(callee, call, state),
                                              {.apcsEnabled = analysis_.apcsEnabled(id_, state),
                                               .inGuardedRegion = analysis_.inGuardedRegion(id_, state),
                                               .owesWait = state.owesWait});
  analysis_.addCaller(entered, {.caller = id_,
                                .location = event.location,
                                .level = state.level,
                                .trail = state.trail,
                                .certain = certain && state.isCertain(),
                                .levelGuessed = state.levelGuessed});
  analysis_.require(entered);

  const Context& done = analysis_.facts_.contexts[entered.index()];
  Translation& translated = analysis_.translation(function_, call, callee);
  // By index: in a recursion the callee's list is the one that grows.
  for (std::size_t i = 0; i < done.modified.size(); ++i) {
    if (const ExprId here = translated(done.modified[i])) {
      noteWrite(here);
    } else {
      noteHiddenWrite(analysis_.terms(callee), done.modified[i]);
    }
  }
  grew_ |= context().writtenMembers |= done.writtenMembers;
  for (std::size_t i = 0; i < done.exposed.size(); ++i) {
    if (const ExprId here = translated(done.exposed[i])) noteExposed(here);
  }
  const FunctionSummary& called = analysis_.program_[callee].summary;
  const bool mayBeInlined = called.isInline && !called.isForeign;
  if (mayBeInlined) {
    context().highest = std::max(context().highest, done.highest);
    noteRaisedInside(event, done, state);
  }
  if (done.highest >= kDispatchLevel && state.level < kDispatchLevel && analysis_.isPageable(function_) &&
      mayBeInlined && !analysis_.isPageable(callee) &&
      std::all_of(
          done.exits.begin(), done.exits.end(), [](const AbstractState& e) { return e.level < kDispatchLevel; })) {
    analysis_.report({.kind = BreachKind::InlineRaises,
                      .context = id_,
                      .location = event.location,
                      .level = done.highest,
                      .trail = state.trail,
                      .callee = std::string(nameOf(event, callee)),
                      .function = callee,
                      .required = kApcLevel});
  }
  noteTaken(event, call, callee, entered, state);
  noteUnlocked(event, callee, entered, state);
  raiseFrom(event, call, entered, certain, state);
  // Exits that differ in neither level nor locks say nothing together that one of them does not say alone.
  States exits = done.exits;
  const bool alike = std::all_of(exits.begin(), exits.end(), [&](const AbstractState& e) {
    return e.sameIrqlState(exits.front()) && e.holdings == exits.front().holdings;
  });
  for (std::size_t i = 1; alike && i < exits.size(); ++i) joinInto(exits.front(), exits[i]);
  if (alike && exits.size() > 1) exits.resize(1);
  // A function that fails with zero and otherwise hands out a lock says so by its result.
  const bool failsWithZero = std::any_of(exits.begin(), exits.end(), [&](const AbstractState& e) {
    return e.level == state.level && e.returned == KnownValue::constant(0);
  });
  for (AbstractState& exit : exits) {
    if (failsWithZero && exit.level > state.level && exit.returned != KnownValue::constant(0)) {
      exit.returned = meet(exit.returned, {INT64_MIN, INT64_MAX, true});
    }
  }
  States after;
  for (const AbstractState& exit : exits) {
    AbstractState possible = state;
    if (assumeArguments(call, entered, exit, possible)) {
      after.push_back(returned(event, call, entered, exit, possible));
    }
  }
  if (analysis_.facts_.contexts[entered.index()].restores && state.level != context().entry) {
    context().restores = context().restores || std::any_of(after.begin(), after.end(), [&](const AbstractState& s) {
                           return s.level < state.level;
                         });
  }
  context().levels = context().levels | analysis_.facts_.contexts[entered.index()].levels;
  noteOutside(event, callee, state, after, analysis_.facts_.contexts[entered.index()].levels);
  return after;
}

// What an exit says of the callee's parameters is true of the arguments. False if it cannot be: another exit is taken.
bool FunctionRun::assumeArguments(const CallEvent& call, ContextId callee, const AbstractState& exit,
                                  AbstractState& state) {
  const Terms& theirs = analysis_.terms(analysis_.facts_.contexts[callee.index()].function);
  Facts facts(terms_, state);
  for (const Fact& fact : exit.facts) {
    const Expr& term = theirs[fact.term];
    if (term.kind != ExprKind::Parameter || theirs.isAssigned(fact.term)) continue;
    const auto index = static_cast<std::size_t>(term.value);
    if (index >= call.arguments.size() || !call.arguments[index]) continue;
    if (!facts.assumeValue(call.arguments[index], fact.value)) return false;
  }
  return true;
}

// A lock that is taken only where memory says so may be one that is taken only where it is not held.
void FunctionRun::judgeTaken() {
  for (TakenLock& taken : context().taken) taken.certain = taken.certain && isAlwaysPassed(taken.block);
}

// True if every run that gets to an end passes `block`, as far as that is decided by what memory holds: a check of the
// arguments that turns some callers away does not count.
bool FunctionRun::isAlwaysPassed(BlockId block) const {
  std::vector<bool> leadsThere(body_.blocks.size(), false);
  leadsThere[block.index()] = true;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t from = next_.size(); from-- > 0;) {
      if (leadsThere[from]) continue;
      leadsThere[from] = llvm::any_of(next_[from], [&](BlockId to) { return leadsThere[to.index()]; });
      changed = changed || leadsThere[from];
    }
  }
  const auto checksArguments = [&](BlockId at) {
    const Terminator& terminator = body_.blocks[at.index()].terminator;
    return terminator.condition && !readsMemory(terminator.condition);
  };
  std::vector<bool> seen(body_.blocks.size(), false);
  std::vector<BlockId> open{BlockId(0)};
  while (!open.empty()) {
    const BlockId at = open.back();
    open.pop_back();
    if (at == block || seen[at.index()]) continue;
    seen[at.index()] = true;
    if (body_.blocks[at.index()].terminator.kind == TerminatorKind::Return) return false;
    for (const BlockId next : next_[at.index()]) {
      if (leadsThere[next.index()] || !checksArguments(at)) open.push_back(next);
    }
  }
  return true;
}

bool FunctionRun::readsMemory(ExprId expr) const {
  if (!expr) return false;
  const Expr& top = terms_[expr];
  switch (top.kind) {
    case ExprKind::Unknown:
    case ExprKind::Global:
    case ExprKind::CallResult:
    case ExprKind::Local:
    case ExprKind::Dereference: return true;
    default: return readsMemory(top.lhs) || readsMemory(top.rhs);
  }
}

bool FunctionRun::leavesHeld(const Context& callee) {
  return std::any_of(callee.exits.begin(), callee.exits.end(), [](const AbstractState& exit) {
    return std::any_of(exit.locks.begin(), exit.locks.end(), [](const LockState& lock) { return lock.held; });
  });
}

// What the callee takes is taken here.
void FunctionRun::noteTaken(const Event& event, const CallEvent& call, FunctionRef callee, ContextId entered,
                            const AbstractState& state) {
  const Context& done = analysis_.facts_.contexts[entered.index()];
  Translation& translated = analysis_.translation(function_, call, callee);
  // By index: in a recursion the list grows.
  for (std::size_t i = 0; i < done.taken.size(); ++i) {
    TakenLock taken = done.taken[i];
    taken.block = current_;
    taken.certain = taken.certain && !done.isJoin;
    // A wrapper takes it for its caller.
    if (leavesHeld(done)) taken.lock.location = event.location;
    if (taken.lock.object) taken.lock.object = followed(terms_, state, translated(taken.lock.object));
    if (taken.lock.global.empty() && !taken.lock.object) continue;
    if (const LockState* held = heldTwice(state.locks, taken.lock)) {
      analysis_.report({.kind = BreachKind::LockTakenTwice,
                        .context = id_,
                        .location = event.location,
                        .level = state.level,
                        .trail = state.trail,
                        .callee = std::string(nameOf(event, callee)),
                        .function = callee,
                        .pathKnown = taken.certain && state.isCertain() && !held->guarded,
                        .related = held->location,
                        .inside = taken.lock.location});
    } else if (analysis_.noteTaken(id_, terms_, taken, state)) {
      grew_ = true;
    }
  }
}

AbstractState FunctionRun::returned(const Event& event, const CallEvent& call, ContextId callee,
                                    const AbstractState& exit, const AbstractState& before) {
  const Context& done = analysis_.facts_.contexts[callee.index()];
  const Terms& theirs = analysis_.terms(done.function);
  Translation& translated = analysis_.translation(function_, call, done.function);
  const auto nameHere = [&](ExprId term) { return this->nameHere(call, callee, exit, term); };
  AbstractState after = before;
  Facts facts(terms_, after);
  llvm::SmallVector<ExprId, 16> written{resultOf(call)};
  llvm::SparseBitVector<> members = done.writtenMembers;
  for (const ExprId place : done.modified) {
    if (const ExprId here = followedPlace(terms_, before, translated(place))) {
      written.push_back(here);
    } else if (const ExprId member = theirs.pointeesMember(place)) {
      members.set(analysis_.numberOf(theirs[member]));
    }
  }
  for (const ExprId place : done.exposed) {
    const ExprId here = followedPlace(terms_, before, translated(place));
    if (here && terms_.isDirect(here)) written.push_back(here);
  }
  facts.forget(written);
  if (!members.empty()) {
    facts.forgetMembers([&](const Expr& member) { return members.test(analysis_.numberOf(member)); });
  }
  for (const Fact& fact : exit.facts) {
    if (theirs[fact.term].kind == ExprKind::Parameter) continue;
    const ExprId here = followedPlace(terms_, before, nameHere(fact.term));
    if (!here || !(terms_.isPlace(here) || Terms::isSavedLevel(terms_[here]))) continue;
    facts.set(here, fact.value);
  }
  takeOrigins(call, callee, exit, before, after);
  after.guardSkipped = before.guardSkipped || exit.guardSkipped;
  after.levelGuessed = before.levelGuessed || exit.levelGuessed;
  after.raiseGuessed = before.raiseGuessed || exit.raiseGuessed;
  after.owesWait = exit.owesWait;
  if (!isTop(exit.returned)) facts.set(resultOf(call), exit.returned);
  if (exit.returnedTerm) facts.equate(resultOf(call), translated(exit.returnedTerm));
  applyHoldings(event, call, callee, exit, before, after);
  Irql level = exit.level;
  const bool changes = exit.level != before.level || !exit.locks.empty();
  if (changes && analysis_.program_[done.function].summary.statementsLost) after.levelGuessed = true;
  if (dropsAndRetakes(exit)) {
    // Written to be called with the lock held; it is when the callee returns as it was before.
    const bool isHeld = std::any_of(before.locks.begin(), before.locks.end(), [](const auto& l) { return l.held; });
    const bool isLowAnyway = analysis_.asIfResident_ && before.level < kDispatchLevel && exit.level < kDispatchLevel;
    after.levelGuessed = before.levelGuessed || (!isHeld && !isLowAnyway);
    return after;
  }
  const std::optional<Irql> restored = applyLocks(event, call, callee, exit, before, after);
  if (restored && exit.levelGuessed && !before.levelGuessed) {
    // The callee did not know the level its caller saved; here it is known.
    level = *restored;
    after.levelGuessed = false;
  }
  if (level != before.level) {
    if (level < before.level) context().restores = true;
    analysis_.facts_.trails.change(after, {.location = event.location,
                                           .before = before.level,
                                           .after = level,
                                           .callee = analysis_.program_[done.function].name(),
                                           .calleeContext = callee,
                                           .calleeTrail = exit.trail});
  }
  return after;
}

// `term` of the callee as a term of this function; what is part of the object that it returned is part of the result.
ExprId FunctionRun::nameHere(const CallEvent& call, ContextId callee, const AbstractState& exit, ExprId term) {
  const FunctionRef called = analysis_.facts_.contexts[callee.index()].function;
  Translation& translated = analysis_.translation(function_, call, called);
  const Terms& theirs = analysis_.terms(called);
  const ExprId object = exit.returnedTerm;
  const bool isPart = object && theirs[object].kind == ExprKind::Local && theirs.contains(term, object);
  return isPart ? translated.partOf(object, resultOf(call), term) : translated(term);
}

// True if all the exit says of locks is that each was given back, not having been taken there, and then taken again.
bool FunctionRun::dropsAndRetakes(const AbstractState& exit) {
  const auto isPaired = [&](const LockState& lock) {
    return std::any_of(exit.locks.begin(), exit.locks.end(), [&](const LockState& other) {
      return other.held != lock.held && other.lock == lock.lock && other.global == lock.global;
    });
  };
  return !exit.locks.empty() && std::all_of(exit.locks.begin(), exit.locks.end(), isPaired);
}

// The level before the lock was taken that the callee gave back, if it did.
std::optional<Irql> FunctionRun::applyLocks(const Event& event, const CallEvent& call, ContextId callee,
                                            const AbstractState& exit, const AbstractState& before,
                                            AbstractState& after) {
  const auto nameHere = [&](ExprId term) { return this->nameHere(call, callee, exit, term); };
  std::optional<Irql> restored;
  for (const LockState& change : exit.locks) {
    LockState lock = change;
    lock.location = event.location;
    lock.taker = analysis_.facts_.contexts[callee.index()].function;
    if (lock.object) lock.object = followed(terms_, before, nameHere(lock.object));
    if (change.lock) {
      lock.lock = nameHere(change.lock);
      if (!lock.lock) lock.lock = lock.object;
      if (!lock.lock) continue;
    }
    if (lock.held) {
      after.locks.push_back(lock);
      continue;
    }
    bool sameName = true;
    if (const auto taken = takeOut(after.locks, lock, sameName)) {
      if (!sameName) after.guardSkipped = true;
      if (taken->isSystems)
        judgeSystemLock(event, analysis_.facts_.contexts[callee.index()].function, exit, change, after);
      restored = taken->levelBefore;
    } else if (std::find(after.locks.begin(), after.locks.end(), lock) == after.locks.end()) {
      after.locks.push_back(lock);
    }
  }
  return restored;
}

// A function that the called API runs before it returns is entered from here, at the level the API brings it to.
void FunctionRun::callSynchronously(const Event& event, const CallEvent& call, const AbstractState& state) {
  if (!call.callee) return;
  for (const SynchronousCallback* callback : analysis_.program_.synchronousCallbacks(function_, call.id)) {
    Irql level = state.level;
    if (callback->role != nullptr && !callback->atCallersLevel) {
      const ContractTerms& terms = callback->role->terms;
      level = std::max(level, terms.minimum.value_or(kPassiveLevel));
      if (terms.maximum) level = std::min(level, *terms.maximum);
    }
    for (const FunctionRef function : callback->functions) {
      if (!analysis_.program_[function].isDefined()) continue;
      const std::string api(nameOf(event, call.callee));
      if (analysis_.isPageable(function) && level >= kDispatchLevel) {
        analysis_.report({.kind = BreachKind::PagedCode,
                          .context = id_,
                          .location = event.location,
                          .level = level,
                          .trail = state.trail,
                          .callee = analysis_.program_[function].name(),
                          .function = function,
                          .required = kApcLevel});
        continue;
      }
      const ContextId entered = analysis_.context(function, level, {});
      analysis_.addCaller(entered, {.caller = id_,
                                    .location = event.location,
                                    .level = level,
                                    .trail = state.trail,
                                    .through = api,
                                    .certain = state.isCertain(),
                                    .levelGuessed = state.levelGuessed});
      analysis_.require(entered);
    }
  }
}

}  // namespace irqlint
