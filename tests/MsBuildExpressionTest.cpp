#include "analyzer/project/MsBuildExpression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class MsBuildExpressionTest : public ::testing::Test {
 protected:
  MsBuildExpressionTest() {
    files_.addSources({"/repo/common.props", "/repo/drv/sys/a.c"});
    properties_ = {{"Name", "pci"}, {"Version", "10.0.26100.0"}, {"Dir", R"(C:\kits\10)"}, {"Empty", ""}};
  }

  ExpressionScope scope() const {
    return {properties_, files_.finder, "/repo/drv", "/repo/drv/drv.vcxproj", &metadata_, &items_, nullptr};
  }

  std::string expand(std::string_view text) {
    const Result<std::string> value = expandExpressions(text, scope());
    return value ? *value : "error: " + value.error().message();
  }

  mutable ProjectFiles files_;
  PropertyMap properties_;
  PropertyMap metadata_{{"Defines", "A;B"}};
  ItemLists items_{{"ClCompile", {{"a.c", {}}, {R"(sub\b.c)", {}}}}};
};

TEST_F(MsBuildExpressionTest, Properties) {
  EXPECT_EQ(expand("x$(Name)y"), "xpciy");
  EXPECT_EQ(expand("$(NAME)"), "pci") << "in any case";
  EXPECT_EQ(expand("[$(Missing)]"), "[]");
  EXPECT_EQ(expand("100$ and 50% @home"), "100$ and 50% @home");
  EXPECT_EQ(expand("$( Name )"), "pci");
}

TEST_F(MsBuildExpressionTest, MetadataAndItems) {
  EXPECT_EQ(expand("%(Defines);C"), "A;B;C");
  EXPECT_EQ(expand("%(ClCompile.Defines)"), "A;B");
  EXPECT_EQ(expand("@(ClCompile)"), R"(a.c;sub\b.c)");
  EXPECT_EQ(expand("@(ClCompile, ' ')"), R"(a.c sub\b.c)");
  EXPECT_EQ(expand("@(ClCompile->'%(Filename).obj')"), "a.obj;b.obj");
  EXPECT_EQ(expand("@(Nothing)"), "");
}

TEST_F(MsBuildExpressionTest, Methods) {
  EXPECT_EQ(expand("$(Name.ToUpper())"), "PCI");
  EXPECT_EQ(expand("$(Name.Replace('c', 'x'))"), "pxi");
  EXPECT_EQ(expand("$(Version.Split('.')[2])"), "26100");
  EXPECT_EQ(expand("$(Version.Substring(0, $(Version.LastIndexOf('.'))))"), "10.0.26100");
  EXPECT_EQ(expand("$(Name.Contains('pc'))"), "True");
  EXPECT_EQ(expand("$(Name.StartsWith(\"x\"))"), "False");
  EXPECT_EQ(expand("$(Name.Length)"), "3");
  EXPECT_EQ(expand("$(Name.Replace('p', '').ToUpper().TrimEnd('I'))"), "C");
  EXPECT_EQ(expand("$(Name[0])"), "p");
}

TEST_F(MsBuildExpressionTest, PathFunctions) {
  EXPECT_EQ(expand("$([System.IO.Path]::Combine('$(Dir)', 'Include', 'km'))"), R"(C:\kits\10/Include/km)");
  EXPECT_EQ(expand("$([System.IO.Path]::GetFileNameWithoutExtension('x\\drv.vcxproj'))"), "drv");
  EXPECT_EQ(expand("$([System.IO.Path]::GetFullPath('..\\inc'))"), "/repo/inc");
  EXPECT_EQ(expand("$([MSBuild]::GetDirectoryNameOfFileAbove('/repo/drv/sys', 'common.props'))"), "/repo");
  EXPECT_EQ(expand("$([MSBuild]::GetPathOfFileAbove('common.props', '/repo/drv'))"), "/repo/common.props");
  EXPECT_EQ(expand("$([MSBuild]::GetPathOfFileAbove(common.props))"), "/repo/common.props");
  EXPECT_EQ(expand("$([MSBuild]::GetDirectoryNameOfFileAbove('/repo', 'absent'))"), "");
  EXPECT_EQ(expand("$([MSBuild]::NormalizeDirectory('/repo', 'drv\\..\\inc'))"), "/repo/inc/");
  EXPECT_EQ(expand("$([MSBuild]::EnsureTrailingSlash('a'))"), "a/");
}

TEST_F(MsBuildExpressionTest, OtherFunctions) {
  EXPECT_EQ(expand("$([MSBuild]::ValueOrDefault('$(Empty)', 'none'))"), "none");
  EXPECT_EQ(expand("$([MSBuild]::Add(1, 2))"), "3");
  EXPECT_EQ(expand("$([MSBuild]::Divide(1, 0))"), "0");
  EXPECT_EQ(expand("$([MSBuild]::VersionGreaterThanOrEquals('$(Version)', '10.0.22000.0'))"), "True");
  EXPECT_EQ(expand("$([System.String]::IsNullOrEmpty('$(Empty)'))"), "True");
  EXPECT_EQ(expand(R"($([MSBuild]::GetRegistryValue('HKEY_LOCAL_MACHINE\SOFTWARE\Kits', 'Root')))"), "");
  EXPECT_EQ(expand(R"($(Registry:HKEY_LOCAL_MACHINE\SOFTWARE\Kits@Root))"), "");
}

TEST_F(MsBuildExpressionTest, SaysWhatItDoesNotUnderstand) {
  EXPECT_THAT(expand("$([System.Diagnostics.Process]::Start('x'))"), HasSubstr("a function that is not known"));
  EXPECT_THAT(expand("$(Name"), HasSubstr("has no ')'"));
  EXPECT_THAT(expand("$([broken)"), HasSubstr("is no expression"));
}

TEST_F(MsBuildExpressionTest, HostileTextEndsSoon) {
  std::string nested;
  for (int i = 0; i < 10'000; ++i) nested += "$([System.String]::Copy(";
  EXPECT_THAT(expand(nested), HasSubstr("error"));
  std::string closed = "x";
  for (int i = 0; i < 200; ++i) closed = "$([System.String]::Copy(" + closed + "))";
  EXPECT_THAT(expand(closed), HasSubstr("nested too deeply"));
  properties_["Big"] = std::string(1u << 19, 'x');
  EXPECT_THAT(expand("$(Big)$(Big)$(Big)"), HasSubstr("grows beyond"));
  std::size_t budget = 100;
  ExpressionScope bounded = scope();
  bounded.budget = &budget;
  EXPECT_FALSE(expandExpressions("$(Big)", bounded));
}

TEST(MsBuildTextTest, ListsAndEscapes) {
  EXPECT_EQ(unescaped("a%3Bb%20c%zz%"), "a;b c%zz%");
  EXPECT_THAT(splitList(" a ;;b%3Bc; "), ElementsAre("a", "b;c"));
  EXPECT_EQ(endOfParentheses("(a(b)')')c", 0), 9u);
  EXPECT_EQ(endOfParentheses("(a", 0), std::string_view::npos);
}

}  // namespace
}  // namespace irqlint::test
