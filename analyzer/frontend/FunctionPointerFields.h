// Which members of records hold function pointers of a named type: a role may follow from it.
#pragma once

#include <vector>

#include <clang/AST/Decl.h>

#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {

// Adds the members of `records` (definitions, in order) that some Field expression of the summary mentions and whose
// written type is a pointer to a function type with a name.
void addFunctionPointerFields(const std::vector<const clang::RecordDecl*>& records, SummaryBuilder& builder);

}  // namespace irqlint
