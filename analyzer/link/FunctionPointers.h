// Which functions a pointer may hold, anywhere in the program.
//
// Inclusion-based, flow-insensitive, field-sensitive: every variable, parameter, result and record member is one node,
// a member being the same node for all objects of its type; assignments, initialisers, arguments and returns are
// inclusions. A pointer and what it points to share a node, as do an array and its elements: for function addresses
// that loses little. Indirect calls add the inclusions of the targets found so far until nothing changes.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "analyzer/link/Program.h"

namespace irqlint {

// What a call in a function with the expressions `exprs` stores by itself, as an interlocked exchange does; nothing if
// it stores nothing or where cannot be seen.
std::optional<AssignEvent> storeBy(const Program& program, const ExprTable& exprs, const CallEvent& call);

class FunctionPointers {
 public:
  // Solves for `program`, whose functions and initialisers must be complete.
  explicit FunctionPointers(Program& program);

  // The functions that `value` of `function`'s body may be, sorted.
  std::vector<FunctionRef> pointees(FunctionRef function, ExprId value);
  // The same for an expression of the program's globals.
  std::vector<FunctionRef> globalPointees(ExprId value);
  // What call `call` of `caller` may run: its callee, the overriders of a virtual one, or what its target holds.
  CallTargets targets(FunctionRef caller, const CallEvent& call);

 private:
  using NodeIndex = std::uint32_t;
  static constexpr NodeIndex kNoNode = 0xffffffff;

  struct Node {
    std::vector<FunctionRef> functions;  // sorted
    std::vector<NodeIndex> includedIn;   // nodes that include this one
    std::vector<std::uint32_t> calls;    // indirect calls through this node
    bool queued = false;
  };
  struct IndirectCall {
    FunctionRef caller;
    const CallEvent* call;
  };

  NodeIndex node(std::uint32_t kind, std::uint32_t a, std::uint32_t b);
  NodeIndex nodeOf(FunctionRef function, const ExprTable& exprs, ExprId value);
  void addInclusion(FunctionRef function, const ExprTable& exprs, NodeIndex place, ExprId value);
  void addStore(FunctionRef function, const ExprTable& exprs, const AssignEvent& store);
  void addBody(FunctionRef function, const FunctionBody& body);
  void addCall(FunctionRef caller, const CallEvent& call);
  void bind(FunctionRef caller, const CallEvent& call, FunctionRef callee);
  bool include(NodeIndex into, FunctionRef function);
  void addEdge(NodeIndex from, NodeIndex into);
  void collectOverriders();
  void collectConstructed();
  FunctionRef typeSetBy(FunctionRef constructor) const;
  std::vector<FunctionRef> withOverriders(FunctionRef method) const;
  void solve();
  StringId plainRecord(StringId record);

  Program& program_;
  std::vector<Node> nodes_;
  std::unordered_map<std::uint64_t, NodeIndex> index_;
  std::vector<IndirectCall> indirectCalls_;
  std::vector<NodeIndex> queue_;
  std::vector<std::vector<FunctionRef>> overriders_;  // by method
  std::vector<FunctionRef> constructed_;              // dynamic types of the objects that the program makes, sorted
};

}  // namespace irqlint
