// What suppressed findings do to a whole run: its reports and its exit status.
#include "cli/Commands.h"

#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <llvm/Support/FileSystem.h>
#include <nlohmann/json.hpp>

namespace irqlint {
namespace {

using nlohmann::json;

class SuppressedRun : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_FALSE(llvm::sys::fs::create_directories(folder_));
    std::ofstream(folder_ + "/dpc.c") << "#include <ntddk.h>\n"
                                         "KDEFERRED_ROUTINE OnTimer;\n"
                                         "VOID OnTimer(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)\n"
                                         "{\n"
                                         "    ZwClose(Context);  // irqlint-suppress IRQL101: a test\n"
                                         "    Context = First;  // irqlint-suppress IRQL101: stale\n"
                                         "}\n";
  }

  // Analyses the unit; the report is in report_.
  ExitStatus analyze(SuppressedMode mode, Severity failOn) {
    AnalyzeOptions options;
    options.project.paths = {folder_ + "/dpc.c"};
    options.project.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
    options.suppressed = mode;
    options.failOn = failOn;
    options.outputs = {{ReportFormat::Json, folder_ + "/report.json"}};
    const ExitStatus status = run(options);
    std::ifstream file(folder_ + "/report.json");
    report_ = json::parse(file);
    return status;
  }

  const std::string folder_ = ::testing::TempDir() + "irqlint-suppressed";
  json report_;
};

TEST_F(SuppressedRun, MarksThemAndDoesNotCountThem) {
  EXPECT_EQ(analyze(SuppressedMode::Marked, Severity::Warning), ExitStatus::Clean);
  EXPECT_EQ(report_["summary"], json::parse(R"({"errors": 0, "warnings": 0, "notes": 1, "suppressed": 1})"));
  ASSERT_EQ(report_["findings"].size(), 2u);
  EXPECT_EQ(report_["findings"][0]["suppressed"]["justification"], "a test");
}

TEST_F(SuppressedRun, LeavesThemOutOnRequest) {
  EXPECT_EQ(analyze(SuppressedMode::Hide, Severity::Note), ExitStatus::Findings) << "the stale comment counts";
  EXPECT_EQ(report_["summary"]["suppressed"], 1);
  ASSERT_EQ(report_["findings"].size(), 1u);
  EXPECT_EQ(report_["findings"][0]["rule"], "SUPP601");
}

}  // namespace
}  // namespace irqlint
