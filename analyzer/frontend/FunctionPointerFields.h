// What the summary says of records: which are the project's own, and which members hold function pointers of a named
// type: a role may follow from it.
#pragma once

#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {

// Adds the members that expressions mention and whose written type is a pointer to a function type with a name. Called
// when all bodies and initialisers are lowered.
void addFunctionPointerFields(SummaryBuilder& builder);

// Adds the names of the records that the project declares of which the summary mentions a member.
void addOwnRecords(SummaryBuilder& builder);

}  // namespace irqlint
