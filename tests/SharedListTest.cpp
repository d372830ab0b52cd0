#include "analyzer/dataflow/SharedList.h"

#include <gtest/gtest.h>

#include <vector>

namespace irqlint {
namespace {

using Numbers = SharedList<int, 2>;

Numbers numbers(const std::vector<int>& items) {
  Numbers list;
  list.assign(items);
  return list;
}

TEST(SharedList, CopiesShareUntilOneChanges) {
  const Numbers first = numbers({1, 2, 3});
  Numbers second = first;
  EXPECT_TRUE(second.isShared(first));
  second.push_back(4);
  EXPECT_FALSE(second.isShared(first));
  EXPECT_EQ(first, numbers({1, 2, 3}));
  EXPECT_EQ(second, numbers({1, 2, 3, 4}));
}

TEST(SharedList, EveryWayToChangeLeavesCopiesAlone) {
  const Numbers kept = numbers({1, 2, 3});
  Numbers list = kept;
  list.insert(list.begin() + 1, 9);
  EXPECT_EQ(list, numbers({1, 9, 2, 3}));
  list = kept;
  list.erase(list.begin());
  EXPECT_EQ(list, numbers({2, 3}));
  list = kept;
  list.change(2) = 7;
  EXPECT_EQ(list, numbers({1, 2, 7}));
  list = kept;
  list.clear();
  EXPECT_TRUE(list.empty());
  EXPECT_EQ(kept, numbers({1, 2, 3}));
}

TEST(SharedList, ErasesAllThatMatch) {
  const Numbers kept = numbers({1, 2, 3, 4, 6});
  Numbers list = kept;
  EXPECT_FALSE(list.eraseIf([](int item) { return item > 6; }));
  EXPECT_TRUE(list.isShared(kept)) << "nothing matched";
  EXPECT_TRUE(list.eraseIf([](int item) { return item % 2 == 0; }));
  EXPECT_EQ(list, numbers({1, 3}));
  EXPECT_EQ(kept.size(), 5u);
}

TEST(SharedList, EqualListsNeedNotBeShared) {
  EXPECT_EQ(numbers({1, 2}), numbers({1, 2}));
  EXPECT_FALSE(numbers({1, 2}) == numbers({1}));
  EXPECT_EQ(Numbers(), numbers({}));
}

}  // namespace
}  // namespace irqlint
