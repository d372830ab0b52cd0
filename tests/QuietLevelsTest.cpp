#include "analyzer/dataflow/QuietLevels.h"

#include <gtest/gtest.h>

#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

IrqlSet quietLevels(const TestProgram& program, std::string_view name, bool isPageable = false) {
  const std::vector<bool> pageable(program.program.functions.size(), isPageable);
  Memory memory(program.program);
  return QuietLevels(program.program, pageable, memory).of(program.find(name));
}

TEST(QuietLevels, AreThoseThatEveryCalleePermits) {
  TestTu tu;
  tu.define("Plain");
  tu.define("Helper").call("ZwClose");  // PASSIVE_LEVEL only
  tu.define("Caller").call("Helper");
  tu.define("Locks").call("KeAcquireSpinLockAtDpcLevel");  // DISPATCH_LEVEL at least
  const TestProgram program(tu);
  EXPECT_EQ(quietLevels(program, "Plain"), IrqlSet::all());
  EXPECT_EQ(quietLevels(program, "Caller"), IrqlSet::of(kPassiveLevel));
  EXPECT_FALSE(quietLevels(program, "Locks").contains(kPassiveLevel));
}

TEST(QuietLevels, AreNoneWhereTheLevelChanges) {
  TestTu tu;
  tu.define("Raises").call("KeRaiseIrqlToDpcLevel");
  tu.define("Caller").call("Raises");
  const TestProgram program(tu);
  EXPECT_TRUE(quietLevels(program, "Raises").empty());
  EXPECT_TRUE(quietLevels(program, "Caller").empty());
}

TEST(QuietLevels, OfPageableCodeEndBelowDispatch) {
  TestTu tu;
  tu.define("Callee");
  tu.define("Caller").call("Callee");
  const TestProgram program(tu);
  EXPECT_EQ(quietLevels(program, "Caller", true), IrqlSet::range(kPassiveLevel, kApcLevel));
}

TEST(QuietLevels, HoldFromTheBlockBehindTheLastThatChangesIt) {
  TestTu tu;
  TestFunction f = tu.define("F", {"Device"});
  f.when(f.parameter(0), [&] { f.call("KeRaiseIrqlToDpcLevel"); });  // block 1; 2 follows it, or is the other arm
  f.call("ZwClose");
  f.returns();
  const TestProgram program(tu);
  const std::vector<bool> pageable(program.program.functions.size(), false);
  Memory memory(program.program);
  QuietLevels quiet(program.program, pageable, memory);
  const FunctionRef function = program.find("F");
  EXPECT_TRUE(quiet.from(function, BlockId(0)).empty());
  EXPECT_TRUE(quiet.from(function, BlockId(1)).empty());
  EXPECT_EQ(quiet.from(function, BlockId(2)), IrqlSet::of(kPassiveLevel));
}

TEST(QuietLevels, OfARecursionAreThoseOfItsCalls) {
  TestTu tu;
  TestFunction even = tu.define("Even");
  even.call("Odd");
  TestFunction odd = tu.define("Odd");
  odd.call("Even");
  odd.call("ZwClose");
  const TestProgram program(tu);
  EXPECT_EQ(quietLevels(program, "Even"), IrqlSet::of(kPassiveLevel));
}

}  // namespace
}  // namespace irqlint::test
