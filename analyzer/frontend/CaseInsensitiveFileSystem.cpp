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

// An open file of the cache that tells its real name.
class CachedFile : public llvm::vfs::File {
 public:
  CachedFile(const FileCache::File& file, std::string resolved, std::string asked)
      : file_(file), resolved_(std::move(resolved)), asked_(std::move(asked)) {}

  llvm::ErrorOr<llvm::vfs::Status> status() override {
    return file_.status ? named(*file_.status, resolved_, asked_) : file_.status;
  }
  llvm::ErrorOr<std::string> getName() override { return resolved_; }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> getBuffer(const llvm::Twine& name, std::int64_t /*size*/,
                                                               bool needsTerminator, bool /*isVolatile*/) override {
    return llvm::MemoryBuffer::getMemBuffer({file_.contents->getBuffer(), name.str()}, needsTerminator);
  }
  std::error_code close() override { return {}; }

 private:
  const FileCache::File& file_;
  std::string resolved_;
  std::string asked_;
};

bool isDots(llvm::StringRef name) { return name == "." || name == ".."; }

}  // namespace

CaseInsensitiveFileSystem::CaseInsensitiveFileSystem(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> underlying,
                                                     std::shared_ptr<FileCache> cache, InputRecorder* recorder)
    : ProxyFileSystem(std::move(underlying)), cache_(std::move(cache)), recorder_(recorder) {
  if (auto directory = getUnderlyingFS().getCurrentWorkingDirectory()) workingDirectory_ = *std::move(directory);
}

std::string CaseInsensitiveFileSystem::absolute(const std::string& path) const {
  if (path.empty()) return workingDirectory_;
  return llvm::sys::path::is_absolute(path) ? path : workingDirectory_ + "/" + path;
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

  const std::string where = absolute(*folder);
  if (recorder_ != nullptr) recorder_->lookedUp(where, name);
  const std::optional<llvm::StringRef> found = cache_->find(getUnderlyingFS(), where, name);
  if (!found) return std::nullopt;
  return prefix + found->str();
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
  const std::string where = absolute(*resolved);
  if (recorder_ != nullptr) recorder_->asked(where);
  const llvm::ErrorOr<llvm::vfs::Status>& status = cache_->status(getUnderlyingFS(), where);
  return status ? named(*status, *resolved, path.str()) : status;
}

bool CaseInsensitiveFileSystem::exists(const llvm::Twine& path) { return resolve(path).has_value(); }

llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> CaseInsensitiveFileSystem::openFileForRead(const llvm::Twine& path) {
  const std::optional<std::string> resolved = resolve(path);
  if (!resolved) return noSuchFile();
  const std::string where = absolute(*resolved);
  if (recorder_ != nullptr) recorder_->read(where);
  const FileCache::File& file = cache_->file(getUnderlyingFS(), where);
  if (!file.status) return file.status.getError();
  return std::make_unique<CachedFile>(file, *resolved, path.str());
}

llvm::vfs::directory_iterator CaseInsensitiveFileSystem::dir_begin(const llvm::Twine& path, std::error_code& error) {
  const std::optional<std::string> resolved = resolve(path);
  if (resolved) {
    if (recorder_ != nullptr) recorder_->lose();
    return getUnderlyingFS().dir_begin(*resolved, error);
  }
  error = noSuchFile();
  return {};
}

std::error_code CaseInsensitiveFileSystem::getRealPath(const llvm::Twine& path, llvm::SmallVectorImpl<char>& output) {
  const std::optional<std::string> resolved = resolve(path);
  if (!resolved) return noSuchFile();
  if (recorder_ != nullptr) recorder_->lose();
  return getUnderlyingFS().getRealPath(*resolved, output);
}

std::error_code CaseInsensitiveFileSystem::setCurrentWorkingDirectory(const llvm::Twine& path) {
  const std::optional<std::string> resolved = resolve(path);
  if (!resolved) return noSuchFile();
  const std::lock_guard lock(mutex_);
  folders_.clear();  // relative names mean other folders
  workingDirectory_ = absolute(*resolved);
  return getUnderlyingFS().setCurrentWorkingDirectory(*resolved);
}

}  // namespace irqlint
