#include "analyzer/dataflow/Partition.h"

#include <algorithm>
#include <set>
#include <utility>

#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

constexpr AnalysisOptions kAsIfResident{.asIfResident = true};

bool everywhere(ContextId /*from*/) { return true; }

std::string quoted(const std::string& name) { return "'" + name + "'"; }

}  // namespace

Residence PartitionFinder::residenceOf(std::string_view section) {
  if (DdiDatabase::isDiscardableSection(section)) return Residence::Discardable;
  return DdiDatabase::isPageableSection(section) ? Residence::Pageable : Residence::Resident;
}

PartitionFinder::PartitionFinder(const AnalyzedProgram& analyzed)
    : analyzed_(analyzed),
      program_(analyzed.program_),
      facts_(*analyzed.facts_),
      reach_(*analyzed.reach_),
      powerUp_(program_, facts_, Reachability::Entries::PowerUp, kAsIfResident),
      powerDown_(program_, facts_, Reachability::Entries::PowerDown, kAsIfResident),
      uses_(program_),
      unreached_(program_, facts_),
      contexts_(program_.functions.size()),
      hasRole_(program_.functions.size(), false) {
  for (const EntryPoint& entry : program_.entryPoints) {
    if (entry.role != nullptr) hasRole_[entry.function.index()] = true;
  }
  denies_.reserve(program_.functions.size());
  for (std::size_t i = 0; i < program_.functions.size(); ++i) denies_.push_back(deniesRaised(FunctionRef(i)));
  credible_ = credibleContexts();
  for (std::size_t i = 0; i < facts_.contexts.size(); ++i) {
    const ContextId id(i);
    if (reach_.isReached(id) && credible_[i]) contexts_[at(id).function.index()].push_back(id);
  }
  late_ = lateContexts();
  paging_ = pagingContexts();
  handedPower_ = handedPowerContexts();
  guessed_ = guessedContexts();
}

std::vector<PartitionItem> PartitionFinder::find() {
  std::vector<PartitionItem> items;
  functions_.resize(program_.functions.size());
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    const FunctionRef function(i);
    const FunctionSummary& summary = at(function).summary;
    if (at(function).isDynamicType() || (!summary.body && !summary.bodyLost)) continue;
    functions_[i] = judge(function);
    if (summary.isForeign) continue;
    items.push_back(itemOf(function, functions_[i]));
  }
  for (std::size_t i = 0; i < program_.globals.size(); ++i) {
    const GlobalSummary& global = program_.globals[i];
    if (global.isDefinition && !global.isForeign) items.push_back(itemOfGlobal(i, judgeGlobal(i)));
  }
  const std::vector<AllocationSite> allocations = analyzed_.memory().allocations();
  if (allocations.empty()) return items;
  const AllocationUses uses(program_);
  for (const AllocationSite& site : allocations) items.push_back(itemOfAllocation(site, judgeAllocation(site, uses)));
  return items;
}

std::vector<bool> PartitionFinder::spread(const std::vector<ContextId>& from,
                                          llvm::function_ref<bool(ContextId)> leadsOn) const {
  std::vector<std::vector<ContextId>> callees(facts_.contexts.size());
  for (std::size_t i = 0; i < callees.size(); ++i) {
    for (const CallSite& site : facts_.contexts[i].callers) callees[site.caller.index()].emplace_back(i);
  }
  std::vector<bool> reached(facts_.contexts.size(), false);
  std::vector<ContextId> pending = from;
  while (!pending.empty()) {
    const ContextId next = pending.back();
    pending.pop_back();
    if (reached[next.index()] || !leadsOn(next)) continue;
    reached[next.index()] = true;
    pending.insert(pending.end(), callees[next.index()].begin(), callees[next.index()].end());
  }
  return reached;
}

std::vector<ContextId> PartitionFinder::allRoots() const {
  std::vector<ContextId> roots;
  roots.reserve(facts_.roots.size());
  for (const IrqlFacts::Root& root : facts_.roots) roots.push_back(root.context);
  return roots;
}

std::vector<bool> PartitionFinder::lateContexts() const {
  std::vector<ContextId> from;
  for (const IrqlFacts::Root& root : facts_.roots) {
    const Contract* role = program_.entryPoints[root.entryPoint].role;
    if (role == nullptr || !has(role->terms.effects, ContractEffect::MayBeDiscarded)) from.push_back(root.context);
  }
  return spread(from, everywhere);
}

bool PartitionFinder::deniesRaised(FunctionRef function) const {
  if (!at(function).summary.body) return false;
  const std::vector<PagedAssertion> assertions = analyzed_.pagedAssertions(function);
  const bool denies = llvm::any_of(assertions, [](const PagedAssertion& assertion) { return !assertion.locks; });
  return denies && !analyzed_.uncheckedReturn(function);
}

std::vector<bool> PartitionFinder::credibleContexts() const {
  return spread(allRoots(), [&](ContextId id) {
    const bool isSure = at(id).entry < kDispatchLevel || reach_.certainty(id) == Certainty::Definite;
    return isSure || !denies_[at(id).function.index()];
  });
}

std::vector<bool> PartitionFinder::guessedContexts() const {
  std::vector<ContextId> from;
  for (std::size_t i = 0; i < facts_.contexts.size(); ++i) {
    // What was lost of a caller may have changed the level.
    const auto isGuess = [&](const CallSite& site) {
      return site.levelGuessed || at(at(site.caller).function).summary.statementsLost;
    };
    if (llvm::any_of(facts_.contexts[i].callers, isGuess)) { from.emplace_back(i); }
  }
  return spread(from, everywhere);
}

PartitionFinder::Verdict PartitionFinder::because(PlacementReason reason, std::string text) const {
  const Placement placement = reason <= PlacementReason::KernelObject         ? Placement::MustStay
                              : reason <= PlacementReason::NobodyUses         ? Placement::Unknown
                              : reason == PlacementReason::LowLevels          ? Placement::CanPage
                              : reason == PlacementReason::OnlyInitialization ? Placement::CanDiscard
                                                                              : Placement::InCallers;
  return {placement, reason, std::move(text), {}};
}

PartitionFinder::Verdict PartitionFinder::unknownAt(PlacementReason reason, const Escape& escape) const {
  Verdict verdict = because(reason, "its address " + escape.how);
  verdict.path.push_back({.location = program_.locate(escape.location), .message = verdict.because});
  return verdict;
}

PartitionFinder::Verdict PartitionFinder::judge(FunctionRef function) const {
  const FunctionSummary& summary = at(function).summary;
  if (summary.bodyLost || !summary.body) return because(PlacementReason::NotUnderstood, "its body was not understood");
  if (isOnlyInitialization(function) && summary.parseErrors == 0) {
    return because(PlacementReason::OnlyInitialization, "is reached from the driver's initialisation only");
  }
  if (auto verdict = mustStay(function)) return *std::move(verdict);
  if (summary.parseErrors != 0) return because(PlacementReason::NotUnderstood, "parts of its body were not understood");
  if (auto verdict = notKnown(function)) return *std::move(verdict);
  if (const auto raised = raisesInside(function, Certainty::Possible)) {
    Verdict verdict = because(PlacementReason::MayRaise, "may run at DISPATCH_LEVEL or above inside");
    verdict.path = pathTo(*raised);
    return verdict;
  }
  IrqlSet levels;
  for (const ContextId id : contexts_[function.index()]) levels = levels | IrqlSet::of(at(id).entry);
  return because(PlacementReason::LowLevels, "is entered at " + toString(levels) + " only, and stays low");
}

std::optional<PartitionFinder::Verdict> PartitionFinder::mustStay(FunctionRef function) const {
  if (isLockedDown(function)) {
    return because(PlacementReason::LockedOnDemand, "is locked down in memory while it is used");
  }
  if (const auto raised = enteredRaised(function, Certainty::Definite)) {
    Verdict verdict = because(PlacementReason::EnteredRaised, "runs at " + irqlName(at(*raised).entry));
    verdict.path = analyzed_.codeFlow(*raised, TrailId());
    return verdict;
  }
  if (const auto raised = raisesInside(function, Certainty::Definite)) {
    Verdict verdict = because(PlacementReason::RaisesInside, "runs at DISPATCH_LEVEL or above inside");
    verdict.path = pathTo(*raised);
    return verdict;
  }
  auto power = onPowerPath(function);
  if (power && power->placement == Placement::MustStay) return power;
  return std::nullopt;
}

std::optional<PartitionFinder::Verdict> PartitionFinder::notKnown(FunctionRef function) const {
  const std::vector<ContextId>& contexts = contexts_[function.index()];
  if (const Escape* escape = uses_.escapeOf(function)) return unknownAt(PlacementReason::AddressEscapes, *escape);
  if (isOfSystemInterface(function)) {
    return because(PlacementReason::AddressEscapes, "is a method of a system's interface, called at a level not known");
  }
  if (contexts.empty()) return because(PlacementReason::NeverEntered, "is entered on no path that was analysed");
  if (const SourceLocation call = unreached_.leadingTo(function); call.file) {
    Verdict verdict =
        because(PlacementReason::NeverEntered, "is called in code that no path that was analysed gets to");
    verdict.path.push_back({.location = program_.locate(call), .message = verdict.because});
    return verdict;
  }
  if (const auto raised = enteredRaised(function, Certainty::Possible)) {
    Verdict verdict =
        because(PlacementReason::MayBeEnteredRaised, "may run at " + irqlName(at(*raised).entry) + ", but need not");
    verdict.path = analyzed_.codeFlow(*raised, TrailId());
    return verdict;
  }
  const bool isKnown = llvm::any_of(contexts, [&](ContextId id) { return reach_.certainty(id).has_value(); });
  if (!isKnown || enteredRaised(function, std::nullopt)) return calledByNobody(function);
  const auto guessed = llvm::find_if(contexts, [&](ContextId id) { return guessed_[id.index()]; });
  if (guessed != contexts.end()) {
    Verdict verdict = because(PlacementReason::LevelGuessed, "the level at which it is called is not known for sure");
    verdict.path = analyzed_.codeFlow(*guessed, TrailId());
    return verdict;
  }
  if (auto verdict = onPagingPath(function)) return verdict;
  return onPowerPath(function);
}

bool PartitionFinder::isOfSystemInterface(FunctionRef function) const {
  std::vector<FunctionRef> pending = at(function).summary.overrides;
  if (hasRole_[function.index()]) return false;
  while (!pending.empty()) {
    const FunctionSummary& base = at(pending.back()).summary;
    pending.pop_back();
    if (base.isForeign) return true;
    pending.insert(pending.end(), base.overrides.begin(), base.overrides.end());
  }
  return false;
}

PartitionFinder::Verdict PartitionFinder::calledByNobody(FunctionRef function) const {
  const std::vector<ContextId>& contexts = contexts_[function.index()];
  const auto raised = enteredRaised(function, std::nullopt);
  const ContextId shown = raised ? *raised : contexts.front();
  const FunctionRef first = analyzed_.entryPointOf(shown).function;
  Verdict verdict =
      because(PlacementReason::NobodyCalls,
              first == function ? "nobody is seen to call it, and nothing says at which level it is called"
                                : "is called by way of " + quoted(at(first).name()) + ", which nobody is seen to call");
  verdict.path = analyzed_.codeFlow(shown, TrailId());
  return verdict;
}

bool PartitionFinder::isOnlyInitialization(FunctionRef function) const {
  const std::vector<ContextId>& contexts = contexts_[function.index()];
  if (contexts.empty() || uses_.escapeOf(function) != nullptr || unreached_.leadingTo(function).file) return false;
  return llvm::none_of(contexts, [&](ContextId id) { return late_[id.index()]; });
}

bool PartitionFinder::isLockedDown(FunctionRef function) const {
  const FunctionSummary& summary = at(function).summary;
  if (!DdiDatabase::isPageableSection(summary.section.name)) return false;
  const std::vector<PagedAssertion> assertions = analyzed_.pagedAssertions(function);
  return !program_.isPageable(summary) ||
         llvm::any_of(assertions, [](const PagedAssertion& assertion) { return assertion.locks; });
}

// Inline code has a place of its own where its address is needed.
bool PartitionFinder::hasOwnPlace(FunctionRef function) const {
  const FunctionSummary& summary = at(function).summary;
  return !summary.isInline || !summary.overrides.empty() || uses_.isRunByAddress(function) ||
         uses_.escapeOf(function) != nullptr || summary.name.ends_with(kLambdaName);
}

std::optional<ContextId> PartitionFinder::enteredRaised(FunctionRef function,
                                                        std::optional<Certainty> certainty) const {
  std::optional<ContextId> nearest;
  for (const ContextId id : contexts_[function.index()]) {
    if (at(id).entry < kDispatchLevel || reach_.certainty(id) != certainty) continue;
    if (!nearest || reach_.distance(id) < reach_.distance(*nearest)) nearest = id;
  }
  return nearest;
}

std::optional<PartitionFinder::Point> PartitionFinder::raisesInside(FunctionRef function, Certainty certainty) const {
  std::optional<Point> nearest;
  for (const ContextId id : contexts_[function.index()]) {
    if (at(id).entry >= kDispatchLevel) continue;
    if (nearest && reach_.distance(id) >= reach_.distance(nearest->context)) continue;
    // What a function does itself is sure, whoever calls it.
    const auto place = llvm::find_if(at(id).raisedPlaces, [&](const auto& raised) {
      return raised.second.certain || certainty == Certainty::Possible;
    });
    if (place != at(id).raisedPlaces.end())
      nearest = Point{id, place->second.trail, place->first, place->second.inlined};
  }
  return nearest;
}

std::vector<ThreadFlowLocation> PartitionFinder::pathTo(const Point& point) const {
  std::vector<ThreadFlowLocation> path = analyzed_.codeFlow(point.context, point.trail);
  if (!point.inlined) return path;
  path.push_back({.location = program_.locate(point.location),
                  .message = "calls the inline function " + quoted(at(point.inlined).name()) + ", which raises inside",
                  .before = path.back().after,
                  .after = IrqlSet::of(kDispatchLevel),
                  .nestingLevel = path.back().nestingLevel,
                  .importance = Importance::Essential});
  return path;
}

PartitionItem PartitionFinder::itemOf(FunctionRef function, const Verdict& verdict) const {
  const FunctionSummary& summary = at(function).summary;
  PartitionItem item{.kind = PartitionKind::Function,
                     .name = summary.name,
                     .identity = summary.identity,
                     .location = program_.locate(summary.location),
                     .section = summary.section.name,
                     .residence = residenceOf(summary.section.name),
                     .bytes = summary.codeBytes,
                     .placement = verdict.placement,
                     .reason = verdict.reason,
                     .because = verdict.because,
                     .path = verdict.path};
  if (!hasOwnPlace(function)) {
    item.placement = Placement::InCallers;
    item.reason = PlacementReason::Inline;
    item.because = "is inline: it lies where its callers lie";
    item.path.clear();
  }
  if (item.reason == PlacementReason::RaisesInside) {
    addLines(function, item);
    item.restCouldBePaged = !notKnown(function);
  }
  return item;
}

// A line with an event that runs low ends a range; lines without events belong to what is before them.
void PartitionFinder::addLines(FunctionRef function, PartitionItem& item) const {
  const FunctionSummary& summary = at(function).summary;
  const FunctionBody& body = *summary.body;
  const FileId file = summary.location.file;
  std::set<std::uint32_t> raised;
  for (const ContextId id : contexts_[function.index()]) {
    for (const auto& [location, place] : at(id).raisedPlaces) {
      if (location.file == file) raised.insert(location.line);
    }
  }
  std::set<std::uint32_t> all;
  const auto add = [&](SourceLocation location) {
    if (location.file == file) all.insert(location.line);
  };
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) add(event.location);
    add(block.terminator.location);
  }
  std::uint32_t previous = 0;
  for (const std::uint32_t line : all) {
    if (!raised.contains(line)) {
      previous = 0;
      continue;
    }
    if (previous == 0) {
      item.raisedLines.push_back({line, line});
    } else {
      item.raisedLines.back().last = line;
    }
    previous = line;
  }
  item.lines = body.end.line >= summary.location.line ? body.end.line - summary.location.line + 1 : 0;
}

}  // namespace irqlint
