#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/raw_ostream.h>
#include <nlohmann/json.hpp>

#include "analyzer/report/Report.h"
#include "tests/SampleReport.h"

namespace irqlint {
namespace {

using nlohmann::json;

json write(const Report& report) {
  std::string text;
  llvm::raw_string_ostream out(text);
  writeJson(report, out);
  return json::parse(text);
}

TEST(JsonReportTest, HoldsTheFinding) {
  const json finding = write(sampleReport())["findings"][0];
  EXPECT_EQ(finding["rule"], "PAGE201");
  EXPECT_EQ(finding["severity"], "error");
  EXPECT_EQ(finding["message"], "'ReadLimits' is in the pageable section 'PAGE' but runs at 'DISPATCH_LEVEL' here.");
  EXPECT_EQ(finding["file"], "limits.c");
  EXPECT_EQ(finding["line"], 5);
  EXPECT_EQ(finding["column"], 24);
  EXPECT_EQ(finding["endColumn"], 34);
  EXPECT_EQ(finding["fingerprint"], "PAGE201 OnTimer ReadLimits dpc");
}

TEST(JsonReportTest, StepsListTheirLevels) {
  const json path = write(sampleReport())["findings"][0]["path"];
  ASSERT_EQ(path.size(), 4u);
  EXPECT_EQ(path[2]["before"], json::parse("[0]"));
  EXPECT_EQ(path[2]["after"], json::parse("[2]"));
  EXPECT_EQ(path[3]["after"], json::array());
  EXPECT_FALSE(path[3].contains("endColumn"));
}

TEST(JsonReportTest, CountsAndCoverage) {
  const json report = write(sampleReport());
  EXPECT_EQ(report["summary"], json::parse(R"({"errors": 1, "warnings": 0, "notes": 0, "suppressed": 0})"));
  EXPECT_EQ(report["coverage"]["failedUnits"],
            json::parse(R"-([{"file": "sub/bad.c", "reason": "crashed (SIGSEGV)"}])-"));
  EXPECT_EQ(
      report["coverage"]["unknownCallees"],
      json::parse(R"([{"name": "KeBar", "calls": 1, "ddi": true}, {"name": "KeFoo", "calls": 2, "ddi": false}])"));
  EXPECT_EQ(report["coverage"]["bodies"], json::parse(R"({"C": {"functions": 9, "lost": 1, "partial": 2}})"));
  EXPECT_EQ(report["coverage"]["notes"].size(), 2u);
}

TEST(JsonReportTest, SuppressedFindingsAreMarkedAndNotCounted) {
  Report report = sampleReport();
  report.findings[0].suppression = {{"/src/my driver/limits.c", 4, 1, 0}, "known"};
  report.suppressed = 1;
  EXPECT_EQ(write(report)["summary"], json::parse(R"({"errors": 0, "warnings": 0, "notes": 0, "suppressed": 1})"));
  EXPECT_EQ(
      write(report)["findings"][0]["suppressed"],
      json::parse(R"({"kind": "inSource", "file": "limits.c", "line": 4, "column": 1, "justification": "known"})"));
  EXPECT_TRUE(write(sampleReport())["findings"][0]["suppressed"].is_null());
  report.findings[0].suppression = {{}, "/wd28121", SuppressionSource::External};
  EXPECT_EQ(write(report)["findings"][0]["suppressed"],
            json::parse(R"({"kind": "external", "justification": "/wd28121"})"));
}

TEST(JsonReportTest, EmptyReportHasEmptyLists) {
  const json report = write(Report());
  EXPECT_EQ(report["findings"], json::array());
  EXPECT_EQ(report["coverage"]["units"], 0);
}

}  // namespace
}  // namespace irqlint
