// Where the system comes in: callback roles, registrations, dispatch tables, annotations, and what nobody is seen to
// call.
#pragma once

#include "analyzer/link/FunctionPointers.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// The lowest and the highest level of a range, which stand for all of it.
IrqlSet levelRange(Irql low, Irql high);

// The entry points that the code declares or registers, sorted by function; of several that say the same, the one that
// shows a registration is kept.
std::vector<EntryPoint> findEntryPoints(const Program& program, FunctionPointers& pointers);

// Entry points for the functions of `handedOut`, which code that is not seen may call, and for those that neither these
// nor `program.entryPoints` reach along the call graph: as few as reach them all.
std::vector<EntryPoint> findUnseenEntryPoints(const Program& program, const std::vector<FunctionRef>& handedOut);

}  // namespace irqlint
