// What is known at one point of a function: the level, what places hold, which locks are held.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <llvm/ADT/STLFunctionalExtras.h>

#include "analyzer/dataflow/Holdings.h"
#include "analyzer/dataflow/SharedList.h"
#include "analyzer/dataflow/Terms.h"
#include "analyzer/dataflow/Value.h"
#include "analyzer/model/Contract.h"
#include "analyzer/model/Irql.h"

namespace irqlint {

using TrailId = Id<struct TrailTag>;  // Provenance: the last step that changed the level

struct Fact {
  ExprId term;
  KnownValue value;

  friend bool operator==(const Fact&, const Fact&) = default;
};

// `place`, a local, a call's result or a member, holds what `value` is now: neither was written since.
struct Equality {
  ExprId place;
  ExprId value;

  friend bool operator==(const Equality&, const Equality&) = default;
  friend bool operator<(const Equality& a, const Equality& b) {
    return a.place != b.place ? a.place < b.place : a.value < b.value;
  }
};

// A spin lock: held (levelBefore is the level before it was taken), or released without having been taken here.
struct LockState {
  ExprId lock;              // the argument that names it; none with a global lock
  std::string_view global;  // "cancel", for a lock that no argument names
  bool held = true;
  Irql levelBefore = kPassiveLevel;
  FunctionRef taker;       // the function called at `location` that took it; none: the call itself did
  bool isSystems = false;  // the system took it before it entered the function
  // Not part of equality:
  SourceLocation location;
  bool guarded = false;   // taken only because a condition on memory said so
  ExprId object;          // the lock itself, which `lock` may only stand for (a queue handle); none: not known
  bool isMoved = false;   // what leads to `object` was written since: its name may mean another lock by now
  bool isShared = false;  // others may hold it so at the same time

  friend bool operator==(const LockState& a, const LockState& b) {
    return a.lock == b.lock && a.global == b.global && a.held == b.held && a.levelBefore == b.levelBefore &&
           a.isSystems == b.isSystems;
  }
};

// Takes the lock that `released` names out of `locks` and gives its state; where that lock is not there but others are,
// it is one of them under another name, the newest presumably, and `sameName` is false. Nothing if no lock is held.
std::optional<LockState> takeOut(std::vector<LockState>& locks, const LockState& released, bool& sameName);

// The lock of `locks` that is the one that `taken` names, held, and not to be had twice; null if there is none.
const LockState* heldTwice(std::span<const LockState> locks, const LockState& taken);

struct AbstractState {
  Irql level = kPassiveLevel;
  std::vector<LockState> locks;     // in order of acquisition
  Holdings holdings;                // what leaves the level alone
  SharedList<Fact> facts;           // sorted by term; a term without a fact may have any value
  SharedList<Equality> equalities;  // sorted by place
  // Sorted by place: members that callers can name hold what `value` was when the function was entered.
  SharedList<Equality> origins;
  KnownValue returned;  // once a return statement was passed
  // What it returned, where a caller can name that, or the local object that becomes the caller's; else none.
  ExprId returnedTerm;
  // The way here skipped a lock operation that a condition on memory guards, so that only the running driver knows
  // whether the lock is held: what breaks here is possible, not definite.
  bool guardSkipped = false;
  bool guardTaken = false;    // the next lock taken is one that such a condition guards
  bool levelGuessed = false;  // the level was restored from a value nothing is known of
  bool raiseGuessed = false;  // an exception led here that nothing is known to raise
  SourceLocation owesWait;    // the call that the next one must follow up with a wait; no file if there is none

  // Provenance; not part of equality.
  TrailId trail;
  SourceLocation exit;  // the return statement

  // What happens here happens on some run, as far as the analysis can tell.
  bool isCertain() const { return !guardSkipped && !levelGuessed && !raiseGuessed; }
  bool sameLevelAndLocks(const AbstractState& other) const { return level == other.level && locks == other.locks; }
  // What is kept apart before all else. A guess that joined what is known would taint it.
  bool sameIrqlState(const AbstractState& other) const {
    return sameLevelAndLocks(other) && guardSkipped == other.guardSkipped && levelGuessed == other.levelGuessed &&
           raiseGuessed == other.raiseGuessed && owesWait == other.owesWait;
  }
  // Same in all that tells variants of one IRQL state apart. What is held goes with the variables that remember it:
  // where they join, it is not sure any more.
  bool sameVariant(const AbstractState& other) const {
    return facts == other.facts && returned == other.returned && holdings == other.holdings;
  }

  friend bool operator==(const AbstractState& a, const AbstractState& b) {
    return a.sameIrqlState(b) && a.sameVariant(b) && a.equalities == b.equalities && a.origins == b.origins &&
           a.returnedTerm == b.returnedTerm;
  }
};

// Least upper bound of two states of the same IRQL state, into `state`. True if `state` changed. With `widen`, a bound
// of a fact that moves is given up, so that repeated joins come to an end.
bool joinInto(AbstractState& state, const AbstractState& other, bool widen = false);
// True if everything `state` admits is admitted by `general` (of the same IRQL state).
bool isSubsumed(const AbstractState& state, const AbstractState& general);

// Reads what one state knows, under the terms of its function.
class KnownFacts {
 public:
  KnownFacts(const Terms& terms, const AbstractState& state) : terms_(terms), state_(state) {}

  // What is known of the value of `expr`; a function's address is a number of its own.
  KnownValue evaluate(ExprId expr) const;
  // The fact about member `name` of the object at `place`, whatever its record is called.
  KnownValue member(ExprId place, StringId name) const;
  // What `value` is known to equal; itself where nothing is.
  ExprId resolve(ExprId value) const;

  // The number that stands for a function's address, and back.
  static KnownValue addressOf(FunctionRef function);
  static FunctionRef functionAt(const KnownValue& value);

 protected:
  // What is recorded of `term` itself; null if nothing is.
  const KnownValue* find(ExprId term) const;

 private:
  std::optional<bool> areSameObject(ExprId a, ExprId b) const;
  KnownValue evaluateBinary(const Expr& expr) const;

  const Terms& terms_;
  const AbstractState& state_;
};

// Changes what one state knows as well.
class Facts : public KnownFacts {
 public:
  Facts(const Terms& terms, AbstractState& state) : KnownFacts(terms, state), terms_(terms), state_(state) {}

  void set(ExprId term, const KnownValue& value);
  // Forgets all that depends on `place`, because it was written.
  void forget(ExprId place) { forget(llvm::ArrayRef(place)); }
  // The same for all of `places`, written in this order.
  void forget(llvm::ArrayRef<ExprId> places);
  // Forgets what is known of members, of whatever object, that `isWritten` is true of.
  void forgetMembers(llvm::function_ref<bool(const Expr&)> isWritten);
  // Forgets all that is known of the object at `place` and its parts by this name, because it may have been written.
  void forgetObject(ExprId place);
  // place <- value.
  void assign(ExprId place, ExprId value);
  // `place`, just written, holds what `value` is, until one of them is written.
  void equate(ExprId place, ExprId value);
  // `place`, just written, holds what `value` was at the function's entry, until it is written.
  void setOrigin(ExprId place, ExprId value);
  // Takes `condition` to be non-zero (or zero). False if that cannot be: the path is infeasible.
  bool assume(ExprId condition, bool holds);
  // The same, for a condition that by itself can be so.
  bool assumePossible(ExprId condition, bool holds);
  // Takes `value` to be `known`, and a condition that it is to hold or not. False if it cannot be.
  bool assumeValue(ExprId value, const KnownValue& known);
  // Takes `expr` to lie in `range`. False if it cannot.
  bool restrict(ExprId expr, const KnownValue& range);

 private:
  void splitCleared(ExprId place);
  bool assumeComparison(const Expr& expr, bool holds);
  void moveLocks(llvm::function_ref<bool(ExprId)> mentions);

  const Terms& terms_;
  AbstractState& state_;
};

}  // namespace irqlint
