// The parts of ContractTransfer and FunctionRun that follow locks that leave the level alone, and critical and guarded
// regions.
#include <algorithm>
#include <utility>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/ContractTransfer.h"
#include "analyzer/dataflow/Equalities.h"
#include "analyzer/dataflow/FunctionRun.h"

namespace irqlint {

namespace {

const LockState* surelyHeld(const AbstractState& state) {
  const auto held = llvm::find_if(state.locks, [](const LockState& lock) { return lock.held && !lock.guarded; });
  return held == state.locks.end() ? nullptr : &*held;
}

// True if `thing` was taken, by any name that is followed here, when that raised the level.
bool tookByLevel(const AbstractState& state, const Holding& thing) {
  return llvm::any_of(state.locks, [&](const LockState& lock) {
    return lock.held && lock.global == thing.global && (lock.lock == thing.lock || lock.object == thing.lock);
  });
}

}  // namespace

ContractTransfer::LockResults ContractTransfer::lockResults(const ContractCall& call,
                                                            const AbstractState& state) const {
  const auto& lock = call.contract->lock;
  if (!lock) return {};
  const KnownFacts facts(terms_, state);
  const auto valueOf = [&](std::uint32_t parameter) { return facts.evaluate(argument(call, parameter)); };
  if (lock->action == LockAction::TryAcquire) {
    return {true, !lock->waitParameter || maybeZero(valueOf(*lock->waitParameter)), KnownValue::nonZero(),
            KnownValue::constant(0)};
  }
  if (!lock->timeoutParameter) return {};
  return {true, maybeNonZero(valueOf(*lock->timeoutParameter)), KnownValue::constant(0), KnownValue::nonZero()};
}

// A queue handle or lock state names the lock in the release, where the lock itself is no argument.
ExprId ContractTransfer::lockTermOf(const ContractCall& call) const {
  const LockEffect& effect = *call.contract->lock;
  if (effect.handle) return argument(call, *effect.handle);
  return effect.parameter ? argument(call, *effect.parameter) : ExprId();
}

void ContractTransfer::applyLock(const ContractCall& call, Irql levelBefore, AbstractState& state) {
  const LockEffect& effect = *call.contract->lock;
  LockState lock{.global = effect.global,
                 .levelBefore = levelBefore,
                 .location = call.location,
                 .object = followed(terms_, state, effect.parameter ? argument(call, *effect.parameter) : ExprId()),
                 .isShared = effect.shared};
  if (effect.global.empty()) {
    lock.lock = lockTermOf(call);
    // A lock that the frontend could not name is the same only for itself.
    if (!lock.lock || terms_[lock.lock].kind == ExprKind::Unknown) return;
  }
  if (effect.action != LockAction::Release) {
    assumeLockExists(call, state);
    lock.guarded = std::exchange(state.guardTaken, false);
    if (effect.action == LockAction::Acquire) noteTaken(call, lock, state);
    state.locks.push_back(lock);
    return;
  }
  bool sameName = true;
  if (takeOut(state.locks, lock, sameName)) {
    if (!sameName) state.guardSkipped = true;
    return;
  }
  lock.held = false;
  lock.levelBefore = kPassiveLevel;
  if (std::find(state.locks.begin(), state.locks.end(), lock) == state.locks.end()) state.locks.push_back(lock);
}

// A processor that waits for a spin lock which it holds itself waits for ever.
void ContractTransfer::noteTaken(const ContractCall& call, const LockState& lock, const AbstractState& state) {
  if (const LockState* held = heldTwice(state.locks, lock)) {
    Breach breach = breachAt(call, BreachKind::LockTakenTwice, state);
    breach.pathKnown = breach.pathKnown && !held->guarded;
    breach.related = held->location;
    analysis_.report(std::move(breach));
  } else {
    analysis_.noteTaken(context_, terms_,
                        {.lock = lock, .block = call.block, .certain = state.isCertain() && !lock.guarded}, state);
  }
}

// A pointer to a lock that was taken is not null: `if (Lock) Release(Lock);` always releases from here on.
void ContractTransfer::assumeLockExists(const ContractCall& call, AbstractState& state) const {
  const ExprId lock = lockTermOf(call);
  const bool isVariable = lock && terms_.isPlace(lock) && terms_[lock].kind != ExprKind::AddressOf;
  if (isVariable) Facts(terms_, state).restrict(lock, KnownValue::nonZero());
}

void ContractTransfer::applyToHoldings(const ContractCall& call, const ContractTerms& terms, bool failedTry,
                                       bool broken, const AbstractState& before, AbstractState& state) {
  if (call.contract->lock) applyLockToHoldings(call, terms, failedTry || broken, before, state);
  if (failedTry) return;
  const auto apply = [&](HoldingKind kind, ContractEffect enter, ContractEffect leave) {
    const Holding region{.kind = kind, .location = call.location, .guarded = before.guardTaken};
    const bool enters = has(terms.effects, enter);
    const bool leaves = has(terms.effects, leave);
    if (broken && (enters || leaves)) return state.holdings.lose(region);
    if (enters) state.holdings.take(region);
    if (leaves) giveBack(call, region, state);
  };
  apply(HoldingKind::CriticalRegion, ContractEffect::CriticalRegionEnter, ContractEffect::CriticalRegionLeave);
  apply(HoldingKind::GuardedRegion, ContractEffect::GuardedRegionEnter, ContractEffect::GuardedRegionLeave);
}

void ContractTransfer::applyLockToHoldings(const ContractCall& call, const ContractTerms& terms, bool failed,
                                           const AbstractState& before, AbstractState& state) {
  const LockEffect& lock = *call.contract->lock;
  Holding thing{.lockKind = lock.kind, .global = lock.global, .location = call.location, .guarded = before.guardTaken};
  if (lock.global.empty()) {
    thing.lock = followed(terms_, before, lockTermOf(call));
    if (!thing.lock || terms_[thing.lock].kind == ExprKind::Unknown) return;
  }
  // A spin lock that raises the level to DISPATCH_LEVEL shows in the level, unless that is there already.
  const bool shows = before.level != kDispatchLevel || state.level != kDispatchLevel || lock.kind != LockKind::Spin;
  const bool movesLevel = (shows || failed) && (terms.raises || terms.restores || terms.lowers);
  const Holding* known = before.holdings.find(thing);
  const bool isHeld = known != nullptr && known->depth > 0;
  const bool raised = tookByLevel(before, thing);
  if (failed) {
    // Whether the code knows that it has not got the lock shows when it gives it back.
    if (!movesLevel || isHeld) state.holdings.lose(thing);
  } else if (lock.action == LockAction::Release) {
    // A lock that was taken one way may be given back the other.
    if (isHeld || (!movesLevel && !raised)) giveBack(call, thing, state);
  } else if (!movesLevel) {
    assumeLockExists(call, state);
    state.holdings.take(thing);
  }
}

// Deadlocks where what the call runs wants the lock.
void ContractTransfer::judgeHeldLocks(const ContractCall& call, const ContractTerms& terms,
                                      const AbstractState& state) {
  if (!has(terms.effects, ContractEffect::WantsNoSpinLock)) return;
  if (const LockState* held = surelyHeld(state)) {
    Breach breach = breachAt(call, BreachKind::LockAcrossCall, state);
    breach.related = held->location;
    breach.taker = held->taker;
    analysis_.report(std::move(breach));
  } else {
    analysis_.noteUnlocked(context_, {call.location, std::string(call.name), call.certain && state.isCertain()}, state);
  }
}

bool IrqlAnalysis::noteUnlocked(ContextId context, const UnlockedCall& call, const AbstractState& state) {
  if (!state.locks.empty()) return false;
  std::vector<UnlockedCall>& known = facts_.contexts[context.index()].unlockedCalls;
  if (known.empty()) {
    known.push_back(call);
    return true;
  }
  if (call.certain && !known.front().certain) known.front() = call;
  return false;
}

// What the callee calls is called from here.
void FunctionRun::noteUnlocked(const Event& event, FunctionRef callee, ContextId entered, const AbstractState& state) {
  // By index: in a recursion the list grows.
  for (std::size_t i = 0; i < analysis_.facts_.contexts[entered.index()].unlockedCalls.size(); ++i) {
    const Context& done = analysis_.facts_.contexts[entered.index()];
    UnlockedCall call = done.unlockedCalls[i];
    call.certain = call.certain && state.isCertain() && !done.isJoin;
    if (const LockState* held = surelyHeld(state)) {
      analysis_.report({.kind = BreachKind::LockAcrossCall,
                        .context = id_,
                        .location = event.location,
                        .level = state.level,
                        .trail = state.trail,
                        .callee = std::string(nameOf(event, callee)),
                        .function = callee,
                        .pathKnown = call.certain,
                        .related = held->location,
                        .inside = call.location,
                        .taker = held->taker});
    } else if (analysis_.noteUnlocked(id_, call, state)) {
      grew_ = true;
    }
  }
}

void ContractTransfer::giveBack(const ContractCall& call, const Holding& thing, AbstractState& state) {
  const Holding* known = state.holdings.find(thing);
  const SourceLocation before = known != nullptr ? known->location : SourceLocation();
  if (state.holdings.giveBack(thing) != Holdings::GivenBack::Again) return;
  Breach breach = breachAt(call, BreachKind::ReleasedTwice, state);
  breach.related = before;
  breach.holding = thing.kind;
  analysis_.report(std::move(breach));
}

// What the callee took it took for its caller; what it gave back without having taken it was the caller's.
void FunctionRun::applyHoldings(const Event& event, const CallEvent& call, ContextId callee, const AbstractState& exit,
                                const AbstractState& before, AbstractState& after) {
  const FunctionRef called = analysis_.facts_.contexts[callee.index()].function;
  for (const Holding& theirs : exit.holdings) {
    Holding thing = theirs;
    if (theirs.lock) thing.lock = followed(terms_, before, nameHere(call, callee, exit, theirs.lock));
    if (theirs.lock && !thing.lock) {
      // One of ours may be what it gave back.
      if (!theirs.isSure || theirs.lowest < 0) after.holdings.loseLocks([](ExprId) { return true; });
      continue;
    }
    thing.location = event.location;
    thing.inside = callee;
    if (!theirs.isSure) after.holdings.lose(thing);
    if (theirs.lowest < 0 && after.holdings.find(thing) == nullptr && tookByLevel(before, thing)) continue;
    for (int depth = 0; depth > theirs.lowest; --depth) {
      const Holding* known = after.holdings.find(thing);
      const SourceLocation previous = known != nullptr ? known->location : SourceLocation();
      if (after.holdings.giveBack(thing) != Holdings::GivenBack::Again) continue;
      analysis_.report({.kind = BreachKind::ReleasedTwice,
                        .context = id_,
                        .location = event.location,
                        .level = after.level,
                        .trail = after.trail,
                        .callee = std::string(nameOf(event, called)),
                        .function = called,
                        .pathKnown = after.isCertain(),
                        .holding = thing.kind,
                        .related = previous,
                        .inside = theirs.location});
    }
    for (int depth = theirs.lowest; depth < theirs.depth; ++depth) after.holdings.take(thing);
  }
}

}  // namespace irqlint
