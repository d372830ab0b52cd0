// AnalyzedProgram's answers to: which locks and regions does a function forget to give back, and which does it give
// back without having them?
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

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

// True if what is known of parameters and memory at the two exits excludes one another: the caller may know which of
// them it gets. What locals hold was decided in the function.
bool dependsOnEntry(const ExprTable& exprs, const AbstractState& a, const AbstractState& b) {
  return llvm::any_of(a.facts, [&](const Fact& mine) {
    if (mine.term.index() < exprs.size() && exprs[mine.term].kind == ExprKind::Local) return false;
    const auto theirs = llvm::find_if(b.facts, [&](const Fact& fact) { return fact.term == mine.term; });
    return theirs != b.facts.end() && areDisjoint(mine.value, theirs->value);
  });
}

// The returns of the same function on the way to which it took what it gives back on the way to an exit without that.
std::vector<const AbstractState*> takenFirst(const Context& context, const Holding& released) {
  std::vector<const AbstractState*> found;
  for (const AbstractState& other : context.exits) {
    const Holding* there = other.holdings.find(released);
    const bool isBalanced = there != nullptr && there->isSure && there->depth == 0 && there->lowest == 0;
    if (isBalanced && other.isCertain()) found.push_back(&other);
  }
  return found;
}

// Entry points that must hand the system its thread back as they got it.
std::set<ContextId> strictRoots(const Program& program, const IrqlFacts& facts) {
  std::set<ContextId> roots;
  for (const IrqlFacts::Root& root : facts.roots) {
    const EntryPoint& entry = program.entryPoints[root.entryPoint];
    if (entry.role != nullptr && entry.role->mustReturnAtEntryLevel) roots.insert(root.context);
  }
  return roots;
}

}  // namespace

std::vector<HoldingLeak> AnalyzedProgram::holdingLeaks() const {
  const std::set<ContextId> roots = strictRoots(program_, *facts_);
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
    if (kept.kind == HoldingKind::Lock && keepsLock(functionOf(id))) return;  // said of the level it returns at
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

std::vector<HoldingLeak> AnalyzedProgram::unheldReleases() const {
  struct Release {
    HoldingLeak leak;
    ContextId inside;
  };
  const std::set<ContextId> roots = strictRoots(program_, *facts_);
  std::vector<Release> all;
  std::set<ContextId> wrong;
  for (std::size_t i = 0; i < facts_->contexts.size(); ++i) {
    const ContextId id(i);
    const Context& context = facts_->contexts[i];
    if (!reach_->isReached(id) || context.isJoin || context.enteredAs.lockedRole != nullptr) continue;
    const ExprTable& exprs = program_[context.function].summary.body->exprs;
    for (const AbstractState& exit : context.exits) {
      for (const Holding& kept : exit.holdings) {
        if (kept.kind != HoldingKind::Lock || kept.lockKind != LockKind::Spin || !kept.isSure) continue;
        if (kept.depth >= 0 || kept.lowest != kept.depth || !exit.isCertain()) continue;
        const std::vector<const AbstractState*> paired = takenFirst(context, kept);
        // Where the entry decides between them, the memory it finds may say that the lock is held.
        const auto contrary =
            llvm::find_if(paired, [&](const AbstractState* other) { return !dependsOnEntry(exprs, exit, *other); });
        const AbstractState* other = contrary != paired.end() ? *contrary : nullptr;
        if (other == nullptr && !(paired.empty() && roots.contains(id))) continue;
        const auto reached = reach_->certainty(id).value_or(Certainty::Definite);
        all.push_back({{.context = id,
                        .depth = kept.depth,
                        .trail = exit.trail,
                        .taken = kept.location,
                        .location = exit.exit,
                        .other = other != nullptr ? other->exit : SourceLocation(),
                        .certainty = other != nullptr ? Certainty::Definite : reached},
                       kept.inside});
        wrong.insert(id);
      }
    }
  }
  // A callee that is reported itself is the cause.
  std::map<std::pair<FunctionRef, SourceLocation>, HoldingLeak> best;
  const auto rank = [&](const HoldingLeak& leak) {
    return std::make_tuple(leak.certainty != Certainty::Definite, !leak.other.file, reach_->distance(leak.context));
  };
  for (const Release& release : all) {
    if (release.inside && wrong.contains(release.inside)) continue;
    const auto [entry, added] = best.try_emplace({functionOf(release.leak.context), release.leak.taken}, release.leak);
    if (!added && rank(release.leak) < rank(entry->second)) entry->second = release.leak;
  }
  std::vector<HoldingLeak> found;
  found.reserve(best.size());
  for (const auto& [place, leak] : best) found.push_back(leak);
  return found;
}

}  // namespace irqlint
