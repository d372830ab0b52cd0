// Which function bodies code may be generated for.
#pragma once

#include <clang/AST/Decl.h>

#include "analyzer/frontend/TypeSizes.h"

namespace irqlint {

// True if all of `definition`, which has a body, was understood and rests on nothing that was made up: Clang's code
// generator expects an AST without errors, and what it would make of a stand-in is a guess. The conditions of
// assertions, which free builds do not evaluate, are replaced by a constant on the way.
bool makeCompilable(const clang::FunctionDecl& definition, TypeSizes& types);

}  // namespace irqlint
