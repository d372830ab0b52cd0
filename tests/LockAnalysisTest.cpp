// Levels that are restored wrong, or not at all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/IrqlTestWords.h"

namespace irqlint::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LockAnalysis, AnExitThatItsResultTellsApartIsNoLeak) {
  const auto build = [](std::int64_t whenHeld, std::int64_t whenFree) {
    TestTu tu;
    TestFunction begin = tu.define("Begin", {"Device"});
    begin.call("KeAcquireSpinLock", {begin.global("Lock"), begin.global("OldIrql")});
    begin.when(begin.call("IsRemoved"), [&] {
      begin.call("KeReleaseSpinLock", {begin.global("Lock"), begin.dereference(begin.global("OldIrql"))});
      begin.returns(begin.integer(whenFree));
    });
    begin.returns(begin.integer(whenHeld));
    TestFunction worker = tu.define("OnWork", {"Device", "Context"});
    worker.role(kWorker);
    worker.when(
        worker.binary(Operator::GreaterEqual, worker.call("Begin", {worker.parameter(1)}), worker.integer(0)), [&] {
          worker.call("KeReleaseSpinLock", {worker.global("Lock"), worker.dereference(worker.global("OldIrql"))});
        });
    return tu;
  };
  TestProgram told(build(0, -1));
  EXPECT_THAT(told.analyzed().exitLeaks(), IsEmpty());
  EXPECT_EQ(told.exits("OnWork", kPassiveLevel), kPassive);

  TestProgram untold(build(0, 0));
  const auto leaks = untold.analyzed().exitLeaks();
  ASSERT_EQ(leaks.size(), 1u);
  EXPECT_EQ(untold.program[untold.analyzed().functionOf(leaks[0].context)].name(), "Begin");
  EXPECT_EQ(leaks[0].entry, kPassiveLevel);
  EXPECT_EQ(leaks[0].level, kDispatchLevel);
  EXPECT_FALSE(leaks[0].isEntryPoint);
}

TEST(LockAnalysis, AnEntryPointThatKeepsTheLevelLeaks) {
  TestTu tu;
  TestFunction worker = tu.define("OnWork");
  acquire(worker.role(kWorker));
  worker.returns();
  const std::uint32_t line = worker.line();

  TestProgram program(tu);
  const auto leaks = program.analyzed().exitLeaks();
  ASSERT_EQ(leaks.size(), 1u);
  EXPECT_TRUE(leaks[0].isEntryPoint);
  EXPECT_EQ(leaks[0].location.line, line);
  EXPECT_EQ(leaks[0].certainty, Certainty::Definite);
}

TEST(LockAnalysis, TheFunctionThatLeaksIsBlamedNotItsCallers) {
  TestTu tu;
  TestFunction update = tu.define("Update", {"Device"});
  acquire(update);
  update.when(update.call("IsRemoved"), [&] { update.returns(); });
  release(update);
  TestFunction worker = tu.define("OnWork", {"Device", "Context"});
  worker.role(kWorker).call("Update", {worker.parameter(1)});
  worker.call("ZwClose");

  TestProgram program(tu);
  const auto leaks = program.analyzed().exitLeaks();
  ASSERT_EQ(leaks.size(), 1u);
  EXPECT_EQ(program.program[program.analyzed().functionOf(leaks[0].context)].name(), "Update");
  EXPECT_THAT(tooHigh(program), IsEmpty()) << "a consequence of the leak";
}

TEST(LockAnalysis, AQueueHandleKeepsTheLevel) {
  TestTu tu;
  for (const std::string_view role : {kDpc, kWorker}) {
    TestFunction user = tu.define(role == kDpc ? "OnDpc" : "OnWork");
    const ExprId handle = user.addressOf(user.local("handle"));
    user.role(role).call("KeAcquireInStackQueuedSpinLock", {user.global("Lock"), handle});
    user.call("KeReleaseInStackQueuedSpinLock", {handle});
  }
  TestProgram program(tu);
  EXPECT_EQ(program.exits("OnDpc", kDispatchLevel), kDispatch);
  EXPECT_EQ(program.exits("OnWork", kPassiveLevel), kPassive);
}

TEST(LockAnalysis, AQueuedLockIsReleasedByItsHandle) {
  TestTu tu;
  TestFunction reset = tu.define("Reset");
  const ExprId handle = reset.addressOf(reset.local("handle"));
  reset.call("KeAcquireInStackQueuedSpinLock", {reset.addressOf(reset.global("LogLock")), handle});
  reset.call("KeReleaseInStackQueuedSpinLock", {handle});
  TestFunction worker = tu.define("OnWork");
  acquire(worker.role(kWorker));
  worker.call("Reset");
  release(worker);

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::WrongRestore), IsEmpty());
  EXPECT_EQ(program.exits("OnWork", kPassiveLevel), kPassive);
}

// One acquire per name, then releases of (lock, level).
std::vector<std::string> wrongRestores(const std::vector<std::pair<std::string, std::string>>& acquires,
                                       const std::vector<std::pair<std::string, std::string>>& releases,
                                       std::vector<std::uint32_t>& lines) {
  TestTu tu;
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker);
  for (const auto& [lock, level] : acquires) {
    worker.call("KeAcquireSpinLock", {worker.global(lock), worker.addressOf(worker.local(level))});
  }
  for (const auto& [lock, level] : releases) {
    worker.call("KeReleaseSpinLock", {worker.global(lock), worker.local(level)});
    lines.push_back(worker.line());
  }
  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::TooLow), IsEmpty());
  EXPECT_THAT(program.analyzed().exitLeaks(), IsEmpty());
  return program.breaches(BreachKind::WrongRestore);
}

TEST(LockAnalysis, LevelsMayChangeHandsBetweenNestedLocks) {
  std::vector<std::uint32_t> lines;
  EXPECT_THAT(wrongRestores({{"A", "a"}, {"B", "b"}}, {{"B", "b"}, {"A", "a"}}, lines), IsEmpty());
  EXPECT_THAT(wrongRestores({{"A", "a"}, {"B", "b"}}, {{"A", "b"}, {"B", "a"}}, lines), IsEmpty());
}

TEST(LockAnalysis, OneVariableForTwoLocksRestoresWrongOnce) {
  std::vector<std::uint32_t> lines;
  const auto found = wrongRestores({{"A", "old"}, {"B", "old"}}, {{"B", "old"}, {"A", "old"}}, lines);
  EXPECT_THAT(found, ElementsAre(at(lines[1], "KeReleaseSpinLock")));
}

TEST(LockAnalysis, TheOuterLevelUnderTheInnerLockIsWrong) {
  std::vector<std::uint32_t> lines;
  const auto found = wrongRestores({{"A", "a"}, {"B", "b"}}, {{"A", "a"}, {"B", "b"}}, lines);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0], at(lines[0], "KeReleaseSpinLock"));
}

TEST(LockAnalysis, HandOverHandGoesBackToWhereTheRaiseBegan) {
  TestTu tu;
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).call("KeAcquireSpinLock", {worker.global("A"), worker.addressOf(worker.local("old"))});
  worker.call("KeAcquireSpinLockAtDpcLevel", {worker.global("B")});
  worker.call("KeReleaseSpinLockFromDpcLevel", {worker.global("A")});
  worker.call("KeReleaseSpinLock", {worker.global("B"), worker.local("old")});

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::WrongRestore), IsEmpty());
  EXPECT_EQ(program.exits("OnWork", kPassiveLevel), kPassive);
}

TEST(LockAnalysis, LoweringUnderASpinLockIsWrong) {
  TestTu tu;
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).call("KeRaiseIrql", {worker.integer(kDispatchLevel), worker.addressOf(worker.local("old"))});
  worker.call("KeAcquireSpinLockAtDpcLevel", {worker.global("A")});
  worker.call("KeLowerIrql", {worker.local("old")});
  const std::uint32_t line = worker.line();

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::WrongRestore), ElementsAre(at(line, "KeLowerIrql")));
}

// Gives the lock back around a call, as its callers hold it.
void defineDrop(TestTu& tu) {
  TestFunction drop = tu.define("Drop", {"Saved"});
  drop.call("KeReleaseSpinLock", {drop.global("Lock"), drop.global("Saved")});
  drop.call("KeAcquireSpinLock", {drop.global("Lock"), drop.addressOf(drop.global("Saved"))});
  drop.returns();
}

TEST(LockAnalysis, DroppingTheCallersLockForAWhileChangesNothing) {
  TestTu tu;
  defineDrop(tu);
  TestFunction worker = tu.define("OnWork", {"Device", "Context"});
  worker.role(kWorker);
  worker.call("KeAcquireSpinLock", {worker.global("Lock"), worker.addressOf(worker.global("Saved"))});
  worker.call("Drop");
  worker.call("ZwClose");
  const std::uint32_t held = worker.line();
  worker.call("KeReleaseSpinLock", {worker.global("Lock"), worker.global("Saved")});
  worker.call("ZwClose");
  worker.returns();
  TestProgram program(tu);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(held, "ZwClose")));
  EXPECT_THAT(program.analyzed().exitLeaks(), IsEmpty());
}

TEST(LockAnalysis, DroppingALockThatIsNotHeldLeavesNoCertainLevel) {
  TestTu tu;
  defineDrop(tu);
  TestFunction worker = tu.define("OnWork", {"Device", "Context"});
  worker.role(kWorker);
  worker.call("Drop");
  worker.call("ZwClose");
  worker.returns();
  TestProgram program(tu);
  EXPECT_THAT(tooHigh(program), IsEmpty());
  EXPECT_EQ(program.exits("OnWork", kPassiveLevel), kPassive);
}

}  // namespace
}  // namespace irqlint::test
