// The module that Clang's code generator makes of a unit, prepared so that the object file tells the functions apart.
#pragma once

#include <cstdint>
#include <optional>

#include <clang/Basic/TargetOptions.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/IR/Function.h>
#include <llvm/IR/Module.h>

namespace irqlint {

// Gives the definition `code` and what was outlined of it a section of their own. Unless `mayBeInlined`, it is code of
// its own only.
void placeAlone(llvm::Function& code, std::uint32_t function, bool mayBeInlined);

// The function that placeAlone() put into a section of this name.
std::optional<std::uint32_t> functionIn(llvm::StringRef section);

// Removes what the frontend's own definitions of macros left in the code: annotations and the calls that assertions
// became.
void dropAnalysisMarks(llvm::Module& module);

// The module's object file, optimised as by -O2; empty if this build of LLVM does not know the target. Stands in for
// clang::EmitBackendOutput, which keeps timers on its stack that the process still refers to after a contained crash.
llvm::SmallVector<char, 0> objectOf(llvm::Module& module, const clang::TargetOptions& target);

}  // namespace irqlint
