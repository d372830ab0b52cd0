#include "analyzer/ddi/EmbeddedTables.h"

#include <algorithm>

namespace irqlint {

const char* embeddedRow(DdiTable table, std::string_view key) {
  const std::span<const EmbeddedRow> rows = embeddedTable(table);
  const auto row =
      std::ranges::lower_bound(rows, key, {}, [](const EmbeddedRow& r) { return std::string_view(r.key); });
  return row != rows.end() && row->key == key ? row->json : nullptr;
}

}  // namespace irqlint
