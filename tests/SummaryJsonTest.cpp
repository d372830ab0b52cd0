// Summaries survive the way through JSON, and damaged files are named, not believed.
#include "analyzer/model/SummaryJson.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzer/model/SummaryCheck.h"
#include "tests/FullSummary.h"

namespace irqlint {
namespace {

using test::FullSummary;
using testing::HasSubstr;

TEST(SummaryJson, KeepsEveryMember) {
  const TuSummary summary = FullSummary().summary;
  ASSERT_FALSE(checkSummary(summary).has_value()) << checkSummary(summary)->message();
  const auto back = summaryFromJson(summaryToJson(summary));
  ASSERT_TRUE(back) << back.error().message();
  EXPECT_EQ(*back, summary);
}

TEST(SummaryJson, KeepsTheDefaults) {
  TuSummary summary;
  summary.mainFile = "a.c";
  summary.files = {"a.c"};
  summary.fileLines = {0};
  summary.fileHashes = {0};
  summary.functions.resize(2);
  summary.globals.resize(1);
  const auto back = summaryFromJson(summaryToJson(summary));
  ASSERT_TRUE(back) << back.error().message();
  EXPECT_EQ(*back, summary);
}

// What was read must be usable: tables find what they hold and go on from there.
TEST(SummaryJson, RebuildsTheTables) {
  auto back = summaryFromJson(summaryToJson(FullSummary().summary));
  ASSERT_TRUE(back);
  const std::size_t strings = back->strings.all().size();
  EXPECT_EQ(back->strings[back->strings.add("Cancel")], "Cancel");
  EXPECT_EQ(back->strings.all().size(), strings);
  ExprTable& exprs = back->functions[0].body->exprs;
  const std::size_t size = exprs.size();
  EXPECT_EQ(exprs.add(Expr{ExprKind::Parameter, Operator::None, 1, {}, {}, {}, {}}).index(), 4u);
  EXPECT_EQ(exprs.size(), size);
}

TEST(SummaryJson, IsTheSameTextForTheSameSummary) {
  EXPECT_EQ(summaryToJson(FullSummary().summary), summaryToJson(FullSummary().summary));
}

// A file cut off anywhere is an error, never a crash or a smaller summary.
TEST(SummaryJson, NoticesEveryTruncation) {
  const std::string text = summaryToJson(FullSummary().summary);
  for (std::size_t length = 0; length < text.size(); ++length) {
    EXPECT_FALSE(summaryFromJson(std::string_view(text).substr(0, length))) << length;
  }
}

// A digit changed anywhere gives an error or a summary whose indices are sound, never a crash.
TEST(SummaryJson, SurvivesEveryChangedDigit) {
  const std::string text = summaryToJson(FullSummary().summary);
  std::size_t rejected = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') continue;
    std::string changed = text;
    changed[i] = '9';
    const auto back = summaryFromJson(changed);
    if (!back)
      ++rejected;
    else
      EXPECT_FALSE(checkSummary(*back).has_value()) << i;
  }
  EXPECT_GT(rejected, 100u);
}

TEST(SummaryJson, NamesTheFieldThatIsWrong) {
  const std::map<std::string, std::string> expected{
      {"alloc-text-location", "allocTexts[0].location: index out of range"},
      {"alloc-text-standing", "allocTexts[0].standing: number out of range"},
      {"annotation-of-no-parameter", "functions[0].annotations[0]: no such parameter"},
      {"assign-place", "functions[0].body.blocks[0].events[0].place: index missing"},
      {"assume-condition", "functions[0].body.blocks[0].events[0].condition: index missing"},
      {"branch-without-condition", "functions[0].body.blocks[0].terminator.condition: index missing"},
      {"call-argument", "functions[0].body.blocks[0].events[0].arguments[0].value: index out of range"},
      {"call-callee", "functions[0].body.blocks[0].events[0].callee: index out of range"},
      {"call-id", "functions[0].body.blocks[0].events[0].id: index out of range"},
      {"call-of-nothing", "functions[0].body.blocks[0].events[0].callee: neither callee nor target"},
      {"code-bytes-of-no-body", "functions[0].codeBytes: of no body"},
      {"cut-off", "not JSON"},
      {"empty", "not JSON"},
      {"event-kind", "functions[0].body.blocks[0].events[0].action.kind: number out of range"},
      {"event-macro", "functions[0].body.blocks[0].events[0].macro: index out of range"},
      {"event-not-a-pair", "functions[0].body.blocks[0].events[0].action: expected a kind and a value"},
      {"expr-binary-operator", "functions[0].body.exprs[1].op: not binary"},
      {"expr-call", "functions[0].body.exprs[0].value: index out of range"},
      {"expr-cut-off", "functions[0].body.exprs[0].record: missing"},
      {"expr-field-name", "functions[0].body.exprs[1].text: index out of range"},
      {"expr-function", "functions[0].body.exprs[0].value: index out of range"},
      {"expr-global", "functions[0].body.exprs[0].value: index out of range"},
      {"expr-kind-unknown", "functions[0].body.exprs[0].kind: number out of range"},
      {"expr-local", "functions[0].body.exprs[0].value: index out of range"},
      {"expr-operand-itself", "functions[0].body.exprs[0].lhs: index out of range"},
      {"expr-operand-later", "functions[0].body.exprs[0].lhs: index out of range"},
      {"expr-operand-missing", "functions[0].body.exprs[0].lhs: index missing"},
      {"expr-parameter", "functions[0].body.exprs[0].value: index out of range"},
      {"expr-parameter-negative", "functions[0].body.exprs[0].value: index out of range"},
      {"expr-string", "functions[0].body.exprs[0].text: index missing"},
      {"expr-twice", "functions[0].body.exprs[1]: the same expression twice"},
      {"expr-unary-operator", "functions[0].body.exprs[1].op: not unary"},
      {"file-hashes-too-few", "fileHashes: not as many as files"},
      {"file-lines-too-few", "fileLines: not as many as files"},
      {"file-not-a-string", "files[0]: expected a string"},
      {"function-too-short", "functions[0].body: missing"},
      {"global-parameter", "globalExprs[0].value: index out of range"},
      {"initialiser-place", "initialisers[0].place: index out of range"},
      {"handler", "functions[0].body.blocks[0].handler: index out of range"},
      {"jump-nowhere", "functions[0].body.blocks[0].terminator.successors: wrong number"},
      {"linkage-unknown", "functions[0].linkage: number out of range"},
      {"location-in-no-file", "functions[0].location: index out of range"},
      {"macro-name", "functions[0].body.blocks[0].events[0].name: index missing"},
      {"main-file-elsewhere", "files: does not begin with the main file"},
      {"members-missing", "functions: missing"},
      {"newer-version", "formatVersion: 999 instead of"},
      {"no-blocks", "functions[0].body.blocks: no entry block"},
      {"no-files", "files: does not begin with the main file"},
      {"no-summary", "summary: missing"},
      {"no-version", "formatVersion: missing"},
      {"not-an-object", "formatVersion: missing"},
      {"not-json", "not JSON"},
      {"number-as-string", "fileLines[0]: expected an integer"},
      {"number-fraction", "fileLines[0]: expected an integer"},
      {"number-huge", "functions[0].body.exprs[0].value: number out of range"},
      {"number-negative", "fileLines[0]: number out of range"},
      {"number-too-large", "fileLines[0]: number out of range"},
      {"older-version", "formatVersion: 0 instead of"},
      {"override-of-nothing", "functions[0].overrides[0].method: index out of range"},
      {"own-record-name", "ownRecords[0].name: index"},
      {"pointer-field-name", "functionPointerFields[0].field: index out of range"},
      {"problem-kind", "problems[0].kind: number out of range"},
      {"return-somewhere", "functions[0].body.blocks[0].terminator.successors: wrong number"},
      {"return-value", "functions[0].body.blocks[0].events[0].value: index out of range"},
      {"site-in-no-file", "functions[0].site.location: index out of range"},
      {"string-not-of-bytes", "strings[0]: expected a string of bytes"},
      {"string-twice", "strings[1]: the same string twice"},
      {"successor", "functions[0].body.blocks[0].terminator.successors[0].block: index out of range"},
      {"summary-not-an-array", "expected an array of members"},
      {"suppression-in-no-file", "suppressions[0].location: index out of range"},
      {"switch-case", "functions[0].body.blocks[0].terminator.cases[0].target: index out of range"},
      {"too-many-members", "too many members"},
      {"truth-value-two", "functions[0].isInline: number out of range"},
      {"version-not-a-number", "formatVersion: \"1\" instead of"},
  };
  const std::filesystem::path folder = std::filesystem::path(IRQLINT_SOURCE_DIR) / "tests/malformed/summary";
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    ++files;
    const std::string name = entry.path().stem().string();
    ASSERT_TRUE(expected.contains(name)) << "no expectation for " << name;
    std::ifstream stream(entry.path(), std::ios::binary);
    const auto back = summaryFromJson(std::string(std::istreambuf_iterator<char>(stream), {}));
    ASSERT_FALSE(back) << name;
    EXPECT_THAT(back.error().message(), HasSubstr(expected.at(name))) << name;
  }
  EXPECT_EQ(files, expected.size());
}

}  // namespace
}  // namespace irqlint
