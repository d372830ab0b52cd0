// Which functions the members of one object hold, and what calls through them run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// Functions to store as `Allocate` of MAPs, and what does so.
class MemberFunctionsTest : public testing::Test {
 protected:
  MemberFunctionsTest() {
    for (const char* name : {"First", "Second", "Third"}) tu_.define(name).returns();
  }

  static ExprId allocate(TestFunction& function, ExprId pointer) { return function.member(pointer, "MAP", "Allocate"); }
  static ExprId allocateOf(TestFunction& function, std::string_view map) {
    return function.field(function.global(map), "_MAP", "Allocate");
  }
  // `name`(Map): Map->Allocate = &`stored`
  void defineSetter(std::string_view name, std::string_view stored) {
    TestFunction set = tu_.define(name, {"Map"});
    set.assign(allocate(set, set.parameter(0)), set.function(stored));
  }
  // Makes a function that calls `map`.Allocate.
  void defineCallOf(std::string_view name, std::string_view map) {
    TestFunction call = tu_.define(name);
    call.callThrough(allocateOf(call, map));
  }

  std::vector<std::string> targets(std::string_view caller) const { return test::targets(TestProgram(tu_), caller, 0); }

  TestTu tu_;
};

TEST_F(MemberFunctionsTest, EachGlobalHasItsOwn) {
  tu_.initialise("A", "MAP", "Allocate", "First");
  TestFunction set = tu_.define("Set");
  set.assign(allocateOf(set, "B"), set.function("Second"));
  defineCallOf("CallA", "A");
  defineCallOf("CallB", "B");
  EXPECT_THAT(targets("CallA"), ElementsAre("First"));
  EXPECT_THAT(targets("CallB"), ElementsAre("Second"));
}

TEST_F(MemberFunctionsTest, AHelperStoresWhatEachCallGivesIt) {
  TestFunction inner = tu_.define("Inner", {"Map", "Allocate"});
  inner.assign(allocate(inner, inner.parameter(0)), inner.parameter(1));
  TestFunction outer = tu_.define("Outer", {"Allocate", "Map"});
  outer.call("Inner", {outer.parameter(1), outer.parameter(0)});
  TestFunction start = tu_.define("Start");
  start.call("Outer", {start.function("First"), start.addressOf(start.global("A"))});
  start.call("Outer", {start.function("Second"), start.addressOf(start.global("B"))});
  defineCallOf("CallA", "A");
  defineCallOf("CallB", "B");
  EXPECT_THAT(targets("CallA"), ElementsAre("First"));
  EXPECT_THAT(targets("CallB"), ElementsAre("Second"));
}

TEST_F(MemberFunctionsTest, ADefaultThatIsReplacedAtOnceDoesNotCount) {
  defineSetter("Initialize", "First");
  TestFunction start = tu_.define("Start");
  start.call("Initialize", {start.addressOf(start.global("A"))});
  start.assign(allocateOf(start, "A"), start.function("Second"));
  start.call("Initialize", {start.addressOf(start.global("B"))});
  start.call("Elsewhere");
  start.assign(allocateOf(start, "B"), start.function("Second"));
  defineCallOf("CallA", "A");
  defineCallOf("CallB", "B");
  EXPECT_THAT(targets("CallA"), ElementsAre("Second"));
  EXPECT_THAT(targets("CallB"), UnorderedElementsAre("First", "Second")) << "Elsewhere may use it";
}

TEST_F(MemberFunctionsTest, AParameterThatIsAssignedIsNoLongerWhatWasPassed) {
  TestFunction set = tu_.define("Set", {"Map"});
  set.assign(set.parameter(0), set.addressOf(set.global("B")));
  set.assign(allocate(set, set.parameter(0)), set.function("First"));
  TestFunction start = tu_.define("Start");
  start.call("Set", {start.addressOf(start.global("A"))});
  defineCallOf("CallB", "B");
  EXPECT_THAT(targets("CallB"), ElementsAre("First"));
}

TEST_F(MemberFunctionsTest, AStoreToAnUnseenObjectMayBeToAnyOfTheType) {
  tu_.initialise("A", "MAP", "Allocate", "First");
  TestFunction dpc = tu_.define("Dpc", {"Dpc", "Context"});
  dpc.role("KDEFERRED_ROUTINE");
  dpc.assign(allocate(dpc, dpc.parameter(1)), dpc.function("Second"));
  defineCallOf("CallA", "A");
  EXPECT_THAT(targets("CallA"), UnorderedElementsAre("First", "Second"));
}

TEST_F(MemberFunctionsTest, AnUnseenObjectMayHoldWhatAnyOfTheTypeDoes) {
  tu_.initialise("A", "MAP", "Allocate", "First");
  tu_.initialise("B", "MAP", "Allocate", "Second");
  TestFunction dpc = tu_.define("Dpc", {"Dpc", "Context"});
  dpc.role("KDEFERRED_ROUTINE");
  dpc.callThrough(allocate(dpc, dpc.parameter(1)));
  EXPECT_THAT(targets("Dpc"), UnorderedElementsAre("First", "Second"));
}

TEST_F(MemberFunctionsTest, ACopyHoldsWhatTheOriginalDoes) {
  tu_.initialise("A", "MAP", "Allocate", "First");
  tu_.initialise("Other", "MAP", "Allocate", "Second");
  TestFunction copy = tu_.define("Copy");
  copy.assign(copy.global("B"), copy.global("A"));
  copy.assign(copy.global("C"), copy.global("B"));
  defineCallOf("CallC", "C");
  EXPECT_THAT(targets("CallC"), ElementsAre("First"));
}

TEST_F(MemberFunctionsTest, NothingIsKnownOfACopyOfWhatCannotBeSeen) {
  tu_.initialise("A", "MAP", "Allocate", "First");
  tu_.initialise("Other", "MAP", "Allocate", "Second");
  TestFunction dpc = tu_.define("Dpc", {"Dpc", "Context"});
  dpc.role("KDEFERRED_ROUTINE");
  dpc.assign(dpc.global("A"), dpc.dereference(dpc.parameter(1)));
  defineCallOf("CallA", "A");
  EXPECT_THAT(targets("CallA"), UnorderedElementsAre("First", "Second"));
}

TEST_F(MemberFunctionsTest, ACallerKnowsWhatItsObjectHolds) {
  tu_.initialise("A", "MAP", "Allocate", "First");
  tu_.initialise("B", "MAP", "Allocate", "Second");
  TestFunction insert = tu_.define("Insert", {"Map"});
  insert.callThrough(allocate(insert, insert.parameter(0)));
  TestFunction useA = tu_.define("UseA");
  useA.call("Insert", {useA.addressOf(useA.global("A"))});
  TestFunction useB = tu_.define("UseB");
  useB.call("Insert", {useB.addressOf(useB.global("B"))});
  const ExprId ofA = allocateOf(useA, "A");
  const ExprId ofB = allocateOf(useB, "B");
  EXPECT_THAT(targets("Insert"), UnorderedElementsAre("First", "Second"));

  const TestProgram program(tu_);
  const auto held = [&](std::string_view caller, ExprId place) {
    const FunctionRef ref = program.find(caller);
    return program.program.heldBy(ref, program.program[ref].summary.body->exprs, place);
  };
  EXPECT_THAT(held("UseA", ofA), ElementsAre(program.find("First")));
  EXPECT_THAT(held("UseB", ofB), ElementsAre(program.find("Second")));
}

TEST_F(MemberFunctionsTest, AMemberThatHoldsNothingTellsNothing) {
  tu_.initialise("A", "MAP", "Free", "First");
  defineCallOf("CallA", "A");
  EXPECT_THAT(targets("CallA"), IsEmpty());
}

}  // namespace
}  // namespace irqlint::test
