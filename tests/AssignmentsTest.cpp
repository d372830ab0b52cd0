// What assignments say: through pointers to variables, and of single bits.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/IrqlTestWords.h"

namespace irqlint::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A DPC that closes a handle where a flag is set; what becomes of the flag before is the test's.
struct Dpc {
  TestTu tu;
  TestFunction body = tu.define("OnDpc", {"Dpc", "Context"});
  ExprId flag = body.local("flag");

  Dpc() { body.role(kDpc); }

  // if (condition) ZwClose();
  std::uint32_t closeWhen(ExprId condition) {
    std::uint32_t line = 0;
    body.when(condition, [&] {
      body.call("ZwClose");
      line = body.line();
    });
    return line;
  }
  ExprId bit(std::int64_t mask) { return body.binary(Operator::BitAnd, flag, body.integer(mask)); }
  void set(std::int64_t mask) { body.assign(flag, body.binary(Operator::BitOr, flag, body.integer(mask))); }
  void clear(std::int64_t mask) { body.assign(flag, body.binary(Operator::BitAnd, flag, body.integer(~mask))); }
};

TEST(Assignments, AStoreThroughAPointerChangesTheVariable) {
  Dpc dpc;
  const ExprId pointer = dpc.body.local("pointer");
  dpc.body.assign(dpc.flag, dpc.body.integer(1));
  dpc.body.assign(pointer, dpc.body.addressOf(dpc.flag));
  dpc.body.assign(dpc.body.dereference(pointer), dpc.body.integer(0));
  dpc.closeWhen(dpc.flag);
  TestProgram program(dpc.tu);
  EXPECT_THAT(tooHigh(program), IsEmpty());
}

TEST(Assignments, AVariableKeepsItsAddressWhenItIsWritten) {
  Dpc dpc;
  const ExprId pointer = dpc.body.local("pointer");
  dpc.body.assign(pointer, dpc.body.addressOf(dpc.flag));
  dpc.body.when(dpc.body.parameter(1), [&] { dpc.body.assign(dpc.flag, dpc.body.integer(1)); });
  dpc.body.assign(dpc.body.dereference(pointer), dpc.body.integer(0));
  dpc.closeWhen(dpc.flag);
  TestProgram program(dpc.tu);
  EXPECT_THAT(tooHigh(program), IsEmpty());
}

TEST(Assignments, APointerThatMovedPointsElsewhere) {
  Dpc dpc;
  const ExprId pointer = dpc.body.local("pointer");
  dpc.body.assign(dpc.flag, dpc.body.integer(1));
  dpc.body.assign(pointer, dpc.body.addressOf(dpc.flag));
  dpc.body.assign(pointer, dpc.body.parameter(1));
  dpc.body.assign(dpc.body.dereference(pointer), dpc.body.integer(0));
  const std::uint32_t closes = dpc.closeWhen(dpc.flag);
  TestProgram program(dpc.tu);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(closes, "ZwClose")));
}

// *array = 0 clears one element, not the array.
TEST(Assignments, AStoreToAnArrayByItsNameLeavesTheOtherElements) {
  Dpc dpc;
  const ExprId pointer = dpc.body.local("pointer");
  dpc.body.assign(pointer, dpc.body.addressOf(dpc.flag));
  dpc.body.assign(dpc.body.dereference(pointer), dpc.body.integer(0));
  const std::uint32_t closes = dpc.closeWhen(dpc.body.element(dpc.flag, dpc.body.integer(1)));
  TestProgram program(dpc.tu);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(closes, "ZwClose")));
}

TEST(Assignments, ABitThatIsClearedIsClear) {
  Dpc dpc;
  dpc.body.assign(dpc.flag, dpc.body.parameter(1));
  dpc.clear(1);
  dpc.closeWhen(dpc.bit(1));
  const std::uint32_t other = dpc.closeWhen(dpc.bit(2));
  TestProgram program(dpc.tu);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(other, "ZwClose")));
}

TEST(Assignments, ABitThatIsSetIsSetAndMakesTheMaskNotZero) {
  Dpc dpc;
  dpc.body.assign(dpc.flag, dpc.body.parameter(1));
  dpc.set(1);
  dpc.closeWhen(dpc.body.negation(dpc.bit(1)));
  dpc.closeWhen(dpc.body.negation(dpc.bit(3)));
  const std::uint32_t other = dpc.closeWhen(dpc.body.negation(dpc.bit(2)));
  TestProgram program(dpc.tu);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(other, "ZwClose")));
}

TEST(Assignments, OtherBitsStayAsTheyWere) {
  Dpc dpc;
  dpc.body.assign(dpc.flag, dpc.body.parameter(1));
  dpc.clear(1);
  dpc.set(2);
  dpc.clear(4);
  dpc.closeWhen(dpc.bit(1));
  dpc.set(1);
  const std::uint32_t afterwards = dpc.closeWhen(dpc.bit(1));
  TestProgram program(dpc.tu);
  EXPECT_THAT(tooHigh(program), ElementsAre(at(afterwards, "ZwClose")));
}

}  // namespace
}  // namespace irqlint::test
