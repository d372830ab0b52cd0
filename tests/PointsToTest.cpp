// Which objects a pointer may lead to, in hand-made programs.
#include "analyzer/link/PointsTo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "analyzer/link/Assumptions.h"
#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;
using testing::SizeIs;

constexpr ObjectId kUnseen = PointsTo::kUnseenObject;

// A linked program and what its pointers point to.
class Solved {
 public:
  explicit Solved(const TestTu& tu) : program_(tu), pointsTo_(program_.program) {}

  std::vector<ObjectId> pointees(std::string_view function, ExprId pointer) const {
    const FunctionRef ref = program_.find(function);
    return pointsTo_.pointees(ref, program_.program[ref].summary.body->exprs, pointer);
  }
  Object object(ObjectId id) const { return pointsTo_.object(id); }
  std::vector<ObjectId> objectsAt(std::string_view function, ExprId place) const {
    const FunctionRef ref = program_.find(function);
    return pointsTo_.objectsAt(ref, program_.program[ref].summary.body->exprs, place);
  }

 private:
  TestProgram program_;
  PointsTo pointsTo_;
};

TEST(PointsTo, AnAddressThroughVariablesParametersAndReturns) {
  TestTu tu;
  TestFunction identity = tu.define("Identity", {"P"});
  const ExprId given = identity.parameter(0);
  identity.returns(given);
  TestFunction use = tu.define("Use");
  const ExprId map = use.global("Map");
  const ExprId pointer = use.local("pointer");
  use.assign(pointer, use.addressOf(map));
  const ExprId result = use.call("Identity", {pointer});
  const ExprId target = use.dereference(pointer);

  const Solved solved(tu);
  const std::vector<ObjectId> object = solved.objectsAt("Use", map);
  ASSERT_THAT(object, SizeIs(1));
  EXPECT_NE(object.front(), kUnseen);
  EXPECT_EQ(solved.pointees("Use", pointer), object);
  EXPECT_EQ(solved.pointees("Identity", given), object);
  EXPECT_EQ(solved.pointees("Use", result), object);
  EXPECT_EQ(solved.objectsAt("Use", target), object);
}

TEST(PointsTo, ObjectsOfOneTypeStayApart) {
  TestTu tu;
  TestFunction use = tu.define("Use");
  const ExprId first = use.local("first");
  const ExprId second = use.local("second");
  use.assign(first, use.addressOf(use.global("A")));
  use.assign(second, use.addressOf(use.global("B")));
  const Solved solved(tu);
  EXPECT_NE(solved.pointees("Use", first), solved.pointees("Use", second));
}

TEST(PointsTo, AStoreThroughAPointerReachesTheVariable) {
  TestTu tu;
  TestFunction set = tu.define("Set", {"Out"});
  set.assign(set.dereference(set.parameter(0)), set.addressOf(set.global("Map")));
  TestFunction use = tu.define("Use");
  const ExprId map = use.global("Map");
  const ExprId pointer = use.local("pointer");
  use.call("Set", {use.addressOf(pointer)});
  use.assign(map, use.integer(0));
  const Solved solved(tu);
  EXPECT_THAT(solved.pointees("Use", pointer), IsSupersetOf(solved.objectsAt("Use", map)));
}

TEST(PointsTo, EveryCallOfAnAllocatorMakesAnObject) {
  TestTu tu;
  TestFunction use = tu.define("Use");
  const ExprId first = use.call("ExAllocatePoolWithTag", {use.integer(0), use.integer(8), use.integer(1)});
  const ExprId second = use.call("ExAllocatePoolWithTag", {use.integer(0), use.integer(8), use.integer(1)});
  const ExprId unknown = use.call("NobodyKnowsThis");
  const Solved solved(tu);
  ASSERT_THAT(solved.pointees("Use", first), SizeIs(1));
  EXPECT_THAT(solved.pointees("Use", first), Not(Contains(kUnseen)));
  EXPECT_NE(solved.pointees("Use", first), solved.pointees("Use", second));
  EXPECT_THAT(solved.pointees("Use", unknown), ElementsAre(kUnseen));
}

TEST(PointsTo, WhatTheSystemPassesCannotBeSeen) {
  TestTu tu;
  TestFunction dpc = tu.define("Dpc", {"Dpc", "Context"});
  dpc.role("KDEFERRED_ROUTINE");
  const ExprId context = dpc.parameter(1);
  const ExprId copy = dpc.local("copy");
  dpc.assign(copy, dpc.integer(0));  // a second value: linking would make it the parameter itself
  dpc.assign(copy, context);
  TestFunction use = tu.define("Use");
  use.call("Dpc", {use.integer(0), use.addressOf(use.global("Map"))});
  const Solved solved(tu);
  EXPECT_THAT(solved.pointees("Dpc", copy), Contains(kUnseen));
}

TEST(PointsTo, WhatNothingIsSeenToFillCannotBeSeen) {
  TestTu tu;
  TestFunction use = tu.define("Use");
  const ExprId pointer = use.local("pointer");
  use.assign(pointer, use.field(use.global("Extension"), "EXTENSION", "Map"));
  const ExprId other = use.local("other");
  use.assign(other, use.addressOf(use.global("Map")));
  use.assign(other, pointer);
  const Solved solved(tu);
  EXPECT_THAT(solved.pointees("Use", pointer), ElementsAre(kUnseen));
  EXPECT_THAT(solved.pointees("Use", other), Contains(kUnseen)) << "as well as the map";
}

TEST(PointsTo, AnObjectInsideAnotherIsOneForAllOwners) {
  TestTu tu;
  TestFunction use = tu.define("Use", {"First", "Second"});
  const ExprId first = use.addressOf(use.member(use.parameter(0), "_SESSION", "Threads"));
  const ExprId second = use.addressOf(use.member(use.parameter(1), "SESSION", "Threads"));
  const ExprId other = use.addressOf(use.member(use.parameter(1), "SESSION", "Files"));
  use.assign(use.local("a"), first);
  use.assign(use.local("b"), second);
  use.assign(use.local("c"), other);
  const Solved solved(tu);
  EXPECT_EQ(solved.pointees("Use", first), solved.pointees("Use", second));
  EXPECT_NE(solved.pointees("Use", first), solved.pointees("Use", other));
}

TEST(PointsTo, ACellDoesNotGrowForEver) {
  TestTu tu;
  TestFunction use = tu.define("Use");
  const ExprId pointer = use.local("pointer");
  for (std::size_t i = 0; i < 3 * kPointeesPerCell; ++i) {
    use.assign(pointer, use.addressOf(use.global("Object" + std::to_string(i))));
  }
  const Solved solved(tu);
  EXPECT_THAT(solved.pointees("Use", pointer), Contains(kUnseen));
  EXPECT_THAT(solved.pointees("Use", pointer), SizeIs(kPointeesPerCell + 1));
}

TEST(PointsTo, EveryCallOfAWrapperMakesAnObject) {
  TestTu tu;
  TestFunction inner = tu.define("Inner", {"Size"});
  inner.returns(inner.call("ExAllocatePoolWithTag", {inner.integer(0), inner.parameter(0), inner.integer(1)}));
  TestFunction outer = tu.define("Outer", {"Out"});
  outer.assign(outer.dereference(outer.parameter(0)), outer.call("Inner", {outer.integer(8)}));
  TestFunction use = tu.define("Use");
  const ExprId first = use.local("first");
  const ExprId second = use.local("second");
  use.call("Outer", {use.addressOf(first)});
  use.call("Outer", {use.addressOf(second)});
  const Solved solved(tu);
  ASSERT_THAT(solved.pointees("Use", first), SizeIs(1));
  EXPECT_THAT(solved.pointees("Use", first), Not(Contains(kUnseen)));
  EXPECT_NE(solved.pointees("Use", first), solved.pointees("Use", second));
  const Object made = solved.object(solved.pointees("Use", first).front());
  EXPECT_EQ(made.kind, ObjectKind::Allocation);
  EXPECT_THAT(made.made, SizeIs(3)) << "by Inner, for Outer, for Use";
}

TEST(PointsTo, AWrapperThatCallsItselfIsOneForAllCalls) {
  TestTu tu;
  TestFunction again = tu.define("Again", {"Size"});
  again.when(again.parameter(0), [&] { again.returns(again.call("Again", {again.integer(0)})); });
  again.returns(again.call("ExAllocatePoolWithTag", {again.integer(0), again.parameter(0), again.integer(1)}));
  TestFunction use = tu.define("Use");
  const ExprId memory = use.call("Again", {use.integer(8)});
  const Solved solved(tu);
  EXPECT_THAT(solved.pointees("Use", memory), Not(Contains(kUnseen)));
}

TEST(PointsTo, MembersOfObjectsInViewStayApart) {
  TestTu tu;
  TestFunction use = tu.define("Use", {"Given"});
  const ExprId first = use.field(use.global("First"), "STRING", "Buffer");
  const ExprId second = use.field(use.global("Second"), "STRING", "Buffer");
  const ExprId given = use.member(use.parameter(0), "STRING", "Buffer");
  use.assign(first, use.addressOf(use.global("A")));
  use.assign(second, use.addressOf(use.global("B")));
  use.assign(use.local("read"), given);
  const Solved solved(tu);
  EXPECT_THAT(solved.pointees("Use", first), SizeIs(1));
  EXPECT_NE(solved.pointees("Use", first), solved.pointees("Use", second));
  EXPECT_THAT(solved.pointees("Use", given), SizeIs(2)) << "either string, as far as one can see";
}

TEST(PointsTo, AStoreToAnObjectThatCannotBeSeenMayBeToAny) {
  TestTu tu;
  TestFunction use = tu.define("Use", {"Given"});
  const ExprId own = use.field(use.global("Own"), "STRING", "Buffer");
  use.assign(own, use.addressOf(use.global("A")));
  use.assign(use.member(use.parameter(0), "STRING", "Buffer"), use.addressOf(use.global("B")));
  const Solved solved(tu);
  EXPECT_THAT(solved.pointees("Use", own), SizeIs(2));
}

TEST(PointsTo, AMemberLeadsBackToItsObjects) {
  TestTu tu;
  TestFunction add = tu.define("Add");
  const ExprId item = add.local("item");
  add.assign(item, add.call("ExAllocatePoolWithTag", {add.integer(0), add.integer(8), add.integer(1)}));
  add.call("InsertTailList", {add.addressOf(add.global("Head")), add.addressOf(add.member(item, "ITEM", "Link"))});
  TestFunction find = tu.define("Find", {"Entry"});
  const ExprId found = find.container(find.parameter(0), "ITEM", "Link");
  find.assign(find.local("found"), found);
  const Solved solved(tu);
  EXPECT_EQ(solved.pointees("Find", found), solved.pointees("Add", item));
  EXPECT_THAT(solved.pointees("Find", found), Not(Contains(kUnseen)));
}

TEST(PointsTo, ARoutineGetsWhatItIsRegisteredWith) {
  TestTu tu;
  TestFunction dpc = tu.define("OnDpc", {"Dpc", "Context", "Argument1", "Argument2"});
  dpc.role("KDEFERRED_ROUTINE");
  const ExprId context = dpc.parameter(1);
  const ExprId argument = dpc.parameter(2);
  dpc.assign(dpc.global("Last"), context);
  dpc.assign(dpc.global("Argument"), argument);
  TestFunction use = tu.define("Use");
  const ExprId memory = use.call("ExAllocatePoolWithTag", {use.integer(0), use.integer(8), use.integer(1)});
  use.call("KeInitializeDpc", {use.addressOf(use.global("Dpc")), use.function("OnDpc"), memory});
  const Solved solved(tu);
  EXPECT_EQ(solved.pointees("OnDpc", context), solved.pointees("Use", memory));
  EXPECT_THAT(solved.pointees("OnDpc", argument), ElementsAre(kUnseen));
}

TEST(PointsTo, AMultipleOfAnAddressIsNoAddress) {
  TestTu tu;
  TestFunction use = tu.define("Use");
  const ExprId map = use.addressOf(use.global("Map"));
  const ExprId next = use.local("next");
  const ExprId length = use.local("length");
  const ExprId pointer = use.local("pointer");
  use.assign(pointer, map);
  use.assign(next, use.binary(Operator::Add, pointer, use.integer(2)));
  use.assign(length, use.binary(Operator::Multiply, pointer, use.integer(2)));
  const Solved solved(tu);
  EXPECT_EQ(solved.pointees("Use", next), solved.pointees("Use", pointer));
  EXPECT_THAT(solved.pointees("Use", length), ElementsAre(kUnseen));
}

TEST(PointsTo, ARecordIsCopiedWithWhatItsMembersHold) {
  TestTu tu;
  TestFunction use = tu.define("Use", {"Unknown"});
  const ExprId from = use.global("From");
  const ExprId into = use.global("Into");
  const ExprId other = use.global("Other");
  use.copyRecord(into, from);
  use.copyRecord(other, use.dereference(use.parameter(0)));
  use.assign(use.field(from, "PAIR", "First"), use.addressOf(use.global("Map")));
  use.assign(use.field(other, "PAIR", "First"), use.addressOf(use.global("Map")));
  const ExprId first = use.field(into, "PAIR", "First");
  const ExprId perhaps = use.field(other, "PAIR", "First");
  use.assign(use.local("first"), first);
  use.assign(use.local("perhaps"), perhaps);
  const Solved solved(tu);
  EXPECT_EQ(solved.pointees("Use", first), solved.objectsAt("Use", use.global("Map")));
  EXPECT_THAT(solved.pointees("Use", perhaps), SizeIs(2));
  EXPECT_THAT(solved.pointees("Use", perhaps), Contains(kUnseen));
}

TEST(PointsTo, SomeMembersHoldUserAddresses) {
  TestTu tu;
  TestFunction use = tu.define("Use", {"Irp"});
  const ExprId buffer = use.member(use.parameter(0), "_IRP", "UserBuffer");
  use.assign(use.local("buffer"), buffer);
  const Solved solved(tu);
  ASSERT_THAT(solved.pointees("Use", buffer), SizeIs(1));
  EXPECT_EQ(solved.object(solved.pointees("Use", buffer).front()).kind, ObjectKind::UserAddress);
}

}  // namespace
}  // namespace irqlint::test
