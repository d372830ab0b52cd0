#include "analyzer/frontend/FileCache.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <llvm/Support/Path.h>

namespace irqlint {

const FileCache::Folder& FileCache::folder(llvm::vfs::FileSystem& files, const std::string& path) {
  return read(folders_, path, [&] {
    Folder folder;
    std::vector<std::string> names;
    std::error_code error;
    for (auto file = files.dir_begin(path, error); !error && file != llvm::vfs::directory_iterator();
         file.increment(error))
      names.push_back(llvm::sys::path::filename(file->path()).str());
    std::sort(names.begin(), names.end());
    folder.digest = DigestBuilder().addAll(names).take();
    for (std::string& name : names) folder.names[llvm::StringRef(name).lower()].push_back(std::move(name));
    return folder;
  });
}

std::optional<llvm::StringRef> FileCache::find(llvm::vfs::FileSystem& files, const std::string& path,
                                               llvm::StringRef name) {
  const auto& names = folder(files, path).names;
  const auto alike = names.find(name.lower());
  if (alike == names.end()) return std::nullopt;
  const auto exact = std::find(alike->second.begin(), alike->second.end(), name);
  return exact != alike->second.end() ? *exact : alike->second.front();
}

const Digest& FileCache::listing(llvm::vfs::FileSystem& files, const std::string& path) {
  return folder(files, path).digest;
}

const llvm::ErrorOr<llvm::vfs::Status>& FileCache::status(llvm::vfs::FileSystem& files, const std::string& path) {
  return *read(statuses_, path, [&] { return std::make_unique<llvm::ErrorOr<llvm::vfs::Status>>(files.status(path)); });
}

const FileCache::File& FileCache::file(llvm::vfs::FileSystem& files, const std::string& path) {
  return *read(files_, path, [&] {
    auto read = std::make_unique<File>(File{status(files, path), nullptr});
    // Devices and pipes may never end, and a cache that others write to may name any.
    const auto type = read->status ? read->status->getType() : llvm::sys::fs::file_type::regular_file;
    if (type != llvm::sys::fs::file_type::regular_file && type != llvm::sys::fs::file_type::directory_file) {
      read->status = std::make_error_code(std::errc::not_supported);
      return read;
    }
    // Not mapped: what is written to the file later must not show.
    auto contents = files.getBufferForFile(path, /*FileSize=*/-1, /*RequiresNullTerminator=*/true, /*IsVolatile=*/true);
    if (contents) {
      read->contents = std::move(*contents);
    } else {
      read->status = contents.getError();
    }
    return read;
  });
}

const std::optional<Digest>& FileCache::digest(llvm::vfs::FileSystem& files, const std::string& path) {
  return read(digests_, path, [&]() -> std::optional<Digest> {
    const File& known = file(files, path);
    if (!known.contents || known.status->getSize() != known.contents->getBufferSize()) return std::nullopt;
    return digestOf(known.contents->getBuffer());
  });
}

}  // namespace irqlint
