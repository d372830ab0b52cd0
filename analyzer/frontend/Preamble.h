// The foreign headers that units of a project include first, parsed once and kept in Clang's precompiled form.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <clang/Frontend/CompilerInstance.h>
#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/SmallVector.h>

#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/frontend/LeadingIncludes.h"
#include "analyzer/frontend/UnitInputs.h"

namespace irqlint {

struct Preamble {
  llvm::SmallVector<char, 0> bytes;  // of the precompiled header
  InputRecorder inputs;              // what it asked of the disk: a unit that starts from it depends on that, too
};

// Makes compilers by createCompiler() for one unit; null if that fails.
using CompilerSource = llvm::function_ref<std::unique_ptr<clang::CompilerInstance>()>;

// Parses `lines`, with which the unit of the compilers starts, or only those up to the first whose header does
// something each time it is read. Null if a unit that starts from the preamble could say anything else than one that
// reads the headers itself. That is the case if the headers have errors or say something that a summary keeps, place
// code or data, or change a macro of `conditions`, of `lines` or of the tool's own prelude.
std::unique_ptr<Preamble> buildPreamble(const CompilerSource& newCompiler, const ExtractOptions& options,
                                        std::vector<LeadingLine> lines, const std::vector<Condition>& conditions);

// Has `compiler` start from `preamble`, which must outlive it. Called at the beginning of an action, when the
// preprocessor is made and the reader of precompiled headers is not.
void startFrom(const Preamble& preamble, clang::CompilerInstance& compiler);

}  // namespace irqlint
