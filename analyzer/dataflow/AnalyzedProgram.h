// The questions a rule may ask of the analysed driver.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <llvm/ADT/STLFunctionalExtras.h>

#include "analyzer/dataflow/Context.h"
#include "analyzer/dataflow/Memory.h"
#include "analyzer/link/Program.h"
#include "analyzer/model/Finding.h"
#include "analyzer/model/Partition.h"

namespace irqlint {

struct IrqlFacts;

// One broken requirement, over all contexts that break it, with what else the same cause breaks in the same function.
struct BreachGroup {
  const Breach* breach = nullptr;  // on the shortest path from the best known entry
  IrqlSet levels;                  // all levels at which it is broken
  Certainty certainty = Certainty::Definite;
  std::vector<const Breach*> sameCause;  // other places of the function
  std::optional<std::size_t> witness;    // the root to show the way from; none: the nearest
};

// A path on which a function leaves at another level than the caller can expect.
struct ExitLeak {
  ContextId context;
  Irql entry = kPassiveLevel;
  Irql level = kPassiveLevel;  // on return
  TrailId trail;
  SourceLocation location;    // the return
  bool isEntryPoint = false;  // the system gets the level; else: other paths of the function restore it
  Certainty certainty = Certainty::Definite;
};

// A path on which a function returns with a lock or region, taken without raising the level, that it gives back on
// others, or with one that the system does not expect.
struct HoldingLeak {
  ContextId context;
  HoldingKind kind = HoldingKind::Lock;
  int depth = 0;  // below 0: given back, but not taken
  TrailId trail;
  SourceLocation taken;     // or given back
  SourceLocation location;  // the return
  SourceLocation other;     // a return by which it is given back; none with an entry point
  Certainty certainty = Certainty::Definite;
};

// Where, and at which levels, a function can be entered.
struct EntryLevel {
  Irql level = kPassiveLevel;
  Certainty certainty = Certainty::Definite;
  ContextId context;  // on the shortest path
};

// A way into code that may not be in memory: discarded once the driver is initialised and reached from code that may
// run later, or pageable and reached while the paging disk may be off.
struct LateEntry {
  FunctionRef function;     // the absent one
  FunctionRef caller;       // calls it at `location`; none: the system enters it
  const EntryPoint* entry;  // where the way starts
  SourceLocation location;  // of the call or the registration
  Certainty certainty = Certainty::Definite;
  std::vector<ThreadFlowLocation> codeFlow;
};

// A use of data that is discarded once the driver is initialised, in code that may run later.
struct LateUse {
  std::size_t global = 0;   // in Program::globals
  FunctionRef function;     // uses it at `location`
  const EntryPoint* entry;  // where the way starts
  SourceLocation location;
  Certainty certainty = Certainty::Definite;
  std::vector<ThreadFlowLocation> codeFlow;
};

// A use of PAGED_CODE or a relative in a function's body.
struct PagedAssertion {
  std::string name;
  SourceLocation location;
  bool locks = false;      // PAGED_CODE_LOCKED: pageable but locked down while it runs
  bool isWritten = false;  // there, not in the body of another macro
};

// What a call or an assertion at the start of a function requires of the level at which the function is entered.
struct EntryDemand {
  std::string name;  // of what is called
  SourceLocation location;
  std::optional<Irql> minimum;
  std::optional<Irql> maximum;
};

// An annotation that promises an effect on the level which the body never has.
struct UnperformedEffect {
  enum class Kind : std::uint8_t { Raises, Saves, Restores };
  FunctionRef function;
  Kind kind = Kind::Raises;
  Irql declared = kPassiveLevel;  // Raises: the level on return
  Irql entry = kPassiveLevel;     // Raises: a level of entry ...
  Irql exit = kPassiveLevel;      // ... and the one it returns at then
  SourceLocation location;        // Raises: of a return. Else: of the function
  std::string parameter;          // that would keep the level; "" for the result
};

// A function that returns at another level than it is entered at, whatever the path, and has no annotation that says
// so.
struct UndeclaredChange {
  FunctionRef function;
  Irql entry = kPassiveLevel;
  Irql exit = kPassiveLevel;
};

struct AnalysisOptions {
  // Where code lies is no concern, nor what it asserts and declares of its own levels: what runs where is asked, not
  // what must not. Needed for the partition.
  bool asIfResident = false;
};

struct AnalysisStatistics {
  std::size_t contexts = 0;
  std::size_t joinedVariants = 0;
  std::size_t joinedStates = 0;
  std::size_t joinedContexts = 0;
};

class AnalyzedProgram {
 public:
  AnalyzedProgram(const Program& program, std::unique_ptr<IrqlFacts> facts, const AnalysisOptions& options);
  AnalyzedProgram(AnalyzedProgram&&) noexcept;
  ~AnalyzedProgram();

  const Program& program() const { return program_; }

  // The breaches `wanted` selects, grouped by cause, in order of place; those at places `apart` selects, if it is
  // given, in groups of their own.
  std::vector<BreachGroup> breaches(const std::function<bool(const Breach&)>& wanted,
                                    const std::function<bool(SourceLocation)>& apart = nullptr) const;
  // Functions that return raised (or lowered) on some path only, and entry points that return at another level.
  std::vector<ExitLeak> exitLeaks() const;

  // What functions keep hold of on some path only, and entry points on any; in order of the function and the place.
  std::vector<HoldingLeak> holdingLeaks() const;

  // Spin locks that are given back where nobody can hold them: on some path only, while others take them first, so that
  // no caller can know; or by an entry point, to which the system hands none. `taken` is the place of the release,
  // `other` a return that is reached with the lock taken and given back. In order of the function and the place.
  std::vector<HoldingLeak> unheldReleases() const;

  // The ways into discarded code, in order of the function and the place.
  std::vector<LateEntry> lateEntries() const;

  // The uses of discarded data, in order of the globals; for each function that uses one, the first.
  std::vector<LateUse> lateUses() const;

  // The ways into pageable code from the callbacks that take part in such a change of a device's power.
  enum class PowerChange : std::uint8_t { Up, Down };
  std::vector<LateEntry> pagedPowerEntries(PowerChange change) const;

  // The levels at which `function` can be entered, lowest first.
  std::vector<EntryLevel> entryLevels(FunctionRef function) const;
  // The levels `function` leaves behind when entered as `context` says.
  IrqlSet exitLevels(ContextId context) const;

  // The assertions of pageable code in the body of `function`, in source order.
  std::vector<PagedAssertion> pagedAssertions(FunctionRef function) const;

  // The first return of `function` that is reached past all its assertions; none if every way meets one.
  std::optional<SourceLocation> uncheckedReturn(FunctionRef function) const;

  // What every call of `function` meets before the first branch and before the level may change, in order.
  std::vector<EntryDemand> entryDemands(FunctionRef function) const;

  // In order of the functions.
  std::vector<UnperformedEffect> unperformedEffects() const;
  // Only of functions that have other annotations on the level, or that are open to other files and share theirs with
  // one that declares such a change.
  std::vector<UndeclaredChange> undeclaredChanges() const;

  // Where memory lies.
  Memory& memory() const;
  // Where `object` is allocated; none if it is no allocation.
  SourceLocation madeAt(ObjectId object) const;
  // How what a breach speaks of came to be pageable memory: where that was allocated or placed, and how its address got
  // to the pointer at hand. Empty if the breach speaks of no memory.
  std::vector<ThreadFlowLocation> memoryStory(const Breach& breach) const;
  std::vector<ThreadFlowLocation> memoryStory(FunctionRef function, ExprId pointer, ObjectId object) const;

  FunctionRef functionOf(ContextId context) const;
  // The role as which the system enters `context` with a lock held; null if it does not.
  const Contract* lockedRoleOf(ContextId context) const;
  // The entry point from which `context` is reached, by way of a BreachGroup's witness if there is one.
  const EntryPoint& entryPointOf(ContextId context, std::optional<std::size_t> witness = {}) const;
  // The steps from the entry point to the point of `context` that `trail` describes. Depths start at 1.
  std::vector<ThreadFlowLocation> codeFlow(ContextId context, TrailId trail,
                                           std::optional<std::size_t> witness = {}) const;

  // Where each function and global is and may be, in order of the functions, then of the globals; nothing unless the
  // analysis was made as if all code were resident.
  const std::vector<PartitionItem>& partition() const { return partition_; }

  // Defined functions of the driver that no context enters, and all of them.
  std::size_t functionsAnalysed() const;
  AnalysisStatistics statistics() const;

 private:
  friend class PartitionFinder;
  // The ways into functions that are `isAbsent`, from those that are not and from the system.
  std::vector<LateEntry> waysInto(const class Reachability& late,
                                  llvm::function_ref<bool(const FunctionSummary&)> isAbsent) const;
  // The steps as `reach` knows the way to `context`.
  std::vector<ThreadFlowLocation> codeFlow(const class Reachability& reach, ContextId context, TrailId trail,
                                           std::optional<std::size_t> witness) const;
  void appendTrail(TrailId trail, std::uint32_t depth, std::vector<ThreadFlowLocation>& flow) const;
  // True if the level comes from a function that is itself reported for leaving it behind.
  std::vector<const Breach*> withForbiddenEntries(std::vector<const Breach*> breaches) const;
  bool isBlamedOnLeak(ContextId context, TrailId trail) const;
  // True if `function` is itself reported for returning with a lock held.
  bool keepsLock(FunctionRef function) const;
  bool isBlamedHere(TrailId trail) const;
  void findExitLeaks();
  // Makes sure that it is known of every function whose return is a step of `trail` whether it leaks.
  void decideCallees(TrailId trail);
  bool leaks(ContextId context);

  const Program& program_;
  std::unique_ptr<IrqlFacts> facts_;
  std::unique_ptr<class Reachability> reach_;
  std::vector<ExitLeak> leaks_;
  std::vector<PartitionItem> partition_;
  std::vector<std::uint8_t> leakState_;  // by context: unknown, being decided, sound, leaks
};

// Runs the analyses over `program`, which must outlive the result.
AnalyzedProgram analyse(const Program& program, const AnalysisOptions& options = {});

// What `irqlint irql FUNCTION` prints: the levels at which the functions of that name can be entered and what they
// leave behind, each with the path that shows it; "" if there is no such function.
std::string explainIrql(const AnalyzedProgram& program, std::string_view function);

// What `irqlint explain assumptions` prints.
std::string assumptionsText();

}  // namespace irqlint
