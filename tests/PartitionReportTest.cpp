#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/raw_ostream.h>
#include <nlohmann/json.hpp>

#include "analyzer/report/Partition.h"

namespace irqlint {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

PartitionItem function(const std::string& name, std::uint32_t line, std::optional<std::uint64_t> bytes,
                       Placement placement, PlacementReason reason) {
  PartitionItem item;
  item.name = name;
  item.location = {"/src/dev.c", line, 6, 0};
  item.bytes = bytes;
  item.placement = placement;
  item.reason = reason;
  item.because = "has, by \"luck\", a reason";
  return item;
}

PartitionReport sample() {
  PartitionReport report;
  report.toolVersion = "1.0";
  report.sourceRoot = "/src";
  report.items = {
      function("Small", 1, 100, Placement::CanPage, PlacementReason::LowLevels),
      function("Nameless", 9, std::nullopt, Placement::CanPage, PlacementReason::LowLevels),
      function("Large", 5, 5000, Placement::CanPage, PlacementReason::LowLevels),
      function("OnTimer", 7, 30, Placement::MustStay, PlacementReason::EnteredRaised),
      function("Helper", 8, 4, Placement::InCallers, PlacementReason::Inline),
      function("Maybe", 10, 50, Placement::Unknown, PlacementReason::NobodyCalls),
  };
  report.items[3].path.push_back({.location = {"/src/dev.c", 7, 6, 0},
                                  .message = "the system enters 'OnTimer'",
                                  .before = IrqlSet::of(kDispatchLevel),
                                  .after = IrqlSet::of(kDispatchLevel)});
  report.items.push_back(function("Locked", 20, 8, Placement::MustStay, PlacementReason::RaisesInside));
  report.items.back().section = "PAGE";
  report.items.back().residence = Residence::Pageable;
  report.items.back().raisedLines = {{3, 3}, {5, 9}};
  report.items.back().lines = 40;
  return report;
}

std::string written(void (*write)(const PartitionReport&, llvm::raw_ostream&), const PartitionReport& report) {
  std::string text;
  llvm::raw_string_ostream out(text);
  write(report, out);
  return text;
}

TEST(PartitionReportTest, SumsUpWhatIsKnownAndSaysWhatIsNot) {
  const std::string text = written(writePartitionText, sample());
  EXPECT_THAT(text, HasSubstr("resident code today                         5,180 bytes      2 pages  5 functions, 1 of "
                              "unknown size\n"));
  EXPECT_THAT(text,
              HasSubstr("  could move to PAGE                        5,100 bytes      2 pages  3 functions, 1 of"));
  EXPECT_THAT(text, HasSubstr("pageable code today                             8 bytes      1 pages  1 function\n"));
}

TEST(PartitionReportTest, ListsTheLargestFirstAndWhatHasNoSizeLast) {
  const std::string text = written(writePartitionText, sample());
  const std::size_t list = text.find("could be paged (PAGE):");
  ASSERT_NE(list, std::string::npos);
  EXPECT_LT(text.find("5,000  Large", list), text.find("100  Small", list));
  EXPECT_LT(text.find("100  Small", list), text.find("?  Nameless", list));
  EXPECT_THAT(text, HasSubstr("DISPATCH  dev.c:7:6  the system enters 'OnTimer'"));
  EXPECT_THAT(text, HasSubstr("raised in lines 3, 5-9 of its 40\n"));
  EXPECT_THAT(text, Not(HasSubstr("Helper")));
}

TEST(PartitionReportTest, CountsTheReasonsForNotKnowing) {
  EXPECT_THAT(written(writePartitionText, sample()),
              HasSubstr("unknown because\n       1  nobody is seen to call it, or what calls it\n"));
}

TEST(PartitionReportTest, JsonKeepsUnknownSizesApart) {
  const auto json = nlohmann::json::parse(written(writePartitionJson, sample()));
  const auto& paged = json["summary"]["function"]["resident"]["canPage"];
  EXPECT_EQ(paged, nlohmann::json::parse(R"({"items": 3, "bytes": 5100, "unknownSizes": 1})"));
  ASSERT_EQ(json["items"].size(), 7u);
  EXPECT_TRUE(json["items"][1]["bytes"].is_null());
  EXPECT_EQ(json["items"][3]["reason"], "enteredRaised");
  EXPECT_EQ(json["items"][3]["path"][0]["after"], 2);
  EXPECT_EQ(json["items"][6]["raisedLines"], nlohmann::json::parse("[[3, 3], [5, 9]]"));
  EXPECT_EQ(json["items"][0]["file"], "dev.c");
}

TEST(PartitionReportTest, ListsAllocationsApartFromCodeAndData) {
  PartitionReport report = sample();
  PartitionItem low = function("ExAllocatePool2", 30, 64, Placement::CanPage, PlacementReason::LowLevels);
  low.kind = PartitionKind::Allocation;
  low.section = "nonpaged pool";
  PartitionItem differs = low;
  differs.residence = Residence::Unknown;
  differs.placement = Placement::Unknown;
  differs.bytes.reset();
  report.items.push_back(low);
  report.items.push_back(differs);
  const std::string text = written(writePartitionText, report);
  EXPECT_THAT(text, HasSubstr("nonpaged pool today, once by each call         64 bytes      1 pages  1 allocation\n"));
  EXPECT_THAT(text, HasSubstr("  could move to paged pool                     64 bytes      1 pages  1 allocation\n"));
  EXPECT_THAT(text,
              HasSubstr("pool of a kind that differs                     0 bytes      0 pages  1 allocation, 1 of"));
  const std::size_t list = text.find("paged pool would do:");
  ASSERT_NE(list, std::string::npos);
  EXPECT_LT(text.find("could be paged (PAGE):"), list);
  EXPECT_NE(text.find("64  ExAllocatePool2  dev.c:30:6  nonpaged pool", list), std::string::npos);
  const auto json = nlohmann::json::parse(written(writePartitionJson, report));
  EXPECT_EQ(json["summary"]["allocation"]["resident"]["canPage"]["bytes"], 64);
  EXPECT_EQ(json["items"].back()["residence"], "unknown");
}

TEST(PartitionReportTest, CsvQuotesWhatNeedsIt) {
  const std::string text = written(writePartitionCsv, sample());
  EXPECT_THAT(text, HasSubstr("function,Nameless,,dev.c,9,,resident,,canPage,lowLevels,\"has, by \"\"luck\"\", a "
                              "reason\"\r\n"));
}

}  // namespace
}  // namespace irqlint
