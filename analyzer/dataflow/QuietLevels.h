// At which levels code, with all that it calls, can neither break a requirement nor change the level, nor what it
// holds.
//
// How it runs there matters to nobody but for what it returns, so that ways through it need not be told apart.
#pragma once

#include <llvm/ADT/STLFunctionalExtras.h>

#include <cstdint>
#include <vector>

#include "analyzer/dataflow/Memory.h"
#include "analyzer/link/Program.h"

namespace irqlint {

class QuietLevels {
 public:
  // `pageable`: by function, whether it lies in a pageable section. All must outlive this.
  QuietLevels(const Program& program, const std::vector<bool>& pageable, Memory& memory);

  // Those of the whole function.
  IrqlSet of(FunctionRef function) const {
    return operations_[function.index()].any() ? IrqlSet() : functions_[function.index()];
  }
  // Those of what may run of the function from the start of `block` on. Computed for a function when first asked for.
  IrqlSet from(FunctionRef function, BlockId block);
  // True if something that the function may run wants normal kernel APCs off.
  bool wantsApcsDisabled(FunctionRef function) const {
    return has(wantedOfApcs_[function.index()], ContractEffect::RequiresApcsDisabled);
  }
  // The same of special kernel APCs that are on.
  bool wantsApcsEnabled(FunctionRef function) const {
    return has(wantedOfApcs_[function.index()], ContractEffect::RequiresApcsEnabled);
  }

 private:
  // The kinds of locks and regions, a bit each, that code takes and gives back.
  struct Operations {
    std::uint32_t taken = 0;
    std::uint32_t givenBack = 0;

    bool any() const { return (taken | givenBack) != 0; }
    // What is left for a caller: code that does both is taken to give back what it takes.
    bool isBalanced() const { return taken == givenBack; }
    Operations& operator|=(const Operations& other) {
      taken |= other.taken;
      givenBack |= other.givenBack;
      return *this;
    }
  };

  void findLevels();
  void findOperations();
  void computeBlocks(FunctionRef function);
  // Of one event: what its callees' contracts and their sections permit, without what is in their bodies.
  IrqlSet ofEvent(FunctionRef function, const Event& event) const;
  IrqlSet atCall(FunctionRef function, const CallEvent& call) const;
  static Operations of(const Contract& contract);
  // What a call does itself, or by a callee that leaves it to its caller.
  Operations operationsAt(FunctionRef function, const CallEvent& call) const;
  // Which of the effects that want something of APCs the callees' contracts have.
  ContractEffects wantedOfApcsAt(FunctionRef function, const CallEvent& call) const;
  // Calls `visit` with each function whose body the call may run.
  void forEachBody(FunctionRef function, const CallEvent& call, llvm::function_ref<void(FunctionRef)> visit) const;

  // True if the call is given memory that may be pageable and needs it resident above APC_LEVEL.
  bool passesPageable(FunctionRef function, const CallEvent& call) const;

  const Program& program_;
  const std::vector<bool>& pageable_;
  Memory& memory_;
  std::vector<IrqlSet> functions_;             // but for locks and regions that leave the level alone
  std::vector<ContractEffects> wantedOfApcs_;  // by function, with all that it calls
  std::vector<Operations> operations_;         // by function
  std::vector<std::vector<IrqlSet>> blocks_;   // by function; empty until asked for
};

}  // namespace irqlint
