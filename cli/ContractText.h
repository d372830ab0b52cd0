// What is known of a kernel function, in words.
#pragma once

#include <string>
#include <string_view>

#include <llvm/Support/raw_ostream.h>

#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// Writes the contract of the function, macro or callback type `name`: levels, conditions, effects, what it makes of its
// arguments, where that is known from. False, and nothing written, if the name is not known.
bool explainContract(const DdiDatabase& ddi, std::string_view name, llvm::raw_ostream& out);

// What the annotations of the function `name` say in the program's headers, and whether the database says otherwise; ""
// if they say nothing.
std::string headerTerms(const Program& program, std::string_view name);

}  // namespace irqlint
