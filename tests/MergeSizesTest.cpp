// One size for what several units compile.
#include <gtest/gtest.h>

#include <optional>

#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

TestProgram link(const TestTu& a, const TestTu& b, const TestTu& c) {
  return TestProgram(std::vector<TuSummary>{a.unit, b.unit, c.unit});
}

// Units that compile one inline function differently, or not at all, are told apart by nothing: the largest stands.
TEST(MergeSizes, AFunctionAndAGlobalHaveOneSize) {
  const auto unit = [](const char* file, std::optional<std::uint64_t> code, std::optional<std::uint64_t> bytes) {
    TestTu tu(file);
    tu.define("Shared");
    tu.unit.functions[tu.function("Shared").index()].codeBytes = code;
    tu.unit.globals[tu.global("table").index()].bytes = bytes;
    return tu;
  };
  TestTu first = unit("first.c", 40, std::nullopt);
  TestTu second = unit("second.c", std::nullopt, 16);
  TestTu third = unit("third.c", 48, 8);
  for (const bool forwards : {false, true}) {
    const TestProgram program = forwards ? link(first, second, third) : link(third, second, first);
    EXPECT_EQ(program.program[program.find("Shared")].summary.codeBytes, 48u);
    ASSERT_EQ(program.program.globals.size(), 1u);
    EXPECT_EQ(program.program.globals[0].bytes, 16u);
  }
}

}  // namespace
}  // namespace irqlint::test
