// Entries of bytes in a folder that many processes share.
//
// 1. An entry is written to a file of its own and renamed into place: it is there whole or not at all.
// 2. Its first bytes say how long it is and what its contents hash to: what was cut short, changed on disk or written
//    in another format is not there.
// 3. That something cannot be written is told, and is no error: without a cache there is only more to do.
// 4. What was used longest ago goes first when there is too much.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <system_error>
#include <utility>

#include <llvm/ADT/StringRef.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/Support/MemoryBuffer.h>

#include "analyzer/support/Digest.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// What is in a cache folder, of whatever format.
struct CacheContents {
  std::uint64_t entries = 0;
  std::uint64_t bytes = 0;
};

// Safe to use from several threads and processes.
class CacheFolder {
 public:
  // `path` need not exist: it is made when something is written.
  explicit CacheFolder(std::string path) : path_(std::move(path)) {}

  const std::string& path() const { return path_; }

  // The contents of the entry; null if there is none, or none that is whole. Counts as a use.
  std::unique_ptr<llvm::MemoryBuffer> find(const Digest& name);
  // Takes the place of what was there under the name. Returns the bytes written, 0 if they could not be.
  std::uint64_t put(const Digest& name, llvm::StringRef contents);

  // How many entries were found not to be whole.
  std::size_t damaged() const;
  // Why something could not be written, the first time; "" if all could.
  std::string problem() const;

  Result<CacheContents> contents() const;
  // Removes all entries, and nothing else that may be in the folder. Returns what is gone.
  Result<CacheContents> clear();
  // Removes entries until no more than `limit` bytes are left. `Now` looks at all of them; `Sometimes` does so only if
  // nobody has for a while.
  enum class Pruning { Sometimes, Now };
  void prune(std::uint64_t limit, Pruning when);

 private:
  std::string fileOf(const Digest& name) const;
  void tell(const std::error_code& error);

  const std::string path_;
  mutable std::mutex mutex_;  // guards what follows
  llvm::StringSet<> damaged_;
  std::string problem_;
};

// The platform's folder for caches, and in it the tool's; "" if the platform has none.
std::string defaultCacheFolder();

}  // namespace irqlint
