// Takes out of a command what names its files: the frontend is told which one to read, and writes none. Of the other
// arguments the frontend keeps what shapes how a source is read (frontend/CommandLine.h); nothing is ever executed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/CompileCommand.h"

namespace irqlint {

// True if the name ends as a C or C++ source does.
bool isSourceName(std::string_view file);

// The arguments of `command` without inputs, outputs and what is meant for the linker.
std::vector<std::string> withoutFiles(const CompileCommand& command);

}  // namespace irqlint
