// AnalyzedProgram's answer to: which locks and regions does a function forget to give back?
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/dataflow/Exits.h"
#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/dataflow/Reachability.h"

namespace irqlint {
namespace {

// The return by which `kept`, held at `exit`, is given back although a caller cannot tell the two apart; null if none.
const AbstractState* givesBack(const Context& context, const AbstractState& exit, const Holding& kept) {
  const auto found = llvm::find_if(context.exits, [&](const AbstractState& other) {
    const Holding* there = other.holdings.find(kept);
    return there != nullptr && there->isSure && there->depth == 0 && there->lowest == 0 && other.isCertain() &&
           !distinguishable(other, exit, false);
  });
  return found == context.exits.end() ? nullptr : &*found;
}

}  // namespace

std::vector<HoldingLeak> AnalyzedProgram::holdingLeaks() const {
  // Entry points that must hand the system its thread back as they got it.
  std::set<ContextId> roots;
  for (const IrqlFacts::Root& root : facts_->roots) {
    const EntryPoint& entry = program_.entryPoints[root.entryPoint];
    if (entry.role != nullptr && entry.role->mustReturnAtEntryLevel) roots.insert(root.context);
  }
  // What is taken at one place is one cause: a lock with the region it enters, say.
  std::map<std::tuple<FunctionRef, SourceLocation, SourceLocation>, HoldingLeak> best;
  const auto rank = [&](const HoldingLeak& leak) {
    return std::make_tuple(leak.certainty != Certainty::Definite, leak.kind, reach_->distance(leak.context));
  };
  std::set<ContextId> leaking;
  const auto note = [&](ContextId id, const AbstractState& exit, const Holding& kept, const AbstractState* other) {
    leaking.insert(id);
    const Certainty reached = reach_->certainty(id).value_or(Certainty::Definite);
    const HoldingLeak leak{.context = id,
                           .kind = kept.kind,
                           .depth = kept.depth,
                           .trail = exit.trail,
                           .taken = kept.location,
                           .location = exit.exit,
                           .other = other != nullptr ? other->exit : SourceLocation(),
                           .certainty = !exit.isCertain()  ? Certainty::Possible
                                        : other != nullptr ? Certainty::Definite
                                                           : reached};
    const auto [entry, added] = best.try_emplace({functionOf(id), exit.exit, kept.location}, leak);
    if (!added && rank(leak) < rank(entry->second)) entry->second = leak;
  };
  const auto forEachKept = [&](llvm::function_ref<void(ContextId, const AbstractState&, const Holding&)> visit) {
    for (std::size_t i = 0; i < facts_->contexts.size(); ++i) {
      if (!reach_->isReached(ContextId(i))) continue;
      for (const AbstractState& exit : facts_->contexts[i].exits) {
        for (const Holding& kept : exit.holdings) {
          if (kept.isSure && kept.depth != 0) visit(ContextId(i), exit, kept);
        }
      }
    }
  };
  forEachKept([&](ContextId id, const AbstractState& exit, const Holding& kept) {
    if (kept.depth < 0 || kept.lowest < 0) return;
    const AbstractState* other = givesBack(facts_->contexts[id.index()], exit, kept);
    if (other != nullptr) note(id, exit, kept, other);
  });
  // A callee that is reported itself is the cause.
  const std::set<ContextId> atOdds = leaking;
  forEachKept([&](ContextId id, const AbstractState& exit, const Holding& kept) {
    if (!roots.contains(id) || kept.kind == HoldingKind::Lock || atOdds.contains(id)) return;
    if (kept.inside && atOdds.contains(kept.inside)) return;
    note(id, exit, kept, nullptr);
  });
  std::vector<HoldingLeak> found;
  found.reserve(best.size());
  for (const auto& [place, leak] : best) found.push_back(leak);
  return found;
}

}  // namespace irqlint
