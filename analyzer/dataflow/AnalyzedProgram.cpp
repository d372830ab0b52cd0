#include "analyzer/dataflow/AnalyzedProgram.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "analyzer/dataflow/Exits.h"
#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/dataflow/Partition.h"
#include "analyzer/dataflow/Reachability.h"

namespace irqlint {

AnalyzedProgram::AnalyzedProgram(const Program& program, std::unique_ptr<IrqlFacts> facts,
                                 const AnalysisOptions& options)
    : program_(program), facts_(std::move(facts)), reach_(std::make_unique<Reachability>(program, *facts_)) {
  findExitLeaks();
  if (options.asIfResident) partition_ = PartitionFinder(*this).find();
}
AnalyzedProgram::AnalyzedProgram(AnalyzedProgram&&) noexcept = default;
AnalyzedProgram::~AnalyzedProgram() = default;

AnalyzedProgram analyse(const Program& program, const AnalysisOptions& options) {
  return AnalyzedProgram(program, std::make_unique<IrqlFacts>(IrqlAnalysis(program, options).run()), options);
}

FunctionRef AnalyzedProgram::functionOf(ContextId context) const { return facts_->contexts[context.index()].function; }

const Contract* AnalyzedProgram::lockedRoleOf(ContextId context) const {
  return facts_->contexts[context.index()].enteredAs.lockedRole;
}

const EntryPoint& AnalyzedProgram::entryPointOf(ContextId context, std::optional<std::size_t> witness) const {
  return program_.entryPoints[reach_->root(context, witness).entryPoint];
}

IrqlSet AnalyzedProgram::exitLevels(ContextId context) const {
  IrqlSet levels;
  for (const AbstractState& exit : facts_->contexts[context.index()].exits) levels = levels | IrqlSet::of(exit.level);
  return levels;
}

std::vector<EntryLevel> AnalyzedProgram::entryLevels(FunctionRef function) const {
  std::map<Irql, EntryLevel> best;
  for (std::size_t i = 0; i < facts_->contexts.size(); ++i) {
    const ContextId id(i);
    if (functionOf(id) != function || !reach_->isReached(id)) continue;
    const Irql level = facts_->contexts[i].entry;
    const EntryLevel found{level, reach_->certainty(id).value_or(Certainty::Possible), id};
    const auto [entry, added] = best.try_emplace(level, found);
    const auto rank = [&](const EntryLevel& e) {
      return std::make_pair(e.certainty != Certainty::Definite, reach_->distance(e.context));
    };
    if (!added && rank(found) < rank(entry->second)) entry->second = found;
  }
  std::vector<EntryLevel> levels;
  levels.reserve(best.size());
  for (const auto& [level, entry] : best) levels.push_back(entry);
  return levels;
}

namespace {

// The breaches of one requirement at one place, in all contexts.
struct Occurrences {
  std::vector<const Breach*> all;
};

}  // namespace

// The breaches, and where one is a raise in a pageable function those by which that function is entered too high: it
// can no more be right at these levels.
std::vector<const Breach*> AnalyzedProgram::withForbiddenEntries(std::vector<const Breach*> breaches) const {
  if (breaches.front()->kind != BreachKind::RaisesInPagedCode) return breaches;
  const FunctionRef paged = functionOf(breaches.front()->context);
  for (const Breach& other : facts_->breaches) {
    if (other.kind == BreachKind::PagedCode && other.function == paged) breaches.push_back(&other);
  }
  return breaches;
}

std::vector<BreachGroup> AnalyzedProgram::breaches(const std::function<bool(const Breach&)>& wanted,
                                                   const std::function<bool(SourceLocation)>& apart) const {
  std::map<std::tuple<SourceLocation, BreachKind, std::string>, Occurrences> places;
  for (const Breach& breach : facts_->breaches) {
    if (!wanted(breach) || !reach_->isReached(breach.context) || isBlamedOnLeak(breach.context, breach.trail)) continue;
    if (breach.taker && keepsLock(breach.taker)) continue;
    places[{breach.location, breach.kind, breach.callee}].all.push_back(&breach);
  }
  std::vector<BreachGroup> groups;
  // By function and by what raised the level there: one cause, one group.
  std::map<std::tuple<FunctionRef, SourceLocation, Certainty, bool>, std::size_t> byCause;
  for (const auto& [place, found] : places) {
    BreachGroup group;
    const auto rank = [&](const Breach* breach) {
      const auto certainty = reach_->certainty(breach->context);
      return std::make_tuple(!breach->isKnown(), certainty ? certainty != Certainty::Definite : 2,
                             reach_->distance(breach->context));
    };
    const auto best = [&](const std::vector<const Breach*>& of) {
      return *std::min_element(of.begin(), of.end(),
                               [&](const Breach* a, const Breach* b) { return rank(a) < rank(b); });
    };
    group.breach = best(found.all);
    if (!reach_->certainty(group.breach->context)) {
      group.witness = reach_->breaksAtEveryLevel(withForbiddenEntries(found.all));
      if (!group.witness) continue;
      std::vector<const Breach*> seen = found.all;
      std::erase_if(seen, [&](const Breach* b) { return !reach_->isReachedFrom(b->context, *group.witness); });
      if (seen.empty()) continue;
      group.breach = best(seen);
    }
    for (const Breach* breach : found.all) {
      if (reach_->certainty(breach->context) == reach_->certainty(group.breach->context)) {
        group.levels = group.levels | IrqlSet::of(breach->level);
      }
    }
    const auto certainty = reach_->certainty(group.breach->context);
    group.certainty = group.breach->isKnown() ? certainty.value_or(Certainty::Definite) : Certainty::Possible;
    const FunctionRef function = functionOf(group.breach->context);
    const TrailId trail = group.breach->trail;
    const SourceLocation cause = trail ? facts_->trails[trail].location : SourceLocation{};
    const bool isApart = apart && apart(group.breach->location);
    const auto [entry, added] = byCause.try_emplace({function, cause, group.certainty, isApart}, groups.size());
    if (added) {
      groups.push_back(std::move(group));
    } else {
      groups[entry->second].sameCause.push_back(group.breach);
    }
  }
  return groups;
}

namespace {

enum LeakState : std::uint8_t { kUnknown, kDeciding, kSound, kLeaks };

}  // namespace

void AnalyzedProgram::findExitLeaks() {
  leakState_.assign(facts_->contexts.size(), kUnknown);
  for (std::size_t i = 0; i < facts_->contexts.size(); ++i) {
    if (reach_->isReached(ContextId(i))) leaks(ContextId(i));
  }
}

bool AnalyzedProgram::leaks(ContextId id) {
  std::uint8_t& state = leakState_[id.index()];
  if (state != kUnknown) return state == kLeaks;
  state = kDeciding;
  const Context& context = facts_->contexts[id.index()];
  if (context.enteredAs.lockedRole != nullptr) {  // to return at another level is its task
    state = kSound;
    return false;
  }
  // The system gets back what it handed out, unless the role says otherwise.
  bool isEntryPoint = false;
  for (const IrqlFacts::Root& root : facts_->roots) {
    const EntryPoint& entry = program_.entryPoints[root.entryPoint];
    isEntryPoint = isEntryPoint || (root.context == id && entry.role != nullptr && entry.role->mustReturnAtEntryLevel);
  }
  for (const AbstractState& exit : context.exits) {
    if (exit.level == context.entry) continue;
    const bool surprises =
        isEntryPoint || std::any_of(context.exits.begin(), context.exits.end(), [&](const AbstractState& other) {
          return other.level == context.entry && !distinguishable(other, exit, !context.restores);
        });
    if (!surprises) continue;
    // A callee that is reported itself is the cause.
    decideCallees(exit.trail);
    if (isBlamedHere(exit.trail)) continue;
    state = kLeaks;
    const auto reached = reach_->certainty(id);
    // A function that gives back what its caller took goes below its entry level on purpose.
    const bool lowers = exit.level < context.entry;
    const bool definite = exit.isCertain() && (isEntryPoint || (context.restores && !lowers));
    // A function at odds with itself is wrong however it is reached.
    const Certainty surest = isEntryPoint ? reached.value_or(Certainty::Definite) : Certainty::Definite;
    leaks_.push_back(
        {id, context.entry, exit.level, exit.trail, exit.exit, isEntryPoint, definite ? surest : Certainty::Possible});
  }
  if (state != kLeaks) state = kSound;
  return state == kLeaks;
}

void AnalyzedProgram::decideCallees(TrailId trail) {
  for (TrailId at = trail; at; at = facts_->trails[at].previous) {
    const TrailStep step = facts_->trails[at];
    if (!step.calleeContext) continue;
    leaks(step.calleeContext);
    decideCallees(step.calleeTrail);
  }
}

bool AnalyzedProgram::keepsLock(FunctionRef function) const {
  return std::any_of(leaks_.begin(), leaks_.end(),
                     [&](const ExitLeak& leak) { return functionOf(leak.context) == function; });
}

bool AnalyzedProgram::isBlamedHere(TrailId trail) const {
  for (TrailId at = trail; at; at = facts_->trails[at].previous) {
    const TrailStep& step = facts_->trails[at];
    if (!step.calleeContext) continue;
    if (leakState_[step.calleeContext.index()] == kLeaks || isBlamedHere(step.calleeTrail)) return true;
  }
  return false;
}

bool AnalyzedProgram::isBlamedOnLeak(ContextId context, TrailId trail) const {
  if (isBlamedHere(trail)) return true;
  std::set<ContextId> seen;
  while (seen.insert(context).second) {
    const CallSite* site = reach_->entryCall(context);
    if (site == nullptr) return false;
    if (isBlamedHere(site->trail)) return true;
    context = site->caller;
  }
  return false;
}

std::vector<ExitLeak> AnalyzedProgram::exitLeaks() const {
  std::map<std::pair<FunctionRef, SourceLocation>, ExitLeak> best;
  const auto rank = [&](const ExitLeak& leak) {
    return std::make_tuple(leak.certainty != Certainty::Definite, !leak.isEntryPoint, reach_->distance(leak.context));
  };
  for (const ExitLeak& leak : leaks_) {
    const auto [entry, added] = best.try_emplace({functionOf(leak.context), leak.location}, leak);
    if (!added && rank(leak) < rank(entry->second)) entry->second = leak;
  }
  std::vector<ExitLeak> found;
  found.reserve(best.size());
  for (const auto& [place, leak] : best) found.push_back(leak);
  return found;
}

std::size_t AnalyzedProgram::functionsAnalysed() const {
  std::set<FunctionRef> functions;
  for (const Context& context : facts_->contexts) {
    if (!program_[context.function].summary.isForeign) functions.insert(context.function);
  }
  return functions.size();
}

AnalysisStatistics AnalyzedProgram::statistics() const {
  return {facts_->contexts.size(), facts_->joinedVariants, facts_->joinedStates, facts_->joinedContexts};
}

}  // namespace irqlint
