// The IRQL of every point of every function, by tabulation.
//
// A function is analysed once for each concrete entry level and valuation of its steering values that a caller or the
// system brings (a Context), on demand, depth first. Inside, a worklist moves abstract states along the control-flow
// graph until nothing changes; a block keeps states of different level or locks apart, and a few variants of each by
// the values of variables, so that correlated branches stay correlated. At a call the callee's exits are put in place
// of the call. A recursion starts from no exits and is repeated until they stay the same. Levels are finite and
// variants are bounded, so it ends.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/dataflow/Context.h"
#include "analyzer/dataflow/Liveness.h"
#include "analyzer/dataflow/LockGuards.h"
#include "analyzer/dataflow/Memory.h"
#include "analyzer/dataflow/Provenance.h"
#include "analyzer/dataflow/QuietLevels.h"
#include "analyzer/dataflow/Steering.h"
#include "analyzer/ddi/Condition.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// What the fixpoint leaves behind.
struct IrqlFacts {
  struct Root {
    ContextId context;
    std::size_t entryPoint = 0;  // index into Program::entryPoints
    bool usual = true;           // false: a level that is permitted but rare
  };
  std::deque<Context> contexts;  // grows during the analysis; references stay valid
  std::vector<Root> roots;
  std::vector<Breach> breaches;
  Trails trails;
  std::unique_ptr<Memory> memory;
  // For --stats: how often states or contexts joined for lack of room.
  std::size_t joinedVariants = 0;
  std::size_t joinedStates = 0;
  std::size_t joinedContexts = 0;
};

class IrqlAnalysis {
 public:
  explicit IrqlAnalysis(const Program& program, const AnalysisOptions& options = {});
  ~IrqlAnalysis();

  // Analyses the program from all its entry points, then what they left untouched.
  IrqlFacts run();

 private:
  friend class FunctionRun;
  friend class ContractTransfer;

  ContextId context(FunctionRef function, Irql level, std::vector<Fact> inputs, EnteredAs as = {});
  // Makes sure that the exits of `id` are known as far as they can be.
  void require(ContextId id);
  void analyse(ContextId id);
  void requireUnfinished(ContextId id);
  // One round over the body of `id`, unless it would find what the last one did. True if its exits or modified places
  // grew.
  bool runOnce(ContextId id);
  bool wouldFindTheSame(ContextId id);
  void enter(const EntryPoint& entry, std::size_t index, IrqlSet levels);
  // Keeps the first breach of its kind at its place in its context, but a sure one before a possible one.
  void report(Breach breach);
  // Keeps one call site of `entered` for each place of a caller, a sure one before a possible one.
  void addCaller(ContextId entered, CallSite site);
  // Keeps for the callers of `context` that it takes a lock, unless in `state` it gave back one of theirs before. True
  // if that is new.
  bool noteTaken(ContextId context, const Terms& terms, const TakenLock& taken, const AbstractState& state);
  // Keeps for the callers of `context` that it makes a call which wants no spin lock held, unless in `state` it holds
  // one of its own, or gave back one of theirs before. True if that is new.
  bool noteUnlocked(ContextId context, const UnlockedCall& call, const AbstractState& state);
  bool isPageable(FunctionRef function) const { return pageable_[function.index()]; }
  // Drops all of `inputs` but the constants that are passed.
  void keepConstants(FunctionRef function, std::vector<Fact>& inputs);
  // A callback that gives back a lock the system took for it.
  bool returnsSystemLock(FunctionRef function) const { return returnsSystemLock_[function.index()]; }
  // True if normal kernel APCs are surely delivered in `state` of `context`.
  bool apcsEnabled(ContextId context, const AbstractState& state) const {
    return facts_.contexts[context.index()].enteredAs.apcsEnabled && state.level < kApcLevel &&
           !state.holdings.mayDisableApcs();
  }
  // True if special kernel APCs are surely off in `state` of `context`, below APC_LEVEL, because of a guarded region.
  bool inGuardedRegion(ContextId context, const AbstractState& state) const {
    if (state.holdings.guardedRegion() != nullptr) return true;
    return facts_.contexts[context.index()].enteredAs.inGuardedRegion && !state.holdings.mayLeaveGuardedRegion();
  }
  Memory& memory() { return *facts_.memory; }
  bool isCallback(FunctionRef function) const { return isCallback_[function.index()]; }
  // True if the system enters some function of the role `role` below the level that the role's contract states, because
  // its registration says so.
  bool isEnteredLow(std::string_view role) const;
  std::size_t depthOf(ContextId id) const;
  // The contract of the macro `name`; null if it has none.
  const Contract* macroContract(StringId name);
  const Condition* condition(const ContractCondition& of);
  Terms& terms(FunctionRef function) { return steering_.terms(function); }
  const Liveness& liveness(FunctionRef function);
  // The number of the member that `field` names, whatever object it is of.
  unsigned numberOf(const Expr& field);
  // What `callee` names as what its caller names in `call`.
  Translation& translation(FunctionRef caller, const CallEvent& call, FunctionRef callee);

  const Program& program_;
  const bool asIfResident_;
  Steering steering_;
  LockGuards guards_;
  bool isUnusual_ = false;  // what is entered now is at a level that is permitted but rare
  IrqlFacts facts_;
  llvm::DenseMap<std::pair<const CallEvent*, std::uint32_t>, std::unique_ptr<Translation>> translations_;
  llvm::DenseMap<std::pair<std::uint32_t, std::uint32_t>, unsigned> memberNumbers_;  // by record and name
  std::vector<std::unique_ptr<Liveness>> liveness_;                                  // by function, once asked for
  std::map<std::tuple<FunctionRef, Irql, EnteredAs>, std::vector<ContextId>> byEntry_;
  std::map<std::tuple<ContextId, SourceLocation, BreachKind, std::string>, std::size_t>
      reported_;  // in facts_.breaches
  std::unordered_map<const ContractCondition*, std::unique_ptr<Condition>> conditions_;
  std::vector<ContextId> stack_;
  std::vector<ContextId> provisional_;                          // ran in a recursion that is not finished
  std::vector<std::optional<const Contract*>> macroContracts_;  // by name
  std::vector<bool> pageable_;  // by function: in a pageable section and not locked down while it runs
  QuietLevels quiet_;
  std::vector<bool> returnsSystemLock_;  // by function
  std::vector<bool> isCallback_;         // by function: the system enters it
  std::uint32_t iteration_ = 0;          // round of the recursion at hand
  std::uint32_t lastIteration_ = 0;
  std::size_t lowest_ = SIZE_MAX;  // least depth of an unfinished context that the run at hand consulted
};

}  // namespace irqlint
