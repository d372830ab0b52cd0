// What tells the contents of a file from other ones.
#pragma once

#include <cstdint>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/xxhash.h>

namespace irqlint {

// Of the bytes as they are; never above INT64_MAX, so that it can be a number in JSON.
inline std::uint64_t contentHash(llvm::StringRef bytes) { return llvm::xxh3_64bits(bytes) >> 1; }

}  // namespace irqlint
