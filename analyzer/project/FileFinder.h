// Finds files as Windows does: by any case, with either separator.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <llvm/ADT/StringMap.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/support/Result.h"

namespace irqlint {

// What one folder holds, as spelled on disk, sorted.
struct FolderListing {
  std::vector<std::string> files;
  std::vector<std::string> folders;  // links to folders are left out: a walk ends
};

// A view of the disk that reads each folder once. Paths that go in and come out are normalised (Paths.h). Used by one
// thread.
class FileFinder {
 public:
  explicit FileFinder(llvm::vfs::FileSystem& fileSystem) : fileSystem_(fileSystem) {}

  // The regular file or folder as it is spelled on disk; an exact match wins over others, and among those the first.
  std::optional<std::string> findFile(std::string_view path);
  std::optional<std::string> findFolder(std::string_view path);

  // Empty if there is no such folder.
  const FolderListing& list(const std::string& folder);

  // The text of a file as UTF-8, whatever Unicode encoding its byte-order mark says. Fails for what is no regular file
  // or larger than any project file.
  Result<std::string> readText(const std::string& file);

  // Folders read so far: what bounds a walk.
  std::size_t foldersRead() const { return listings_.size(); }

 private:
  struct Folder {
    FolderListing listing;
    llvm::StringMap<std::string> files;  // lower-case name -> name on disk
    llvm::StringMap<std::string> folders;
  };

  const Folder& read(const std::string& folder);

  llvm::vfs::FileSystem& fileSystem_;
  std::map<std::string, Folder, std::less<>> listings_;
  llvm::StringMap<std::optional<std::string>> known_;  // folders as asked for -> as spelled on disk
};

// The text as UTF-8; an error if it says that it is UTF-16 and is not.
Result<std::string> toUtf8(llvm::StringRef bytes);

}  // namespace irqlint
