// Units that start from a shared preamble say what they say without.
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/extract/Extraction.h"
#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/model/SummaryJson.h"
#include "cli/HeaderDirectories.h"
#include "tests/FixturePrograms.h"

namespace irqlint {
namespace {

using namespace test;

class PreamblesTest : public testing::Test {
 protected:
  PreamblesTest() {
    options_.projectRoots = {"/drv"};
    add("/sdk/ddk.h",
        "#pragma once\ntypedef int NTSTATUS;\nstruct IRP { void (*Cancel)(int); };\n"
        "static inline int Twice(int x) { return x * 2; }\n");
    add("/drv/driver.h", "#ifndef DRIVER_H\n#define DRIVER_H\n#include <ddk.h>\nvoid Go(struct IRP*);\n#endif\n");
  }

  void add(const std::string& path, const std::string& text) {
    files_->addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  }

  // Two units with this text; their functions have names of their own.
  void addUnits(const std::string& text) {
    for (const char* name : {"a", "b"}) {
      add("/drv/" + std::string(name) + ".c", text + "\nNTSTATUS " + name + "(struct IRP* irp) { return Twice(7); }\n");
      commands_.push_back({"/drv/" + std::string(name) + ".c", "/drv", {"-I/sdk", "-DMODE=1"}, CommandDialect::Gcc});
    }
  }

  std::vector<std::string> summaries(const ExtractOptions& options) const {
    std::vector<std::string> texts;
    for (const CompileCommand& command : commands_) {
      const auto summary = extractTu(command, options, files_);
      texts.push_back(summary ? summaryToJson(*summary) : summary.error().message());
    }
    return texts;
  }

  // Reads the units with and without preambles; the summaries have to be the same.
  PreambleStatistics share() {
    ExtractOptions sharing = options_;
    sharing.preambles = planPreambles(commands_, options_, [this] { return files_; }, 1);
    EXPECT_EQ(summaries(sharing), summaries(options_));
    return statisticsOf(*sharing.preambles);
  }

  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> files_{new llvm::vfs::InMemoryFileSystem};
  ExtractOptions options_;
  std::vector<CompileCommand> commands_;
};

TEST_F(PreamblesTest, UnitsShareTheForeignHeadersTheyIncludeFirst) {
  addUnits("// A driver.\n#include \"driver.h\"\nvoid Go(struct IRP* irp) { irp->Cancel(1); }");
  const PreambleStatistics statistics = share();
  EXPECT_EQ(statistics.built, 1u);
  EXPECT_EQ(statistics.units, 2u);
}

TEST_F(PreamblesTest, OtherFlagsAreAnotherPreamble) {
  addUnits("#include \"driver.h\"");
  commands_.back().arguments.push_back("-DINITGUID");
  EXPECT_EQ(share().units, 0u);
}

TEST_F(PreamblesTest, DefinitionsAndConditionsInFrontArePartOfIt) {
  add("/sdk/mode.h", "#pragma once\n#ifdef WANTED\n#include <ddk.h>\n#endif\n");
  addUnits(
      "#undef MODE\n#if defined(OTHER) || !defined(_KERNEL_MODE)\n#define UNWANTED\n#else\n#define WANTED\n#endif\n"
      "#include <mode.h>");
  EXPECT_EQ(share().units, 2u);
}

TEST_F(PreamblesTest, AConditionThatForeignHeadersDecideEndsIt) {
  add("/sdk/late.h", "#pragma once\n#define LATE\n");
  addUnits(
      "#ifndef LATE\n#define EARLY 1\n#endif\n#include <late.h>\n#include <ddk.h>\n"
      "int early = EARLY;");
  const PreambleStatistics statistics = share();
  EXPECT_EQ(statistics.rejected, 1u);
  EXPECT_EQ(statistics.units, 0u);
}

TEST_F(PreamblesTest, ADefinitionThatForeignHeadersTakeBackIsNotDoneAgain) {
  add("/sdk/undo.h", "#pragma once\n#undef OURS\n");
  addUnits("#define OURS 1\n#include <undo.h>\n#include <ddk.h>\n#ifdef OURS\nint wrong;\n#endif");
  EXPECT_EQ(share().units, 0u);
}

TEST_F(PreamblesTest, HeadersThatSayWhatASummaryKeepsAreReadByEachUnit) {
  for (const std::string text :
       {"#include <missing.h>\n", "int wrong = ;\n", "#pragma code_seg(\"PAGE\")\n", "#include \"/drv/own.h\"\n"}) {
    SCOPED_TRACE(text);
    files_ = new llvm::vfs::InMemoryFileSystem;
    commands_.clear();
    add("/drv/own.h", "int own;\n");
    add("/sdk/ddk.h", "#pragma once\ntypedef int NTSTATUS;\nstatic inline int Twice(int x) { return x * 2; }\n" + text);
    addUnits("#include <ddk.h>");
    const PreambleStatistics statistics = share();
    EXPECT_EQ(statistics.rejected, 1u);
    EXPECT_EQ(statistics.units, 0u);
  }
}

TEST_F(PreamblesTest, AHeaderThatDoesSomethingEachTimeEndsIt) {
  for (const std::string text : {"extern int entries;\n", "#pragma pack(push, 1)\n",
                                 "#ifdef AGAIN\n#define TWICE 1\n#else\n#define AGAIN\n#endif\n",
                                 "#undef ONCE\n#ifndef AGAIN\n#define AGAIN\n#define ONCE\n#endif\n"}) {
    SCOPED_TRACE(text);
    const auto unitsThatShare = [&](const std::string& lines) {
      files_ = new llvm::vfs::InMemoryFileSystem;
      commands_.clear();
      add("/sdk/ddk.h", "#pragma once\ntypedef int NTSTATUS;\nstatic inline int Twice(int x) { return x * 2; }\n");
      add("/sdk/each.h", text);
      addUnits(lines);
      return share().units;
    };
    EXPECT_EQ(unitsThatShare("#include <each.h>\n#include <ddk.h>"), 0u);
    EXPECT_EQ(unitsThatShare("#include <ddk.h>\n#define OURS 1\n#include <each.h>"), 2u) << "what comes before";
  }
}

TEST_F(PreamblesTest, AHeaderWithoutAGuardMayOnlyDefine) {
  add("/sdk/define.h",
      "#define INIT\n#ifdef MAKE\n#undef MAKE\n#endif\n#ifdef INIT\n#define MAKE(x) int x = 1\n#endif\n");
  add("/sdk/make.h", "#pragma once\nMAKE(made);\n");
  addUnits("#include <define.h>\n#include <ddk.h>\n#include <make.h>\nint use(void) { return made; }");
  EXPECT_EQ(share().units, 2u);
}

TEST_F(PreamblesTest, AlignmentThatClangDeclaresByItselfIsFound) {
  add("/sdk/new.h",
      "#pragma once\nvoid *operator new(decltype(sizeof 0), void *);\nstruct S {};\n"
      "inline S *make() { return new S; }\n");
  addUnits("#include <ddk.h>\n#include <new.h>\nvoid free(void *, std::align_val_t);");
  for (CompileCommand& command : commands_)
    command.arguments.insert(command.arguments.end(), {"-x", "c++", "-std=c++17"});
  share();
}

TEST_F(PreamblesTest, ASuppressionInFrontOfAHeaderStaysThere) {
  addUnits("// irqlint-suppress IRQL101: the header\n#include <ddk.h>\nint after;");
  EXPECT_EQ(share().units, 0u);
}

TEST_F(PreamblesTest, AllocTextOfAForeignFunctionIsKnownForOne) {
  add("/sdk/more.h", "#pragma once\nvoid Declared(void);\n");
  addUnits("#include <more.h>\n#include <ddk.h>\n#pragma alloc_text(PAGE, Declared)");
  EXPECT_EQ(share().units, 2u);
}

// Every few of the fixtures, as if they were one project.
TEST(PreamblesFixturesTest, SummariesAreTheSameByteByByte) {
  const auto fallback = fallbackHeaders(ProjectOptions{});
  ASSERT_TRUE(fallback);
  ExtractOptions options{.projectRoots = {fixturesFolder()},
                         .headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers",
                         .fallbackHeaders = *fallback,
                         .files = createFileCache()};
  constexpr std::size_t kEvery = 5;
  std::vector<CompileCommand> commands;
  const std::vector<FixtureProgram> programs = fixturePrograms();
  for (std::size_t i = 0; i < programs.size(); i += kEvery) {
    for (CompileCommand& command : commandsOf(programs[i])) {
      command.directory = fixturesFolder();
      commands.push_back(std::move(command));
    }
  }
  const auto extract = [&](const ExtractOptions& how) {
    const auto one = [&how](const CompileCommand& command, Attempt) {
      return extractTu(command, how, llvm::vfs::createPhysicalFileSystem());
    };
    return extractAll(commands, one, {});
  };
  const Extraction alone = extract(options);
  options.preambles = planPreambles(commands, options, [] { return llvm::vfs::createPhysicalFileSystem(); }, 0);
  const Extraction sharing = extract(options);
  EXPECT_GT(statisticsOf(*options.preambles).units, commands.size() / 4);
  ASSERT_EQ(alone.summaries.size(), sharing.summaries.size());
  for (std::size_t i = 0; i < alone.summaries.size(); ++i)
    EXPECT_EQ(summaryToJson(alone.summaries[i]), summaryToJson(sharing.summaries[i])) << alone.summaries[i].mainFile;
}

}  // namespace
}  // namespace irqlint
