// Ways into code, and to data, that may not be in memory: discarded after initialisation, or paged out while the device
// changes power.
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/dataflow/Reachability.h"
#include "analyzer/dataflow/Uses.h"

namespace irqlint {

std::vector<LateEntry> AnalyzedProgram::lateEntries() const {
  const Reachability late(program_, *facts_, Reachability::Entries::AfterInitialization);
  return waysInto(
      late, [](const FunctionSummary& function) { return DdiDatabase::isDiscardableSection(function.section.name); });
}

std::vector<LateUse> AnalyzedProgram::lateUses() const {
  std::vector<LateUse> found;
  const auto isDiscarded = [](const GlobalSummary& global) {
    return DdiDatabase::isDiscardableSection(global.section.name);
  };
  if (llvm::none_of(program_.globals, isDiscarded)) return found;
  const Reachability late(program_, *facts_, Reachability::Entries::AfterInitialization);
  // The surest and nearest context of each function.
  std::vector<ContextId> best(program_.functions.size());
  const auto rank = [&](ContextId id) {
    return std::make_tuple(late.certainty(id) != Certainty::Definite, late.distance(id));
  };
  for (std::size_t i = 0; i < facts_->contexts.size(); ++i) {
    const ContextId id(i);
    ContextId& known = best[functionOf(id).index()];
    if (late.certainty(id) && (!known || rank(id) < rank(known))) known = id;
  }
  const Uses uses(program_);
  for (std::size_t i = 0; i < program_.globals.size(); ++i) {
    if (!isDiscarded(program_.globals[i])) continue;
    std::set<FunctionRef> users;
    for (const GlobalUse& use : uses.usesOf(i)) {
      const ContextId context = best[use.function.index()];
      const bool isGoneToo = DdiDatabase::isDiscardableSection(program_[use.function].summary.section.name);
      if (!context || isGoneToo || !users.insert(use.function).second) continue;
      found.push_back({i, use.function, &program_.entryPoints[late.root(context).entryPoint], use.location,
                       *late.certainty(context), codeFlow(late, context, TrailId(), {})});
    }
  }
  return found;
}

std::vector<LateEntry> AnalyzedProgram::pagedPowerEntries(PowerChange change) const {
  const bool isUp = change == PowerChange::Up;
  const Reachability reach(program_, *facts_, isUp ? Reachability::Entries::PowerUp : Reachability::Entries::PowerDown);
  return waysInto(reach, [&](const FunctionSummary& function) { return program_.isPageable(function); });
}

std::vector<LateEntry> AnalyzedProgram::waysInto(const Reachability& late,
                                                 llvm::function_ref<bool(const FunctionSummary&)> isAbsent) const {
  const auto isGone = [&](FunctionRef function) { return isAbsent(program_[function].summary); };
  // Of several contexts the surest and nearest shows the way.
  struct Way {
    ContextId context;  // the discarded function's, or its caller's
    const CallSite* site = nullptr;
    Certainty certainty = Certainty::Definite;
  };
  std::map<std::tuple<FunctionRef, FunctionRef, SourceLocation>, Way> best;
  const auto keep = [&](FunctionRef function, FunctionRef caller, SourceLocation location, Way way) {
    const auto [known, added] = best.try_emplace({function, caller, location}, way);
    const auto rank = [&](const Way& w) {
      return std::make_tuple(w.certainty != Certainty::Definite, late.distance(w.context));
    };
    if (!added && rank(way) < rank(known->second)) known->second = way;
  };
  for (std::size_t i = 0; i < facts_->contexts.size(); ++i) {
    const ContextId id(i);
    const FunctionRef function = functionOf(id);
    if (!isGone(function)) continue;
    if (late.certainty(id) && late.entryCall(id) == nullptr) {
      keep(function, {}, program_.entryPoints[late.root(id).entryPoint].location, {id, nullptr, *late.certainty(id)});
    }
    for (const CallSite& site : facts_->contexts[i].callers) {
      const auto reached = late.certainty(site.caller);
      if (!reached || isGone(functionOf(site.caller))) continue;
      keep(function, functionOf(site.caller), site.location,
           {site.caller, &site, site.certain ? *reached : Certainty::Possible});
    }
  }
  std::vector<LateEntry> entries;
  entries.reserve(best.size());
  for (const auto& [key, way] : best) {
    const auto& [function, caller, location] = key;
    const EntryPoint& entry = program_.entryPoints[late.root(way.context).entryPoint];
    std::vector<ThreadFlowLocation> flow =
        codeFlow(late, way.context, way.site != nullptr ? way.site->trail : TrailId(), {});
    if (way.site != nullptr) {
      flow.push_back({.location = program_.locate(location),
                      .message = "calls '" + program_[function].name() + "'",
                      .before = IrqlSet::of(way.site->level),
                      .after = IrqlSet::of(way.site->level),
                      .nestingLevel = flow.back().nestingLevel,
                      .importance = Importance::Essential});
    }
    entries.push_back({function, caller, &entry, location, way.certainty, std::move(flow)});
  }
  return entries;
}

}  // namespace irqlint
