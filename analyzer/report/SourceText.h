// The source as a report shows it: lines, columns in UTF-16 code units, hashes.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/model/Finding.h"

namespace irqlint {

// UTF-8 to UTF-16; what is malformed becomes U+FFFD.
std::u16string toUtf16(std::string_view text);

class SourceFile {
 public:
  explicit SourceFile(std::string text);

  const std::string& text() const { return text_; }
  std::uint32_t lineCount() const { return static_cast<std::uint32_t>(lines_.size()); }
  // Without its end; "" beyond the last. Lines count from 1.
  std::string_view line(std::uint32_t number) const;
  // The lines first..last with the ends between them.
  std::string_view lines(std::uint32_t first, std::uint32_t last) const;

 private:
  struct Extent {
    std::size_t begin;
    std::size_t end;
  };
  std::string text_;
  std::vector<Extent> lines_;
};

// Files are read when first asked for and kept.
class SourceFiles {
 public:
  explicit SourceFiles(llvm::vfs::FileSystem& fileSystem) : fileSystem_(fileSystem) {}

  // Null if it cannot be read.
  const SourceFile* find(const std::string& path);

 private:
  llvm::vfs::FileSystem& fileSystem_;
  std::map<std::string, std::unique_ptr<SourceFile>> files_;
};

// One past the last byte of what `location` marks on `line`: its own end, else that of the word or the directive that
// starts there.
std::uint32_t endColumnOf(const Location& location, std::string_view line);

// Columns `text` takes on a terminal.
std::size_t width(llvm::StringRef text);
// `text` as it can be shown: tabs become blanks, and no control character reaches the terminal.
std::string printable(std::string_view text);

// A file as a report names it: relative to `sourceRoot`, or, outside of it, by its folder's name and its own, so that
// no report depends on where things are installed.
struct ReportedPath {
  std::string path;
  bool isInside = false;
};
ReportedPath reportedPath(std::string_view file, std::string_view sourceRoot);

}  // namespace irqlint
