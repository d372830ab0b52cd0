#include "analyzer/cache/CacheEntry.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include <llvm/ADT/ArrayRef.h>
#include <llvm/Support/xxhash.h>

namespace irqlint {
namespace {

constexpr std::array<char, 8> kMagic = {'i', 'r', 'q', 'l', 'i', 'n', 't', '\1'};  // ends in the format's version

struct Header {
  std::array<char, 8> magic = kMagic;
  std::uint64_t size = 0;
  Digest name{};  // what it was written as
  std::uint64_t hashLow = 0;
  std::uint64_t hashHigh = 0;

  friend bool operator==(const Header&, const Header&) = default;
};
static_assert(std::has_unique_object_representations_v<Header>, "it is written as it is");

// Against damage, not against forgery: names come from a stronger hash.
Header headerOf(const Digest& name, llvm::StringRef contents) {
  const llvm::XXH128_hash_t hash = llvm::xxh3_128bits(llvm::ArrayRef(contents.bytes_begin(), contents.size()));
  return {.size = contents.size(), .name = name, .hashLow = hash.low64, .hashHigh = hash.high64};
}

}  // namespace

std::string entryHeader(const Digest& name, llvm::StringRef contents) {
  const Header header = headerOf(name, contents);
  return {reinterpret_cast<const char*>(&header), sizeof(Header)};
}

std::optional<llvm::StringRef> entryContents(const Digest& name, llvm::StringRef entry) {
  if (entry.size() < sizeof(Header)) return std::nullopt;
  Header header;
  std::memcpy(&header, entry.data(), sizeof(Header));
  const llvm::StringRef contents = entry.drop_front(sizeof(Header));
  if (header != headerOf(name, contents)) return std::nullopt;
  return contents;
}

}  // namespace irqlint
