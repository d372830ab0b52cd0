// Writes files whole or not at all.
#pragma once

#include <optional>

#include <llvm/ADT/StringRef.h>

#include "analyzer/support/Result.h"

namespace irqlint {

// Gives `file`, which exists, other contents: written beside it under another name and then moved over it, with the
// permissions it had. Where it is a link, what it leads to is replaced. After an error the file is what it was.
std::optional<Error> replaceFile(llvm::StringRef file, llvm::StringRef contents);

}  // namespace irqlint
