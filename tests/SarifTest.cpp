#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/raw_ostream.h>
#include <nlohmann/json.hpp>

#include "analyzer/report/LineHashes.h"
#include "analyzer/report/Report.h"
#include "tests/SampleReport.h"

namespace irqlint {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

std::string write(const Report& report) {
  std::string text;
  llvm::raw_string_ostream out(text);
  writeSarif(report, *sampleFiles(), out);
  return text;
}

json runOf(const Report& report) { return json::parse(write(report))["runs"][0]; }
json resultOf(const Finding& finding) {
  Report report = sampleReport();
  report.findings = {finding};
  return runOf(report)["results"][0];
}

TEST(SarifTest, SaysItsVersion) {
  const json log = json::parse(write(sampleReport()));
  EXPECT_EQ(log["version"], "2.1.0");
  EXPECT_EQ(log["runs"].size(), 1u);
  EXPECT_EQ(log["runs"][0]["tool"]["driver"]["semanticVersion"], "1.2.3");
  EXPECT_EQ(log["runs"][0]["columnKind"], "utf16CodeUnits");
}

TEST(SarifTest, EqualReportsAreEqualBytes) { EXPECT_EQ(write(sampleReport()), write(sampleReport())); }

TEST(SarifTest, HoldsNoAbsolutePath) {
  EXPECT_THAT(write(sampleReport()), Not(HasSubstr("/src/")));
  EXPECT_THAT(write(sampleReport()), Not(HasSubstr("/kits")));
}

TEST(SarifTest, ResultPointsToItsRule) {
  const json run = runOf(sampleReport());
  const json& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "PAGE201");
  EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<int>()]["id"], "PAGE201");
  EXPECT_EQ(result["level"], "error");
  EXPECT_EQ(result["properties"]["certainty"], "definite");
}

TEST(SarifTest, PrimaryLocationCountsUtf16CodeUnits) {
  const json locations = resultOf(sampleFinding())["locations"];
  ASSERT_EQ(locations.size(), 1u);
  const json& physical = locations[0]["physicalLocation"];
  EXPECT_EQ(physical["artifactLocation"]["uri"], "limits.c");
  EXPECT_EQ(physical["artifactLocation"]["uriBaseId"], "SRCROOT");
  // Before it stand one character of two bytes and one of four bytes, which is two code units.
  EXPECT_EQ(physical["region"], json::parse(R"({"startLine": 5, "startColumn": 21, "endColumn": 31,
                                                "snippet": {"text": "ReadLimits"}})"));
  EXPECT_EQ(physical["contextRegion"]["startLine"], 3);
  EXPECT_EQ(physical["contextRegion"]["endLine"], 6);
}

TEST(SarifTest, UnknownEndBecomesTheEndOfTheWord) {
  Finding finding = sampleFinding();
  finding.location.endColumn = 0;
  EXPECT_EQ(resultOf(finding)["locations"][0]["physicalLocation"]["region"]["endColumn"], 31);
}

TEST(SarifTest, UnreadableSourceLeavesTheLine) {
  Finding finding = sampleFinding();
  finding.location = {"/src/my driver/gone.c", 7, 3, 0};
  const json physical = resultOf(finding)["locations"][0]["physicalLocation"];
  EXPECT_EQ(physical["region"], json::parse(R"({"startLine": 7})"));
  EXPECT_FALSE(physical.contains("contextRegion"));
}

TEST(SarifTest, MessageHasTextMarkdownAndTemplate) {
  const json run = runOf(sampleReport());
  const json& message = run["results"][0]["message"];
  EXPECT_EQ(
      message["text"],
      "'ReadLimits' is in [the pageable section 'PAGE'](1) but runs at 'DISPATCH_LEVEL' here. To fix: queue a work "
      "item from the DPC, or keep 'ReadLimits' resident.");
  EXPECT_THAT(message["markdown"].get<std::string>(), HasSubstr("`ReadLimits` is in [the pageable section `PAGE`](1)"));
  const std::string id = message["id"];
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["messageStrings"][id]["text"],
            "'{0}' is in [the pageable section '{1}'](1) but runs at '{2}' here. To fix: {3}.");
  EXPECT_EQ(message["arguments"].size(), 4u);
}

TEST(SarifTest, LinksResolveToRelatedLocations) {
  const json related = resultOf(sampleFinding())["relatedLocations"];
  ASSERT_EQ(related.size(), 1u);
  EXPECT_EQ(related[0]["id"], 1);
  EXPECT_EQ(related[0]["physicalLocation"]["region"]["snippet"]["text"], "#include <ntddk.h>");
}

TEST(SarifTest, NothingInAnArgumentBecomesALinkOrAPlaceholder) {
  Finding finding = sampleFinding();
  finding.help.clear();
  finding.messageTemplate = "'{0}' is {unusual}";
  finding.arguments = {"Table[i](2)"};
  Report report = sampleReport();
  report.findings = {finding};
  const json run = runOf(report);
  EXPECT_EQ(run["results"][0]["message"]["text"], "'Table\\[i\\](2)' is {unusual}.");
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["messageStrings"]["default"]["text"], "'{0}' is {{unusual}}.");
}

TEST(SarifTest, TemplatesOfTheSameIdAreNumbered) {
  Report report = sampleReport();
  report.findings.assign(3, sampleFinding());
  report.findings[1].messageTemplate = "Another '{0}', '{1}', '{2}'.";
  const json run = runOf(report);
  const json& results = run["results"];
  EXPECT_EQ(results[0]["message"]["id"], "defaultWithFix");
  EXPECT_EQ(results[1]["message"]["id"], "defaultWithFix2");
  EXPECT_EQ(results[2]["message"]["id"], "defaultWithFix");
  const json& strings = run["tool"]["driver"]["rules"][0]["messageStrings"];
  EXPECT_THAT(strings["defaultWithFix2"]["text"].get<std::string>(), HasSubstr("Another '{0}'"));
}

TEST(SarifTest, CodeFlowShowsTheRiseOfTheLevel) {
  const json flows = resultOf(sampleFinding())["codeFlows"];
  ASSERT_EQ(flows.size(), 1u);
  ASSERT_EQ(flows[0]["threadFlows"].size(), 1u);
  const json& steps = flows[0]["threadFlows"][0]["locations"];
  ASSERT_EQ(steps.size(), 4u);
  EXPECT_EQ(steps[0]["state"]["irql"]["text"], "DISPATCH_LEVEL");
  EXPECT_EQ(steps[1]["nestingLevel"], 2);
  EXPECT_EQ(steps[2]["state"]["irql"]["text"], "PASSIVE_LEVEL -> DISPATCH_LEVEL");
  EXPECT_EQ(steps[2]["location"]["message"]["text"], "PASSIVE_LEVEL -> DISPATCH_LEVEL: raises.");
  EXPECT_EQ(steps[2]["executionOrder"], 3);
  EXPECT_EQ(steps[2]["importance"], "essential");
  EXPECT_FALSE(steps[3].contains("state"));
}

TEST(SarifTest, LongCodeFlowsLoseTheirMiddle) {
  Finding finding = sampleFinding();
  const ThreadFlowLocation step = finding.codeFlow[1];
  finding.codeFlow.assign(250, step);
  const json steps = resultOf(finding)["codeFlows"][0]["threadFlows"][0]["locations"];
  ASSERT_EQ(steps.size(), 100u);
  EXPECT_EQ(steps[40]["location"]["message"]["text"], "151 steps elided.");
  EXPECT_EQ(steps[39]["executionOrder"], 40);
  EXPECT_EQ(steps[41]["executionOrder"], 192);
  EXPECT_EQ(steps[99]["executionOrder"], 250);
}

TEST(SarifTest, HundredStepsAreKept) {
  Finding finding = sampleFinding();
  finding.codeFlow.assign(100, ThreadFlowLocation(finding.codeFlow[1]));
  EXPECT_THAT(resultOf(finding).dump(), Not(HasSubstr("elided")));
}

TEST(SarifTest, RepeatedFindingsKeepFingerprintsApart) {
  Report report = sampleReport();
  report.findings = {sampleFinding(), sampleFinding()};
  report.findings[1].location.line = 3;
  const json results = runOf(report)["results"];
  const std::string first = results[0]["partialFingerprints"]["irqlint/v1"];
  const std::string second = results[1]["partialFingerprints"]["irqlint/v1"];
  EXPECT_EQ(first.substr(0, 32), second.substr(0, 32));
  EXPECT_EQ(first.substr(32), ":1");
  EXPECT_EQ(second.substr(32), ":2");
  EXPECT_NE(results[0]["partialFingerprints"]["primaryLocationLineHash"],
            results[1]["partialFingerprints"]["primaryLocationLineHash"]);
}

TEST(SarifTest, StructuralFingerprintSurvivesMovedLines) {
  Finding moved = sampleFinding();
  moved.location.line = 1;
  EXPECT_EQ(resultOf(moved)["partialFingerprints"]["irqlint/v1"],
            resultOf(sampleFinding())["partialFingerprints"]["irqlint/v1"]);
  Finding other = sampleFinding();
  other.fingerprint = "another";
  EXPECT_NE(resultOf(other)["partialFingerprints"]["irqlint/v1"],
            resultOf(sampleFinding())["partialFingerprints"]["irqlint/v1"]);
}

TEST(SarifTest, SuppressedResultsSayWhereAndWhy) {
  Finding finding = sampleFinding();
  EXPECT_FALSE(resultOf(finding).contains("suppressions"));
  finding.suppression = {{"/src/my driver/limits.c", 4, 1, 0}, "known", SuppressionSource::InSource};
  const json suppressions = resultOf(finding)["suppressions"];
  ASSERT_EQ(suppressions.size(), 1u);
  EXPECT_EQ(suppressions[0]["kind"], "inSource");
  EXPECT_EQ(suppressions[0]["status"], "accepted");
  EXPECT_EQ(suppressions[0]["justification"], "known");
  EXPECT_EQ(suppressions[0]["location"]["physicalLocation"]["region"]["startLine"], 4);
  finding.suppression->justification.clear();
  EXPECT_FALSE(resultOf(finding)["suppressions"][0].contains("justification"));
  finding.suppression = {{}, "disabled by /wd28121 in driver.vcxproj", SuppressionSource::External};
  const json external = resultOf(finding)["suppressions"][0];
  EXPECT_EQ(external["kind"], "external");
  EXPECT_EQ(external["justification"], "disabled by /wd28121 in driver.vcxproj");
  EXPECT_FALSE(external.contains("location"));
}

TEST(SarifTest, RulesCarryHelpAndCounterparts) {
  const json run = runOf(sampleReport());
  const json& rule = run["tool"]["driver"]["rules"][0];
  EXPECT_EQ(rule["shortDescription"]["text"], "Pageable code runs at a raised IRQL.");
  EXPECT_EQ(rule["fullDescription"]["text"], "A function in a pageable section runs at DISPATCH_LEVEL.");
  EXPECT_EQ(rule["defaultConfiguration"]["level"], "error");
  EXPECT_EQ(rule["properties"]["precision"], "very-high");
  ASSERT_EQ(rule["relationships"].size(), 3u);
  for (const json& relationship : rule["relationships"]) {
    const json& target = relationship["target"];
    const json& taxonomy = run["taxonomies"][target["toolComponent"]["index"].get<int>()];
    EXPECT_EQ(taxonomy["name"], target["toolComponent"]["name"]);
    EXPECT_EQ(taxonomy["taxa"][target["index"].get<int>()]["id"], target["id"]);
  }
}

TEST(SarifTest, ArtifactsAreHashedAndEncoded) {
  Report report = sampleReport();
  report.sourceRoot = "/src";
  const json run = runOf(report);
  EXPECT_EQ(run["artifacts"][0]["location"]["uri"], "my%20driver/limits.c");
  EXPECT_EQ(run["artifacts"][0]["hashes"]["sha-256"],
            "a206f7b967fb7ec15405f63dcb05546754a86cf8a80f47694d2fa50e561ab776");
  EXPECT_EQ(run["artifacts"][1]["location"]["uriBaseId"], "EXTERNAL");
}

TEST(SarifTest, SaysWhatWasNotAnalysed) {
  const json run = runOf(sampleReport());
  const json& invocation = run["invocations"][0];
  EXPECT_EQ(invocation["executionSuccessful"], true);
  const json& notifications = invocation["toolExecutionNotifications"];
  ASSERT_EQ(notifications.size(), 5u);
  EXPECT_EQ(notifications[0]["message"]["text"], "Not analysed: crashed (SIGSEGV).");
  EXPECT_EQ(notifications[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "sub/bad.c");
  for (const json& notification : notifications) {
    const json& descriptor = run["tool"]["driver"]["notifications"][notification["descriptor"]["index"].get<int>()];
    EXPECT_EQ(descriptor["id"], notification["descriptor"]["id"]);
  }
  const json& numbers = run["properties"]["irqlint"];
  EXPECT_EQ(numbers["units"], 3);
  EXPECT_EQ(numbers["unitsFailed"], 1);
  EXPECT_EQ(numbers["sourceLines"], 120);
  EXPECT_EQ(numbers["functions"], 9);
  EXPECT_EQ(numbers["bodiesLost"], 1);
  EXPECT_EQ(numbers["unknownCallees"], 2);
}

TEST(SarifTest, RunWithoutAnyUnitIsNotSuccessful) {
  Report report = sampleReport();
  report.coverage.units = 1;
  EXPECT_EQ(runOf(report)["invocations"][0]["executionSuccessful"], false);
}

TEST(SarifTest, MalformedTextIsReplaced) {
  Finding finding = sampleFinding();
  finding.arguments[0] = "caf\xe9";
  EXPECT_THAT(resultOf(finding)["message"]["text"].get<std::string>(), HasSubstr("caf\xef\xbf\xbd"));
}

// Published with the algorithm (github/codeql-action, src/fingerprints.test.ts).
TEST(LineHashesTest, AreGitHubs) {
  EXPECT_THAT(lineHashes(""), ElementsAre("c129715d7a2bc9a3:1"));
  EXPECT_THAT(lineHashes(" a\nb\n  \t\tc\n d"),
              ElementsAre("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"));
  const auto expected =
      ElementsAre("e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
                  "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1");
  EXPECT_THAT(lineHashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n"), expected);
  EXPECT_THAT(lineHashes(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n"), expected);
  EXPECT_THAT(lineHashes(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"), expected);
}

TEST(LineHashesTest, RepeatedLinesAreCounted) {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "Lorem ipsum dolor sit amet.\n";
  EXPECT_THAT(lineHashes(text),
              ElementsAre("a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4",
                          "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1",
                          "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1"));
}

}  // namespace
}  // namespace irqlint
