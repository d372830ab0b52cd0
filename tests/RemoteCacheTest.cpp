// Entries on a server: what is there is found, and nothing else is taken for it.
#include "analyzer/cache/RemoteCache.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/CacheServer.h"

namespace irqlint {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

namespace fs = std::filesystem;

const Digest kName = digestOf("name");

class RemoteCacheTest : public testing::Test {
 protected:
  void SetUp() override {
    if (test::CacheServer::isMissing()) GTEST_SKIP() << "nginx is not installed";
    ASSERT_EQ(server_.start(), "");
  }

  std::unique_ptr<RemoteCache> open(const RemoteCacheOptions& options) const {
    auto cache = RemoteCache::open(options);
    EXPECT_TRUE(cache) << cache.error().message();
    return *std::move(cache);
  }
  std::unique_ptr<RemoteCache> at(const std::string& place) const { return open({.address = server_.url(place)}); }

  fs::path fileOf(const Digest& name) const { return server_.folder() + "/" + hexOf(name) + hexOf(name); }

  std::string entry(const Digest& name) const {
    std::ostringstream text;
    text << std::ifstream(fileOf(name), std::ios::binary).rdbuf();
    return text.str();
  }
  void setEntry(const Digest& name, const std::string& text) const {
    fs::create_directories(server_.folder());
    std::ofstream(fileOf(name), std::ios::binary) << text;
  }

  // How often `cache` looks for something before it gives up; at most 10.
  static int attempts(RemoteCache& cache) {
    for (int done = 0; done < 10; ++done) {
      const std::size_t errors = cache.statistics().errors;
      EXPECT_EQ(cache.find(kName, NamedBy::Key), std::nullopt);
      if (cache.statistics().errors == errors) return done;
    }
    return 10;
  }

  test::CacheServer server_;
};

TEST_F(RemoteCacheTest, FindsWhatAnotherPut) {
  const auto first = at("cache");
  EXPECT_EQ(first->find(kName, NamedBy::Key), std::nullopt);
  first->put(kName, "contents");
  const auto second = at("cache/");
  EXPECT_EQ(second->find(kName, NamedBy::Key), "contents");
  second->put(kName, "others");
  EXPECT_EQ(first->find(kName, NamedBy::Key), "others");

  const RemoteStatistics statistics = first->statistics();
  EXPECT_EQ(statistics.address, server_.url("cache"));
  EXPECT_EQ(statistics.hits, 1u);
  EXPECT_EQ(statistics.misses, 1u);
  EXPECT_EQ(statistics.stored, 1u);
  EXPECT_EQ(statistics.errors, 0u);
  EXPECT_EQ(statistics.bytesWritten, 48u + 8u);
  EXPECT_EQ(statistics.bytesRead, 48u + 6u);
  EXPECT_EQ(second->statistics().address, server_.url("cache")) << "without the slash";
}

TEST_F(RemoteCacheTest, AnEntryHasThePlaceThatBazelsServersKnow) {
  at("cache")->put(kName, "contents");
  EXPECT_EQ(fileOf(kName).filename().string().size(), 64u);
  EXPECT_EQ(entry(kName), entryHeader(kName, "contents") + "contents");
}

TEST_F(RemoteCacheTest, EntriesThatGrowAreMerged) {
  const auto join = [](llvm::StringRef added, llvm::StringRef known) { return (added + "," + known).str(); };
  at("cache")->put(kName, "a", join);
  at("cache")->put(kName, "b", join);
  const auto cache = at("cache");
  EXPECT_EQ(cache->find(kName, NamedBy::Key), "b,a");
  setEntry(kName, "damaged");
  cache->put(kName, "c", join);
  EXPECT_EQ(cache->find(kName, NamedBy::Key), "c");
  EXPECT_EQ(cache->statistics().errors, 1u);
  EXPECT_EQ(cache->statistics().hits, 2u) << "of what was looked for";
}

TEST_F(RemoteCacheTest, WhatIsNotAsItWasPutIsNotThere) {
  const std::string whole = entryHeader(kName, "contents") + "contents";
  const auto flipped = [&](std::size_t at) {
    std::string text = whole;
    text.at(at) ^= 4;
    return text;
  };
  const std::vector<std::pair<std::string, std::string>> damages = {
      {"empty", ""},
      {"cut in its head", whole.substr(0, 20)},
      {"without contents", whole.substr(0, 48)},
      {"cut at its end", whole.substr(0, whole.size() - 1)},
      {"too long", whole + "x"},
      {"a page", "<html>Please log in</html>"},
      {"of another format", flipped(7)},
      {"of another size", flipped(8)},
      {"of another name", entryHeader(digestOf("other"), "contents") + "contents"},
      {"of another hash", flipped(40)},
      {"with its last bit flipped", flipped(whole.size() - 1)},
  };
  const auto cache = at("cache");
  std::size_t errors = 0;
  for (const auto& [name, damage] : damages) {
    SCOPED_TRACE(name);
    setEntry(kName, damage);
    EXPECT_EQ(cache->find(kName, NamedBy::Key), std::nullopt);
    EXPECT_EQ(cache->statistics().errors, ++errors);
    cache->put(kName, "contents");
    EXPECT_EQ(cache->find(kName, NamedBy::Key), "contents") << "which also says that the server is sound";
  }
}

TEST_F(RemoteCacheTest, WhatIsNamedByItsContentsMustHaveThem) {
  const Digest name = digestOf("contents");
  const auto cache = at("cache");
  cache->put(name, "contents");
  EXPECT_EQ(cache->find(name, NamedBy::Contents), "contents");
  cache->put(name, "forged, with a header that fits");
  EXPECT_EQ(cache->find(name, NamedBy::Contents), std::nullopt);
  EXPECT_EQ(cache->statistics().errors, 1u);
}

TEST_F(RemoteCacheTest, WhatIsTooLargeIsNotTaken) {
  const std::string text(10'000, 'x');
  at("cache")->put(kName, text);
  EXPECT_EQ(at("unsized")->find(kName, NamedBy::Key), text);
  RemoteCacheOptions options{.limits = {.size = 10'047}};
  for (const char* place : {"cache", "unsized"}) {
    SCOPED_TRACE(place);
    options.address = server_.url(place);
    const auto cache = open(options);
    EXPECT_EQ(attempts(*cache), 3);
    EXPECT_THAT(cache->statistics().readProblem, HasSubstr("too large"));
  }
  options.address = server_.url("cache");
  const auto cache = open(options);
  cache->put(digestOf("other"), text);
  EXPECT_EQ(cache->statistics().stored, 0u);
  EXPECT_FALSE(fs::exists(fileOf(digestOf("other"))));
  fs::resize_file(fileOf(kName), std::uint64_t{4} << 30);
  EXPECT_EQ(attempts(*at("cache")), 3);
}

TEST_F(RemoteCacheTest, AServerThatIsNoGoodIsLeftAlone) {
  const std::vector<std::pair<std::string, std::string>> problems = {
      {"broken", "HTTP 500"}, {"friendly", "something else"}, {"circle", "HTTP 302"},
      {"secret", "HTTP 401"}, {"token", "HTTP 401"},          {"slow", "imeout"},
  };
  for (const auto& [place, problem] : problems) {
    SCOPED_TRACE(place);
    const auto cache = open({.address = server_.url(place), .limits = {.get = std::chrono::milliseconds(200)}});
    EXPECT_EQ(attempts(*cache), 3);
    EXPECT_THAT(cache->statistics().readProblem, HasSubstr(problem));
    EXPECT_EQ(cache->isWritten(), place != "slow") << "unless it does not even answer";
  }
}

TEST_F(RemoteCacheTest, AServerThatIsNotThereIsLeftAlone) {
  const auto cache = at("cache");
  cache->put(kName, "contents");
  server_.stop();
  EXPECT_EQ(attempts(*cache), 3);
  EXPECT_NE(cache->statistics().readProblem, "");
  cache->put(kName, "contents");
  EXPECT_EQ(cache->statistics().errors, 3u) << "nobody tried";
}

TEST_F(RemoteCacheTest, AFewFailuresAreBorne) {
  const auto cache = at("cache");
  for (int round = 0; round < 3; ++round) {
    setEntry(kName, "damaged");
    EXPECT_EQ(cache->find(kName, NamedBy::Key), std::nullopt);
    EXPECT_EQ(cache->find(kName, NamedBy::Key), std::nullopt);
    cache->find(digestOf("other"), NamedBy::Key);
  }
  EXPECT_EQ(cache->statistics().errors, 6u);
  EXPECT_EQ(cache->statistics().misses, 3u);
  EXPECT_EQ(cache->statistics().readProblem, "");
}

TEST_F(RemoteCacheTest, AServerThatTakesNothingIsStillRead) {
  at("cache")->put(kName, "contents");
  const auto cache = at("frozen");
  for (int round = 0; round < 5; ++round) {
    cache->put(digestOf("other"), "contents");
    EXPECT_EQ(cache->find(kName, NamedBy::Key), "contents");
  }
  EXPECT_EQ(cache->statistics().errors, 3u);
  EXPECT_EQ(cache->statistics().writeProblem, "HTTP 403");
  EXPECT_EQ(cache->statistics().readProblem, "");
}

TEST_F(RemoteCacheTest, ReadOnlyGivesNothing) {
  at("cache")->put(kName, "contents");
  const auto cache = open({.address = server_.url("cache"), .isReadOnly = true});
  EXPECT_EQ(cache->find(kName, NamedBy::Key), "contents");
  cache->put(digestOf("other"), "contents");
  cache->put(kName, "others");
  EXPECT_EQ(cache->find(kName, NamedBy::Key), "contents");
  EXPECT_EQ(cache->find(digestOf("other"), NamedBy::Key), std::nullopt);
  EXPECT_EQ(cache->statistics().stored, 0u);
  EXPECT_EQ(cache->statistics().errors, 0u);
}

TEST_F(RemoteCacheTest, SaysWhoAsks) {
  std::string address = server_.url("secret");
  address.insert(std::string("http://").size(), "user:gehei%6d@");
  const auto byPassword = open({.address = address});
  byPassword->put(kName, "contents");
  EXPECT_EQ(byPassword->find(kName, NamedBy::Key), "contents");
  EXPECT_EQ(byPassword->statistics().address, server_.url("secret"));

  const auto byToken = open({.address = server_.url("token"), .token = "pass-token"});
  byToken->put(kName, "others");
  EXPECT_EQ(byToken->find(kName, NamedBy::Key), "others");

  address.replace(address.find("secret"), 6, "token");
  EXPECT_EQ(open({.address = address, .token = "pass-token"})->find(kName, NamedBy::Key), "others")
      << "the token goes first";
  EXPECT_EQ(open({.address = address})->find(kName, NamedBy::Key), std::nullopt);
}

TEST(HttpAddress, IsTakenApart) {
  const auto address = parseHttpAddress("https://us%65r:p%40ss@cache.example:8443/some/where/");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->url, "https://cache.example:8443/some/where");
  EXPECT_EQ(address->user, "user");
  EXPECT_EQ(address->password, "p@ss");
  EXPECT_EQ(parseHttpAddress("http://cache.example")->url, "http://cache.example");
  EXPECT_EQ(parseHttpAddress("http://[::1]:80/x")->url, "http://[::1]:80/x");
}

TEST(HttpAddress, WhatIsNoneIsNotRepeated) {
  for (const char* text : {"", "geheim", "cache.example/geheim", "ftp://u:geheim@host", "file:///geheim", "http://",
                           "http://u:geheim@", "http://u:geheim@host/a?b=c", "http://u:geheim@host/#a",
                           "http://u:geheim@host:port", "http://u:ge heim@host"}) {
    SCOPED_TRACE(text);
    const auto address = parseHttpAddress(text);
    ASSERT_FALSE(address);
    EXPECT_THAT(address.error().message(), Not(HasSubstr("heim")));
  }
}

TEST(HttpAddress, ATokenThatCannotBeSentIsRefused) {
  for (const char* token : {"geheim\r\nHost: other", "ge heim", "geheim\n"}) {
    const auto cache = RemoteCache::open({.address = "http://127.0.0.1:1", .token = token});
    ASSERT_FALSE(cache);
    EXPECT_THAT(cache.error().message(), Not(HasSubstr("heim")));
  }
}

}  // namespace
}  // namespace irqlint
