// The part of PointsTo that makes the constraints of a program and solves them.
//
// First all bodies are read, and nothing moves. Then cells that must come to hold the same are made one
// (PointsToMerging.cpp), and what they hold is moved along the edges until nothing is new.
#pragma once

#include <utility>
#include <vector>

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

#include "analyzer/link/PointsTo.h"

namespace irqlint {

class PointsTo::Solver {
 public:
  Solver(const Program& program, PointsTo& result);

  void run();

 private:
  // Stands for all members at once, where a record is copied.
  static constexpr FieldIndex kContent = kNone - 1;

  // What is read or written through a pointer.
  struct Attached {
    FieldIndex field = kNone;  // kNone: the object itself
    NodeIndex node = kNone;
    bool isWritten = false;

    friend auto operator<=>(const Attached&, const Attached&) = default;
  };
  struct Progress {
    std::vector<NodeIndex> includedIn;  // cells that include this one
    std::vector<Attached> attached;
    std::vector<ObjectId> fresh;        // of the cell's objects those that did not go on yet
    std::vector<FieldIndex> fields;     // of an object: the members of it that have cells
    std::vector<NodeIndex> copiedInto;  // of an object: those that its content is copied to
    bool hasSource = false;             // something is seen to be stored to it
    bool isFull = false;
    bool holdsUnseen = false;  // an object: any of its members may hold what cannot be seen
    bool queued = false;
  };
  // A place or value of one instance of a function.
  struct Scope {
    InstanceIndex instance;
    const ExprTable& exprs;
  };

  NodeIndex node(Kind kind, std::uint32_t a, std::uint32_t b = 0);
  NodeIndex variable(const Scope& scope, const Expr& expr);
  FieldIndex field(StringId record, StringId member);
  NodeIndex fieldCell(NodeIndex object, FieldIndex field);
  NodeIndex cellOf(NodeIndex object, FieldIndex field, bool isWritten);
  NodeIndex place(const Scope& scope, ExprId place, bool isWritten);
  NodeIndex member(const Scope& scope, const Expr& member, bool isWritten);
  NodeIndex pointer(const Scope& scope, ExprId value);
  NodeIndex attached(NodeIndex pointer, FieldIndex field, bool isWritten);
  void assign(const Scope& scope, NodeIndex into, ExprId value, SourceLocation location);
  void assignAddress(const Scope& scope, NodeIndex into, ExprId place, SourceLocation location);

  NodeIndex contentAt(const Scope& scope, ExprId place, bool isWritten);
  NodeIndex contentBehind(const Scope& scope, ExprId pointer, bool isWritten);
  void addCopy(const Scope& scope, const AssignEvent& assigned, SourceLocation location);
  void copyContent(NodeIndex from, NodeIndex into, SourceLocation location = {});
  void fillContent(NodeIndex object);

  void addGlobals();
  void addBodies();
  void addBody(InstanceIndex instance);
  void addOperands(const Scope& scope);
  void addCall(InstanceIndex caller, const CallEvent& call, SourceLocation location);
  void addForeignCall(const Scope& scope, const CallEvent& call, FunctionRef callee, SourceLocation location);
  void addMade(const Scope& scope, const CallEvent& call, FunctionRef callee);
  void addFlows(const Scope& scope, const CallEvent& call, const std::string& api, SourceLocation location);
  void addContexts(const Scope& scope, const CallEvent& call, const std::string& api, SourceLocation location);
  NodeIndex pointee(const Scope& scope, ExprId argument, FieldIndex field, bool isWritten);
  FieldIndex resultField(const Allocator& allocator, FunctionRef callee, std::uint32_t parameter);
  InstanceIndex instanceFor(InstanceIndex caller, CallId call, FunctionRef callee);
  void addUnseenCaller(FunctionRef function);

  class Merging;

  void include(NodeIndex into, ObjectId object);
  bool holdsUnseen(NodeIndex node) const;
  void connect(const Attached& use, ObjectId object, bool mayBeUnseen);
  void addEdge(NodeIndex from, NodeIndex into, SourceLocation location = {});
  void enqueue(NodeIndex node);
  void fillVariables();
  void fillMembers();
  void solve();

  const Program& program_;
  PointsTo& result_;
  std::vector<Node>& nodes_;
  std::vector<Progress> progress_;  // by node
  bool isSolving_ = false;
  llvm::DenseSet<std::pair<NodeIndex, NodeIndex>> edges_;   // added while solving
  llvm::DenseSet<std::pair<NodeIndex, NodeIndex>> copies_;  // of the content of objects
  std::vector<NodeIndex> queue_;
  std::vector<bool> wraps_;                                           // by function: calls of it are told apart
  std::vector<InstanceIndex> pending_;                                // whose bodies are still to be added
  std::vector<NodeIndex> escaping_;                                   // pointers that foreign functions are given
  llvm::DenseSet<std::pair<std::uint32_t, std::uint32_t>> contexts_;  // parameters that a registration fills
};

}  // namespace irqlint
