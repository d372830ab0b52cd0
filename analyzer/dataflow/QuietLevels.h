// At which levels code, with all that it calls, can neither break a requirement nor change the level.
//
// How it runs there matters to nobody but for what it returns, so that ways through it need not be told apart.
#pragma once

#include <llvm/ADT/STLFunctionalExtras.h>

#include <vector>

#include "analyzer/link/Program.h"

namespace irqlint {

class QuietLevels {
 public:
  // `pageable`: by function, whether it lies in a pageable section. Both must outlive this.
  QuietLevels(const Program& program, const std::vector<bool>& pageable);

  // Those of the whole function.
  IrqlSet of(FunctionRef function) const { return functions_[function.index()]; }
  // Those of what may run of the function from the start of `block` on. Computed for a function when first asked for.
  IrqlSet from(FunctionRef function, BlockId block);

 private:
  void computeBlocks(FunctionRef function);
  // Of one event: what its callees' contracts and their sections permit, without what is in their bodies.
  IrqlSet ofEvent(FunctionRef function, const Event& event) const;
  IrqlSet atCall(FunctionRef function, const CallEvent& call) const;
  // Calls `visit` with each function whose body the call may run.
  void forEachBody(FunctionRef function, const CallEvent& call, llvm::function_ref<void(FunctionRef)> visit) const;

  const Program& program_;
  const std::vector<bool>& pageable_;
  std::vector<IrqlSet> functions_;
  std::vector<std::vector<IrqlSet>> blocks_;  // by function; empty until asked for
};

}  // namespace irqlint
