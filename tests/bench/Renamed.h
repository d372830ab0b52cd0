// Copies of a unit under other names, to make a program of many times the code.
#pragma once

#include <string_view>

#include "analyzer/model/TuSummary.h"

namespace irqlint {

// `unit` with `suffix` at the end of the identity of every function and global of the project, of the name of each of
// its records, and of the path of each of its files: linked with `unit`, it shares nothing with it but the system's
// interfaces. The names that a reader sees stay, for a driver's entry is known by its.
TuSummary renamed(const TuSummary& unit, std::string_view suffix);

}  // namespace irqlint
