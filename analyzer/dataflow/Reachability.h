// Which contexts are entered, how surely, and along which shortest chain of calls.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/model/Finding.h"

namespace irqlint {

class Reachability {
 public:
  // Which entry points count. After initialisation: what is registered with the system for longer; nothing leads on
  // from code that is discarded by then. Of power changes: the callbacks that take part in one; nothing leads on from
  // code that may be paged out.
  enum class Entries : std::uint8_t { All, AfterInitialization, PowerUp, PowerDown };

  Reachability(const Program& program, const IrqlFacts& facts, Entries entries = Entries::All,
               const AnalysisOptions& options = {});

  // How surely the system enters `context`: definite along usual levels and certain calls, possible otherwise; none if
  // only functions that nobody is seen to call lead to it.
  std::optional<Certainty> certainty(ContextId context) const { return nodes_[context.index()].certainty; }
  std::uint32_t distance(ContextId context) const { return nodes_[context.index()].distance; }
  // Index of a root (IrqlFacts::roots); none: the one the shortest chain starts from.
  using Witness = std::optional<std::size_t>;
  // The call by which the shortest chain, of those from `witness`, enters `context`; null at an entry point.
  const CallSite* entryCall(ContextId context, Witness witness = {}) const;
  const IrqlFacts::Root& root(ContextId context, Witness witness = {}) const {
    return facts_.roots[witness.value_or(nodes_[context.index()].root)];
  }
  // True if a function that nobody is seen to call leads here from `witness`.
  bool isReachedFrom(ContextId context, std::size_t witness) const;
  bool isReached(ContextId context) const { return nodes_[context.index()].root != SIZE_MAX; }

  // For contexts without a certainty: if some function that nobody is seen to call runs into one of `breaches`, by
  // calls that are certain, whatever the level it is entered at, its root of the lowest level.
  Witness breaksAtEveryLevel(const std::vector<const Breach*>& breaches) const;

 private:
  struct UnseenWay {
    std::size_t root;
    const CallSite* call;
    bool certain;  // by certain calls only
  };
  struct Node {
    std::optional<Certainty> certainty;
    std::uint32_t distance = UINT32_MAX;
    const CallSite* call = nullptr;
    std::size_t root = SIZE_MAX;
    std::vector<UnseenWay> unseen;  // from roots that nobody is seen to call, in order of the roots
  };
  struct UnseenEntry {
    std::size_t lowest = 0;  // its root of the lowest level
    std::size_t levels = 0;  // how many roots it has
  };
  struct Edge {
    ContextId callee;
    const CallSite* site;
  };

  // True for code that may not be in memory when `entries_` come; nothing leads on from there.
  bool isAbsent(const FunctionSummary& function) const;
  bool isUnseen(const IrqlFacts::Root& root) const;
  bool counts(const IrqlFacts::Root& root) const;
  void spread(std::vector<ContextId> from, std::optional<Certainty> certainty);
  void spreadUnseen(std::size_t root);
  void spreadUnseen(std::size_t root, std::vector<ContextId>& reached, bool certain);

  const Program& program_;
  const IrqlFacts& facts_;
  Entries entries_;
  bool asIfResident_;
  std::vector<Node> nodes_;
  std::vector<std::vector<Edge>> edges_;
  std::map<std::size_t, UnseenEntry> unseen_;  // by entry point
};

}  // namespace irqlint
