// How large the code of a unit's functions is: compiled in memory for the unit's target, as a free build would be.
#pragma once

#include <clang/Frontend/CompilerInstance.h>

#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {

// Notes FunctionSummary::codeBytes of every function of the project that the unit defines, after builder.finish().
//
// 1. What is measured is the out-of-line body, since that is what a section holds. A function that is not `inline` is
//    inlined nowhere; one that is counts in its callers as well as for itself.
// 2. Counted is what moves with the function: its instructions, with the __except filters and __finally blocks that
//    Clang makes functions of. Not counted are unwind data (.pdata, .xdata) and jump tables, which lie in sections of
//    their own.
// 3. A function that was not understood to the last name is not compiled and has no size. One on which the compiler
//    fails or crashes costs itself only.
//
// Changes the AST, which only serves to be freed afterwards.
void measureCode(clang::CompilerInstance& compiler, SummaryBuilder& builder);

}  // namespace irqlint
