// A function's AST becomes the basic blocks of events that the analyses read.
//
// A reference is a pointer: bound with AddressOf, dereferenced where it is used, and what a call returns as one is
// dereferenced too. A closure is a record whose fields are the captures, by reference ones pointers. An array decays to
// its address; `p + i` is the address of Element(Dereference(p), i). A scope's end is an event wherever control leaves
// the scope, so each way out of a __try has its own copy of the __finally block.
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
