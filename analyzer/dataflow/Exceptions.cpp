// The part of FunctionRun that leaves a function, by return or by exception, and follows exceptions from the state
// before what raises one to the handler.
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/Sequence.h>

#include "analyzer/dataflow/FunctionRun.h"
#include "analyzer/link/MemberValues.h"

namespace irqlint {
namespace {

// True if a pointer is followed to get at the value of `expr`, or to it as a place.
bool accessesMemory(const Terms& terms, ExprId expr) {
  if (!expr) return false;
  const Expr& top = terms[expr];
  if (top.kind == ExprKind::AddressOf) return false;
  return top.kind == ExprKind::Dereference || accessesMemory(terms, top.lhs) || accessesMemory(terms, top.rhs);
}

bool sameHeld(const AbstractState& a, const AbstractState& b) {
  return a.sameLevelAndLocks(b) && a.holdings == b.holdings;
}

AbstractState guessed(AbstractState state) {
  state.raiseGuessed = true;
  return state;
}

bool hasLevelAndLocks(const StateSet& states, const AbstractState& state) {
  return llvm::any_of(llvm::seq(states.size()),
                      [&](std::size_t i) { return states.isAlive(i) && states[i].sameLevelAndLocks(state); });
}

}  // namespace

void FunctionRun::exit(AbstractState exit) {
  if (!exit.exit.file) exit.exit = body_.end;
  judgeExit(exit);
  keepForCallers(exit);
  if (exits_.add(std::move(exit))) grew_ = true;
}

void FunctionRun::keepForCallers(AbstractState& exit) const {
  // A parameter's own value means nothing to the caller, but it tells exits apart.
  const bool isObject = exit.returnedTerm && terms_[exit.returnedTerm].kind == ExprKind::Local;
  const auto isReturned = [&](ExprId term) { return isObject && terms_.contains(term, exit.returnedTerm); };
  exit.facts.eraseIf([&](const Fact& fact) {
    return !terms_.isVisibleToCallers(fact.term) && terms_[fact.term].kind != ExprKind::Parameter &&
           !isReturned(fact.term);
  });
  exit.equalities.clear();
  exit.origins.eraseIf(
      [&](const Equality& known) { return !terms_.isVisibleToCallers(known.place) && !isReturned(known.place); });
}

// An exception that is known to arise in `state`.
void FunctionRun::raise(AbstractState state) {
  state.owesWait = {};
  const BlockId handler = body_.blocks[current_.index()].handler;
  if (handler) return push(handler, std::move(state));
  leaveByException(std::move(state));
}

// What callers learn of a way out by exception: all ways that hold the same are one. What memory holds then is
// forgotten: it would tell many ways apart, and handlers look at locals.
void FunctionRun::leaveByException(AbstractState state) {
  state.returned = {};
  state.returnedTerm = {};
  state.facts.eraseIf([&](const Fact& fact) { return terms_[fact.term].kind != ExprKind::Parameter; });
  state.equalities.clear();
  state.origins.clear();
  if (raised_.add(std::move(state), 1)) grew_ = true;
}

// An exception may arise in `state`: nobody knows what a pointer leads to, or what a function without a body does.
// Outside of guarded blocks that is taken not to happen. At DISPATCH_LEVEL what would be an exception is a bug check:
// no handler sees a page fault there.
void FunctionRun::mayRaise(const AbstractState& state) {
  if (state.level >= kDispatchLevel) return;
  const BlockId handler = body_.blocks[current_.index()].handler;
  if (handler && !hasLevelAndLocks(blocks_[handler.index()], state)) possiblyRaised_[handler].add(state, 1);
}

void FunctionRun::mayRaise(const AssignEvent& event, const AbstractState& state) {
  if (!body_.blocks[current_.index()].handler) return;
  if (accessesMemory(terms_, event.place) || accessesMemory(terms_, event.value)) mayRaise(state);
}

void FunctionRun::mayRaise(const ContractCall& call, const AbstractState& state) {
  switch (ContractTransfer(analysis_, id_, terms_).raisesException(call, state)) {
    case Truth::True: return raise(call.certain ? state : guessed(state));
    case Truth::Unknown: return mayRaise(state);
    case Truth::False: return;
  }
}

// An exception of the callee's leaves the call as well.
void FunctionRun::raiseFrom(const Event& event, const CallEvent& call, ContextId callee, bool certain,
                            const AbstractState& state) {
  const States raised = analysis_.facts_.contexts[callee.index()].raised;
  for (const AbstractState& exit : raised) {
    AbstractState possible = state;
    if (!assumeArguments(call, callee, exit, possible)) continue;
    AbstractState after = returned(event, call, callee, exit, possible);
    after.raiseGuessed = after.raiseGuessed || !certain;
    raise(std::move(after));
  }
}

// A guarded block that leaves level and locks alone tells its handler what they are, whatever raises in it.
void FunctionRun::noteGuarded(const AbstractState& before, const States& after) {
  const BlockId handler = body_.blocks[current_.index()].handler;
  if (!handler) return;
  for (const AbstractState& state : after) {
    if (!sameHeld(before, state)) changesInside_.insert(handler);
  }
}

// Where an exception may arise that goes to `handler` but is not known to, as far as that is news to it.
FunctionRun::States FunctionRun::possiblyRaised(BlockId guarded, BlockId handler) {
  const StateSet& known = blocks_[handler.index()];
  StateSet possible;
  if (const auto seen = possiblyRaised_.find(handler); seen != possiblyRaised_.end()) {
    possible = std::exchange(seen->second, {});
  } else if (known.size() == 0 && goesOn(handler)) {
    // It was written for something; what only passes an exception on runs without one too.
    possible = blocks_[guarded.index()];
  }
  States states = possible.take();
  llvm::erase_if(states, [&](const AbstractState& state) { return hasLevelAndLocks(known, state); });
  return states;
}

// True if the function may return from `block` on.
bool FunctionRun::goesOn(BlockId block) const {
  std::vector<bool> seen(body_.blocks.size(), false);
  std::vector<std::size_t> pending{block.index()};
  while (!pending.empty()) {
    const std::size_t at = pending.back();
    pending.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    if (body_.blocks[at].terminator.kind == TerminatorKind::Return) return true;
    llvm::append_range(pending, successors(body_.blocks[at]));
  }
  return false;
}

// Enters the handlers from where an exception may arise. True if there is more to do.
bool FunctionRun::enterHandlers() {
  for (std::size_t index = 0; index < body_.blocks.size(); ++index) {
    const BlockId handler = body_.blocks[index].handler;
    if (!handler) continue;
    current_ = BlockId(index);
    States states = possiblyRaised(current_, handler);
    // Where nothing is taken or given back in the guarded blocks, it does not matter what raises.
    const bool isOne = !changesInside_.contains(handler) &&
                       llvm::all_of(states, [&](const auto& state) { return sameHeld(state, states.front()); });
    for (AbstractState& state : states) {
      state.raiseGuessed = state.raiseGuessed || !isOne;
      push(handler, std::move(state));
    }
  }
  return !worklist_.empty();
}

}  // namespace irqlint
