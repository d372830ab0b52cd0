// The analysis in steps: what ninja runs reports the same, and runs again only what changed.
#include "cli/Steps.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/Program.h>

#include "cli/Commands.h"
#include "cli/LinkPlan.h"
#include "cli/NinjaGraph.h"
#include "cli/UnitFile.h"
#include "tests/FixturePrograms.h"
#include "tests/FullSummary.h"
#include "tests/ScratchFolder.h"

namespace irqlint {
namespace {

namespace fs = std::filesystem;
using test::readFile;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kProject = IRQLINT_SOURCE_DIR "/fixtures/projects/TwoDrivers";
const std::string kHeaders = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";

class StepsTest : public testing::Test {
 protected:
  StepsTest() { fs::copy(kProject, folder_.file("src"), fs::copy_options::recursive); }

  // Runs a program in the scratch folder and returns what it wrote to standard output and error.
  std::string execute(const std::string& program, std::vector<std::string> arguments, int expected = 0) const {
    arguments.insert(arguments.begin(), program);
    const std::string out = folder_.file("out.txt");
    fs::remove(out);  // or else what is written goes over what is there
    const std::vector<llvm::StringRef> words(arguments.begin(), arguments.end());
    const int status = llvm::sys::ExecuteAndWait(program, words, std::nullopt,
                                                 {std::nullopt, llvm::StringRef(out), llvm::StringRef(out)});
    EXPECT_EQ(status, expected) << readFile(out);
    return readFile(out);
  }
  std::string irqlint(std::vector<std::string> arguments, int expected = 0) const {
    return execute(IRQLINT_PROGRAM, std::move(arguments), expected);
  }
  std::string ninja() const {
    const auto program = llvm::sys::findProgramByName("ninja");
    EXPECT_TRUE(program) << "the package ninja-build is missing";
    return program ? execute(*program, {"-C", folder_.file("build")}) : "";
  }
  void plan() const {
    irqlint({"plan", "--ninja", folder_.file("build/build.ninja"), "--headers", kHeaders, "--source-root",
             folder_.file("src"), folder_.file("src")});
  }
  // Of all formats, behind one another.
  std::string reports(std::vector<std::string> command) const {
    std::string texts;
    for (const char* name : {"report.txt", "report.json", "report.sarif"}) {
      command.insert(command.end(), {"-o", folder_.file(name)});
    }
    command.insert(command.end(), {"-q", "--fail-on", "never", "--include-possible", "--coverage"});
    irqlint(command);
    for (const char* name : {"report.txt", "report.json", "report.sarif"}) texts += readFile(folder_.file(name));
    return texts;
  }
  std::string analyzed() const {
    return reports(
        {"analyze", "--no-cache", "--headers", kHeaders, "--source-root", folder_.file("src"), folder_.file("src")});
  }
  std::string linked() const { return reports({"link", folder_.file("build/build.plan.json")}); }
  void append(const std::string& file, const std::string& text) const {
    std::ofstream(folder_.file("src/" + file), std::ios::app) << text;
  }
  std::string unitOf(const std::string& source) const {
    for (const auto& entry : fs::directory_iterator(folder_.file("build/units"))) {
      if (entry.path().extension() == ".json" && readFile(entry.path().string()).find(source) != std::string::npos)
        return fs::path(entry.path()).replace_extension(".unit").string();
    }
    ADD_FAILURE() << "no unit of " << source;
    return "";
  }

  const test::ScratchFolder folder_;
};

TEST_F(StepsTest, NinjaReportsWhatAnalyzeDoes) {
  plan();
  EXPECT_THAT(ninja(), HasSubstr("[4/4] linking build.plan.json"));
  EXPECT_THAT(readFile(folder_.file("build/build.sarif")), HasSubstr("\"results\""));
  const std::string report = linked();
  EXPECT_THAT(report, HasSubstr("PAGE201"));
  EXPECT_EQ(report, analyzed());
}

TEST_F(StepsTest, NinjaRunsOnlyWhatChanged) {
  plan();
  ninja();
  EXPECT_THAT(ninja(), HasSubstr("no work to do"));
  plan();
  EXPECT_THAT(ninja(), HasSubstr("no work to do")) << "the plan says the same";
  append("alpha/driver.c", "\nVOID Added(VOID) { }\n");
  const std::string source = ninja();
  EXPECT_THAT(source, HasSubstr("[2/2] linking"));
  EXPECT_THAT(source, HasSubstr("alpha/driver.c"));
  append("inc/log.h", "\nVOID LogMore(VOID);\n");
  EXPECT_THAT(ninja(), HasSubstr("[4/4] linking")) << "all units read it";
  EXPECT_EQ(linked(), analyzed());
}

TEST_F(StepsTest, NinjaRunsNoLinkForWhatSaysTheSame) {
  plan();
  ninja();
  fs::last_write_time(folder_.file("src/alpha/driver.c"), fs::file_time_type::clock::now() + std::chrono::hours(1));
  EXPECT_THAT(ninja(), Not(HasSubstr("linking")));
}

TEST_F(StepsTest, AUnitThatCannotBeReadStopsNoOther) {
  plan();
  fs::remove(folder_.file("src/alpha/driver.c"));
  fs::create_directory(folder_.file("src/alpha/driver.c"));
  EXPECT_THAT(ninja(), HasSubstr("alpha/driver.c: not read: "));
  const std::string report = linked();
  EXPECT_THAT(report, HasSubstr("alpha/driver.c"));
  EXPECT_THAT(
      irqlint({"link", folder_.file("build/build.plan.json"), "-q", "--fail-on", "never", "--fail-on-incomplete"}, 3),
      HasSubstr("not analysed"));
}

TEST_F(StepsTest, AUnitThatCouldNotBeReadIsReadAgain) {
  plan();
  fs::remove(folder_.file("src/alpha/driver.c"));
  fs::create_directory(folder_.file("src/alpha/driver.c"));
  ninja();
  const std::string again = ninja();
  EXPECT_THAT(again, HasSubstr("alpha/driver.c: not read: ")) << "nobody knows what would change that";
  EXPECT_THAT(again, Not(HasSubstr("log.c"))) << "the others are left alone";
}

TEST_F(StepsTest, ProjectsOfOneFolderShareTheirUnits) {
  const auto units = [&] {
    plan();
    const auto files = fs::directory_iterator(folder_.file("build/units"));
    return std::distance(begin(files), end(files));
  };
  const auto before = units();
  fs::copy_file(folder_.file("src/alpha/alpha.vcxproj"), folder_.file("src/alpha/copy.vcxproj"));
  EXPECT_EQ(units(), before);
  EXPECT_THAT(ninja(), HasSubstr("[4/4] linking build.plan.json"));
  EXPECT_EQ(linked(), analyzed());
}

TEST_F(StepsTest, ASourceMayHaveAnyName) {
  fs::copy_file(folder_.file("src/alpha/driver.c"), folder_.file("src/alpha/a|b $c.c"));
  std::string project = readFile(folder_.file("src/alpha/alpha.vcxproj"));
  const std::string name = "driver.c";
  project.replace(project.find(name), name.size(), "a|b $c.c");
  folder_.write("src/alpha/alpha.vcxproj", project);
  plan();
  EXPECT_THAT(ninja(), HasSubstr("reading " + folder_.file("src/alpha/a|b $c.c")));
  EXPECT_EQ(linked(), analyzed());
}

TEST_F(StepsTest, AFileOfAUnitThatIsNotWholeIsAUnitThatFailed) {
  plan();
  ninja();
  const std::string unit = unitOf("alpha/driver.c");
  fs::resize_file(unit, fs::file_size(unit) - 1);
  const std::string said = irqlint({"link", folder_.file("build/build.plan.json"), "-q", "--fail-on", "never"});
  EXPECT_THAT(said, HasSubstr(fs::path(unit).filename().string()));
  EXPECT_THAT(said, HasSubstr("damaged"));
  EXPECT_THAT(said, HasSubstr("run 'irqlint extract' again"));
  fs::remove(unit);
  EXPECT_THAT(irqlint({"link", folder_.file("build/build.plan.json"), "-q", "--fail-on", "never"}),
              HasSubstr("No such file"));
}

TEST_F(StepsTest, UnitsCanBeLinkedWithoutAPlan) {
  plan();
  ninja();
  EXPECT_THAT(irqlint({"link", unitOf("alpha/driver.c"), unitOf("common/log.c"), "--format", "json"}, 1),
              HasSubstr("IRQL103"));
}

TEST_F(StepsTest, TheSectionsOfAPlanAreNamedWhereTheyAreWrong) {
  const std::string good = R"({"formatVersion": 1, "sourceRoot": "/s", "drivers": [{"name": "a", "projectFile": "",
    "description": "", "notes": [], "units": []}], "skipped": [{"path": "p", "reason": "r"}], "problems": []})";
  ASSERT_TRUE(linkPlanFromJson(good)) << linkPlanFromJson(good).error().message();
  const auto problem = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    text.replace(text.find(from), from.size(), to);
    const auto plan = linkPlanFromJson(text);
    return plan ? std::string() : plan.error().message();
  };
  EXPECT_EQ(problem("\"formatVersion\": 1", "\"formatVersion\": 2"), "formatVersion: 2 instead of 1: write it anew");
  EXPECT_EQ(problem("\"notes\": []", "\"notes\": 7"), "drivers[0].notes: expected a list of strings");
  EXPECT_EQ(problem("\"units\": []", "\"other\": []"), "drivers[0].units: missing");
  EXPECT_EQ(problem("\"reason\": \"r\"", "\"reason\": null"), "skipped[0].reason: expected a string");
  EXPECT_EQ(problem("\"skipped\": [{", "\"skipped\": [3, {"), "skipped[0]: expected an object");
  EXPECT_THAT(problem("{", "["), HasSubstr("not JSON"));
  const std::string file = folder_.write("plan.json", "{}");
  EXPECT_THAT(irqlint({"link", file}, 2), HasSubstr("plan.json: formatVersion: missing"));
  EXPECT_THAT(irqlint({"link", folder_.file("none.json")}, 2), HasSubstr("none.json"));
}

TEST_F(StepsTest, ADescriptionOfAUnitIsReadAsWritten) {
  const UnitRequest request{
      {"/s/a b.c", "/s", {"-DX=\"1\"", "/FIx.h"}, CommandDialect::Cl, "a.vcxproj"}, {"/s"}, "/kit", {"/ddk"}};
  const auto text = unitRequestToJson(request);
  ASSERT_TRUE(text);
  const auto back = unitRequestFromJson(*text);
  ASSERT_TRUE(back) << back.error().message();
  EXPECT_EQ(back->command, request.command);
  EXPECT_EQ(back->projectRoots, request.projectRoots);
  EXPECT_EQ(back->headerKit, request.headerKit);
  EXPECT_EQ(back->fallbackHeaders, request.fallbackHeaders);
  std::string other = *text;
  other.replace(other.find("\"cl\""), 4, "\"icc\"");
  EXPECT_EQ(unitRequestFromJson(other).error().message(), "dialect: expected \"cl\" or \"gcc\"");
  EXPECT_FALSE(unitRequestToJson({{"/s/\xFF.c", "/s", {}, CommandDialect::Cl, ""}, {}, "", {}})) << "not UTF-8";
}

TEST(UnitFile, KeepsASummaryOrAFailure) {
  const auto whole = unitFileFromBytes(unitFileToBytes({"/s/a.c", test::FullSummary().summary, ""}));
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->summary, test::FullSummary().summary);
  const std::string bytes = unitFileToBytes({"/s/a.c", std::nullopt, "crashed"});
  const auto failed = unitFileFromBytes(bytes);
  ASSERT_TRUE(failed);
  EXPECT_FALSE(failed->summary);
  EXPECT_EQ(failed->file, "/s/a.c");
  EXPECT_EQ(failed->failure, "crashed");
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(unitFileFromBytes(bytes.substr(0, length)));
  EXPECT_FALSE(unitFileFromBytes(unitFileToBytes({"/s/a.c", std::nullopt, ""}))) << "neither";
}

TEST(NinjaGraph, PathsAreEscaped) {
  const std::string text = ninjaText({.program = "C:/Program Files/$x/irqlint.exe",
                                      .units = {{"units/a b.json", "units/a b.unit", "C:/a b.c"}},
                                      .plan = "p.json",
                                      .report = "r.sarif"});
  EXPECT_THAT(text, HasSubstr("irqlint = \"C:/Program Files/$$x/irqlint.exe\"\n"));
  EXPECT_THAT(text, HasSubstr("build units/a$ b.unit: extract units/a$ b.json | C$:/Program$ Files/$$x/irqlint.exe\n"));
  EXPECT_THAT(text, HasSubstr("  source = C:/a b.c\n"));
}

}  // namespace
}  // namespace irqlint
