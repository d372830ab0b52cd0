// Comments and pragmas by which a unit asks not to be told of findings.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ExtractTuFixture.h"

namespace irqlint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SuppressionReaderTest : public ExtractTuTest {
 protected:
  // Each directive as "kind ids first-last: justification".
  std::vector<std::string> directives() const {
    constexpr const char* kKinds[] = {"comment", "line", "region", "command line"};
    std::vector<std::string> texts;
    for (const SuppressionDirective& directive : summary_.suppressions) {
      std::string text = kKinds[static_cast<std::size_t>(directive.kind)];
      for (const std::string& id : directive.ids) text += " " + id;
      const bool toEnd = directive.lastLine == SuppressionDirective::kEndOfFile;
      text += " " + std::to_string(directive.firstLine) + "-" + (toEnd ? "end" : std::to_string(directive.lastLine));
      if (!directive.justification.empty()) text += ": " + directive.justification;
      const bool isElsewhere = directive.coveredFile() != FileId(0) && directive.kind != SuppressionKind::Comment;
      if (isElsewhere || directive.isInherited())
        text += " in " + summary_.files[directive.coveredFile().index()].substr(std::string("/drv/").size());
      texts.push_back(std::move(text));
    }
    return texts;
  }
};

TEST_F(SuppressionReaderTest, ACommentAloneIsForTheNextLineOfCode) {
  read("// irqlint-suppress IRQL101: known\n\n// and a word more\nvoid f(void);\nvoid g(void);\n");
  EXPECT_THAT(directives(), ElementsAre("comment IRQL101 4-4: known"));
  EXPECT_EQ(summary_.suppressions[0].location, (SourceLocation{FileId(0), 1, 1, 35}));
}

TEST_F(SuppressionReaderTest, ACommentBehindCodeIsForItsLine) {
  read("int a;  // irqlint-suppress IRQL101, PAGE201: both known\nint b; /* irqlint-suppress IRQL102: x */\n");
  EXPECT_THAT(directives(), ElementsAre("comment IRQL101 PAGE201 1-1: both known", "comment IRQL102 2-2: x"));
}

TEST_F(SuppressionReaderTest, ABlockCommentMayStandBeforeCodeOrTakeSeveralLines) {
  read("/* irqlint-suppress IRQL101: a */ int a;\n/**\n * irqlint-suppress IRQL102: so\n   and so */\nint b;\n");
  EXPECT_THAT(directives(), ElementsAre("comment IRQL101 1-1: a", "comment IRQL102 5-5: so and so"));
  EXPECT_EQ(summary_.suppressions[1].location.endColumn, 0u) << "it ends on another line";
}

TEST_F(SuppressionReaderTest, IncompleteCommentsAreKept) {
  read("int a; // irqlint-suppress IRQL101\nint b; // irqlint-suppress: because\nint c; // irqlint-suppress\n");
  EXPECT_THAT(directives(), ElementsAre("comment IRQL101 1-1", "comment 2-2: because", "comment 3-3"));
}

TEST_F(SuppressionReaderTest, OtherCommentsAreNone) {
  read(
      "int a; // see irqlint-suppress IRQL101: x\nint b; // irqlint-suppressions help\n"
      "#if 0\nint c; // irqlint-suppress IRQL101: x\n#endif\n");
  EXPECT_THAT(directives(), IsEmpty());
}

TEST_F(SuppressionReaderTest, NoCodeFollows) {
  add("/drv/end.h", "int a;\n// irqlint-suppress IRQL101: at the end of a header\n");
  read("#include \"end.h\"\nint b;\n// irqlint-suppress IRQL102: at the end of all\n");
  EXPECT_THAT(directives(),
              ElementsAre("comment IRQL101 1-0: at the end of a header", "comment IRQL102 1-0: at the end of all"));
}

TEST_F(SuppressionReaderTest, ACommentAmongTheArgumentsOfAMacro) {
  read("#define BOTH(a, b) int first; a b\nBOTH(int x;,\n  // irqlint-suppress IRQL101: inside\n  int y;)\n");
  EXPECT_THAT(directives(), ElementsAre("comment IRQL101 4-4: inside"));
}

TEST_F(SuppressionReaderTest, SuppressIsForTheNextLineOfCode) {
  read("#pragma warning(suppress: 28121)\n#pragma warning (suppress : 6001 28118)  // they know\n\nint a;\n");
  EXPECT_THAT(directives(), ElementsAre("line C28121 4-4", "line C6001 C28118 4-4: they know"));
}

TEST_F(SuppressionReaderTest, AListOfSpecifiers) {
  read("#pragma warning(disable: 28118 28121; suppress: 6001; disable: 28167)\nint a;\n");
  EXPECT_THAT(directives(),
              ElementsAre("region C28118 1-end", "region C28121 1-end", "line C6001 2-2", "region C28167 1-end"));
}

TEST_F(SuppressionReaderTest, ThePragmaSaysWhy) {
  read(
      "#pragma warning(suppress: 28121, justification: \"first\")\n"
      "#pragma prefast(suppress: 28118 28119, \"sec\" \"ond\")\n"
      "#pragma prefast(suppress: 28120, \"third\") // and not this\nint a;\n");
  EXPECT_THAT(directives(),
              ElementsAre("line C28121 4-4: first", "line C28118 C28119 4-4: second", "line C28120 4-4: third"));
}

TEST_F(SuppressionReaderTest, ARegionEndsWhereItsNumberIsEnabled) {
  read(
      "#pragma warning(disable: 28118 28121)\nint a;\n#pragma warning(default: 28118)\nint b;\n"
      "#pragma prefast(enable: 28121)\nint c;\n#pragma prefast(disable: IRQL101)\n");
  EXPECT_THAT(directives(), ElementsAre("region C28118 1-3", "region C28121 1-5", "region IRQL101 7-end"));
}

TEST_F(SuppressionReaderTest, PopRestoresWhatWasPushed) {
  read(
      "#pragma warning(disable: 28101)\n"
      "#pragma warning(push)\n"
      "#pragma warning(disable: 28101 28102)\n"
      "#pragma prefast(push)\n"
      "#pragma warning(default: 28101)\n"
      "#pragma prefast(pop)\n"
      "#pragma warning(pop)\n"
      "#pragma warning(pop)\n");
  EXPECT_THAT(directives(), ElementsAre("region C28101 1-5", "region C28102 3-7", "region C28101 6-end"));
}

TEST_F(SuppressionReaderTest, WarningsOfTheCompilerItselfAreNoneOfOurs) {
  read("#pragma warning(disable: 4100 4996 5999)\n#pragma warning(suppress: 4100)\nint a;\n");
  EXPECT_THAT(directives(), IsEmpty());
}

TEST_F(SuppressionReaderTest, PragmasInMacros) {
  read(
      "#define QUIET __pragma(warning(suppress: 28121))\n"
      "#define BEGIN __pragma(warning(push)) __pragma(warning(disable: 28118))\n"
      "#define END _Pragma(\"warning(pop)\")\n"
      "#define DECLARE(x) __pragma(prefast(suppress: 28167, \"why\")) int x;\n"
      "BEGIN\nQUIET\nint a;\nDECLARE(b)\nint c; END\n");
  EXPECT_THAT(directives(), ElementsAre("region C28118 5-9", "line C28121 7-7", "line C28167 8-8: why"));
  EXPECT_EQ(summary_.suppressions[1].location.line, 6u) << "where the macro is used";
}

TEST_F(SuppressionReaderTest, WhatAHeaderDisablesStaysDisabled) {
  add("/drv/own.h", "int a;\n#pragma warning(disable: 28101) // known\n#include \"inner.h\"\nint h;\n");
  add("/drv/inner.h", "int i;\n");
  read("int b;\n#include \"own.h\"\nint c;\n#pragma warning(default: 28101)\nint d;\n");
  EXPECT_THAT(directives(), ElementsAre("region C28101 2-end: known in own.h", "region C28101 1-end: known in inner.h",
                                        "region C28101 2-4: known in a.c"));
  for (const SuppressionDirective& directive : summary_.suppressions)
    EXPECT_EQ(summary_.files[directive.location.file.index()], "/drv/own.h");
}

TEST_F(SuppressionReaderTest, AHeaderMayPopWhatItsIncluderPushed) {
  add("/drv/begin.h", "#pragma warning(push)\n#pragma warning(disable: 28101)\n");
  add("/drv/end.h", "int e;\n#pragma warning(pop)\n");
  read("#include \"begin.h\"\nint a;\n#include \"end.h\"\nint b;\n");
  EXPECT_THAT(directives(),
              ElementsAre("region C28101 2-end in begin.h", "region C28101 1-3 in a.c", "region C28101 1-2 in end.h"));
}

TEST_F(SuppressionReaderTest, AForcedIncludeIsReadFirst) {
  add("/drv/first.h", "#pragma prefast(disable: 28101, \"why\")\n");
  read("int a;\n", "a.c", {"-include", "/drv/first.h"});
  EXPECT_THAT(directives(), ElementsAre("region C28101 1-end: why in first.h", "region C28101 1-end: why in a.c"));
}

TEST_F(SuppressionReaderTest, ForeignHeadersHaveNoSay) {
  add("/sdk/sdk.h",
      "#pragma warning(disable: 28103)\n#pragma warning(push)\n#pragma warning(disable: 28104)\n"
      "#pragma warning(pop)\n// irqlint-suppress IRQL101: x\nint s;\n");
  read("#pragma warning(push)\n#pragma warning(disable: 28102)\n#include <sdk.h>\n#pragma warning(pop)\n", "a.c",
       {"-I/sdk"});
  EXPECT_THAT(directives(), ElementsAre("region C28102 2-4"));
}

TEST_F(SuppressionReaderTest, TheCommandLineDisablesBeforeAnythingIsRead) {
  add("/drv/own.h", "int h;\n");
  dialect_ = CommandDialect::Cl;
  read("#include \"own.h\"\n#pragma warning(default: 28121)\nint a;\n", "a.c", {"/wd4100", "/wd28121", "-wd28118"});
  EXPECT_THAT(directives(),
              ElementsAre("command line C28118 1-end: disabled by /wd28118 on the command line in a.c",
                          "command line C28121 1-2: disabled by /wd28121 on the command line in a.c",
                          "command line C28118 1-end: disabled by /wd28118 on the command line in own.h",
                          "command line C28121 1-end: disabled by /wd28121 on the command line in own.h"));
}

TEST_F(SuppressionReaderTest, MalformedPragmasAreLeftAlone) {
  read(
      "#pragma prefast\n#pragma prefast(\n#pragma prefast(suppress\n#pragma prefast(suppress:)\n"
      "#pragma prefast(suppress: 28121\n#pragma warning(suppress: many)\n#pragma warning\nint a;\n");
  EXPECT_THAT(directives(), IsEmpty());
  EXPECT_THAT(summary_.problems, IsEmpty());
}

}  // namespace
}  // namespace irqlint
