#include "analyzer/edit/SourceLines.h"

#include <algorithm>

namespace irqlint {

SourceLines::SourceLines(llvm::StringRef text) : text_(text), begins_{0} {
  for (std::size_t end = text.find('\n'); end != llvm::StringRef::npos; end = text.find('\n', end + 1)) {
    begins_.push_back(end + 1);
  }
  lineEnd_ = begins_.size() > 1 && text.substr(0, begins_[1]).ends_with("\r\n") ? "\r\n" : "\n";
}

std::optional<std::size_t> SourceLines::offsetOf(SourceLocation place) const {
  if (place.line == 0 || place.line > begins_.size()) return std::nullopt;
  const std::size_t offset = begin(place.line) + place.column - 1;
  if (offset >= begin(place.line + 1)) return std::nullopt;
  return offset;
}

std::uint32_t SourceLines::lineAt(std::size_t offset) const {
  return static_cast<std::uint32_t>(std::upper_bound(begins_.begin(), begins_.end(), offset) - begins_.begin());
}

std::size_t SourceLines::begin(std::uint32_t line) const {
  return line <= begins_.size() ? begins_[line - 1] : text_.size();
}

llvm::StringRef SourceLines::line(std::uint32_t line) const {
  return text_.slice(begin(line), begin(line + 1)).rtrim("\r\n");
}

llvm::StringRef SourceLines::indentation(std::uint32_t line) const {
  const llvm::StringRef all = this->line(line);
  return all.take_front(all.size() - all.ltrim().size());
}

bool SourceLines::isLastOnLine(std::size_t offset) const {
  llvm::StringRef rest = line(lineAt(offset)).substr(offset - begin(lineAt(offset))).trim();
  if (rest.ends_with("\\")) return false;
  while (rest.consume_front("/*")) {
    const std::size_t end = rest.find("*/");
    if (end == llvm::StringRef::npos) return false;
    rest = rest.substr(end + 2).ltrim();
  }
  return rest.empty() || rest.starts_with("//");
}

}  // namespace irqlint
