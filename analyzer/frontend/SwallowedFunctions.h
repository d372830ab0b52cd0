// Functions that a syntax error swallowed whole, so that no declaration of them is left to count.
#pragma once

#include <vector>

#include <clang/AST/DeclBase.h>

#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {

// Adds to the summary, as functions whose body was lost, what looks like a definition in the project's files (a name, a
// parenthesised list, a block) and is part of no function among `declarations`. For units with errors only: it reads
// their files again. Call it last.
void addSwallowedFunctions(const std::vector<const clang::Decl*>& declarations, SummaryBuilder& builder);

}  // namespace irqlint
