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

std::error_code writeTo(fs::TempFile& temporary, llvm::StringRef contents, fs::perms permissions) {
  llvm::raw_fd_ostream stream(temporary.FD, /*shouldClose=*/false);
  stream << contents;
  stream.flush();
  const std::error_code error = stream.error();
  stream.clear_error();
  return error ? error : fs::setPermissions(temporary.TmpName, permissions);
}

}  // namespace

std::optional<Error> replaceFile(llvm::StringRef file, llvm::StringRef contents) {
  llvm::SmallString<256> target;
  fs::file_status status;
  std::error_code error = fs::real_path(file, target);
  if (!error) error = fs::status(target, status);
  if (!error) error = fs::access(target, fs::AccessMode::Write);
  if (error) return failed(file, error);
  llvm::Expected<fs::TempFile> temporary = fs::TempFile::create(target + ".%%%%%%%%.tmp");
  if (!temporary) return failed(file, llvm::errorToErrorCode(temporary.takeError()));
  error = writeTo(*temporary, contents, status.permissions());
  if (error) {
    llvm::consumeError(temporary->discard());
    return failed(file, error);
  }
  return failed(file, llvm::errorToErrorCode(temporary->keep(target)));
}

}  // namespace irqlint
