// The part of PartitionFinder that judges globals.
#include <algorithm>

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringRef.h>

#include "analyzer/dataflow/Partition.h"

namespace irqlint {

// Why an object of the type must be resident; "" if that is not known.
std::string_view PartitionFinder::residentType(const std::string& type) const {
  llvm::StringRef name = llvm::StringRef(type).take_until([](char c) { return c == '[' || c == '*'; }).trim();
  if (llvm::StringRef(type).contains('*')) return {};
  for (bool changed = true; changed;) {
    changed = false;
    for (const llvm::StringRef qualifier : {"const ", "volatile ", "struct ", "union "}) {
      changed = name.consume_front(qualifier) || changed;
    }
  }
  return program_.ddi().whyResident({name.data(), name.size()});
}

PartitionFinder::Verdict PartitionFinder::judgeGlobal(std::size_t global) const {
  if (const std::string_view why = residentType(program_.globals[global].type); !why.empty()) {
    return because(PlacementReason::KernelObject, "is a '" + program_.globals[global].type + "': " + std::string(why));
  }
  if (const Escape* object = uses_.kernelObjectIn(global)) {
    Verdict verdict = because(PlacementReason::KernelObject, object->how);
    verdict.path.push_back({.location = program_.locate(object->location), .message = verdict.because});
    return verdict;
  }
  const Escape* escape = uses_.escapeOfGlobal(global);
  // What is discarded is resident until then, whatever the level.
  const bool isOnlyInitialization = llvm::all_of(uses_.usesOf(global), [&](const GlobalUse& use) {
    return functions_[use.function.index()].placement == Placement::CanDiscard;
  });
  if (isOnlyInitialization && !uses_.usesOf(global).empty() && escape == nullptr) {
    return because(PlacementReason::OnlyInitialization, "is used by the driver's initialisation only");
  }
  if (auto verdict = usedRaised(global)) return *std::move(verdict);
  if (escape != nullptr) return unknownAt(PlacementReason::AddressEscapes, *escape);
  return byItsUsers(uses_.usesOf(global));
}

std::optional<PartitionFinder::RaisedUse> PartitionFinder::raisedUse(std::span<const GlobalUse> uses) const {
  std::optional<RaisedUse> nearest;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    for (const ContextId id : contexts_[uses[i].function.index()]) {
      const auto place = at(id).raisedPlaces.find(uses[i].location);
      if (place == at(id).raisedPlaces.end() || !place->second.certain || place->second.inlined) continue;
      const bool isEnteredLow = at(id).entry < kDispatchLevel;
      if (!isEnteredLow && reach_.certainty(id) != Certainty::Definite) continue;
      if (nearest && reach_.distance(id) >= reach_.distance(nearest->point.context)) continue;
      nearest = RaisedUse{{id, place->second.trail, uses[i].location, place->second.inlined}, i};
    }
  }
  return nearest;
}

bool PartitionFinder::mayBeRaised(const GlobalUse& use) const {
  return llvm::any_of(contexts_[use.function.index()], [&](ContextId id) {
    const auto place = at(id).raisedPlaces.find(use.location);
    return place != at(id).raisedPlaces.end() && !place->second.inlined;
  });
}

// The way to a use at DISPATCH_LEVEL or above, with `what` happening there.
std::vector<ThreadFlowLocation> PartitionFinder::pathToUse(const RaisedUse& raised, std::string what) const {
  std::vector<ThreadFlowLocation> path = analyzed_.codeFlow(raised.point.context, raised.point.trail);
  const ThreadFlowLocation& last = path.back();
  path.push_back({.location = program_.locate(raised.point.location),
                  .message = std::move(what),
                  .before = last.after,
                  .after = last.after,
                  .nestingLevel = last.nestingLevel,
                  .importance = Importance::Essential});
  return path;
}

std::optional<PartitionFinder::Verdict> PartitionFinder::usedRaised(std::size_t global) const {
  const std::vector<GlobalUse>& uses = uses_.usesOf(global);
  const auto raised = raisedUse(uses);
  if (!raised) return std::nullopt;
  Verdict verdict = because(PlacementReason::TouchedRaised,
                            "is used at DISPATCH_LEVEL or above by '" + at(uses[raised->use].function).name() + "'");
  verdict.path = pathToUse(*raised, "uses '" + program_.globals[global].name + "'");
  return verdict;
}

// What of its users is not known for sure is not known of it.
PartitionFinder::Verdict PartitionFinder::byItsUsers(std::span<const GlobalUse> uses) const {
  if (uses.empty()) return because(PlacementReason::NobodyUses, "nobody is seen to use it");
  for (const GlobalUse& use : uses) {
    const Verdict& user = functions_[use.function.index()];
    const std::string name = "'" + at(use.function).name() + "'";
    if (user.reason == PlacementReason::PowerPath) {
      Verdict verdict = because(PlacementReason::PowerPath, "is used by " + name + ", which " + user.because);
      verdict.path = user.path;
      return verdict;
    }
    const bool mayBePower =
        user.placement != Placement::CanDiscard && (onPowerPath(use.function) || onPagingPath(use.function));
    if (user.placement == Placement::Unknown || mayBeRaised(use) || mayBePower) {
      Verdict verdict = because(PlacementReason::UserUnknown, "is used by " + name + ", of which too little is known");
      verdict.path = user.path;
      return verdict;
    }
  }
  return because(PlacementReason::LowLevels, "is never used at DISPATCH_LEVEL or above");
}

PartitionItem PartitionFinder::itemOfGlobal(std::size_t global, const Verdict& verdict) const {
  const GlobalSummary& summary = program_.globals[global];
  return {.kind = PartitionKind::Global,
          .name = summary.name,
          .identity = summary.identity,
          .location = program_.locate(summary.location),
          .section = summary.section.name,
          .residence = residenceOf(summary.section.name),
          .bytes = summary.bytes,
          .placement = verdict.placement,
          .reason = verdict.reason,
          .because = verdict.because,
          .path = verdict.path};
}

}  // namespace irqlint
