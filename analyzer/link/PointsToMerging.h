// The part of PointsTo's solver that makes one cell of several that hold the same.
//
// A variable that is given one other, whose address nobody takes, holds what that one holds: a parameter of the only
// call, a local of a single assignment. What is read through a pointer that may lead to what cannot be seen is what the
// member holds in any object, and what is written through it goes to the member of all. (Offline variable substitution:
// Rountev and Chandra, PLDI 2000.)
#pragma once

#include <vector>

#include <llvm/ADT/DenseMap.h>

#include "analyzer/link/PointsToSolver.h"

namespace irqlint {

// Works once all bodies are read and before anything moves: a node's objects are those put into it by name.
class PointsTo::Solver::Merging {
 public:
  explicit Merging(Solver& solver);

  // Finds the representatives of all nodes, and gives them the edges and objects of those that they stand for.
  void run();

 private:
  NodeIndex find(NodeIndex node);
  // Has `into` stand for `node`, which holds the same; both stand for themselves. These are true if anything was new.
  bool merge(NodeIndex node, NodeIndex into);
  bool mergeCopies();
  bool mergeAccesses();
  void findUnseen();
  void moveToRepresentatives();

  Solver& solver_;
  std::vector<NodeIndex> parents_;           // by node: on the way to its representative
  std::vector<bool> isFixed_;                // by node: more than the edges to it decides what it holds
  std::vector<bool> isUnseen_;               // by node: it surely comes to hold what cannot be seen
  llvm::DenseMap<Key, NodeIndex> accesses_;  // what is read or written through representatives
};

}  // namespace irqlint
