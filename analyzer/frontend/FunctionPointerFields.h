// What the summary says of records: which are the project's own, and which members hold function pointers of a named
// type: a role may follow from it.
#pragma once

#include <vector>

#include <clang/AST/Decl.h>

#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {

// Adds the members of `records` (definitions, in order) that some Field expression of the summary mentions and whose
// written type is a pointer to a function type with a name.
void addFunctionPointerFields(const std::vector<const clang::RecordDecl*>& records, SummaryBuilder& builder);

// Adds the names of those of `records` that the project declares and the summary mentions.
void addOwnRecords(const std::vector<const clang::RecordDecl*>& records, SummaryBuilder& builder);

}  // namespace irqlint
