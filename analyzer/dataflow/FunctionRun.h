// The worklist over one function body in one context.
#pragma once

#include <llvm/ADT/SmallVector.h>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "analyzer/dataflow/ContractTransfer.h"
#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/dataflow/StateSet.h"

namespace irqlint {

class FunctionRun {
 public:
  FunctionRun(IrqlAnalysis& analysis, ContextId context);

  // Moves states through the body until nothing changes; exits, breaches and callers' call sites are stored as they are
  // found. True if the context's exits or modified places grew.
  bool run();

 private:
  using States = llvm::SmallVector<AbstractState, 1>;

  Context& context() { return analysis_.facts_.contexts[id_.index()]; }
  const Function& function() { return analysis_.program_[function_]; }

  // From the block at hand; none at the entry.
  void push(BlockId block, AbstractState state);
  bool holdsNothing(const AbstractState& state);
  bool isQuietFrom(BlockId block, const AbstractState& state);
  void process(BlockId block, AbstractState entry);
  void terminate(const BasicBlock& block, AbstractState state);
  void terminateBranch(const Terminator& terminator, AbstractState state);
  void noteGuard(BlockId to, BlockId past, AbstractState& taken);
  void terminateSwitch(const Terminator& terminator, const AbstractState& state);
  static States distinct(States states);
  bool step(const BasicBlock& block, std::size_t event, AbstractState& state);
  void assign(const AssignEvent& event, AbstractState& state);
  std::vector<Fact> bitsAfter(const AssignEvent& event, const AbstractState& state) const;
  bool assumeAnyway(ExprId condition, AbstractState& state);
  bool macro(const BasicBlock& block, std::size_t event, AbstractState& state);
  States call(const Event& event, const CallEvent& call, const AbstractState& state);
  bool mayRunUnseen(const CallEvent& call, FunctionRef known) const;
  States callFunction(const Event& event, const CallEvent& call, FunctionRef callee, bool certain,
                      const AbstractState& state);
  States enterCallee(const Event& event, const CallEvent& call, FunctionRef callee, bool certain,
                     const AbstractState& state);
  bool assumeArguments(const CallEvent& call, ContextId callee, const AbstractState& exit, AbstractState& state);
  void judgeTaken();
  bool isAlwaysPassed(BlockId block) const;
  bool readsMemory(ExprId expr) const;
  void noteUnlocked(const Event& event, FunctionRef callee, ContextId entered, const AbstractState& state);
  static bool leavesHeld(const Context& callee);
  void noteTaken(const Event& event, const CallEvent& call, FunctionRef callee, ContextId entered,
                 const AbstractState& state);
  void callSynchronously(const Event& event, const CallEvent& call, const AbstractState& state);
  AbstractState returned(const Event& event, const CallEvent& call, ContextId callee, const AbstractState& exit,
                         const AbstractState& before);
  ExprId nameHere(const CallEvent& call, ContextId callee, const AbstractState& exit, ExprId term);
  void takeOrigins(const CallEvent& call, ContextId callee, const AbstractState& exit, const AbstractState& before,
                   AbstractState& after);
  static bool dropsAndRetakes(const AbstractState& exit);
  std::optional<Irql> applyLocks(const Event& event, const CallEvent& call, ContextId callee, const AbstractState& exit,
                                 const AbstractState& before, AbstractState& after);
  void applyHoldings(const Event& event, const CallEvent& call, ContextId callee, const AbstractState& exit,
                     const AbstractState& before, AbstractState& after);
  // What `call` may run; `known` is where the one that a pointer surely holds is kept.
  std::span<const FunctionRef> targetsOf(const CallEvent& call, const AbstractState& state, FunctionRef& known,
                                         bool& certain);
  KnownValue evaluateInput(ExprId term, const AbstractState& state);
  std::vector<Fact> inputsFor(FunctionRef callee, const CallEvent& call, const AbstractState& state);
  std::string_view nameOf(const Event& event, FunctionRef callee);
  void noteLevel(const AbstractState& before, const AbstractState& after, const Event& event, FunctionRef callee);
  ExprId originOf(ExprId value, const AbstractState& state);
  void setOrigin(ExprId place, ExprId origin, AbstractState& state);
  void noteExposed(ExprId place);
  void noteWrite(ExprId place);
  void noteHiddenWrite(const Terms& terms, ExprId place);
  void noteInside(Irql level);
  void noteRaised(SourceLocation location, const AbstractState& state);
  void noteRaisedInside(const Event& event, const Context& callee, const AbstractState& state);
  void noteOutside(const Event& event, FunctionRef callee, const AbstractState& before, const States& after,
                   IrqlSet inside);
  AbstractState afterUnknown(const CallEvent& call, const AbstractState& before);
  // Reports what event `event` of the block at hand touches that may not be in memory.
  void judgeTouches(std::size_t event, const AbstractState& state);
  void raise(AbstractState state);
  void leaveByException(AbstractState state);
  void mayRaise(const AbstractState& state);
  void mayRaise(const AssignEvent& event, const AbstractState& state);
  void mayRaise(const ContractCall& call, const AbstractState& state);
  void raiseFrom(const Event& event, const CallEvent& call, ContextId callee, bool certain, const AbstractState& state);
  void noteGuarded(const AbstractState& before, const States& after);
  States possiblyRaised(BlockId guarded, BlockId handler);
  bool goesOn(BlockId block) const;
  bool enterHandlers();
  void judgeExit(const AbstractState& exit);
  void judgeSystemLock(const Event& event, FunctionRef callee, const AbstractState& exit, const LockState& change,
                       const AbstractState& before);
  void exit(AbstractState exit);
  void keepForCallers(AbstractState& exit) const;
  ExprId resultOf(const CallEvent& call);

  IrqlAnalysis& analysis_;
  ContextId id_;
  FunctionRef function_;
  const FunctionBody& body_;
  Terms& terms_;
  const Liveness& live_;
  std::vector<StateSet> blocks_;
  // Blocks are numbered in reverse post-order: what comes before a join is done before the join.
  std::set<std::pair<BlockId, std::size_t>> worklist_;
  std::vector<llvm::SmallVector<BlockId, 2>> next_;  // by block: where states went on to
  BlockId current_;                                  // the block at hand
  StateSet exits_;
  StateSet raised_;                             // the ways out by exception
  std::map<BlockId, StateSet> possiblyRaised_;  // by handler: where something may raise that is not known to
  std::set<BlockId> changesInside_;             // handlers that see different levels or locks
  bool grew_ = false;
};

}  // namespace irqlint
