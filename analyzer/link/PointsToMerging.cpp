#include "analyzer/link/PointsToMerging.h"

#include <algorithm>
#include <utility>

#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

// Each round lets one more step of p->a->b be seen through.
constexpr int kRounds = 4;

}  // namespace

PointsTo::Solver::Merging::Merging(Solver& solver) : solver_(solver) {
  const std::vector<Node>& nodes = solver.nodes_;
  isFixed_.resize(nodes.size(), false);
  isUnseen_.resize(nodes.size(), false);
  parents_.reserve(nodes.size());
  for (NodeIndex at = 0; at < nodes.size(); ++at) {
    parents_.push_back(at);
    const Kind kind = nodes[at].kind;
    const bool isVariable =
        kind == Kind::Local || kind == Kind::Parameter || kind == Kind::Return || kind == Kind::Result;
    if (!isVariable || !nodes[at].objects.empty()) isFixed_[at] = true;
    // What has its address taken may be written through that.
    for (const ObjectId object : nodes[at].objects) isFixed_[object.index()] = true;
  }
  // Nothing can be stored to these any more.
  for (NodeIndex at = 0; at < nodes.size(); ++at) {
    if (!isFixed_[at] && !solver.progress_[at].hasSource) solver.include(at, kUnseenObject);
  }
}

void PointsTo::Solver::Merging::run() {
  for (int round = 0; round < kRounds; ++round) {
    findUnseen();
    const bool hasCopies = mergeCopies();
    const bool hasAccesses = mergeAccesses();
    if (!hasCopies && !hasAccesses) break;
  }
  moveToRepresentatives();
}

PointsTo::NodeIndex PointsTo::Solver::Merging::find(NodeIndex node) {
  while (parents_[node] != node) node = parents_[node] = parents_[parents_[node]];
  return node;
}

bool PointsTo::Solver::Merging::merge(NodeIndex node, NodeIndex into) {
  if (node == into) return false;
  parents_[node] = into;
  if (isUnseen_[node]) isUnseen_[into] = true;
  return true;
}

// Along the edges that are there by now.
void PointsTo::Solver::Merging::findUnseen() {
  const std::vector<Edge>& edges = solver_.result_.edges_;
  std::vector<std::uint32_t> starts(parents_.size() + 1, 0);
  for (const Edge& edge : edges) ++starts[find(edge.from) + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<NodeIndex> targets(edges.size());
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  for (const Edge& edge : edges) targets[next[find(edge.from)]++] = find(edge.into);
  std::vector<NodeIndex> queue;
  for (NodeIndex at = 0; at < parents_.size(); ++at) {
    if (solver_.holdsUnseen(at)) isUnseen_[find(at)] = true;
  }
  for (NodeIndex at = 0; at < parents_.size(); ++at) {
    if (isUnseen_[at] && parents_[at] == at) queue.push_back(at);
  }
  while (!queue.empty()) {
    const NodeIndex at = queue.back();
    queue.pop_back();
    for (std::uint32_t i = starts[at]; i < starts[at + 1]; ++i) {
      if (isUnseen_[targets[i]]) continue;
      isUnseen_[targets[i]] = true;
      queue.push_back(targets[i]);
    }
  }
}

bool PointsTo::Solver::Merging::mergeCopies() {
  constexpr NodeIndex kSeveral = kNone - 1;
  std::vector<NodeIndex> sources(parents_.size(), kNone);
  for (const Edge& edge : solver_.result_.edges_) {
    const NodeIndex from = find(edge.from);
    const NodeIndex into = find(edge.into);
    if (from == into || sources[into] == from) continue;
    sources[into] = sources[into] == kNone ? from : kSeveral;
  }
  bool merged = false;
  for (NodeIndex at = 0; at < parents_.size(); ++at) {
    if (isFixed_[at] || parents_[at] != at || sources[at] >= kSeveral) continue;
    merged = merge(at, find(sources[at])) || merged;
  }
  return merged;
}

bool PointsTo::Solver::Merging::mergeAccesses() {
  bool merged = false;
  for (NodeIndex at = 0; at < parents_.size(); ++at) {
    const NodeIndex pointer = find(at);
    for (const Attached& use : solver_.progress_[at].attached) {
      if (use.field == kContent) continue;  // stands for an object
      NodeIndex same = kNone;
      if (isUnseen_[pointer] && use.field != kNone) {
        same = solver_.node(use.isWritten ? Kind::UnseenField : Kind::AnyField, use.field);
      } else {
        const Key key = keyOf(use.isWritten ? Kind::Written : Kind::Read, pointer, use.field);
        same = find(accesses_.try_emplace(key, use.node).first->second);
      }
      merged = merge(find(use.node), same) || merged;
    }
  }
  return merged;
}

void PointsTo::Solver::Merging::moveToRepresentatives() {
  std::vector<Progress>& progress = solver_.progress_;
  std::vector<std::pair<NodeIndex, NodeIndex>> edges;
  edges.reserve(solver_.result_.edges_.size());
  for (const Edge& edge : solver_.result_.edges_) edges.emplace_back(find(edge.from), find(edge.into));
  llvm::sort(edges);
  edges.erase(llvm::unique(edges), edges.end());
  for (const auto& [from, into] : edges) {
    if (from != into) progress[from].includedIn.push_back(into);
  }
  for (NodeIndex at = 0; at < parents_.size(); ++at) {
    const NodeIndex into = find(at);
    for (Attached& use : progress[at].attached) use.node = find(use.node);
    if (into == at) continue;
    llvm::append_range(progress[into].attached, std::exchange(progress[at].attached, {}));
    progress[at].fresh.clear();
    for (const ObjectId object : std::exchange(solver_.nodes_[at].objects, {})) solver_.include(into, object);
  }
  for (Progress& cell : progress) {
    llvm::sort(cell.attached);
    cell.attached.erase(llvm::unique(cell.attached), cell.attached.end());
  }
  for (NodeIndex& parent : parents_) parent = find(parent);
  solver_.result_.representatives_ = std::move(parents_);
}

}  // namespace irqlint
