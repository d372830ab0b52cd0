#include "analyzer/project/Solution.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr const char* kSolution = R"(
Microsoft Visual Studio Solution File, Format Version 12.00
Project("{8BC9CEB8-8B4A-11D0-8D11-00A0C91BC942}") = "drv", "sys\drv.vcxproj", "{11111111-1111-1111-1111-111111111111}"
EndProject
Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "Docs", "Docs", "{22222222-2222-2222-2222-222222222222}"
EndProject
Global
	GlobalSection(ProjectConfigurationPlatforms) = postSolution
		{11111111-1111-1111-1111-111111111111}.Release|x64.ActiveCfg = Win10 Release|x64
		{11111111-1111-1111-1111-111111111111}.Release|x64.Build.0 = Win10 Release|x64
	EndGlobalSection
EndGlobal
)";

TEST(SolutionTest, ReadsProjectsAndTheirConfigurations) {
  ProjectFiles files;
  files.add("/repo/drv.sln", std::string("\xef\xbb\xbf") + kSolution);
  const auto solution = readSolution("/repo/drv.sln", files.finder);
  ASSERT_TRUE(solution) << solution.error().message();
  ASSERT_THAT(solution->projects, SizeIs(1)) << "a folder is no project";
  EXPECT_EQ(solution->projects[0].name, "drv");
  EXPECT_EQ(solution->projects[0].file, "/repo/sys/drv.vcxproj");
  EXPECT_EQ(choiceWithin(solution->projects[0], {"Release", "x64"}).configuration, "Win10 Release");
  EXPECT_EQ(choiceWithin(solution->projects[0], {"Debug", "x64"}).configuration, "Debug");
}

TEST(SolutionTest, ReadsXmlSolutions) {
  ProjectFiles files;
  files.add("/repo/drv.slnx", R"(<Solution><Configurations/><Folder Name="/drivers/">
    <Project Path="sys/drv.vcxproj" Id="x"/></Folder><Project Path="app\app.vcxproj"/></Solution>)");
  const auto solution = readSolution("/repo/drv.slnx", files.finder);
  ASSERT_TRUE(solution) << solution.error().message();
  ASSERT_THAT(solution->projects, SizeIs(2));
  EXPECT_EQ(solution->projects[0].file, "/repo/sys/drv.vcxproj");
  EXPECT_EQ(solution->projects[1].file, "/repo/app/app.vcxproj");
}

TEST(SolutionTest, SaysWhatIsNoSolution) {
  ProjectFiles files;
  files.add("/a.sln", "hello");
  files.add("/a.slnx", "<Project/>");
  files.add("/b.slnx", "<Solution>");
  EXPECT_THAT(readSolution("/a.sln", files.finder).error().message(), HasSubstr("/a.sln: is no solution"));
  EXPECT_THAT(readSolution("/a.slnx", files.finder).error().message(), HasSubstr("is no solution"));
  EXPECT_THAT(readSolution("/b.slnx", files.finder).error().message(), HasSubstr("not valid XML"));
}

}  // namespace
}  // namespace irqlint::test
