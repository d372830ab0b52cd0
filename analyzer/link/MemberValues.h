// What a member of an object holds when a call gets at the object.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/link/Program.h"

namespace irqlint {

// An event of a function's body.
struct EventPlace {
  FunctionRef function;
  std::size_t block = 0;
  std::size_t event = 0;
};

struct MemberValues {
  std::vector<std::int64_t> constants;
  bool unset = false;    // on some path the driver gives it no value: it is what the header's INIT function makes it
  bool unknown = false;  // on some path it cannot be seen
};

// The values of member `field` of the object that `pointer` points to, on every path to `before`. What functions of
// the driver do to the object on the way counts, as does what any of them assigns to a global one.
MemberValues memberValues(const Program& program, const EventPlace& before, ExprId pointer, std::string_view field);

// For each block those that lead to it.
std::vector<std::vector<std::size_t>> predecessors(const FunctionBody& body);
// Those that a block leads to.
std::vector<std::size_t> successors(const BasicBlock& block);

}  // namespace irqlint
