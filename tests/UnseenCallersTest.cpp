// What is said of functions that nobody is seen to call.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "analyzer/link/Assumptions.h"
#include "tests/IrqlTestWords.h"

namespace irqlint::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// The findings where an unseen function calls, with a lock held, one of `count` functions that a pointer
// may hold, the first of which must not be called so.
std::vector<std::string> foundThroughOneOf(std::size_t count) {
  TestTu tu;
  tu.define("Target0").call("ZwClose");
  TestFunction store = tu.define("Store", {"Table"});
  for (std::size_t i = 0; i < count; ++i) {
    const std::string name = "Target" + std::to_string(i);
    if (i > 0) tu.define(name).returns();
    store.assign(store.member(store.parameter(0), "TABLE", "Run"), store.function(name));
  }
  TestFunction unseen = tu.define("Unseen", {"Table"});
  acquire(unseen);
  unseen.callThrough(unseen.member(unseen.parameter(0), "TABLE", "Run"));
  release(unseen);
  TestProgram program(tu);
  return tooHigh(program);
}

TEST(UnseenCallers, RunSurelyOnlyIntoWhatTheirCertainCallsLeadTo) {
  EXPECT_THAT(foundThroughOneOf(1), SizeIs(1));
  EXPECT_THAT(foundThroughOneOf(kDefiniteTargets), SizeIs(1));
  EXPECT_THAT(foundThroughOneOf(kDefiniteTargets + 1), IsEmpty()) << "which of so many it is nobody knows";
}

}  // namespace
}  // namespace irqlint::test
