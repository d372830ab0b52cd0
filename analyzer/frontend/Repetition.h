// What happens to a unit that starts from a preamble when it comes to the lines the preamble was made of.
#pragma once

#include <cstddef>

#include <clang/Frontend/CompilerInstance.h>
#include <llvm/ADT/ArrayRef.h>

#include "analyzer/frontend/LeadingIncludes.h"
#include "analyzer/frontend/Preamble.h"

namespace irqlint {

// How many of `lines`, from the first on, change nothing when they are read again after all that `preamble` has: their
// headers are found where they were, declare nothing, have no pragmas, and leave every macro as it was. An include
// guard has that effect, and so have headers that only define macros. `compiler` comes from createCompiler() for a unit
// that starts with the lines, and is used up.
std::size_t repeatableLines(clang::CompilerInstance& compiler, const Preamble& preamble,
                            llvm::ArrayRef<LeadingLine> lines);

}  // namespace irqlint
