// What becomes of the memory that the driver takes from pool: who touches it, and where its address goes that nothing
// more is known of.
//
// Built on PointsTo, and wary where that is not exact: what is touched through a pointer that cannot be followed is
// kept by the type of the record, for it may be any memory that is used as one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/SmallVector.h>

#include "analyzer/dataflow/Uses.h"
#include "analyzer/link/PointsTo.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// A place that touches the memory of some allocations.
struct AllocationUse {
  GlobalUse at;
  ExprId pointer;  // a term of the function's that leads there
  ObjectId object;
  std::string how;      // a clause: "is read or written"
  bool isSure = false;  // it is no other memory in view, and the place surely touches it
};

// Of what one call of an allocator makes, over all that it ever makes.
struct AllocationStory {
  std::vector<AllocationUse> uses;  // in order of functions, blocks and events; if it escapes, perhaps only sure ones
  std::optional<Escape> escape;     // the first one
  std::optional<Escape> kernelObject;
  std::set<StringId> records;  // the types as which it is used, without leading underscores
};

class AllocationUses {
 public:
  // `program` must outlive it.
  explicit AllocationUses(const Program& program);

  // Of the allocator that `function` calls by `call`.
  const AllocationStory& of(FunctionRef function, CallId call) const;
  // The places that touch a `record` which may be any.
  const std::vector<GlobalUse>& touchesOfAny(StringId record) const;

 private:
  class Scan;
  using Site = std::uint32_t;  // of stories_
  // What an object may be, or be a member of.
  struct Whole {
    llvm::SmallVector<Site, 2> sites;  // sorted
    bool mayBeUnseen = false;
  };

  const Whole& wholeOf(ObjectId object);
  // Of what `object` holds; sorted.
  const std::vector<Site>& sitesHeldIn(ObjectId object);
  void escape(ObjectId object, SourceLocation location, const std::string& how);
  void escapeSite(Site site, SourceLocation location, const std::string& how);

  const Program& program_;
  std::map<std::pair<std::size_t, std::size_t>, Site> sites_;  // by function and call
  std::vector<AllocationStory> stories_;
  llvm::DenseMap<std::uint32_t, Site> siteOf_;       // by object: of allocations
  std::map<std::uint32_t, Whole> wholes_;            // by object
  std::map<std::uint32_t, std::vector<Site>> held_;  // by object
  llvm::DenseSet<std::uint32_t> escaped_;            // objects
  llvm::DenseSet<std::uint32_t> records_;            // names of which the program mentions a member
  llvm::DenseSet<std::uint32_t> entered_;            // functions that the system enters
  std::map<StringId, std::vector<GlobalUse>> touchesOfAny_;
};

}  // namespace irqlint
