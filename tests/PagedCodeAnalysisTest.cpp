// Where the IRQL analysis meets pageable code.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/IrqlTestWords.h"

namespace irqlint::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PagedCodeAnalysis, PageableCodeIsNotEnteredRaised) {
  TestTu tu;
  TestFunction paged = tu.define("ReadLimits");
  paged.section("PAGE").call("ZwClose");
  TestFunction dpc = tu.define("OnDpc");
  dpc.role(kDpc).call("ReadLimits");
  const std::uint32_t line = dpc.line();

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::PagedCode), ElementsAre(at(line, "ReadLimits")));
  EXPECT_THAT(tooHigh(program), IsEmpty()) << "one cause, one finding";
}

TEST(PagedCodeAnalysis, PageableCodeThatRaisesIsFoundAtTheRaise) {
  TestTu tu;
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).section("PAGE");
  acquire(worker);
  const std::uint32_t line = worker.line();
  release(worker);

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::RaisesInPagedCode), ElementsAre(at(line, "KeAcquireSpinLock")));
}

// Entered where nobody is seen to call, it raises wherever it may run at all.
TEST(PagedCodeAnalysis, PageableCodeThatRaisesIsFoundBelowACallerThatNobodyCalls) {
  TestTu tu;
  TestFunction paged = tu.define("Reset");
  paged.section("PAGE");
  acquire(paged);
  const std::uint32_t line = paged.line();
  release(paged);
  TestFunction caller = tu.define("ResetAll");
  caller.call("Reset");

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::RaisesInPagedCode), ElementsAre(at(line, "KeAcquireSpinLock")));
  EXPECT_THAT(program.breaches(BreachKind::PagedCode), IsEmpty());
}

TEST(PagedCodeAnalysis, SignallingBeforeAWaitRaisesInPageableCode) {
  TestTu tu;
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).section("PAGE");
  worker.call("KeSetEvent", {worker.global("Event"), worker.integer(0), worker.integer(0)});
  worker.call("KeSetEvent", {worker.global("Event"), worker.integer(0), worker.integer(1)});
  const std::uint32_t line = worker.line();

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::RaisesInPagedCode), ElementsAre(at(line, "KeSetEvent")));
}

TEST(PagedCodeAnalysis, LockedDownCodeMayRaise) {
  TestTu tu;
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).section("PAGELK").macro("PAGED_CODE_LOCKED");
  acquire(worker);
  release(worker);

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::RaisesInPagedCode), IsEmpty());
}

TEST(PagedCodeAnalysis, InlineCodeRaisesInItsPageableCaller) {
  TestTu tu;
  TestFunction length = tu.define("Length");
  acquire(length.isInline());
  release(length);
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).section("PAGE").call("Length");
  const std::uint32_t line = worker.line();

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::InlineRaises), ElementsAre(at(line, "Length")));
  EXPECT_THAT(program.breaches(BreachKind::RaisesInPagedCode), IsEmpty());
}

TEST(PagedCodeAnalysis, InlineCodeThroughInlineCodeRaisesToo) {
  TestTu tu;
  TestFunction length = tu.define("Length");
  acquire(length.isInline());
  release(length);
  tu.define("Half").isInline().call("Length");
  tu.define("OutOfLine").call("Length");
  TestFunction worker = tu.define("OnWork");
  worker.role(kWorker).section("PAGE").call("Half");
  const std::uint32_t line = worker.line();
  worker.call("OutOfLine");

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::InlineRaises), ElementsAre(at(line, "Half")));
}

TEST(PagedCodeAnalysis, AnAssertionOfPageableCodeFailsRaised) {
  TestTu tu;
  TestFunction read = tu.define("ReadLimits");
  read.macro("PAGED_CODE");
  const std::uint32_t line = read.line();
  read.call("ZwClose");
  tu.define("OnDpc").role(kDpc).call("ReadLimits");

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::PagedAssertion), ElementsAre(at(line, "PAGED_CODE")));
  EXPECT_THAT(tooHigh(program), IsEmpty()) << "the assertion stops the path";
}

TEST(PagedCodeAnalysis, AnAssertionInAnotherMacroFailsRaisedToo) {
  TestTu tu;
  TestFunction read = tu.define("ReadLimits");
  read.macro("ENTER");
  read.macroWithin("ENTER", "PAGED_CODE");
  const std::uint32_t line = read.line();
  tu.define("OnDpc").role(kDpc).call("ReadLimits");

  TestProgram program(tu);
  EXPECT_THAT(program.breaches(BreachKind::PagedAssertion), ElementsAre(at(line, "PAGED_CODE")));
}

TEST(PagedCodeAnalysis, AFunctionThatIsAMacroInAnotherMacroCountsOnce) {
  TestTu tu;
  TestFunction dpc = tu.define("OnDpc");
  dpc.role(kDpc);
  dpc.macroWithin("WAIT", "KeWaitForMutexObject");
  const std::uint32_t unexpanded = dpc.line();
  dpc.macroWithin("KeWaitForMutexObject", "KeWaitForSingleObject");
  dpc.macroWithin("CLOSE", "ZwClose");
  const std::uint32_t expanded = dpc.callWithin("CLOSE", "ZwClose");

  TestProgram program(tu);
  EXPECT_THAT(tooHigh(program),
              ElementsAre(at(unexpanded, "KeWaitForMutexObject") + " (possible)", at(expanded, "ZwClose")));
}

// DriverEntry's helper may be discarded; what an unload routine reaches may not.
TEST(PagedCodeAnalysis, DiscardedCodeIsEnteredLateByWhatStaysRegistered) {
  TestTu tu;
  tu.define("ReadSetup").section("INIT").call("ZwClose");
  tu.define("DriverEntry").role("DRIVER_INITIALIZE").call("ReadSetup");
  TestFunction unload = tu.define("OnUnload");
  unload.call("ReadSetup");
  const std::uint32_t line = unload.line();

  EXPECT_THAT(TestProgram(tu).analyzed().lateEntries(), IsEmpty()) << "nobody registers OnUnload";
  tu.initialise("Driver", "DRIVER_OBJECT", "DriverUnload", "OnUnload");
  TestProgram program(tu);
  const std::vector<LateEntry> late = program.analyzed().lateEntries();
  ASSERT_EQ(late.size(), 1u);
  EXPECT_EQ(late[0].location.line, line);
  EXPECT_EQ(late[0].entry->roleName, "DRIVER_UNLOAD");
  EXPECT_EQ(late[0].certainty, Certainty::Definite);
}

}  // namespace
}  // namespace irqlint::test
