#include "analyzer/edit/Insertion.h"

#include <algorithm>

#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

constexpr std::size_t kContextLines = 3;

// A line of the file and what becomes of it; both with their line ends.
struct ChangedLine {
  llvm::StringRef before;
  std::string after;

  bool isChanged() const { return before != after; }
};

void sortByPlace(std::vector<Insertion>& insertions) {
  llvm::stable_sort(insertions, [](const Insertion& a, const Insertion& b) { return a.offset < b.offset; });
}

// What stands before the first byte of a line belongs to it.
std::vector<ChangedLine> changedLines(llvm::StringRef text, const std::vector<Insertion>& insertions) {
  std::vector<ChangedLine> lines;
  auto next = insertions.begin();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    ChangedLine line{text.slice(begin, end), {}};
    std::size_t copied = begin;
    for (; next != insertions.end() && next->offset < end; ++next) {
      line.after += text.slice(copied, next->offset).str() + next->text;
      copied = next->offset;
    }
    line.after += text.slice(copied, end);
    lines.push_back(std::move(line));
    begin = end;
  }
  for (; next != insertions.end() && !lines.empty(); ++next) lines.back().after += next->text;
  return lines;
}

void writeLines(char sign, llvm::StringRef lines, llvm::raw_ostream& out) {
  while (!lines.empty()) {
    const auto [line, rest] = lines.split('\n');
    out << sign << line << '\n';
    if (!lines.contains('\n')) out << "\\ No newline at end of file\n";
    lines = rest;
  }
}

std::size_t countLines(llvm::StringRef text) {
  return text.count('\n') + (text.empty() || text.ends_with("\n") ? 0U : 1U);
}

void writeLine(const ChangedLine& line, llvm::raw_ostream& out) {
  const llvm::StringRef after = line.after;
  if (after.ends_with(line.before)) {
    writeLines('+', after.drop_back(line.before.size()), out);
    writeLines(' ', line.before, out);
  } else {
    writeLines('-', line.before, out);
    writeLines('+', after, out);
  }
}

}  // namespace

std::string withInsertions(llvm::StringRef text, std::vector<Insertion> insertions) {
  sortByPlace(insertions);
  std::string edited;
  std::size_t copied = 0;
  for (const Insertion& insertion : insertions) {
    edited += text.slice(copied, insertion.offset).str() + insertion.text;
    copied = insertion.offset;
  }
  return edited + text.substr(copied).str();
}

void writeUnifiedDiff(llvm::StringRef path, llvm::StringRef text, std::vector<Insertion> insertions,
                      llvm::raw_ostream& out) {
  sortByPlace(insertions);
  const std::vector<ChangedLine> lines = changedLines(text, insertions);
  out << "--- a/" << path << "\n+++ b/" << path << '\n';
  std::size_t added = 0;  // by the hunks before
  const auto isChanged = [](const ChangedLine& line) { return line.isChanged(); };
  for (auto first = llvm::find_if(lines, isChanged); first != lines.end();) {
    auto last = first;  // of the hunk's changes; two share a hunk if their contexts meet
    for (auto next = first; next != lines.end();) {
      last = next;
      next = std::find_if(std::next(last), lines.end(), isChanged);
      if (static_cast<std::size_t>(next - last) > 2 * kContextLines + 1) break;
    }
    const auto begin = first - std::min<std::ptrdiff_t>(first - lines.begin(), kContextLines);
    const auto end = std::next(last) + std::min<std::ptrdiff_t>(lines.end() - std::next(last), kContextLines);
    std::size_t after = 0;
    for (auto line = begin; line != end; ++line) after += countLines(line->after);
    const auto before = static_cast<std::size_t>(end - begin);
    const auto number = static_cast<std::size_t>(begin - lines.begin()) + 1;
    out << "@@ -" << number << ',' << before << " +" << number + added << ',' << after << " @@\n";
    for (auto line = begin; line != end; ++line) writeLine(*line, out);
    added += after - before;
    first = std::find_if(std::next(last), lines.end(), isChanged);
  }
}

}  // namespace irqlint
