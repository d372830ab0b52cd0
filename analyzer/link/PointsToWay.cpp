// The part of PointsTo that says how an address gets to a pointer.
#include <deque>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/link/Places.h"
#include "analyzer/link/PointsTo.h"

namespace irqlint {

// The event that node `into` takes a pointer over at, for people; none for steps between cells that stand for each
// other.
std::optional<PointerStep> PointsTo::stepInto(NodeIndex into, SourceLocation location) const {
  const Node& node = nodes_[into];
  PointerStep step{.location = location};
  switch (node.kind) {
    case Kind::Global: step.global = GlobalRef(node.a); return step;
    case Kind::Local:
    case Kind::Parameter:
    case Kind::Result:
    case Kind::Return:
      step.into = node.kind == Kind::Local       ? PointerStep::Into::Variable
                  : node.kind == Kind::Parameter ? PointerStep::Into::Parameter
                  : node.kind == Kind::Result    ? PointerStep::Into::Result
                                                 : PointerStep::Into::Return;
      step.function = instances_[node.a].function;
      step.number = node.b;
      return step;
    case Kind::Field:
    case Kind::UnseenField:
      step.into = PointerStep::Into::Member;
      std::tie(step.record, step.member) = fields_[node.kind == Kind::Field ? node.b : node.a];
      return step;
    case Kind::Written: {
      step.into = PointerStep::Into::Memory;
      if (node.b == kNone) return step;
      step.into = PointerStep::Into::Member;
      std::tie(step.record, step.member) = fields_[node.b];
      return step;
    }
    default: return std::nullopt;
  }
}

// A variable is passed even where another holds the same; what is read or written through pointers that hold the same
// is one place.
PointsTo::NodeIndex PointsTo::wayPoint(NodeIndex node) const {
  const Kind kind = nodes_[node].kind;
  return kind == Kind::Read || kind == Kind::Written ? representative(node) : node;
}

// Breadth first against the edges, from the pointer to the cell that the object was first put into.
std::vector<PointerStep> PointsTo::way(FunctionRef function, const ExprTable& exprs, ExprId pointer,
                                       ObjectId object) const {
  std::vector<PointerStep> steps;
  NodeIndex start = kNone;
  forEachInstance(function, [&](InstanceIndex instance) {
    const NodeIndex found = cell(instance, exprs, pointer);
    if (start == kNone && found != kNone && llvm::is_contained(held(found), object)) start = wayPoint(found);
  });
  if (start == kNone) return steps;
  if (incoming_.empty()) {
    incoming_.resize(nodes_.size());
    for (std::uint32_t i = 0; i < edges_.size(); ++i) incoming_[wayPoint(edges_[i].into)].push_back(i);
  }
  llvm::DenseMap<NodeIndex, std::uint32_t> next;  // by node: the edge that leads on to the pointer
  std::deque<NodeIndex> queue{start};
  llvm::DenseSet<NodeIndex> seen{start};
  NodeIndex first = start;
  while (!queue.empty()) {
    const NodeIndex at = queue.front();
    queue.pop_front();
    bool isFirst = true;
    for (const std::uint32_t edge : incoming_[at]) {
      const NodeIndex from = wayPoint(edges_[edge].from);
      if (!llvm::is_contained(held(from), object)) continue;
      isFirst = false;
      if (!seen.insert(from).second) continue;
      next[from] = edge;
      queue.push_back(from);
    }
    if (isFirst) {
      first = at;
      break;
    }
  }
  if (const auto step = stepInto(first, {})) steps.push_back(*step);
  for (NodeIndex at = first; at != start;) {
    const Edge& edge = edges_[next[at]];
    if (const auto step = stepInto(edge.into, edge.location)) steps.push_back(*step);
    at = wayPoint(edge.into);
  }
  return steps;
}

}  // namespace irqlint
