// What is written into a source to place its functions: its definitions read by the frontend, then edited.
#include "analyzer/edit/Placements.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ExtractTuFixture.h"

namespace irqlint {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class PlacementsTest : public ExtractTuTest {
 protected:
  struct Wish {
    std::string name;
    std::string section = "PAGE";
  };

  // The text with the functions of `wishes` placed; what is refused goes to `refused_`.
  std::string placed(const std::string& text, const std::vector<Wish>& wishes, const std::string& file = "a.c",
                     bool asserted = false) {
    add("/drv/kernel.h", "#define PAGED_CODE() ((void)0)\nvoid FromHeader(void);\n");
    read(text, std::to_string(++texts_) + file);  // what a path holds stays
    FilePlacements today;
    for (const AllocText& directive : summary_.allocTexts) today.allocTexts.push_back(directive);
    std::vector<WantedPlacement> wanted;
    for (const FunctionSummary& function : summary_.functions) {
      const SectionOrigin origin = function.section.origin;
      if (origin == SectionOrigin::Declspec || origin == SectionOrigin::SegmentPragma) today.byDefinition = true;
    }
    for (const Wish& wish : wishes) {
      const FunctionSummary& function = this->function(wish.name);
      if (!function.site) {
        ADD_FAILURE() << wish.name << " has no site";
        return "";
      }
      const std::string plain = wish.name.substr(wish.name.rfind(':') + 1);
      wanted.push_back({plain, wish.section, *function.site, wish.section == "PAGE" && !asserted});
    }
    const PlacementPlan plan = planPlacements(text, today, wanted);
    refused_ = plan.refusals;
    return withInsertions(text, plan.insertions);
  }

  std::vector<std::string> refused_;
  int texts_ = 0;
};

TEST_F(PlacementsTest, FollowsTheLastDirectiveInItsForm) {
  EXPECT_EQ(placed("#include \"kernel.h\"\n"
                   "void A(void);\nvoid B(void);\n"
                   "#ifdef __clang__\n"
                   "#pragma alloc_text (PAGE, A)  // first\n"
                   "#endif\n"
                   "void A(void) { PAGED_CODE(); }\n"
                   "void B(void)\n{\n    A();\n}\n",
                   {{"B"}}),
            "#include \"kernel.h\"\n"
            "void A(void);\nvoid B(void);\n"
            "#ifdef __clang__\n"
            "#pragma alloc_text (PAGE, A)  // first\n"
            "#pragma alloc_text (PAGE, B)\n"
            "#endif\n"
            "void A(void) { PAGED_CODE(); }\n"
            "void B(void)\n{\n    PAGED_CODE();\n\n    A();\n}\n");
}

TEST_F(PlacementsTest, MakesABlockBehindTheDeclarations) {
  EXPECT_EQ(placed("#include \"kernel.h\"\n"
                   "static int A(void);\n"
                   "void B(void);  /* declared */\n"
                   "\n"
                   "static int A(void) { return 1; }\n"
                   "void B(void)\n{\n}\n",
                   {{"A"}, {"B", "INIT"}}),
            "#include \"kernel.h\"\n"
            "static int A(void);\n"
            "void B(void);  /* declared */\n"
            "\n"
            "#pragma alloc_text(INIT, B)\n"
            "#pragma alloc_text(PAGE, A)\n"
            "\n"
            "static int A(void) { PAGED_CODE(); return 1; }\n"
            "void B(void)\n{\n}\n");
}

TEST_F(PlacementsTest, MakesASecondBlockForADeclarationThatComesLater) {
  const std::string text = placed(
      "#include \"kernel.h\"\n"
      "void FromHeader(void) { }\n"
      "void Late(void);\n"
      "void Late(void) { }\n",
      {{"FromHeader"}, {"Late"}});
  EXPECT_THAT(text, StartsWith("#include \"kernel.h\"\n\n#pragma alloc_text(PAGE, FromHeader)\n\nvoid FromHeader"));
  EXPECT_THAT(text, HasSubstr("void Late(void);\n\n#pragma alloc_text(PAGE, Late)\n\nvoid Late(void) {"));
}

// alloc_text needs a declaration, a line of its own behind it and C linkage.
TEST_F(PlacementsTest, PlacesAtTheDefinitionWhereAllocTextCannot) {
  EXPECT_THAT(
      placed("#include \"kernel.h\"\nstatic int\nA(void)\n{\n    return 1;\n}\n", {{"A"}}),
      HasSubstr(".h\"\n__declspec(code_seg(\"PAGE\"))\nstatic int\nA(void)\n{\n    PAGED_CODE();\n\n    return"));
  EXPECT_THAT(placed("void A(void); void A(void) { }\n", {{"A"}}),
              HasSubstr("void A(void); __declspec(code_seg(\"PAGE\")) void A(void)"));
  EXPECT_THAT(placed("void A(void); /* and\n more */\nvoid A(void) { }\n", {{"A"}}),
              HasSubstr("more */\n__declspec(code_seg(\"PAGE\"))\nvoid A"));
}

TEST_F(PlacementsTest, PlacesAtTheDefinitionInCxx) {
  EXPECT_EQ(placed("#include \"kernel.h\"\n"
                   "extern \"C\" void A();\n"
                   "namespace n {\n"
                   "  int B()\n  {\n    return 1;\n  }\n"
                   "}\n"
                   "extern \"C\" void A() { int x = n::B(); (void)x; }\n",
                   {{"A", "INIT"}, {"n::B"}}, "a.cpp"),
            "#include \"kernel.h\"\n"
            "extern \"C\" void A();\n"
            "namespace n {\n"
            "  __declspec(code_seg(\"PAGE\"))\n  int B()\n  {\n    PAGED_CODE();\n\n    return 1;\n  }\n"
            "}\n"
            "extern \"C\" __declspec(code_seg(\"INIT\")) void A() { int x = n::B(); (void)x; }\n");
}

TEST_F(PlacementsTest, KeepsTheStyleOfTheFile) {
  EXPECT_THAT(placed("#include \"kernel.h\"\nvoid B(void);\n"
                     "#pragma code_seg(\"PAGE\")\nvoid A(void) { }\n#pragma code_seg()\n"
                     "void B(void) { }\n",
                     {{"B"}}),
              HasSubstr("\n__declspec(code_seg(\"PAGE\"))\nvoid B(void) { PAGED_CODE(); }"));
  EXPECT_THAT(placed("#include \"kernel.h\"\nextern \"C\" { void A(); void B();\n"
                     "#pragma alloc_text(PAGE, A)\nvoid A() { }\n\nvoid B() { } }\n",
                     {{"B"}}, "a.cpp"),
              HasSubstr("alloc_text(PAGE, A)\n#pragma alloc_text(PAGE, B)\nvoid A"));
}

TEST_F(PlacementsTest, AssertsBehindTheDeclarationsInC) {
  EXPECT_THAT(placed("#include \"kernel.h\"\nint A(void);\n"
                     "int A(void)\n{\n\tint a;\n\tint b = 2;  // two\n\ta = b;\n\treturn a;\n}\n",
                     {{"A"}}),
              HasSubstr("b = 2;  // two\n\n\tPAGED_CODE();\n\n\ta = b;"));
  EXPECT_THAT(placed("#include \"kernel.h\"\nint A(void);\n"
                     "int A(void)\n{\n    int a = 1;\n\n    return a;\n}\n",
                     {{"A"}}),
              HasSubstr("a = 1;\n\n    PAGED_CODE();\n\n    return"));
  EXPECT_THAT(placed("#include \"kernel.h\"\nint A(void);\nint A(void) { int a = 1; return a; }\n", {{"A"}}),
              HasSubstr("{ int a = 1; PAGED_CODE(); return a; }"));
}

// Else only some builds would have it.
TEST_F(PlacementsTest, AssertsFirstWhereDeclarationsAreConditional) {
  EXPECT_THAT(placed("#include \"kernel.h\"\nint A(void);\n"
                     "int A(void)\n{\n    int a = 1;\n#ifdef __clang__\n    int b = 2;\n#endif\n    return a;\n}\n",
                     {{"A"}}),
              HasSubstr("{\n    PAGED_CODE();\n\n    int a = 1;\n#ifdef"));
}

TEST_F(PlacementsTest, AssertsOnlyWhatIsAskedForAndKnown) {
  EXPECT_THAT(placed("void A(void);\nvoid A(void) { }\n", {{"A"}}), HasSubstr("PAGE, A)\n\nvoid A(void) { }"));
  EXPECT_THAT(placed("#include \"kernel.h\"\nvoid A(void);\nvoid A(void) { PAGED_CODE(); }\n", {{"A"}}, "a.c", true),
              HasSubstr("void A(void) { PAGED_CODE(); }\n"));
}

TEST_F(PlacementsTest, KeepsLineEndsAndBytes) {
  EXPECT_EQ(placed("// caf\xE9\r\n#include \"kernel.h\"\r\nvoid A(void);\r\n\r\nvoid A(void)\r\n{\r\n}\r\n", {{"A"}}),
            "// caf\xE9\r\n#include \"kernel.h\"\r\nvoid A(void);\r\n\r\n#pragma alloc_text(PAGE, A)\r\n\r\n"
            "void A(void)\r\n{\r\n    PAGED_CODE();\r\n}\r\n");
  EXPECT_THAT(placed("\xEF\xBB\xBFvoid A(void);\nvoid A(void) { }\n", {{"A"}}),
              StartsWith("\xEF\xBB\xBFvoid A(void);\n\n#pragma alloc_text(PAGE, A)\n"));
}

TEST_F(PlacementsTest, RefusesWhatItCannotPlace) {
  add("/drv/inline.h", "static void InHeader(void) { }\n");
  const std::string text =
      "#include \"inline.h\"\n"
      "#define DEFINE(name) void name() { }\n"
      "#define BEGIN {\n"
      "#define C_API extern \"C\" int\n"
      "DEFINE(ByMacro)\n"
      "void Brace() BEGIN }\n"
      "C_API Linkage() { return 1; }\n"
      "inline void Inline() { }\n"
      "struct S { void Member(); };\n"
      "void S::Member() { }\n"
      "template <class T> void Template(T) { }\n"
      "void Try() try { } catch (...) { }\n"
      "void Uses() { auto lambda = [] { }; lambda(); Template(1); Inline(); InHeader(); }\n";
  const std::vector<Wish> wishes{{"ByMacro"}, {"Brace"}, {"Linkage"}, {"Inline"}, {"InHeader"}, {"S::Member"}, {"Try"}};
  EXPECT_EQ(placed(text, wishes, "a.cpp"), text);
  EXPECT_THAT(refused_, testing::ElementsAre(HasSubstr("macro"), HasSubstr("macro"), HasSubstr("macro"),
                                             HasSubstr("inline"), HasSubstr("others include"),
                                             HasSubstr("member of a class"), HasSubstr("no plain block")));
  for (const FunctionSummary& function : summary_.functions) {
    if (!function.site) continue;
    if (function.name.starts_with("Template")) { EXPECT_EQ(function.site->obstacle, SiteObstacle::Template); }
    if (function.name.ends_with(kLambdaName)) { EXPECT_EQ(function.site->obstacle, SiteObstacle::Lambda); }
  }
}

TEST_F(PlacementsTest, RefusesFilesItCannotKeep) {
  const std::string generated = "/* Do not edit: made by a tool */\nvoid A(void);\nvoid A(void) { }\n";
  EXPECT_EQ(placed(generated, {{"A"}}), generated);
  EXPECT_THAT(refused_[0], HasSubstr("a program writes it"));
  const std::string mixed = "void A(void);\r// old\nvoid A(void) { }\n";
  EXPECT_EQ(placed(mixed, {{"A"}}), mixed);
  EXPECT_THAT(refused_[0], HasSubstr("line ends"));
}

TEST_F(PlacementsTest, RefusesWhatADirectiveNamesInVain) {
  const std::string text = "void A(void);\nvoid A(void) { }\n#pragma alloc_text(PAGE, A)\n";
  EXPECT_EQ(placed(text, {{"A"}}), text);
  EXPECT_THAT(refused_[0], HasSubstr("to no effect"));
}

}  // namespace
}  // namespace irqlint
