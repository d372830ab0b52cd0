// An entry as it is in a file or on a server: a header that says what was written, then the contents. Its name is a
// digest.
#pragma once

#include <optional>
#include <string>

#include <llvm/ADT/StringRef.h>

#include "analyzer/support/Digest.h"

namespace irqlint {

// What the name of an entry is the digest of.
enum class NamedBy {
  Key,       // of what the contents were made from
  Contents,  // of the contents themselves, which can be held against it
};

// What becomes of the contents `known` of an entry that grows when `added` comes to them.
using MergeContents = std::string (*)(llvm::StringRef added, llvm::StringRef known);

// What goes in front of the contents. Native byte order: another kind of machine has its misses, and nothing worse.
std::string entryHeader(const Digest& name, llvm::StringRef contents);

// The contents, within `entry`; none if it was cut short, changed, written under another name or in another format.
std::optional<llvm::StringRef> entryContents(const Digest& name, llvm::StringRef entry);

}  // namespace irqlint
