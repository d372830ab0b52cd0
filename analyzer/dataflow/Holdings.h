// What a function holds that does not show in the level: locks taken without raising it, and critical and guarded
// regions.
#pragma once

#include <cstdint>
#include <string_view>

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/SmallVector.h>

#include "analyzer/dataflow/SharedList.h"
#include "analyzer/model/Contract.h"
#include "analyzer/model/Expr.h"
#include "analyzer/model/Source.h"

namespace irqlint {

using ContextId = Id<struct ContextTag>;  // a function at one entry level with given steering values

enum class HoldingKind : std::uint8_t { Lock, CriticalRegion, GuardedRegion };

// One lock or region, and how deep the function is in it. Locks and regions count, as resources and regions do.
struct Holding {
  HoldingKind kind = HoldingKind::Lock;
  LockKind lockKind = LockKind::Spin;  // of a lock
  ExprId lock;                         // the argument that names it; none with a region or a global lock
  std::string_view global;             // of a lock that no argument names
  int depth = 0;       // how often it was taken more than given back since the entry; below 0: the caller's
  int lowest = 0;      // the least that depth was
  bool isSure = true;  // false: it depends on the way here; depth says nothing
  // Not part of equality:
  SourceLocation location;  // where the depth became what it is
  bool guarded = false;     // taken only because a condition on memory said so
  ContextId inside;         // the function called there that made it so; none: the call itself did

  bool isSameThing(const Holding& other) const {
    return kind == other.kind && lockKind == other.lockKind && lock == other.lock && global == other.global;
  }
  friend bool operator==(const Holding& a, const Holding& b) {
    return a.isSameThing(b) && a.depth == b.depth && a.lowest == b.lowest && a.isSure == b.isSure;
  }
};

// A set of holdings. What is not in it was not touched since the entry; what is in it with depth and lowest 0 was taken
// and given back.
class Holdings {
 public:
  enum class GivenBack : std::uint8_t {
    Held,     // was taken here
    Again,    // was taken here and given back already
    Callers,  // was not taken here: the caller's, if anyone's
    Unknown,
  };

  // Both take the name and the location from `thing`.
  void take(const Holding& thing);
  // Whose it was. A lock that is not held by this name is taken for one of its kind that is held by another.
  GivenBack giveBack(const Holding& thing);
  // Nothing is known any more of `thing`.
  void lose(const Holding& thing);
  // The same for all locks whose name `isStale`: it may mean other objects by now.
  void loseLocks(llvm::function_ref<bool(ExprId)> isStale);

  // True if something was taken for sure, and not only because memory said so.
  bool surelyHolds() const;
  // True if normal kernel APCs may be off because of a region.
  bool mayDisableApcs() const;
  // The guarded region that is surely entered, and not only because memory said so; null if there is none.
  const Holding* guardedRegion() const;
  // True if a guarded region of the caller may have been left.
  bool mayLeaveGuardedRegion() const;
  // Least upper bound into this. True if it changed.
  bool join(const Holdings& other);
  // True if all that `special` admits is admitted by this.
  bool admits(const Holdings& special) const;

  bool empty() const { return all_.empty(); }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }
  // The state of what `thing` names; null if it was not touched.
  const Holding* find(const Holding& thing) const;

  friend bool operator==(const Holdings&, const Holdings&) = default;

 private:
  Holding& at(const Holding& thing);

  SharedList<Holding, 4> all_;  // sorted by what they name
};

}  // namespace irqlint
