// Locals that are other names of parameters: `PDEVICE_EXTENSION Extension = Context;`.
#pragma once

#include <llvm/ADT/DenseMap.h>

#include "analyzer/model/Event.h"

namespace irqlint {

// By index into `body.exprs`: the locals that only ever hold what one parameter, never written, was passed; and that
// parameter. Neither has its address taken.
llvm::DenseMap<std::uint32_t, ExprId> copiesOfParameters(const FunctionBody& body);

}  // namespace irqlint
