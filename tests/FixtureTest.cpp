// Every fixture says in its source what must be found in it; this holds the tool to it.
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rules/RuleRunner.h"
#include "tests/FixtureExpectations.h"
#include "tests/FixturePrograms.h"

namespace irqlint::test {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;

Expectations expectationsOf(const FixtureProgram& program) {
  std::vector<FixtureFile> files;
  for (const auto* paths : {&program.sources, &program.headers})
    for (const auto& path : *paths) files.push_back({path, readFile(path)});
  return readExpectations(files);
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

RuleKind kindOf(const FixtureProgram& program) {
  const RuleInfo* rule = findRule(program.folder);
  return rule != nullptr ? rule->kind : RuleKind::Fault;
}

class Fixture : public ::testing::TestWithParam<FixtureProgram> {};

TEST_P(Fixture, FindsWhatItsSourceSays) {
  const auto report = analyseProgram(commandsOf(GetParam()), 1, kindOf(GetParam()));
  ASSERT_TRUE(report) << report.error().message();
  EXPECT_EQ(joined(disagreements(expectationsOf(GetParam()), report->findings)), "");
}

// A fixture that is read with gaps proves nothing.
TEST_P(Fixture, IsReadWithoutProblems) {
  const auto report = analyseProgram(commandsOf(GetParam()), 1);
  ASSERT_TRUE(report) << report.error().message();
  std::vector<std::string> problems;
  for (const auto& note : report->coverage.notes)
    problems.push_back(note.location.file + ":" + std::to_string(note.location.line) + ": " + note.message);
  EXPECT_EQ(joined(problems), "");
}

INSTANTIATE_TEST_SUITE_P(All, Fixture, ::testing::ValuesIn(fixturePrograms()),
                         [](const auto& test) { return test.param.name; });

// The folder's functions, by what their names end in.
bool definesFunctionEndingIn(const std::string& rule, const std::string& ending) {
  const std::regex definition("\\b\\w+" + ending + "\\(");
  for (const auto& program : fixturePrograms()) {
    if (program.folder != rule) continue;
    for (const auto& source : program.sources)
      if (std::regex_search(readFile(source), definition)) return true;
  }
  return false;
}

TEST(FixtureCompleteness, EveryRuleHasBadAndOkFunctions) {
  ASSERT_THAT(allRules(), Not(IsEmpty()));
  for (const RuleInfo* rule : allRules()) {
    EXPECT_TRUE(definesFunctionEndingIn(std::string(rule->name), "Bad")) << rule->name;
    EXPECT_TRUE(definesFunctionEndingIn(std::string(rule->name), "Ok")) << rule->name;
  }
}

TEST(FixtureCompleteness, EveryRuleIsFoundInItsFolderAndInAProgramOfSeveralFiles) {
  std::set<std::string> found;
  std::set<std::string> foundAcrossFiles;
  for (const auto& program : fixturePrograms())
    for (const auto& expectation : expectationsOf(program).all) {
      if (expectation.kind == ExpectationKind::KnownMiss) continue;
      if (expectation.rule == program.folder) found.insert(expectation.rule);
      if (program.sources.size() > 1) foundAcrossFiles.insert(expectation.rule);
    }
  // Both concern one function and no other.
  foundAcrossFiles.insert({"PagedCodeMacroRepeated", "PagedCodeMacroWithoutSection"});
  for (const RuleInfo* rule : allRules()) {
    EXPECT_TRUE(found.contains(std::string(rule->name))) << rule->name;
    EXPECT_TRUE(foundAcrossFiles.contains(std::string(rule->name))) << rule->name;
  }
}

TEST(FixtureCompleteness, EveryFolderIsARuleOrTheExample) {
  for (const auto& program : fixturePrograms())
    EXPECT_TRUE(program.folder == "example" || findRule(program.folder) != nullptr) << "no rule " << program.folder;
}

TEST(FixtureCompleteness, MarkersAreWellFormedAndNameRules) {
  for (const auto& program : fixturePrograms()) {
    const auto expected = expectationsOf(program);
    EXPECT_EQ(joined(expected.errors), "") << program.name;
    for (const auto& expectation : expected.all)
      EXPECT_NE(findRule(expectation.rule), nullptr) << expectation.file << ":" << expectation.line;
  }
}

TEST(FixtureCompleteness, FunctionsWithFindingsAreNamedBad) {
  // The example driver is written as drivers are.
  for (const auto& program : fixturePrograms()) {
    if (program.folder == "example" || expectationsOf(program).all.empty()) continue;
    bool hasBad = false;
    for (const auto& source : program.sources)
      hasBad = hasBad || std::regex_search(readFile(source), std::regex("\\b\\w+Bad\\("));
    EXPECT_TRUE(hasBad) << program.name;
  }
}

TEST(FixtureExample, HasExactlyTheSixPlantedBugs) {
  for (const auto& program : fixturePrograms())
    if (program.folder == "example") { EXPECT_EQ(expectationsOf(program).all.size(), 6u); }
}

}  // namespace
}  // namespace irqlint::test
