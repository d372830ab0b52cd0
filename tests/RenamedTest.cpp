// The copies that the benchmark of growth makes of a program: each has its own code and shares the system's.
#include "tests/bench/Renamed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzer/link/PointsTo.h"
#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

// A driver whose function stores an allocation in a member and calls another that reads it there.
TestTu driver() {
  TestTu tu;
  TestFunction load = tu.define("Load", {"Extension"});
  load.returns(load.member(load.parameter(0), "EXTENSION", "Buffer"));
  TestFunction start = tu.define("Start");
  const ExprId extension = start.global("Extension");
  const ExprId made = start.call("ExAllocatePool2", {start.integer(0x40), start.integer(16), start.integer(1)});
  start.assign(start.field(extension, "EXTENSION", "Buffer"), made);
  start.call("Load", {start.addressOf(extension)});
  tu.unit.functions[tu.function("ExAllocatePool2").index()].isForeign = true;
  tu.unit.ownRecords = {tu.unit.strings.find("EXTENSION")};
  tu.unit.fileLines = {100};
  return tu;
}

TEST(Renamed, CopiesShareNothingButTheSystem) {
  const TuSummary unit = driver().unit;
  const TestProgram twice(std::vector<TuSummary>{renamed(unit, "#0"), renamed(unit, "#1")});
  const Program& program = twice.program;
  EXPECT_EQ(program.functions.size(), 5u);
  EXPECT_EQ(program.globals.size(), 2u);
  EXPECT_EQ(program.ownRecords.size(), 2u);
  EXPECT_EQ(program.sourceLines, 200u);
  const PointsTo pointsTo(program);
  std::vector<ObjectId> all;
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    if (program.functions[i].name() != "Load") continue;
    const FunctionBody& body = *program.functions[i].summary.body;
    const auto* result = std::get_if<ReturnEvent>(&body.blocks.front().events.back().action);
    ASSERT_NE(result, nullptr);
    const std::vector<ObjectId> held = pointsTo.pointees(FunctionRef(i), body.exprs, result->value);
    all.insert(all.end(), held.begin(), held.end());
  }
  // Each its own.
  EXPECT_THAT(all, testing::SizeIs(2));
  EXPECT_THAT(all, testing::UnorderedElementsAreArray(pointsTo.objectsOf(ObjectKind::Allocation)));
}

TEST(Renamed, NamesForReadersStay) {
  const TuSummary copy = renamed(driver().unit, "#1");
  EXPECT_EQ(copy.functions[0].name, "Load");
  EXPECT_EQ(copy.functions[0].identity, "Load#1");
  EXPECT_EQ(copy.mainFile, "driver.c#1");
}

}  // namespace
}  // namespace irqlint::test
