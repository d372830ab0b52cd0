// The IRQL analysis over hand-made programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/IrqlTestWords.h"

namespace irqlint::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Acquire and Release wrappers that keep the level in the object.
void defineLockWrappers(TestTu& tu) {
  TestFunction enter = tu.define("Enter", {"Device"});
  enter.call("KeAcquireSpinLock", {enter.addressOf(enter.member(enter.parameter(0), "DEVICE", "Lock")),
                                   enter.addressOf(enter.member(enter.parameter(0), "DEVICE", "OldIrql"))});
  TestFunction leave = tu.define("Leave", {"Device"});
  leave.call("KeReleaseSpinLock", {leave.addressOf(leave.member(leave.parameter(0), "DEVICE", "Lock")),
                                   leave.member(leave.parameter(0), "DEVICE", "OldIrql")});
}

TEST(IrqlAnalysis, SavedLevelsAreExactAtEachEntryLevel) {
  TestTu tu;
  TestFunction helper = tu.define("Helper");
  acquire(helper);
  release(helper);
  TestFunction dpc = tu.define("OnDpc");
  dpc.role(kDpc).call("Helper");
  dpc.call("ZwClose");
  const std::uint32_t inDpc = dpc.line();
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).call("Helper");
  worker.call("ZwClose");

  TestProgram program(tu);
  EXPECT_EQ(program.exits("Helper", kPassiveLevel), kPassive);
  EXPECT_EQ(program.exits("Helper", kDispatchLevel), kDispatch);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(inDpc, "ZwClose")));
  EXPECT_THAT(program.analyzed().exitLeaks(), IsEmpty());
}

TEST(IrqlAnalysis, WrappersAreTransformers) {
  TestTu tu;
  defineLockWrappers(tu);
  TestFunction worker = tu.define("OnWork", {"Device", "Context"});
  worker.role(kWorker).call("Enter", {worker.parameter(1)});
  worker.call("ZwClose");
  const std::uint32_t inside = worker.line();
  worker.call("Leave", {worker.parameter(1)});
  worker.call("ZwClose");

  TestProgram program(tu);
  EXPECT_EQ(program.exits("Enter", kPassiveLevel), kDispatch);
  EXPECT_EQ(program.exits("Leave", kDispatchLevel), kPassive);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(inside, "ZwClose")));
  EXPECT_THAT(program.analyzed().exitLeaks(), IsEmpty());
}

TEST(IrqlAnalysis, TheCodeFlowNamesEachStep) {
  TestTu tu;
  defineLockWrappers(tu);
  TestFunction close = tu.define("Close");
  close.call("ZwClose");
  TestFunction worker = tu.define("OnWork", {"Device", "Context"});
  worker.role(kWorker).call("Enter", {worker.parameter(1)});
  worker.call("Close");

  TestProgram program(tu);
  const auto groups = program.analyzed().breaches([](const Breach& b) { return b.kind == BreachKind::TooHigh; });
  ASSERT_EQ(groups.size(), 1u);
  std::vector<std::string> levels;
  std::vector<std::uint32_t> depths;
  for (const ThreadFlowLocation& step :
       program.analyzed().codeFlow(groups[0].breach->context, groups[0].breach->trail)) {
    levels.push_back(irqlShortName(step.after.max()));
    depths.push_back(step.nestingLevel);
  }
  // Entered, calls Enter, which takes the lock, calls Close.
  EXPECT_THAT(levels, ElementsAre("PASSIVE", "DISPATCH", "DISPATCH", "DISPATCH"));
  EXPECT_THAT(depths, ElementsAre(1u, 1u, 2u, 1u));
}

TEST(IrqlAnalysis, ATriedLockIsHeldWhereTheResultSaysSo) {
  TestTu tu;
  TestFunction tries = tu.define("TryEnter", {"Device"});
  const ExprId old = tries.local("old");
  const ExprId lock = tries.addressOf(tries.member(tries.parameter(0), "DEVICE", "Lock"));
  tries.assign(old, tries.call("KeRaiseIrqlToDpcLevel"));
  tries.when(tries.call("KeTryToAcquireSpinLockAtDpcLevel", {lock}), [&] {
    tries.assign(tries.member(tries.parameter(0), "DEVICE", "OldIrql"), old);
    tries.returns(tries.integer(1));
  });
  tries.call("KeLowerIrql", {old});
  tries.returns(tries.integer(0));
  defineLockWrappers(tu);

  TestFunction worker = tu.define("OnWork", {"Device", "Context"});
  worker.role(kWorker);
  std::uint32_t inside = 0;
  worker.when(
      worker.call("TryEnter", {worker.parameter(1)}),
      [&] {
        worker.call("ZwClose");
        inside = worker.line();
        worker.call("Leave", {worker.parameter(1)});
      },
      [&] { worker.call("ZwClose"); });

  TestProgram program(tu);
  EXPECT_EQ(program.exits("TryEnter", kPassiveLevel), kPassive | kDispatch);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(inside, "ZwClose")));
  EXPECT_THAT(program.analyzed().exitLeaks(), IsEmpty()) << "callers can tell by the result";
}

TEST(IrqlAnalysis, CorrelatedBranchesStayCorrelated) {
  TestTu tu;
  TestFunction worker = tu.define("OnWork", {"Device", "Context"});
  worker.role(kWorker).assign(worker.local("locked"), worker.integer(0));
  worker.when(worker.member(worker.parameter(1), "DEVICE", "Busy"), [&] {
    acquire(worker);
    worker.assign(worker.local("locked"), worker.integer(1));
  });
  worker.call("Unknown");
  worker.when(worker.local("locked"), [&] { release(worker); });
  worker.call("ZwClose");

  TestProgram program(tu);
  EXPECT_THAT(tooHigh(program), IsEmpty());
  EXPECT_EQ(program.exits("OnWork", kPassiveLevel), kPassive);
}

TEST(IrqlAnalysis, TheQuestionForTheLevelGuards) {
  TestTu tu;
  TestFunction done = tu.define("OnDone");
  done.role(kCompletion).assign(done.local("irql"), done.call("KeGetCurrentIrql"));
  done.when(done.binary(Operator::Less, done.local("irql"), done.integer(kDispatchLevel)),
            [&] { done.call("ZwClose"); });
  std::uint32_t wrongWay = 0;
  done.when(done.binary(Operator::GreaterEqual, done.local("irql"), done.integer(kDispatchLevel)), [&] {
    done.call("ZwClose");
    wrongWay = done.line();
  });

  TestProgram program(tu);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(wrongWay, "ZwClose")));
}

TEST(IrqlAnalysis, AnAssertedLevelIsBelieved) {
  TestTu tu;
  TestFunction done = tu.define("OnDone");
  done.role(kCompletion);
  done.assume(done.binary(Operator::Equal, done.call("KeGetCurrentIrql"), done.integer(kPassiveLevel)));
  done.call("ZwClose");

  TestProgram program(tu);
  EXPECT_THAT(tooHigh(program), IsEmpty());
}

TEST(IrqlAnalysis, ASteeringParameterMakesContextsOfItsOwn) {
  TestTu tu;
  TestFunction lock = tu.define("Take", {"AtDispatch", "OldIrql"});
  lock.when(
      lock.parameter(0), [&] { lock.call("KeAcquireSpinLockAtDpcLevel", {lock.global("Lock")}); },
      [&] { lock.call("KeAcquireSpinLock", {lock.global("Lock"), lock.parameter(1)}); });
  TestFunction unlock = tu.define("Give", {"AtDispatch", "OldIrql"});
  unlock.when(
      unlock.parameter(0), [&] { unlock.call("KeReleaseSpinLockFromDpcLevel", {unlock.global("Lock")}); },
      [&] { unlock.call("KeReleaseSpinLock", {unlock.global("Lock"), unlock.parameter(1)}); });
  const auto use = [&](std::string_view name, std::string_view role, std::int64_t atDispatch) {
    TestFunction user = tu.define(name);
    user.role(role).call("Take", {user.integer(atDispatch), user.addressOf(user.local("old"))});
    user.call("Give", {user.integer(atDispatch), user.local("old")});
  };
  use("OnWork", kWorker, 0);
  use("OnDpc", kDpc, 1);

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::TooLow), IsEmpty());
  EXPECT_THAT(program.analyzed().exitLeaks(), IsEmpty());
  EXPECT_EQ(program.exits("Take", kPassiveLevel), kDispatch);
  EXPECT_EQ(program.exits("OnWork", kPassiveLevel), kPassive);
}

TEST(IrqlAnalysis, TheWrongSteeringIsFound) {
  TestTu tu;
  TestFunction lock = tu.define("Take", {"AtDispatch"});
  std::uint32_t line = 0;
  lock.when(lock.parameter(0), [&] {
    lock.call("KeAcquireSpinLockAtDpcLevel", {lock.global("Lock")});
    line = lock.line();
  });
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).call("Take", {worker.integer(0)});
  worker.call("Take", {worker.integer(1)});

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::TooLow), ElementsAre(at(line, "KeAcquireSpinLockAtDpcLevel")));
}

TEST(IrqlAnalysis, ARecursionReachesItsFixpoint) {
  TestTu tu;
  TestFunction walk = tu.define("Walk", {"Node"});
  walk.when(walk.member(walk.parameter(0), "NODE", "Next"), [&] {
    acquire(walk);
    walk.call("Walk", {walk.member(walk.parameter(0), "NODE", "Next")});
    release(walk);
  });
  walk.call("ZwClose");
  const std::uint32_t close = walk.line();
  TestFunction worker = tu.define("OnWork", {"Device", "Context"});
  worker.role(kWorker).call("Walk", {worker.parameter(1)});

  TestProgram program(tu);
  EXPECT_EQ(program.exits("Walk", kPassiveLevel), kPassive);
  EXPECT_EQ(program.exits("Walk", kDispatchLevel), kDispatch);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(close, "ZwClose")));
}

TEST(IrqlAnalysis, MutualRecursionReturnsWhereItMust) {
  TestTu tu;
  TestFunction even = tu.define("Even", {"N"});
  even.when(even.parameter(0),
            [&] { even.call("Odd", {even.binary(Operator::Subtract, even.parameter(0), even.integer(1))}); });
  TestFunction odd = tu.define("Odd", {"N"});
  odd.when(odd.parameter(0), [&] {
    acquire(odd);
    odd.call("Even", {odd.binary(Operator::Subtract, odd.parameter(0), odd.integer(1))});
    release(odd);
  });
  TestFunction worker = tu.define("OnWork", {"Device", "Context"});
  worker.role(kWorker).call("Even", {worker.parameter(1)});

  TestProgram program(tu);
  EXPECT_EQ(program.exits("OnWork", kPassiveLevel), kPassive);
  EXPECT_EQ(program.exits("Odd", kDispatchLevel), kDispatch);
  EXPECT_THAT(program.analyzed().exitLeaks(), IsEmpty());
}

TEST(IrqlAnalysis, AFunctionThatNeverReturnsHasNoExits) {
  TestTu tu;
  TestFunction forever = tu.define("Forever");
  forever.call("Forever");
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).call("Forever");

  TestProgram program(tu);
  EXPECT_TRUE(program.exits("Forever", kPassiveLevel).empty());
  EXPECT_TRUE(program.exits("OnWork", kPassiveLevel).empty());
}

TEST(IrqlAnalysis, ALoopThatReleasesInsideEndsWhereItBegan) {
  TestTu tu;
  TestFunction worker = tu.define("OnWork");
  acquire(worker.role(kWorker));
  worker.loop(worker.global("More"), [&] {
    release(worker);
    acquire(worker);
  });
  release(worker);

  TestProgram program(tu);
  EXPECT_EQ(program.exits("OnWork", kPassiveLevel), kPassive);
}

TEST(IrqlAnalysis, AKnownFunctionPointerDecidesItsCall) {
  TestTu tu;
  TestFunction close = tu.define("Close");
  close.call("ZwClose");
  const std::uint32_t line = close.line();
  tu.define("Nothing").returns();
  TestFunction run = tu.define("Run", {"Routine"});
  acquire(run);
  run.callThrough(run.parameter(0));
  release(run);
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).call("Run", {worker.function("Nothing")});

  TestProgram harmless(tu);
  EXPECT_THAT(tooHigh(harmless), IsEmpty());

  TestFunction other = tu.define("OnOtherWork");
  other.role(kWorker).call("Run", {other.function("Close")});
  TestProgram harmful(tu);
  EXPECT_THAT(tooHigh(harmful), ElementsAre(at(line, "ZwClose")));
}

TEST(IrqlAnalysis, ASynchronousCallbackRunsAtTheLevelOfItsRole) {
  TestTu tu;
  TestFunction routine = tu.define("Synchronised", {"Context"});
  routine.call("ZwClose");
  const std::uint32_t line = routine.line();
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker);
  worker.call("KeSynchronizeExecution",
              {worker.global("Interrupt"), worker.function("Synchronised"), worker.integer(0)});
  worker.call("ZwClose");

  TestProgram program(tu);
  EXPECT_TRUE(program.entries("Synchronised").empty()) << "it is called, not entered";
  EXPECT_THAT(tooHigh(program), ElementsAre(at(line, "ZwClose")));
  const auto levels = program.analyzed().entryLevels(program.find("Synchronised"));
  ASSERT_EQ(levels.size(), 1u);
  EXPECT_GT(levels[0].level, kDispatchLevel);
}

TEST(IrqlAnalysis, WhatRestsOnAGuessedEntryLevelIsNotReported) {
  TestTu tu;
  TestFunction helper = tu.define("Helper");
  helper.call("ZwClose");

  TestProgram program(tu);
  EXPECT_THAT(tooHigh(program), IsEmpty());
}

TEST(IrqlAnalysis, WhatAnUnseenFunctionRaisesItselfIsDefinite) {
  TestTu tu;
  TestFunction helper = tu.define("Helper");
  acquire(helper);
  helper.call("ZwClose");
  const std::uint32_t line = helper.line();
  release(helper);

  TestProgram program(tu);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(line, "ZwClose")));
}

TEST(IrqlAnalysis, UnusualLevelsGivePossibleFindings) {
  TestTu tu;
  tu.define("OnRead", {"Device", "Irp"}).role("DRIVER_DISPATCH").call("ZwClose");

  TestProgram program(tu);
  const auto found = tooHigh(program);
  for (const EntryPoint* entry : program.entries("OnRead")) {
    EXPECT_TRUE(entry->levels.contains(kPassiveLevel));
    if (!entry->unusualLevels.empty()) {
      ASSERT_EQ(found.size(), 1u);
      EXPECT_NE(found[0].find("(possible)"), std::string::npos);
    }
  }
}

TEST(IrqlAnalysis, APredicateTellsItsCallerWhatItAsked) {
  const auto build = [](bool asksAgain) {
    TestTu tu;
    TestFunction isRaised = tu.define("IsRaised", {"Extension"});
    isRaised.returns(isRaised.binary(Operator::Greater, isRaised.member(isRaised.parameter(0), "EXTENSION", "Mode"),
                                     isRaised.integer(0)));
    TestFunction worker = tu.define("OnWork", {"Device", "Context"});
    worker.role(kWorker);
    worker.when(worker.call("IsRaised", {worker.parameter(1)}), [&] { acquire(worker); });
    const ExprId again = asksAgain ? worker.negation(worker.call("IsRaised", {worker.parameter(1)}))
                                   : worker.call("IsOther", {worker.parameter(1)});
    worker.when(again, [&] { worker.call("ZwClose"); });
    worker.when(
        worker.binary(Operator::Greater, worker.member(worker.parameter(1), "EXTENSION", "Mode"), worker.integer(0)),
        [&] { release(worker); });
    worker.returns();
    return tu;
  };
  TestProgram again(build(true));
  EXPECT_TRUE(tooHigh(again).empty());
  EXPECT_TRUE(again.analyzed().exitLeaks().empty());
  TestProgram other(build(false));
  EXPECT_EQ(tooHigh(other).size(), 1u);
  EXPECT_TRUE(other.analyzed().exitLeaks().empty());
}

TEST(IrqlAnalysis, AnUnseenCallersFindingShowsTheCallerThatAlwaysBreaks) {
  TestTu tu;
  TestFunction helper = tu.define("Helper");
  helper.call("ZwClose");
  helper.returns();
  TestFunction sometimes = tu.define("Sometimes");
  sometimes.call("Helper");
  sometimes.returns();
  TestFunction always = tu.define("Always");
  acquire(always);
  always.call("Helper");
  release(always);
  always.returns();

  TestProgram program(tu);
  const auto groups = program.analyzed().breaches([](const Breach& b) { return b.kind == BreachKind::TooHigh; });
  ASSERT_EQ(groups.size(), 1u);
  const BreachGroup& group = groups[0];
  ASSERT_TRUE(group.witness);
  EXPECT_EQ(program.program[program.analyzed().entryPointOf(group.breach->context, group.witness).function].name(),
            "Always");
  const auto flow = program.analyzed().codeFlow(group.breach->context, group.breach->trail, group.witness);
  EXPECT_EQ(flow.front().before, kPassive);
  EXPECT_EQ(flow.back().after, kDispatch);
}

}  // namespace
}  // namespace irqlint::test
