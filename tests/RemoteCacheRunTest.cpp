// Runs on several machines that share a server: what they report, and what becomes of what is wrong there.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzer/cache/CacheEntry.h"
#include "analyzer/model/SummaryBinary.h"
#include "cli/CacheCommand.h"
#include "cli/Commands.h"
#include "cli/PartitionCommand.h"
#include "cli/Pipeline.h"
#include "tests/CacheServer.h"

namespace irqlint {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

namespace fs = std::filesystem;

const std::string kExample = IRQLINT_SOURCE_DIR "/fixtures/example";

std::string textOf(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

class RemoteCacheRunTest : public testing::Test {
 protected:
  void SetUp() override {
    if (test::CacheServer::isMissing()) GTEST_SKIP() << "nginx is not installed";
    ASSERT_EQ(server_.start(), "");
  }

  // What a machine runs whose own folder has this name.
  ProjectOptions on(const std::string& machine, const std::string& place = "cache") const {
    ProjectOptions options = alone();
    options.cache.use = true;
    options.cache.folder = scratch_.file(machine);
    options.cache.remote = server_.url(place);
    return options;
  }
  static ProjectOptions alone() {
    ProjectOptions options;
    options.paths = {kExample};
    options.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
    options.jobs = 2;
    return options;
  }

  template <typename Command>
  std::string report(const ProjectOptions& options) const {
    Command command;
    command.project = options;
    command.outputs = {{ReportFormat::Json, scratch_.file("report.json")}};
    run(command);
    return textOf(scratch_.file("report.json"));
  }

  static CacheStatistics statistics(const ProjectOptions& options) {
    const auto analysis = analyzeDrivers(options, [](const Driver&, const AnalyzedProgram&) {});
    EXPECT_TRUE(analysis) << analysis.error().message();
    return analysis ? analysis->cache : CacheStatistics();
  }

  static std::string shown(const CacheStatistics& statistics) {
    std::string text;
    llvm::raw_string_ostream out(text);
    showCacheStatistics(statistics, out);
    return text;
  }

  std::vector<fs::path> entries() const {
    std::vector<fs::path> files{fs::directory_iterator(server_.folder()), fs::directory_iterator()};
    std::ranges::sort(files);
    return files;
  }

  fs::path fileOf(const Digest& name) const {
    const std::string digits = hexOf(name);
    return fs::path(server_.folder()) / (digits + digits);
  }
  static Digest nameOf(const fs::path& entry) {
    Digest name;
    const std::string bytes = llvm::fromHex(entry.filename().string());
    std::copy_n(bytes.begin(), name.size(), name.begin());
    return name;
  }

  const test::ScratchFolder scratch_;
  test::CacheServer server_;
};

TEST_F(RemoteCacheRunTest, ASecondMachineReadsNothing) {
  const std::string without = report<AnalyzeOptions>(alone());
  EXPECT_EQ(report<AnalyzeOptions>(on("first")), without);
  EXPECT_EQ(report<AnalyzeOptions>(on("second")), without);

  const CacheStatistics third = statistics(on("third"));
  EXPECT_GT(third.hits, 0u);
  EXPECT_EQ(third.misses, 0u);
  EXPECT_GE(third.remote.hits, third.hits);
  EXPECT_EQ(third.remote.misses, 0u);
  EXPECT_EQ(third.remote.stored, 0u);
  EXPECT_EQ(third.remote.errors, 0u);
  const CacheStatistics again = statistics(on("third"));
  EXPECT_EQ(again.misses, 0u);
  EXPECT_EQ(again.remote.hits, 0u) << "it has its own by then";
}

TEST_F(RemoteCacheRunTest, WhatWasFoundInADriverIsShared) {
  const auto known = [](const ProjectOptions& options) {
    const auto analysis = checkDrivers(options, RuleKind::Fault, [](const DriverFindings&) {});
    EXPECT_TRUE(analysis) << analysis.error().message();
    return analysis ? analysis->driversKnown : 99;
  };
  EXPECT_EQ(known(on("first")), 0u);
  EXPECT_EQ(known(on("second")), 1u);
  fs::remove_all(server_.folder());
  EXPECT_EQ(known(on("second")), 1u) << "from its own folder";
  EXPECT_EQ(known(on("third")), 0u);
}

TEST_F(RemoteCacheRunTest, PartitionsAreShared) {
  const std::string without = report<PartitionOptions>(alone());
  EXPECT_GT(statistics(on("first")).stored, 0u) << "without sizes, which a partition must not take for its own";
  EXPECT_EQ(report<PartitionOptions>(on("first")), without);
  EXPECT_EQ(report<PartitionOptions>(on("second")), without);
}

TEST_F(RemoteCacheRunTest, AServerThatIsNoGoodChangesNoReport) {
  const std::string without = report<AnalyzeOptions>(alone());
  for (const char* place : {"broken", "friendly", "circle", "secret", "frozen"}) {
    SCOPED_TRACE(place);
    EXPECT_EQ(report<AnalyzeOptions>(on(place, place)), without);
  }
  server_.stop();
  EXPECT_EQ(report<AnalyzeOptions>(on("lonely")), without);
  const CacheStatistics told = statistics(on("lonelier"));
  EXPECT_GT(told.stored, 0u);
  EXPECT_EQ(told.remote.stored, 0u);
  EXPECT_THAT(shown(told),
              HasSubstr("\nremote cache " + server_.url("cache") + ": hits 0, misses 0, stored 0, errors "));
  EXPECT_THAT(shown(told), HasSubstr("\nremote cache: given up reading: "));
}

TEST_F(RemoteCacheRunTest, EntriesThatAreNotWhatTheyWereAreMadeAnew) {
  using Damage = std::function<void(const std::vector<fs::path>&)>;
  const auto change = [](const std::function<std::string(std::string)>& changed) {
    return [changed](const std::vector<fs::path>& files) {
      for (const fs::path& file : files) {
        const std::string text = changed(textOf(file));
        std::ofstream(file, std::ios::binary) << text;
      }
    };
  };
  const std::vector<std::pair<std::string, Damage>> damages = {
      {"cut short", change([](const std::string& text) { return text.substr(0, text.size() / 2); })},
      {"empty", change([](const std::string&) { return ""; })},
      {"flipped", change([](std::string text) {
         text[text.size() / 2] ^= 1;
         return text;
       })},
      {"swapped",
       [](const std::vector<fs::path>& files) {
         const std::string first = textOf(files.front());
         for (std::size_t i = 0; i + 1 < files.size(); ++i)
           fs::copy_file(files[i + 1], files[i], fs::copy_options::overwrite_existing);
         std::ofstream(files.back(), std::ios::binary) << first;
       }},
  };
  const std::string without = report<AnalyzeOptions>(alone());
  EXPECT_EQ(report<AnalyzeOptions>(on("first")), without);
  for (const auto& [name, damage] : damages) {
    SCOPED_TRACE(name);
    damage(entries());
    EXPECT_EQ(report<AnalyzeOptions>(on("on " + name)), without);
    const CacheStatistics after = statistics(on("after " + name));
    EXPECT_EQ(after.misses, 0u) << "what was made anew is there for others";
    EXPECT_EQ(after.remote.errors, 0u);
  }
}

TEST_F(RemoteCacheRunTest, ASummaryInThePlaceOfAnotherIsNotTakenForIt) {
  const std::string without = report<PartitionOptions>(alone());
  EXPECT_EQ(report<PartitionOptions>(on("first")), without);
  std::vector<Digest> summaries;
  std::vector<std::string> contents;
  for (const fs::path& file : entries()) {
    const Digest name = nameOf(file);
    const std::string entry = textOf(file);
    const auto found = entryContents(name, entry);
    ASSERT_TRUE(found);
    if (digestOf(*found) != name) continue;
    summaries.push_back(name);
    contents.push_back(found->str());
    EXPECT_TRUE(summaryFromBytes(contents.back()));
  }
  ASSERT_GE(summaries.size(), 2u);
  // Each is a sound summary with a sound header, of another unit.
  for (std::size_t i = 0; i < summaries.size(); ++i) {
    const std::string& other = contents[(i + 1) % contents.size()];
    std::ofstream(fileOf(summaries[i]), std::ios::binary) << entryHeader(summaries[i], other) << other;
  }
  EXPECT_EQ(report<PartitionOptions>(on("second")), without);
  EXPECT_EQ(report<PartitionOptions>(on("third")), without) << "what was made anew is there for others";
}

TEST_F(RemoteCacheRunTest, ACheckoutAtTheSamePathIsTheSame) {
  const fs::path sources = scratch_.file("work");
  const auto checkOut = [&] { fs::copy(kExample, sources, fs::copy_options::recursive); };
  ProjectOptions first = on("first");
  ProjectOptions second = on("second");
  first.paths = second.paths = {sources.string()};
  checkOut();
  EXPECT_GT(statistics(first).stored, 0u);
  fs::remove_all(sources);
  checkOut();
  EXPECT_EQ(statistics(second).misses, 0u);
  std::ofstream(sources / "timer.c", std::ios::app) << "int changed;\n";
  EXPECT_EQ(statistics(second).misses, 1u);
}

TEST_F(RemoteCacheRunTest, ReadOnlyWritesNothing) {
  ProjectOptions options = on("first");
  options.cache.remoteIsReadOnly = true;
  const CacheStatistics cold = statistics(options);
  EXPECT_GT(cold.stored, 0u) << "in its own folder";
  EXPECT_EQ(cold.remote.stored, 0u);
  EXPECT_EQ(cold.remote.writeProblem, "");
  EXPECT_FALSE(fs::exists(server_.folder()));

  EXPECT_GT(statistics(on("second")).remote.stored, 0u);
  options.cache.folder = scratch_.file("third");
  const CacheStatistics warm = statistics(options);
  EXPECT_EQ(warm.misses, 0u);
  EXPECT_GT(warm.remote.hits, 0u);
}

TEST_F(RemoteCacheRunTest, APasswordIsNotShown) {
  AnalyzeOptions command;
  command.stats = true;
  command.coverage = true;
  command.outputs = {{ReportFormat::Text, ""},
                     {ReportFormat::Sarif, scratch_.file("report.sarif")},
                     {ReportFormat::Json, scratch_.file("report.json")}};
  for (const char* password : {"geheim", "wrong-geheim"}) {
    command.project = on(password == std::string("geheim") ? "first" : "second", "secret");
    command.project.cache.remote.insert(std::string("http://").size(), std::string("user:") + password + "@");
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    run(command);
    llvm::outs().flush();
    const std::string text = ::testing::internal::GetCapturedStdout();
    const std::string told = ::testing::internal::GetCapturedStderr();
    EXPECT_THAT(told, HasSubstr("remote cache " + server_.url("secret") + ": hits 0, "));
    EXPECT_EQ(told.find("401") != std::string::npos, password == std::string("wrong-geheim"));
    for (const std::string& output :
         {text, told, textOf(scratch_.file("report.sarif")), textOf(scratch_.file("report.json"))})
      EXPECT_THAT(output, Not(HasSubstr("geheim")));
  }
  EXPECT_GT(entries().size(), 0u);
  for (const fs::path& entry : entries()) EXPECT_THAT(textOf(entry), Not(HasSubstr("geheim")));
}

}  // namespace
}  // namespace irqlint
