#include "analyzer/cache/CacheStorage.h"

#include <optional>
#include <utility>

namespace irqlint {

CacheStorage::CacheStorage(std::string folder, std::unique_ptr<RemoteCache> remote)
    : folder_(std::move(folder)), remote_(std::move(remote)) {}

CacheStorage::~CacheStorage() {
  if (remote_) remote_->abort();
}

std::unique_ptr<llvm::MemoryBuffer> CacheStorage::findRemote(const Digest& name, NamedBy by) {
  if (!remote_) return nullptr;
  const std::optional<std::string> contents = remote_->find(name, by);
  return contents ? llvm::MemoryBuffer::getMemBufferCopy(*contents) : nullptr;
}

std::unique_ptr<llvm::MemoryBuffer> CacheStorage::find(const Digest& name, NamedBy by) {
  if (auto known = folder_.find(name)) return known;
  std::unique_ptr<llvm::MemoryBuffer> contents = findRemote(name, by);
  if (contents) folder_.put(name, contents->getBuffer());
  return contents;
}

std::uint64_t CacheStorage::putInFolder(const Digest& name, llvm::StringRef contents, MergeContents merge) {
  if (merge != nullptr) {
    if (const auto known = folder_.find(name)) return folder_.put(name, merge(contents, known->getBuffer()));
  }
  return folder_.put(name, contents);
}

std::uint64_t CacheStorage::put(const Digest& name, llvm::StringRef contents, MergeContents merge) {
  const std::uint64_t written = putInFolder(name, contents, merge);
  if (written == 0 || !remote_ || !remote_->isWritten()) return written;
  if (merge != nullptr) {
    uploads_.add([this, name, merge, added = contents.str()] { remote_->put(name, added, merge); });
  } else {
    // Many may wait: what they have to send stays in the folder until then.
    uploads_.add([this, name] {
      if (!remote_->isWritten()) return;
      if (const auto kept = folder_.find(name)) remote_->put(name, kept->getBuffer());
    });
  }
  return written;
}

void CacheStorage::finishUploads(std::chrono::milliseconds limit) { late_ += uploads_.finish(limit); }

RemoteStatistics CacheStorage::remoteStatistics() const {
  RemoteStatistics statistics = remote_ ? remote_->statistics() : RemoteStatistics();
  statistics.late = late_;
  return statistics;
}

}  // namespace irqlint
