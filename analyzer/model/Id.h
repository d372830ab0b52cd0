// Dense indices that the compiler keeps apart: an index of one table cannot be used in another.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace irqlint {

// An index into one table, or none. `Tag` only makes the type distinct.
template <typename Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value_(static_cast<std::uint32_t>(index)) {}

  constexpr bool valid() const { return value_ != kNone; }
  constexpr explicit operator bool() const { return valid(); }
  constexpr std::uint32_t index() const { return value_; }

  friend constexpr auto operator<=>(Id, Id) = default;

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  std::uint32_t value_ = kNone;
};

using FileId = Id<struct FileTag>;              // TuSummary::files
using StringId = Id<struct StringTag>;          // TuSummary::strings
using FunctionRef = Id<struct FunctionRefTag>;  // TuSummary::functions
using GlobalRef = Id<struct GlobalRefTag>;      // TuSummary::globals
using ExprId = Id<struct ExprTag>;              // ExprTable
using BlockId = Id<struct BlockTag>;            // FunctionBody::blocks
using CallId = Id<struct CallTag>;              // numbers the calls of one function body
using LocalId = Id<struct LocalTag>;            // FunctionBody::locals

}  // namespace irqlint

template <typename Tag>
struct std::hash<irqlint::Id<Tag>> {
  std::size_t operator()(irqlint::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.index()); }
};
