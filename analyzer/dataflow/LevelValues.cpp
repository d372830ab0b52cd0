// The part of ContractTransfer that judges levels as values: whether a number is a level at all, whether it is the one
// that the system saved, and whether two calls that belong together are made at one level.
#include <algorithm>

#include "analyzer/dataflow/ContractTransfer.h"
#include "analyzer/link/Assumptions.h"

namespace irqlint {
namespace {

bool mayWait(const Contract& contract) {
  return has(contract.terms.effects, ContractEffect::Waits) ||
         std::ranges::any_of(contract.conditions,
                             [](const auto& c) { return has(c.terms.effects, ContractEffect::Waits); });
}

}  // namespace

void ContractTransfer::judgeLevels(const ContractCall& call, const ContractTerms& terms, const AbstractState& state) {
  const KnownFacts facts(terms_, state);
  const auto judge = [&](std::uint32_t parameter) {
    const ExprId level = argument(call, parameter);
    const KnownValue value = level ? facts.evaluate(level) : KnownValue();
    if (!value.isConstant() || (value.low >= 0 && value.low <= kHighLevel)) return;
    Breach breach = breachAt(call, BreachKind::IllegalLevel, state);
    breach.value = value.low;
    // 32-bit x86 has more levels, and of which processor the code is for nothing is known here.
    breach.conditionKnown = value.low < 0 || value.low >= kIrqlCount;
    analysis_.report(std::move(breach));
  };
  for (const auto& level : {terms.raises, terms.lowers}) {
    if (level && level->value.index() == 1) judge(std::get<1>(level->value));
  }
  if (terms.restores && terms.restores->kind == LevelPlace::Kind::Parameter) judge(terms.restores->parameter);
}

void ContractTransfer::judgeNotedLevel(const ContractCall& call, AbstractState& state) {
  Facts facts(terms_, state);
  if (const auto& needs = call.contract->needsNotedLevel) {
    const ExprId object = argument(call, needs->parameter);
    const KnownValue noted = object ? facts.evaluate(terms_.savedLevelOf(object)) : KnownValue();
    if (noted.isConstant() && noted.low != state.level) {
      Breach breach = breachAt(call, BreachKind::StateLevel, state);
      breach.required = static_cast<Irql>(noted.low);
      analysis_.report(std::move(breach));
    }
  }
  if (const auto& notes = call.contract->notesLevel) {
    const ExprId object = argument(call, notes->parameter);
    if (!object) return;
    facts.set(terms_.savedLevelOf(object), state.isCertain() ? KnownValue::constant(state.level) : KnownValue());
  }
}

void ContractTransfer::judgeOwedWait(const ContractCall& call, const ContractTerms& terms, AbstractState& state) {
  const bool asksOnly = call.contract->isPure || has(terms.effects, ContractEffect::ReturnsCurrentIrql);
  if (!state.owesWait.file || asksOnly) return;
  if (!mayWait(*call.contract)) {
    Breach breach = breachAt(call, BreachKind::WaitMissing, state);
    breach.related = state.owesWait;
    analysis_.report(std::move(breach));
  }
  state.owesWait = {};
}

// True if `value` is where the system saved the level for the callback that the function is.
bool ContractTransfer::isSystemsLevel(ExprId value, const AbstractState& state) const {
  const Contract* role = analysis_.facts_.contexts[context_.index()].enteredAs.lockedRole;
  const ExprId place = value && role != nullptr ? KnownFacts(terms_, state).resolve(value) : ExprId();
  return place && terms_[place].kind == ExprKind::Field && role->terms.restores &&
         analysis_.program_.strings[terms_[place].text] == role->terms.restores->member;
}

// The level that remains when the lock which the system handed over is released with `source`, of value `value`.
Irql ContractTransfer::levelOfSystemLock(const ContractCall& call, ExprId source, const KnownValue& value,
                                         const LockState& lock, AbstractState& state) {
  if (!value.isConstant() || value.low < 0 || value.low >= kIrqlCount || isSystemsLevel(source, state)) {
    return std::min(lock.levelBefore, state.level);
  }
  const Irql restored = static_cast<Irql>(value.low);
  const bool holdsAnother =
      std::ranges::any_of(state.locks, [](const LockState& other) { return other.held && !other.isSystems; });
  // The level that the system saved falls to the release of the other lock.
  if (holdsAnother && restored == state.level) return restored;
  Breach breach = breachAt(call, BreachKind::SystemLockLevel, state);
  breach.required = restored;
  analysis_.report(std::move(breach));
  return std::min(lock.levelBefore, state.level);  // goes on as if it were right
}

}  // namespace irqlint
