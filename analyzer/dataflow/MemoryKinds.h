// What a piece of memory is, as far as it matters to who touches it.
#pragma once

#include <cstdint>

namespace irqlint {

enum class MemoryKind : std::uint32_t {
  PagedPool = 1u << 0,
  PagedData = 1u << 1,   // a global in a pageable section of the image
  UserMemory = 1u << 2,  // of a process, at an address that it chose
  NonPagedPool = 1u << 3,
  ExecutablePool = 1u << 4,  // nonpaged, and not protected from being run
  Resident = 1u << 5,        // globals elsewhere, the stack
  Unknown = 1u << 6,
};

// What some memory may be; empty if that was not asked for.
struct MemoryKinds {
  static constexpr std::uint32_t kPageable = 7;  // the first three

  std::uint32_t bits = 0;

  static MemoryKinds of(MemoryKind kind) { return {static_cast<std::uint32_t>(kind)}; }
  bool contains(MemoryKind kind) const { return (bits & static_cast<std::uint32_t>(kind)) != 0; }
  // A touch may fault.
  bool mayBePageable() const { return (bits & kPageable) != 0; }
  // A touch can fault whichever of these it is.
  bool isPageable() const { return bits != 0 && (bits & ~kPageable) == 0; }
  // It is known not to be pageable.
  bool isResident() const { return bits != 0 && !mayBePageable() && !contains(MemoryKind::Unknown); }

  friend MemoryKinds operator|(MemoryKinds a, MemoryKinds b) { return {a.bits | b.bits}; }
  friend bool operator==(MemoryKinds, MemoryKinds) = default;
};

}  // namespace irqlint
