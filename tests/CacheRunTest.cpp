// Whole runs with a cache: what they report, and what `irqlint cache` says of it.
#include <fstream>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "cli/CacheCommand.h"
#include "cli/Commands.h"
#include "cli/PartitionCommand.h"
#include "cli/Pipeline.h"
#include "tests/ScratchFolder.h"

namespace irqlint {
namespace {

using ::testing::HasSubstr;

const std::string kFixtures = IRQLINT_SOURCE_DIR "/fixtures/";

class CacheRunTest : public testing::Test {
 protected:
  ProjectOptions project(const std::string& path) const {
    ProjectOptions options;
    options.paths = {path};
    options.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
    return options;
  }

  ProjectOptions cached(const std::string& path, unsigned jobs = 1) const {
    ProjectOptions options = project(path);
    options.cache.use = true;
    options.cache.folder = folder_.file("cache");
    options.jobs = jobs;
    return options;
  }

  template <typename Command>
  std::string report(const ProjectOptions& options) const {
    Command command;
    command.project = options;
    command.outputs = {{ReportFormat::Json, folder_.file("report.json")}};
    run(command);
    std::ostringstream text;
    text << std::ifstream(folder_.file("report.json")).rdbuf();
    return text.str();
  }

  CacheStatistics statistics(const ProjectOptions& options) const {
    const auto analysis = analyzeDrivers(options, [](const Driver&, const AnalyzedProgram&) {});
    EXPECT_TRUE(analysis) << analysis.error().message();
    return analysis ? analysis->cache : CacheStatistics();
  }

  std::string command(CacheAction action, std::uint64_t size, ListFormat format = ListFormat::Text) const {
    CacheCommandOptions options{.action = action, .format = format};
    options.cache.folder = folder_.file("cache");
    options.cache.size = size;
    std::string text;
    llvm::raw_string_ostream out(text);
    EXPECT_EQ(runCacheCommand(options, out), "");
    return text;
  }

  const test::ScratchFolder folder_;
};

TEST_F(CacheRunTest, ReportsAreTheSameFromAFullCache) {
  for (const char* path : {"example", "projects/TwoDrivers/TwoDrivers.sln", "IrqlNotRestored", "PagedCodeAtDispatch"}) {
    SCOPED_TRACE(path);
    const std::string without = report<AnalyzeOptions>(project(kFixtures + path));
    EXPECT_THAT(without, HasSubstr("\"findings\""));
    EXPECT_EQ(report<AnalyzeOptions>(cached(kFixtures + path, 2)), without) << "cold";
    EXPECT_EQ(report<AnalyzeOptions>(cached(kFixtures + path, 1)), without) << "warm";
    EXPECT_EQ(report<AnalyzeOptions>(cached(kFixtures + path, 2)), without) << "warm, in parallel";
    EXPECT_EQ(statistics(cached(kFixtures + path)).misses, 0u);
  }
}

TEST_F(CacheRunTest, PartitionsAreTheSameFromAFullCache) {
  const std::string path = kFixtures + "example";
  const std::string without = report<PartitionOptions>(project(path));
  EXPECT_THAT(without, HasSubstr("\"bytes\""));
  EXPECT_GT(statistics(cached(path)).stored, 0u) << "without sizes, which a partition must not take for its own";
  EXPECT_EQ(report<PartitionOptions>(cached(path)), without);
  EXPECT_EQ(report<PartitionOptions>(cached(path)), without);
}

TEST_F(CacheRunTest, WhatChangedIsReadAgain) {
  folder_.write("a.c", "#include \"a.h\"\nvoid a(void) {}\n");
  folder_.write("b.c", "void b(void) {}\n");
  folder_.write("a.h", "int x;\n");
  folder_.write("compile_commands.json",
                nlohmann::json::array({{{"directory", folder_.path()}, {"file", "a.c"}, {"command", "cl.exe /c a.c"}},
                                       {{"directory", folder_.path()}, {"file", "b.c"}, {"command", "cl.exe /c b.c"}}})
                    .dump());
  const ProjectOptions options = cached(folder_.path());
  EXPECT_EQ(statistics(options).misses, 2u);
  EXPECT_EQ(statistics(options).hits, 2u);
  folder_.write("a.h", "int y;\n");
  EXPECT_EQ(statistics(options).misses, 1u);
  EXPECT_EQ(statistics(options).hits, 2u);
  folder_.write("a.h", "int x;\n");
  EXPECT_EQ(statistics(options).hits, 2u) << "as it was before";
}

TEST_F(CacheRunTest, AUnitThatCannotBeReadIsNotKept) {
  folder_.write("compile_commands.json",
                nlohmann::json::array(
                    {{{"directory", folder_.path()}, {"file", "missing.c"}, {"command", "cl.exe /c missing.c"}}})
                    .dump());
  const ProjectOptions options = cached(folder_.path());
  EXPECT_EQ(statistics(options).stored, 0u);
  folder_.write("missing.c", "int there;\n");
  EXPECT_EQ(statistics(options).stored, 1u);
}

TEST_F(CacheRunTest, ACacheThatCannotBeWrittenIsToldAndNoMore) {
  folder_.write("cache", "a file where the folder would be");
  const std::string path = kFixtures + "IrqlNotRestored";
  EXPECT_EQ(report<AnalyzeOptions>(cached(path)), report<AnalyzeOptions>(project(path)));
  const CacheStatistics told = statistics(cached(path));
  std::string text;
  llvm::raw_string_ostream out(text);
  showCacheStatistics(told, out);
  EXPECT_THAT(text, HasSubstr("cache: not all could be written: "));
  showCacheStatistics({.used = true, .folder = "F", .hits = 3, .damaged = 1, .bytesRead = 3 << 19}, out);
  EXPECT_THAT(text, HasSubstr("cache F: hits 3, misses 0, stored 0, read 1.5 MB, written 0.0 MB\n"
                              "cache: 1 entry was damaged and recomputed\n"));
}

TEST_F(CacheRunTest, TheCommandsShowAndEmptyIt) {
  statistics(cached(kFixtures + "IrqlNotRestored"));
  const auto info = nlohmann::json::parse(command(CacheAction::Info, 1 << 30, ListFormat::Json));
  EXPECT_EQ(info["folder"], folder_.file("cache"));
  EXPECT_GE(info["entries"], 2);
  EXPECT_GT(info["bytes"], 1000);
  EXPECT_EQ(info["limit"], 1 << 30);
  EXPECT_THAT(command(CacheAction::Info, 1 << 30), HasSubstr(" of 1024.0 MB\n"));
  EXPECT_THAT(command(CacheAction::Prune, 1 << 30), HasSubstr("removed 0 entries, 0.0 MB from "));
  const auto pruned = nlohmann::json::parse(command(CacheAction::Prune, 1, ListFormat::Json));
  EXPECT_EQ(pruned["removedEntries"], info["entries"]);
  EXPECT_EQ(pruned["removedBytes"], info["bytes"]);
  EXPECT_GT(statistics(cached(kFixtures + "IrqlNotRestored")).misses, 0u);
  EXPECT_THAT(command(CacheAction::Clear, 1), HasSubstr("removed 2"));
  EXPECT_THAT(command(CacheAction::Info, 1), HasSubstr(": 0 entries, 0.0 MB of "));
}

}  // namespace
}  // namespace irqlint
