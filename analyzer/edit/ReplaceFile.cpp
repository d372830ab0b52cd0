#include "analyzer/edit/ReplaceFile.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/raw_ostream.h>

namespace irqlint {
namespace {

namespace fs = llvm::sys::fs;

std::optional<Error> failed(llvm::StringRef file, std::error_code error) {
  if (!error) return std::nullopt;
  return Error(error.message()).within("cannot write '" + file.str() + "'");
}

// Closes `descriptor`.
std::error_code write(int descriptor, llvm::StringRef contents) {
  llvm::raw_fd_ostream stream(descriptor, /*shouldClose=*/true);
  stream << contents;
  stream.close();
  const std::error_code error = stream.error();
  stream.clear_error();
  return error;
}

}  // namespace

std::optional<Error> replaceFile(llvm::StringRef file, llvm::StringRef contents) {
  llvm::SmallString<256> target;
  fs::file_status status;
  std::error_code error = fs::real_path(file, target);
  if (!error) error = fs::status(target, status);
  if (!error) error = fs::access(target, fs::AccessMode::Write);
  if (error) return failed(file, error);
  // Not fs::TempFile: its signal handlers would take the place of those that contain crashes.
  int descriptor = -1;
  llvm::SmallString<256> temporary;
  error = fs::createUniqueFile(target + ".%%%%%%%%.tmp", descriptor, temporary);
  if (error) return failed(file, error);
  error = write(descriptor, contents);
  if (!error) error = fs::setPermissions(temporary, status.permissions());
  if (!error) error = fs::rename(temporary, target);
  // Of two errors the first says why.
  if (error) [[maybe_unused]]
    const std::error_code leftBehind = fs::remove(temporary);
  return failed(file, error);
}

}  // namespace irqlint
