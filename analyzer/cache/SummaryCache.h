// Summaries of units, kept from run to run.
//
// Two steps lead to a summary, as to an object file in ccache's direct mode: the unit's key names a manifest, which has
// some sets of inputs that units with this key had lately, and for each the name of the summary; the set that still
// holds decides. A summary is named by its contents: units that say the same share it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/StringRef.h>

#include "analyzer/cache/CacheStorage.h"
#include "analyzer/model/TuSummary.h"
#include "analyzer/support/Digest.h"

namespace irqlint {

struct CacheStatistics {
  bool used = false;
  std::string folder;
  std::size_t hits = 0;
  std::size_t misses = 0;
  std::size_t stored = 0;
  std::size_t damaged = 0;      // entries that were not whole; each was a miss
  std::uint64_t bytesRead = 0;  // of hits
  std::uint64_t bytesWritten = 0;
  std::string problem;  // why something could not be written; "" if all could
  RemoteStatistics remote;
};

// Safe to use from several threads, and with others on the same folder and server.
class SummaryCache {
 public:
  // `storage` may hold other entries, too.
  explicit SummaryCache(std::shared_ptr<CacheStorage> storage) : storage_(std::move(storage)) {}
  explicit SummaryCache(std::string folder) : SummaryCache(std::make_shared<CacheStorage>(std::move(folder))) {}

  // The name of the summary for `unit` and the first inputs of which `holds` is true: a hash of what it says, to tell
  // it from others without reading it. A hit or a miss.
  std::optional<Digest> nameOf(const Digest& unit, llvm::function_ref<bool(llvm::StringRef inputs)> holds);
  // The summary of that name. None makes the hit a miss.
  std::optional<TuSummary> load(const Digest& name);
  // Both.
  std::optional<TuSummary> find(const Digest& unit, llvm::function_ref<bool(llvm::StringRef inputs)> holds);
  // Returns its name; none if it could not be written.
  std::optional<Digest> store(const Digest& unit, llvm::StringRef inputs, const TuSummary& summary);
  // For what else is worth keeping.
  CacheStorage& storage() { return *storage_; }
  // Keeps the folder below `limit` bytes; done only if nobody has for a while.
  void prune(std::uint64_t limit) { storage_->folder().prune(limit, CacheFolder::Pruning::Sometimes); }

  CacheStatistics statistics() const;

 private:
  const std::shared_ptr<CacheStorage> storage_;
  std::atomic<std::size_t> hits_{0};
  std::atomic<std::size_t> misses_{0};
  std::atomic<std::size_t> stored_{0};
  std::atomic<std::uint64_t> bytesRead_{0};
  std::atomic<std::uint64_t> bytesWritten_{0};
};

}  // namespace irqlint
