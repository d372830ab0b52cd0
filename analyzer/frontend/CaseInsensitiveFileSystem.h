// A file system on which `..\Inc\NTDDK.H` finds ../inc/ntddk.h, as it does where drivers are built.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include <llvm/ADT/StringMap.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/frontend/FileCache.h"
#include "analyzer/frontend/UnitInputs.h"

namespace irqlint {

// Paths may use backslashes and any case; an exact match wins over others, and among those the first by name. A file
// found under another spelling tells its real name (Status::getName). All is read through a cache, so that looking for
// a file that is not there costs no system call. Safe to use from several threads if the underlying file system is,
// unless it has a recorder.
class CaseInsensitiveFileSystem : public llvm::vfs::ProxyFileSystem {
 public:
  // `cache` may be shared with views of the same files that have other working directories. `recorder` is told all that
  // is asked, and must outlive this; null: nobody is.
  CaseInsensitiveFileSystem(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> underlying,
                            std::shared_ptr<FileCache> cache, InputRecorder* recorder = nullptr);

  // Any name with `extension` in `folder` that is not there stands for `file`.
  void standIn(std::string folder, std::string extension, std::string file) {
    standIn_ = {std::move(folder) + "/", std::move(extension), std::move(file)};
  }

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine& path) override;
  bool exists(const llvm::Twine& path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine& path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine& path, std::error_code& error) override;
  std::error_code getRealPath(const llvm::Twine& path, llvm::SmallVectorImpl<char>& output) override;
  std::error_code setCurrentWorkingDirectory(const llvm::Twine& path) override;

 private:
  struct StandIn {
    std::string folder;  // "" if nothing stands in; else it ends in a slash
    std::string extension;
    std::string file;
  };

  // The path as it is spelled on disk; none if there is no such file.
  std::optional<std::string> resolve(const llvm::Twine& path);
  std::optional<std::string> resolveSlashed(llvm::StringRef path);
  std::optional<std::string> resolveFolder(llvm::StringRef path);
  std::string absolute(const std::string& path) const;

  std::shared_ptr<FileCache> cache_;
  InputRecorder* recorder_;
  std::string workingDirectory_;
  StandIn standIn_;
  std::mutex mutex_;                                     // guards what follows
  llvm::StringMap<std::optional<std::string>> folders_;  // as asked for -> as spelled on disk
};

}  // namespace irqlint
