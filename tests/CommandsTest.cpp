// What suppressed findings do to a whole run: its reports and its exit status.
#include "cli/Commands.h"

#include <fstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/ScratchFolder.h"

namespace irqlint {
namespace {

using nlohmann::json;

class SuppressedRun : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("dpc.c",
                  "#include <ntddk.h>\n"
                  "KDEFERRED_ROUTINE OnTimer;\n"
                  "VOID OnTimer(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)\n"
                  "{\n"
                  "    ZwClose(Context);  // irqlint-suppress IRQL101: a test\n"
                  "    Context = First;  // irqlint-suppress IRQL101: stale\n"
                  "}\n");
  }

  // Analyses the unit; the report is in report_.
  ExitStatus analyze(SuppressedMode mode, Severity failOn) {
    AnalyzeOptions options;
    options.project.paths = {folder_.file("dpc.c")};
    options.project.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
    options.suppressed = mode;
    options.failOn = failOn;
    options.outputs = {{ReportFormat::Json, folder_.file("report.json")}};
    const ExitStatus status = run(options);
    std::ifstream file(folder_.file("report.json"));
    report_ = json::parse(file);
    return status;
  }

  const test::ScratchFolder folder_;
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

// A unit, a header it reads, and a command that disables a number for both.
TEST(DisabledOnTheCommandLine, IsAnExternalSuppression) {
  const test::ScratchFolder folder;
  folder.write("close.h",
               "#include <ntddk.h>\n"
               "static __inline VOID Close(HANDLE Handle) { ZwClose(Handle); }\n");
  folder.write("dpc.c",
               "#include \"close.h\"\n"
               "KDEFERRED_ROUTINE OnTimer;\n"
               "VOID OnTimer(PKDPC Dpc, PVOID Context, PVOID First, PVOID Second)\n"
               "{\n"
               "    Close(Context);\n"
               "#pragma warning(default: 28121)\n"
               "#pragma warning(default: 28118)\n"
               "    ZwClose(First);\n"
               "}\n");
  const json entry{{"directory", folder.path()}, {"file", "dpc.c"}, {"command", "cl.exe /c /wd28118 /wd28121 dpc.c"}};
  folder.write("compile_commands.json", json::array({entry}).dump());
  AnalyzeOptions options;
  options.project.database = folder.file("compile_commands.json");
  options.project.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
  options.failOn = Severity::Error;
  options.outputs = {{ReportFormat::Sarif, folder.file("report.sarif")}};
  EXPECT_EQ(run(options), ExitStatus::Findings) << "the one below the pragmas";
  std::ifstream file(folder.file("report.sarif"));
  const json report = json::parse(file);
  json external = json::array();
  std::size_t reported = 0;
  for (const json& result : report["runs"][0]["results"]) {
    if (result.contains("suppressions"))
      external.push_back(result["suppressions"][0]);
    else
      ++reported;
  }
  EXPECT_EQ(reported, 1u);
  ASSERT_EQ(external.size(), 1u);
  EXPECT_EQ(external[0]["kind"], "external");
  EXPECT_EQ(external[0]["justification"], "disabled by /wd28118 in compile_commands.json");
}

}  // namespace
}  // namespace irqlint
