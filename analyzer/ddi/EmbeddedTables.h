// The tables that ship inside the program; the build generates them from data/*.json.
#pragma once

#include <span>
#include <string_view>

#include "analyzer/ddi/DdiTables.h"

namespace irqlint {

struct EmbeddedRow {
  const char* key;
  const char* json;  // the row's value, compact
};

// The rows of one table, sorted by key.
std::span<const EmbeddedRow> embeddedTable(DdiTable table);

// The text of one row; nullptr if there is none.
const char* embeddedRow(DdiTable table, std::string_view key);

}  // namespace irqlint
