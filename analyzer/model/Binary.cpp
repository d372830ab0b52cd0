#include "analyzer/model/Binary.h"

#include <algorithm>
#include <array>

#include <llvm/Support/Endian.h>
#include <llvm/Support/xxhash.h>

namespace irqlint {
namespace {

constexpr std::size_t kMagicSize = 4;
constexpr std::size_t kHeaderSize = kMagicSize + sizeof(std::uint32_t) + sizeof(std::uint64_t);

}  // namespace

std::string framed(const BinaryFormat& format, llvm::StringRef payload) {
  std::array<char, kHeaderSize> header{};
  std::ranges::copy(format.magic.take_front(kMagicSize), header.begin());
  llvm::support::endian::write32le(&header[kMagicSize], format.version);
  llvm::support::endian::write64le(&header[kMagicSize + sizeof(std::uint32_t)], llvm::xxh3_64bits(payload));
  return std::string(header.data(), header.size()) + payload.str();
}

Result<llvm::StringRef> unframed(const BinaryFormat& format, llvm::StringRef bytes) {
  const std::string name = format.name;
  if (!bytes.starts_with(format.magic) || bytes.size() < kHeaderSize) return Error("not a " + name + ", or cut off");
  const std::uint32_t version = llvm::support::endian::read32le(bytes.data() + kMagicSize);
  if (version != format.version) {
    return Error("formatVersion: " + std::to_string(version) + " instead of " + std::to_string(format.version));
  }
  const llvm::StringRef payload = bytes.drop_front(kHeaderSize);
  const std::uint64_t hash = llvm::support::endian::read64le(bytes.data() + kMagicSize + sizeof(std::uint32_t));
  if (hash != llvm::xxh3_64bits(payload)) return Error("damaged: its contents hash to something else");
  return payload;
}

}  // namespace irqlint
