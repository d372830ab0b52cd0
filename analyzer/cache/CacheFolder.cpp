// Of LLVM's own caching, CachePruning.h is used: it bounds the size of a folder, looks at all of it only now and then,
// and is what gives files their prefix. Caching.h is not: its entries do not tell whether they are whole, and it ends
// the process where one cannot be written.
#include "analyzer/cache/CacheFolder.h"

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <utility>

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/CachePruning.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/raw_ostream.h>

#include "analyzer/cache/CacheEntry.h"
#include "analyzer/support/Containment.h"

namespace irqlint {
namespace {

namespace fs = llvm::sys::fs;

// Files of other names are never touched.
constexpr llvm::StringLiteral kPrefix = "llvmcache-";
// How old the time of the last use may get before it is written again.
constexpr std::chrono::minutes kUseIsRecent{10};
constexpr std::chrono::minutes kPruningInterval{20};

// A file without its header.
class Contents : public llvm::MemoryBuffer {
 public:
  Contents(std::unique_ptr<llvm::MemoryBuffer> file, llvm::StringRef contents) : file_(std::move(file)) {
    init(contents.begin(), contents.end(), /*RequiresNullTerminator=*/false);
  }
  BufferKind getBufferKind() const override { return file_->getBufferKind(); }

 private:
  std::unique_ptr<llvm::MemoryBuffer> file_;
};

// Null if it cannot be read.
std::unique_ptr<llvm::MemoryBuffer> readForUse(const std::string& path) {
  int file = -1;
  if (fs::openFileForRead(path, file)) return nullptr;
  fs::file_status status;
  std::unique_ptr<llvm::MemoryBuffer> bytes;
  if (!fs::status(file, status)) {
    auto read = llvm::MemoryBuffer::getOpenFile(fs::convertFDToNativeFile(file), path, status.getSize(),
                                                /*RequiresNullTerminator=*/false);
    if (read) bytes = std::move(*read);
    const llvm::sys::TimePoint<> now = std::chrono::system_clock::now();
    // Systems do not keep the time of the last access, or not well. Where it cannot be written it stays as it is.
    if (now - status.getLastAccessedTime() > kUseIsRecent) [[maybe_unused]]
      const std::error_code kept = fs::setLastAccessAndModificationTime(file, now, status.getLastModificationTime());
  }
  [[maybe_unused]] const std::error_code closed = llvm::sys::Process::SafelyCloseFileDescriptor(file);
  return bytes;
}

std::error_code write(int descriptor, std::initializer_list<llvm::StringRef> pieces) {
  llvm::raw_fd_ostream stream(descriptor, /*shouldClose=*/true, /*unbuffered=*/true);
  for (const llvm::StringRef piece : pieces) stream << piece;
  stream.close();
  const std::error_code error = stream.error();
  stream.clear_error();
  return error;
}

// Calls `visit` with the path and the size of each entry, and of what is left of those whose writer was ended.
std::error_code forEachEntry(const std::string& folder,
                             llvm::function_ref<void(const std::string& path, std::uint64_t size)> visit) {
  std::error_code error;
  for (fs::directory_iterator file(folder, error), end; !error && file != end; file.increment(error)) {
    if (!llvm::sys::path::filename(file->path()).starts_with(kPrefix)) continue;
    const auto status = file->status();
    if (status) visit(file->path(), status->getSize());
  }
  return error == std::errc::no_such_file_or_directory ? std::error_code() : error;
}

}  // namespace

std::string CacheFolder::fileOf(const Digest& name) const { return path_ + "/" + kPrefix.str() + hexOf(name); }

std::unique_ptr<llvm::MemoryBuffer> CacheFolder::find(const Digest& name) {
  const std::string path = fileOf(name);
  std::unique_ptr<llvm::MemoryBuffer> file = readForUse(path);
  if (file == nullptr) return nullptr;
  if (const auto contents = entryContents(name, file->getBuffer()))
    return std::make_unique<Contents>(std::move(file), *contents);
  const std::lock_guard lock(mutex_);
  damaged_.insert(path);
  return nullptr;
}

std::uint64_t CacheFolder::put(const Digest& name, llvm::StringRef contents) {
  const std::string header = entryHeader(name, contents);
  const std::string path = fileOf(name);
  // Not fs::TempFile: its signal handlers would take the place of those that contain crashes.
  int descriptor = -1;
  llvm::SmallString<256> temporary;
  std::error_code error = fs::createUniqueFile(path + "-%%%%%%%%.tmp", descriptor, temporary);
  if (error == std::errc::no_such_file_or_directory) {
    error = fs::create_directories(path_);
    if (!error) error = fs::createUniqueFile(path + "-%%%%%%%%.tmp", descriptor, temporary);
  }
  if (error) return tell(error), 0;
  error = write(descriptor, {header, contents});
  if (!error) error = fs::rename(temporary, path);
  if (!error) return header.size() + contents.size();
  [[maybe_unused]] const std::error_code leftBehind = fs::remove(temporary);
  return tell(error), 0;
}

void CacheFolder::tell(const std::error_code& error) {
  const std::lock_guard lock(mutex_);
  if (problem_.empty()) problem_ = error.message();
}

std::size_t CacheFolder::damaged() const {
  const std::lock_guard lock(mutex_);
  return damaged_.size();
}

std::string CacheFolder::problem() const {
  const std::lock_guard lock(mutex_);
  return problem_;
}

Result<CacheContents> CacheFolder::contents() const {
  CacheContents contents;
  const std::error_code error = forEachEntry(path_, [&](const std::string&, std::uint64_t size) {
    ++contents.entries;
    contents.bytes += size;
  });
  if (error) return Error(error.message()).within("cannot read '" + path_ + "'");
  return contents;
}

Result<CacheContents> CacheFolder::clear() {
  CacheContents removed;
  std::error_code failed;
  const std::error_code error = forEachEntry(path_, [&](const std::string& path, std::uint64_t size) {
    const std::error_code kept = fs::remove(path);
    if (kept)
      failed = kept;
    else
      removed = {removed.entries + 1, removed.bytes + size};
  });
  if (error) return Error(error.message()).within("cannot read '" + path_ + "'");
  if (failed) return Error(failed.message()).within("cannot remove all entries of '" + path_ + "'");
  return removed;
}

void CacheFolder::prune(std::uint64_t limit, Pruning when) {
  if (!fs::is_directory(path_)) return;
  llvm::CachePruningPolicy policy;
  policy.Interval = when == Pruning::Now ? std::chrono::seconds(0) : std::chrono::seconds(kPruningInterval);
  policy.Expiration = std::chrono::seconds(0);
  policy.MaxSizePercentageOfAvailableSpace = 100;
  policy.MaxSizeBytes = std::max<std::uint64_t>(limit, 1);  // 0 would be no limit
  policy.MaxSizeFiles = 0;
  // It gives up on the process where the disk does not tell its size.
  runContained([&] { llvm::pruneCache(path_, policy); });
}

std::string defaultCacheFolder() {
  llvm::SmallString<256> path;
  if (!llvm::sys::path::cache_directory(path)) return "";
  llvm::sys::path::append(path, "irqlint");
  return path.str().str();
}

}  // namespace irqlint
