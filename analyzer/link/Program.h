// The whole driver: the summaries of all units as one, under program-wide ids, read-only.
//
// A linked program uses the id types of the summaries, but every id means the program's own table: FunctionRef indexes
// Program::functions, StringId Program::strings, and so on, also inside the bodies.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <llvm/ADT/DenseSet.h>

#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/model/Contract.h"
#include "analyzer/model/Finding.h"
#include "analyzer/model/TuSummary.h"

namespace irqlint {

// A function of the program: its summary, merged over the units, and what is known of its name.
struct Function {
  FunctionSummary summary;
  // What its callers must obey: the annotations of the code, for foreign functions what the database says. Null if
  // neither speaks of the IRQL.
  const Contract* contract = nullptr;
  // The contract was read from annotations in the driver's own code, not from the database.
  bool contractIsDeclared = false;

  bool isDefined() const { return summary.body.has_value(); }
  const std::string& name() const { return summary.name; }
  bool isDynamicType() const { return summary.name.ends_with(kDynamicTypeName); }
};

// Why and at which levels the system (or an unseen caller) enters a function.
struct EntryPoint {
  enum class Cause : std::uint8_t {
    RoleDeclared,  // declared with a callback's function type
    Registered,    // passed to an API that registers it
    Stored,        // stored into a field that the system calls through
    Annotated,     // nobody is seen to call it; its annotations say at which levels it may be
    Unseen,        // nobody is seen to call it and nothing declares its level
  };
  FunctionRef function;
  Cause cause = Cause::Unseen;
  const Contract* role = nullptr;  // the callback's contract; null with Annotated and Unseen
  std::string roleName;            // "KDEFERRED_ROUTINE"
  IrqlSet levels;                  // at which it is entered
  IrqlSet unusualLevels;           // permitted as well, but rare: what breaks only there is possible, not definite
  bool isSometimesRaised = false;  // it surely comes at the unusual levels too, but not known is for which requests
  bool apcsEnabled = false;        // in a thread that asks the driver for something, normal kernel APCs enabled
  bool noPagingIo = false;         // has no part in bringing pages in
  bool isPowerRequest = false;     // requests that change the power of the driver's devices, as they are
  std::string registrar;           // the API or record::field that made it one; "" if neither
  SourceLocation location;         // of the registration or the declaration
};

// What a call may run.
struct CallTargets {
  std::vector<FunctionRef> functions;  // in order of their index
  bool mayBeOther = false;             // or something that is not seen: the pointer is also given what is not known
  bool isOneOfSeveral = false;         // other calls through pointers run the same: which runs which is not known
};

// A call that runs one of its arguments before it returns.
struct SynchronousCallback {
  std::uint32_t parameter = 0;
  std::vector<FunctionRef> functions;
  const Contract* role = nullptr;  // null: nothing is known of the level
  bool atCallersLevel = false;     // else at the level of the role's contract
};

// The sections of the image that the driver locks down in memory.
struct LockedSections {
  std::set<std::string, std::less<>> names;
  bool cannotBeSeen = false;  // of some call it cannot be seen what it locks
};

// What the driver says of page faults, most of it for the time while its devices change power; each the first place
// where it says so.
struct PowerPaging {
  SourceLocation forbidden;   // they cannot be served
  SourceLocation allowed;     // the system sees to it that they can
  SourceLocation served;      // at any time, that they are served by this driver, among others
  SourceLocation fileSystem;  // the driver is one
  // The same by flags of the device objects, which it may also copy from others or clear.
  SourceLocation inrushSet;
  SourceLocation pageableSet;
  SourceLocation flagsDoubtful;
};

class MemberFunctions;
class PointsTo;

class Program {
 public:
  std::vector<std::string> files;
  StringTable strings;
  std::vector<Function> functions;
  std::vector<GlobalSummary> globals;
  ExprTable globalExprs;
  std::vector<Initialiser> initialisers;
  std::vector<FunctionPointerField> functionPointerFields;
  llvm::DenseSet<std::uint32_t> ownRecords;  // of the project: indices of names as Expr::record has them
  std::vector<Problem> problems;             // of the units and of linking
  std::vector<AllocText> allocTexts;
  std::vector<SuppressionDirective> suppressions;  // each once, however many units read it
  std::vector<std::uint64_t> fileHashes;           // parallel to `files`; 0: not known
  std::vector<EntryPoint> entryPoints;
  // The creating APIs whose objects, as far as the program has any, all choose a level for their callbacks.
  std::set<std::string, std::less<>> passiveCreations;
  LockedSections lockedSections;
  PowerPaging powerPaging;
  std::uint32_t sourceLines = 0;
  std::uint32_t units = 0;

  const Function& operator[](FunctionRef ref) const { return functions[ref.index()]; }
  // For a report: the file by its path.
  Location locate(SourceLocation location) const;

  // True if `function` is placed in a section that may be paged out whenever the function runs: a pageable one that
  // the driver never locks down (see the assumption "locked-sections").
  bool isPageable(const FunctionSummary& function) const;

  // The targets of call `id` of `caller`; a direct call has its callee.
  const CallTargets& targets(FunctionRef caller, CallId id) const;
  const PointsTo& pointsTo() const;
  // The functions that `place`, a term of `function`'s, may hold if it is a member of objects that can all be seen,
  // sorted; else empty.
  std::vector<FunctionRef> heldBy(FunctionRef function, const ExprTable& exprs, ExprId place) const;
  // The arguments of call `id` that it runs before it returns.
  std::vector<const SynchronousCallback*> synchronousCallbacks(FunctionRef caller, CallId id) const;

  // True if `method` is `base` or overrides it, directly or not.
  bool isOverriderOf(FunctionRef method, FunctionRef base) const;
  // What a virtual call of `method` runs on an object whose dynamic type is `type`; none if the two do not fit.
  FunctionRef overriderIn(FunctionRef type, FunctionRef method) const;

  const DdiDatabase& ddi() const { return *ddi_; }

 private:
  friend class Linker;
  const DdiDatabase* ddi_ = nullptr;
  std::deque<Contract> declaredContracts_;
  std::vector<std::vector<CallTargets>> targets_;  // by function, by call
  std::shared_ptr<const MemberFunctions> memberFunctions_;
  std::vector<std::vector<std::pair<CallId, SynchronousCallback>>> synchronous_;
};

// Links the summaries: namesakes merged, ids made program-wide, contracts attached, function pointers resolved, entry
// points found. The order of the summaries decides nothing but which of several equal definitions is kept. `ddi` must
// outlive the program.
Program linkProgram(std::vector<TuSummary> summaries, const DdiDatabase& ddi);

}  // namespace irqlint
