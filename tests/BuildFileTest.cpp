#include "analyzer/project/BuildFile.h"

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

class BuildFileTest : public ::testing::Test {
 protected:
  VcxProject read(const std::string& text, BuildChoice choice = {}) {
    files_.add("/repo/sys/sources", text);
    Result<VcxProject> project = readSourcesFile({"/repo/sys/sources", std::move(choice), "", nullptr}, files_.finder);
    EXPECT_TRUE(project) << project.error().message();
    return project ? *std::move(project) : VcxProject();
  }

  static std::vector<std::string> units(const VcxProject& project) {
    std::vector<std::string> names;
    for (const CompileCommand& command : project.driver.commands) names.push_back(command.file);
    return names;
  }

  ProjectFiles files_;
};

TEST_F(BuildFileTest, ReadsADriver) {
  files_.addSources(
      {"/repo/sys/Main.c", "/repo/common/util.c", "/repo/sys/amd64/fast.c", "/repo/sys/i386/slow.c", "/repo/inc/x.h"});
  const VcxProject project = read(R"(TARGETNAME=tap
TARGETTYPE=DRIVER
INCLUDES=..\inc;$(DDK_INC_PATH)
C_DEFINES=$(C_DEFINES) -DNDIS60 /DNAME=\"tap\"
SOURCES=main.c \
        ..\common\util.c \
        tap.rc absent.c
I386_SOURCES=slow.c
AMD64_SOURCES=fast.c
TARGETLIBS=$(DDK_LIB_PATH)\ndis.lib ..\lib\Shared.lib
)");
  EXPECT_EQ(project.classification.kind, ProjectKind::KernelDriver);
  EXPECT_EQ(project.driver.name, "tap");
  EXPECT_THAT(units(project), ElementsAre("/repo/sys/Main.c", "/repo/common/util.c", "/repo/sys/amd64/fast.c"));
  EXPECT_THAT(project.driver.commands[0].arguments,
              AllOf(Contains("/DNDIS60"), Contains("/DNAME=\"tap\""), Contains("/I/repo/inc"), Contains("/D_AMD64_"),
                    Contains("/D_WIN32_WINNT=0x0601"), Contains("/kernel"), Not(Contains("/DDBG=1"))));
  EXPECT_THAT(project.driver.notes, ElementsAre(HasSubstr("'absent.c', which does not exist")));
  EXPECT_THAT(project.libraries, ElementsAre("ndis.lib", "shared.lib"));
}

TEST_F(BuildFileTest, CheckedBuildsOfOtherProcessors) {
  files_.addSources({"/repo/sys/a.c", "/repo/sys/i386/slow.c"});
  const VcxProject project =
      read("TARGETTYPE=DRIVER\nSOURCES=a.c\nI386_SOURCES=slow.c\n!if !$(FREEBUILD)\nC_DEFINES=/DTRACE\n!endif\n",
           {"Debug", "Win32"});
  EXPECT_THAT(units(project), ElementsAre("/repo/sys/a.c", "/repo/sys/i386/slow.c"));
  EXPECT_THAT(project.driver.commands[0].arguments,
              AllOf(Contains("/DDBG=1"), Contains("/D_X86_=1"), Contains("/DTRACE"), Not(Contains("/D_AMD64_"))));
}

TEST_F(BuildFileTest, FrameworkDrivers) {
  files_.addSources({"/repo/sys/a.c"});
  const VcxProject project = read("TARGETNAME=kmdf\nTARGETTYPE=DRIVER\nKMDF_VERSION_MAJOR=1\nSOURCES=a.c\n");
  EXPECT_THAT(project.driver.description, HasSubstr("KMDF driver"));
  EXPECT_THAT(project.driver.commands[0].arguments, Contains("/DKMDF_VERSION_MINOR=9"));
}

struct Kind {
  const char* text;
  ProjectKind kind;
};

class BuildFileKind : public ::testing::TestWithParam<Kind> {};

TEST_P(BuildFileKind, IsToldByItsTarget) {
  ProjectFiles files;
  files.add("/repo/sources", GetParam().text);
  files.addSources({"/repo/a.c"});
  const auto project = readSourcesFile({"/repo/sources", {}, "", nullptr}, files.finder);
  ASSERT_TRUE(project);
  EXPECT_EQ(project->classification.kind, GetParam().kind) << project->classification.description;
}

INSTANTIATE_TEST_SUITE_P(Targets, BuildFileKind,
                         ::testing::Values(Kind{"TARGETTYPE=DRIVER\nSOURCES=a.c", ProjectKind::KernelDriver},
                                           Kind{"TARGETTYPE=EXPORT_DRIVER\nSOURCES=a.c", ProjectKind::KernelDriver},
                                           Kind{"TARGETTYPE=DRIVER_LIBRARY\nSOURCES=a.c", ProjectKind::KernelLibrary},
                                           Kind{"TARGETTYPE=PROGRAM\nSOURCES=a.c", ProjectKind::Other},
                                           Kind{"TARGETTYPE=DYNLINK\nSOURCES=a.c", ProjectKind::Other},
                                           Kind{"TARGETTYPE=DRIVER\n", ProjectKind::Other},
                                           Kind{"", ProjectKind::Other}));

TEST_F(BuildFileTest, DirsNamesFolders) {
  files_.add("/repo/dirs", "DIRS=sys \\\n lib{1} absent ..\\..\\up\nOPTIONAL_DIRS=deep\n");
  files_.add("/repo/deep/DIRS", "DIRS=inner ..\n");
  files_.addSources({"/repo/sys/sources", "/repo/lib/SOURCES", "/repo/deep/inner/sources"});
  std::vector<std::string> problems;
  EXPECT_THAT(sourcesOfDirs("/repo/dirs", "/repo", files_.finder, problems),
              ElementsAre("/repo/sys/sources", "/repo/lib/SOURCES", "/repo/deep/inner/sources"));
  EXPECT_THAT(problems, ElementsAre(HasSubstr("'absent'"), HasSubstr("leaves the source tree")));
}

}  // namespace
}  // namespace irqlint::test
