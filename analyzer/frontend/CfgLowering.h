// A function's AST becomes the basic blocks of events that the analyses read.
#pragma once

#include <clang/AST/Decl.h>

#include "analyzer/frontend/SummaryBuilder.h"
#include "analyzer/model/Event.h"

namespace irqlint {

// The control-flow graph of `function`, which must be a definition with a body (a template: an instance). Names it
// mentions are added to `builder`.
FunctionBody lowerBody(const clang::FunctionDecl& function, SummaryBuilder& builder);

// The scalar parts of a global's initialiser, added to `builder.summary()`.
void lowerInitialiser(const clang::VarDecl& variable, SummaryBuilder& builder);

}  // namespace irqlint
