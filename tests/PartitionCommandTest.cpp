// `irqlint partition` as a whole: what it writes, and that it says so by its exit status.
#include "cli/Commands.h"

#include <fstream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/FileSystem.h>
#include <nlohmann/json.hpp>

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
    ASSERT_FALSE(llvm::sys::fs::create_directories(folder_));
    std::ofstream(folder_ + "/unload.c") << "#include <ntddk.h>\n"
                                            "DRIVER_UNLOAD Unload;\n"
                                            "VOID Unload(PDRIVER_OBJECT DriverObject)\n"
                                            "{\n"
                                            "}\n"
                                            "DRIVER_UNLOAD Quiet;\n"
                                            "// irqlint-suppress ADVC501: measured\n"
                                            "VOID Quiet(PDRIVER_OBJECT DriverObject)\n"
                                            "{\n"
                                            "}\n";
    options_.project.paths = {folder_ + "/unload.c"};
    options_.project.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
  }

  const std::string folder_ = ::testing::TempDir() + "irqlint-partition";
  PartitionOptions options_;
};

TEST_F(PartitionRun, WritesAllItsFormats) {
  options_.outputs = {{ReportFormat::Json, folder_ + "/report.json"},
                      {ReportFormat::Csv, folder_ + "/report.csv"},
                      {ReportFormat::Sarif, folder_ + "/report.sarif"},
                      {ReportFormat::Text, folder_ + "/report.txt"}};
  EXPECT_EQ(run(options_), ExitStatus::Clean);
  EXPECT_EQ(json::parse(textOf(folder_ + "/report.json"))["items"][0]["placement"], "canPage");
  EXPECT_THAT(textOf(folder_ + "/report.csv"), ::testing::HasSubstr("function,Unload,,unload.c,3,,resident,"));
  EXPECT_THAT(textOf(folder_ + "/report.txt"), ::testing::HasSubstr("could be paged (PAGE):"));
  const json results = json::parse(textOf(folder_ + "/report.sarif"))["runs"][0]["results"];
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
  options.outputs = {{ReportFormat::Json, folder_ + "/analyze.json"}};
  EXPECT_EQ(run(options), ExitStatus::Clean);
  EXPECT_TRUE(json::parse(textOf(folder_ + "/analyze.json"))["findings"].empty());
}

TEST_F(PartitionRun, FailsWithoutUnits) {
  options_.project.paths = {folder_ + "/missing.c"};
  EXPECT_EQ(run(options_), ExitStatus::Failure);
}

}  // namespace
}  // namespace irqlint
