// What of a compile command may reach the frontend. Commands come from the project under analysis: they must not make
// the tool load code, run programs or write files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/CompileCommand.h"

namespace irqlint {

// True if the name ends as a C or C++ source does.
bool isSourceName(std::string_view file);

// The arguments of `command` that say how the source is to be understood: no inputs, no outputs, no linking, no
// precompiled headers, nothing that loads code.
std::vector<std::string> filterArguments(const CompileCommand& command);

}  // namespace irqlint
