// What the units of one run find on disk: folders and files, each read once however many units ask.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/Support/VirtualFileSystem.h>

namespace irqlint {

// Safe to use from several threads. Paths are absolute and spelled as on disk. What changes on disk after it was first
// asked for is not seen, nor is a file that appears in a folder that was listed. References stay valid.
class FileCache {
 public:
  // The names in one folder by their lower-case form.
  using Names = llvm::StringMap<llvm::SmallVector<std::string, 1>>;

  struct File {
    llvm::ErrorOr<llvm::vfs::Status> status;
    std::unique_ptr<llvm::MemoryBuffer> contents;  // null if it cannot be read
  };

  // Empty if there is no such folder. All callers must bring a view of the same files.
  const Names& names(llvm::vfs::FileSystem& files, const std::string& folder);
  llvm::ErrorOr<llvm::vfs::Status> status(llvm::vfs::FileSystem& files, const std::string& path);
  const File& file(llvm::vfs::FileSystem& files, const std::string& path);

 private:
  // Read by the first who asks, while others that ask for something else go on.
  template <typename Value>
  struct Entry {
    std::once_flag once;
    Value value;
  };
  template <typename Value>
  using Table = llvm::StringMap<std::unique_ptr<Entry<Value>>>;

  template <typename Value, typename Read>
  const Value& read(Table<Value>& table, const std::string& key, Read read);

  std::mutex mutex_;  // guards the tables, not what is in them
  Table<Names> folders_;
  Table<std::unique_ptr<llvm::ErrorOr<llvm::vfs::Status>>> statuses_;
  Table<std::unique_ptr<File>> files_;
};

}  // namespace irqlint
