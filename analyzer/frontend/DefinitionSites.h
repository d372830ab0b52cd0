// Where the source of a definition can be changed.
#pragma once

#include <clang/AST/Decl.h>

#include "analyzer/frontend/SummaryBuilder.h"
#include "analyzer/model/DefinitionSite.h"

namespace irqlint {

// The site of `definition`, which has a body and is the project's. Called at the end of the TU.
DefinitionSite siteOf(const clang::FunctionDecl& definition, SummaryBuilder& builder);

}  // namespace irqlint
