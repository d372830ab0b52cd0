// Summaries as text, for debugging and for tests.
//
// A function reads
//   B0:
//     #0 = Acquire(&$0->Lock)     call 0; $0 is parameter 0, %1 a temporary, ? an unknown value
//     if (#0 == 0) B1 else B2
#pragma once

#include <string>

#include "analyzer/model/TuSummary.h"

namespace irqlint {

std::string dump(const TuSummary& summary);
std::string dump(const TuSummary& summary, const FunctionBody& body);
// An expression of `body`, or of the globals' table if that is null.
std::string dump(const TuSummary& summary, const FunctionBody* body, ExprId id);

}  // namespace irqlint
