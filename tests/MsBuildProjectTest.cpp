#include "analyzer/project/MsBuildProject.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class MsBuildProjectTest : public ::testing::Test {
 protected:
  MsBuildProject evaluate(const std::string& body) {
    files_.add("/repo/drv/drv.vcxproj", projectText(body));
    Result<MsBuildProject> project = evaluateProject("/repo/drv/drv.vcxproj", request_, files_.finder);
    EXPECT_TRUE(project) << project.error().message();
    return project ? *std::move(project) : MsBuildProject();
  }

  std::string failure(llvm::StringRef text) {
    files_.add("/repo/drv/drv.vcxproj", text);
    const Result<MsBuildProject> project = evaluateProject("/repo/drv/drv.vcxproj", request_, files_.finder);
    EXPECT_FALSE(project);
    return project ? "" : project.error().message();
  }

  static std::string property(const MsBuildProject& project, const char* name) {
    return valueOf(project.properties, name);
  }

  static std::vector<std::string> names(const MsBuildProject& project, const char* type = "ClCompile") {
    std::vector<std::string> names;
    const auto items = project.items.find(llvm::StringRef(type));
    if (items != project.items.end())
      for (const MsBuildItem& item : items->second) names.push_back(item.include);
    return names;
  }

  static std::string metadata(const MsBuildProject& project, std::size_t index, const char* name) {
    return valueOf(project.items.at("ClCompile").at(index).metadata, name);
  }

  ProjectFiles files_;
  MsBuildRequest request_{.globals = {{"Configuration", "Release"}, {"Platform", "x64"}, {"SolutionDir", "/repo/"}},
                          .toolset = {},
                          .treeFolder = "/repo"};
};

TEST_F(MsBuildProjectTest, PropertiesInOrderAndUnderConditions) {
  const auto project =
      evaluate(R"xml(<PropertyGroup><A>1</A><B Condition="'$(A)'=='1'">$(A)2</B><A>3</A></PropertyGroup>
      <PropertyGroup Condition="'$(Configuration)'=='Debug'"><B>debug</B></PropertyGroup>
      <PropertyGroup><Configuration>Debug</Configuration></PropertyGroup>)xml");
  EXPECT_EQ(property(project, "A"), "3");
  EXPECT_EQ(property(project, "b"), "12");
  EXPECT_EQ(property(project, "Configuration"), "Release") << "what was asked for stands";
}

TEST_F(MsBuildProjectTest, WellKnownProperties) {
  const auto project =
      evaluate("<PropertyGroup><A>$(MSBuildThisFileName) $(ProjectDir) $(SolutionDir)</A></PropertyGroup>");
  EXPECT_EQ(property(project, "A"), "drv /repo/drv/ /repo/");
}

TEST_F(MsBuildProjectTest, Choose) {
  const auto project =
      evaluate(R"xml(<Choose><When Condition="'$(Platform)'=='Win32'"><PropertyGroup><A>32</A></PropertyGroup>
      </When><When Condition="'$(Platform)'=='x64'"><PropertyGroup><A>64</A></PropertyGroup>
      <ItemGroup><ClCompile Include="x64.c"/></ItemGroup></When>
      <Otherwise><PropertyGroup><A>other</A></PropertyGroup></Otherwise></Choose>)xml");
  EXPECT_EQ(property(project, "A"), "64");
  EXPECT_THAT(names(project), ElementsAre("x64.c"));
}

TEST_F(MsBuildProjectTest, ItemsSeeTheLastValueOfProperties) {
  const auto project = evaluate(R"xml(<ItemGroup><ClCompile Include="$(Late)"/></ItemGroup>
      <PropertyGroup><Late>late.c</Late></PropertyGroup>)xml");
  EXPECT_THAT(names(project), ElementsAre("late.c"));
}

TEST_F(MsBuildProjectTest, MetadataInherits) {
  const auto project = evaluate(R"xml(
      <ItemDefinitionGroup><ClCompile><PreprocessorDefinitions>BASE</PreprocessorDefinitions></ClCompile></ItemDefinitionGroup>
      <ItemDefinitionGroup Condition="'$(Platform)'=='x64'"><ClCompile>
        <PreprocessorDefinitions>X64;%(PreprocessorDefinitions)</PreprocessorDefinitions></ClCompile></ItemDefinitionGroup>
      <ItemGroup><ClCompile Include="a.c"/><ClCompile Include="b.c" Optimization="Disabled">
        <PreprocessorDefinitions Condition="'$(Configuration)'=='Release'">%(PreprocessorDefinitions);B=%(Filename)</PreprocessorDefinitions>
        <ExcludedFromBuild Condition="'$(Configuration)'=='Debug'">true</ExcludedFromBuild></ClCompile></ItemGroup>)xml");
  EXPECT_EQ(metadata(project, 0, "PreprocessorDefinitions"), "X64;BASE");
  EXPECT_EQ(metadata(project, 1, "PreprocessorDefinitions"), "X64;BASE;B=b");
  EXPECT_EQ(metadata(project, 1, "Optimization"), "Disabled");
  EXPECT_EQ(metadata(project, 1, "ExcludedFromBuild"), "");
}

TEST_F(MsBuildProjectTest, DefinitionsMayNameTheItemsFile) {
  const auto project = evaluate(R"xml(<ItemDefinitionGroup><ClCompile>
      <PreprocessorDefinitions>TMH_FILE=%(Filename).tmh;IN=$(TargetFileName)</PreprocessorDefinitions></ClCompile>
      </ItemDefinitionGroup><PropertyGroup><ConfigurationType>Driver</ConfigurationType><TargetName>x</TargetName>
      </PropertyGroup><ItemGroup><ClCompile Include="src\a.c"/><ClCompile Include="b.c">
      <PreprocessorDefinitions>B;%(PreprocessorDefinitions)</PreprocessorDefinitions></ClCompile></ItemGroup>)xml");
  EXPECT_EQ(metadata(project, 0, "PreprocessorDefinitions"), "TMH_FILE=a.tmh;IN=x.sys");
  EXPECT_EQ(metadata(project, 1, "PreprocessorDefinitions"), "B;TMH_FILE=b.tmh;IN=x.sys");
}

TEST_F(MsBuildProjectTest, WildcardsExcludeRemoveUpdate) {
  files_.addSources({"/repo/drv/a.c", "/repo/drv/b.c", "/repo/drv/sub/c.c", "/repo/drv/sub/d.c"});
  const auto project = evaluate(R"xml(<ItemGroup><ClCompile Include="**\*.c" Exclude="b.c"/>
      <ClCompile Remove="sub\d.c"/><ClCompile Update="a.c"><Mark>yes</Mark></ClCompile></ItemGroup>
      <ItemGroup><Copied Include="@(ClCompile)" Exclude="a.c"/></ItemGroup>)xml");
  EXPECT_THAT(names(project), ElementsAre("/repo/drv/a.c", "/repo/drv/sub/c.c"));
  EXPECT_EQ(metadata(project, 0, "Mark"), "yes");
  EXPECT_THAT(names(project, "Copied"), ElementsAre("/repo/drv/sub/c.c"));
}

TEST_F(MsBuildProjectTest, ImportsSheetsByTheirOwnFolder) {
  files_.add("/repo/build/Common.props", projectText(R"xml(<PropertyGroup><Here>$(MSBuildThisFileDirectory)</Here>
      </PropertyGroup><ItemGroup><ClCompile Include="$(MSBuildThisFileDirectory)shared.c"/></ItemGroup>
      <Import Project="inner.props"/>)xml"));
  files_.add("/repo/build/inner.props", projectText("<PropertyGroup><Inner>1</Inner></PropertyGroup>"));
  const auto project = evaluate(R"xml(<ImportGroup Label="PropertySheets"><Import Project="..\BUILD\common.props"
      Condition="exists('..\build\common.props')"/></ImportGroup>
      <PropertyGroup><After>$(MSBuildThisFileDirectory)</After></PropertyGroup>)xml");
  EXPECT_EQ(property(project, "Here"), "/repo/build/");
  EXPECT_EQ(property(project, "Inner"), "1");
  EXPECT_EQ(property(project, "After"), "/repo/drv/");
  EXPECT_THAT(names(project), ElementsAre("/repo/build/shared.c"));
  EXPECT_THAT(project.problems, IsEmpty());
}

TEST_F(MsBuildProjectTest, ImportsDirectoryBuildFiles) {
  files_.add("/repo/Directory.Build.props", projectText("<PropertyGroup><A>props</A></PropertyGroup>"));
  files_.add("/repo/Directory.Build.targets", projectText("<PropertyGroup><B>$(A) targets</B></PropertyGroup>"));
  const auto project = evaluate(R"xml(<Import Project="$(VCTargetsPath)\Microsoft.Cpp.Default.props"/>
      <PropertyGroup><A>$(A) project</A></PropertyGroup><Import Project="$(VCTargetsPath)\Microsoft.Cpp.targets"/>)xml");
  EXPECT_EQ(property(project, "B"), "props project targets");
}

TEST_F(MsBuildProjectTest, SaysWhichImportsAreMissing) {
  const auto project = evaluate(R"xml(<Import Project="absent.props"/><Import Project="$(VCTargetsPath)\absent.props"/>
      <Import Project="..\packages\Some.1.0\build\native\Some.props"/>)xml");
  EXPECT_THAT(project.problems, ElementsAre("/repo/drv/drv.vcxproj: import 'absent.props' not found"))
      << "files of the build machine are not missed";
}

TEST_F(MsBuildProjectTest, CircularImportsEnd) {
  files_.add("/repo/a.props",
             projectText(R"xml(<Import Project="b.props"/><PropertyGroup><A>1</A></PropertyGroup>)xml"));
  files_.add("/repo/b.props", projectText(R"xml(<Import Project="a.props"/><Import Project="drv\drv.vcxproj"/>)xml"));
  const auto project = evaluate(R"xml(<Import Project="..\a.props"/>)xml");
  EXPECT_EQ(property(project, "A"), "1");
  EXPECT_THAT(project.problems, ElementsAre(HasSubstr("goes in a circle"), HasSubstr("goes in a circle")));
}

TEST_F(MsBuildProjectTest, ImportsThatMultiplyEnd) {
  for (int i = 0; i < 600; ++i) {
    files_.add("/repo/p" + std::to_string(i) + ".props",
               projectText("<Import Project=\"p" + std::to_string(i + 1) + ".props\"/>"));
  }
  EXPECT_THAT(evaluate(R"xml(<Import Project="..\p0.props"/>)xml").problems,
              ElementsAre(HasSubstr("more files than any")));
}

TEST_F(MsBuildProjectTest, NothingLeavesTheTree) {
  files_.add("/secret/a.props", projectText("<PropertyGroup><A>1</A></PropertyGroup>"));
  files_.add("/secret/a.c", "");
  const auto project = evaluate(R"xml(<Import Project="..\..\secret\a.props"/><Import Project="/secret/a.props"/>
      <ItemGroup><ClCompile Include="..\..\..\**\*.c"/></ItemGroup>)xml");
  EXPECT_EQ(property(project, "A"), "");
  EXPECT_THAT(names(project), IsEmpty());
  EXPECT_THAT(project.problems, ElementsAre(HasSubstr("leaves the source tree"), HasSubstr("leaves the source tree"),
                                            HasSubstr("leaves the source tree")));
}

TEST_F(MsBuildProjectTest, ReadsUtf16) {
  files_.add("/repo/drv/drv.vcxproj", toUtf16(R"xml(<?xml version="1.0" encoding="utf-16"?>)xml" +
                                              projectText("<PropertyGroup><A>wide</A></PropertyGroup>")));
  const auto project = evaluateProject("/repo/drv/drv.vcxproj", request_, files_.finder);
  ASSERT_TRUE(project) << project.error().message();
  EXPECT_EQ(property(*project, "A"), "wide");
}

TEST_F(MsBuildProjectTest, SaysWhatIsNoProject) {
  EXPECT_THAT(failure("<Project>\n<A></Project>"), HasSubstr("/repo/drv/drv.vcxproj: line 2: not valid XML"));
}

TEST_F(MsBuildProjectTest, OtherXmlIsNoProject) {
  EXPECT_THAT(failure("<Solution/>"), HasSubstr("no MSBuild project"));
}

TEST_F(MsBuildProjectTest, EmptyFilesAreNoProject) { EXPECT_THAT(failure(""), HasSubstr("not valid XML")); }

TEST_F(MsBuildProjectTest, EntitiesAreNotExpanded) {
  std::string bomb = "<!DOCTYPE Project [<!ENTITY a \"aaaaaaaaaaaaaaaa\">";
  for (char c = 'b'; c < 'z'; ++c) {
    const std::string last = std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += std::string("<!ENTITY ") + c + " \"" + last + last + last + last + "\">";
  }
  files_.add("/repo/drv/drv.vcxproj", bomb + "]>" + projectText("<PropertyGroup><A>&y;</A></PropertyGroup>"));
  const auto project = evaluateProject("/repo/drv/drv.vcxproj", request_, files_.finder);
  ASSERT_TRUE(project) << project.error().message();
  EXPECT_EQ(property(*project, "A"), "&y;");
}

TEST_F(MsBuildProjectTest, PropertiesThatDoubleEnd) {
  std::string body = "<PropertyGroup><A>0123456789</A>";
  for (int i = 0; i < 1000; ++i) body += "<A>$(A)$(A)</A>";
  EXPECT_THAT(evaluate(body + "</PropertyGroup>").problems, Not(IsEmpty()));
}

TEST_F(MsBuildProjectTest, AMillionItemsEnd) {
  std::string list;
  for (int i = 0; i < 1'000'000; ++i) list += "a;";
  EXPECT_THAT(evaluate("<ItemGroup><ClCompile Include=\"" + list + "\"/></ItemGroup>").problems, Not(IsEmpty()));
}

TEST_F(MsBuildProjectTest, ElementsNestedAbsurdlyEnd) {
  std::string open;
  std::string close;
  for (int i = 0; i < 50'000; ++i) {
    open += "<ImportGroup>";
    close += "</ImportGroup>";
  }
  EXPECT_THAT(evaluate(open + close).problems, ElementsAre(HasSubstr("nested too deeply")));
}

}  // namespace
}  // namespace irqlint::test
