// What the units of one run find on disk: folders and files, each read once however many units ask.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/support/Digest.h"

namespace irqlint {

// Safe to use from several threads. Paths are absolute and spelled as on disk. What changes on disk after it was first
// asked for is not seen, nor is a file that appears in a folder that was listed. References stay valid. All callers
// must bring a view of the same files.
class FileCache {
 public:
  struct File {
    llvm::ErrorOr<llvm::vfs::Status> status;
    std::unique_ptr<llvm::MemoryBuffer> contents;  // null if it cannot be read
  };

  // The name in `folder` that `name` finds, whatever its case: itself if it is there, else the first that is alike.
  std::optional<llvm::StringRef> find(llvm::vfs::FileSystem& files, const std::string& folder, llvm::StringRef name);
  // Of all names in `folder`; one that does not exist is as an empty one.
  const Digest& listing(llvm::vfs::FileSystem& files, const std::string& folder);
  const llvm::ErrorOr<llvm::vfs::Status>& status(llvm::vfs::FileSystem& files, const std::string& path);
  const File& file(llvm::vfs::FileSystem& files, const std::string& path);
  // Of the contents; none if they cannot be read, or changed while they were read.
  const std::optional<Digest>& digest(llvm::vfs::FileSystem& files, const std::string& path);

  // Paths that inputs of units name together, and what was found out about them.
  struct PathGroup {
    bool holds = false;
    std::vector<std::optional<llvm::sys::fs::UniqueID>> identities;  // of each path; none where nothing is
  };
  // What `check` says, called only once for groups of the same bytes.
  const PathGroup& group(llvm::StringRef bytes, llvm::function_ref<PathGroup()> check) {
    return read(groups_, bytes, check);
  }

 private:
  struct Folder {
    llvm::StringMap<llvm::SmallVector<std::string, 1>> names;  // by their lower-case form
    Digest digest{};
  };
  // Read by the first who asks, while others that ask for something else go on.
  template <typename Value>
  struct Entry {
    std::once_flag once;
    Value value;
  };
  template <typename Value>
  using Table = llvm::StringMap<std::unique_ptr<Entry<Value>>>;

  template <typename Value, typename Read>
  const Value& read(Table<Value>& table, llvm::StringRef key, Read read);

  const Folder& folder(llvm::vfs::FileSystem& files, const std::string& path);

  std::mutex mutex_;  // guards the tables, not what is in them
  Table<Folder> folders_;
  Table<std::unique_ptr<llvm::ErrorOr<llvm::vfs::Status>>> statuses_;
  Table<std::unique_ptr<File>> files_;
  Table<std::optional<Digest>> digests_;
  Table<PathGroup> groups_;
};

template <typename Value, typename Read>
const Value& FileCache::read(Table<Value>& table, llvm::StringRef key, Read read) {
  Entry<Value>* entry = nullptr;
  {
    const std::lock_guard lock(mutex_);
    std::unique_ptr<Entry<Value>>& known = table[key];
    if (known == nullptr) known = std::make_unique<Entry<Value>>();
    entry = known.get();
  }
  std::call_once(entry->once, [&] { entry->value = read(); });
  return entry->value;
}

}  // namespace irqlint
