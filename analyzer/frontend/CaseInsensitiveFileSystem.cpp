#include "analyzer/frontend/CaseInsensitiveFileSystem.h"

#include <algorithm>

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Errc.h>
#include <llvm/Support/Path.h>

namespace irqlint {
namespace {

std::error_code noSuchFile() { return llvm::make_error_code(llvm::errc::no_such_file_or_directory); }

std::string withSlashes(const llvm::Twine& path) {
  std::string text = path.str();
  std::replace(text.begin(), text.end(), '\\', '/');
  return text;
}

// Clang takes the name of a status marked like this for the file's own, so that a header has one name however it is
// included.
llvm::vfs::Status named(const llvm::vfs::Status& status, const std::string& resolved, const std::string& asked) {
  llvm::vfs::Status result = llvm::vfs::Status::copyWithNewName(status, resolved);
  result.ExposesExternalVFSPath = resolved != asked;
  return result;
}

// An open file that tells its real name.
class NamedFile : public llvm::vfs::File {
 public:
  NamedFile(std::unique_ptr<File> file, std::string resolved, std::string asked)
      : file_(std::move(file)), resolved_(std::move(resolved)), asked_(std::move(asked)) {}

  llvm::ErrorOr<llvm::vfs::Status> status() override {
    llvm::ErrorOr<llvm::vfs::Status> status = file_->status();
    return status ? named(*status, resolved_, asked_) : status;
  }
  llvm::ErrorOr<std::string> getName() override { return resolved_; }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> getBuffer(const llvm::Twine& name, std::int64_t size,
                                                               bool needsTerminator, bool isVolatile) override {
    return file_->getBuffer(name, size, needsTerminator, isVolatile);
  }
  std::error_code close() override { return file_->close(); }

 private:
  std::unique_ptr<File> file_;
  std::string resolved_;
  std::string asked_;
};

bool isDots(llvm::StringRef name) { return name == "." || name == ".."; }

}  // namespace

const CaseInsensitiveFileSystem::Listing& CaseInsensitiveFileSystem::listing(const std::string& folder) {
  std::unique_ptr<Listing>& entry = listings_[folder];
  if (entry != nullptr) return *entry;
  entry = std::make_unique<Listing>();
  std::error_code error;
  for (auto file = getUnderlyingFS().dir_begin(folder.empty() ? "." : folder, error);
       !error && file != llvm::vfs::directory_iterator(); file.increment(error)) {
    const llvm::StringRef name = llvm::sys::path::filename(file->path());
    entry->names[name.lower()].push_back(name.str());
  }
  for (auto& names : entry->names) std::sort(names.second.begin(), names.second.end());
  return *entry;
}

std::optional<std::string> CaseInsensitiveFileSystem::resolveFolder(llvm::StringRef path) {
  if (path.empty() || path == "/") return path.str();
  if (const auto known = folders_.find(path); known != folders_.end()) return known->second;
  std::optional<std::string> resolved = resolveSlashed(path);
  folders_[path] = resolved;
  return resolved;
}

std::optional<std::string> CaseInsensitiveFileSystem::resolveSlashed(llvm::StringRef path) {
  const llvm::StringRef root = llvm::sys::path::root_path(path);
  while (path.size() > root.size() && path.ends_with("/")) path = path.drop_back();
  if (path.size() == root.size()) return path.str();

  const std::size_t slash = path.find_last_of('/');
  const llvm::StringRef name = slash == llvm::StringRef::npos ? path : path.substr(slash + 1);
  llvm::StringRef parent = slash == llvm::StringRef::npos ? llvm::StringRef() : path.substr(0, slash);
  if (parent.size() < root.size()) parent = root;
  const std::optional<std::string> folder = resolveFolder(parent);
  if (!folder) return std::nullopt;
  const std::string prefix = folder->empty() || llvm::StringRef(*folder).ends_with("/") ? *folder : *folder + "/";
  if (isDots(name)) return prefix + name.str();

  const auto& names = listing(*folder).names;
  const auto found = names.find(name.lower());
  if (found == names.end()) return std::nullopt;
  const auto exact = std::find(found->second.begin(), found->second.end(), name);
  return prefix + (exact != found->second.end() ? *exact : found->second.front());
}

std::optional<std::string> CaseInsensitiveFileSystem::resolve(const llvm::Twine& path) {
  const std::string text = withSlashes(path);
  if (text.empty()) return std::nullopt;
  const std::lock_guard lock(mutex_);
  if (std::optional<std::string> resolved = resolveSlashed(text)) return resolved;
  // Windows takes `missing/..` away before it looks.
  llvm::SmallString<256> lexical(text);
  if (llvm::sys::path::remove_dots(lexical, /*remove_dot_dot=*/true)) {
    if (std::optional<std::string> resolved = resolveSlashed(lexical)) return resolved;
  }
  const bool standsIn = !standIn_.folder.empty() && llvm::StringRef(text).starts_with(standIn_.folder) &&
                        llvm::StringRef(text).ends_with_insensitive(standIn_.extension);
  return standsIn ? resolveSlashed(standIn_.file) : std::nullopt;
}

llvm::ErrorOr<llvm::vfs::Status> CaseInsensitiveFileSystem::status(const llvm::Twine& path) {
  const std::optional<std::string> resolved = resolve(path);
  if (!resolved) return noSuchFile();
  llvm::ErrorOr<llvm::vfs::Status> status = getUnderlyingFS().status(*resolved);
  return status ? named(*status, *resolved, path.str()) : status;
}

bool CaseInsensitiveFileSystem::exists(const llvm::Twine& path) { return resolve(path).has_value(); }

llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> CaseInsensitiveFileSystem::openFileForRead(const llvm::Twine& path) {
  const std::optional<std::string> resolved = resolve(path);
  if (!resolved) return noSuchFile();
  auto file = getUnderlyingFS().openFileForRead(*resolved);
  if (!file) return file;
  return std::make_unique<NamedFile>(std::move(*file), *resolved, path.str());
}

llvm::vfs::directory_iterator CaseInsensitiveFileSystem::dir_begin(const llvm::Twine& path, std::error_code& error) {
  const std::optional<std::string> resolved = resolve(path);
  if (resolved) return getUnderlyingFS().dir_begin(*resolved, error);
  error = noSuchFile();
  return {};
}

std::error_code CaseInsensitiveFileSystem::getRealPath(const llvm::Twine& path, llvm::SmallVectorImpl<char>& output) {
  const std::optional<std::string> resolved = resolve(path);
  return resolved ? getUnderlyingFS().getRealPath(*resolved, output) : noSuchFile();
}

std::error_code CaseInsensitiveFileSystem::setCurrentWorkingDirectory(const llvm::Twine& path) {
  const std::optional<std::string> resolved = resolve(path);
  if (!resolved) return noSuchFile();
  const std::lock_guard lock(mutex_);
  folders_.clear();  // relative names mean other folders
  listings_.clear();
  return getUnderlyingFS().setCurrentWorkingDirectory(*resolved);
}

}  // namespace irqlint
