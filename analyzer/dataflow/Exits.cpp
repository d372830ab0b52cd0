#include "analyzer/dataflow/Exits.h"

#include <cstdint>

namespace irqlint {
namespace {

enum class Outcome : std::uint8_t { Success, Failure, Unknown };

// What a result says: a status (where results can be negative) or a flag or pointer.
Outcome outcomeOf(const KnownValue& returned, bool isStatus) {
  const bool success = isStatus ? returned.low >= 0 : !maybeZero(returned);
  const bool failure = isStatus ? returned.high < 0 : returned == KnownValue::constant(0);
  return success ? Outcome::Success : failure ? Outcome::Failure : Outcome::Unknown;
}

}  // namespace

bool distinguishable(const AbstractState& restored, const AbstractState& raised, bool byMemory) {
  const auto canBeNegative = [](const KnownValue& value) { return value.low < 0 && !isTop(value); };
  const bool isStatus = canBeNegative(restored.returned) || canBeNegative(raised.returned);
  const Outcome kept = outcomeOf(raised.returned, isStatus);
  const Outcome gaveBack = outcomeOf(restored.returned, isStatus);
  if (gaveBack == Outcome::Failure && kept != Outcome::Failure) return true;
  if (areDisjoint(restored.returned, raised.returned)) return kept != Outcome::Failure || gaveBack != Outcome::Success;
  if (!byMemory) return false;
  const AbstractState& a = restored;
  const AbstractState& b = raised;
  auto theirs = b.facts.begin();
  for (const Fact& mine : a.facts) {
    while (theirs != b.facts.end() && theirs->term < mine.term) ++theirs;
    if (theirs == b.facts.end()) break;
    if (theirs->term == mine.term && areDisjoint(mine.value, theirs->value)) return true;
  }
  return false;
}

}  // namespace irqlint
