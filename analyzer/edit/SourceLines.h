// The text of a source file by lines and columns.
#pragma once

#include <optional>
#include <vector>

#include <llvm/ADT/StringRef.h>

#include "analyzer/model/Source.h"

namespace irqlint {

// Keeps no copy: the text must live on. Lines are counted from 1, columns too, in bytes.
class SourceLines {
 public:
  explicit SourceLines(llvm::StringRef text);

  llvm::StringRef text() const { return text_; }
  // None if the file is not that long.
  std::optional<std::size_t> offsetOf(SourceLocation place) const;
  std::uint32_t lineAt(std::size_t offset) const;
  // Where a line begins; one past the last line: the end of the text.
  std::size_t begin(std::uint32_t line) const;
  // Without its end; "" if there is no such line.
  llvm::StringRef line(std::uint32_t line) const;
  // The blanks that a line begins with.
  llvm::StringRef indentation(std::uint32_t line) const;
  // How the lines of the file end.
  llvm::StringRef lineEnd() const { return lineEnd_; }

  // True if nothing but blanks and whole comments stands between `offset` and the end of its line.
  bool isLastOnLine(std::size_t offset) const;

 private:
  llvm::StringRef text_;
  llvm::StringRef lineEnd_;
  std::vector<std::size_t> begins_;
};

}  // namespace irqlint
