#include "analyzer/frontend/CommandLine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace irqlint {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

CompileCommand gcc(std::vector<std::string> arguments) {
  return {.file = "/drv/a.c", .directory = "/drv", .arguments = std::move(arguments), .dialect = CommandDialect::Gcc};
}

CompileCommand cl(std::vector<std::string> arguments) {
  return {.file = "/drv/a.c", .directory = "/drv", .arguments = std::move(arguments), .dialect = CommandDialect::Cl};
}

TEST(CommandLine, KeepsWhatShapesTheSource) {
  EXPECT_THAT(parserArguments(gcc({"-DDBG=1", "-U", "X", "-Iinc", "-isystem", "sys", "-include", "pre.h", "-std=c11"})),
              ElementsAre("-D", "DBG=1", "-U", "X", "-I", "inc", "-isystem", "sys", "-include", "pre.h", "-std=c11"));
  EXPECT_THAT(parserArguments(cl({"/DDBG=1", "-D", "A=b c", "/I", "inc", "/I..\\sdk", "/FIwarning.h", "/external:I",
                                  "ext", "/std:c++17", "/Zp8", "/J", "/TP"})),
              ElementsAre("/D", "DBG=1", "-D", "A=b c", "/I", "inc", "/I", "..\\sdk", "/FI", "warning.h", "/external:I",
                          "ext", "/std:c++17", "/Zp8", "/J", "/TP"));
}

TEST(CommandLine, DropsWhatLoadsCode) {
  EXPECT_THAT(parserArguments(gcc({"-fplugin=evil.so", "-Xclang", "-load", "-Xclang", "evil.so", "-fpass-plugin=e.so",
                                   "-mllvm", "-load=evil.so", "-specs=evil", "-wrapper", "evil", "-B/evil",
                                   "--config=evil.cfg", "@evil.rsp"})),
              IsEmpty());
  EXPECT_THAT(parserArguments(cl({"/clang:-fplugin=evil.so", "/clang:-Xclang", "/clang:-load", "-Xclang", "-load",
                                  "-Xclang", "evil.dll", "@evil.rsp"})),
              IsEmpty());
}

TEST(CommandLine, DropsWhatWritesFiles) {
  EXPECT_THAT(parserArguments(gcc({"-o",
                                   "a.o",
                                   "-oa.o",
                                   "-MD",
                                   "-MF",
                                   "a.d",
                                   "-MT",
                                   "a",
                                   "-save-temps",
                                   "-ftime-trace",
                                   "--serialize-diagnostics",
                                   "a.dia",
                                   "-fmodules-cache-path=m",
                                   "-include-pch",
                                   "a.pch",
                                   "-dependency-file",
                                   "a.d",
                                   "--coverage",
                                   "-gsplit-dwarf",
                                   "-MJ",
                                   "a.json"})),
              IsEmpty());
  EXPECT_THAT(parserArguments(cl({"/Foa.obj", "/Fda.pdb", "/Yupch.h", "/Ycpch.h", "/Fppch.pch", "/showIncludes",
                                  "/FAcs", "/Faa.asm", "/analyze", "/sourceDependencies", "a.json", "/c", "/Zi"})),
              IsEmpty());
}

TEST(CommandLine, DropsUnknownOptionsAndStrayFiles) {
  EXPECT_THAT(parserArguments(cl({"/notAnOption:x", "-d2something", "other.c", "/Qspectre", "/kernel"})), IsEmpty());
  EXPECT_THAT(parserArguments(gcc({"-fnot-an-option", "other.c", "-Wall", "-O2"})), IsEmpty());
}

TEST(CommandLine, PassesOnWhatIsSafe) {
  EXPECT_THAT(parserArguments(cl({"/clang:-std=c11", "/clang:-o", "/clang:x"})), ElementsAre("/clang:-std=c11"));
}

TEST(CommandLine, AFileOptionKeepsItsLanguage) {
  EXPECT_THAT(parserArguments(cl({"/Tpsource.c"})), ElementsAre("/TP"));
}

TEST(CommandLine, ReadsTheArchitecture) {
  EXPECT_EQ(architectureOf(gcc({})), Architecture::X64);
  EXPECT_EQ(architectureOf(gcc({"-m32"})), Architecture::X86);
  EXPECT_EQ(architectureOf(gcc({"--target=aarch64-pc-windows-msvc"})), Architecture::Arm64);
  EXPECT_EQ(architectureOf(gcc({"-target", "i686-w64-mingw32"})), Architecture::X86);
  EXPECT_EQ(architectureOf(cl({"/D_X86_=1", "/Di386=1"})), Architecture::X86);
  EXPECT_EQ(architectureOf(cl({"/D_ARM64_"})), Architecture::Arm64);
  EXPECT_EQ(architectureOf(cl({"/D_AMD64_"})), Architecture::X64);
}

TEST(CommandLine, TheTargetIsWindowsWhateverTheCommandSays) {
  EXPECT_THAT(driverCommandLine(gcc({"--target=aarch64-linux-gnu"})),
              IsSupersetOf({"--target=aarch64-pc-windows-msvc", "/drv/a.c"}));
  EXPECT_THAT(driverCommandLine(gcc({"--target=aarch64-linux-gnu"})), Not(Contains("--target=aarch64-linux-gnu")));
}

TEST(CommandLine, AnUpperCaseExtensionMeansTheSameLanguage) {
  CompileCommand command = cl({});
  command.file = "/drv/OLD.C";
  EXPECT_THAT(driverCommandLine(command), Contains("/TC"));
  command.dialect = CommandDialect::Gcc;
  EXPECT_THAT(driverCommandLine(command), IsSupersetOf({"-x", "c"}));
}

}  // namespace
}  // namespace irqlint
