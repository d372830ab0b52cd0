// What stands for bytes that must never be taken for others.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/BLAKE3.h>

namespace irqlint {

// The first half of a BLAKE3 hash: no two inputs are known to share one, even such as were made to.
using Digest = std::array<std::uint8_t, 16>;

// Of a sequence of strings: ("ab", "c") and ("a", "bc") differ.
class DigestBuilder {
 public:
  DigestBuilder& add(llvm::StringRef text) {
    add(text.size());
    hash_.update(text);
    return *this;
  }
  DigestBuilder& add(std::uint64_t number) {
    std::array<std::uint8_t, 8> bytes;
    for (std::uint8_t& byte : bytes) {
      byte = static_cast<std::uint8_t>(number);
      number >>= 8;
    }
    hash_.update(llvm::ArrayRef<std::uint8_t>(bytes));
    return *this;
  }
  template <typename Strings>
  DigestBuilder& addAll(const Strings& strings) {
    add(strings.size());
    for (const auto& text : strings) add(llvm::StringRef(text));
    return *this;
  }

  Digest take() { return hash_.final<sizeof(Digest)>(); }

 private:
  llvm::BLAKE3 hash_;
};

inline Digest digestOf(llvm::StringRef bytes) {
  return llvm::BLAKE3::hash<sizeof(Digest)>(
      llvm::ArrayRef(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

// The digest's bytes, to be part of another.
inline llvm::StringRef asText(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

inline std::string hexOf(const Digest& digest) { return llvm::toHex(digest, /*LowerCase=*/true); }

}  // namespace irqlint
