#include "analyzer/project/VcxProject.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class VcxProjectTest : public ::testing::Test {
 protected:
  VcxProject read(const std::string& text) {
    request_.file = "/repo/drv/drv" + std::string(reads_++, '+') + ".vcxproj";
    files_.add(request_.file, text);
    Result<VcxProject> project = readVcxProject(request_, files_.finder);
    EXPECT_TRUE(project) << project.error().message();
    return project ? *std::move(project) : VcxProject();
  }

  // The arguments of the only unit, a.c, with these settings.
  std::vector<std::string> arguments(const std::string& settings, const std::string& more = "") {
    files_.add("/repo/drv/a.c", "");
    const VcxProject project =
        read(driverText(more + "<ItemDefinitionGroup><ClCompile>" + settings +
                        "</ClCompile></ItemDefinitionGroup><ItemGroup><ClCompile Include=\"a.c\"/></ItemGroup>"));
    EXPECT_THAT(project.driver.commands, SizeIs(1));
    return project.driver.commands.empty() ? std::vector<std::string>() : project.driver.commands[0].arguments;
  }

  std::string reason(const std::string& properties) {
    const VcxProject project = read(projectText("<PropertyGroup>" + properties + "</PropertyGroup>" +
                                                R"xml(<ItemGroup><ClCompile Include="a.c"/></ItemGroup>)xml"));
    return project.classification.kind == ProjectKind::Other ? project.classification.description : "";
  }

  ProjectFiles files_;
  VcxRequest request_;
  std::size_t reads_ = 0;  // a file in memory cannot be replaced
};

TEST_F(VcxProjectTest, ReadsUnits) {
  files_.addSources({"/repo/drv/Sys/Main.c", "/repo/drv/b.cpp", "/repo/drv/off.c", "/repo/drv/x.asm"});
  const VcxProject project =
      read(driverText(R"xml(<ItemGroup><ClCompile Include="sys\MAIN.c"/><ClCompile Include="b.cpp"/>
      <ClCompile Include="B.CPP"/><ClCompile Include="off.c"><ExcludedFromBuild>True</ExcludedFromBuild></ClCompile>
      <ClCompile Include="absent.c"/></ItemGroup>)xml"));
  EXPECT_EQ(project.classification.kind, ProjectKind::KernelDriver);
  ASSERT_THAT(project.driver.commands, SizeIs(2));
  EXPECT_EQ(project.driver.commands[0].file, "/repo/drv/Sys/Main.c") << "as spelled on disk";
  EXPECT_EQ(project.driver.commands[0].directory, "/repo/drv");
  EXPECT_EQ(project.driver.commands[0].dialect, CommandDialect::Cl);
  EXPECT_EQ(project.driver.name, "drv");
  EXPECT_THAT(project.driver.notes, ElementsAre(HasSubstr("'absent.c', which does not exist")));
}

TEST_F(VcxProjectTest, DefinesWhatTheWdkWould) {
  EXPECT_THAT(arguments(""),
              AllOf(Contains("/kernel"), Contains("/D_AMD64_"), Contains("/D_WIN64"), Contains("/D_KERNEL_MODE=1"),
                    Contains("/D_WIN32_WINNT=0x0A00"), Not(Contains("/DDBG=1")), Not(Contains(HasSubstr("KMDF")))));
}

TEST_F(VcxProjectTest, DebugBuildsAreChecked) {
  request_.choice = {"Debug", "ARM64"};
  EXPECT_THAT(arguments(""), AllOf(Contains("/DDBG=1"), Contains("/D_ARM64_"), Not(Contains("/D_AMD64_"))));
}

TEST_F(VcxProjectTest, KmdfVersionFollowsTheTarget) {
  EXPECT_THAT(arguments("", "<PropertyGroup><DriverType>KMDF</DriverType></PropertyGroup>"),
              AllOf(Contains("/DKMDF_VERSION_MAJOR=1"), Contains("/DKMDF_VERSION_MINOR=15")));
  EXPECT_THAT(arguments("",
                        "<PropertyGroup><DriverType>KMDF</DriverType><TargetVersion>Windows7</TargetVersion>"
                        "</PropertyGroup>"),
              AllOf(Contains("/DKMDF_VERSION_MINOR=9"), Contains("/D_WIN32_WINNT=0x0601"),
                    Contains("/DNTDDI_VERSION=0x06010000")));
  EXPECT_THAT(arguments("",
                        "<PropertyGroup><DriverType>KMDF</DriverType><KMDF_VERSION_MINOR>33</KMDF_VERSION_MINOR>"
                        "</PropertyGroup>"),
              Contains("/DKMDF_VERSION_MINOR=33"));
}

TEST_F(VcxProjectTest, TheProjectsOwnMacrosWin) {
  EXPECT_THAT(
      arguments("<PreprocessorDefinitions>WINVER=0x0601;NAME=\\\"x y\\\";A=1;A=2;%(PreprocessorDefinitions)"
                "</PreprocessorDefinitions><UndefinePreprocessorDefinitions>AMD64</UndefinePreprocessorDefinitions>"),
      AllOf(Contains("/DWINVER=0x0601"), Not(Contains("/DWINVER=0x0A00")), Contains("/DNAME=\"x y\""),
            Contains("/DA=2"), Not(Contains("/DA=1")), Contains("/UAMD64"), Not(Contains("/DAMD64"))));
}

TEST_F(VcxProjectTest, IncludeFoldersAreThoseThatExist) {
  files_.addSources({"/repo/Inc/x.h", "/repo/drv/my inc/y.h", "/repo/more/z.h"});
  const auto all =
      arguments(R"xml(<AdditionalIncludeDirectories>..\inc;&quot;my inc&quot;;$(DDK_INC_PATH);$(IntDir);absent;
      %(AdditionalIncludeDirectories)</AdditionalIncludeDirectories>
      <AdditionalOptions>/I..\more /DOPTION=1 /Zc:threadSafeInit- %(AdditionalOptions)</AdditionalOptions>)xml");
  EXPECT_THAT(all, AllOf(Contains("/I/repo/Inc"), Contains("/I/repo/drv/my inc"), Contains("/I/repo/more"),
                         Contains("/DOPTION=1"), Contains("/Zc:threadSafeInit-")));
  EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const auto& word) { return word.starts_with("/I"); }), 3);
}

TEST_F(VcxProjectTest, LanguageAndForcedHeaders) {
  files_.addSources({"/repo/drv/Force.h"});
  EXPECT_THAT(
      arguments("<CompileAs>CompileAsCpp</CompileAs><LanguageStandard>stdcpp20</LanguageStandard>"
                "<ForcedIncludeFiles>force.h;elsewhere.h</ForcedIncludeFiles>"),
      AllOf(Contains("/TP"), Contains("/std:c++20"), Contains("/FI/repo/drv/Force.h"), Contains("/FIelsewhere.h")));
  EXPECT_THAT(arguments("<LanguageStandard_C>stdc17</LanguageStandard_C>"), Contains("/std:c17"));
}

TEST_F(VcxProjectTest, DisabledWarningsAreOnTheCommandLine) {
  EXPECT_THAT(arguments("<DisableSpecificWarnings>4100;28121;%(DisableSpecificWarnings)</DisableSpecificWarnings>"
                        "<AdditionalOptions>/wd28118</AdditionalOptions>"),
              AllOf(Contains("/wd4100"), Contains("/wd28121"), Contains("/wd28118"), Not(Contains("/wd"))));
}

TEST_F(VcxProjectTest, PrecompiledHeadersAreFoundInTheProjectsFolder) {
  EXPECT_THAT(arguments("<PrecompiledHeader>Use</PrecompiledHeader>"), Contains("/I/repo/drv"));
  EXPECT_THAT(arguments("<PrecompiledHeader>NotUsing</PrecompiledHeader>"), Not(Contains("/I/repo/drv")));
}

TEST_F(VcxProjectTest, SolutionFolderIsTheNearestWithASolution) {
  files_.addSources({"/repo/all.sln", "/repo/inc/x.h"});
  EXPECT_THAT(arguments("<AdditionalIncludeDirectories>$(SolutionDir)inc</AdditionalIncludeDirectories>"),
              Contains("/I/repo/inc"));
}

TEST_F(VcxProjectTest, TakesTheNearestConfiguration) {
  files_.addSources({"/repo/drv/a.c"});
  const VcxProject project = read(driverText(R"xml(<ItemGroup Label="ProjectConfigurations">
      <ProjectConfiguration Include="Win7 Debug|x64"/><ProjectConfiguration Include="Win7 Release|Win32"/>
      <ProjectConfiguration Include="Win7 Release|x64"/></ItemGroup><ItemGroup><ClCompile Include="a.c"/></ItemGroup>)xml"));
  EXPECT_THAT(project.driver.description, HasSubstr("Win7 Release|x64"));
  EXPECT_THAT(project.driver.notes, ElementsAre(HasSubstr("no configuration Release|x64; read as Win7 Release|x64")));
}

TEST_F(VcxProjectTest, SaysWhyAProjectIsNoDriver) {
  EXPECT_EQ(reason("<ConfigurationType>Application</ConfigurationType>"), "user mode: application");
  EXPECT_EQ(reason("<DriverType>UMDF</DriverType>"), "user mode: UMDF driver");
  EXPECT_EQ(reason("<PlatformToolset>WindowsUserModeDriver10.0</PlatformToolset>"), "user mode: driver");
  EXPECT_EQ(reason("<ConfigurationType>Utility</ConfigurationType>"), "utility project: compiles nothing");
  EXPECT_EQ(reason("<DriverType>Package</DriverType>"), "driver package: holds no code");
  EXPECT_EQ(reason("<DriverType>WDM</DriverType><ConfigurationType>DynamicLibrary</ConfigurationType>"
                   "<PlatformToolset>WindowsApplicationForDrivers10.0</PlatformToolset>"),
            "user mode: dynamic library");
}

TEST_F(VcxProjectTest, KernelCodeIsToldWithoutTheWdksToolset) {
  files_.addSources({"/repo/drv/a.c"});
  const VcxProject project =
      read(projectText(R"xml(<PropertyGroup><PlatformToolset>v143</PlatformToolset></PropertyGroup>
      <ItemDefinitionGroup><Link><SubSystem>Native</SubSystem></Link></ItemDefinitionGroup>
      <ItemGroup><ClCompile Include="a.c"/></ItemGroup>)xml"));
  EXPECT_EQ(project.classification.kind, ProjectKind::KernelDriver);
}

TEST_F(VcxProjectTest, ReadsReferencesAndLibraries) {
  files_.addSources({"/repo/lib/lib.vcxproj"});
  const VcxProject project =
      read(driverText(R"xml(<ItemGroup><ProjectReference Include="..\Lib\lib.vcxproj"/></ItemGroup>
      <ItemDefinitionGroup><Link><AdditionalDependencies>$(OutDir)\Common.lib;%(AdditionalDependencies)</AdditionalDependencies>
      </Link></ItemDefinitionGroup>)xml"));
  EXPECT_THAT(project.references, ElementsAre("/repo/lib/lib.vcxproj"));
  EXPECT_THAT(project.libraries, ElementsAre("common.lib"));
}

TEST_F(VcxProjectTest, SourcesOutsideTheTreeAreLeftOut) {
  files_.addSources({"/elsewhere/a.c"});
  request_.treeFolder = "/repo";
  const VcxProject project =
      read(driverText(R"xml(<ItemGroup><ClCompile Include="..\..\elsewhere\a.c"/></ItemGroup>)xml"));
  EXPECT_THAT(project.driver.commands, IsEmpty());
  EXPECT_THAT(project.driver.notes, ElementsAre(HasSubstr("outside '/repo'")));
}

}  // namespace
}  // namespace irqlint::test
