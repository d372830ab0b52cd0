// The knowledge files as tables of JSON objects, one object per key, which later files patch.
//
// A file is an object whose members are the sections below; each section is a list of rows. Rows with the same key are
// merged as JSON merge patches (RFC 7396): members given later win, a null removes a member. So a correction states
// only what it changes, and a user's file works as the files that ship with the tool do.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "analyzer/support/Result.h"

namespace irqlint {

enum class DdiTable : std::uint8_t {
  Contracts,       // key: function, macro or callback type
  ArgumentRoles,   // key: "Api#parameter"; value: "role/irp" -> row
  FieldRoles,      // key: "RECORD::field"; value: "role/irp" -> row
  Allocators,      // key: function
  Deallocators,    // key: function
  LookasideLists,  // key: the function that initialises the list
  ResidentTypes,   // key: a type that must lie in resident memory
  ResidentInits,   // key: "Api#parameter": that argument's object must be resident
  SectionLocks,    // key: function
  Creations,       // key: the function that creates the object
  Constants,       // key: name
  PoolSelectors,   // key: the type of an argument that selects a pool
  PowerFlags,      // key: "RECORD::field"
  PointerFlows,    // key: function, or "RECORD::field"
  NameRules,       // key: a prefix of names that have variants the data leaves out
  ObjectWaits,     // key: function
};
constexpr std::size_t kDdiTableCount = 16;

// An error of the value that `field` names in `text`: "3:15: /contracts/0/irql_max: reason".
Error errorAt(std::string_view text, const nlohmann::json::json_pointer& field, const std::string& reason);

class DdiTables {
 public:
  // The row that the first patch of a key is laid over; null if there is none.
  using Base = std::function<nlohmann::json(DdiTable table, std::string_view key)>;

  explicit DdiTables(Base base = {}) : base_(std::move(base)) {}

  using Table = std::map<std::string, nlohmann::json, std::less<>>;

  // Merges the sections of one file, given by its text; each row must read as one of its table. `listSection`: the
  // section that a list at the top level is, "" if that is an error. Nothing is promised of the tables after an error,
  // which says where it is: "3:15: /contracts/0/irql_max: not an IRQL: ...".
  std::optional<Error> merge(std::string_view text, std::string_view listSection = "");

  const Table& operator[](DdiTable table) const { return tables_[static_cast<std::size_t>(table)]; }

 private:
  // These throw what the readers of rows do (RowReader.h).
  void mergeSections(const nlohmann::json& file, std::string_view listSection);
  void mergeSection(std::string_view section, const nlohmann::json& rows);
  void mergeRow(std::string_view section, const nlohmann::json& row);
  void mergeCallback(const nlohmann::json& row);
  void patch(DdiTable table, const std::string& key, const nlohmann::json& row);

  Base base_;
  std::array<Table, kDdiTableCount> tables_;
};

}  // namespace irqlint
