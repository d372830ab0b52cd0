#include <gtest/gtest.h>

#include "analyzer/dataflow/AbstractState.h"
#include "analyzer/dataflow/Terms.h"

namespace irqlint {
namespace {

constexpr KnownValue kNotZero{INT64_MIN, INT64_MAX, true};

class FactsTest : public testing::Test {
 protected:
  ExprId integer(std::int64_t value) { return terms.add({.kind = ExprKind::Integer, .value = value}); }
  ExprId parameter(std::int64_t index) { return terms.add({.kind = ExprKind::Parameter, .value = index}); }
  ExprId local(std::int64_t index) { return terms.add({.kind = ExprKind::Local, .value = index}); }
  ExprId global(std::int64_t index) { return terms.add({.kind = ExprKind::Global, .value = index}); }
  ExprId binary(Operator op, ExprId lhs, ExprId rhs) {
    return terms.add({.kind = ExprKind::Binary, .op = op, .lhs = lhs, .rhs = rhs});
  }
  ExprId negation(ExprId operand) { return terms.add({.kind = ExprKind::Unary, .op = Operator::Not, .lhs = operand}); }
  // object.name, of record 1
  ExprId field(ExprId object, std::size_t name) {
    return terms.add({.kind = ExprKind::Field, .lhs = object, .record = StringId(1), .text = StringId(name)});
  }
  // pointer->name
  ExprId member(ExprId pointer, std::size_t name) { return field(terms.dereference(pointer), name); }

  Terms terms{FunctionBody{}};
  AbstractState state;
  Facts facts{terms, state};
};

TEST_F(FactsTest, ConstantsFold) {
  EXPECT_EQ(facts.evaluate(integer(-3)), KnownValue::constant(-3));
  EXPECT_EQ(facts.evaluate(binary(Operator::Add, integer(2), integer(3))), KnownValue::constant(5));
  EXPECT_EQ(facts.evaluate(binary(Operator::BitOr, integer(4), integer(1))), KnownValue::constant(5));
  EXPECT_EQ(facts.evaluate(binary(Operator::ShiftLeft, integer(1), integer(9))), KnownValue::constant(512));
  EXPECT_EQ(facts.evaluate(negation(integer(7))), KnownValue::constant(0));
}

TEST_F(FactsTest, OverflowAndWildShiftsAreUnknown) {
  EXPECT_EQ(facts.evaluate(binary(Operator::Add, integer(INT64_MAX), integer(1))), KnownValue());
  EXPECT_EQ(facts.evaluate(binary(Operator::ShiftLeft, integer(1), integer(70))), KnownValue());
  EXPECT_EQ(facts.evaluate(binary(Operator::ShiftLeft, integer(1), integer(-1))), KnownValue());
}

TEST_F(FactsTest, NothingIsKnownOfAFreshPlace) {
  EXPECT_EQ(facts.evaluate(local(0)), KnownValue());
  EXPECT_EQ(facts.evaluate(ExprId()), KnownValue());
}

TEST_F(FactsTest, AddressesAreNotZero) {
  EXPECT_EQ(facts.evaluate(terms.add({.kind = ExprKind::AddressOf, .lhs = local(0)})), kNotZero);
  EXPECT_TRUE(facts.assume(terms.add({.kind = ExprKind::AddressOf, .lhs = local(0)}), true));
  EXPECT_FALSE(facts.assume(terms.add({.kind = ExprKind::AddressOf, .lhs = local(0)}), false));
}

TEST_F(FactsTest, AddressesOfTwoVariablesDiffer) {
  const auto addressOf = [&](ExprId place) { return terms.add({.kind = ExprKind::AddressOf, .lhs = place}); };
  const ExprId first = addressOf(local(0));
  EXPECT_EQ(facts.evaluate(binary(Operator::NotEqual, first, addressOf(local(1)))), KnownValue::constant(1));
  EXPECT_EQ(facts.evaluate(binary(Operator::Equal, first, addressOf(global(0)))), KnownValue::constant(0));
  EXPECT_EQ(facts.evaluate(binary(Operator::Equal, first, addressOf(local(0)))), KnownValue::constant(1));
  EXPECT_EQ(facts.evaluate(binary(Operator::Equal, first, parameter(0))), (KnownValue{0, 1, false}));
  EXPECT_EQ(facts.evaluate(binary(Operator::Equal, first, addressOf(member(parameter(0), 1)))),
            (KnownValue{0, 1, false}));
}

TEST_F(FactsTest, AFunctionsAddressIsANumberOfItsOwn) {
  const ExprId function = terms.add({.kind = ExprKind::Function, .value = 12});
  facts.assign(local(0), function);
  EXPECT_EQ(KnownFacts::functionAt(facts.evaluate(local(0))), FunctionRef(12));
  EXPECT_FALSE(KnownFacts::functionAt(KnownValue::constant(12)).valid());
  EXPECT_FALSE(KnownFacts::functionAt(KnownValue()).valid());
}

TEST_F(FactsTest, AssignmentReplacesWhatWasKnown) {
  facts.assign(local(0), integer(1));
  facts.assign(local(1), local(0));
  facts.assign(local(0), integer(2));
  EXPECT_EQ(facts.evaluate(local(0)), KnownValue::constant(2));
  EXPECT_EQ(facts.evaluate(local(1)), KnownValue::constant(1));
  facts.assign(local(0), parameter(0));
  EXPECT_EQ(facts.evaluate(local(0)), KnownValue());
}

TEST_F(FactsTest, ACounterCountsWhileItIsKnown) {
  facts.assign(local(0), integer(1));
  facts.assign(local(0), binary(Operator::Add, local(0), integer(1)));
  EXPECT_EQ(facts.evaluate(local(0)), KnownValue::constant(2));
  facts.assign(local(0), parameter(0));
  facts.assign(local(0), binary(Operator::Add, local(0), integer(1)));
  EXPECT_EQ(facts.evaluate(local(0)), KnownValue());
}

TEST_F(FactsTest, WritingAPointerForgetsWhatItPointedTo) {
  facts.set(member(local(0), 1), KnownValue::constant(4));
  facts.set(member(local(1), 2), KnownValue::constant(5));
  facts.assign(local(0), parameter(0));
  EXPECT_EQ(facts.evaluate(member(local(0), 1)), KnownValue());
  EXPECT_EQ(facts.evaluate(member(local(1), 2)), KnownValue::constant(5));
}

TEST_F(FactsTest, AStoreThroughOnePointerForgetsTheMemberOfOthers) {
  facts.set(member(parameter(0), 1), KnownValue::constant(4));
  facts.set(member(parameter(0), 2), KnownValue::constant(6));
  facts.set(field(local(0), 1), KnownValue::constant(5));
  facts.assign(member(parameter(1), 1), integer(9));
  EXPECT_EQ(facts.evaluate(member(parameter(0), 1)), KnownValue()) << "may be the same object";
  EXPECT_EQ(facts.evaluate(member(parameter(0), 2)), KnownValue::constant(6));
  EXPECT_EQ(facts.evaluate(member(parameter(1), 1)), KnownValue::constant(9));
  EXPECT_EQ(facts.evaluate(field(local(0), 1)), KnownValue::constant(5)) << "no pointer reaches it unseen";
}

TEST_F(FactsTest, AStoreToALocalsMemberLeavesPointersAlone) {
  facts.set(member(parameter(0), 1), KnownValue::constant(4));
  facts.assign(field(local(0), 1), integer(9));
  EXPECT_EQ(facts.evaluate(member(parameter(0), 1)), KnownValue::constant(4));
}

TEST_F(FactsTest, MembersOfAClearedObjectAreZero) {
  facts.set(local(0), KnownValue::constant(0));
  EXPECT_EQ(facts.evaluate(field(local(0), 1)), KnownValue::constant(0));
  EXPECT_EQ(facts.evaluate(terms.add({.kind = ExprKind::Element, .lhs = local(0), .rhs = integer(3)})),
            KnownValue::constant(0));
  facts.set(parameter(0), KnownValue::constant(0));
  EXPECT_EQ(facts.evaluate(member(parameter(0), 1)), KnownValue()) << "a null pointer clears nothing";
}

TEST_F(FactsTest, AMemberIsFoundWhateverTheRecordIsCalled) {
  facts.set(field(local(0), 3), KnownValue::constant(8));
  EXPECT_EQ(facts.member(local(0), StringId(3)), KnownValue::constant(8));
  EXPECT_EQ(facts.member(local(1), StringId(3)), KnownValue());
}

TEST_F(FactsTest, BranchesNarrow) {
  EXPECT_TRUE(facts.assume(binary(Operator::Less, local(0), integer(2)), true));
  EXPECT_EQ(facts.evaluate(local(0)).high, 1);
  EXPECT_TRUE(facts.assume(binary(Operator::GreaterEqual, local(0), integer(1)), true));
  EXPECT_EQ(facts.evaluate(local(0)), KnownValue::constant(1));
  EXPECT_FALSE(facts.assume(binary(Operator::NotEqual, local(0), integer(1)), true));
}

TEST_F(FactsTest, TheOtherBranchNarrowsTheOtherWay) {
  EXPECT_TRUE(facts.assume(binary(Operator::Greater, local(0), integer(2)), false));
  EXPECT_TRUE(facts.assume(binary(Operator::LessEqual, local(0), integer(1)), false));
  EXPECT_EQ(facts.evaluate(local(0)), KnownValue::constant(2));
}

TEST_F(FactsTest, AnEqualityCarriesBothWays) {
  facts.assign(local(0), integer(3));
  EXPECT_TRUE(facts.assume(binary(Operator::Equal, local(1), local(0)), true));
  EXPECT_EQ(facts.evaluate(local(1)), KnownValue::constant(3));
  EXPECT_FALSE(facts.assume(binary(Operator::Equal, local(1), integer(4)), true));
}

TEST_F(FactsTest, UnequalToZeroIsAFact) {
  EXPECT_TRUE(facts.assume(binary(Operator::NotEqual, local(0), integer(0)), true));
  EXPECT_EQ(truthOf(facts.evaluate(local(0))), Truth::True);
  EXPECT_FALSE(facts.assume(local(0), false));
}

TEST_F(FactsTest, AConjunctionGivesBothParts) {
  EXPECT_TRUE(facts.assume(binary(Operator::And, local(0), negation(local(1))), true));
  EXPECT_EQ(truthOf(facts.evaluate(local(0))), Truth::True);
  EXPECT_EQ(truthOf(facts.evaluate(local(1))), Truth::False);
}

TEST_F(FactsTest, AFailedConjunctionGivesTheOpenPart) {
  facts.assign(local(0), integer(1));
  EXPECT_TRUE(facts.assume(binary(Operator::And, local(0), local(1)), false));
  EXPECT_EQ(facts.evaluate(local(1)), KnownValue::constant(0));
}

TEST_F(FactsTest, AFailedDisjunctionGivesBothParts) {
  EXPECT_TRUE(facts.assume(binary(Operator::Or, local(0), local(1)), false));
  EXPECT_EQ(facts.evaluate(local(0)), KnownValue::constant(0));
  EXPECT_EQ(facts.evaluate(local(1)), KnownValue::constant(0));
  EXPECT_FALSE(facts.assume(binary(Operator::Or, local(0), local(1)), true));
}

TEST_F(FactsTest, AFlagThatIsSetMakesTheWordNotZero) {
  EXPECT_TRUE(facts.assume(binary(Operator::BitAnd, local(0), integer(4)), true));
  EXPECT_EQ(truthOf(facts.evaluate(local(0))), Truth::True);
  EXPECT_TRUE(facts.assume(binary(Operator::BitAnd, local(1), integer(4)), false));
  EXPECT_EQ(facts.evaluate(local(1)), KnownValue()) << "other bits may be set";
  EXPECT_FALSE(facts.assume(binary(Operator::BitAnd, local(1), integer(4)), true)) << "the same test again";
}

TEST_F(FactsTest, ATestedConditionIsForgottenWithItsOperand) {
  EXPECT_TRUE(facts.assume(binary(Operator::BitAnd, local(0), integer(4)), false));
  facts.assign(local(0), parameter(0));
  EXPECT_TRUE(facts.assume(binary(Operator::BitAnd, local(0), integer(4)), true));
}

TEST_F(FactsTest, AnEmptyRangeIsInfeasible) {
  EXPECT_TRUE(facts.restrict(local(0), {3, 5}));
  EXPECT_FALSE(facts.restrict(local(0), {6, 9}));
  EXPECT_EQ(facts.evaluate(local(0)), (KnownValue{3, 5, true})) << "what cannot be changes nothing";
  EXPECT_FALSE(facts.restrict(integer(2), {3, 5}));
}

TEST_F(FactsTest, UnknownsAreNeverEqual) {
  const ExprId first = terms.add({.kind = ExprKind::Unknown});
  const ExprId second = terms.add({.kind = ExprKind::Unknown});
  EXPECT_NE(first, second);
  EXPECT_TRUE(facts.assume(first, true));
  EXPECT_TRUE(facts.assume(first, false));
  EXPECT_TRUE(state.facts.empty());
}

TEST_F(FactsTest, FactsStaySortedByTerm) {
  const ExprId first = local(0);
  const ExprId second = local(1);
  const ExprId third = local(2);
  facts.set(third, KnownValue::constant(3));
  facts.set(first, KnownValue::constant(1));
  facts.set(second, KnownValue::constant(2));
  facts.set(second, KnownValue());
  ASSERT_EQ(state.facts.size(), 2u);
  EXPECT_EQ(state.facts[0].term, first);
  EXPECT_EQ(state.facts[1].term, third);
}

TEST_F(FactsTest, WhatALocalStandsForFollowsFromIt) {
  const ExprId mode = member(parameter(0), 3);
  facts.assign(local(0), binary(Operator::Greater, mode, integer(0)));
  facts.assign(local(1), local(0));
  EXPECT_TRUE(facts.assume(local(1), false));
  EXPECT_EQ(facts.evaluate(mode), (KnownValue{INT64_MIN, 0, false}));
  EXPECT_EQ(facts.evaluate(local(0)), KnownValue::constant(0));
}

TEST_F(FactsTest, WhatIsKnownOfAPlaceHoldsForItsCopies) {
  const ExprId mode = member(parameter(0), 3);
  facts.assign(local(0), mode);
  EXPECT_TRUE(facts.assume(binary(Operator::Equal, mode, integer(2)), true));
  EXPECT_EQ(facts.evaluate(local(0)), KnownValue::constant(2));
  EXPECT_FALSE(facts.assume(binary(Operator::Equal, local(0), integer(3)), true));
}

TEST_F(FactsTest, ACopyEndsWhereEitherIsWritten) {
  const ExprId mode = member(parameter(0), 3);
  facts.assign(local(0), mode);
  facts.assign(mode, local(2));
  EXPECT_TRUE(facts.assume(local(0), true));
  EXPECT_EQ(facts.evaluate(mode), KnownValue());

  facts.assign(local(1), mode);
  facts.assign(local(1), binary(Operator::Add, local(1), integer(1)));
  EXPECT_EQ(facts.resolve(local(1)), local(1));

  facts.forget(mode);
  facts.assign(local(3), mode);
  facts.forgetObject(terms.dereference(parameter(0)));
  EXPECT_EQ(facts.resolve(local(3)), local(3));
}

TEST_F(FactsTest, AMemberHoldsWhatWasStoredThere) {
  const ExprId mode = member(parameter(0), 3);
  facts.assign(mode, local(2));
  EXPECT_TRUE(facts.assume(local(2), false));
  EXPECT_EQ(facts.evaluate(mode), KnownValue::constant(0));
  facts.forget(mode);
  EXPECT_EQ(facts.resolve(mode), mode);
}

TEST_F(FactsTest, AJoinKeepsTheCopiesOfBoth) {
  AbstractState other = state;
  Facts theirs(terms, other);
  facts.assign(local(0), parameter(0));
  facts.assign(local(1), parameter(1));
  theirs.assign(local(1), parameter(1));
  EXPECT_TRUE(joinInto(state, other));
  EXPECT_EQ(facts.resolve(local(0)), local(0));
  EXPECT_EQ(facts.resolve(local(1)), parameter(1));
  EXPECT_TRUE(isSubsumed(other, state));
}

TEST_F(FactsTest, WritingAPartLeavesTheOthersOfAClearedObject) {
  const ExprId object = local(0);
  const ExprId first = field(object, 2);
  const ExprId nested = field(first, 3);
  const ExprId sibling = field(first, 4);
  const ExprId other = field(object, 5);
  facts.set(object, KnownValue::constant(0));
  EXPECT_EQ(facts.evaluate(nested), KnownValue::constant(0));
  facts.forget(nested);
  EXPECT_EQ(facts.evaluate(nested), KnownValue());
  EXPECT_EQ(facts.evaluate(first), KnownValue());
  EXPECT_EQ(facts.evaluate(sibling), KnownValue::constant(0));
  EXPECT_EQ(facts.evaluate(other), KnownValue::constant(0));
}

TEST_F(FactsTest, WritingAnyElementLeavesNoneOfAClearedArray) {
  const ExprId array = local(0);
  const auto element = [&](ExprId index) { return terms.add({.kind = ExprKind::Element, .lhs = array, .rhs = index}); };
  const ExprId first = element(integer(0));
  const ExprId second = element(integer(1));
  const ExprId any = element(local(1));
  facts.set(array, KnownValue::constant(0));
  facts.forget(first);
  EXPECT_EQ(facts.evaluate(first), KnownValue());
  EXPECT_EQ(facts.evaluate(second), KnownValue::constant(0));
  facts.set(array, KnownValue::constant(0));
  facts.forget(any);
  EXPECT_EQ(facts.evaluate(element(integer(3))), KnownValue());
}

}  // namespace
}  // namespace irqlint
