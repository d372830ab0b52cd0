// Entries of bytes on a server that many machines share, by the plain GET and PUT of Bazel's and ccache's HTTP caches.
//
// 1. An entry is at ADDRESS/ac/NAME, with its header as in a folder. bazel-remote serves 64 hexadecimal digits there:
//    the name is written twice.
// 2. What the server gives is not trusted: it is whole and was written under its name, or it is not there.
// 3. A server that fails costs time and nothing else, and little of it: after some failures in a row it is left alone,
//    for reading and for writing apart; one that does not even answer who reads is not written to either.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include <llvm/ADT/StringRef.h>

#include "analyzer/cache/CacheEntry.h"
#include "analyzer/cache/HttpClient.h"
#include "analyzer/support/Digest.h"
#include "analyzer/support/Result.h"

namespace irqlint {

struct RemoteCacheOptions {
  std::string address;  // as parseHttpAddress() takes it; "": no server
  std::string token;    // a bearer token; "": none
  bool isReadOnly = false;
  unsigned failures = 3;  // so many in a row, and the server is left alone
  HttpLimits limits;
};

struct RemoteStatistics {
  std::string address;  // without credentials; "": there was no server
  std::size_t hits = 0;
  std::size_t misses = 0;
  std::size_t stored = 0;
  std::size_t errors = 0;
  std::size_t late = 0;  // entries that were not stored for lack of time
  std::uint64_t bytesRead = 0;
  std::uint64_t bytesWritten = 0;
  std::string readProblem;   // why the server was not asked any more; "" if it was
  std::string writeProblem;  // why nothing was given to it any more; "" if it was
};

// Safe to use from several threads.
class RemoteCache {
 public:
  // Fails where the options are at fault, not where the server is.
  static Result<std::unique_ptr<RemoteCache>> open(const RemoteCacheOptions& options);

  // The contents of the entry; none if there is none, or none that is sound.
  std::optional<std::string> find(const Digest& name, NamedBy by);
  // Takes the place of what is there under the name, or is merged with it.
  void put(const Digest& name, llvm::StringRef contents, MergeContents merge = nullptr);
  bool isWritten() const { return !isReadOnly_ && !writing_.isGivenUp(); }
  // Ends what is under way, and fails all that follows.
  void abort() { http_->abort(); }

  RemoteStatistics statistics() const;

 private:
  // Reads or writes, and how they went.
  class Direction {
   public:
    explicit Direction(unsigned failures) : most_(failures) {}
    bool isGivenUp() const { return isGivenUp_; }
    void succeeded();
    void failed(const std::string& why);
    void giveUp(const std::string& why);
    std::string problem() const;

   private:
    void stop(const std::string& why);

    const unsigned most_;
    std::atomic<bool> isGivenUp_{false};
    mutable std::mutex mutex_;  // guards what follows
    unsigned inARow_ = 0;
    std::string problem_;
  };

  RemoteCache(std::unique_ptr<HttpClient> http, const RemoteCacheOptions& options);
  // The entry with its header, sound; "" if there is none. Fails where the server does.
  Result<std::string> get(const Digest& name, NamedBy by);
  void fail(Direction& direction, const std::string& why);

  const std::unique_ptr<HttpClient> http_;
  const bool isReadOnly_;
  Direction reading_;
  Direction writing_;
  std::atomic<std::size_t> hits_{0};
  std::atomic<std::size_t> misses_{0};
  std::atomic<std::size_t> stored_{0};
  std::atomic<std::size_t> errors_{0};
  std::atomic<std::uint64_t> bytesRead_{0};
  std::atomic<std::uint64_t> bytesWritten_{0};
};

}  // namespace irqlint
