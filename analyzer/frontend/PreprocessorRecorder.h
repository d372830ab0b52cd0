// What only the preprocessor sees: macro uses, headers that are missing, the lines that were read.
#pragma once

#include <memory>

#include <clang/Lex/PPCallbacks.h>

#include "analyzer/frontend/SectionPragmaHandlers.h"
#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {

// Records into `builder` and its summary; lets missing headers pass as empty ones.
std::unique_ptr<clang::PPCallbacks> recordPreprocessing(clang::Preprocessor& preprocessor, SummaryBuilder& builder,
                                                        SectionPragmaHandlers& pragmas);

}  // namespace irqlint
