// `irqlint partition --apply`: which functions it moves, and what it leaves alone.
#include "cli/PartitionApply.h"

#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/FileSystem.h>

#include "cli/Commands.h"
#include "cli/Pipeline.h"
#include "rules/RuleRunner.h"
#include "tests/FixturePrograms.h"
#include "tests/ScratchFolder.h"

namespace irqlint::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kUnload[] =
    "#include <ntddk.h>\n"
    "DRIVER_UNLOAD Unload;\n"
    "VOID Unload(PDRIVER_OBJECT DriverObject)\n"
    "{\n"
    "}\n";

class PartitionApply : public ::testing::Test {
 protected:
  PartitionApply() {
    options_.apply = true;
    options_.project.paths = {folder_.path()};
    options_.project.sourceRoot = folder_.path();
    options_.project.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
  }

  // Runs the command and returns what it wrote to standard output.
  std::string runAndCapture(ExitStatus expected = ExitStatus::Clean) {
    ::testing::internal::CaptureStdout();
    EXPECT_EQ(irqlint::run(options_), expected);
    llvm::outs().flush();
    return ::testing::internal::GetCapturedStdout();
  }

  // What would be moved; `between` runs after the analysis.
  Moves movesAfter(const std::function<void()>& between) {
    MoveCandidates candidates;
    RuleRun rules({.kind = RuleKind::Advice});
    const auto visit = [&](const Driver& driver, const AnalyzedProgram& analyzed) {
      rules.add(analyzed);
      candidates.add(driver, analyzed);
    };
    EXPECT_TRUE(analyzeDrivers(options_.project, visit, {.asIfResident = true}));
    between();
    return candidates.moves(rules.finish(), folder_.path());
  }

  const ScratchFolder folder_;
  PartitionOptions options_;
};

TEST_F(PartitionApply, MovesOnceAndForAll) {
  folder_.write("a.c", kUnload);
  const std::string first = runAndCapture();
  EXPECT_THAT(first, AllOf(HasSubstr("moved to PAGE: 1 function, "), HasSubstr("changed: 1 file\n")));
  const std::string text = readFile(folder_.file("a.c"));
  EXPECT_EQ(text,
            "#include <ntddk.h>\n"
            "DRIVER_UNLOAD Unload;\n"
            "\n"
            "#pragma alloc_text(PAGE, Unload)\n"
            "\n"
            "VOID Unload(PDRIVER_OBJECT DriverObject)\n"
            "{\n"
            "    PAGED_CODE();\n"
            "}\n");
  EXPECT_EQ(runAndCapture(), "nothing to change\n");
  EXPECT_EQ(readFile(folder_.file("a.c")), text);
}

TEST_F(PartitionApply, MovesToInitWithoutAnAssertion) {
  folder_.write("a.c",
                "#include <ntddk.h>\n"
                "DRIVER_INITIALIZE DriverEntry;\n"
                "NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)\n"
                "{\n"
                "    return STATUS_SUCCESS;\n"
                "}\n");
  EXPECT_THAT(runAndCapture(), HasSubstr("moved to INIT: 1 function, "));
  EXPECT_THAT(readFile(folder_.file("a.c")),
              AllOf(HasSubstr("\n#pragma alloc_text(INIT, DriverEntry)\n"), Not(HasSubstr("PAGED_CODE"))));
}

TEST_F(PartitionApply, DryRunWritesADiffOnly) {
  folder_.write("a.c", kUnload);
  options_.dryRun = true;
  EXPECT_EQ(runAndCapture(),
            "--- a/a.c\n+++ b/a.c\n"
            "@@ -1,5 +1,9 @@\n"
            " #include <ntddk.h>\n"
            " DRIVER_UNLOAD Unload;\n"
            "+\n"
            "+#pragma alloc_text(PAGE, Unload)\n"
            "+\n"
            " VOID Unload(PDRIVER_OBJECT DriverObject)\n"
            " {\n"
            "+    PAGED_CODE();\n"
            " }\n");
  EXPECT_EQ(readFile(folder_.file("a.c")), kUnload);
}

TEST_F(PartitionApply, LeavesWhatIsSuppressed) {
  const std::string suppressed =
      "#include <ntddk.h>\n"
      "DRIVER_UNLOAD Unload;\n"
      "// irqlint-suppress ADVC501: measured\n"
      "VOID Unload(PDRIVER_OBJECT DriverObject)\n"
      "{\n"
      "}\n";
  folder_.write("a.c", suppressed);
  EXPECT_EQ(runAndCapture(), "nothing to change\n");
  EXPECT_EQ(readFile(folder_.file("a.c")), suppressed);
}

TEST_F(PartitionApply, LeavesAFileThatChanged) {
  folder_.write("a.c", kUnload);
  const Moves moves = movesAfter([&] { folder_.write("a.c", std::string(kUnload) + "// more\n"); });
  EXPECT_TRUE(moves.edits.empty());
  ASSERT_EQ(moves.refused.size(), 1u);
  EXPECT_THAT(moves.refused[0].reason, HasSubstr("has changed"));
}

TEST_F(PartitionApply, KeepsTheFileWhoseWriteFails) {
  folder_.write("a.c", kUnload);
  Moves moves = movesAfter([] {});
  ASSERT_EQ(moves.edits.size(), 1u);
  ASSERT_FALSE(llvm::sys::fs::remove(folder_.file("a.c")));
  EXPECT_EQ(writeMoves(moves).size(), 1u);
  EXPECT_TRUE(moves.edits.empty()) << "what was not written was not moved";
}

// What cannot be placed is named, with the reason.
TEST_F(PartitionApply, NamesWhatItRefuses) {
  folder_.write("a.cpp",
                "#include <ntddk.h>\n"
                "struct Settings { static void Read(); };\n"
                "void Settings::Read()\n"
                "{\n"
                "}\n"
                "extern \"C\" DRIVER_UNLOAD Unload;\n"
                "extern \"C\" VOID Unload(PDRIVER_OBJECT DriverObject)\n"
                "{\n"
                "    Settings::Read();\n"
                "}\n");
  EXPECT_THAT(runAndCapture(), AllOf(HasSubstr("moved to PAGE: 1 function"),
                                     HasSubstr("  a.cpp:3: 'Settings::Read': it is a member of a class")));
  EXPECT_THAT(readFile(folder_.file("a.cpp")),
              HasSubstr("extern \"C\" __declspec(code_seg(\"PAGE\")) VOID Unload(PDRIVER_OBJECT DriverObject)\n{\n"
                        "    PAGED_CODE();\n"));
}

// Code that is lost may call it.
TEST_F(PartitionApply, RefusesWhatLostCodeMayCall) {
  folder_.write("a.c", std::string(kUnload) +
                           "KDEFERRED_ROUTINE OnTimer;\n"
                           "VOID OnTimer(PKDPC Dpc, PVOID Context, PVOID A, PVOID B)\n"
                           "{\n"
                           "    if (Context ==) { ) Unload(Context) } else\n"
                           "}\n"
                           "DRIVER_UNLOAD Other;\n"
                           "VOID Other(PDRIVER_OBJECT DriverObject) { return 1 + ; }\n");
  EXPECT_THAT(runAndCapture(), AllOf(HasSubstr("nothing to change"), HasSubstr("was not understood, might call it")));
}

// Of two drivers one calls the shared function from a DPC.
TEST_F(PartitionApply, MovesSharedCodeOnlyWhereAllDriversAdviseIt) {
  for (const char* name : {"one", "two", "common"}) ASSERT_FALSE(llvm::sys::fs::create_directory(folder_.file(name)));
  folder_.write("common/both.c",
                "#include <ntddk.h>\nVOID Both(VOID);\nVOID Low(VOID);\n"
                "VOID Both(VOID)\n{\n}\n"
                "VOID Low(VOID)\n{\n}\n");
  const std::string declarations = "VOID Both(VOID);\nVOID Low(VOID);\n";
  folder_.write("one/one.c", "#include <ntddk.h>\n" + declarations +
                                 "DRIVER_UNLOAD Unload;\n"
                                 "VOID Unload(PDRIVER_OBJECT DriverObject)\n{\n    Both();\n    Low();\n}\n");
  folder_.write("two/two.c", "#include <ntddk.h>\n" + declarations +
                                 "KDEFERRED_ROUTINE OnTimer;\n"
                                 "VOID OnTimer(PKDPC Dpc, PVOID Context, PVOID A, PVOID B)\n{\n    Both();\n}\n"
                                 "DRIVER_UNLOAD Unload;\n"
                                 "VOID Unload(PDRIVER_OBJECT DriverObject)\n{\n    Low();\n}\n");
  for (const std::string name : {"one", "two"})
    folder_.write(name + "/sources",
                  "TARGETNAME=" + name + "\nTARGETTYPE=DRIVER\nSOURCES=" + name + ".c ..\\common\\both.c\n");
  folder_.write("dirs", "DIRS=one two\n");
  options_.project.paths = {folder_.file("dirs")};
  const std::string account = runAndCapture();
  EXPECT_THAT(account, AllOf(HasSubstr("moved to PAGE: 3 functions"), HasSubstr("changed: 3 files"),
                             HasSubstr("common/both.c:4: 'Both': in the driver 'two' it runs at DISPATCH_LEVEL")));
  EXPECT_THAT(readFile(folder_.file("common/both.c")),
              AllOf(HasSubstr("alloc_text(PAGE, Low)"), Not(HasSubstr("alloc_text(PAGE, Both)"))));
}

TEST_F(PartitionApply, MovesNothingIfAUnitIsMissing) {
  folder_.write("a.c", kUnload);
  options_.project.paths = {folder_.file("a.c"), folder_.file("missing.c")};
  runAndCapture(ExitStatus::Failure);
  EXPECT_EQ(readFile(folder_.file("a.c")), kUnload);
}

}  // namespace
}  // namespace irqlint::test
