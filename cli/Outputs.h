// Reports to files and to standard output.
#pragma once

#include <string>

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/Support/raw_ostream.h>

#include "cli/Options.h"

namespace irqlint {

// Lets `write` write to where `output` says. Returns why it could not be written, or "".
std::string writeOutput(const Output& output, llvm::function_ref<void(llvm::raw_ostream&)> write);

}  // namespace irqlint
