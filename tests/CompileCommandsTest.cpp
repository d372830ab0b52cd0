#include "analyzer/project/CompileCommands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/VirtualFileSystem.h>
#include <nlohmann/json.hpp>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class CompileCommandsTest : public ::testing::Test {
 protected:
  void addFile(const std::string& path, llvm::StringRef text) {
    files_.addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  }

  CompileCommandsFile read(const json& database) {
    const std::string path = "/drv/" + std::to_string(databases_++) + ".json";
    addFile(path, database.dump());
    Result<CompileCommandsFile> result = readCompileCommands(path, files_);
    EXPECT_TRUE(result) << result.error().message();
    return result ? *std::move(result) : CompileCommandsFile();
  }

  CompileCommand readOne(const json& entry) {
    CompileCommandsFile result = read(json::array({entry}));
    EXPECT_THAT(result.problems, IsEmpty());
    EXPECT_EQ(result.commands.size(), 1u);
    return result.commands.empty() ? CompileCommand() : result.commands.front();
  }

  CompileCommand readCommand(const std::string& command) {
    return readOne({{"directory", "/drv"}, {"file", "a.c"}, {"command", command}});
  }

  llvm::vfs::InMemoryFileSystem files_;
  int databases_ = 0;
};

TEST_F(CompileCommandsTest, StripsCompilerInputAndOutput) {
  const CompileCommand command = readCommand("clang -DX=1 -Iinc -c a.c -o out/a.o");
  EXPECT_EQ(command.file, "/drv/a.c");
  EXPECT_EQ(command.directory, "/drv");
  EXPECT_EQ(command.dialect, CommandDialect::Gcc);
  EXPECT_THAT(command.arguments, ElementsAre("-DX=1", "-Iinc"));
}

TEST_F(CompileCommandsTest, StripsLaunchers) {
  EXPECT_THAT(readCommand("/usr/bin/ccache gcc -DX -c a.c").arguments, ElementsAre("-DX"));
  EXPECT_THAT(readCommand("env LANG=C sccache clang-cl /DX /c a.c").arguments, ElementsAre("/DX"));
  EXPECT_THAT(readCommand("cmake -E __run_co_compile --source=a.c -- cl.exe /DX /c a.c").arguments, ElementsAre("/DX"));
}

TEST_F(CompileCommandsTest, TellsDialectsApart) {
  EXPECT_EQ(readCommand("cl.exe /c a.c").dialect, CommandDialect::Cl);
  EXPECT_EQ(readCommand("/usr/bin/clang-cl-19 /c a.c").dialect, CommandDialect::Cl);
  EXPECT_EQ(readCommand("clang --driver-mode=cl /c a.c").dialect, CommandDialect::Cl);
  EXPECT_EQ(readCommand("x86_64-w64-mingw32-gcc -c a.c").dialect, CommandDialect::Gcc);
}

TEST_F(CompileCommandsTest, SplitsClCommandsByWindowsRules) {
  const CompileCommand command =
      readCommand(R"("C:\Program Files\VC\bin\cl.exe" /c /I..\inc "/IC:\Kits 10\km" /DNAME=\"x\" /Foobj\a.obj a.c)");
  EXPECT_THAT(command.arguments, ElementsAre(R"(/I..\inc)", R"(/IC:\Kits 10\km)", R"(/DNAME="x")"));
}

TEST_F(CompileCommandsTest, SplitsGccCommandsByGnuRules) {
  EXPECT_THAT(readCommand(R"(gcc '-DNAME="a b"' -DQ=\"x\" -c a.c)").arguments,
              ElementsAre("-DNAME=\"a b\"", "-DQ=\"x\""));
}

TEST_F(CompileCommandsTest, TakesArgumentListsAsTheyAre) {
  const CompileCommand command =
      readOne({{"directory", "/drv/sub"}, {"file", "../a.c"}, {"arguments", {"clang", "-DX=a b", "-c", "/drv/a.c"}}});
  EXPECT_EQ(command.file, "/drv/a.c");
  EXPECT_THAT(command.arguments, ElementsAre("-DX=a b"));
}

TEST_F(CompileCommandsTest, DirectoryIsRelativeToTheDatabase) {
  const CompileCommand command = readOne({{"directory", "sub"}, {"file", "a.c"}, {"command", "clang -c a.c"}});
  EXPECT_EQ(command.directory, "/drv/sub");
  EXPECT_EQ(command.file, "/drv/sub/a.c");
}

TEST_F(CompileCommandsTest, NormalisesWindowsPaths) {
  const CompileCommand command = readOne(
      {{"directory", R"(c:\src\drv\build)"}, {"file", R"(..\Main.CPP)"}, {"command", R"(cl /c C:\SRC\drv\main.cpp)"}});
  EXPECT_EQ(command.file, "C:/src/drv/Main.CPP");
  EXPECT_EQ(command.directory, "C:/src/drv/build");
  EXPECT_THAT(command.arguments, IsEmpty());
}

TEST_F(CompileCommandsTest, ExpandsNestedResponseFiles) {
  addFile("/drv/obj/a.rsp", "/DONE @obj\\b.rsp");
  addFile("/drv/obj/b.rsp", "/DTWO=\"a b\"\r\n/c a.c");
  EXPECT_THAT(readCommand(R"(cl @obj\a.rsp /DTHREE)").arguments, ElementsAre("/DONE", "/DTWO=a b", "/DTHREE"));
}

TEST_F(CompileCommandsTest, ReadsUtf16ResponseFiles) {
  addFile("/drv/a.rsp", llvm::StringRef("\xff\xfe/\0D\0X\0\r\0\n\0/\0D\0Y\0", 18));
  EXPECT_THAT(readCommand("cl @a.rsp /c a.c").arguments, ElementsAre("/DX", "/DY"));
}

TEST_F(CompileCommandsTest, ReadsUtf16Databases) {
  std::string text = "\xff\xfe";
  for (const char c : std::string(R"([{"file":"a.c","command":"cl /DX a.c"}])")) text += {c, '\0'};
  addFile("/drv/compile_commands.json", text);
  const auto result = readCompileCommands("/drv", files_);
  ASSERT_TRUE(result) << result.error().message();
  ASSERT_EQ(result->commands.size(), 1u);
  EXPECT_THAT(result->commands[0].arguments, ElementsAre("/DX"));
}

TEST_F(CompileCommandsTest, RecursiveResponseFilesEnd) {
  addFile("/drv/loop.rsp", "-DX @loop.rsp");
  const auto result = read({{{"file", "a.c"}, {"command", "clang @loop.rsp -c a.c"}}});
  ASSERT_EQ(result.commands.size(), 1u);
  EXPECT_THAT(result.problems, ElementsAre(HasSubstr("recursive")));
}

TEST_F(CompileCommandsTest, ResponseFilesThatMultiplyEnd) {
  for (int i = 0; i < 40; ++i) {
    const std::string next = "@r" + std::to_string(i + 1);
    addFile("/drv/r" + std::to_string(i), next + " " + next);
  }
  addFile("/drv/r40", "-DX");
  EXPECT_THAT(read({{{"file", "a.c"}, {"command", "clang @r0 -c a.c"}}}).problems, ElementsAre(HasSubstr("open file")));
}

TEST_F(CompileCommandsTest, TakesOutputsAndLinkingOut) {
  EXPECT_THAT(readCommand("clang -c -ox.o --output=x.o --output x.o -DX a.c").arguments, ElementsAre("-DX"));
  EXPECT_THAT(readCommand("clang-cl /c /Fo: a.obj -Foa.obj /o a.obj /FIforced.h --driver-mode=cl /Tc a.c /link b.obj")
                  .arguments,
              ElementsAre("/FIforced.h", "/TC"));
}

TEST_F(CompileCommandsTest, RemovesTheOtherInputsOfOneCommand) {
  EXPECT_THAT(readCommand(R"(cl /c /FI b.c a.c sub\b.c c.cpp)").arguments, ElementsAre("/FI", "b.c"));
}

TEST_F(CompileCommandsTest, KeepsTheFirstOfDuplicates) {
  const auto result = read({{{"file", "a.c"}, {"command", "clang -DONE -c a.c"}},
                            {{"file", "./a.c"}, {"command", "clang -DONE -c a.c -o b.o"}},
                            {{"file", "a.c"}, {"command", "clang -DTWO -c a.c"}}});
  ASSERT_EQ(result.commands.size(), 1u);
  EXPECT_THAT(result.commands[0].arguments, ElementsAre("-DONE"));
  EXPECT_THAT(result.problems, ElementsAre(HasSubstr("entry 3: '/drv/a.c' is there already")));
}

TEST_F(CompileCommandsTest, MissingDatabaseIsAnErrorWithItsPath) {
  const auto result = readCompileCommands("/nowhere", files_);
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().message(), HasSubstr("/nowhere"));
}

// What each damaged database of tests/malformed/compile_commands must say.
struct Malformed {
  const char* file;
  const char* reason;
};

Result<CompileCommandsFile> readMalformed(const char* file) {
  const auto disk = llvm::vfs::createPhysicalFileSystem();
  return readCompileCommands(std::string(IRQLINT_SOURCE_DIR "/tests/malformed/compile_commands/") + file, *disk);
}

class UnreadableDatabase : public ::testing::TestWithParam<Malformed> {};

TEST_P(UnreadableDatabase, IsAnErrorThatNamesFileAndReason) {
  const auto result = readMalformed(GetParam().file);
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().message(), HasSubstr(GetParam().file));
  EXPECT_THAT(result.error().message(), HasSubstr(GetParam().reason));
}

INSTANTIATE_TEST_SUITE_P(Malformed, UnreadableDatabase,
                         ::testing::Values(Malformed{"empty.json", "line 1: not valid JSON"},
                                           Malformed{"not-an-array.json", "the top level is object"},
                                           Malformed{"trailing-comma.json", "line 3: not valid JSON"},
                                           Malformed{"truncated.json", "line 2: not valid JSON"},
                                           Malformed{"not-utf8.json", "ill-formed UTF-8"},
                                           Malformed{"xml.json", "line 1: not valid JSON"},
                                           Malformed{"deeply-nested.json", "line 1: not valid JSON"}));

class DamagedEntry : public ::testing::TestWithParam<Malformed> {};

TEST_P(DamagedEntry, CostsThatEntryOnly) {
  const auto result = readMalformed(GetParam().file);
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_THAT(result->problems, ElementsAre(HasSubstr(GetParam().reason)));
  ASSERT_EQ(result->commands.size(), 1u);
  EXPECT_THAT(result->commands[0].file, ::testing::EndsWith("/good.c"));
}

INSTANTIATE_TEST_SUITE_P(Malformed, DamagedEntry,
                         ::testing::Values(Malformed{"entry-not-object.json", "entry 1: not an object"},
                                           Malformed{"no-file.json", "entry 1: no 'file'"},
                                           Malformed{"file-not-string.json", "'file' is not a string"},
                                           Malformed{"no-command.json", "neither 'arguments' nor 'command'"},
                                           Malformed{"empty-command.json", "empty command"},
                                           Malformed{"arguments-not-list.json", "not a list of strings"},
                                           Malformed{"arguments-not-strings.json", "not a list of strings"},
                                           Malformed{"resource-script.json", "neither C nor C++"},
                                           Malformed{"missing-response-file.json", "'nowhere.rsp' not found"}));

std::vector<CompileCommand> units(const std::vector<std::string>& files) {
  std::vector<CompileCommand> commands;
  for (const std::string& file : files) commands.push_back({file, parentPath(file), {}, CommandDialect::Gcc});
  return commands;
}

TEST(ProjectRootsTest, IsTheFolderOfAllUnits) {
  EXPECT_THAT(projectRoots(units({"/home/drv/src/a/a.c", "/home/drv/src/b/b.c"}), "/tmp/db"),
              ElementsAre("/home/drv/src"));
}

TEST(ProjectRootsTest, WidensToTheDatabasesProject) {
  EXPECT_THAT(projectRoots(units({"/drv/src/a.c"}), "/drv"), ElementsAre("/drv"));
  EXPECT_THAT(projectRoots(units({"/drv/src/a.c"}), "/drv/out/build/x64"), ElementsAre("/drv"));
}

TEST(ProjectRootsTest, UnitsAllOverTheDiskKeepTheirFolders) {
  EXPECT_THAT(projectRoots(units({"C:/drv/a.c", "C:/drv/sub/b.c", "D:/lib/c.c"}), "C:/drv"),
              ElementsAre("C:/drv", "D:/lib"));
  EXPECT_THAT(projectRoots(units({"/x/a.c", "/y/b.c"}), "/x"), ElementsAre("/x", "/y"));
}

TEST(PathsTest, NormalisesEveryKind) {
  EXPECT_EQ(normalizedPath("a/../b.c", "/drv"), "/drv/b.c");
  EXPECT_EQ(normalizedPath(R"(d:\x\.\y.c)", "/drv"), "D:/x/y.c");
  EXPECT_EQ(normalizedPath(R"(\\server\share\x.c)", "/drv"), "//server/share/x.c");
  EXPECT_EQ(normalizedPath("", "/drv"), "/drv");
  EXPECT_EQ(normalizedPath("/drv/", ""), "/drv");
  EXPECT_TRUE(isWithin("/drv/a.c", "/drv"));
  EXPECT_FALSE(isWithin("/drv2/a.c", "/drv"));
}

}  // namespace
}  // namespace irqlint
