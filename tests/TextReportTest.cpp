#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/raw_ostream.h>

#include "analyzer/report/Report.h"
#include "tests/SampleReport.h"

namespace irqlint {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string write(const Report& report, bool color = false) {
  std::string text;
  llvm::raw_string_ostream out(text);
  writeText(report, *sampleFiles(), {.color = color}, out);
  return text;
}

TEST(TextReportTest, ReadsLikeACompiler) {
  EXPECT_EQ(write(sampleReport()),
            "limits.c:5:24: error: 'ReadLimits' is in the pageable section 'PAGE' but runs at 'DISPATCH_LEVEL' here "
            "[PAGE201]\n"
            "  5 |     /* \xc3\xa4\xf0\x9f\x98\x80 */ Status = ReadLimits(Ext, &Limits);\n"
            "    |                        ^~~~~~~~~~\n"
            "  DISPATCH  limits.c:3:13  the system enters 'OnTimer'\n"
            "  DISPATCH  km/wdm.h:1:6     passes 'KeFoo'\n"
            "  DISPATCH  limits.c:5:24  raises\n"
            "            limits.c:1:1   'ReadLimits' is placed in 'PAGE'\n"
            "  help: queue a work item from the DPC, or keep 'ReadLimits' resident\n"
            "\n"
            "1 error in 3 units (9 functions, 120 lines)\n"
            "not analysed:\n"
            "  sub/bad.c: crashed (SIGSEGV)\n"
            "  1 header read as empty: 'trace.tmh' was not found\n"
            "  1 function body not understood\n"
            "  2 called functions without body or contract: KeFoo, KeBar\n");
}

TEST(TextReportTest, ColorOnlyWhenAsked) {
  EXPECT_THAT(write(sampleReport()), Not(HasSubstr("\x1b[")));
  EXPECT_THAT(write(sampleReport(), true), HasSubstr("\x1b[0;1;31merror"));
}

TEST(TextReportTest, NothingFoundSaysHowMuchWasLookedAt) {
  Report report;
  report.coverage.units = 1;
  report.coverage.functions = 2;
  report.coverage.sourceLines = 30;
  EXPECT_EQ(write(report), "no findings in 1 unit (2 functions, 30 lines)\n");
}

TEST(TextReportTest, SuppressedFindingsAreCountedApartAndShownOnRequest) {
  Report report = sampleReport();
  report.findings.push_back(sampleFinding());
  report.findings[1].suppression = {{"/src/my driver/limits.c", 4, 1, 0}, "known\x1b[2J"};
  report.findings[1].severity = Severity::Warning;
  report.suppressed = 1;
  EXPECT_THAT(write(report), Not(HasSubstr(": warning: ")));
  EXPECT_THAT(write(report),
              HasSubstr("\n1 error in 3 units (9 functions, 120 lines); 1 finding suppressed in the source\n"));
  std::string text;
  llvm::raw_string_ostream out(text);
  writeText(report, *sampleFiles(), {.suppressed = true}, out);
  EXPECT_THAT(text, HasSubstr(" [PAGE201] (suppressed: known?[2J)\n"));
  EXPECT_THAT(text, HasSubstr("\n1 error in 3 units"));
}

TEST(TextReportTest, CountsWorstFirst) {
  Report report = sampleReport();
  report.findings.assign(3, sampleFinding());
  report.findings[1].severity = Severity::Note;
  report.findings[1].certainty = Certainty::Possible;
  report.findings[2].severity = Severity::Note;
  EXPECT_THAT(write(report), HasSubstr("\n1 error, 2 notes in 3 units"));
  EXPECT_THAT(write(report), HasSubstr(" (possible) [PAGE201]\n"));
}

TEST(TextReportTest, ControlCharactersOfTheSourceStayAway) {
  const auto files = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  files->addFile("/src/my driver/limits.c", 0, llvm::MemoryBuffer::getMemBuffer("\n\n\n\n/* \x1b[2J */ f();\n"));
  Report report = sampleReport();
  report.findings[0].codeFlow.clear();
  std::string text;
  llvm::raw_string_ostream out(text);
  writeText(report, *files, {}, out);
  EXPECT_THAT(text, HasSubstr("  5 | /* ?[2J */ f();\n"));
}

TEST(TextReportTest, UnreadableSourceCostsTheExcerptOnly) {
  Report report = sampleReport();
  report.findings[0].location.file = "/src/my driver/gone.c";
  EXPECT_THAT(write(report),
              StartsWith("gone.c:5:24: error: 'ReadLimits' is in the pageable section 'PAGE' but runs at "
                         "'DISPATCH_LEVEL' here [PAGE201]\n  DISPATCH  "));
}

TEST(TextReportTest, LongListsAreCut) {
  Report report = sampleReport();
  report.coverage.unknownCallees = {{"A", 7}, {"B", 6}, {"C", 5}, {"D", 4}, {"E", 3}, {"F", 2}, {"G", 1}};
  EXPECT_THAT(write(report), HasSubstr("7 called functions without body or contract: A, B, C, D, E and 2 more\n"));
}

TEST(CoverageTextTest, GivesFiguresThenTheWorstFirst) {
  Report report;
  report.sourceRoot = "/src";
  Coverage& coverage = report.coverage;
  coverage.units = 4;
  coverage.failedUnits = {{"/src/bad.c", "crashed"}};
  coverage.functions = 9;
  coverage.bodiesPartial = 2;
  coverage.bodiesLost = 1;
  coverage.calls = 200;
  coverage.callsUnderstood = 150;
  coverage.unnamedCalls = 1;
  coverage.unknownCallees = {{"Seldom", 1}, {"Often", 12}};
  coverage.notes = {{"bodyPartial", "'Small' was understood in part only", {"/src/a.c", 1, 1, 1}, 1},
                    {"bodyPartial", "'Large' was understood in part only", {"/src/b.c", 7, 1, 1}, 5},
                    {"missingHeader", "acme.h", {"/src/a.c", 2, 1, 1}},
                    {"missingHeader", "acme.h", {"/src/b.c", 2, 1, 1}},
                    {"inventedName", "'X' is not declared; taken for a type", {"/src/b.c", 3, 1, 1}}};
  std::string text;
  llvm::raw_string_ostream out(text);
  writeCoverage(report, out);
  EXPECT_EQ(text,
            "coverage:\n"
            "  units      3 of 4 (75.0 %) read\n"
            "  functions  7 of 10 (70.0 %) intact, 2 understood in part, 1 lost\n"
            "  calls      199 of 200 (99.5 %) of a known name\n"
            "  calls      150 of 200 (75.0 %) of something with a body or a contract\n"
            "functions understood in part only:\n"
            "  b.c:7: 'Large' was understood in part only (5 errors)\n"
            "  a.c:1: 'Small' was understood in part only\n"
            "headers read as empty:\n"
            "      2  acme.h\n"
            "names made up:\n"
            "      1  'X' is not declared; taken for a type\n"
            "called functions without body or contract:\n"
            "     12  Often\n"
            "      1  Seldom\n");
}

}  // namespace
}  // namespace irqlint
