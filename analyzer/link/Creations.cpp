#include "analyzer/link/Creations.h"

#include <algorithm>
#include <map>
#include <utility>

#include <llvm/ADT/iterator_range.h>

namespace irqlint {
namespace {

// Device, driver: parents of parents do not go further.
constexpr unsigned kMostParents = 4;

bool speaksOf(const Creation& creation, const std::string& role) {
  return std::find(creation.roles.begin(), creation.roles.end(), role) != creation.roles.end();
}

const Event& eventAt(const Program& program, const EventPlace& place) {
  return program[place.function].summary.body->blocks[place.block].events[place.event];
}

}  // namespace

void CreationLevels::add(const CreationLevels& other) {
  chosen = chosen | other.chosen;
  leftToRole |= other.leftToRole;
  cannotBeSeen |= other.cannotBeSeen;
}

void CreationLevels::applyTo(EntryPoint& entry) const {
  const IrqlSet ofRole = leftToRole || cannotBeSeen ? entry.levels : IrqlSet();
  const IrqlSet unusualOfRole = leftToRole || cannotBeSeen ? entry.unusualLevels : IrqlSet();
  entry.levels = cannotBeSeen ? ofRole & chosen : ofRole | chosen;
  entry.unusualLevels = (ofRole | unusualOfRole | chosen) - entry.levels;
}

Creations::Creations(const Program& program) : program_(program) {
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionSummary& summary = program.functions[i].summary;
    if (!summary.body || summary.isForeign) continue;
    for (std::size_t block = 0; block < summary.body->blocks.size(); ++block) {
      const std::vector<Event>& events = summary.body->blocks[block].events;
      for (std::size_t event = 0; event < events.size(); ++event) {
        const auto* call = std::get_if<CallEvent>(&events[event].action);
        if (call == nullptr || !call->callee) continue;
        const std::string& api = program[call->callee].name();
        const Creation* creation = program.ddi().creation(api);
        if (creation != nullptr) sites_.push_back({{FunctionRef(i), block, event}, call, creation, &api});
      }
    }
  }
}

std::optional<CreationLevels> Creations::of(const std::string& role, const EventPlace& registration) const {
  std::optional<CreationLevels> levels;
  for (const Site* site : sitesAfter(registration)) {
    if (!speaksOf(*site->creation, role)) continue;
    if (!levels) levels.emplace();
    levels->add(levelsOf(*site, 0, 0));
  }
  return levels ? levels : of(role);
}

std::optional<CreationLevels> Creations::of(const std::string& role) const {
  const auto known = ofRole_.find(role);
  return known != ofRole_.end() ? known->second : ofRole_.try_emplace(role, findOf(role)).first->second;
}

std::optional<CreationLevels> Creations::findOf(const std::string& role) const {
  std::optional<CreationLevels> levels;
  for (const Site& site : sites_) {
    if (!speaksOf(*site.creation, role)) continue;
    if (!levels) levels.emplace();
    levels->add(levelsOf(site, 0, 0));
  }
  // Which of these creations is that of the callback is not known.
  if (levels && !levels->chosen.empty() && levels->leftToRole) levels->cannotBeSeen = true;
  return levels;
}

std::set<std::string, std::less<>> Creations::thatArePassive() const {
  std::map<std::string, CreationLevels> levels;
  for (const Site& site : sites_) levels[*site.api].add(levelsOf(site, 0, 0));
  std::set<std::string, std::less<>> names;
  for (const auto& [api, chosen] : levels) {
    if (chosen.chosen == IrqlSet::of(kPassiveLevel) && !chosen.leftToRole && !chosen.cannotBeSeen) names.insert(api);
  }
  return names;
}

// A choice that is left to the role is left to the next choice first.
CreationLevels Creations::levelsOf(const Site& site, std::size_t first, unsigned parents) const {
  CreationLevels levels{.leftToRole = true};
  for (std::size_t i = first; i < site.creation->choices.size() && levels.leftToRole; ++i) {
    const CreationLevels chosen = levelsOf(site, site.creation->choices[i], i, parents);
    levels.chosen = levels.chosen | chosen.chosen;
    levels.leftToRole = chosen.leftToRole;
    levels.cannotBeSeen |= chosen.cannotBeSeen;
  }
  return levels;
}

CreationLevels Creations::levelsOf(const Site& site, const LevelChoice& choice, std::size_t index,
                                   unsigned parents) const {
  const IrqlSet level = IrqlSet::of(choice.level);
  if (choice.parameter >= site.call->arguments.size()) return {level, true, true};
  const MemberValues values = memberValues(program_, site.place, site.call->arguments[choice.parameter], choice.field);
  const auto isWanted = [&](std::int64_t value) {
    if (choice.values.empty()) return value != 0;
    return std::any_of(choice.values.begin(), choice.values.end(),
                       [&](const std::string& name) { return program_.ddi().constant(name) == value; });
  };
  const auto inherited = program_.ddi().constant(choice.inheritedValue);
  CreationLevels levels;
  bool inherits = values.unset;
  for (const std::int64_t value : values.constants) {
    if (isWanted(value)) {
      levels.chosen = level;
    } else if (value == inherited) {
      inherits = true;
    } else {
      levels.leftToRole = true;
    }
  }
  if (inherits) levels.add(inheritedFrom(choice.inheritsFrom, index, parents + 1));
  if (values.unknown) levels.add({level, true, true});
  return levels;
}

CreationLevels Creations::inheritedFrom(const std::string& api, std::size_t index, unsigned parents) const {
  const std::tuple key(api, index, parents);
  const auto known = inherited_.find(key);
  if (known != inherited_.end()) return known->second;
  return inherited_.try_emplace(key, findInheritedFrom(api, index, parents)).first->second;
}

// By the parents' choice number `index`, which speaks of the same.
CreationLevels Creations::findInheritedFrom(const std::string& api, std::size_t index, unsigned parents) const {
  CreationLevels levels;
  for (const Site& site : sites_) {
    if (*site.api != api || parents > kMostParents || index >= site.creation->choices.size()) continue;
    levels.add(levelsOf(site, site.creation->choices[index], index, parents));
  }
  if (levels.chosen.empty() && !levels.cannotBeSeen) levels.leftToRole = true;
  return levels;
}

// The creations that the object filled in at `registration` comes to before it is filled in anew.
std::vector<const Creations::Site*> Creations::sitesAfter(const EventPlace& registration) const {
  const Event& stored = eventAt(program_, registration);
  const std::vector<BasicBlock>& blocks = program_[registration.function].summary.body->blocks;
  std::vector<const Site*> found;
  const auto [first, last] =
      std::ranges::equal_range(sites_, registration.function, {}, [](const Site& site) { return site.place.function; });
  for (const Site& site : llvm::make_range(first, last)) {
    if (!mentions(stored, site)) continue;
    std::vector<bool> seen(blocks.size(), false);
    std::vector<std::pair<std::size_t, std::size_t>> pending{{registration.block, registration.event + 1}};
    bool reached = false;
    while (!pending.empty() && !reached) {
      auto [block, at] = pending.back();
      pending.pop_back();
      const std::vector<Event>& events = blocks[block].events;
      while (at < events.size() && !reached && !fillsAnew(events[at], site)) {
        reached = block == site.place.block && at == site.place.event;
        ++at;
      }
      if (at < events.size()) continue;
      for (const std::size_t next : successors(blocks[block])) {
        if (!seen[next]) pending.emplace_back(next, 0);
        seen[next] = true;
      }
    }
    if (reached) found.push_back(&site);
  }
  return found;
}

// True if the event stores into the configuration object of the creation, or passes it on.
bool Creations::mentions(const Event& event, const Site& site) const {
  const auto parameter = site.creation->configParameter;
  if (!parameter || *parameter >= site.call->arguments.size()) return false;
  const ExprId config = site.call->arguments[*parameter];
  if (const auto* call = std::get_if<CallEvent>(&event.action)) {
    return std::find(call->arguments.begin(), call->arguments.end(), config) != call->arguments.end();
  }
  const auto* assign = std::get_if<AssignEvent>(&event.action);
  if (assign == nullptr) return false;
  const ExprTable& exprs = program_[site.place.function].summary.body->exprs;
  const Expr& place = exprs[assign->place];
  if (place.kind != ExprKind::Field) return false;
  const Expr& object = exprs[place.lhs];
  return exprs[config].lhs == place.lhs || (object.kind == ExprKind::Dereference && object.lhs == config);
}

// An INIT function of a header, which begins a new life of the object; the creating calls may be inline too.
bool Creations::fillsAnew(const Event& event, const Site& site) const {
  const auto* call = std::get_if<CallEvent>(&event.action);
  if (call == nullptr || !call->callee || !mentions(event, site)) return false;
  const Function& callee = program_[call->callee];
  return callee.summary.isForeign && callee.isDefined() && program_.ddi().creation(callee.name()) == nullptr;
}

}  // namespace irqlint
