// What the driver's calls say of its pageable code: which sections are locked down, and whether the paging disk is on
// while devices change power.
#pragma once

#include "analyzer/link/FunctionPointers.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// The sections whose addresses the driver locks (the database's section locks). A handle locks again what an address
// locked before, so it adds nothing.
LockedSections findLockedSections(const Program& program, FunctionPointers& pointers);

// What calls say of devices that are, or are not, power pageable.
PowerPaging findPowerPaging(const Program& program);

}  // namespace irqlint
