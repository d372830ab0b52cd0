// Calls in code that no path of the analysis got to. It may be dead, or be thought so for a fact that is wrong: what it
// calls is not known to be called from elsewhere only.
#pragma once

#include <vector>

#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/link/Program.h"

namespace irqlint {

class UnreachedCalls {
 public:
  UnreachedCalls(const Program& program, const IrqlFacts& facts);

  // A call that leads to `function`, and that a function has which was entered; no file if there is none.
  SourceLocation leadingTo(FunctionRef function) const { return calls_[function.index()]; }

 private:
  std::vector<SourceLocation> calls_;  // by function
};

}  // namespace irqlint
