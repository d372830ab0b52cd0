#include "analyzer/dataflow/ContractTransfer.h"

#include <algorithm>
#include <utility>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/Equalities.h"
#include "analyzer/dataflow/FormatString.h"
#include "analyzer/link/Assumptions.h"

namespace irqlint {
namespace {

// A contract that says DIRQL admits every device level; one that demands it or more, HIGH_LEVEL even, is content with
// the level of any device, because which one it is nobody knows.
Irql upperBound(Irql maximum) {
  return maximum > kDispatchLevel && maximum <= kMaxDeviceIrql ? kMaxDeviceIrql : maximum;
}
Irql lowerBound(Irql minimum) { return minimum > kDispatchLevel ? static_cast<Irql>(kDispatchLevel + 1) : minimum; }

void replaceTerms(ContractTerms& terms, const ContractCondition& condition) {
  if (condition.replacesMinimum) terms.minimum = condition.terms.minimum;
  if (condition.replacesMaximum) terms.maximum = condition.terms.maximum;
  if (condition.replacesEffects) terms.effects = condition.terms.effects;
  if (condition.replacesRaises) {
    terms.raises = condition.terms.raises;
    terms.saves = condition.terms.saves;
    terms.restores = condition.terms.restores;
    terms.lowers = condition.terms.lowers;
  }
}

bool isSpinLock(LockKind kind) {
  return kind == LockKind::Spin || kind == LockKind::ReaderWriterSpin || kind == LockKind::Interrupt;
}

// Such a predicate is a word of the data, not one the reader of the source would know.
bool speaksOfProgram(const ContractCondition& condition) {
  return condition.when.starts_with("passive_object(") || condition.when.starts_with("!entered_low(");
}

bool mentionsResult(const Condition& condition) {
  const auto operands = condition.operands();
  return std::any_of(operands.begin(), operands.end(), [](const ConditionOperand& o) { return o.root == "return"; });
}

}  // namespace

llvm::SmallVector<AbstractState, 1> ContractTransfer::apply(const ContractCall& call, const AbstractState& before,
                                                            bool& broken) {
  const Contract& contract = *call.contract;
  // Where the result decides what the call did, each outcome is a state of its own.
  const LockResults lock = lockResults(call, before);
  llvm::SmallVector<KnownValue, 2> outcomes{KnownValue()};
  if (call.result && lock.tells) {
    outcomes = {lock.taken};
    if (lock.mayFail) outcomes.push_back(lock.failed);
  } else if (call.result && llvm::any_of(contract.conditions, [&](const ContractCondition& condition) {
               const Condition* parsed = analysis_.condition(condition);
               return parsed != nullptr && mentionsResult(*parsed);
             })) {
    outcomes = {KnownValue::constant(0), KnownValue::nonZero()};
  }

  llvm::SmallVector<AbstractState, 1> after;
  for (const KnownValue& outcome : outcomes) {
    AbstractState state = before;
    const Applicable terms = applicable(call, state, outcome);
    if (!broken) broken = check(call, terms, state);
    if (!broken) judgeArguments(call, terms.terms, state);
    judgeLevels(call, terms.terms, state);
    judgeNotedLevel(call, state);
    judgeHeldLocks(call, terms.terms, state);
    if (!call.checkOnly) {
      judgeOwedWait(call, terms.terms, state);
      const bool failedTry = lock.tells && lock.mayFail && outcome == lock.failed;
      // Read before the call may write what its arguments point to.
      std::optional<Irql> restored;
      if (terms.terms.restores && !failedTry) restored = restoredLevel(call, *terms.terms.restores, state);
      if (!contract.isPure) forgetWritable(terms_, state, writableBy(terms_, state, call.arguments));
      if (call.result) Facts(terms_, state).forget(call.result);
      if (!failedTry) applyEffect(call, terms.terms, restored, state);
      applyToHoldings(call, terms.terms, failedTry, broken, before, state);
      if (call.result && !isTop(outcome)) Facts(terms_, state).set(call.result, outcome);
    }
    after.push_back(std::move(state));
  }
  return after;
}

ContractTransfer::Applicable ContractTransfer::applicable(const ContractCall& call, const AbstractState& state,
                                                          const KnownValue& returned) const {
  const Contract& contract = *call.contract;
  Applicable found{.terms = contract.terms};
  for (const ContractCondition& condition : contract.conditions) {
    const Truth truth = evaluate(condition, call, state, returned);
    if (truth == Truth::True) {
      replaceTerms(found.terms, condition);
      found.condition = &condition;
      break;
    }
    if (truth == Truth::Unknown) found.undecided.push_back(&condition);
  }
  return found;
}

Truth ContractTransfer::evaluate(const ContractCondition& condition, const ContractCall& call,
                                 const AbstractState& state, const KnownValue& returned) const {
  const Condition* parsed = analysis_.condition(condition);
  if (parsed == nullptr) return Truth::Unknown;
  const Contract& contract = *call.contract;
  ConditionContext context;
  context.value = [&](const ConditionOperand& operand) -> KnownValue {
    if (operand.root == "return") return operand.path.empty() ? returned : KnownValue();
    const auto parameter = std::find(contract.parameters.begin(), contract.parameters.end(), operand.root);
    if (parameter == contract.parameters.end()) return {};
    const ExprId root = argument(call, static_cast<std::uint32_t>(parameter - contract.parameters.begin()));
    // Options that are not given are none.
    const bool isGiven = operand.path.empty() || KnownFacts(terms_, state).evaluate(root) != KnownValue::constant(0);
    if (!isGiven) return KnownValue::constant(0);
    const ExprId value = terms_.follow(root, operand.path, analysis_.program_.strings);
    return KnownFacts(terms_, state).evaluate(value);
  };
  context.constant = [&](std::string_view name) { return analysis_.program_.ddi().constant(name); };
  // What memory an argument points to needs the points-to analysis; of which kind a framework object is, is known where
  // all of the program are of one kind.
  context.predicate = [&](std::string_view name, const std::vector<std::string>& arguments) {
    if (name == "passive_object" && arguments.size() > 1) {
      return analysis_.program_.passiveCreations.contains(arguments[1]) ? Truth::True : Truth::Unknown;
    }
    if (name == "entered_low" && !arguments.empty()) {
      return analysis_.isEnteredLow(arguments[0]) ? Truth::Unknown : Truth::False;
    }
    const ExprId pointer = arguments.empty() ? ExprId() : argumentNamed(call, arguments[0]);
    if (pointer && (name == "pageable" || name == "user_address")) {
      const MemoryKinds memory = memoryAt(pointer);
      if (name == "pageable") {
        return memory.isPageable() ? Truth::True : memory.isResident() ? Truth::False : Truth::Unknown;
      }
      if (memory == MemoryKinds::of(MemoryKind::UserMemory)) return Truth::True;
      const bool mayBe = memory.contains(MemoryKind::UserMemory) || memory.contains(MemoryKind::Unknown);
      return mayBe ? Truth::Unknown : Truth::False;
    }
    if (name != "format_has" || arguments.size() < 2) return Truth::Unknown;
    const ExprId format = pointer;
    if (!format || terms_[format].kind != ExprKind::String) return Truth::Unknown;
    return formatHas(analysis_.program_.strings[terms_[format].text], arguments[1]) ? Truth::True : Truth::False;
  };
  return parsed->evaluate(context);
}

Truth ContractTransfer::raisesException(const ContractCall& call, const AbstractState& before) const {
  const Contract& contract = *call.contract;
  if (contract.mayRaise)
    return contract.mayRaise->when.empty() ? Truth::True : evaluate(*contract.mayRaise, call, before, {});
  // Copies, fills or compares what its arguments point to; of locks and events that is the kernel's own memory.
  const bool accesses = has(contract.terms.effects, ContractEffect::NeedsResidentArgs) && !contract.lock;
  return accesses ? Truth::Unknown : Truth::False;
}

bool ContractTransfer::check(const ContractCall& call, const Applicable& applicable, const AbstractState& state) {
  // Where the documentation is silent, the level is a guess: nothing is reported on it alone.
  if (call.contract->confidence == ContractConfidence::Inferred) return false;
  Breach breach = breachAt(call, BreachKind::TooHigh, state);
  breach.effects = applicable.terms.effects;
  if (applicable.condition != nullptr && !speaksOfProgram(*applicable.condition)) {
    breach.condition = applicable.condition->when;
  }
  if (applicable.terms.maximum && state.level > upperBound(*applicable.terms.maximum)) {
    breach.kind = BreachKind::TooHigh;
    breach.required = *applicable.terms.maximum;
    // Many pages say PASSIVE_LEVEL and mean "below DISPATCH_LEVEL".
    noteMemory(call, breach);
    const bool isLoose = call.contract->confidence == ContractConfidence::Documented &&
                         !has(applicable.terms.effects, ContractEffect::RequiresApcsEnabled);
    if (isLoose && state.level < kDispatchLevel) breach.conditionKnown = false;
    analysis_.report(std::move(breach));
    return true;
  }
  if (applicable.terms.minimum && state.level < lowerBound(*applicable.terms.minimum)) {
    breach.kind = BreachKind::TooLow;
    breach.required = *applicable.terms.minimum;
    analysis_.report(std::move(breach));
    return true;
  }
  const bool takes = call.contract->lock && call.contract->lock->action != LockAction::Release;
  if (takes && has(applicable.terms.effects, ContractEffect::RequiresApcsDisabled) &&
      analysis_.apcsEnabled(context_, state)) {
    breach.kind = BreachKind::ApcsEnabled;
    breach.required = kApcLevel;
    analysis_.report(std::move(breach));
    return true;
  }
  if (has(applicable.terms.effects, ContractEffect::RequiresApcsEnabled) &&
      analysis_.inGuardedRegion(context_, state)) {
    const Holding* region = state.holdings.guardedRegion();
    breach.kind = BreachKind::ApcsDisabled;
    breach.required = kPassiveLevel;
    if (region != nullptr) breach.related = region->location;
    analysis_.report(std::move(breach));
    return false;
  }
  for (const ContractCondition* condition : applicable.undecided) {
    ContractTerms terms = call.contract->terms;
    replaceTerms(terms, *condition);
    if (!terms.maximum || state.level <= upperBound(*terms.maximum)) continue;
    // Only what an argument decides is worth a report; where memory lies is another analysis' question.
    if (condition->when.find("pageable(") != std::string::npos ||
        condition->when.find("user_address(") != std::string::npos ||
        condition->when.find("passive_object(") != std::string::npos) {
      continue;
    }
    breach.kind = BreachKind::TooHigh;
    breach.required = *terms.maximum;
    breach.effects = terms.effects;
    breach.condition = condition->when;
    breach.conditionKnown = false;
    analysis_.report(std::move(breach));
    return false;
  }
  return false;
}

void ContractTransfer::applyEffect(const ContractCall& call, const ContractTerms& terms, std::optional<Irql> restored,
                                   AbstractState& state) {
  Facts facts(terms_, state);
  const Irql before = state.level;
  if (has(terms.effects, ContractEffect::ReturnsCurrentIrql) && call.result) {
    facts.set(call.result, KnownValue::constant(before));
  }
  if (has(terms.effects, ContractEffect::RaisesUntilWait) && before < kDispatchLevel &&
      analysis_.isPageable(analysis_.facts_.contexts[context_.index()].function)) {
    Breach breach = breachAt(call, BreachKind::RaisesInPagedCode, state);
    breach.level = kDispatchLevel;
    breach.required = kApcLevel;
    breach.effects = terms.effects;
    analysis_.report(std::move(breach));
  }
  if (has(terms.effects, ContractEffect::RaisesUntilWait)) state.owesWait = call.location;
  std::optional<Irql> after;
  const auto levelOf = [&](const LevelSource& source) -> Irql {
    if (source.value.index() == 0) return std::get<0>(source.value);
    const KnownValue value = facts.evaluate(argument(call, std::get<1>(source.value)));
    if (value.isConstant() && value.low >= 0 && value.low < kIrqlCount) return static_cast<Irql>(value.low);
    return std::max(before, kUnknownRaisedLevel);
  };
  if (terms.raises) {
    after = levelOf(*terms.raises);
    // A lock taken above its own level leaves the level alone; KeRaiseIrql goes where it is told.
    if (terms.raises->value.index() == 0) after = std::max(*after, before);
    if (*after < before) {
      noteWrongWay(call, BreachKind::RaiseToLower, *after, state);
      after = before;  // goes on as if it were right
    }
  }
  if (terms.saves) {
    const LevelPlace& place = *terms.saves;
    const KnownValue saved = KnownValue::constant(before);
    const ExprId target = argument(call, place.parameter);
    if (place.kind == LevelPlace::Kind::Return) {
      if (call.result) facts.set(call.result, saved);
    } else if (target && place.kind == LevelPlace::Kind::Pointee) {
      const ExprId pointee = followedPlace(terms_, state, terms_.dereference(target));
      facts.forget(pointee);
      if (terms_.isPlace(pointee)) facts.set(pointee, saved);
    } else if (target && place.kind == LevelPlace::Kind::Lock) {
      // By both its names: either may be all that is known when it is restored.
      const ExprId kept = terms_.savedLevelOf(target);
      facts.set(kept, saved);
      facts.set(followedPlace(terms_, state, kept), saved);
    }
  }
  if (restored) after = restored;
  if (call.contract->lock && isSpinLock(call.contract->lock->kind)) applyLock(call, before, state);
  // Raised only because a condition on memory said so, by a lock that is not followed: mostly one that counts takers.
  if (terms.raises && std::exchange(state.guardTaken, false)) state.guardSkipped = true;
  if (!after || *after == before) return;
  if (*after < before) analysis_.facts_.contexts[context_.index()].restores = true;
  analysis_.facts_.trails.change(state, {.location = call.location,
                                         .before = before,
                                         .after = *after,
                                         .callee = std::string(call.name),
                                         .takesLock = call.contract->lock.has_value()});
}

Irql ContractTransfer::restoredLevel(const ContractCall& call, const LevelPlace& from, AbstractState& state) {
  const KnownFacts facts(terms_, state);
  const ExprId source = argument(call, from.parameter);
  if (!source) return guessedLevel(state);
  const ExprId place = from.kind == LevelPlace::Kind::Lock ? terms_.savedLevelOf(source) : source;
  KnownValue value = facts.evaluate(place);
  if (!value.isConstant()) value = facts.evaluate(followedPlace(terms_, state, place));
  const auto& lock = call.contract->lock;
  const ExprId lockTerm = lock ? lockTermOf(call) : ExprId();
  const auto held = std::find_if(state.locks.rbegin(), state.locks.rend(), [&](const LockState& known) {
    return known.held && lock && (lock->global.empty() ? known.lock == lockTerm : known.global == lock->global);
  });
  if (held != state.locks.rend() && held->isSystems) return levelOfSystemLock(call, source, value, *held, state);
  if (!value.isConstant() || value.low < 0 || value.low >= kIrqlCount) {
    if (isSystemsLevel(source, state)) return std::min(kUnknownRestoredLevel, state.level);
    if (held != state.locks.rend()) return held->levelBefore;
    std::vector<LockState> locks = state.locks;
    bool sameName = true;
    const auto other =
        lock ? takeOut(locks, LockState{.lock = lockTerm, .global = lock->global}, sameName) : std::nullopt;
    return other ? other->levelBefore : guessedLevel(state);
  }
  const Irql restored = static_cast<Irql>(value.low);
  if (restored > state.level) {
    noteWrongWay(call, BreachKind::LowerToHigher, restored, state);
    return state.level;
  }
  const bool isHeld = held != state.locks.rend();
  if (lock && !isHeld) return restored;
  // Handing one lock's saved level to another's release is legal as long as the last release gets the first one's, and
  // so is going back to where the raise in force began.
  const auto& trails = analysis_.facts_.trails;
  const auto path = trails.path(state.trail);
  const bool isSaved =
      std::any_of(path.begin(), path.end(), [&](TrailId id) { return trails[id].before == restored; }) ||
      std::any_of(state.locks.begin(), state.locks.end(),
                  [&](const LockState& known) { return known.held && known.levelBefore == restored; });
  // A release without its acquire may be that of a lock held under another name.
  std::vector<LockState*> others;
  std::size_t unmatched = 0;
  for (LockState& known : state.locks) {
    if (!known.held) ++unmatched;
    if (known.held && !(isHeld && &known == &*held)) others.push_back(&known);
  }
  const bool othersRaised = std::any_of(others.begin(), others.end(),
                                        [](const LockState* known) { return known->levelBefore < kDispatchLevel; });
  const bool dropsBelowOther = restored < kDispatchLevel && others.size() > unmatched;
  if (!dropsBelowOther && (!isHeld || isSaved || othersRaised)) return restored;
  const Irql required = dropsBelowOther ? kDispatchLevel : held->levelBefore;
  Breach breach = breachAt(call, BreachKind::WrongRestore, state);
  breach.level = restored;
  breach.required = required;
  if (isHeld) breach.related = held->location;
  if (dropsBelowOther) breach.stillHeld = others.back()->location;
  analysis_.report(std::move(breach));
  if (!isHeld) return restored;
  // Goes on as if it were right: the level restored is the one that was saved, or falls to the last release.
  if (dropsBelowOther) others.back()->levelBefore = std::min(others.back()->levelBefore, restored);
  return required;
}

// What all breaches by a call have in common.
Breach ContractTransfer::breachAt(const ContractCall& call, BreachKind kind, const AbstractState& state) const {
  return {.kind = kind,
          .context = context_,
          .location = call.location,
          .level = state.level,
          .trail = state.trail,
          .callee = std::string(call.name),
          .function = call.function,
          .contract = call.contract,
          .conditionKnown = call.certain,
          .pathKnown = state.isCertain()};
}

void ContractTransfer::noteWrongWay(const ContractCall& call, BreachKind kind, Irql set, const AbstractState& state) {
  Breach breach = breachAt(call, kind, state);
  breach.required = set;
  analysis_.report(std::move(breach));
}

// What was raised in this function is undone; else the value came from the caller.
Irql ContractTransfer::guessedLevel(AbstractState& state) const {
  // The system saved the level for a callback that gives back the system's lock.
  const FunctionRef function = analysis_.facts_.contexts[context_.index()].function;
  // A restore never raises: what is low stays low, whatever was saved, and nothing finer is asked.
  const bool isLowAnyway = analysis_.asIfResident_ && state.level < kDispatchLevel;
  if (!analysis_.returnsSystemLock(function) && !isLowAnyway) state.levelGuessed = true;
  const Irql entry = analysis_.facts_.contexts[context_.index()].entry;
  return state.level > entry ? entry : std::min(state.level, kUnknownRestoredLevel);
}

}  // namespace irqlint
