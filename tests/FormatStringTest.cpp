#include "analyzer/dataflow/FormatString.h"

#include <gtest/gtest.h>

namespace irqlint {
namespace {

constexpr std::string_view kWide = "%S %C %ws %ls %wZ";

TEST(FormatString, FindsAConversionAnywhere) {
  EXPECT_TRUE(formatHas("%wZ", kWide));
  EXPECT_TRUE(formatHas("opening %wZ failed\n", kWide));
  EXPECT_TRUE(formatHas("%d of %u: %S", kWide));
}

TEST(FormatString, OtherConversionsAreNone) {
  EXPECT_FALSE(formatHas("", kWide));
  EXPECT_FALSE(formatHas("no conversion", kWide));
  EXPECT_FALSE(formatHas("%s %d %p %c %x", kWide));
  EXPECT_FALSE(formatHas("%Z", kWide));
}

TEST(FormatString, FlagsWidthAndPrecisionDoNotMatter) {
  EXPECT_TRUE(formatHas("%-20wZ", kWide));
  EXPECT_TRUE(formatHas("%.8S", kWide));
  EXPECT_TRUE(formatHas("%*ws", kWide));
  EXPECT_FALSE(formatHas("%-08.3s", kWide));
}

TEST(FormatString, APercentSignIsNoConversion) {
  EXPECT_FALSE(formatHas("100%%S", kWide));
  EXPECT_TRUE(formatHas("100%% %S", kWide));
  EXPECT_FALSE(formatHas("100%", kWide));
  EXPECT_FALSE(formatHas("100%-", kWide));
}

TEST(FormatString, AModifierWithoutConversionEndsTheSearch) { EXPECT_FALSE(formatHas("%w", kWide)); }

TEST(FormatString, IntegersWithModifiersAreNotWide) {
  EXPECT_FALSE(formatHas("%I64d %lu %hs %zu", kWide));
  EXPECT_TRUE(formatHas("%I64d %ls", kWide));
}

}  // namespace
}  // namespace irqlint
