// Entries of bytes where they are nearest: in a folder of this machine, else on a server that machines share.
//
// 1. The folder is asked first. What the server gives is put into the folder.
// 2. What is put into the folder is sent to the server in the background: nobody waits for it but finishUploads().
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/MemoryBuffer.h>

#include "analyzer/cache/CacheEntry.h"
#include "analyzer/cache/CacheFolder.h"
#include "analyzer/cache/RemoteCache.h"
#include "analyzer/cache/Uploads.h"
#include "analyzer/support/Digest.h"

namespace irqlint {

// Safe to use from several threads, and with others on the same folder and server.
class CacheStorage {
 public:
  // `remote`: null if there is no server.
  explicit CacheStorage(std::string folder, std::unique_ptr<RemoteCache> remote = nullptr);
  ~CacheStorage();
  CacheStorage(const CacheStorage&) = delete;
  CacheStorage& operator=(const CacheStorage&) = delete;

  CacheFolder& folder() { return folder_; }
  const CacheFolder& folder() const { return folder_; }

  // The contents of the entry, from the folder or else the server; null if neither has it.
  std::unique_ptr<llvm::MemoryBuffer> find(const Digest& name, NamedBy by);
  // What the server has, whatever is in the folder, and without a trace there; null if it has none.
  std::unique_ptr<llvm::MemoryBuffer> findRemote(const Digest& name, NamedBy by);
  // Takes the place of what was there under the name, or is merged with it: with what each knows, in folder and server.
  // Returns the bytes written to the folder; 0 if they could not be, which keeps it from the server, too.
  std::uint64_t put(const Digest& name, llvm::StringRef contents, MergeContents merge = nullptr);
  // As above, for the folder only.
  std::uint64_t putInFolder(const Digest& name, llvm::StringRef contents, MergeContents merge = nullptr);

  // Waits until the server has all that was put, or time is up. What is put later does not reach it.
  void finishUploads(std::chrono::milliseconds limit);
  // Without an address if there is no server.
  RemoteStatistics remoteStatistics() const;

 private:
  CacheFolder folder_;
  const std::unique_ptr<RemoteCache> remote_;
  std::atomic<std::size_t> late_{0};
  Uploads uploads_;  // last: they use the others
};

}  // namespace irqlint
