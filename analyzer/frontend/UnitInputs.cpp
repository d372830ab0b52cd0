// The encoding, with numbers as ULEB128 and strings and lists behind their lengths:
//   strings   folders and names, sorted; what follows has their indices
//   folders   folder, digest of its listing, digest of what the names find, names (behind their length in bytes)
//   paths     folder, name, what lies there, digest of its contents if they were read
//   aliases   pairs of indices into paths: what is one and the same file or folder
#include "analyzer/frontend/UnitInputs.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/DataExtractor.h>
#include <llvm/Support/LEB128.h>
#include <llvm/Support/raw_ostream.h>

#include "analyzer/frontend/ExtractTu.h"

namespace irqlint {
namespace {

// What lies at a path.
enum class Kind : std::uint8_t { Nothing, Folder, File, Other, ReadFile };

Kind kindOf(const llvm::ErrorOr<llvm::vfs::Status>& status, bool isRead) {
  if (!status) return Kind::Nothing;
  if (isRead) return Kind::ReadFile;
  if (status->isDirectory()) return Kind::Folder;
  return status->isRegularFile() ? Kind::File : Kind::Other;
}

// Clang takes paths of one file for one another: it reads a header with #pragma once under one of them only.
class Aliases {
 public:
  void add(std::size_t path, const llvm::ErrorOr<llvm::vfs::Status>& status) {
    if (!status) return;
    const auto [first, isFirst] = paths_.try_emplace(status->getUniqueID(), path);
    if (!isFirst) pairs_.emplace_back(first->second, path);
  }
  const std::vector<std::pair<std::size_t, std::size_t>>& pairs() const { return pairs_; }

 private:
  std::map<llvm::sys::fs::UniqueID, std::size_t> paths_;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;
};

// What the names find in the folder, in their order.
class Answers {
 public:
  Answers(FileCache& cache, llvm::vfs::FileSystem& files, const std::string& folder)
      : cache_(cache), files_(files), folder_(folder) {}

  void add(llvm::StringRef name) {
    const std::optional<llvm::StringRef> found = cache_.find(files_, folder_, name);
    digest_.add(found.has_value()).add(found.value_or(""));
  }
  Digest take() { return digest_.take(); }

 private:
  FileCache& cache_;
  llvm::vfs::FileSystem& files_;
  const std::string& folder_;
  DigestBuilder digest_;
};

template <typename Map>
std::vector<llvm::StringRef> sortedKeys(const Map& map) {
  auto keys = llvm::to_vector(map.keys());
  llvm::sort(keys);
  return {keys.begin(), keys.end()};
}

std::pair<llvm::StringRef, llvm::StringRef> splitPath(llvm::StringRef path) { return path.rsplit('/'); }

class Writer {
 public:
  void number(std::uint64_t value) { llvm::encodeULEB128(value, out_); }
  void text(llvm::StringRef text) {
    number(text.size());
    out_ << text;
  }
  void digest(const Digest& digest) { out_.write(reinterpret_cast<const char*>(digest.data()), digest.size()); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  llvm::raw_string_ostream out_{bytes_};
};

class Encoder {
 public:
  using Lookups = llvm::StringMap<llvm::StringSet<>>;
  using Paths = llvm::StringMap<bool>;

  Encoder(const Lookups& lookups, const Paths& paths, FileCache& cache, llvm::vfs::FileSystem& files)
      : lookups_(lookups), paths_(paths), cache_(cache), files_(files) {}

  std::string encode() {
    writeStrings();
    writeFolders();
    return writePaths() ? out_.take() : "";
  }

 private:
  void string(llvm::StringRef text) { out_.number(strings_.lookup(text)); }

  void writeStrings() {
    for (const auto& folder : lookups_) {
      strings_.try_emplace(folder.getKey());
      for (const auto& name : folder.second) strings_.try_emplace(name.getKey());
    }
    for (const auto& path : paths_) {
      const auto [folder, name] = splitPath(path.getKey());
      strings_.try_emplace(folder);
      strings_.try_emplace(name);
    }
    out_.number(strings_.size());
    for (const auto& [index, text] : llvm::enumerate(sortedKeys(strings_))) {
      strings_[text] = index;
      out_.text(text);
    }
  }

  void writeFolders() {
    out_.number(lookups_.size());
    for (const llvm::StringRef folder : sortedKeys(lookups_)) {
      const std::string path = folder.str();
      string(folder);
      out_.digest(cache_.listing(files_, path));
      Answers answers(cache_, files_, path);
      Writer names;
      for (const llvm::StringRef name : sortedKeys(lookups_.find(folder)->second)) {
        names.number(strings_.lookup(name));
        answers.add(name);
      }
      out_.digest(answers.take());
      out_.text(names.take());
    }
  }

  // Whether all that was read can be told by its contents.
  bool writePaths() {
    Aliases aliases;
    out_.number(paths_.size());
    for (const auto& [index, path] : llvm::enumerate(sortedKeys(paths_))) {
      if (!path.contains('/')) return false;
      const auto [folder, name] = splitPath(path);
      const llvm::ErrorOr<llvm::vfs::Status>& status = cache_.status(files_, path.str());
      const Kind kind = kindOf(status, paths_.lookup(path));
      string(folder);
      string(name);
      out_.number(static_cast<std::uint64_t>(kind));
      aliases.add(index, status);
      if (kind != Kind::ReadFile) continue;
      const std::optional<Digest>& contents = cache_.digest(files_, path.str());
      if (!contents) return false;
      out_.digest(*contents);
    }
    out_.number(aliases.pairs().size());
    for (const auto& [first, path] : aliases.pairs()) {
      out_.number(first);
      out_.number(path);
    }
    return true;
  }

  const Lookups& lookups_;
  const Paths& paths_;
  FileCache& cache_;
  llvm::vfs::FileSystem& files_;
  llvm::StringMap<std::size_t> strings_;  // -> index
  Writer out_;
};

// Answers that something changed where the bytes are not what encode() writes.
class Reader {
 public:
  Reader(llvm::StringRef bytes, FileCache& cache, llvm::vfs::FileSystem& files)
      : data_(bytes, /*IsLittleEndian=*/true, /*AddressSize=*/8), cache_(cache), files_(files) {}
  ~Reader() { llvm::consumeError(at_.takeError()); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  bool holds() {
    readStrings();
    for (std::uint64_t left = number(); at_ && left != 0; --left)
      if (!folderHolds()) return false;
    const std::uint64_t paths = number();
    for (std::uint64_t path = 0; at_ && path < paths; ++path)
      if (!pathHolds(path)) return false;
    return aliasesHold() && at_ && data_.eof(at_);
  }

 private:
  std::uint64_t number() { return data_.getULEB128(at_); }
  llvm::StringRef text() { return data_.getBytes(at_, number()); }
  bool is(const Digest& digest) {
    const llvm::StringRef bytes = data_.getBytes(at_, digest.size());
    return bytes == llvm::StringRef(reinterpret_cast<const char*>(digest.data()), digest.size());
  }
  llvm::StringRef string() {
    const std::uint64_t index = number();
    return index < strings_.size() ? strings_[index] : llvm::StringRef();
  }

  void readStrings() {
    for (std::uint64_t left = number(); at_ && left != 0; --left) strings_.push_back(text());
  }

  bool folderHolds() {
    path_ = string();
    const bool sameListing = is(cache_.listing(files_, path_));
    const std::uint64_t answersAt = at_.tell();
    data_.skip(at_, sizeof(Digest));
    const std::uint64_t size = number();
    const std::uint64_t end = at_.tell() + size;
    if (sameListing) {
      data_.skip(at_, size);
      return bool(at_);
    }
    Answers answers(cache_, files_, path_);
    while (at_ && at_.tell() < end) answers.add(string());
    llvm::DataExtractor::Cursor answer(answersAt);
    const llvm::StringRef expected = data_.getBytes(answer, sizeof(Digest));
    llvm::consumeError(answer.takeError());
    const Digest now = answers.take();
    return at_ && expected == llvm::StringRef(reinterpret_cast<const char*>(now.data()), now.size());
  }

  bool pathHolds(std::size_t path) {
    path_ = string();
    path_ += '/';
    path_ += string();
    const auto kind = static_cast<Kind>(data_.getU8(at_));
    if (!at_) return false;
    const llvm::ErrorOr<llvm::vfs::Status>& status = cache_.status(files_, path_);
    if (kindOf(status, kind == Kind::ReadFile) != kind) return false;
    aliases_.add(path, status);
    if (kind != Kind::ReadFile) return true;
    const std::optional<Digest>& contents = cache_.digest(files_, path_);
    return contents && is(*contents);
  }

  bool aliasesHold() {
    if (number() != aliases_.pairs().size()) return false;
    return llvm::all_of(aliases_.pairs(),
                        [this](const auto& pair) { return number() == pair.first && number() == pair.second; });
  }

  llvm::DataExtractor data_;
  llvm::DataExtractor::Cursor at_{0};
  FileCache& cache_;
  llvm::vfs::FileSystem& files_;
  std::vector<llvm::StringRef> strings_;
  Aliases aliases_;
  std::string path_;
};

}  // namespace

void InputRecorder::add(const InputRecorder& other) {
  for (const auto& folder : other.lookups_)
    for (const auto& name : folder.second) lookups_[folder.getKey()].insert(name.getKey());
  for (const auto& path : other.paths_) paths_[path.getKey()] |= path.getValue();
  isComplete_ &= other.isComplete_;
}

std::string InputRecorder::encode(FileCache& cache, llvm::vfs::FileSystem& files) const {
  return isComplete_ ? Encoder(lookups_, paths_, cache, files).encode() : "";
}

bool inputsHold(llvm::StringRef inputs, FileCache& cache, llvm::vfs::FileSystem& files) {
  return Reader(inputs, cache, files).holds();
}

}  // namespace irqlint
