// One function at one entry level, for one valuation of the values that steer it: what it does, and who enters it so.
#pragma once

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/SparseBitVector.h>

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "analyzer/dataflow/AbstractState.h"
#include "analyzer/dataflow/MemoryKinds.h"
#include "analyzer/link/PointsTo.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// A call by which a context is entered.
struct CallSite {
  ContextId caller;
  SourceLocation location;
  Irql level = kPassiveLevel;
  TrailId trail;              // of the caller
  std::string through;        // the API that runs the callee before it returns; "" for a plain call
  bool certain = true;        // false: one of very many targets of a pointer, or a way that is not known to be run
  bool levelGuessed = false;  // in some run of the caller `level` is a guess
};

// A place of a function that runs at DISPATCH_LEVEL or above.
struct RaisedPlace {
  TrailId trail;        // why
  bool certain = true;  // false: the level is a guess, or the way there is
  FunctionRef inlined;  // it is low there, but raised inside this inline function; none: raised there
};

// A lock that a function takes at some time, under its own terms.
struct TakenLock {
  LockState lock;
  BlockId block;        // where in the function
  bool certain = true;  // whatever memory holds, as far as the analysis can tell
};

// How a function is entered, besides the level.
struct EnteredAs {
  // Normal kernel APCs are surely delivered: a thread that asked the driver for something, outside of all regions.
  bool apcsEnabled = false;
  // Special kernel APCs are surely off below APC_LEVEL too: the callers are in a guarded region.
  bool inGuardedRegion = false;
  // The callback as which the system enters it, holding a lock for it; null if it holds none, or code calls it.
  const Contract* lockedRole = nullptr;
  SourceLocation owesWait;  // the call before it that a wait is to follow; no file if there is none

  friend auto operator<=>(const EnteredAs&, const EnteredAs&) = default;
};

// A call inside a function that no caller may make with a spin lock held.
struct UnlockedCall {
  SourceLocation location;
  std::string callee;
  bool certain = true;
};

// An unfinished context that a run asked for its exits, in the version it had then.
struct Consulted {
  ContextId context;
  std::uint32_t version = 0;
};

// What a function does from one entry: its transformer is the set of its exits.
struct Context {
  FunctionRef function;
  Irql entry = kPassiveLevel;
  std::vector<Fact> inputs;  // known values of the function's steering terms at entry
  EnteredAs enteredAs;
  bool isUnusual = false;  // only what enters at a level that is permitted but rare leads here

  llvm::SmallVector<AbstractState, 1> exits;   // facts under the function's terms, those visible to callers only
  llvm::SmallVector<AbstractState, 1> raised;  // the same, where an exception leaves it
  std::vector<ExprId> modified;                // places visible to callers that it may write
  llvm::SparseBitVector<> writtenMembers;      // of objects that callers cannot name: IrqlAnalysis::numberOf each
  std::vector<ExprId> exposed;                 // places visible to callers that it hands to code that is not seen
  std::vector<TakenLock> taken;  // locks that callers can name, and that it takes whether or not it holds them on exit
  std::vector<UnlockedCall> unlockedCalls;  // one, a certain one if there is any
  std::vector<CallSite> callers;
  Irql highest = kPassiveLevel;  // the highest level inside the function and the inline functions it calls
  IrqlSet levels;                // all levels inside, those inside the functions it calls included
  std::map<SourceLocation, RaisedPlace> raisedPlaces;  // with AnalysisOptions::asIfResident: events and branches
  bool isJoin = false;                                 // stands for valuations that were to be kept apart but are not
  bool restores = false;                               // some path gives back a lock or level it took here

  // Tabulation.
  bool running = false;
  bool complete = false;
  bool consulted = false;                // was asked for its exits while running: a recursion
  std::uint32_t iteration = 0;           // round of the recursion it last ran in
  std::size_t lowest = 0;                // least depth of an unfinished context it consulted then
  std::uint32_t version = 0;             // rises with what callers learn of it
  bool isSettled = false;                // its last run found nothing new
  std::vector<Consulted> consultations;  // of its last run, each context once, by the first of them
};

// How a call or an entry breaks what is required.
enum class BreachKind : std::uint8_t {
  TooHigh,            // above the maximum of a contract
  TooLow,             // below the minimum of a contract
  PagedCode,          // pageable code called or entered at DISPATCH_LEVEL or above
  PagedAssertion,     // PAGED_CODE reached at DISPATCH_LEVEL or above, in code that is not pageable
  RaisesInPagedCode,  // the level rises to DISPATCH_LEVEL or above inside pageable code
  InlineRaises,       // pageable code calls an inline function that raises inside
  WrongRestore,       // a lock or level is restored to another level than the one saved
  LockTakenTwice,     // a spin lock is taken that is held already
  RaiseToLower,       // a function that only raises is told a level below the one in force
  LowerToHigher,      // a function that only lowers is told a level above the one in force
  IllegalLevel,       // a number that is no level is passed as one
  StateLevel,         // what was saved at one level is restored at another
  SystemLockLevel,    // the system's lock is given back at another level than the one the system saved
  SystemLockKept,     // a callback returns with the lock that the system took for it
  OutsideDeclared,    // the level leaves the bounds that the function declares for its body
  WaitMissing,        // another call, or the return, comes before the wait that must follow
  ApcsEnabled,        // a lock is taken that wants normal kernel APCs off, and they are on
  ApcsDisabled,       // a call waits for what a special kernel APC ends, and these are off
  LockAcrossCall,     // a spin lock is held across a call that must be made without
  ReleasedTwice,      // a lock or region that the function took itself is given back once more
  PageableTouched,    // memory that may not be there is read or written at DISPATCH_LEVEL or above
  PageableArgument,   // a function that needs resident memory there is given other
};

// The memory that a breach speaks of.
struct BreachMemory {
  ExprId place;  // a term of the function's body: a place, or of an argument the pointer
  MemoryKinds kinds;
  ObjectId object;  // one that is pageable
  bool isWritten = false;
};

struct Breach {
  BreachKind kind = BreachKind::TooHigh;
  ContextId context;
  SourceLocation location;
  Irql level = kPassiveLevel;  // at which it happens
  TrailId trail;
  std::string callee;    // the name the user wrote; "" with PagedCode at an entry
  FunctionRef function;  // the function called or entered, if the program knows it
  const Contract* contract = nullptr;
  Irql required = kPassiveLevel;  // the bound that is broken; WrongRestore: the level that was saved; *To*: that is set
  std::int64_t value = 0;         // IllegalLevel: the number
  ContractEffects effects = 0;    // of the contract as it applies to this call
  std::string condition;          // the contract's condition that sets the bound; "" if it holds always
  bool conditionKnown = true;     // false: whether the condition holds is not known
  bool pathKnown = true;          // false: the level here is a guess, or the way here is
  HoldingKind holding = HoldingKind::Lock;  // ReleasedTwice: what
  // WrongRestore, LockTakenTwice: where the lock was taken. StateLevel: where it was saved. WaitMissing: the call that
  // the wait belongs to. ApcsDisabled: where the region was entered, if that was here. ReleasedTwice: where it was
  // given back before. LockAcrossCall: where the lock was taken.
  SourceLocation related;
  SourceLocation inside;     // LockTakenTwice, SystemLockLevel, LockAcrossCall: the place in the called function
  FunctionRef taker;         // LockAcrossCall: the function called at `related` that took the lock; none: that call did
  SourceLocation stillHeld;  // WrongRestore: where a spin lock that is held beyond it was taken, if that is why
  // PageableTouched: what is touched. PageableArgument: the argument. TooHigh: that whose memory decides, if one does.
  BreachMemory memory;

  // Nothing about it is a guess.
  bool isKnown() const { return conditionKnown && pathKnown; }
};

}  // namespace irqlint
