// Which constants a function may return.
#pragma once

#include <cstdint>
#include <set>

#include "analyzer/link/Program.h"

namespace irqlint {

struct ReturnedValues {
  std::set<std::int64_t> constants;
  bool mayBeOther = false;  // something that is no constant is returned as well

  bool contains(std::int64_t value) const { return constants.contains(value); }
  // Surely never returned.
  bool lacks(std::int64_t value) const { return !mayBeOther && !contains(value); }
};

// Whatever the way through `function`: what is assigned to the variables that it returns counts, and what the driver's
// functions return whose results it hands on.
ReturnedValues returnedValues(const Program& program, FunctionRef function);

}  // namespace irqlint
