#include "cli/Pipeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/DriverList.h"
#include "cli/DriverLoading.h"
#include "rules/RuleRunner.h"
#include "tests/ScratchFolder.h"

namespace irqlint {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kSolution = IRQLINT_SOURCE_DIR "/fixtures/projects/TwoDrivers/TwoDrivers.sln";

ProjectOptions optionsFor(const std::string& path) {
  ProjectOptions options;
  options.paths = {path};
  options.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
  return options;
}

TEST(PipelineTest, EachDriverIsAProgramOfItsOwn) {
  std::vector<std::string> drivers;
  std::vector<Finding> findings;
  const auto analysis =
      analyzeDrivers(optionsFor(kSolution), [&](const Driver& driver, const AnalyzedProgram& analyzed) {
        drivers.push_back(driver.name);
        for (Finding& finding : runRules(analyzed, {})) findings.push_back(std::move(finding));
      });
  ASSERT_TRUE(analysis) << analysis.error().message();
  EXPECT_THAT(drivers, ElementsAre("alpha", "beta"));
  EXPECT_EQ(analysis->coverage.drivers, 2u);
  EXPECT_EQ(analysis->coverage.units, 4u);
  EXPECT_EQ(findings.size(), 2u) << "the library's fault, in each driver; no function of one is taken for the other's";
  sortFindings(findings);
  ASSERT_EQ(findings.size(), 1u) << "it is one fault";
  EXPECT_THAT(findings[0].location.file, HasSubstr("/common/log.c"));
}

TEST(PipelineTest, WhatIsLeftOutIsInTheCoverage) {
  const auto analysis = analyzeDrivers(optionsFor(kSolution), [](const Driver&, const AnalyzedProgram&) {});
  ASSERT_TRUE(analysis) << analysis.error().message();
  std::vector<std::string> reasons;
  for (const Coverage::Note& note : analysis->coverage.notes)
    if (note.kind == "skippedProject") reasons.push_back(note.message);
  EXPECT_THAT(reasons, ElementsAre("user mode: application", "driver package: holds no code"));
}

TEST(PipelineTest, ProjectsAreListed) {
  const auto set = loadDrivers(optionsFor(kSolution));
  ASSERT_TRUE(set) << set.error().message();
  std::string text;
  llvm::raw_string_ostream out(text);
  listDrivers(*set, IRQLINT_SOURCE_DIR "/fixtures/projects/TwoDrivers", out);
  EXPECT_THAT(text, AllOf(HasSubstr("alpha  alpha/alpha.vcxproj  (WDM driver, Release|x64, 2 units)\n  flags: /kernel"),
                          HasSubstr("\n  common/log.c\n"), HasSubstr("  app/app.vcxproj: user mode: application\n"),
                          HasSubstr("2 drivers, 4 units; 2 projects left out\n")));
}

TEST(PipelineTest, AWrittenDatabaseSaysTheSame) {
  const auto set = loadDrivers(optionsFor(IRQLINT_SOURCE_DIR "/fixtures/projects/TwoDrivers/beta/beta.vcxproj"));
  ASSERT_TRUE(set) << set.error().message();
  const test::ScratchFolder folder;
  const std::string file = folder.file("compile_commands.json");
  ASSERT_EQ(writeDatabase(*set, file), "");
  ProjectOptions options;
  options.database = file;
  const auto again = loadDrivers(options);
  ASSERT_TRUE(again) << again.error().message();
  std::vector<CompileCommand> written = set->drivers.at(0).commands;
  for (CompileCommand& command : written) {
    EXPECT_TRUE(command.origin.ends_with(".vcxproj")) << command.origin;
    command.origin = "compile_commands.json";
  }
  EXPECT_EQ(again->drivers.at(0).commands, written);
  EXPECT_NE(writeDatabase(*set, "/no/such/folder/x.json"), "");
}

}  // namespace
}  // namespace irqlint
