// Where each function, global and allocation of the driver is in memory, and where it may be, from the levels at which
// code runs.
//
// The answer is as if all code were resident: what the driver says of itself by its sections and PAGED_CODE does not
// count, but for a PAGED_CODE on the only ways to it that are not sure. Whatever rests on a guess is unknown, so that
// what may be paged never runs at DISPATCH_LEVEL or above on a path that the analysis knows.
#pragma once

#include <map>
#include <span>
#include <vector>

#include <llvm/ADT/STLFunctionalExtras.h>

#include "analyzer/dataflow/AllocationUses.h"
#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/dataflow/Reachability.h"
#include "analyzer/dataflow/UnreachedCalls.h"
#include "analyzer/dataflow/Uses.h"

namespace irqlint {

class PartitionFinder {
 public:
  // `analyzed` is of an analysis made as if all code were resident, and outlives this.
  explicit PartitionFinder(const AnalyzedProgram& analyzed);

  // The functions in the program's order, then the globals, then the allocations.
  std::vector<PartitionItem> find();

 private:
  // A placement with its ground.
  struct Verdict {
    Placement placement = Placement::Unknown;
    PlacementReason reason = PlacementReason::NeverEntered;
    std::string because;
    std::vector<ThreadFlowLocation> path;
  };
  // A point of a function, in one context.
  struct Point {
    ContextId context;
    TrailId trail;
    SourceLocation location;
    FunctionRef inlined;  // see RaisedPlace
  };

  // Contexts that are entered by code that runs later than the driver's initialisation, or perhaps does.
  std::vector<bool> lateContexts() const;
  // Contexts entered at a level that rests on a guess.
  std::vector<bool> guessedContexts() const;
  // Contexts to which some way leads that no function on it denies: PAGED_CODE is believed against what is merely
  // possible.
  std::vector<bool> credibleContexts() const;
  bool deniesRaised(FunctionRef function) const;
  // In a driver that serves paging I/O: contexts to which some way leads without a PAGED_CODE, which says that the way
  // is none of these. Else none.
  std::vector<bool> pagingContexts() const;
  // What threads and work items may run on behalf of power requests, if the driver takes these itself and does not say
  // that its devices are power pageable. PAGED_CODE says that it is no part of that.
  std::vector<bool> handedPowerContexts() const;
  std::optional<Verdict> onPagingPath(FunctionRef function) const;
  std::vector<ContextId> allRoots() const;
  std::vector<bool> spread(const std::vector<ContextId>& from, llvm::function_ref<bool(ContextId)> leadsOn) const;

  Verdict judge(FunctionRef function) const;
  std::optional<Verdict> mustStay(FunctionRef function) const;
  std::optional<Verdict> onPowerPath(FunctionRef function) const;
  std::optional<Verdict> notKnown(FunctionRef function) const;
  // The system may call it through an interface of its own, at a level that is not known.
  bool isOfSystemInterface(FunctionRef function) const;
  Verdict calledByNobody(FunctionRef function) const;
  bool isOnlyInitialization(FunctionRef function) const;
  bool isLockedDown(FunctionRef function) const;
  bool hasOwnPlace(FunctionRef function) const;
  // The nearest context of the function that is entered raised so surely; none: by unseen callers only.
  std::optional<ContextId> enteredRaised(FunctionRef function, std::optional<Certainty> certainty) const;
  std::vector<ThreadFlowLocation> pathTo(const Point& point) const;
  // The nearest place in the function, entered lower, that runs raised.
  std::optional<Point> raisesInside(FunctionRef function, Certainty certainty) const;
  PartitionItem itemOf(FunctionRef function, const Verdict& verdict) const;
  void addLines(FunctionRef function, PartitionItem& item) const;

  Verdict judgeGlobal(std::size_t global) const;
  // A use that surely runs at DISPATCH_LEVEL or above, the nearest.
  struct RaisedUse {
    Point point;
    std::size_t use = 0;
  };
  std::optional<RaisedUse> raisedUse(std::span<const GlobalUse> uses) const;
  std::vector<ThreadFlowLocation> pathToUse(const RaisedUse& raised, std::string what) const;
  bool mayBeRaised(const GlobalUse& use) const;
  std::optional<Verdict> usedRaised(std::size_t global) const;
  // Nobody is known to use it raised.
  Verdict byItsUsers(std::span<const GlobalUse> uses) const;
  std::string_view residentType(const std::string& type) const;
  PartitionItem itemOfGlobal(std::size_t global, const Verdict& verdict) const;

  // Of the call's own place first, then of all that touches what it allocates.
  Verdict judgeAllocation(const AllocationSite& site, const AllocationUses& all) const;
  std::optional<Verdict> touchedRaised(const AllocationSite& site, const AllocationStory& story) const;
  std::optional<Verdict> maybeTouchedRaised(const AllocationStory& story, const AllocationUses& all) const;
  // The first touch of a `record`, which may be any, that may run raised; null if there is none.
  const GlobalUse* raisedTouchOfAny(StringId record, const AllocationUses& all) const;
  PartitionItem itemOfAllocation(const AllocationSite& site, const Verdict& verdict) const;

  static Residence residenceOf(std::string_view section);
  const Function& at(FunctionRef function) const { return program_[function]; }
  const Context& at(ContextId context) const { return facts_.contexts[context.index()]; }
  Verdict because(PlacementReason reason, std::string text) const;
  Verdict unknownAt(PlacementReason reason, const Escape& escape) const;

  const AnalyzedProgram& analyzed_;
  const Program& program_;
  const IrqlFacts& facts_;
  const Reachability& reach_;
  const Reachability powerUp_;
  const Reachability powerDown_;
  const Uses uses_;
  const UnreachedCalls unreached_;
  std::vector<std::vector<ContextId>> contexts_;                // by function: those that are reached
  std::vector<bool> hasRole_;                                   // by function: the system enters it as something known
  std::vector<bool> late_;                                      // by context
  std::vector<bool> denies_;                                    // by function
  std::vector<bool> credible_;                                  // by context
  std::vector<bool> handedPower_;                               // by context
  std::vector<bool> paging_;                                    // by context
  std::vector<bool> guessed_;                                   // by context
  std::vector<Verdict> functions_;                              // of inline ones too
  mutable std::map<StringId, const GlobalUse*> raisedTouches_;  // what was asked for before
};

}  // namespace irqlint
