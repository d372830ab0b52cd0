// Text that is put into a file, of which nothing is taken out.
#pragma once

#include <string>
#include <vector>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/raw_ostream.h>

namespace irqlint {

struct Insertion {
  std::size_t offset = 0;  // in bytes: the text goes before the byte there
  std::string text;
};

// `text` with all insertions; those at one offset in their order. No offset is beyond the end.
std::string withInsertions(llvm::StringRef text, std::vector<Insertion> insertions);

// The same as a unified diff, as `patch -p1` and `git apply` take it. `path`: what the file is called in it.
void writeUnifiedDiff(llvm::StringRef path, llvm::StringRef text, std::vector<Insertion> insertions,
                      llvm::raw_ostream& out);

}  // namespace irqlint
