// The part of FunctionRun that finds what a call runs.
#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/Equalities.h"
#include "analyzer/dataflow/FunctionRun.h"
#include "analyzer/link/Assumptions.h"

namespace irqlint {

FunctionRun::States FunctionRun::call(const Event& event, const CallEvent& call, const AbstractState& state) {
  if (call.inAssertion) {
    // Free builds do not run it; only the question for the level has an answer without running.
    AbstractState after = state;
    const Contract* contract = call.callee ? analysis_.program_[call.callee].contract : nullptr;
    Facts(terms_, after).forget(resultOf(call));
    if (contract != nullptr && has(contract->terms.effects, ContractEffect::ReturnsCurrentIrql)) {
      Facts(terms_, after).set(resultOf(call), KnownValue::constant(state.level));
    }
    return {std::move(after)};
  }
  callSynchronously(event, call, state);
  bool certain = true;
  FunctionRef known;
  const std::span<const FunctionRef> targets = targetsOf(call, state, known, certain);
  if (targets.empty()) {
    mayRaise(state);
    return {afterUnknown(call, state)};
  }
  if (targets.size() == 1 && !mayRunUnseen(call, known)) {
    return callFunction(event, call, targets.front(), certain, state);
  }
  States after;
  for (const FunctionRef target : targets) {
    for (AbstractState& next : callFunction(event, call, target, certain, state)) {
      // Which target is called is not known: that it is this one is no more than possible.
      if (!certain && !next.sameLevelAndLocks(state)) next.guardSkipped = true;
      after.push_back(std::move(next));
    }
  }
  if (!mayRunUnseen(call, known)) return after;
  if (!call.callee) {
    mayRaise(state);
    after.push_back(afterUnknown(call, state));
  } else if (!llvm::is_contained(targets, call.callee)) {
    for (AbstractState& next : callFunction(event, call, call.callee, false, state)) after.push_back(std::move(next));
  }
  return after;
}

// True if the pointer may hold what is not seen, or the object be of a class that the system implements: the interface
// is its own. A driver's class whose every method hands the call to an outer object would never come to an end without
// one.
bool FunctionRun::mayRunUnseen(const CallEvent& call, FunctionRef known) const {
  if (known) return false;
  if (!call.isVirtual) return analysis_.program_.targets(function_, call.id).mayBeOther;
  const FunctionSummary& method = analysis_.program_[call.callee].summary;
  return method.isForeign && !method.body;
}

// What a pointer is known to hold here, or the class of an object, decides; else what the whole program stores there.
std::span<const FunctionRef> FunctionRun::targetsOf(const CallEvent& call, const AbstractState& state,
                                                    FunctionRef& known, bool& certain) {
  if (call.target) {
    known = KnownFacts::functionAt(evaluateInput(call.target, state));
    if (known) return {&known, 1};
  }
  if (const ExprId place = terms_.dynamicTypeOf(call, analysis_.program_.strings)) {
    const ExprId type = followedPlace(terms_, state, place);
    const FunctionRef dynamicType = KnownFacts::functionAt(KnownFacts(terms_, state).evaluate(type));
    if (dynamicType) known = analysis_.program_.overriderIn(dynamicType, call.callee);
    if (known) return {&known, 1};
  }
  const CallTargets& targets = analysis_.program_.targets(function_, call.id);
  certain = targets.functions.size() <= kDefiniteTargets && !targets.isOneOfSeveral;
  return targets.functions;
}

// What `term` is known to hold: here, or as the only function that is stored to this member of the object anywhere.
KnownValue FunctionRun::evaluateInput(ExprId term, const AbstractState& state) {
  const KnownFacts facts(terms_, state);
  const KnownValue value = facts.evaluate(term);
  if (value.isConstant()) return value;
  const std::vector<FunctionRef> held = analysis_.program_.heldBy(function_, terms_.table(), facts.resolve(term));
  return held.size() == 1 ? KnownFacts::addressOf(held.front()) : value;
}

}  // namespace irqlint
