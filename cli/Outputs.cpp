#include "cli/Outputs.h"

namespace irqlint {

std::string writeOutput(const Output& output, llvm::function_ref<void(llvm::raw_ostream&)> write) {
  if (output.file.empty()) {
    write(llvm::outs());
    llvm::outs().flush();
    return "";
  }
  std::error_code error;
  llvm::raw_fd_ostream file(output.file, error);
  if (!error) {
    write(file);
    file.close();
    error = file.error();
    file.clear_error();
  }
  return error ? "cannot write '" + output.file + "': " + error.message() : "";
}

}  // namespace irqlint
