// A folder of this machine, and a server behind it.
#include "analyzer/cache/CacheStorage.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "analyzer/cache/SummaryCache.h"
#include "tests/CacheServer.h"

namespace irqlint {
namespace {

const Digest kName = digestOf("name");
constexpr std::chrono::minutes kLong{1};

class CacheStorageTest : public testing::Test {
 protected:
  void SetUp() override {
    if (test::CacheServer::isMissing()) GTEST_SKIP() << "nginx is not installed";
    ASSERT_EQ(server_.start(), "");
  }

  // Of a machine whose folder has this name.
  std::shared_ptr<CacheStorage> storage(const std::string& machine, const std::string& place = "cache") const {
    auto remote = RemoteCache::open({.address = server_.url(place)});
    EXPECT_TRUE(remote);
    return std::make_shared<CacheStorage>(scratch_.file(machine), *std::move(remote));
  }

  static std::string find(CacheStorage& storage) {
    const auto contents = storage.find(kName, NamedBy::Key);
    return contents ? contents->getBuffer().str() : "";
  }

  void put(const std::string& machine, const std::string& contents) const {
    const auto at = storage(machine);
    EXPECT_GT(at->put(kName, contents), 0u);
    at->finishUploads(kLong);
    EXPECT_EQ(at->remoteStatistics().late, 0u);
  }

  const test::ScratchFolder scratch_;
  test::CacheServer server_;
};

TEST_F(CacheStorageTest, WhatTheServerGaveIsInTheFolder) {
  put("first", "contents");
  const auto second = storage("second");
  EXPECT_EQ(find(*second), "contents");
  EXPECT_EQ(second->remoteStatistics().hits, 1u);
  EXPECT_NE(second->folder().find(kName), nullptr);
  server_.stop();
  EXPECT_EQ(find(*second), "contents");
  EXPECT_EQ(second->remoteStatistics().errors, 0u) << "nobody asked";
}

TEST_F(CacheStorageTest, TheFolderGoesFirst) {
  put("first", "of the first");
  put("second", "of the second");
  EXPECT_EQ(find(*storage("first")), "of the first");
  EXPECT_EQ(find(*storage("third")), "of the second");
  const auto theirs = storage("first")->findRemote(kName, NamedBy::Key);
  ASSERT_NE(theirs, nullptr);
  EXPECT_EQ(theirs->getBuffer(), "of the second");
}

TEST_F(CacheStorageTest, FolderAndServerAreMergedWithWhatEachKnows) {
  const auto join = [](llvm::StringRef added, llvm::StringRef known) { return (added + "," + known).str(); };
  put("first", "a");
  const auto second = storage("second");
  second->put(kName, "b", join);
  second->finishUploads(kLong);
  EXPECT_EQ(find(*second), "b");
  EXPECT_EQ(find(*storage("third")), "b,a");
  second->putInFolder(kName, "c", join);
  EXPECT_EQ(find(*second), "c,b");
}

TEST_F(CacheStorageTest, WithoutAFolderTheServerIsRead) {
  put("first", "contents");
  scratch_.write("second", "a file where the folder would be");
  const auto second = storage("second");
  EXPECT_EQ(find(*second), "contents");
  EXPECT_EQ(second->put(kName, "others"), 0u);
  second->finishUploads(kLong);
  EXPECT_EQ(second->remoteStatistics().stored, 0u);
  EXPECT_NE(second->folder().problem(), "");
}

TEST_F(CacheStorageTest, WhatTakesTooLongIsLeftUndone) {
  const auto machine = storage("first", "slow");
  machine->put(kName, "contents");
  machine->finishUploads(std::chrono::milliseconds(1));
  EXPECT_EQ(machine->remoteStatistics().late, 1u);
  machine->put(kName, "others");
  EXPECT_EQ(machine->remoteStatistics().stored, 0u);
  EXPECT_EQ(find(*machine), "others");
}

TEST_F(CacheStorageTest, ManyMayUseItAtOnce) {
  const auto first = storage("first");
  const auto second = storage("second");
  std::atomic<int> wrong{0};
  std::vector<std::thread> threads;
  threads.reserve(8);
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&, thread] {
      CacheStorage& machine = thread % 2 == 0 ? *first : *second;
      for (int round = 0; round < 20; ++round) {
        const std::string text = std::to_string(round);
        if (const auto found = machine.find(digestOf(text), NamedBy::Contents); found && found->getBuffer() != text)
          ++wrong;
        machine.put(digestOf(text), text);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
  for (CacheStorage* machine : {first.get(), second.get()}) {
    machine->finishUploads(kLong);
    EXPECT_EQ(machine->remoteStatistics().errors, 0u);
    EXPECT_EQ(machine->remoteStatistics().late, 0u);
    EXPECT_EQ(machine->remoteStatistics().stored, 80u);
  }
}

// Machines that meet other inputs of a unit, as those of different branches do.
TEST_F(CacheStorageTest, MachinesKnowTheInputsOfAllOthers) {
  TuSummary summary;
  summary.fileLines = {1};
  summary.fileHashes = {1};
  const Digest unit = digestOf("unit");
  const auto store = [&](const std::string& machine, const std::string& inputs) {
    summary.mainFile = inputs + ".c";
    summary.files = {summary.mainFile};
    SummaryCache cache(storage(machine));
    cache.store(unit, inputs, summary);
    cache.storage().finishUploads(kLong);
  };
  const auto find = [&](SummaryCache& cache, const std::string& inputs) {
    const auto found = cache.find(unit, [&](llvm::StringRef known) { return known == inputs; });
    return found ? found->mainFile : "";
  };
  store("first", "1");
  store("second", "2");
  store("first", "3");
  SummaryCache first(storage("first"));
  SummaryCache third(storage("third"));
  for (const std::string inputs : {"1", "2", "3"}) {
    EXPECT_EQ(find(first, inputs), inputs + ".c");
    EXPECT_EQ(find(third, inputs), inputs + ".c");
  }
  EXPECT_EQ(find(third, "4"), "");
  EXPECT_EQ(first.statistics().remote.hits, 2u) << "a manifest and a summary; its own need nobody";
  server_.stop();
  for (const std::string inputs : {"1", "2", "3"}) EXPECT_EQ(find(third, inputs), inputs + ".c") << "learnt for good";
}

}  // namespace
}  // namespace irqlint
