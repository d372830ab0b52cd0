// Which functions the members of one object hold.
//
// A store to a member counts for the objects that its base may be. Where a helper stores to the object it is given
// (`init(&Map, Allocate, Free)`), every call stores its own functions to its own object, and a default that the caller
// replaces at once does not count. Of an object that cannot be seen nothing is said.
#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "analyzer/link/FunctionPointers.h"
#include "analyzer/link/PointsTo.h"
#include "analyzer/link/Program.h"

namespace irqlint {

class MemberFunctions {
 public:
  // `program`'s calls must be resolved, its entry points found.
  MemberFunctions(const Program& program, FunctionPointers& pointers);

  // The functions that `place`, a term of `function`'s, may hold if it is a member of objects that can all be seen,
  // sorted; else empty.
  std::vector<FunctionRef> heldBy(FunctionRef function, const ExprTable& exprs, ExprId place) const;

  const PointsTo& pointsTo() const { return pointsTo_; }

 private:
  class Search;
  // By record and name of the member, what it holds, sorted.
  using Members = std::map<std::pair<StringId, StringId>, std::vector<FunctionRef>>;

  Members::key_type keyOf(const Expr& member) const { return {pointsTo_.plainRecord(member.record), member.text}; }

  PointsTo pointsTo_;
  std::map<ObjectId, Members> objects_;  // those that a function is seen to be stored to
  Members unseen_;                       // what is stored to objects that cannot be seen
  std::set<Members::key_type> named_;    // the members of all of objects_: most members hold no function
};

}  // namespace irqlint
