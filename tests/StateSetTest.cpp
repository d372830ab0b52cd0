#include "analyzer/dataflow/StateSet.h"

#include <gtest/gtest.h>

#include "analyzer/link/Assumptions.h"

namespace irqlint {
namespace {

AbstractState stateAt(Irql level) {
  AbstractState state;
  state.level = level;
  return state;
}

AbstractState withFact(Irql level, std::int64_t value, std::size_t term = 0) {
  AbstractState state = stateAt(level);
  state.facts.push_back({ExprId(term), KnownValue::constant(value)});
  return state;
}

std::size_t aliveIn(const StateSet& states) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < states.size(); ++i) count += states.isAlive(i) ? 1 : 0;
  return count;
}

TEST(StateSet, AnEqualStateChangesNothing) {
  StateSet states;
  EXPECT_EQ(states.add(withFact(kPassiveLevel, 1)), 0u);
  EXPECT_EQ(states.add(withFact(kPassiveLevel, 1)), std::nullopt);
  EXPECT_EQ(states.size(), 1u);
}

TEST(StateSet, ProvenanceIsNoDifference) {
  StateSet states;
  AbstractState second = stateAt(kDispatchLevel);
  second.trail = TrailId(7);
  second.exit = {FileId(0), 3, 1, 2};
  states.add(stateAt(kDispatchLevel));
  EXPECT_EQ(states.add(second), std::nullopt);
  EXPECT_FALSE(states[0].trail.valid());
}

TEST(StateSet, AMoreSpecialStateIsSubsumed) {
  StateSet states;
  states.add(stateAt(kPassiveLevel));
  EXPECT_EQ(states.add(withFact(kPassiveLevel, 1)), std::nullopt);
}

TEST(StateSet, LevelsAndLocksStayApart) {
  StateSet states;
  AbstractState locked = stateAt(kDispatchLevel);
  locked.locks.push_back({.lock = ExprId(3)});
  EXPECT_EQ(states.add(stateAt(kPassiveLevel)), 0u);
  EXPECT_EQ(states.add(stateAt(kDispatchLevel)), 1u);
  EXPECT_EQ(states.add(locked), 2u);
  EXPECT_EQ(aliveIn(states), 3u);
}

TEST(StateSet, VariantsStayApartUpToTheCapAndJoinBeyond) {
  StateSet states;
  for (std::size_t i = 0; i < kVariantsPerIrqlState; ++i) {
    EXPECT_EQ(states.add(withFact(kPassiveLevel, static_cast<std::int64_t>(i))), i);
  }
  EXPECT_EQ(states.joinedVariants(), 0u);
  EXPECT_EQ(states.add(withFact(kPassiveLevel, 100)), 0u);
  EXPECT_EQ(states.joinedVariants(), 1u);
  EXPECT_EQ(aliveIn(states), 1u);
  ASSERT_EQ(states[0].facts.size(), 1u);
  EXPECT_EQ(states[0].facts[0].value, (KnownValue{0, 100, false}));
}

TEST(StateSet, WhatJoinedOnceTakesInTheRest) {
  StateSet states;
  for (std::int64_t i = 0; i <= static_cast<std::int64_t>(kVariantsPerIrqlState); ++i) {
    states.add(withFact(kPassiveLevel, i));
  }
  EXPECT_EQ(states.add(withFact(kPassiveLevel, 2)), std::nullopt);
  EXPECT_EQ(states.add(withFact(kPassiveLevel, 1000)), 0u);
  // A bound that moves once it was joined is given up, so that a counter ends.
  EXPECT_EQ(states[0].facts[0].value, (KnownValue{0, INT64_MAX, false}));
  EXPECT_EQ(states.add(withFact(kPassiveLevel, 2000)), std::nullopt);
  EXPECT_EQ(aliveIn(states), 1u);
}

TEST(StateSet, OneLevelsVariantsDoNotJoinAnothers) {
  StateSet states;
  for (std::int64_t i = 0; i <= static_cast<std::int64_t>(kVariantsPerIrqlState); ++i) {
    states.add(withFact(kPassiveLevel, i));
  }
  EXPECT_TRUE(states.add(withFact(kDispatchLevel, 1)).has_value());
  EXPECT_EQ(aliveIn(states), 2u);
}

TEST(StateSet, TooManyLocksAreGivenUpButNotTheLevel) {
  StateSet states;
  for (std::size_t i = 0; i < kIrqlStatesPerBlock; ++i) {
    AbstractState locked = stateAt(kDispatchLevel);
    locked.locks.push_back({.lock = ExprId(i)});
    states.add(locked);
  }
  AbstractState other = stateAt(kDispatchLevel);
  other.locks.push_back({.lock = ExprId(1000)});
  states.add(other);
  EXPECT_EQ(aliveIn(states), kIrqlStatesPerBlock);
  EXPECT_EQ(states.joinedStates(), 1u);
  EXPECT_TRUE(states.add(stateAt(kPassiveLevel)).has_value()) << "a level that nothing stands for is never dropped";
}

TEST(AbstractState, JoinKeepsWhatBothKnow) {
  AbstractState a = withFact(kPassiveLevel, 1);
  a.facts.push_back({ExprId(5), KnownValue::constant(9)});
  a.returned = KnownValue::constant(0);
  AbstractState b = withFact(kPassiveLevel, 3);
  b.returned = KnownValue::constant(-1);
  EXPECT_TRUE(joinInto(a, b));
  ASSERT_EQ(a.facts.size(), 1u);
  EXPECT_EQ(a.facts[0].value, (KnownValue{1, 3, true}));
  EXPECT_EQ(a.returned, (KnownValue{-1, 0, false}));
  EXPECT_FALSE(joinInto(a, b)) << "a join is idempotent";
  EXPECT_TRUE(isSubsumed(b, a));
  EXPECT_FALSE(isSubsumed(a, b));
}

TEST(StateSet, AGuessNeverJoinsWhatIsCertain) {
  StateSet states;
  for (std::size_t i = 0; i < 2 * kVariantsPerIrqlState; ++i) {
    states.add(withFact(kApcLevel, 1, i));
    AbstractState guess = withFact(kApcLevel, 2, i);
    guess.guardSkipped = true;
    states.add(guess);
  }
  std::size_t certain = 0;
  for (const AbstractState& state : states.take()) certain += state.guardSkipped ? 0 : 1;
  EXPECT_EQ(certain, 1u);
}

TEST(StateSet, AGuessThatACertainStateCoversIsNone) {
  StateSet states;
  states.add(stateAt(kApcLevel));
  AbstractState guess = withFact(kApcLevel, 2);
  guess.guardSkipped = true;
  EXPECT_EQ(states.add(guess), std::nullopt);
}

TEST(StateSet, CopiesAloneMakeNoVariant) {
  StateSet states;
  AbstractState copied = withFact(kPassiveLevel, 1);
  copied.equalities.push_back({ExprId(5), ExprId(6)});
  states.add(copied);
  AbstractState other = withFact(kPassiveLevel, 1);
  other.equalities.push_back({ExprId(5), ExprId(7)});
  EXPECT_EQ(states.add(other), 0u);
  EXPECT_EQ(aliveIn(states), 1u);
  EXPECT_TRUE(states[0].equalities.empty());
}

}  // namespace
}  // namespace irqlint
