// The part of FunctionRun that leaves a function, by return or by exception, and follows exceptions from the state before
// what raises one to the handler.
#include "analyzer/dataflow/FunctionRun.h"

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
  std::erase_if(exit.facts, [&](const Fact& fact) {
    return !terms_.isVisibleToCallers(fact.term) && terms_[fact.term].kind != ExprKind::Parameter &&
           !isReturned(fact.term);
  });
  exit.equalities.clear();
  std::erase_if(exit.origins, [&](const Equality& known) {
    return !terms_.isVisibleToCallers(known.place) && !isReturned(known.place);
  });
}

// An exception that is known to arise in `state`.
void FunctionRun::raise(AbstractState state) {
  state.owesWait = {};
  const BlockId handler = body_.blocks[current_.index()].handler;
  if (handler) return push(handler, std::move(state));
  leaveByException(std::move(state));
}

// What callers learn of a way out by exception: all ways that hold the same are one.
void FunctionRun::leaveByException(AbstractState state) {
  state.returned = {};
  state.returnedTerm = {};
  keepForCallers(state);
  if (raised_.add(std::move(state), 1)) grew_ = true;
}

// An exception may arise in `state`: nobody knows what a pointer leads to, or what a function without a body does.
// Outside of guarded blocks that is taken not to happen.
void FunctionRun::mayRaise(const AbstractState& state) {
  const BlockId handler = body_.blocks[current_.index()].handler;
  if (handler) possiblyRaised_[handler].add(state, 1);
}

void FunctionRun::mayRaise(const AssignEvent& event, const AbstractState& state) {
  if (!body_.blocks[current_.index()].handler) return;
  if (accessesMemory(terms_, event.place) || accessesMemory(terms_, event.value)) mayRaise(state);
}

void FunctionRun::mayRaise(const ContractCall& call, const AbstractState& state) {
  switch (ContractTransfer(analysis_, id_, terms_).raisesException(call, state)) {
    case Truth::True: return raise(state);
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

// Enters the handlers from where an exception may arise; one that nothing is seen to raise anything for, from where its
// guarded blocks begin: it was written for something. True if there is more to do.
bool FunctionRun::enterHandlers() {
  auto possible = std::exchange(possiblyRaised_, {});
  for (std::size_t index = 0; index < body_.blocks.size(); ++index) {
    const BlockId handler = body_.blocks[index].handler;
    if (!handler) continue;
    current_ = BlockId(index);
    const auto seen = possible.find(handler);
    States states;
    if (seen != possible.end()) {
      states = seen->second.take();
      possible.erase(seen);
    } else if (blocks_[handler.index()].size() == 0) {
      for (std::size_t i = 0; i < blocks_[index].size(); ++i) {
        if (blocks_[index].isAlive(i)) states.push_back(blocks_[index][i]);
      }
    }
    const bool isOne = !changesInside_.contains(handler) &&
                       std::all_of(states.begin(), states.end(),
                                   [&](const AbstractState& state) { return sameHeld(state, states.front()); });
    for (AbstractState& state : states) {
      state.raiseGuessed = state.raiseGuessed || !isOne;
      push(handler, std::move(state));
    }
  }
  return !worklist_.empty();
}

}  // namespace irqlint
