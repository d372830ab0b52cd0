#include "analyzer/ddi/DdiTables.h"

#include <algorithm>
#include <utility>

namespace irqlint {
namespace {

using nlohmann::json;

// Sections that inform a reader and have no table.
constexpr std::string_view kProse[] = {"about", "may_be_paged", "storage", "priority_note"};

// Sections with one row per function.
constexpr std::pair<std::string_view, DdiTable> kByFunction[] = {
    {"allocators", DdiTable::Allocators},
    {"deallocators", DdiTable::Deallocators},
    {"lookaside_lists", DdiTable::LookasideLists},
    {"section_locks", DdiTable::SectionLocks},
    {"creations", DdiTable::Creations},
};

// Sections whose rows are named numbers, beside other things.
constexpr std::string_view kNamedValues[] = {"pool_types", "pool_flags", "vp_pool_types"};

// These throw json::exception if the row is not what it should be.
std::string nameIn(const json& row, const char* member) { return row.at(member).get<std::string>(); }

std::string argumentKey(const std::string& api, const json& parameter) {
  return api + '#' + std::to_string(parameter.get<std::uint32_t>());
}

// Members that say which row it is, or why it is there, are no part of its value.
json without(json row, std::initializer_list<const char*> members) {
  for (const char* member : members) row.erase(member);
  row.erase("reason");
  return row;
}

}  // namespace

void DdiTables::patch(DdiTable table, const std::string& key, const json& row) {
  const auto [entry, added] = tables_[static_cast<std::size_t>(table)].try_emplace(key);
  if (added && base_) entry->second = base_(table, key);
  entry->second.merge_patch(row);
}

std::optional<Error> DdiTables::merge(const json& file) {
  if (!file.is_object()) return Error("expected an object of sections");
  for (const auto& [section, rows] : file.items()) {
    if (std::ranges::find(kProse, section) != std::end(kProse)) continue;
    for (const auto& [key, row] : rows.items()) {
      try {
        if (!mergeRow(section, key, row)) return Error("there is no section '" + section + "'");
      } catch (const json::exception& error) {
        return Error(error.what()).within("section '" + section + "', row " + row.dump());
      }
    }
  }
  return std::nullopt;
}

bool DdiTables::mergeRow(std::string_view section, const std::string& key, const json& row) {
  const auto* byFunction = std::ranges::find(kByFunction, section, [](const auto& entry) { return entry.first; });
  if (byFunction != std::end(kByFunction)) {
    patch(byFunction->second, nameIn(row, "api"), without(row, {"api", "note"}));
  } else if (section == "contracts") {
    patch(DdiTable::Contracts, nameIn(row, "name"), without(row, {"name", "header", "lib", "returns"}));
  } else if (section == "callbacks") {
    mergeCallback(row);
  } else if (section == "constants") {
    patch(DdiTable::Constants, key, row.get<std::int64_t>());
  } else if (section == "must_be_nonpaged") {
    const std::string type = nameIn(row, "type");
    patch(DdiTable::ResidentTypes, type, {{"why", row.at("why")}});
    for (const json& init : row.value("init", json::array())) {
      patch(DdiTable::ResidentInits, argumentKey(nameIn(init, "api"), init.at("param")), {{"type", type}});
    }
  } else if (section == "name_rules") {
    patch(DdiTable::NameRules, nameIn(row, "prefix"), without(row, {"prefix"}));
  } else if (std::ranges::find(kNamedValues, section) != std::end(kNamedValues)) {
    for (const json& constant : row.value("modifiers", json::array({row}))) {
      if (constant.contains("value")) patch(DdiTable::Constants, nameIn(constant, "name"), constant.at("value"));
    }
  } else {
    return false;
  }
  return true;
}

void DdiTables::mergeCallback(const json& row) {
  const bool isField = row.contains("struct");
  const std::string key = isField ? nameIn(row, "struct") + "::" + nameIn(row, "field")
                                  : argumentKey(nameIn(row, "api"), row.at("callback_param"));
  const std::string condition = row.contains("if_never_returned") ? nameIn(row["if_never_returned"], "value") : "";
  const std::string variant = nameIn(row, "role") + '/' + row.value("irp_mj", std::string()) + condition;
  json value = without(row, {"struct", "header", "field", "api", "callback_param", "confidence", "note"});
  patch(isField ? DdiTable::FieldRoles : DdiTable::ArgumentRoles, key, {{variant, std::move(value)}});
}

}  // namespace irqlint
