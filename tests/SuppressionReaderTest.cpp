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
    constexpr const char* kKinds[] = {"comment", "line", "region"};
    std::vector<std::string> texts;
    for (const SuppressionDirective& directive : summary_.suppressions) {
      std::string text = kKinds[static_cast<std::size_t>(directive.kind)];
      for (const std::string& id : directive.ids) text += " " + id;
      const bool toEnd = directive.lastLine == SuppressionDirective::kEndOfFile;
      text += " " + std::to_string(directive.firstLine) + "-" + (toEnd ? "end" : std::to_string(directive.lastLine));
      if (!directive.justification.empty()) text += ": " + directive.justification;
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
      "#pragma warning(disable: 1)\n"
      "#pragma warning(push)\n"
      "#pragma warning(disable: 1 2)\n"
      "#pragma prefast(push)\n"
      "#pragma warning(default: 1)\n"
      "#pragma prefast(pop)\n"
      "#pragma warning(pop)\n"
      "#pragma warning(pop)\n");
  EXPECT_THAT(directives(), ElementsAre("region C1 1-5", "region C2 3-7", "region C1 6-end"));
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

TEST_F(SuppressionReaderTest, EachFileHasItsOwnRegions) {
  add("/drv/own.h", "#pragma warning(disable: 1)\n#pragma warning(push)\nint h;\n");
  add("/sdk/sdk.h", "#pragma warning(disable: 3)\n#pragma warning(pop)\n// irqlint-suppress IRQL101: x\nint s;\n");
  read(
      "#pragma warning(push)\n#pragma warning(disable: 2)\n#include \"own.h\"\n#include <sdk.h>\n#pragma "
      "warning(pop)\n",
      "a.c", {"-I/sdk"});
  EXPECT_THAT(directives(), ElementsAre("region C2 2-5", "region C1 1-end"));
  EXPECT_EQ(summary_.files[summary_.suppressions[1].location.file.index()], "/drv/own.h");
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
