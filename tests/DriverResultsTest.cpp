// What is kept of drivers: it says what a run would say again, and only while nothing that decides it is different.
#include "cli/DriverResults.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "analyzer/cache/CacheFolder.h"
#include "cli/Commands.h"
#include "cli/Pipeline.h"
#include "tests/FixturePrograms.h"
#include "tests/ScratchFolder.h"

namespace irqlint {
namespace {

namespace fs = std::filesystem;

const std::string kFixtures = IRQLINT_SOURCE_DIR "/fixtures/";
const std::string kOnlyInOne = "alpha/driver.c";
const Location kPlace{"/src/a.c", 3, 5, 9};

// Every member has a value that is not its default.
DriverResult fullResult() {
  DriverResult result;
  Coverage& coverage = result.coverage;
  coverage = {.drivers = 2, .units = 3, .sourceLines = 4, .functions = 5, .bodiesLost = 6, .bodiesPartial = 7};
  coverage.bodies = {{"C", {8, 9, 10}}, {"headers", {11, 12, 13}}};
  coverage.functionsAnalysed = 14;
  coverage.calls = 15;
  coverage.callsUnderstood = 16;
  coverage.unknownCallees = {{"Callee", 17, true}};
  coverage.ddiCalls = {18, 19, 20, 21};
  coverage.unresolvedIndirectCalls = 22;
  coverage.unnamedCalls = 23;
  coverage.failedUnits = {{"/src/b.c", "a reason"}};
  coverage.notes = {{"missingHeader", "no header", kPlace, 24}};
  Finding finding;
  finding.rule = allRules().front();
  finding.severity = Severity::Error;
  finding.certainty = Certainty::Possible;
  finding.location = kPlace;
  finding.messageId = "paged";
  finding.messageTemplate = "'{0}' [here](1)";
  finding.arguments = {"an argument"};
  finding.codeFlow = {{kPlace, "calls", IrqlSet::of(kDispatchLevel), IrqlSet::range(0, 2), 3, Importance::Essential}};
  finding.relatedLocations = {{kPlace, "there"}};
  finding.help = "help";
  finding.fingerprint = "a fingerprint";
  finding.suppression = {kPlace, "a reason", SuppressionSource::External};
  result.found.findings = {finding, Finding{.rule = allRules().back()}};
  result.found.comments = {{kPlace, "IRQL101", true, true, false}};
  return result;
}

TEST(DriverResults, BytesKeepEveryMember) {
  const std::string bytes = resultToBytes(fullResult());
  const auto back = resultFromBytes(bytes);
  ASSERT_TRUE(back);
  EXPECT_EQ(resultToBytes(*back), bytes);
  const Finding& finding = back->found.findings.front();
  EXPECT_EQ(finding.rule, allRules().front());
  EXPECT_EQ(finding.codeFlow.front().after, IrqlSet::range(0, 2));
  EXPECT_EQ(finding.suppression->source, SuppressionSource::External);
  EXPECT_EQ(back->found.findings.back().rule, allRules().back());
  EXPECT_FALSE(back->found.comments.front().isStale);
  EXPECT_EQ(back->coverage.bodies.at("headers").partial, 13u);
  EXPECT_EQ(back->coverage.notes.front().weight, 24u);
}

TEST(DriverResults, BytesThatAreNotWholeAreNoResult) {
  const std::string bytes = resultToBytes(fullResult());
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(resultFromBytes(bytes.substr(0, length))) << length;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string changed = bytes;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(resultFromBytes(changed)) << bit;
  }
}

TEST(DriverResults, AnUnknownRuleIsNoResult) {
  static constexpr RuleInfo kNoRule{.id = "IRQL999", .name = "", .title = "", .counterparts = {}, .help = ""};
  DriverResult result = fullResult();
  result.found.findings.front().rule = &kNoRule;
  EXPECT_FALSE(resultFromBytes(resultToBytes(result)));
}

class DriverResultsRunTest : public testing::Test {
 protected:
  DriverResultsRunTest() {
    options_.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
    options_.cache = {.use = true, .folder = folder_.file("cache")};
    options_.jobs = 1;
    options_.paths = {folder_.file("src")};
    fs::create_directories(folder_.file("src"));
    fs::copy(kFixtures + "projects/TwoDrivers", folder_.file("src"), fs::copy_options::recursive);
  }

  // How many of the drivers were known.
  std::size_t known(RuleKind kind = RuleKind::Fault) {
    const auto analysis = checkDrivers(options_, kind, [](const DriverFindings&) {});
    EXPECT_TRUE(analysis) << analysis.error().message();
    if (!analysis) return 0;
    EXPECT_EQ(analysis->coverage.drivers, 2u);
    return analysis->driversKnown;
  }

  std::string report(bool useCache) {
    AnalyzeOptions options{.project = options_, .outputs = {{ReportFormat::Json, folder_.file("report.json")}}};
    options.project.cache.use = useCache;
    options.includePossible = true;
    run(options);
    return test::readFile(folder_.file("report.json"));
  }

  void append(const std::string& file, const std::string& text) {
    std::ofstream(folder_.file("src/" + file), std::ios::app) << text;
  }

  const test::ScratchFolder folder_;
  ProjectOptions options_;
};

TEST_F(DriverResultsRunTest, OnlyTheDriverThatChangedIsAnalysedAgain) {
  EXPECT_EQ(known(), 0u);
  EXPECT_EQ(known(), 2u);
  const std::string before = report(true);
  EXPECT_EQ(before, report(false));
  append(kOnlyInOne, "\n// A comment moves nothing.\n");
  EXPECT_EQ(known(), 1u);
  append(kOnlyInOne, "\nvoid IrqlintAdded(void) { }\n");
  EXPECT_EQ(known(), 1u);
  EXPECT_EQ(known(), 2u);
  EXPECT_EQ(report(true), report(false));
  EXPECT_NE(report(true), before);
}

TEST_F(DriverResultsRunTest, FaultsAreNotTakenForAdvice) {
  EXPECT_EQ(known(RuleKind::Fault), 0u);
  EXPECT_EQ(known(RuleKind::Advice), 0u);
  EXPECT_EQ(known(RuleKind::Fault), 2u);
}

TEST_F(DriverResultsRunTest, WhatTheContractsSayCounts) {
  folder_.write("contracts.json", R"({"contracts": [{"name": "AcmeWait", "irql_max": "PASSIVE_LEVEL"}]})");
  EXPECT_EQ(known(), 0u);
  options_.contracts = {folder_.file("contracts.json")};
  EXPECT_EQ(known(), 0u);
  EXPECT_EQ(known(), 2u);
  folder_.write("contracts.json", R"({"contracts": [{"name": "AcmeWait", "irql_max": "APC_LEVEL"}]})");
  EXPECT_EQ(known(), 0u);
}

TEST_F(DriverResultsRunTest, ADriverWithAUnitThatCannotBeReadIsNotKept) {
  const std::string folder = folder_.file("db");
  fs::create_directory(folder);
  folder_.write("db/a.c", "void a(void) {}\n");
  folder_.write("db/compile_commands.json",
                nlohmann::json::array({{{"directory", folder}, {"file", "a.c"}, {"command", "cl.exe /c a.c"}},
                                       {{"directory", folder}, {"file", "b.c"}, {"command", "cl.exe /c b.c"}}})
                    .dump());
  options_.paths.clear();
  options_.database = folder;
  const auto knownNow = [&] {
    const auto analysis = checkDrivers(options_, RuleKind::Fault, [](const DriverFindings&) {});
    return analysis ? analysis->driversKnown : 99;
  };
  EXPECT_EQ(knownNow(), 0u);
  EXPECT_EQ(knownNow(), 0u) << "b.c is not there";
  folder_.write("db/b.c", "void b(void) {}\n");
  EXPECT_EQ(knownNow(), 0u);
  EXPECT_EQ(knownNow(), 1u);
}

TEST_F(DriverResultsRunTest, DamagedResultsAreMadeAgain) {
  const std::string before = report(false);
  EXPECT_EQ(known(), 0u);
  for (const auto& entry : fs::directory_iterator(folder_.file("cache"))) {
    if (fs::file_size(entry) > 100) fs::resize_file(entry, fs::file_size(entry) - 1);
  }
  EXPECT_EQ(known(), 0u);
  EXPECT_EQ(known(), 2u);
  EXPECT_EQ(report(true), before);
}

}  // namespace
}  // namespace irqlint
