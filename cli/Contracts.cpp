#include "cli/Contracts.h"

#include <llvm/Support/MemoryBuffer.h>

namespace irqlint {

std::optional<Error> addContracts(const std::vector<std::string>& files, DdiDatabase& ddi) {
  for (const std::string& file : files) {
    const auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/true);
    if (!buffer) return Error("cannot read '" + file + "': " + buffer.getError().message());
    llvm::StringRef text = (*buffer)->getBuffer();
    text.consume_front("\xEF\xBB\xBF");  // what some editors begin a file with
    if (const auto error = ddi.extend({text.data(), text.size()})) return Error(file + ':' + error->message());
  }
  return std::nullopt;
}

}  // namespace irqlint
