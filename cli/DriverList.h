// What was understood of projects, in words and as a compilation database.
#pragma once

#include <string>

#include <llvm/Support/raw_ostream.h>

#include "analyzer/project/Driver.h"

namespace irqlint {

// Each driver with its flags and units, what was left out and why, and what went wrong; paths below `sourceRoot`
// relative to it.
void listDrivers(const DriverSet& set, const std::string& sourceRoot, llvm::raw_ostream& out);

// Writes the units of all drivers to `file` as compile_commands.json. Returns why it could not be written, or "".
std::string writeDatabase(const DriverSet& set, const std::string& file);

}  // namespace irqlint
