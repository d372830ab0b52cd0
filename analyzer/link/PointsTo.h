// Which objects a pointer may lead to, anywhere in the program.
//
// Inclusion-based and flow-insensitive. The objects are globals, locals and parameters whose address is taken, what one
// call of an allocator makes, and records' members that are objects themselves, one for all objects of the record's
// type. Every variable, parameter, result and record member is a cell that holds pointers. What cannot be seen (an
// argument of the system, the result of an unknown function, a cell that nothing is seen to fill) is an object of its
// own, and so is what a cell holds beyond kPointeesPerCell: no cell grows further, so that the time is near linear.
#pragma once

#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

#include <llvm/ADT/DenseMap.h>

#include "analyzer/link/Program.h"

namespace irqlint {

using ObjectId = Id<struct ObjectTag>;

class PointsTo {
 public:
  // Stands for any object.
  static constexpr ObjectId kUnseenObject{0};

  // Solves for `program`, whose calls must be resolved. The functions of its entry points get arguments that cannot be
  // seen.
  explicit PointsTo(const Program& program);

  // The objects that `pointer`, a value of `function`'s terms `exprs`, may point to, sorted; none of them or
  // kUnseenObject among them: any object.
  std::vector<ObjectId> pointees(FunctionRef function, const ExprTable& exprs, ExprId pointer) const;
  // The objects that the place `place` may be.
  std::vector<ObjectId> objectsAt(FunctionRef function, const ExprTable& exprs, ExprId place) const;

  // The name of a record without leading underscores: one for its tag and its typedef. None for none.
  StringId plainRecord(StringId record) const { return record ? plainRecords_[record.index()] : record; }

 private:
  class Solver;
  // Cells and objects are one numbering: a variable is both.
  using NodeIndex = std::uint32_t;
  static constexpr NodeIndex kNone = 0xffffffff;

  enum class Kind : std::uint32_t { Global, Local, Parameter, Member, Return, Result, Allocation };
  using Key = std::tuple<Kind, std::uint32_t, std::uint32_t>;
  struct Node {
    std::vector<ObjectId> objects;  // sorted; it may point to them
    NodeIndex load = kNone;         // the cell that includes what the objects hold, if anything reads that
    NodeIndex store = kNone;        // the cell that is included in what the objects hold, if anything writes that
  };

  static Key key(Kind kind, std::size_t a, std::size_t b = 0) {
    return {kind, static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b)};
  }
  std::optional<Key> keyOf(FunctionRef function, const ExprTable& exprs, ExprId place) const;
  NodeIndex existing(FunctionRef function, const ExprTable& exprs, ExprId place) const;

  std::vector<StringId> plainRecords_;  // by name
  std::vector<Node> nodes_;
  llvm::DenseMap<Key, NodeIndex> index_;
};

}  // namespace irqlint
