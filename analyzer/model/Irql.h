// Interrupt request levels and sets of them.
//
// Levels are the numbers of x64 and Arm64 (0..15); x86 uses up to 31, which the set has room for. All device levels
// behave alike for the analysis: a contract that says DIRQL means any of them, and kDeviceIrql stands for one.
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace irqlint {

using Irql = std::uint8_t;  // 0..31

constexpr Irql kPassiveLevel = 0;
constexpr Irql kApcLevel = 1;
constexpr Irql kDispatchLevel = 2;
constexpr Irql kDeviceIrql = 5;      // stands for DIRQL where one concrete level is needed
constexpr Irql kMaxDeviceIrql = 11;  // highest level that counts as DIRQL
constexpr Irql kHighLevel = 15;
constexpr Irql kIrqlCount = 32;

// "DISPATCH_LEVEL" for 2, "DIRQL" for any device level, "IRQL n" for a level without a name.
std::string irqlName(Irql level);

// "DISPATCH" and so on: what fits a column.
std::string irqlShortName(Irql level);

// The level a WDK name stands for (PASSIVE_LEVEL .. HIGH_LEVEL, DIRQL as kDeviceIrql, decimal numbers), if it is one.
std::optional<Irql> parseIrql(std::string_view name);

// A set of levels; the join of the analysis is `|`.
class IrqlSet {
 public:
  constexpr IrqlSet() = default;
  static constexpr IrqlSet of(Irql level) { return IrqlSet(1u << level); }
  // All levels from `low` to `high`, both included; empty when low > high.
  static constexpr IrqlSet range(Irql low, Irql high) {
    if (low > high) return {};
    const std::uint32_t upTo = high >= 31 ? ~0u : (1u << (high + 1)) - 1;
    return IrqlSet(upTo & ~((1u << low) - 1));
  }
  static constexpr IrqlSet fromBits(std::uint32_t bits) { return IrqlSet(bits); }
  static constexpr IrqlSet all() { return range(0, kHighLevel); }

  constexpr bool empty() const { return bits_ == 0; }
  constexpr bool contains(Irql level) const { return (bits_ >> level & 1u) != 0; }
  // Only for non-empty sets.
  constexpr Irql min() const { return static_cast<Irql>(std::countr_zero(bits_)); }
  constexpr Irql max() const { return static_cast<Irql>(31 - std::countl_zero(bits_)); }
  constexpr int size() const { return std::popcount(bits_); }
  constexpr std::uint32_t bits() const { return bits_; }

  friend constexpr IrqlSet operator|(IrqlSet a, IrqlSet b) { return IrqlSet(a.bits_ | b.bits_); }
  friend constexpr IrqlSet operator&(IrqlSet a, IrqlSet b) { return IrqlSet(a.bits_ & b.bits_); }
  friend constexpr IrqlSet operator-(IrqlSet a, IrqlSet b) { return IrqlSet(a.bits_ & ~b.bits_); }
  friend constexpr bool operator==(IrqlSet, IrqlSet) = default;

 private:
  constexpr explicit IrqlSet(std::uint32_t bits) : bits_(bits) {}
  std::uint32_t bits_ = 0;
};

// "PASSIVE_LEVEL", "PASSIVE_LEVEL or DISPATCH_LEVEL", "PASSIVE_LEVEL..APC_LEVEL" for three and more in a row.
std::string toString(IrqlSet levels);

}  // namespace irqlint
