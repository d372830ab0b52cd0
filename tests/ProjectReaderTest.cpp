#include "analyzer/project/ProjectReader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzer/project/Paths.h"
#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

const std::string kFixtures = IRQLINT_SOURCE_DIR "/fixtures/projects";

// "name: unit unit", with units relative to `folder`, driver by driver.
std::vector<std::string> summarize(const DriverSet& set, const std::string& folder) {
  std::vector<std::string> lines;
  for (const Driver& driver : set.drivers) {
    std::string line = driver.name + ":";
    for (const CompileCommand& command : driver.commands) line += " " + command.file.substr(folder.size() + 1);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> skipped(const DriverSet& set, const std::string& folder) {
  std::vector<std::string> lines;
  for (const SkippedProject& project : set.skipped)
    lines.push_back(project.path.substr(folder.size() + 1) + ": " + project.reason);
  return lines;
}

DriverSet readFixture(const std::string& path) {
  const auto disk = llvm::vfs::createPhysicalFileSystem();
  const std::string file = normalizedPath(path, kFixtures);
  Result<DriverSet> set = readProjects({file}, {.choice = {}, .wdk = "", .searchesWdk = false}, *disk);
  EXPECT_TRUE(set) << set.error().message();
  return set ? *std::move(set) : DriverSet();
}

const std::vector<std::string>& argumentsOf(const DriverSet& set, std::size_t driver, std::size_t unit) {
  return set.drivers.at(driver).commands.at(unit).arguments;
}

TEST(ProjectFixture, ASolutionOfTwoDriversAndTheirLibrary) {
  const std::string folder = kFixtures + "/TwoDrivers";
  for (const char* path : {"TwoDrivers", "TwoDrivers/TwoDrivers.sln"}) {
    const DriverSet set = readFixture(path);
    EXPECT_THAT(summarize(set, folder),
                ElementsAre("alpha: alpha/driver.c common/log.c", "beta: beta/driver.c common/log.c"));
    EXPECT_THAT(skipped(set, folder), ElementsAre("app/app.vcxproj: user mode: application",
                                                  "package/package.vcxproj: driver package: holds no code"));
    EXPECT_THAT(argumentsOf(set, 0, 0), Contains("/I" + folder + "/inc"));
    EXPECT_THAT(set.problems, IsEmpty());
  }
}

TEST(ProjectFixture, AProjectAloneFindsItsSolutionAndLibrary) {
  const DriverSet set = readFixture("TwoDrivers/beta/beta.vcxproj");
  EXPECT_THAT(summarize(set, kFixtures + "/TwoDrivers"), ElementsAre("beta: beta/driver.c common/log.c"));
  EXPECT_THAT(argumentsOf(set, 0, 0), Contains("/I" + kFixtures + "/TwoDrivers/inc"));
}

TEST(ProjectFixture, SheetsSharedItemsAndWildcards) {
  const std::string folder = kFixtures + "/Sheets";
  const DriverSet set = readFixture("Sheets");
  EXPECT_THAT(summarize(set, folder), ElementsAre("sheets: shared/shared.c sys/src/main.c sys/src/queue.c"));
  EXPECT_THAT(argumentsOf(set, 0, 1),
              AllOf(Contains("/I" + folder + "/inc"), Contains("/DFROM_SHEET=1"), Not(Contains("/DQUEUE"))));
  EXPECT_THAT(argumentsOf(set, 0, 2), AllOf(Contains("/DFROM_SHEET=1"), Contains("/DQUEUE")));
}

TEST(ProjectFixture, OldBuildFiles) {
  const std::string folder = kFixtures + "/OldBuild";
  for (const char* path : {"OldBuild", "OldBuild/dirs"}) {
    const DriverSet set = readFixture(path);
    EXPECT_THAT(summarize(set, folder), ElementsAre("oldsys: sys/entry.c sys/amd64/atomic.c lib/list.c"));
    EXPECT_THAT(skipped(set, folder), ElementsAre("app/sources: user mode: program"));
    EXPECT_THAT(argumentsOf(set, 0, 0), AllOf(Contains("/DOLD_BUILD"), Not(Contains("/DTRACE"))));
  }
}

TEST(ProjectFixture, AFolderWithoutProjects) {
  const std::string folder = kFixtures + "/BareFolder";
  const DriverSet set = readFixture("BareFolder");
  EXPECT_THAT(summarize(set, folder), ElementsAre("BareFolder: sys/pnp.c"));
  EXPECT_THAT(skipped(set, folder), ElementsAre("tool: 1 source of user-mode code"));
  EXPECT_THAT(argumentsOf(set, 0, 0), Contains("/I" + folder + "/include"));
}

TEST(ProjectFixture, Oddities) {
  const DriverSet set = readFixture("Oddities/wide.VCXPROJ");
  EXPECT_THAT(summarize(set, kFixtures + "/Oddities"), ElementsAre("wide driver: my sources/Wide main.c"));
  EXPECT_THAT(set.drivers.at(0).notes,
              UnorderedElementsAre(HasSubstr("'missing.props' not found"), HasSubstr("goes in a circle")));
}

class ProjectReaderTest : public ::testing::Test {
 protected:
  Result<DriverSet> read(const std::vector<std::string>& paths) {
    return readProjects(paths, {.choice = {}, .wdk = "", .searchesWdk = false}, files_.disk);
  }

  std::vector<std::string> drivers(const std::vector<std::string>& paths) {
    Result<DriverSet> set = read(paths);
    EXPECT_TRUE(set) << set.error().message();
    if (!set) return {};
    last_ = *std::move(set);
    return summarize(last_, "/repo");
  }

  void addDriver(const std::string& file, const std::string& source, const std::string& more = "",
                 const std::string& type = "Driver") {
    files_.add(file, driverText("<ItemGroup><ClCompile Include=\"" + source + "\"/></ItemGroup>" + more, type));
    files_.add(normalizedPath(source, parentPath(file)), "");
  }

  ProjectFiles files_;
  DriverSet last_;
};

TEST_F(ProjectReaderTest, LibrariesAreFoundByName) {
  addDriver("/repo/a/a.vcxproj", "a.c",
            "<ItemDefinitionGroup><Link><AdditionalDependencies>$(OutDir)\\util.lib</AdditionalDependencies></Link>"
            "</ItemDefinitionGroup>");
  addDriver("/repo/util/util.vcxproj", "util.c", "", "StaticLibrary");
  addDriver("/repo/other/other.vcxproj", "other.c", "", "StaticLibrary");
  EXPECT_THAT(drivers({"/repo"}), ElementsAre("a: a/a.c util/util.c", "other: other/other.c"));
  EXPECT_THAT(last_.drivers[1].notes, ElementsAre(HasSubstr("no driver here links this library")));
}

TEST_F(ProjectReaderTest, ReferencesAreFollowed) {
  addDriver("/repo/a/a.vcxproj", "a.c", R"(<ItemGroup><ProjectReference Include="..\b\b.vcxproj"/></ItemGroup>)");
  addDriver("/repo/b/b.vcxproj", "b.c", R"(<ItemGroup><ProjectReference Include="..\c\c.vcxproj"/></ItemGroup>)",
            "StaticLibrary");
  addDriver("/repo/c/c.vcxproj", "c.c", R"(<ItemGroup><ProjectReference Include="..\b\b.vcxproj"/></ItemGroup>)",
            "StaticLibrary");
  addDriver("/repo/d/d.vcxproj", "d.c");
  EXPECT_THAT(drivers({"/repo/a/a.vcxproj"}), ElementsAre("a: a/a.c b/b.c c/c.c"));
}

TEST_F(ProjectReaderTest, SourcesAloneAreOneDriver) {
  files_.addSources({"/repo/a.c", "/repo/sub/b.c", "/repo/other.c"});
  EXPECT_THAT(drivers({"/repo/a.c", "/repo/sub/b.c"}), ElementsAre("repo: a.c sub/b.c"));
}

TEST_F(ProjectReaderTest, RootsAreTheRepositoryOrWhatWasNamed) {
  files_.addSources({"/repo/.git/HEAD"});
  addDriver("/repo/sys/a.vcxproj", "a.c");
  drivers({"/repo/sys/a.vcxproj"});
  EXPECT_THAT(last_.roots, ElementsAre("/repo"));
}

TEST_F(ProjectReaderTest, ABrokenProjectCostsItselfOnly) {
  addDriver("/repo/a/a.vcxproj", "a.c");
  files_.add("/repo/b/b.vcxproj", "<Project>");
  EXPECT_THAT(drivers({"/repo"}), ElementsAre("a: a/a.c"));
  EXPECT_THAT(last_.problems, ElementsAre(HasSubstr("/repo/b/b.vcxproj: line 1: not valid XML")));
}

TEST_F(ProjectReaderTest, SaysWhatNoProjectNames) {
  addDriver("/repo/sys/a.vcxproj", "a.c");
  for (const char* file : {"/repo/core/b.c", "/repo/core/c.c", "/repo/sys/unused.c"})
    files_.add(file, "#include <ntddk.h>\n");
  EXPECT_THAT(drivers({"/repo"}), ElementsAre("a: sys/a.c"));
  EXPECT_THAT(last_.problems, ElementsAre(HasSubstr("2 sources that look like kernel-mode code belong to no project")));
}

TEST_F(ProjectReaderTest, SaysWhyThereIsNoDriver) {
  files_.add("/repo/app/app.vcxproj",
             projectText("<PropertyGroup><ConfigurationType>Application</ConfigurationType></PropertyGroup>"));
  files_.add("/repo/app/main.c", "#include <windows.h>\n");
  const auto set = read({"/repo"});
  ASSERT_FALSE(set);
  EXPECT_THAT(set.error().message(), AllOf(HasSubstr("no kernel-mode driver"), HasSubstr("app.vcxproj: user mode")));
  EXPECT_THAT(read({"/nowhere"}).error().message(), HasSubstr("/nowhere: no such file or folder"));
  files_.add("/repo/readme.txt", "");
  EXPECT_FALSE(read({"/repo/readme.txt"}));
}

}  // namespace
}  // namespace irqlint::test
