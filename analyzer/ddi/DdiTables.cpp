#include "analyzer/ddi/DdiTables.h"

#include <algorithm>
#include <utility>

#include "analyzer/ddi/JsonPosition.h"
#include "analyzer/ddi/RowReader.h"

namespace irqlint {
namespace {

using nlohmann::json;

// Sections that inform a reader and have no table.
constexpr std::string_view kProse[] = {"$schema", "about", "may_be_paged", "storage", "priority_note"};

// Sections with one row per function.
constexpr std::pair<std::string_view, DdiTable> kByFunction[] = {
    {"allocators", DdiTable::Allocators},
    {"deallocators", DdiTable::Deallocators},
    {"lookaside_lists", DdiTable::LookasideLists},
    {"section_locks", DdiTable::SectionLocks},
    {"creations", DdiTable::Creations},
    {"object_waits", DdiTable::ObjectWaits},
};

// Sections with rows of other kinds.
constexpr std::string_view kOtherSections[] = {"contracts",        "callbacks",  "constants",     "pool_selectors",
                                               "must_be_nonpaged", "name_rules", "pointer_flows", "power_flags"};

// Sections whose rows are named numbers, beside other things.
constexpr std::string_view kNamedValues[] = {"pool_types", "pool_flags", "vp_pool_types"};

// These throw BadRow or json::exception if the row is not what it should be.
std::string nameIn(const json& row, const char* member) { return row.at(member).get<std::string>(); }

std::string argumentKey(const std::string& api, const json& parameter) {
  return api + '#' + std::to_string(parameter.get<std::uint32_t>());
}

bool isSection(std::string_view name) {
  return std::ranges::find(kByFunction, name, [](const auto& entry) { return entry.first; }) != std::end(kByFunction) ||
         std::ranges::find(kOtherSections, name) != std::end(kOtherSections) ||
         std::ranges::find(kNamedValues, name) != std::end(kNamedValues);
}

std::string asText(TextPosition position) {
  return std::to_string(position.line) + ':' + std::to_string(position.column);
}

// "parse error at line 3, column 5: syntax error while ...": where it is, is said better elsewhere.
std::string syntaxProblem(const json::parse_error& error) {
  std::string reason = reasonOf(error);
  if (const std::size_t start = reason.find(": "); start != std::string::npos) reason.erase(0, start + 2);
  return "not JSON: " + reason;
}

// Members that say which row it is, or why it is there, are no part of its value.
json without(json row, std::initializer_list<const char*> members) {
  for (const char* member : members) row.erase(member);
  row.erase("reason");
  return row;
}

}  // namespace

Error errorAt(std::string_view text, const json::json_pointer& field, const std::string& reason) {
  const Error error(reason);
  Error placed = field.empty() ? error : Error(error).within(field.to_string());
  return std::move(placed).within(asText(positionOf(text, field)));
}

void DdiTables::patch(DdiTable table, const std::string& key, const json& row) {
  const auto [entry, added] = tables_[static_cast<std::size_t>(table)].try_emplace(key);
  if (added && base_) entry->second = base_(table, key);
  entry->second.merge_patch(row);
  checkRow(table, key, entry->second);
}

std::optional<Error> DdiTables::merge(std::string_view text, std::string_view listSection) {
  try {
    mergeSections(json::parse(text), listSection);
  } catch (const json::parse_error& error) {
    const std::size_t offset = error.byte > 0 ? error.byte - 1 : 0;
    return Error(syntaxProblem(error)).within(asText(positionAt(text, offset)));
  } catch (const BadRow& bad) { return errorAt(text, bad.field, bad.what()); }
  return std::nullopt;
}

void DdiTables::mergeSections(const json& file, std::string_view listSection) {
  if (file.is_array() && !listSection.empty()) return mergeSection(listSection, file);
  if (!file.is_object()) throw BadRow("expected an object of sections");
  for (const auto& [section, rows] : file.items()) {
    if (std::ranges::find(kProse, section) == std::end(kProse))
      inMember(section, [this, &section = section, &rows = rows] { mergeSection(section, rows); });
  }
}

void DdiTables::mergeSection(std::string_view section, const json& rows) {
  if (!isSection(section)) throw BadRow("there is no section '" + std::string(section) + "'");
  const bool isNamed = section == "constants";
  if (isNamed ? !rows.is_object() : !rows.is_array())
    throw BadRow(isNamed ? "expected an object of numbers" : "expected a list of rows");
  for (const auto& [key, row] : rows.items()) {
    inMember(key, [&, &key = key, &row = row] {
      if (isNamed)
        patch(DdiTable::Constants, key, row.get<std::int64_t>());
      else
        mergeRow(section, row);
    });
  }
}

void DdiTables::mergeRow(std::string_view section, const json& row) {
  if (!row.is_object()) throw BadRow("expected an object");
  const auto* byFunction = std::ranges::find(kByFunction, section, [](const auto& entry) { return entry.first; });
  if (byFunction != std::end(kByFunction)) {
    patch(byFunction->second, nameIn(row, "api"), without(row, {"api", "note"}));
  } else if (section == "contracts") {
    patch(DdiTable::Contracts, nameIn(row, "name"), without(row, {"name", "header", "lib", "returns"}));
  } else if (section == "callbacks") {
    mergeCallback(row);
  } else if (section == "must_be_nonpaged") {
    const std::string type = nameIn(row, "type");
    patch(DdiTable::ResidentTypes, type, {{"why", row.at("why")}});
    for (const json& init : row.value("init", json::array())) {
      patch(DdiTable::ResidentInits, argumentKey(nameIn(init, "api"), init.at("param")), {{"type", type}});
    }
  } else if (section == "pool_selectors") {
    patch(DdiTable::PoolSelectors, nameIn(row, "type"), without(row, {"type", "note"}));
  } else if (section == "power_flags") {
    patch(DdiTable::PowerFlags, nameIn(row, "struct") + "::" + nameIn(row, "field"), without(row, {"struct", "field"}));
  } else if (section == "pointer_flows") {
    const bool isField = row.contains("struct");
    const std::string key = isField ? nameIn(row, "struct") + "::" + nameIn(row, "field") : nameIn(row, "api");
    patch(DdiTable::PointerFlows, key, without(row, {"struct", "field", "api", "note"}));
  } else if (section == "name_rules") {
    patch(DdiTable::NameRules, nameIn(row, "prefix"), without(row, {"prefix"}));
  } else {
    for (const json& constant : row.value("modifiers", json::array({row}))) {
      if (constant.contains("value")) patch(DdiTable::Constants, nameIn(constant, "name"), constant.at("value"));
    }
  }
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
