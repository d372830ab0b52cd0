#include "analyzer/project/FileFinder.h"

#include <algorithm>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/ConvertUTF.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr std::uint64_t kMaxFileSize = 16u << 20;
constexpr std::size_t kMaxPath = 4096;  // longer than any system allows

std::string nameOf(llvm::StringRef path) {
  return llvm::sys::path::filename(path, llvm::sys::path::Style::windows_slash).str();
}

// Of names that differ in case only the exact one is tried first; among the others the first by name stands.
std::optional<std::string> lookUp(const llvm::StringMap<std::string>& byLowerName, const std::vector<std::string>& all,
                                  const std::string& name) {
  if (std::binary_search(all.begin(), all.end(), name)) return name;
  const auto found = byLowerName.find(llvm::StringRef(name).lower());
  if (found == byLowerName.end()) return std::nullopt;
  return found->second;
}

}  // namespace

Result<std::string> toUtf8(llvm::StringRef bytes) {
  const llvm::ArrayRef<char> view(bytes.data(), bytes.size());
  if (!llvm::hasUTF16ByteOrderMark(view)) {
    bytes.consume_front("\xef\xbb\xbf");
    return bytes.str();
  }
  std::string converted;
  if (!llvm::convertUTF16ToUTF8String(view, converted)) return Error("malformed UTF-16");
  return converted;
}

const FileFinder::Folder& FileFinder::read(const std::string& path) {
  const auto known = listings_.find(path);
  if (known != listings_.end()) return known->second;
  Folder& folder = listings_[path];
  std::error_code error;
  for (llvm::vfs::directory_iterator at = fileSystem_.dir_begin(path, error), end; !error && at != end;
       at.increment(error)) {
    std::string name = nameOf(at->path());
    llvm::sys::fs::file_type type = at->type();
    const bool isLink = type == llvm::sys::fs::file_type::symlink_file;
    if (isLink || type == llvm::sys::fs::file_type::type_unknown) {
      const auto status = fileSystem_.status(at->path());
      type = status ? status->getType() : llvm::sys::fs::file_type::file_not_found;
    }
    if (type == llvm::sys::fs::file_type::regular_file)
      folder.listing.files.push_back(std::move(name));
    else if (type == llvm::sys::fs::file_type::directory_file && !isLink)
      folder.listing.folders.push_back(std::move(name));
  }
  std::sort(folder.listing.files.begin(), folder.listing.files.end());
  std::sort(folder.listing.folders.begin(), folder.listing.folders.end());
  for (const std::string& name : folder.listing.files) folder.files.try_emplace(llvm::StringRef(name).lower(), name);
  for (const std::string& name : folder.listing.folders)
    folder.folders.try_emplace(llvm::StringRef(name).lower(), name);
  return folder;
}

std::optional<std::string> FileFinder::findFolder(std::string_view path) {
  if (path.size() > kMaxPath) return std::nullopt;
  const std::string name(path);
  const auto known = known_.find(name);
  if (known != known_.end()) return known->second;
  std::optional<std::string> found;
  const auto status = fileSystem_.status(name);
  if (status && status->isDirectory()) {
    found = name;
  } else if (const std::string parent = parentPath(name); parent != name) {
    if (const auto real = findFolder(parent)) {
      const Folder& folder = read(*real);
      if (const auto spelled = lookUp(folder.folders, folder.listing.folders, nameOf(name)))
        found = normalizedPath(*spelled, *real);
    }
  }
  known_[name] = found;
  return found;
}

std::optional<std::string> FileFinder::findFile(std::string_view path) {
  const std::string name(path);
  const std::string parent = parentPath(name);
  if (parent == name) return std::nullopt;
  const auto real = findFolder(parent);
  if (!real) return std::nullopt;
  const Folder& folder = read(*real);
  const auto spelled = lookUp(folder.files, folder.listing.files, nameOf(name));
  if (!spelled) return std::nullopt;
  return normalizedPath(*spelled, *real);
}

const FolderListing& FileFinder::list(const std::string& folder) { return read(folder).listing; }

Result<std::string> FileFinder::readText(const std::string& file) {
  const auto status = fileSystem_.status(file);
  if (!status) return Error(status.getError().message()).within(file);
  if (!status->isRegularFile()) return Error("is no file").within(file);
  if (status->getSize() > kMaxFileSize) return Error("is larger than any project file").within(file);
  const auto buffer = fileSystem_.getBufferForFile(file);
  if (!buffer) return Error(buffer.getError().message()).within(file);
  Result<std::string> text = toUtf8((*buffer)->getBuffer());
  return text ? std::move(text) : Result<std::string>(std::move(text).error().within(file));
}

}  // namespace irqlint
