#include "analyzer/frontend/FileCache.h"

#include <algorithm>
#include <utility>

#include <llvm/Support/Path.h>

namespace irqlint {

template <typename Value, typename Read>
const Value& FileCache::read(Table<Value>& table, const std::string& key, Read read) {
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

const FileCache::Names& FileCache::names(llvm::vfs::FileSystem& files, const std::string& folder) {
  return read(folders_, folder, [&] {
    Names names;
    std::error_code error;
    for (auto file = files.dir_begin(folder, error); !error && file != llvm::vfs::directory_iterator();
         file.increment(error)) {
      const llvm::StringRef name = llvm::sys::path::filename(file->path());
      names[name.lower()].push_back(name.str());
    }
    for (auto& alike : names) std::sort(alike.second.begin(), alike.second.end());
    return names;
  });
}

llvm::ErrorOr<llvm::vfs::Status> FileCache::status(llvm::vfs::FileSystem& files, const std::string& path) {
  return *read(statuses_, path, [&] { return std::make_unique<llvm::ErrorOr<llvm::vfs::Status>>(files.status(path)); });
}

const FileCache::File& FileCache::file(llvm::vfs::FileSystem& files, const std::string& path) {
  return *read(files_, path, [&] {
    auto read = std::make_unique<File>(File{status(files, path), nullptr});
    auto contents = files.getBufferForFile(path);
    if (contents) {
      read->contents = std::move(*contents);
    } else {
      read->status = contents.getError();
    }
    return read;
  });
}

}  // namespace irqlint
