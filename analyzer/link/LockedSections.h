// Which sections of its image the driver locks down: code of theirs may run raised although it is pageable.
#pragma once

#include "analyzer/link/FunctionPointers.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// Reads the calls of `program` that lock the section of an address (the database's section locks). A handle locks again
// what an address locked before, so it adds nothing.
LockedSections findLockedSections(const Program& program, FunctionPointers& pointers);

}  // namespace irqlint
