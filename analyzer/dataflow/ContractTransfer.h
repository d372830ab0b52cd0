// The transfer function of a call whose effect a contract states.
#pragma once

#include <llvm/ADT/SmallVector.h>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/dataflow/Context.h"
#include "analyzer/dataflow/IrqlAnalysis.h"

namespace irqlint {

// A call as the contract sees it.
struct ContractCall {
  const Contract* contract = nullptr;
  std::string_view name;              // as the user wrote it
  FunctionRef function;               // if the program knows it
  std::span<const ExprId> arguments;  // terms of the caller
  ExprId result;                      // the CallResult term; none for a macro
  SourceLocation location;
  BlockId block;           // of the call
  bool checkOnly = false;  // the effect is in the code the macro expands to
  bool certain = true;     // false: one of very many targets of a pointer
};

class ContractTransfer {
 public:
  ContractTransfer(IrqlAnalysis& analysis, ContextId context, Terms& terms)
      : analysis_(analysis), context_(context), terms_(terms) {}

  // The states after `call` from `before`. Reports what the call breaks. `broken` is set if it did.
  llvm::SmallVector<AbstractState, 1> apply(const ContractCall& call, const AbstractState& before, bool& broken);

  // Whether `call` may raise an exception, in the state before it.
  Truth raisesException(const ContractCall& call, const AbstractState& before) const;

 private:
  // The terms that hold for this call, and the first stricter alternative that may hold but is not known to.
  struct Applicable {
    ContractTerms terms;
    const ContractCondition* condition = nullptr;
    std::vector<const ContractCondition*> undecided;
  };

  ExprId argumentNamed(const ContractCall& call, std::string_view name) const;
  MemoryKinds memoryAt(ExprId pointer) const;
  void noteMemory(const ContractCall& call, Breach& breach) const;
  void judgeArguments(const ContractCall& call, const ContractTerms& terms, const AbstractState& state);
  Applicable applicable(const ContractCall& call, const AbstractState& state, const KnownValue& returned) const;
  Truth evaluate(const ContractCondition& condition, const ContractCall& call, const AbstractState& state,
                 const KnownValue& returned) const;
  bool check(const ContractCall& call, const Applicable& applicable, const AbstractState& state);
  void applyEffect(const ContractCall& call, const ContractTerms& terms, std::optional<Irql> restored,
                   AbstractState& state);
  // What the result of a call that takes a lock says.
  struct LockResults {
    bool tells = false;  // the result says whether the lock was taken
    bool mayFail = false;
    KnownValue taken;   // the results with the lock
    KnownValue failed;  // and without it
  };

  LockResults lockResults(const ContractCall& call, const AbstractState& state) const;
  void applyToHoldings(const ContractCall& call, const ContractTerms& terms, bool failedTry, bool broken,
                       const AbstractState& before, AbstractState& state);
  void applyLockToHoldings(const ContractCall& call, const ContractTerms& terms, bool failed,
                           const AbstractState& before, AbstractState& state);
  void assumeLockExists(const ContractCall& call, AbstractState& state) const;
  void giveBack(const ContractCall& call, const Holding& thing, AbstractState& state);
  void applyLock(const ContractCall& call, Irql levelBefore, AbstractState& state);
  void noteTaken(const ContractCall& call, const LockState& lock, const AbstractState& state);
  ExprId lockTermOf(const ContractCall& call) const;
  Breach breachAt(const ContractCall& call, BreachKind kind, const AbstractState& state) const;
  void noteWrongWay(const ContractCall& call, BreachKind kind, Irql set, const AbstractState& state);
  Irql guessedLevel(AbstractState& state) const;
  // What the call says of levels as values, and of the level at which something else happened.
  void judgeLevels(const ContractCall& call, const ContractTerms& terms, const AbstractState& state);
  void judgeHeldLocks(const ContractCall& call, const ContractTerms& terms, const AbstractState& state);
  void judgeNotedLevel(const ContractCall& call, AbstractState& state);
  void judgeOwedWait(const ContractCall& call, const ContractTerms& terms, AbstractState& state);
  Irql levelOfSystemLock(const ContractCall& call, ExprId source, const KnownValue& value, const LockState& lock,
                         AbstractState& state);
  bool isSystemsLevel(ExprId value, const AbstractState& state) const;
  Irql restoredLevel(const ContractCall& call, const LevelPlace& from, AbstractState& state);
  ExprId argument(const ContractCall& call, std::uint32_t index) const {
    return index < call.arguments.size() ? call.arguments[index] : ExprId();
  }

  IrqlAnalysis& analysis_;
  ContextId context_;
  Terms& terms_;
};

}  // namespace irqlint
