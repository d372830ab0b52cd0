// `irqlint partition` as a whole: what it writes, and that it says so by its exit status.
#include "cli/Commands.h"

#include <fstream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/ScratchFolder.h"

namespace irqlint {
namespace {

using nlohmann::json;

std::string textOf(const std::string& file) {
  std::ifstream stream(file);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

class PartitionRun : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("unload.c",
                  "#include <ntddk.h>\n"
                  "DRIVER_UNLOAD Unload;\n"
                  "VOID Unload(PDRIVER_OBJECT DriverObject)\n"
                  "{\n"
                  "}\n"
                  "DRIVER_UNLOAD Quiet;\n"
                  "// irqlint-suppress ADVC501: measured\n"
                  "VOID Quiet(PDRIVER_OBJECT DriverObject)\n"
                  "{\n"
                  "}\n");
    options_.project.paths = {folder_.file("unload.c")};
    options_.project.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
  }

  const test::ScratchFolder folder_;
  PartitionOptions options_;
};

TEST_F(PartitionRun, WritesAllItsFormats) {
  options_.outputs = {{ReportFormat::Json, folder_.file("report.json")},
                      {ReportFormat::Csv, folder_.file("report.csv")},
                      {ReportFormat::Sarif, folder_.file("report.sarif")},
                      {ReportFormat::Text, folder_.file("report.txt")}};
  EXPECT_EQ(run(options_), ExitStatus::Clean);
  EXPECT_EQ(json::parse(textOf(folder_.file("report.json")))["items"][0]["placement"], "canPage");
  EXPECT_THAT(textOf(folder_.file("report.csv")), ::testing::HasSubstr("function,Unload,,unload.c,3,,resident,"));
  EXPECT_THAT(textOf(folder_.file("report.txt")), ::testing::HasSubstr("could be paged (PAGE):"));
  const json results = json::parse(textOf(folder_.file("report.sarif")))["runs"][0]["results"];
  ASSERT_EQ(results.size(), 2u);
  EXPECT_EQ(results[0]["ruleId"], "ADVC501");
  EXPECT_EQ(results[0]["level"], "note");
  EXPECT_FALSE(results[0].contains("suppressions"));
  EXPECT_EQ(results[1]["suppressions"].size(), 1u);
}

// Advice is not looked for there, and so no comment on it is stale.
TEST_F(PartitionRun, AnalyzeGivesNoAdvice) {
  AnalyzeOptions options;
  options.project = options_.project;
  options.failOn = Severity::Note;
  options.outputs = {{ReportFormat::Json, folder_.file("analyze.json")}};
  EXPECT_EQ(run(options), ExitStatus::Clean);
  EXPECT_TRUE(json::parse(textOf(folder_.file("analyze.json")))["findings"].empty());
}

TEST_F(PartitionRun, FailsWithoutUnits) {
  options_.project.paths = {folder_.file("missing.c")};
  EXPECT_EQ(run(options_), ExitStatus::Failure);
}

}  // namespace
}  // namespace irqlint
