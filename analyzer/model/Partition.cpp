#include "analyzer/model/Partition.h"

#include <cstddef>

namespace irqlint {

std::string_view wordOf(PlacementReason reason) {
  constexpr std::string_view kWords[] = {"enteredRaised", "raisesInside",   "powerPath",          "lockedOnDemand",
                                         "touchedRaised", "kernelObject",   "mayBeEnteredRaised", "mayRaise",
                                         "levelGuessed",  "nobodyCalls",    "neverEntered",       "addressEscapes",
                                         "notUnderstood", "mayBePowerPath", "mayServePaging",     "userUnknown",
                                         "nobodyUses",    "lowLevels",      "onlyInitialization", "inline"};
  return kWords[static_cast<std::size_t>(reason)];
}

void PartitionSum::add(const PartitionItem& item) {
  ++items;
  if (item.bytes) {
    bytes += *item.bytes;
  } else {
    ++unknownSizes;
  }
}

std::uint64_t PartitionSum::pages() const {
  constexpr std::uint64_t kPage = 4096;
  return (bytes + kPage - 1) / kPage;
}

}  // namespace irqlint
