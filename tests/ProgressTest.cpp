// The line that is shown while units are read.
#include "cli/Progress.h"

#include <gtest/gtest.h>

namespace irqlint {
namespace {

using std::chrono::seconds;

TEST(Progress, NamesTheUnitAndHowMuchIsDone) {
  EXPECT_EQ(progressLine(1, 340, "/drv/src/queue.c", seconds(0)), "[1/340] queue.c");
  EXPECT_EQ(progressLine(2, 3, "queue.c", seconds(60)), "[2/3] queue.c") << "two units are no pace";
}

TEST(Progress, SaysHowLongTheRestTakes) {
  EXPECT_EQ(progressLine(10, 20, "a.c", seconds(2)), "[10/20] a.c") << "two seconds are no pace";
  EXPECT_EQ(progressLine(10, 20, "a.c", seconds(30)), "[10/20] a.c, 30 s left");
  EXPECT_EQ(progressLine(100, 400, "a.c", seconds(40)), "[100/400] a.c, 2 min left");
  EXPECT_EQ(progressLine(400, 400, "a.c", seconds(160)), "[400/400] a.c");
}

}  // namespace
}  // namespace irqlint
