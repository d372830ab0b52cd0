// A unit's compile command, reduced to what shapes how its source is read.
//
// Everything else is dropped, so nothing in a command can load code, run a program or write a file: the table of what
// is kept is the whole policy.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/CompileCommand.h"

namespace irqlint {

enum class Architecture { X64, X86, Arm64, Arm };

// The target the command compiles for: an explicit target or -m32, else what its macros say (_X86_, _ARM64_ ...), else
// x64.
Architecture architectureOf(const CompileCommand& command);

// "x86_64-pc-windows-msvc" and so on.
std::string_view targetTriple(Architecture architecture);

// The arguments of `command` that the parser needs, in their order, an option and its value apart; no input file.
std::vector<std::string> parserArguments(const CompileCommand& command);

// The numbers of the warnings that cl is told to disable: "28121" of /wd28121.
std::vector<std::string> disabledWarnings(const CompileCommand& command);

// The whole command line for Clang's driver: the parser's arguments, the target, no header directories but the
// command's own, and the main file.
std::vector<std::string> driverCommandLine(const CompileCommand& command);

}  // namespace irqlint
