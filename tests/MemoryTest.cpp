// Where memory lies, and the way its address takes to who uses it.
#include "analyzer/dataflow/Memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzer/dataflow/AllocationUses.h"
#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Into = PointerStep::Into;

constexpr std::int64_t kNonPaged = 0;
constexpr std::int64_t kPaged = 1;

std::vector<Into> kindsOf(const std::vector<PointerStep>& way) {
  std::vector<Into> kinds;
  for (const PointerStep& step : way) kinds.push_back(step.into);
  return kinds;
}

// Make(Pool) allocates by its parameter; Use touches what it makes of paged pool, Keep of nonpaged pool.
struct Wrapped {
  Wrapped() {
    TestFunction make = tu.define("Make", {"Pool"});
    make.returns(make.call("ExAllocatePoolWithTag", {make.parameter(0), make.integer(24), make.integer(1)}));
    TestFunction user = tu.define("Use");
    paged = user.local("paged");
    user.assign(paged, user.call("Make", {user.integer(kPaged)}));
    user.assign(user.member(paged, "NODE", "Next"), user.integer(0));
    TestFunction keeper = tu.define("Keep");
    nonPaged = keeper.local("nonPaged");
    keeper.assign(nonPaged, keeper.call("Make", {keeper.integer(kNonPaged)}));
    keeper.assign(keeper.member(nonPaged, "NODE", "Next"), keeper.integer(0));
  }

  TestTu tu;
  ExprId paged;
  ExprId nonPaged;
};

TEST(MemoryTest, AWrapperIsOfTheKindThatItsCallerAsksFor) {
  const Wrapped wrapped;
  const TestProgram program(wrapped.tu);
  Memory memory(program.program);
  const auto pointee = [&](std::string_view name, ExprId pointer) {
    const FunctionRef function = program.find(name);
    return memory.pointee(function, program.program[function].summary.body->exprs, pointer);
  };
  EXPECT_TRUE(memory.hasPageable());
  EXPECT_EQ(pointee("Use", wrapped.paged), MemoryKinds::of(MemoryKind::PagedPool));
  EXPECT_EQ(pointee("Keep", wrapped.nonPaged), MemoryKinds::of(MemoryKind::ExecutablePool));
}

TEST(MemoryTest, OnlyTouchesOfPageableMemoryAreFound) {
  const Wrapped wrapped;
  const TestProgram program(wrapped.tu);
  Memory memory(program.program);
  ASSERT_THAT(memory.touches(program.find("Use")), SizeIs(1));
  EXPECT_TRUE(memory.touches(program.find("Use")).front().isWritten);
  EXPECT_THAT(memory.touches(program.find("Keep")), IsEmpty());
}

TEST(MemoryTest, AnAllocationIsOfAllKindsThatItsCallersAskFor) {
  const Wrapped wrapped;
  const TestProgram program(wrapped.tu);
  const std::vector<AllocationSite> sites = Memory(program.program).allocations();
  ASSERT_THAT(sites, SizeIs(1));
  EXPECT_EQ(sites.front().size, 24u);
  EXPECT_TRUE(sites.front().kinds.mayBePageable());
}

TEST(PointsToWay, LeadsFromTheAllocationByMemberAndParameter) {
  TestTu tu;
  TestFunction touch = tu.define("Touch", {"Node"});
  const ExprId given = touch.parameter(0);
  touch.assign(touch.member(given, "NODE", "Next"), touch.integer(0));
  TestFunction use = tu.define("Use");
  const ExprId extension = use.global("Extension");
  const std::vector<ExprId> arguments{use.integer(kPaged), use.integer(24), use.integer(1)};
  use.assign(use.field(extension, "EXTENSION", "Node"), use.call("ExAllocatePoolWithTag", arguments));
  use.call("Touch", {use.field(extension, "EXTENSION", "Node")});

  const TestProgram program(tu);
  const PointsTo& pointsTo = program.program.pointsTo();
  const std::vector<ObjectId> made = pointsTo.objectsOf(ObjectKind::Allocation);
  ASSERT_THAT(made, SizeIs(1));
  const FunctionRef function = program.find("Touch");
  const ExprTable& exprs = program.program[function].summary.body->exprs;
  const std::vector<PointerStep> way = pointsTo.way(function, exprs, given, made.front());
  EXPECT_THAT(kindsOf(way), ElementsAre(Into::Result, Into::Member, Into::Parameter));
  // The address of something else does not get there.
  const ObjectId other(made.front().index() + 1000000);
  EXPECT_THAT(pointsTo.way(function, exprs, given, other), IsEmpty());
}

TEST(PointsToHeld, AnObjectHoldsWhatIsStoredInItsMembers) {
  TestTu tu;
  TestFunction use = tu.define("Use");
  const ExprId extension = use.global("Extension");
  const std::vector<ExprId> arguments{use.integer(kPaged), use.integer(24), use.integer(1)};
  use.assign(use.field(extension, "EXTENSION", "Node"), use.call("ExAllocatePoolWithTag", arguments));
  use.assign(use.global("Other"), use.integer(0));

  const TestProgram program(tu);
  const PointsTo& pointsTo = program.program.pointsTo();
  const FunctionRef function = program.find("Use");
  const ExprTable& exprs = program.program[function].summary.body->exprs;
  EXPECT_THAT(pointsTo.heldIn(pointsTo.objectsAt(function, exprs, extension).front()),
              Contains(pointsTo.objectsOf(ObjectKind::Allocation).front()));
  EXPECT_FALSE(pointsTo.isLost(pointsTo.objectsOf(ObjectKind::Allocation).front()));
}

// What is stored where the system may find it is not followed; in the project's own records it is.
TEST(AllocationUsesTest, AnAddressInAStructureOfTheSystemsEscapes) {
  for (const bool isOwn : {true, false}) {
    TestTu tu;
    TestFunction use = tu.define("Use", {"Target"});
    const std::vector<ExprId> arguments{use.integer(kNonPaged), use.integer(24), use.integer(1)};
    const ExprId made = use.call("ExAllocatePoolWithTag", arguments);
    use.assign(use.member(use.parameter(0), "TARGET", "Buffer"), made);
    if (isOwn) tu.unit.ownRecords.push_back(tu.unit.strings.add("TARGET"));
    const TestProgram program(tu);
    const AllocationUses uses(program.program);
    EXPECT_EQ(uses.of(program.find("Use"), CallId(0)).escape.has_value(), !isOwn);
  }
}

}  // namespace
}  // namespace irqlint::test
