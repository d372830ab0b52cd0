// Summaries survive the way through bytes, and damaged bytes are noticed, not believed.
#include "analyzer/model/SummaryBinary.h"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/Endian.h>
#include <llvm/Support/xxhash.h>

#include "analyzer/model/SummaryCheck.h"
#include "analyzer/model/SummaryJson.h"
#include "tests/FullSummary.h"

namespace irqlint {
namespace {

using test::FullSummary;
using testing::HasSubstr;

// Where the hash stands, and what it is the hash of.
constexpr std::size_t kVersion = 4;
constexpr std::size_t kHash = 8;
constexpr std::size_t kPayload = 16;

std::string rehashed(std::string bytes) {
  const std::uint64_t hash = llvm::xxh3_64bits(llvm::StringRef(bytes).drop_front(kPayload));
  llvm::support::endian::write64le(&bytes[kHash], hash);
  return bytes;
}

std::string errorOf(llvm::StringRef bytes) {
  const auto back = summaryFromBytes(bytes);
  return back ? "none" : back.error().message();
}

TEST(SummaryBinary, KeepsEveryMember) {
  const TuSummary summary = FullSummary().summary;
  const auto back = summaryFromBytes(summaryToBytes(summary));
  ASSERT_TRUE(back) << back.error().message();
  EXPECT_EQ(*back, summary);
}

TEST(SummaryBinary, IsTheSameBytesForTheSameSummary) {
  const TuSummary summary = FullSummary().summary;
  const auto back = summaryFromBytes(summaryToBytes(summary));
  ASSERT_TRUE(back);
  EXPECT_EQ(summaryToBytes(*back), summaryToBytes(summary));
}

TEST(SummaryBinary, IsSmallerThanJson) {
  const TuSummary summary = FullSummary().summary;
  EXPECT_LT(summaryToBytes(summary).size(), summaryToJson(summary).size());
}

// Tables find what they hold and go on from there.
TEST(SummaryBinary, RebuildsTheTables) {
  auto back = summaryFromBytes(summaryToBytes(FullSummary().summary));
  ASSERT_TRUE(back);
  const std::size_t strings = back->strings.all().size();
  EXPECT_EQ(back->strings[back->strings.add("Cancel")], "Cancel");
  EXPECT_EQ(back->strings.all().size(), strings);
}

TEST(SummaryBinary, NoticesEveryTruncation) {
  const std::string bytes = summaryToBytes(FullSummary().summary);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_NE(errorOf(bytes.substr(0, length)), "none") << length;
    if (length < kPayload) continue;
    EXPECT_NE(errorOf(rehashed(bytes.substr(0, length))), "none") << length;
  }
  EXPECT_THAT(errorOf(rehashed(bytes + '\0')), HasSubstr("damaged"));
}

TEST(SummaryBinary, NoticesEveryFlippedBit) {
  const std::string bytes = summaryToBytes(FullSummary().summary);
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string changed = bytes;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    EXPECT_NE(errorOf(changed), "none") << bit;
  }
}

// What somebody made on purpose, with the hash that belongs to it, gives an error or a summary whose indices are sound.
TEST(SummaryBinary, SurvivesEveryChangedByteWithItsHash) {
  const std::string bytes = summaryToBytes(FullSummary().summary);
  std::size_t rejected = 0;
  for (std::size_t i = kPayload; i < bytes.size(); ++i) {
    for (const char value : {'\0', '\1', '\x7F', '\xFF'}) {
      std::string changed = bytes;
      changed[i] = value;
      const auto back = summaryFromBytes(rehashed(changed));
      if (!back)
        ++rejected;
      else
        EXPECT_FALSE(checkSummary(*back).has_value()) << i;
    }
  }
  EXPECT_GT(rejected, bytes.size());
}

// A length of 2^63 at the start of a list allocates nothing of that size.
TEST(SummaryBinary, BelievesNoLength) {
  std::string bytes = summaryToBytes(TuSummary()).substr(0, kPayload);
  bytes += std::string("\x00\x00", 2);              // the main file: a new string, empty
  bytes += "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F";  // as many files
  bytes += std::string(100, '\0');
  EXPECT_THAT(errorOf(rehashed(bytes)), HasSubstr("damaged"));
}

TEST(SummaryBinary, NamesWhatIsWrong) {
  const std::string bytes = summaryToBytes(FullSummary().summary);
  EXPECT_THAT(errorOf(""), HasSubstr("not a summary"));
  EXPECT_THAT(errorOf("{\"formatVersion\": 1}"), HasSubstr("not a summary"));
  EXPECT_THAT(errorOf(bytes.substr(0, kPayload - 1)), HasSubstr("cut off"));
  EXPECT_THAT(errorOf(bytes.substr(0, bytes.size() - 1)), HasSubstr("damaged"));
  std::string newer = bytes;
  newer[kVersion] = static_cast<char>(newer[kVersion] + 1);
  EXPECT_THAT(errorOf(newer), HasSubstr("formatVersion"));
  TuSummary wrong = FullSummary().summary;
  wrong.functions[0].location.file = FileId(99);
  EXPECT_THAT(errorOf(summaryToBytes(wrong)), HasSubstr("functions[0].location: index out of range"));
}

}  // namespace
}  // namespace irqlint
