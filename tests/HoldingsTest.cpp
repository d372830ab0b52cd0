#include "analyzer/dataflow/Holdings.h"

#include <gtest/gtest.h>

namespace irqlint {
namespace {

using GivenBack = Holdings::GivenBack;

Holding lock(std::size_t name, LockKind kind = LockKind::Resource) {
  return {.lockKind = kind, .lock = ExprId(name), .location = {FileId(0), 1, 1, 1}};
}
const Holding kRegion{.kind = HoldingKind::CriticalRegion};
const Holding kLock = lock(1);

TEST(Holdings, WhatIsTakenIsGivenBackOnce) {
  Holdings held;
  held.take(kLock);
  EXPECT_EQ(held.giveBack(kLock), GivenBack::Held);
  EXPECT_EQ(held.giveBack(kLock), GivenBack::Again);
  ASSERT_NE(held.find(kLock), nullptr);
  EXPECT_EQ(held.find(kLock)->depth, 0);
}

TEST(Holdings, WhatWasNotTakenIsTheCallers) {
  Holdings held;
  EXPECT_EQ(held.giveBack(kLock), GivenBack::Callers);
  held.take(kLock);
  // Dropped for a while: the caller has it when it comes back, and may well give it up after that.
  EXPECT_EQ(held.giveBack(kLock), GivenBack::Callers);
}

TEST(Holdings, CountHowDeep) {
  Holdings held;
  held.take(kLock);
  held.take(kLock);
  EXPECT_EQ(held.giveBack(kLock), GivenBack::Held);
  EXPECT_EQ(held.giveBack(kLock), GivenBack::Held);
  EXPECT_EQ(held.giveBack(kLock), GivenBack::Again);
}

TEST(Holdings, ALockGivenBackByAnotherNameIsOneThatIsHeld) {
  Holdings held;
  held.take(kLock);
  EXPECT_EQ(held.giveBack(lock(2)), GivenBack::Unknown);
  EXPECT_FALSE(held.find(kLock)->isSure);
  Holdings other;
  other.take(kLock);
  EXPECT_EQ(other.giveBack(lock(2, LockKind::WaitLock)), GivenBack::Callers);
  EXPECT_TRUE(other.find(kLock)->isSure);
}

TEST(Holdings, ALoopThatOnlyTakesEnds) {
  Holdings held;
  Holdings before;
  int rounds = 0;
  do {
    before = held;
    held.take(kLock);
  } while (!(held == before) && ++rounds < 100);
  EXPECT_LT(rounds, 10);
  EXPECT_FALSE(held.find(kLock)->isSure);
}

TEST(Holdings, WhatDependsOnTheWayIsNotSure) {
  Holdings with;
  with.take(kLock);
  Holdings joined = with;
  EXPECT_TRUE(joined.join(Holdings()));
  EXPECT_FALSE(joined.find(kLock)->isSure);
  EXPECT_TRUE(joined.admits(with));
  EXPECT_TRUE(joined.admits(Holdings()));
  EXPECT_FALSE(with.admits(Holdings()));
  EXPECT_FALSE(Holdings().admits(with));
  EXPECT_FALSE(joined.join(with));
  EXPECT_EQ(joined.giveBack(kLock), GivenBack::Unknown);
}

TEST(Holdings, WhatWasTakenAndGivenBackIsAsGoodAsUntouched) {
  Holdings balanced;
  balanced.take(kLock);
  balanced.giveBack(kLock);
  EXPECT_TRUE(Holdings().admits(balanced));
  EXPECT_FALSE(balanced.admits(Holdings()));
  EXPECT_TRUE(balanced.join(Holdings()));
  EXPECT_TRUE(balanced.empty());
}

TEST(Holdings, ALockWhoseNameIsStaleIsNotSure) {
  Holdings held;
  held.take(kLock);
  held.take(lock(2));
  held.loseLocks([](ExprId name) { return name == ExprId(1); });
  EXPECT_FALSE(held.find(kLock)->isSure);
  EXPECT_TRUE(held.find(lock(2))->isSure);
}

TEST(Holdings, RegionsDisableApcs) {
  Holdings held;
  held.take(kLock);
  EXPECT_FALSE(held.mayDisableApcs());
  held.take(kRegion);
  EXPECT_TRUE(held.mayDisableApcs());
  held.giveBack(kRegion);
  EXPECT_FALSE(held.mayDisableApcs());
  held.lose(kRegion);
  EXPECT_TRUE(held.mayDisableApcs());
}

}  // namespace
}  // namespace irqlint
