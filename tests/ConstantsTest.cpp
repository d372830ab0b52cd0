// The numbers an argument that selects a pool may have, in hand-made programs.
#include "analyzer/dataflow/Constants.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

using testing::ElementsAre;
using testing::SizeIs;
using testing::UnorderedElementsAre;

std::vector<PartlyKnown> valuesOf(const TestTu& tu, std::string_view function, ExprId value) {
  const TestProgram linked(tu);
  Constants constants(linked.program);
  const std::array<AllocationCall, 1> where{AllocationCall{linked.find(function), {}}};
  return constants.valuesOf(value, where);
}

bool isUnknown(const std::vector<PartlyKnown>& values) { return values.size() == 1 && values[0].unknown != 0; }

TEST(Constants, AreAllThatAVariableIsAssigned) {
  TestTu tu;
  TestFunction use = tu.define("Use", {"Large"});
  const ExprId pool = use.local("pool");
  use.when(use.parameter(0), [&] { use.assign(pool, use.integer(1)); }, [&] { use.assign(pool, use.integer(512)); });
  use.returns();
  EXPECT_THAT(valuesOf(tu, "Use", pool), UnorderedElementsAre(PartlyKnown{1, 0}, PartlyKnown{512, 0}));
}

TEST(Constants, OfFlagsAreJoinedBitByBit) {
  TestTu tu;
  TestFunction use = tu.define("Use", {"More"});
  const ExprId known = use.binary(Operator::BitOr, use.integer(64), use.integer(2));
  const ExprId partly = use.binary(Operator::BitOr, use.integer(256), use.parameter(0));
  use.returns();
  EXPECT_THAT(valuesOf(tu, "Use", known), ElementsAre(PartlyKnown{66, 0}));
  const std::vector<PartlyKnown> values = valuesOf(tu, "Use", partly);
  ASSERT_THAT(values, SizeIs(1));
  EXPECT_EQ(values[0].ones, 256u);
  EXPECT_EQ(values[0].unknown, ~std::uint64_t(256));
}

TEST(Constants, OfAParameterAreThoseOfTheCallers) {
  TestTu tu;
  TestFunction helper = tu.define("Helper", {"Pool"});
  const ExprId pool = helper.parameter(0);
  helper.returns();
  TestFunction use = tu.define("Use", {"Pool"});
  use.call("Helper", {use.parameter(0)});
  TestTu sound;
  TestFunction sounder = sound.define("Helper", {"Pool"});
  const ExprId same = sounder.parameter(0);
  sounder.returns();
  TestFunction a = sound.define("UseA");
  a.call("Helper", {a.integer(1)});
  TestFunction b = sound.define("UseB");
  b.call("Helper", {b.integer(512)});
  EXPECT_TRUE(isUnknown(valuesOf(tu, "Helper", pool))) << "an argument that is not known";
  EXPECT_THAT(valuesOf(sound, "Helper", same), UnorderedElementsAre(PartlyKnown{1, 0}, PartlyKnown{512, 0}));
}

TEST(Constants, OfAMemberAreThoseStoredAnywhere) {
  TestTu tu;
  TestFunction set = tu.define("Set", {"State"});
  set.assign(set.member(set.parameter(0), "STATE", "Pool"), set.integer(512));
  TestFunction use = tu.define("Use", {"State"});
  const ExprId pool = use.member(use.parameter(0), "_STATE", "Pool");
  use.returns();
  EXPECT_THAT(valuesOf(tu, "Use", pool), ElementsAre(PartlyKnown{512, 0}));
}

TEST(Constants, AreUnknownWhereTheAddressIsTaken) {
  TestTu tu;
  TestFunction use = tu.define("Use");
  const ExprId pool = use.local("pool");
  use.assign(pool, use.integer(1));
  use.call("NobodyKnowsThis", {use.addressOf(pool)});
  EXPECT_TRUE(isUnknown(valuesOf(tu, "Use", pool)));
}

}  // namespace
}  // namespace irqlint::test
