// What is kept is found, whole or not at all.
#include "analyzer/cache/SummaryCache.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <llvm/Support/FileSystem.h>

#include "tests/ScratchFolder.h"

namespace irqlint {
namespace {

namespace fs = std::filesystem;

TuSummary summaryOf(const std::string& file) {
  TuSummary summary;
  summary.mainFile = file;
  summary.files = {file};
  summary.fileLines = {1};
  summary.fileHashes = {1};
  return summary;
}

class SummaryCacheTest : public testing::Test {
 protected:
  SummaryCacheTest() : cache_(path()) {}

  std::string path() const { return folder_.file("cache"); }

  // The main file of what is kept for the unit and inputs; "" if nothing is.
  static std::string find(SummaryCache& cache, const std::string& unit, const std::string& inputs) {
    const auto summary = cache.find(digestOf(unit), [&](llvm::StringRef known) { return known == inputs; });
    return summary ? summary->mainFile : "";
  }
  std::string find(const std::string& unit, const std::string& inputs) { return find(cache_, unit, inputs); }

  void store(const std::string& unit, const std::string& inputs, const std::string& file) {
    cache_.store(digestOf(unit), inputs, summaryOf(file));
  }

  std::vector<fs::path> files() const { return {fs::directory_iterator(path()), fs::directory_iterator()}; }

  static std::string textOf(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
  }

  const test::ScratchFolder folder_;
  SummaryCache cache_;
};

TEST_F(SummaryCacheTest, FindsWhatWasStoredForUnitAndInputs) {
  EXPECT_EQ(find("unit", "inputs"), "");
  store("unit", "inputs", "a.c");
  store("other", "inputs", "b.c");
  EXPECT_EQ(find("unit", "inputs"), "a.c");
  EXPECT_EQ(find("unit", "other inputs"), "");
  EXPECT_EQ(find("other", "inputs"), "b.c");
  const CacheStatistics statistics = cache_.statistics();
  EXPECT_EQ(statistics.hits, 2u);
  EXPECT_EQ(statistics.misses, 2u);
  EXPECT_EQ(statistics.stored, 2u);
  EXPECT_EQ(statistics.damaged, 0u);
  EXPECT_EQ(statistics.problem, "");
  EXPECT_GT(statistics.bytesRead, 0u);
  EXPECT_GT(statistics.bytesWritten, statistics.bytesRead / 2);
}

TEST_F(SummaryCacheTest, KeepsTheLastSetsOfInputs) {
  for (int set = 0; set < 6; ++set) store("unit", std::to_string(set), std::to_string(set) + ".c");
  EXPECT_EQ(find("unit", "5"), "5.c");
  EXPECT_EQ(find("unit", "2"), "2.c");
  EXPECT_EQ(find("unit", "1"), "");
  store("unit", "2", "again.c");
  EXPECT_EQ(find("unit", "2"), "again.c") << "takes the place of what it had";
  EXPECT_EQ(find("unit", "3"), "3.c");
}

TEST_F(SummaryCacheTest, UnitsThatSayTheSameShareIt) {
  store("unit", "inputs", "a.c");
  store("other", "other inputs", "a.c");
  EXPECT_EQ(files().size(), 3u) << "two manifests, one summary";
}

TEST_F(SummaryCacheTest, ADamagedEntryIsMadeAnew) {
  using Damage = std::function<std::string(std::string)>;
  const auto flipped = [](std::size_t at) {
    return [at](std::string text) {
      text.at(at < text.size() ? at : text.size() - 1) ^= 4;
      return text;
    };
  };
  const std::vector<std::pair<std::string, Damage>> damages = {
      {"empty", [](const std::string&) { return ""; }},
      {"cut in its head", [](const std::string& text) { return text.substr(0, 20); }},
      {"without contents", [](const std::string& text) { return text.substr(0, 48); }},
      {"cut at its end", [](const std::string& text) { return text.substr(0, text.size() - 1); }},
      {"too long", [](const std::string& text) { return text + "x"; }},
      {"of another format", flipped(7)},
      {"of another size", flipped(8)},
      {"of another name", flipped(16)},
      {"of another hash", flipped(40)},
      {"with a bit flipped", flipped(60)},
      {"with its last bit flipped", flipped(std::string::npos)},
  };
  for (const auto& [name, damage] : damages) {
    store("unit", "inputs", "a.c");
    const std::vector<fs::path> entries = files();
    ASSERT_EQ(entries.size(), 2u);
    for (const fs::path& entry : entries) {
      SCOPED_TRACE(name + ": " + entry.filename().string());
      const std::string damaged = damage(textOf(entry));
      std::ofstream(entry, std::ios::binary) << damaged;
      SummaryCache cache(path());
      EXPECT_EQ(find(cache, "unit", "inputs"), "");
      cache.store(digestOf("unit"), "inputs", summaryOf("a.c"));
      EXPECT_EQ(find(cache, "unit", "inputs"), "a.c");
      EXPECT_EQ(cache.statistics().damaged, 1u);
      EXPECT_EQ(cache.statistics().misses, 1u);
    }
  }
}

TEST_F(SummaryCacheTest, AnEntryUnderTheNameOfAnotherIsNotTakenForIt) {
  store("unit", "inputs", "a.c");
  const std::string whole = textOf(path() + "/llvmcache-" + hexOf(digestOf("unit")));
  std::ofstream(path() + "/llvmcache-" + hexOf(digestOf("other")), std::ios::binary) << whole;
  EXPECT_EQ(find("other", "inputs"), "");
  EXPECT_EQ(cache_.statistics().damaged, 1u);
}

TEST_F(SummaryCacheTest, WhereNothingCanBeWrittenNothingIsKept) {
  folder_.write("cache", "a file where the folder would be");
  store("unit", "inputs", "a.c");
  EXPECT_EQ(find("unit", "inputs"), "");
  EXPECT_EQ(cache_.statistics().stored, 0u);
  EXPECT_NE(cache_.statistics().problem, "");
}

TEST_F(SummaryCacheTest, AFolderThatIsReadOnlyIsRead) {
  store("unit", "inputs", "a.c");
  fs::permissions(path(), fs::perms::owner_read | fs::perms::owner_exec);
  SummaryCache cache(path());
  EXPECT_EQ(find(cache, "unit", "inputs"), "a.c");
  cache.store(digestOf("other"), "inputs", summaryOf("b.c"));
  const bool isStored = cache.statistics().stored != 0;
  EXPECT_NE(cache.statistics().problem.empty(), !isStored);
  fs::permissions(path(), fs::perms::owner_all);
  if (isStored) GTEST_SKIP() << "permissions do not bind this user";
}

TEST_F(SummaryCacheTest, ManyMayUseItAtOnce) {
  constexpr int kRounds = 50;
  std::vector<std::thread> threads;
  threads.reserve(4);
  std::atomic<int> wrong{0};
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&, thread] {
      SummaryCache own(path());  // as another process has
      SummaryCache& cache = thread % 2 == 0 ? own : cache_;
      for (int round = 0; round < kRounds; ++round) {
        const std::string inputs = std::to_string(round % 3);
        const std::string found = find(cache, "unit", inputs);
        if (!found.empty() && found != inputs + ".c") ++wrong;
        cache.store(digestOf("unit"), inputs, summaryOf(inputs + ".c"));
      }
      if (cache.statistics().damaged != 0 || !cache.statistics().problem.empty()) ++wrong;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(files().size(), 4u) << "a manifest, three summaries, nothing half written";
}

class CacheFolderTest : public testing::Test {
 protected:
  static constexpr std::size_t kSize = 1000;

  Digest put(char name) {
    const Digest digest = digestOf({&name, 1});
    folder_.put(digest, std::string(kSize, name));
    return digest;
  }

  void setUse(const Digest& name, std::chrono::minutes ago) {
    int file = -1;
    ASSERT_FALSE(llvm::sys::fs::openFileForRead(folder_.path() + "/llvmcache-" + hexOf(name), file));
    const llvm::sys::TimePoint<> when = std::chrono::system_clock::now() - ago;
    ASSERT_FALSE(llvm::sys::fs::setLastAccessAndModificationTime(file, when));
    EXPECT_FALSE(llvm::sys::fs::closeFile(file));
  }

  bool has(const Digest& name) { return folder_.find(name) != nullptr; }

  const test::ScratchFolder scratch_;
  CacheFolder folder_{scratch_.file("cache")};
};

TEST_F(CacheFolderTest, WhatWasUsedLongestAgoGoesFirst) {
  const std::vector<Digest> names = {put('a'), put('b'), put('c')};
  scratch_.write("cache/notes.txt", "not of the cache");
  setUse(names[0], std::chrono::minutes(300));
  setUse(names[1], std::chrono::minutes(500));
  setUse(names[2], std::chrono::minutes(400));
  EXPECT_TRUE(has(names[1])) << "and is used by that";
  folder_.prune(2 * kSize + 200, CacheFolder::Pruning::Now);
  EXPECT_TRUE(has(names[0]));
  EXPECT_TRUE(has(names[1]));
  EXPECT_FALSE(has(names[2]));
  EXPECT_TRUE(fs::exists(scratch_.file("cache/notes.txt")));
}

TEST_F(CacheFolderTest, IsPrunedOnlyNowAndThen) {
  folder_.prune(0, CacheFolder::Pruning::Now);
  const Digest name = put('a');
  folder_.prune(1, CacheFolder::Pruning::Now);
  EXPECT_FALSE(has(name));
  put('a');
  folder_.prune(1, CacheFolder::Pruning::Sometimes);
  EXPECT_TRUE(has(name)) << "it has been only just now";
}

TEST_F(CacheFolderTest, IsCountedAndCleared) {
  EXPECT_EQ(folder_.contents()->entries, 0u) << "no folder is as an empty one";
  put('a');
  put('b');
  scratch_.write("cache/notes.txt", "not of the cache");
  EXPECT_EQ(folder_.contents()->entries, 2u);
  EXPECT_EQ(folder_.contents()->bytes, 2 * (kSize + 48));
  const auto removed = folder_.clear();
  ASSERT_TRUE(removed);
  EXPECT_EQ(removed->entries, 2u);
  EXPECT_EQ(folder_.contents()->entries, 0u);
  EXPECT_TRUE(fs::exists(scratch_.file("cache/notes.txt")));
}

}  // namespace
}  // namespace irqlint
