// How a reader of the source would write a place.
#pragma once

#include <string>

#include "analyzer/link/Program.h"

namespace irqlint {

// "Extension->Buffer", "Table[...]"; a part that has no name in the source is "...". `place` is one of `function`'s
// body, or of the globals' table (none).
std::string placeText(const Program& program, FunctionRef function, ExprId place);

}  // namespace irqlint
