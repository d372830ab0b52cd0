// The lattice of known numbers: an interval, with zero taken out where that is known.
#pragma once

#include <algorithm>
#include <optional>

#include "analyzer/ddi/Condition.h"

namespace irqlint {

inline bool isTop(const KnownValue& value) { return value == KnownValue{}; }
inline bool isBottom(const KnownValue& value) {
  return value.low > value.high || (value.notZero && value.low == 0 && value.high == 0);
}
inline bool maybeNonZero(const KnownValue& value) { return value.low != 0 || value.high != 0; }
inline bool maybeZero(const KnownValue& value) { return !value.notZero && value.low <= 0 && value.high >= 0; }

// Zero taken out of an interval's end moves the end.
inline KnownValue normalised(KnownValue value) {
  if (value.notZero && value.low == 0) value.low = 1;
  if (value.notZero && value.high == 0) value.high = -1;
  if (value.low > 0 || value.high < 0) value.notZero = true;
  return value;
}

// Least upper bound.
inline KnownValue join(const KnownValue& a, const KnownValue& b) {
  return {std::min(a.low, b.low), std::max(a.high, b.high), !maybeZero(a) && !maybeZero(b)};
}

// Greatest lower bound; may be bottom.
inline KnownValue meet(const KnownValue& a, const KnownValue& b) {
  return normalised({std::max(a.low, b.low), std::min(a.high, b.high), a.notZero || b.notZero});
}

inline bool areDisjoint(const KnownValue& a, const KnownValue& b) { return isBottom(meet(a, b)); }

inline Truth truthOf(const KnownValue& value) {
  if (!maybeZero(value)) return Truth::True;
  return value.low == 0 && value.high == 0 ? Truth::False : Truth::Unknown;
}

inline KnownValue fromTruth(Truth truth) {
  switch (truth) {
    case Truth::False: return KnownValue::constant(0);
    case Truth::True: return KnownValue::constant(1);
    case Truth::Unknown: break;
  }
  return {0, 1, false};
}

}  // namespace irqlint
