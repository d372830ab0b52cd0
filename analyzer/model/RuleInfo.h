// What a rule is called, means and corresponds to elsewhere.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace irqlint {

enum class Severity : std::uint8_t { Note, Warning, Error };  // SARIF's levels
// Faults are what `analyze` looks for; advice is what `partition` gives, of an analysis made as if all were resident.
enum class RuleKind : std::uint8_t { Fault, Advice };
enum class Precision : std::uint8_t { Low, Medium, High, VeryHigh };

struct RuleInfo {
  std::string_view id;                    // "IRQL101": never changes
  std::string_view name;                  // "CallIrqlTooHigh": also the names of its source and its fixture folder
  std::string_view title;                 // one sentence without a period
  Severity severity = Severity::Warning;  // of a definite finding
  Precision precision = Precision::High;
  // Warnings elsewhere that speak of the same: "C28121", "SDV:IrqlExPassive", "CodeQL:KeSetEventPageable"; the names
  // are ids of rules-map.json.
  std::span<const std::string_view> counterparts;
  RuleKind kind = RuleKind::Fault;
  std::string_view help;  // Markdown: what it means, a wrong and a right example, how to fix, how to reproduce
};

}  // namespace irqlint
