// Whether a call of a function that allocates only where it is asked to does so.
#pragma once

#include "analyzer/ddi/Condition.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// Of `call`, of an allocator, in a function with the expressions `exprs`: as its constant arguments say.
Truth doesAllocate(const Program& program, const ExprTable& exprs, const CallEvent& call, const Allocator& allocator);

}  // namespace irqlint
