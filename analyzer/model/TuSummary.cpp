#include "analyzer/model/TuSummary.h"

namespace irqlint {

StringId StringTable::add(std::string_view text) {
  const auto [entry, added] = index_.try_emplace(std::string(text), StringId(strings_.size()));
  if (added) strings_.emplace_back(text);
  return entry->second;
}

StringId StringTable::find(std::string_view text) const {
  const auto entry = index_.find(std::string(text));
  return entry == index_.end() ? StringId() : entry->second;
}

}  // namespace irqlint
