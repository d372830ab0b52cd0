#include "analyzer/link/Copies.h"

#include <gtest/gtest.h>

#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

// The copies in a function whose body `build` makes.
template <typename Build>
llvm::DenseMap<std::uint32_t, ExprId> copiesIn(Build build) {
  TestTu tu;
  {
    TestFunction function = tu.define("Function", {"Context"});
    build(function);
  }
  return copiesOfParameters(*tu.unit.functions[0].body);
}

TEST(Copies, ALocalThatOnlyHoldsAParameterIsOne) {
  const auto copies = copiesIn([](TestFunction& f) {
    f.assign(f.local("Extension"), f.parameter(0));
    f.assign(f.member(f.local("Extension"), "EXTENSION", "Count"), f.integer(1));
  });
  EXPECT_EQ(copies.size(), 1u);
}

TEST(Copies, OneThatIsWrittenAgainIsNone) {
  EXPECT_TRUE(copiesIn([](TestFunction& f) {
                f.assign(f.local("Extension"), f.integer(0));
                f.assign(f.local("Extension"), f.parameter(0));
              }).empty());
}

TEST(Copies, AParameterThatIsWrittenHasNone) {
  EXPECT_TRUE(copiesIn([](TestFunction& f) {
                f.assign(f.local("Extension"), f.parameter(0));
                f.assign(f.parameter(0), f.integer(0));
              }).empty());
}

TEST(Copies, OneWhoseAddressIsTakenIsNone) {
  EXPECT_TRUE(copiesIn([](TestFunction& f) {
                f.assign(f.local("Extension"), f.parameter(0));
                f.call("Change", {f.addressOf(f.local("Extension"))});
              }).empty());
}

TEST(Copies, ARecordOfWhichAPartIsWrittenIsNone) {
  EXPECT_TRUE(copiesIn([](TestFunction& f) {
                f.assign(f.local("Options"), f.parameter(0));
                f.assign(f.field(f.local("Options"), "OPTIONS", "Flags"), f.integer(1));
              }).empty());
}

}  // namespace
}  // namespace irqlint::test
