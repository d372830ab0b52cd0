#include "analyzer/dataflow/FunctionRun.h"

#include "analyzer/dataflow/Equalities.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <iterator>

namespace irqlint {
namespace {

// Case labels up to which the default arm knows that its value is none of them.
constexpr std::size_t kLabelsRuledOut = 8;
// Places up to this size (p->a->b) are noted each for itself when they are written; of larger ones so many.
constexpr std::size_t kWrittenPlaceSize = 6;
constexpr std::size_t kWrittenPlaces = 256;

}  // namespace

FunctionRun::FunctionRun(IrqlAnalysis& analysis, ContextId context)
    : analysis_(analysis),
      id_(context),
      function_(analysis.facts_.contexts[context.index()].function),
      body_(*analysis.program_[function_].summary.body),
      terms_(analysis.terms(function_)),
      live_(analysis.liveness(function_)),
      blocks_(body_.blocks.size()),
      next_(body_.blocks.size()) {}

bool FunctionRun::run() {
  if (body_.blocks.empty()) return false;
  for (const AbstractState& known : context().exits) exits_.add(known);
  for (const AbstractState& known : context().raised) raised_.add(known, 1);
  AbstractState entry;
  entry.level = context().entry;
  entry.facts.assign(context().inputs);
  entry.owesWait = context().enteredAs.owesWait;
  if (const Contract* role = context().enteredAs.lockedRole) {
    entry.locks.push_back({.global = role->lock->global,
                           .levelBefore = kUnknownRestoredLevel,
                           .isSystems = true,
                           .location = function().summary.location});
  }
  push(BlockId(0), std::move(entry));
  do {
    while (!worklist_.empty()) {
      const auto [block, state] = *worklist_.begin();
      worklist_.erase(worklist_.begin());
      const StateSet& states = blocks_[block.index()];
      if (states.isAlive(state)) process(block, states[state]);
    }
  } while (enterHandlers());
  judgeTaken();
  context().exits = exits_.take();
  context().raised = raised_.take();
  for (const StateSet& states : blocks_) {
    analysis_.facts_.joinedVariants += states.joinedVariants();
    analysis_.facts_.joinedStates += states.joinedStates();
  }
  return grew_;
}

void FunctionRun::push(BlockId block, AbstractState state) {
  state.facts.eraseIf([&](const Fact& fact) { return !live_.isLive(block, terms_, fact.term); });
  state.equalities.eraseIf([&](const Equality& known) {
    return !live_.isLive(block, terms_, known.place) || !live_.isLive(block, terms_, known.value);
  });
  state.origins.eraseIf([&](const Equality& known) { return !live_.isLive(block, terms_, known.place); });
  noteInside(state.level);
  if (current_ && !llvm::is_contained(next_[current_.index()], block)) next_[current_.index()].push_back(block);
  // What an exception interrupted while nothing was held leaves nothing to tell apart.
  const bool isRaised = current_ && body_.blocks[current_.index()].handler == block && holdsNothing(state);
  const std::size_t variants = isRaised || isQuietFrom(block, state) ? 1 : kVariantsPerIrqlState;
  if (const auto changed = blocks_[block.index()].add(std::move(state), variants)) worklist_.emplace(block, *changed);
}

bool FunctionRun::holdsNothing(const AbstractState& state) {
  return state.level == context().entry && state.locks.empty() && state.holdings.empty();
}

// True if nothing that runs in this function from here on depends on how `state` came about.
bool FunctionRun::isQuietFrom(BlockId block, const AbstractState& state) {
  return body_.blocks.size() > kSmallBody && holdsNothing(state) &&
         analysis_.quiet_.from(function_, block).contains(state.level);
}

// By value: the set that `entry` is of may grow meanwhile.
void FunctionRun::process(BlockId id, AbstractState entry) {
  const BasicBlock& block = body_.blocks[id.index()];
  current_ = id;
  States states;
  states.push_back(std::move(entry));
  for (std::size_t event = 0; event < block.events.size() && !states.empty(); ++event) {
    const SourceLocation place = block.events[event].location;
    for (const AbstractState& state : states) {
      noteRaised(place, state);
      judgeTouches(event, state);
    }
    if (!std::holds_alternative<CallEvent>(block.events[event].action)) {
      llvm::erase_if(states, [&](AbstractState& state) { return !step(block, event, state); });
      continue;
    }
    const auto& call = std::get<CallEvent>(block.events[event].action);
    States after;
    for (const AbstractState& state : states) {
      States next = this->call(block.events[event], call, state);
      noteGuarded(state, next);
      if (after.empty()) {
        after = std::move(next);
      } else {
        after.append(std::make_move_iterator(next.begin()), std::make_move_iterator(next.end()));
      }
    }
    states = after.size() > 1 ? distinct(std::move(after)) : std::move(after);
    for (const AbstractState& state : states) {
      noteInside(state.level);
      noteRaised(place, state);
    }
  }
  for (AbstractState& state : states) {
    noteRaised(block.terminator.location, state);
    judgeTouches(block.events.size(), state);
    terminate(block, std::move(state));
  }
}

FunctionRun::States FunctionRun::distinct(States states) {
  StateSet set;
  for (AbstractState& state : states) set.add(std::move(state));
  return set.take();
}

// What nothing is known of may give back the lock that the system took, and may wait.
AbstractState FunctionRun::afterUnknown(const CallEvent& call, const AbstractState& before) {
  AbstractState after = before;
  // Of what is reached through pointers a driver's own conditions are trusted.
  llvm::SmallVector<ExprId, 8> places = writableBy(terms_, before, call.arguments);
  llvm::for_each(places, [&](ExprId place) { noteExposed(place); });
  llvm::erase_if(places, [&](ExprId place) { return !terms_.isDirect(place); });
  forgetWritable(terms_, after, places);
  Facts(terms_, after).forget(resultOf(call));
  std::erase_if(after.locks, [](const LockState& lock) { return lock.isSystems; });
  after.owesWait = {};
  return after;
}

void FunctionRun::terminate(const BasicBlock& block, AbstractState state) {
  const Terminator& terminator = block.terminator;
  switch (terminator.kind) {
    case TerminatorKind::Jump: push(terminator.successors[0], std::move(state)); return;
    case TerminatorKind::Choice:
      for (const BlockId successor : terminator.successors) push(successor, state);
      return;
    case TerminatorKind::Branch: terminateBranch(terminator, std::move(state)); return;
    case TerminatorKind::Switch: terminateSwitch(terminator, state); return;
    case TerminatorKind::Return: exit(std::move(state)); return;
    case TerminatorKind::Unreachable: return;
    case TerminatorKind::Raise: leaveByException(std::move(state)); return;
  }
}

void FunctionRun::terminateBranch(const Terminator& terminator, AbstractState state) {
  const ExprId condition = terminator.condition;
  const Truth truth = condition ? truthOf(KnownFacts(terms_, state).evaluate(condition)) : Truth::Unknown;
  if (truth != Truth::Unknown) {
    const bool holds = truth == Truth::True;
    if (Facts(terms_, state).assumePossible(condition, holds))
      push(terminator.successors[holds ? 0 : 1], std::move(state));
    return;
  }
  const bool onMemory = LockGuards::looksAtMemory(terms_.table(), condition);
  const auto follow = [&](AbstractState taken, bool holds) {
    if (condition && !Facts(terms_, taken).assumePossible(condition, holds)) return;
    const BlockId to = terminator.successors[holds ? 0 : 1];
    if (onMemory) noteGuard(to, terminator.successors[holds ? 1 : 0], taken);
    push(to, std::move(taken));
  };
  follow(state, true);
  follow(std::move(state), false);
}

// A lock that is surely held must be given back: a way around that is a leak, whatever decides it.
void FunctionRun::noteGuard(BlockId to, BlockId past, AbstractState& taken) {
  const bool surelyHeld = taken.holdings.surelyHolds() ||
                          llvm::any_of(taken.locks, [](const LockState& lock) { return lock.held && !lock.guarded; });
  const LockGuards::Operation skipped = analysis_.guards_.skipped(function_, to, past);
  if (skipped == LockGuards::Operation::Takes || (skipped == LockGuards::Operation::GivesBack && !surelyHeld)) {
    taken.guardSkipped = true;
  }
  taken.guardTaken = analysis_.guards_.skipped(function_, past, to) == LockGuards::Operation::Takes;
}

void FunctionRun::terminateSwitch(const Terminator& terminator, const AbstractState& state) {
  AbstractState other = state;
  bool otherIsFeasible = true;
  for (const SwitchCase& arm : terminator.cases) {
    AbstractState taken = state;
    if (!terminator.condition || Facts(terms_, taken).restrict(terminator.condition, {arm.low, arm.high})) {
      push(arm.target, std::move(taken));
    }
    if (!terminator.condition) continue;
    // The default runs for what no arm covers.
    const KnownValue value = Facts(terms_, other).evaluate(terminator.condition);
    if (value.low >= arm.low && value.high <= arm.high) otherIsFeasible = false;
    if (arm.low == arm.high && otherIsFeasible && terminator.cases.size() <= kLabelsRuledOut) {
      const ExprId label = terms_.add({.kind = ExprKind::Integer, .value = arm.low});
      const ExprId equals =
          terms_.add({.kind = ExprKind::Binary, .op = Operator::Equal, .lhs = terminator.condition, .rhs = label});
      // Both what follows for the value itself, and that it is not this one: intervals have no holes.
      otherIsFeasible = Facts(terms_, other).assume(equals, false);
      if (otherIsFeasible) Facts(terms_, other).set(equals, KnownValue::constant(0));
    }
  }
  if (otherIsFeasible && !terminator.successors.empty()) push(terminator.successors[0], std::move(other));
}

// Moves `state` over an event that is no call. False if it does not go on.
bool FunctionRun::step(const BasicBlock& block, std::size_t index, AbstractState& state) {
  const Event& event = block.events[index];
  if (std::holds_alternative<MacroEvent>(event.action)) return macro(block, index, state);
  const Facts facts(terms_, state);
  if (const auto* assigned = std::get_if<AssignEvent>(&event.action)) {
    mayRaise(*assigned, state);
    assign(*assigned, state);
  } else if (const auto* result = std::get_if<ReturnEvent>(&event.action)) {
    state.returned = facts.evaluate(result->value);
    const ExprId value = result->value ? facts.resolve(result->value) : ExprId();
    state.returnedTerm = value && terms_.isVisibleToCallers(value) ? value : ExprId();
    const bool isObject = result->value && terms_[result->value].kind == ExprKind::Local;
    const bool hasOrigin = isObject && originOf(result->value, state);
    if (hasOrigin || (isObject && knowsPartsOf(terms_, state, result->value))) state.returnedTerm = result->value;
    state.exit = event.location;
  } else if (const auto* assume = std::get_if<AssumeEvent>(&event.action)) {
    return assumeAnyway(assume->condition, state);
  }
  return true;
}

// A macro counts by itself where a contract is known for its name: assertions of pageable code, and DDIs whose
// expansion does not call anything the contracts know.
bool FunctionRun::macro(const BasicBlock& block, std::size_t index, AbstractState& state) {
  const Event& event = block.events[index];
  const auto& use = std::get<MacroEvent>(event.action);
  const Contract* contract = analysis_.macroContract(use.name);
  if (contract == nullptr || contract->isCallback) return true;
  const std::string_view name = analysis_.program_.strings[use.name];
  if (has(contract->terms.effects, ContractEffect::LocksPagedCode)) return true;
  if (has(contract->terms.effects, ContractEffect::AssertsPagedCode)) {
    if (analysis_.asIfResident_) return true;
    if (state.level < kDispatchLevel) return true;
    if (!analysis_.isPageable(function_)) {
      analysis_.report({.kind = BreachKind::PagedAssertion,
                        .context = id_,
                        .location = event.location,
                        .level = state.level,
                        .trail = state.trail,
                        .callee = std::string(name),
                        .contract = contract,
                        .required = kApcLevel,
                        .pathKnown = state.isCertain()});
    }
    return false;  // an assertion that fails stops the path
  }
  const StringId written = event.macro ? event.macro : use.name;
  if (written != use.name && analysis_.macroContract(written) != nullptr) return true;  // which speaks for its body
  for (std::size_t next = index + 1; next < block.events.size(); ++next) {
    const auto* call = std::get_if<CallEvent>(&block.events[next].action);
    if (call != nullptr && block.events[next].macro == written) return true;
  }
  bool broken = false;
  const ContractCall check{.contract = contract,
                           .name = name,
                           .arguments = use.argumentValues,
                           .location = event.location,
                           .checkOnly = true};
  state = std::move(ContractTransfer(analysis_, id_, terms_).apply(check, state, broken).front());
  return true;
}

ExprId FunctionRun::resultOf(const CallEvent& call) {
  return terms_.add({.kind = ExprKind::CallResult, .value = call.id.index()});
}

std::string_view FunctionRun::nameOf(const Event& event, FunctionRef callee) {
  // IoCallDriver is what the user wrote, IofCallDriver what it expands to.
  if (event.macro) {
    if (analysis_.macroContract(event.macro) != nullptr) return analysis_.program_.strings[event.macro];
  }
  return analysis_.program_[callee].name();
}

FunctionRun::States FunctionRun::callFunction(const Event& event, const CallEvent& call, FunctionRef callee,
                                              bool certain, const AbstractState& state) {
  const Function& target = analysis_.program_[callee];
  const std::string_view name = nameOf(event, callee);
  bool broken = false;
  States after;
  if (target.contract != nullptr) {
    const bool ownBody = target.isDefined() && target.contractIsDeclared;
    const ContractCall contractCall{.contract = target.contract,
                                    .name = name,
                                    .function = callee,
                                    .arguments = call.arguments,
                                    .result = resultOf(call),
                                    .location = event.location,
                                    .block = current_,
                                    .checkOnly = ownBody,
                                    .certain = certain};
    if (!target.contractIsDeclared) mayRaise(contractCall, state);
    if (!ownBody && !target.contract->isPure) {
      for (const ExprId place : writableBy(terms_, state, call.arguments)) noteExposed(place);
    }
    if (target.summary.isNoReturn && !ownBody) return {};
    after = ContractTransfer(analysis_, id_, terms_).apply(contractCall, state, broken);
    // Who may enter at an unusual level does not where that would be wrong: one report of it is enough.
    if (broken && context().isUnusual) return {};
    if (!ownBody || (broken && !analysis_.asIfResident_)) {
      for (const AbstractState& next : after) noteLevel(state, next, event, callee);
      noteOutside(event, callee, state, after, {});
      return broken && ownBody ? States{state} : after;
    }
  }
  if (!target.isDefined()) {
    mayRaise(state);
    if (target.summary.isNoReturn) return {};
    return {afterUnknown(call, state)};
  }
  if (analysis_.isPageable(callee) && state.level >= kDispatchLevel) {
    analysis_.report({.kind = BreachKind::PagedCode,
                      .context = id_,
                      .location = event.location,
                      .level = state.level,
                      .trail = state.trail,
                      .callee = std::string(name),
                      .function = callee,
                      .required = kApcLevel,
                      .conditionKnown = certain,
                      .pathKnown = state.isCertain()});
    AbstractState next = state;
    Facts(terms_, next).forget(resultOf(call));
    return {std::move(next)};
  }
  after = enterCallee(event, call, callee, certain, state);
  if (target.summary.isNoReturn) return {};
  for (const AbstractState& next : after) noteLevel(state, next, event, callee);
  return after;
}

void FunctionRun::noteLevel(const AbstractState& before, const AbstractState& after, const Event& event,
                            FunctionRef callee) {
  if (before.level >= kDispatchLevel || after.level < kDispatchLevel || !analysis_.isPageable(function_)) return;
  analysis_.report({.kind = BreachKind::RaisesInPagedCode,
                    .context = id_,
                    .location = event.location,
                    .level = after.level,
                    .trail = after.trail,
                    .callee = std::string(nameOf(event, callee)),
                    .function = callee,
                    .required = kApcLevel,
                    .pathKnown = after.isCertain()});
}

void FunctionRun::noteExposed(ExprId place) {
  if (!terms_.isVisibleToCallers(place) || terms_.sizeOf(place) > kWrittenPlaceSize) return;
  std::vector<ExprId>& exposed = context().exposed;
  if (llvm::is_contained(exposed, place)) return;
  exposed.push_back(place);
  grew_ = true;
}

// `place`, a term of `terms`, is written, and callers cannot name it: it may be part of any object.
void FunctionRun::noteHiddenWrite(const Terms& terms, ExprId place) {
  const ExprId member = terms.pointeesMember(place);
  if (member && context().writtenMembers.test_and_set(analysis_.numberOf(terms[member]))) grew_ = true;
}

void FunctionRun::noteWrite(ExprId place) {
  if (!terms_.isVisibleToCallers(place)) return noteHiddenWrite(terms_, place);
  std::vector<ExprId>& modified = context().modified;
  if (std::find(modified.begin(), modified.end(), place) != modified.end()) return;
  // A recursion along a list writes p->f, p->next->f, p->next->next->f ...: what is known of any f is forgotten by the
  // first of them.
  const auto isSameMember = [&](ExprId other) {
    const Expr& a = terms_[place];
    const Expr& b = terms_[other];
    return a.kind == ExprKind::Field && b.kind == a.kind && a.text == b.text && a.record == b.record;
  };
  if (terms_.sizeOf(place) > kWrittenPlaceSize &&
      (modified.size() >= kWrittenPlaces || std::any_of(modified.begin(), modified.end(), isSameMember))) {
    return;
  }
  modified.push_back(place);
  grew_ = true;
}

}  // namespace irqlint
