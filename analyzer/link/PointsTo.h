// Which objects a pointer may lead to, anywhere in the program.
//
// Inclusion-based and flow-insensitive. The objects are globals, locals and parameters, what one call of an allocator
// makes, and records' members that are objects themselves, one for all objects of the record's type. Cells hold
// pointers: every variable, parameter and result, and every member of every object. A function that hands out what it
// allocates is taken apart for each of its calls, so that each gets memory of its own. What cannot be seen (an argument
// of the system, the result of an unknown function, a cell that nothing is seen to fill) is an object of its own, and
// so is what a cell holds beyond kPointeesPerCell: no cell grows further, so that the time is near linear.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

#include "analyzer/link/Program.h"

namespace irqlint {

using ObjectId = Id<struct ObjectTag>;

enum class ObjectKind : std::uint8_t {
  Unseen,
  Global,
  Local,
  Parameter,
  Member,  // of all objects of a record
  Allocation,
  UserAddress,  // memory of a process, at an address it chose
};

struct AllocationCall {
  FunctionRef function;
  CallId call;

  friend bool operator==(const AllocationCall&, const AllocationCall&) = default;
};

struct Object {
  ObjectKind kind = ObjectKind::Unseen;
  GlobalRef global;                  // Global
  FunctionRef function;              // Local, Parameter
  std::uint32_t number = 0;          // Local, Parameter
  StringId record;                   // Member; without leading underscores
  StringId member;                   // Member
  std::vector<AllocationCall> made;  // Allocation: the call of the allocator, that of the function around it, and so on
                                     // out to where calls are no longer told apart
};

// One step of a pointer's way from where its object is made: what takes it over next.
struct PointerStep {
  enum class Into : std::uint8_t { Variable, Parameter, Member, Return, Result, Memory };
  Into into = Into::Variable;
  FunctionRef function;  // whose variable, parameter or result it is
  std::uint32_t number = 0;
  StringId record;          // Member
  StringId member;          // Member
  GlobalRef global;         // Variable: if it is a global
  SourceLocation location;  // none where the step is no event of its own
};

// The name of the record that a parameter of type `type` ("PUNICODE_STRING", "const struct _ANSI_STRING *") points to,
// if the program has such a name; else none.
StringId pointedRecord(const StringTable& strings, std::string_view type);

class PointsTo {
 public:
  // Stands for any object.
  static constexpr ObjectId kUnseenObject{0};

  // Solves for `program`, whose calls must be resolved. The functions of its entry points get arguments that cannot be
  // seen, but for what is registered with them.
  explicit PointsTo(const Program& program);

  // The objects that `pointer`, a value of `function`'s terms `exprs`, may point to, sorted; none of them or
  // kUnseenObject among them: any object.
  std::vector<ObjectId> pointees(FunctionRef function, const ExprTable& exprs, ExprId pointer) const;
  // The objects that the place `place` may be, or lies in if it is a member of a record that is no object of its own.
  std::vector<ObjectId> objectsAt(FunctionRef function, const ExprTable& exprs, ExprId place) const;

  Object object(ObjectId id) const;
  // All of a kind.
  std::vector<ObjectId> objectsOf(ObjectKind kind) const;
  // The objects that `member`, an object of kind Member, is seen to be addressed in; as for pointees().
  std::vector<ObjectId> around(ObjectId member) const;
  // What `object` is seen to hold, in all of its members; sorted.
  std::vector<ObjectId> heldIn(ObjectId object) const;
  // True if the object's address was also stored where no more fitted: what is read there is not known to be it.
  bool isLost(ObjectId object) const { return lost_.contains(object.index()); }
  // The way of `object`'s address to `pointer`, shortest first; empty if it does not get there.
  std::vector<PointerStep> way(FunctionRef function, const ExprTable& exprs, ExprId pointer, ObjectId object) const;

  // The name of a record without leading underscores: one for its tag and its typedef. None for none.
  StringId plainRecord(StringId record) const { return record ? plainRecords_[record.index()] : record; }

 private:
  class Solver;
  using NodeIndex = std::uint32_t;
  using InstanceIndex = std::uint32_t;
  using FieldIndex = std::uint32_t;
  static constexpr std::uint32_t kNone = 0xffffffff;

  // What a node is. Objects and cells are one numbering: a variable is both.
  enum class Kind : std::uint8_t {
    Unseen,
    UserAddress,
    Global,       // a = its number
    Local,        // a = instance, b = number
    Parameter,    // a = instance, b = number
    Return,       // a = instance
    Result,       // a = instance, b = call
    Allocation,   // a = instance, b = call
    Member,       // a = field: the member as an object
    AnyField,     // a = field: what the member holds in some object
    UnseenField,  // a = field: what is stored to the member of objects that cannot be seen
    Field,        // a = object, b = field
    Around,       // a = field: the objects whose member is addressed
    Read,         // a = pointer, b = field or kNone: what is read through it
    Written,      // a = pointer, b = field or kNone: what is written through it
  };
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
  struct Node {
    Kind kind = Kind::Unseen;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::vector<ObjectId> objects;  // sorted; it may point to them
  };
  // A function, or one call of it that is told apart from others.
  struct Instance {
    FunctionRef function;
    InstanceIndex caller = kNone;
    CallId call;
  };
  struct Edge {
    NodeIndex from;
    NodeIndex into;
    SourceLocation location;
  };

  static Key keyOf(Kind kind, std::uint32_t a, std::uint32_t b) { return {static_cast<std::uint32_t>(kind), a, b}; }
  NodeIndex find(Kind kind, std::uint32_t a, std::uint32_t b = 0) const;
  FieldIndex findField(const Expr& member) const;
  NodeIndex variable(InstanceIndex instance, const Expr& expr) const;
  NodeIndex cell(InstanceIndex instance, const ExprTable& exprs, ExprId place) const;
  NodeIndex representative(NodeIndex node) const {
    return node < representatives_.size() ? representatives_[node] : node;
  }
  const std::vector<ObjectId>& held(NodeIndex node) const { return nodes_[representative(node)].objects; }
  NodeIndex wayPoint(NodeIndex node) const;
  std::optional<PointerStep> stepInto(NodeIndex into, SourceLocation location) const;
  template <typename Use>
  void forEachInstance(FunctionRef function, Use use) const;
  template <typename Find>
  std::vector<ObjectId> inAnyInstance(FunctionRef function, Find find) const;
  std::vector<ObjectId> pointeesIn(InstanceIndex instance, const ExprTable& exprs, ExprId pointer) const;
  std::vector<ObjectId> objectsIn(InstanceIndex instance, const ExprTable& exprs, ExprId place) const;

  std::vector<StringId> plainRecords_;  // by name
  std::vector<Node> nodes_;
  std::vector<NodeIndex> representatives_;  // by node: the one that holds what it holds; those beyond: themselves
  llvm::DenseMap<Key, NodeIndex> index_;
  std::vector<Instance> instances_;                    // the first are the functions themselves
  std::vector<std::vector<InstanceIndex>> clones_;     // by function; empty: the function itself
  std::vector<std::pair<StringId, StringId>> fields_;  // record and member
  llvm::DenseMap<std::pair<std::uint32_t, std::uint32_t>, FieldIndex> fieldIndex_;
  std::vector<Edge> edges_;
  llvm::DenseSet<std::uint32_t> lost_;                                  // objects
  mutable llvm::DenseMap<NodeIndex, std::vector<NodeIndex>> fieldsOf_;  // by object; made when it is first asked for
  mutable std::vector<std::vector<std::uint32_t>> incoming_;  // by node: its edges; made when it is first asked for
};

template <typename Use>
void PointsTo::forEachInstance(FunctionRef function, Use use) const {
  if (!function) return use(kNone);
  if (clones_[function.index()].empty()) return use(static_cast<InstanceIndex>(function.index()));
  for (const InstanceIndex instance : clones_[function.index()]) use(instance);
}

}  // namespace irqlint
