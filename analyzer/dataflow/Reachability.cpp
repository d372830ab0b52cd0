#include "analyzer/dataflow/Reachability.h"

#include <algorithm>
#include <utility>

namespace irqlint {

Reachability::Reachability(const Program& program, const IrqlFacts& facts, Entries entries,
                           const AnalysisOptions& options)
    : program_(program),
      facts_(facts),
      entries_(entries),
      asIfResident_(options.asIfResident),
      nodes_(facts.contexts.size()),
      edges_(facts.contexts.size()) {
  for (std::size_t i = 0; i < facts.contexts.size(); ++i) {
    for (const CallSite& site : facts.contexts[i].callers) edges_[site.caller.index()].push_back({ContextId(i), &site});
  }
  for (const Certainty certainty : {Certainty::Definite, Certainty::Possible}) {
    std::vector<ContextId> from;
    for (std::size_t root = 0; root < facts.roots.size(); ++root) {
      if (isUnseen(facts.roots[root]) || !counts(facts.roots[root])) continue;
      if (certainty == Certainty::Definite && !facts.roots[root].usual) continue;
      Node& node = nodes_[facts.roots[root].context.index()];
      if (node.certainty) continue;
      node = {.certainty = certainty, .distance = 0, .root = root};
      from.push_back(facts.roots[root].context);
    }
    // What was reached surely leads on through uncertain calls too.
    if (certainty == Certainty::Possible) {
      for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (nodes_[i].certainty == Certainty::Definite) from.push_back(ContextId(i));
      }
    }
    spread(std::move(from), certainty);
  }
  for (std::size_t root = 0; root < facts.roots.size(); ++root) {
    if (!isUnseen(facts.roots[root])) continue;
    ++unseen_.try_emplace(facts.roots[root].entryPoint, UnseenEntry{root, 0}).first->second.levels;
    if (counts(facts.roots[root])) spreadUnseen(root);
  }
}

bool Reachability::counts(const IrqlFacts::Root& root) const {
  if (entries_ == Entries::All) return true;
  const EntryPoint& entry = program_.entryPoints[root.entryPoint];
  if (entries_ != Entries::AfterInitialization) {
    const ContractEffect wanted = entries_ == Entries::PowerUp ? ContractEffect::PowersUp : ContractEffect::PowersDown;
    return entry.role != nullptr && has(entry.role->terms.effects, wanted);
  }
  const bool isRegistered = entry.cause == EntryPoint::Cause::Registered || entry.cause == EntryPoint::Cause::Stored;
  return isRegistered && !has(entry.role->terms.effects, ContractEffect::MayBeDiscarded);
}

bool Reachability::isAbsent(const FunctionSummary& function) const {
  if (asIfResident_) return false;
  switch (entries_) {
    case Entries::All: return false;
    case Entries::AfterInitialization: return DdiDatabase::isDiscardableSection(function.section.name);
    case Entries::PowerUp:
    case Entries::PowerDown: return program_.isPageable(function);
  }
  return false;
}

bool Reachability::isUnseen(const IrqlFacts::Root& root) const {
  return program_.entryPoints[root.entryPoint].cause == EntryPoint::Cause::Unseen;
}

void Reachability::spread(std::vector<ContextId> from, std::optional<Certainty> certainty) {
  for (std::size_t next = 0; next < from.size(); ++next) {
    const Node here = nodes_[from[next].index()];
    if (isAbsent(program_[facts_.contexts[from[next].index()].function].summary)) continue;
    for (const Edge& edge : edges_[from[next].index()]) {
      Node& node = nodes_[edge.callee.index()];
      if (node.certainty || (certainty == Certainty::Definite && !edge.site->certain)) continue;
      node = {.certainty = certainty, .distance = here.distance + 1, .call = edge.site, .root = here.root};
      from.push_back(edge.callee);
    }
  }
}

void Reachability::spreadUnseen(std::size_t root) {
  std::vector<ContextId> reached{facts_.roots[root].context};
  Node& first = nodes_[reached.front().index()];
  if (first.certainty) return;
  if (first.root == SIZE_MAX) first = {.distance = 0, .root = root};
  first.unseen.push_back({root, nullptr, true});
  spreadUnseen(root, reached, true);
  spreadUnseen(root, reached, false);
}

// From all that `root` is known to reach: through the calls that are certain, or through all.
void Reachability::spreadUnseen(std::size_t root, std::vector<ContextId>& reached, bool certain) {
  for (std::size_t next = 0; next < reached.size(); ++next) {
    const std::uint32_t distance = nodes_[reached[next].index()].distance;
    const std::size_t chain = nodes_[reached[next].index()].root;
    for (const Edge& edge : edges_[reached[next].index()]) {
      Node& node = nodes_[edge.callee.index()];
      if (node.certainty || (certain && !edge.site->certain)) continue;
      if (!node.unseen.empty() && node.unseen.back().root == root) continue;
      if (node.root == SIZE_MAX) node = {.distance = distance + 1, .call = edge.site, .root = chain};
      node.unseen.push_back({root, edge.site, certain});
      reached.push_back(edge.callee);
    }
  }
}

const CallSite* Reachability::entryCall(ContextId context, Witness witness) const {
  const Node& node = nodes_[context.index()];
  if (!witness) return node.call;
  const auto way = std::find_if(node.unseen.begin(), node.unseen.end(),
                                [&](const UnseenWay& candidate) { return candidate.root == *witness; });
  return way == node.unseen.end() ? nullptr : way->call;
}

bool Reachability::isReachedFrom(ContextId context, std::size_t witness) const {
  const auto& unseen = nodes_[context.index()].unseen;
  return std::any_of(unseen.begin(), unseen.end(), [&](const UnseenWay& way) { return way.root == witness; });
}

Reachability::Witness Reachability::breaksAtEveryLevel(const std::vector<const Breach*>& breaches) const {
  std::vector<std::size_t> breaking;  // roots
  for (const Breach* breach : breaches) {
    for (const UnseenWay& way : nodes_[breach->context.index()].unseen) {
      if (way.certain) breaking.push_back(way.root);
    }
  }
  std::sort(breaking.begin(), breaking.end());
  breaking.erase(std::unique(breaking.begin(), breaking.end()), breaking.end());
  std::map<std::size_t, std::size_t> levels;  // by entry point: how many of its roots break
  for (const std::size_t root : breaking) ++levels[facts_.roots[root].entryPoint];
  for (const auto& [entry, count] : levels) {
    const UnseenEntry& unseen = unseen_.at(entry);
    if (count == unseen.levels) return unseen.lowest;
  }
  return {};
}

}  // namespace irqlint
