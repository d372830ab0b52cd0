// The encoding, with numbers as ULEB128 and strings and lists behind their lengths:
//   names     that are looked up, sorted
//   folders   path, digest of its listing, indices of the names (as one string), digest of what they find
//   groups    paths by their folders, a string each: the folder; name, what lies there, digest of contents if read ...
//   aliases   pairs of paths, counted from the first: what is one and the same file or folder
// Units that begin alike have most groups in common, and a run checks each only once.
#include "analyzer/frontend/UnitInputs.h"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/DataExtractor.h>
#include <llvm/Support/LEB128.h>

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
  using Identity = std::optional<llvm::sys::fs::UniqueID>;

  static Identity identityOf(const llvm::ErrorOr<llvm::vfs::Status>& status) {
    return status ? Identity(status->getUniqueID()) : std::nullopt;
  }

  void add(const Identity& identity) {
    if (identity) paths_.emplace_back(*identity, count_);
    ++count_;
  }

  // Each path with the one of the same identity before it.
  std::vector<std::pair<std::size_t, std::size_t>> pairs() {
    llvm::sort(paths_);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 1; i < paths_.size(); ++i)
      if (paths_[i].first == paths_[i - 1].first) pairs.emplace_back(paths_[i - 1].second, paths_[i].second);
    llvm::sort(pairs);
    return pairs;
  }

 private:
  std::vector<std::pair<llvm::sys::fs::UniqueID, std::size_t>> paths_;
  std::size_t count_ = 0;
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

class Writer {
 public:
  void number(std::uint64_t value) {
    std::array<std::uint8_t, 10> bytes;
    const unsigned size = llvm::encodeULEB128(value, bytes.data());
    bytes_.append(bytes.begin(), bytes.begin() + size);
  }
  void text(llvm::StringRef text) {
    number(text.size());
    bytes_ += text;
  }
  void digest(const Digest& digest) { bytes_.append(digest.begin(), digest.end()); }

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

class Encoder {
 public:
  using Lookups = llvm::StringMap<llvm::StringSet<>>;
  using Paths = llvm::StringMap<bool>;

  Encoder(const Lookups& lookups, const Paths& paths, FileCache& cache, llvm::vfs::FileSystem& files)
      : lookups_(lookups), paths_(paths), cache_(cache), files_(files) {}

  std::string encode() {
    writeNames();
    writeFolders();
    return writePaths() ? out_.bytes() : "";
  }

 private:
  void writeNames() {
    for (const auto& folder : lookups_)
      for (const auto& name : folder.second) names_.try_emplace(name.getKey());
    out_.number(names_.size());
    for (const auto& [index, name] : llvm::enumerate(sortedKeys(names_))) {
      names_[name] = index;
      out_.text(name);
    }
  }

  void writeFolders() {
    out_.number(lookups_.size());
    for (const llvm::StringRef folder : sortedKeys(lookups_)) {
      const std::string path = folder.str();
      out_.text(folder);
      out_.digest(cache_.listing(files_, path));
      Answers answers(cache_, files_, path);
      Writer names;
      for (const llvm::StringRef name : sortedKeys(lookups_.find(folder)->second)) {
        names.number(names_.lookup(name));
        answers.add(name);
      }
      out_.text(names.bytes());
      out_.digest(answers.take());
    }
  }

  // Whether all that was read can be told by its contents.
  bool writePaths() {
    std::vector<std::pair<llvm::StringRef, llvm::StringRef>> paths;  // folder, name
    for (const llvm::StringRef path : paths_.keys()) {
      if (!path.contains('/')) return false;
      paths.push_back(path.rsplit('/'));
    }
    llvm::sort(paths);
    Aliases aliases;
    std::vector<Writer> groups;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const auto& [folder, name] = paths[i];
      if (i == 0 || folder != paths[i - 1].first) groups.emplace_back().text(folder);
      groups.back().text(name);
      if (!writePath((folder + "/" + name).str(), groups.back(), aliases)) return false;
    }
    out_.number(groups.size());
    for (const Writer& group : groups) out_.text(group.bytes());
    const auto pairs = aliases.pairs();
    out_.number(pairs.size());
    for (const auto& [first, second] : pairs) {
      out_.number(first);
      out_.number(second);
    }
    return true;
  }

  bool writePath(const std::string& path, Writer& group, Aliases& aliases) {
    const llvm::ErrorOr<llvm::vfs::Status>& status = cache_.status(files_, path);
    const Kind kind = kindOf(status, paths_.lookup(path));
    group.number(static_cast<std::uint64_t>(kind));
    aliases.add(Aliases::identityOf(status));
    if (kind != Kind::ReadFile) return true;
    const std::optional<Digest>& contents = cache_.digest(files_, path);
    if (contents) group.digest(*contents);
    return contents.has_value();
  }

  const Lookups& lookups_;
  const Paths& paths_;
  FileCache& cache_;
  llvm::vfs::FileSystem& files_;
  llvm::StringMap<std::size_t> names_;  // -> index
  Writer out_;
};

// Reads what Encoder wrote. What is not there is empty, and ends with isSound() being false.
class Reader {
 public:
  explicit Reader(llvm::StringRef bytes) : data_(bytes, /*IsLittleEndian=*/true, /*AddressSize=*/8) {}
  ~Reader() { llvm::consumeError(at_.takeError()); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  bool isSound() { return bool(at_); }
  bool isAtEnd() { return !isSound() || data_.eof(at_); }
  std::uint64_t number() { return data_.getULEB128(at_); }
  llvm::StringRef text() { return data_.getBytes(at_, number()); }
  bool isNext(const Digest& digest) {
    return data_.getBytes(at_, digest.size()) ==
           llvm::StringRef(reinterpret_cast<const char*>(digest.data()), digest.size());
  }
  void skipDigest() { data_.skip(at_, sizeof(Digest)); }
  // Once for each element of a list.
  bool repeat(llvm::function_ref<bool()> element) {
    for (std::uint64_t left = number(); isSound() && left != 0; --left)
      if (!element()) return false;
    return isSound();
  }

 private:
  llvm::DataExtractor data_;
  llvm::DataExtractor::Cursor at_{0};
};

// Answers that something changed where the bytes are not what Encoder writes.
class Checker {
 public:
  Checker(llvm::StringRef inputs, FileCache& cache, llvm::vfs::FileSystem& files)
      : in_(inputs), cache_(cache), files_(files) {}

  bool holds() {
    const auto name = [this] {
      names_.push_back(in_.text());
      return true;
    };
    return in_.repeat(name) && in_.repeat([this] { return folderHolds(); }) &&
           in_.repeat([this] { return groupHolds(); }) && aliasesHold() && in_.isSound() && in_.isAtEnd();
  }

 private:
  bool folderHolds() {
    const std::string folder = in_.text().str();
    const bool sameListing = in_.isNext(cache_.listing(files_, folder));
    const llvm::StringRef asked = in_.text();
    Answers answers(cache_, files_, folder);
    if (!sameListing) {
      // Something came or went, which the unit need not have asked for.
      for (Reader names(asked); !names.isAtEnd();) {
        const std::uint64_t name = names.number();
        answers.add(name < names_.size() ? names_[name] : "");
      }
    }
    const bool sameAnswers = in_.isNext(answers.take());
    return sameListing || sameAnswers;
  }

  bool groupHolds() {
    const llvm::StringRef bytes = in_.text();
    const FileCache::PathGroup& group = cache_.group(bytes, [&] { return check(bytes); });
    for (const Aliases::Identity& identity : group.identities) aliases_.add(identity);
    return group.holds;
  }

  FileCache::PathGroup check(llvm::StringRef bytes) {
    FileCache::PathGroup checked;
    Reader group(bytes);
    const std::string folder = group.text().str() + "/";
    while (!group.isAtEnd()) {
      const std::string path = folder + group.text().str();
      const auto kind = static_cast<Kind>(group.number());
      const llvm::ErrorOr<llvm::vfs::Status>& status = cache_.status(files_, path);
      if (kindOf(status, kind == Kind::ReadFile) != kind) return {};
      checked.identities.push_back(Aliases::identityOf(status));
      if (kind != Kind::ReadFile) continue;
      const std::optional<Digest>& contents = cache_.digest(files_, path);
      if (!contents || !group.isNext(*contents)) return {};
    }
    checked.holds = group.isSound();
    return checked;
  }

  bool aliasesHold() {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    const bool isRead = in_.repeat([&] {
      const std::uint64_t first = in_.number();
      pairs.emplace_back(first, in_.number());
      return true;
    });
    return isRead && pairs == aliases_.pairs();
  }

  Reader in_;
  FileCache& cache_;
  llvm::vfs::FileSystem& files_;
  std::vector<llvm::StringRef> names_;
  Aliases aliases_;
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

std::vector<std::string> filesRead(llvm::StringRef inputs) {
  Reader in(inputs);
  std::vector<std::string> files;
  const auto name = [&] { return in.text(), true; };
  const auto folder = [&] { return in.text(), in.skipDigest(), in.text(), in.skipDigest(), true; };
  const auto group = [&] {
    Reader paths(in.text());
    const std::string parent = paths.text().str() + "/";
    while (!paths.isAtEnd()) {
      const std::string path = parent + paths.text().str();
      if (static_cast<Kind>(paths.number()) != Kind::ReadFile) continue;
      paths.skipDigest();
      files.push_back(path);
    }
    return true;
  };
  in.repeat(name) && in.repeat(folder) && in.repeat(group);
  return files;
}

bool inputsHold(llvm::StringRef inputs, FileCache& cache, llvm::vfs::FileSystem& files) {
  return Checker(inputs, cache, files).holds();
}

}  // namespace irqlint
