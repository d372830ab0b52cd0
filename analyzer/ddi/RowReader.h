// Reading rows of the knowledge tables: what all readers share. For the sources of this folder only.
#pragma once

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "analyzer/ddi/DdiTables.h"
#include "analyzer/model/Contract.h"

namespace irqlint {

// What readers throw; no function that ContractJson.h or DdiTables.h declares lets it out.
struct BadRow : std::runtime_error {
  using std::runtime_error::runtime_error;
  nlohmann::json::json_pointer field;  // in the row
};

// What the library says, without its own numbering.
inline std::string reasonOf(const nlohmann::json::exception& error) {
  const std::string_view text = error.what();
  const std::size_t end = text.find("] ");
  return std::string(end == std::string_view::npos ? text : text.substr(end + 2));
}

// Runs `read`; what it finds wrong is found in `member`.
template <typename Read>
auto inMember(const std::string& member, Read read) {
  const auto problem = [&](const std::string& reason, const nlohmann::json::json_pointer& rest) {
    BadRow bad(reason);
    bad.field /= member;
    bad.field /= rest;
    return bad;
  };
  try {
    return read();
  } catch (const BadRow& bad) { throw problem(bad.what(), bad.field); } catch (const nlohmann::json::exception& error) {
    throw problem(reasonOf(error), nlohmann::json::json_pointer());
  }
}

// `value` with each member of `row` read into it.
template <typename Value, typename ReadMember>
Value readMembers(Value value, const nlohmann::json& row, ReadMember readMember) {
  if (!row.is_object()) throw BadRow("expected an object");
  for (auto member = row.begin(); member != row.end(); ++member)
    inMember(member.key(), [&] { readMember(value, member.key(), *member); });
  return value;
}

template <typename Value, std::size_t N>
Value lookUp(const std::pair<std::string_view, Value> (&names)[N], const nlohmann::json& name, const char* what) {
  const auto text = name.get<std::string>();
  const auto* entry = std::ranges::find(names, text, [](const auto& pair) { return pair.first; });
  if (entry == std::end(names)) throw BadRow(std::string("no such ") + what + ": '" + text + "'");
  return entry->second;
}

// The only word that `value` may be.
inline void expectWord(const nlohmann::json& value, std::string_view word) {
  if (value != word) throw BadRow("expected \"" + std::string(word) + "\", not " + value.dump());
}

// A parameter's number; no function of the kernel comes near the bound, a damaged file might.
std::uint32_t readParameter(const nlohmann::json& value);
Irql readLevel(const nlohmann::json& value);
void checkCondition(const std::string& when);

// These throw BadRow; ContractJson.h has what other folders call.
Contract contractFrom(std::string_view name, const nlohmann::json& row);
// Whether the row reads as one of `table`.
void checkRow(DdiTable table, const std::string& key, const nlohmann::json& row);

}  // namespace irqlint
