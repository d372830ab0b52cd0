#include "analyzer/report/SourceText.h"

#include <algorithm>

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/ConvertUTF.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Unicode.h>

namespace irqlint {
namespace {

constexpr std::size_t kTabStop = 4;

}  // namespace

std::u16string toUtf16(std::string_view text) {
  std::u16string converted(text.size(), u'\0');
  const auto* source = reinterpret_cast<const llvm::UTF8*>(text.data());
  auto* target = reinterpret_cast<llvm::UTF16*>(converted.data());
  llvm::UTF16* const begin = target;
  // Never more units than bytes, so that the target suffices.
  llvm::ConvertUTF8toUTF16(&source, source + text.size(), &target, target + converted.size(), llvm::lenientConversion);
  converted.resize(static_cast<std::size_t>(target - begin));
  return converted;
}

SourceFile::SourceFile(std::string text) : text_(std::move(text)) {
  for (std::size_t begin = 0; begin <= text_.size();) {
    const std::size_t end = std::min(text_.find_first_of("\r\n", begin), text_.size());
    lines_.push_back({begin, end});
    begin = end + (text_.compare(end, 2, "\r\n") == 0 ? 2 : 1);
  }
  // What follows the last line end is no line of its own.
  if (lines_.size() > 1 && lines_.back().begin == lines_.back().end) lines_.pop_back();
}

std::string_view SourceFile::line(std::uint32_t number) const { return lines(number, number); }

std::string_view SourceFile::lines(std::uint32_t first, std::uint32_t last) const {
  if (first == 0 || first > last || last > lines_.size()) return {};
  const std::size_t begin = lines_[first - 1].begin;
  return std::string_view(text_).substr(begin, lines_[last - 1].end - begin);
}

const SourceFile* SourceFiles::find(const std::string& path) {
  const auto [entry, isNew] = files_.try_emplace(path);
  if (isNew && !path.empty()) {
    if (const auto buffer = fileSystem_.getBufferForFile(path)) {
      entry->second = std::make_unique<SourceFile>((*buffer)->getBuffer().str());
    }
  }
  return entry->second.get();
}

std::uint32_t endColumnOf(const Location& location, std::string_view line) {
  if (location.endColumn > location.column) return location.endColumn;
  const std::size_t begin = location.column == 0 ? 0 : location.column - 1;
  std::size_t end = begin;
  const auto isWord = [](char c) { return llvm::isAlnum(c) || c == '_' || c == '$'; };
  while (end < line.size() && isWord(line[end])) ++end;
  if (begin < line.size() && line[begin] == '#') end = line.find_last_not_of(" \t") + 1;
  return static_cast<std::uint32_t>(std::max(end, begin + 1)) + 1;
}

ReportedPath reportedPath(std::string_view file, std::string_view sourceRoot) {
  while (sourceRoot.ends_with('/')) sourceRoot.remove_suffix(1);
  if (file.starts_with(sourceRoot) && file.size() > sourceRoot.size() && file[sourceRoot.size()] == '/') {
    return {std::string(file.substr(sourceRoot.size() + 1)), true};
  }
  std::size_t slash = file.rfind('/');
  if (slash != std::string_view::npos && slash > 0) slash = file.rfind('/', slash - 1);
  return {std::string(slash == std::string_view::npos ? file : file.substr(slash + 1)), false};
}

std::size_t width(llvm::StringRef text) {
  const int columns = llvm::sys::unicode::columnWidthUTF8(text);
  return columns < 0 ? text.size() : static_cast<std::size_t>(columns);
}

std::string printable(std::string_view text) {
  std::string shown;
  for (const char c : text) {
    if (c == '\t') {
      shown.append(kTabStop - width(shown) % kTabStop, ' ');
    } else {
      shown += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? '?' : c;
    }
  }
  return shown;
}

}  // namespace irqlint
