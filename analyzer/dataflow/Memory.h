// Where memory lies: what pointers lead to, and which events touch what may not be in memory.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <llvm/ADT/DenseMap.h>

#include "analyzer/dataflow/Constants.h"
#include "analyzer/dataflow/MemoryKinds.h"
#include "analyzer/link/PointsTo.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// An event that reads or writes memory which may be pageable.
struct MemoryTouch {
  BlockId block;
  std::size_t event = 0;  // of the block; as many as it has: its terminator
  SourceLocation location;
  ExprId place;
  bool isWritten = false;
  MemoryKinds kinds;
  ObjectId object;  // one that is pageable
};

// A call that makes a kernel object, which must be resident, of memory that may be pageable.
struct MisplacedObject {
  FunctionRef function;
  SourceLocation location;
  std::string api;
  std::string type;  // "KEVENT"
  ExprId pointer;    // a term of `function`'s
  MemoryKinds kinds;
  ObjectId object;  // one that is pageable
};

// A wait in user mode, in which the stack of the waiting thread may be paged out, for an object on that stack which
// other threads use meanwhile.
struct StackWait {
  FunctionRef function;
  SourceLocation location;
  std::string api;
  ObjectId object;
  // A use by another thread: the call of `usedBy` in `user` that is given `pointer`, a term of `user`'s.
  FunctionRef user;
  SourceLocation usedAt;
  std::string usedBy;
  ExprId pointer;
  FunctionRef routine;          // that was registered to get the address; none if it went through memory
  SourceLocation registeredAt;  // if there is a routine
};

// A call of an allocator that takes memory from pool.
struct AllocationSite {
  FunctionRef function;
  CallId call;
  SourceLocation location;
  std::string api;
  const Allocator* allocator = nullptr;
  ExprId tag;                         // a term of `function`'s; none if the allocator takes none
  std::optional<std::uint64_t> size;  // in bytes, if it is the same for every call
  MemoryKinds kinds;                  // over all that call the function
};

class Memory {
 public:
  // `program` must outlive it.
  explicit Memory(const Program& program);

  // False: nothing in the program is known to be pageable.
  bool hasPageable() const { return hasPageable_; }
  MemoryKinds kindsOf(ObjectId object);
  // Of what `pointer`, a term of `function`'s in `exprs`, points to, and of what the place `place` lies in.
  MemoryKinds pointee(FunctionRef function, const ExprTable& exprs, ExprId pointer);
  MemoryKinds at(FunctionRef function, const ExprTable& exprs, ExprId place);
  // A pageable object that `pointer` may point to; none if there is none.
  std::optional<ObjectId> pageablePointee(FunctionRef function, const ExprTable& exprs, ExprId pointer);
  // The allocations of the driver's own code, in the order of functions, blocks and events.
  std::vector<AllocationSite> allocations();
  // In the order of functions, blocks and events.
  std::vector<MisplacedObject> misplacedObjects();
  std::vector<StackWait> stackWaits();
  // What `function` itself touches, in the order of blocks and events.
  const std::vector<MemoryTouch>& touches(FunctionRef function);

 private:
  class TouchFinder;

  MemoryKinds kindsOf(const std::vector<ObjectId>& objects);
  MemoryKinds ofAllocation(const Object& object);
  MemoryKinds ofSelector(const std::string& type, ExprId selector, std::span<const AllocationCall> calls);
  MemoryKinds ofLists(const CallEvent& call, FunctionRef function, std::uint32_t parameter);
  MemoryKinds ofGlobal(GlobalRef global) const;
  const CallEvent* callOf(const AllocationCall& site) const;
  void findLists();
  void findPageable();
  std::vector<ObjectId> objects(FunctionRef function, const ExprTable& exprs, ExprId place) const;

  const Program& program_;
  Constants constants_;
  bool hasPageable_ = false;
  llvm::DenseMap<std::uint32_t, MemoryKinds> known_;              // by object
  llvm::DenseMap<std::uint32_t, MemoryKinds> entries_;            // by lookaside list: of its entries
  std::vector<std::optional<std::vector<MemoryTouch>>> touches_;  // by function, once asked for
};

}  // namespace irqlint
