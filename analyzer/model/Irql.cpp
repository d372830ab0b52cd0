#include "analyzer/model/Irql.h"

#include <array>
#include <charconv>
#include <utility>

namespace irqlint {
namespace {

constexpr std::array<std::pair<std::string_view, Irql>, 13> kNames{{
    {"PASSIVE_LEVEL", kPassiveLevel},
    {"LOW_LEVEL", kPassiveLevel},
    {"APC_LEVEL", kApcLevel},
    {"DISPATCH_LEVEL", kDispatchLevel},
    {"DIRQL", kDeviceIrql},
    {"SYNCH_LEVEL", Irql{12}},
    {"CLOCK_LEVEL", Irql{13}},
    {"IPI_LEVEL", Irql{14}},
    {"DRS_LEVEL", Irql{14}},
    {"POWER_LEVEL", Irql{14}},
    {"PROFILE_LEVEL", kHighLevel},
    {"HIGH_LEVEL", kHighLevel},
    {"MAXIMUM_LEVEL", kHighLevel},
}};

}  // namespace

std::string irqlName(Irql level) {
  if (level > kDispatchLevel && level <= kMaxDeviceIrql) return "DIRQL";
  if (level == kHighLevel) return "HIGH_LEVEL";
  for (const auto& [name, value] : kNames) {
    if (value == level) return std::string(name);
  }
  return "IRQL " + std::to_string(level);
}

std::string irqlShortName(Irql level) {
  std::string name = irqlName(level);
  if (const auto at = name.find("_LEVEL"); at != std::string::npos) name.erase(at);
  return name;
}

std::optional<Irql> parseIrql(std::string_view name) {
  for (const auto& [known, value] : kNames) {
    if (known == name) return value;
  }
  unsigned number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  if (error != std::errc() || end != name.data() + name.size() || number >= kIrqlCount) return std::nullopt;
  return static_cast<Irql>(number);
}

std::string toString(IrqlSet levels) {
  std::string text;
  for (Irql level = 0; level < kIrqlCount; ++level) {
    if (!levels.contains(level)) continue;
    Irql last = level;
    while (last + 1 < kIrqlCount && levels.contains(static_cast<Irql>(last + 1))) ++last;
    if (!text.empty()) text += " or ";
    text += irqlName(level);
    if (irqlName(level) != irqlName(last)) text += (last - level == 1 ? " or " : "..") + irqlName(last);
    level = last;
  }
  return text.empty() ? "no level" : text;
}

}  // namespace irqlint
