// Which contexts are entered, how surely, and along which shortest chain of calls.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/model/Finding.h"

namespace irqlint {

class Reachability {
 public:
  Reachability(const Program& program, const IrqlFacts& facts);

  // How surely the system enters `context`: definite along usual levels and certain calls, possible otherwise; none if
  // only functions that nobody is seen to call lead to it.
  std::optional<Certainty> certainty(ContextId context) const { return nodes_[context.index()].certainty; }
  std::uint32_t distance(ContextId context) const { return nodes_[context.index()].distance; }
  // The call by which the shortest chain enters `context`; null at an entry point.
  const CallSite* entryCall(ContextId context) const { return nodes_[context.index()].call; }
  // The root the shortest chain starts from.
  const IrqlFacts::Root& root(ContextId context) const { return facts_.roots[nodes_[context.index()].root]; }
  bool isReached(ContextId context) const { return nodes_[context.index()].root != SIZE_MAX; }

  // For contexts without a certainty: true if some function that nobody is seen to call runs into one of `breaches`
  // whatever the level it is entered at.
  bool breaksAtEveryLevel(const std::vector<const Breach*>& breaches) const;

 private:
  struct Node {
    std::optional<Certainty> certainty;
    std::uint32_t distance = UINT32_MAX;
    const CallSite* call = nullptr;
    std::size_t root = SIZE_MAX;
    std::vector<std::size_t> unseenRoots;  // the roots nobody is seen to call that lead here
  };
  struct Edge {
    ContextId callee;
    const CallSite* site;
  };

  bool isUnseen(const IrqlFacts::Root& root) const;
  void spread(std::vector<ContextId> from, std::optional<Certainty> certainty);
  void spreadUnseen(std::size_t root);

  const Program& program_;
  const IrqlFacts& facts_;
  std::vector<Node> nodes_;
  std::vector<std::vector<Edge>> edges_;
};

}  // namespace irqlint
