// The part of PartitionFinder that judges allocations.
#include <iterator>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/Partition.h"

namespace irqlint {
namespace {

constexpr MemoryKinds kNonPaged{static_cast<std::uint32_t>(MemoryKind::NonPagedPool) |
                                static_cast<std::uint32_t>(MemoryKind::ExecutablePool)};

Residence residenceOf(MemoryKinds kinds) {
  if (kinds == MemoryKinds::of(MemoryKind::PagedPool)) return Residence::Pageable;
  return kinds.bits != 0 && (kinds | kNonPaged) == kNonPaged ? Residence::Resident : Residence::Unknown;
}

std::string poolName(MemoryKinds kinds) {
  if (kinds == MemoryKinds::of(MemoryKind::PagedPool)) return "paged pool";
  if (kinds == MemoryKinds::of(MemoryKind::NonPagedPool)) return "nonpaged pool";
  if (kinds == MemoryKinds::of(MemoryKind::ExecutablePool)) return "executable nonpaged pool";
  return kinds.contains(MemoryKind::Unknown) ? "unknown pool" : "different pools";
}

std::vector<GlobalUse> placesOf(llvm::ArrayRef<AllocationUse> uses) {
  std::vector<GlobalUse> places;
  places.reserve(uses.size());
  for (const AllocationUse& use : uses) places.push_back(use.at);
  return places;
}

}  // namespace

PartitionFinder::Verdict PartitionFinder::judgeAllocation(const AllocationSite& site, const AllocationUses& all) const {
  const AllocationStory& story = all.of(site.function, site.call);
  const GlobalUse made{site.function, site.location};
  if (story.kernelObject) {
    Verdict verdict = because(PlacementReason::KernelObject, story.kernelObject->how);
    verdict.path.push_back({.location = program_.locate(story.kernelObject->location), .message = verdict.because});
    return verdict;
  }
  if (const auto raised = raisedUse({&made, 1})) {
    Verdict verdict = because(PlacementReason::TouchedRaised, "is allocated at DISPATCH_LEVEL or above");
    verdict.path = pathToUse(*raised, "calls '" + site.api + "'");
    return verdict;
  }
  if (auto verdict = touchedRaised(site, story)) return *std::move(verdict);
  if (story.escape) return unknownAt(PlacementReason::AddressEscapes, *story.escape);
  if (auto verdict = maybeTouchedRaised(story, all)) return *std::move(verdict);
  // A handle, say, which stands for memory that the system hands out.
  const bool isUsed = llvm::any_of(story.uses, [](const AllocationUse& use) { return use.pointer.valid(); });
  if (!isUsed) return because(PlacementReason::NobodyUses, "nobody is seen to use it");
  std::vector<GlobalUse> places = placesOf(story.uses);
  places.push_back(made);
  return byItsUsers(places);
}

std::optional<PartitionFinder::Verdict> PartitionFinder::touchedRaised(const AllocationSite& site,
                                                                       const AllocationStory& story) const {
  std::vector<AllocationUse> sure;
  llvm::copy_if(story.uses, std::back_inserter(sure), [](const AllocationUse& use) { return use.isSure; });
  const auto raised = raisedUse(placesOf(sure));
  if (!raised) return std::nullopt;
  const AllocationUse& use = sure[raised->use];
  Verdict verdict = because(PlacementReason::TouchedRaised,
                            use.how + " at DISPATCH_LEVEL or above in '" + at(use.at.function).name() + "'");
  verdict.path = analyzed_.memoryStory(use.at.function, use.pointer, use.object);
  llvm::append_range(verdict.path, pathToUse(*raised, "what '" + site.api + "' allocated " + use.how));
  return verdict;
}

// By a pointer that may also lead elsewhere, or by one that is not followed.
std::optional<PartitionFinder::Verdict> PartitionFinder::maybeTouchedRaised(const AllocationStory& story,
                                                                            const AllocationUses& all) const {
  const auto isRaised = [&](const GlobalUse& use) { return mayBeRaised(use); };
  const std::vector<GlobalUse> places = placesOf(story.uses);
  const auto use = llvm::find_if(places, isRaised);
  if (use != places.end()) {
    const GlobalUse& shown = *use;
    Verdict verdict = because(PlacementReason::MayBeEnteredRaised,
                              "may be touched at DISPATCH_LEVEL or above in '" + at(shown.function).name() + "'");
    verdict.path.push_back({.location = program_.locate(shown.location), .message = verdict.because});
    return verdict;
  }
  for (const StringId record : story.records) {
    const GlobalUse* other = raisedTouchOfAny(record, all);
    if (other == nullptr) continue;
    Verdict verdict =
        because(PlacementReason::UserUnknown, "may be the '" + std::string(program_.strings[record]) + "' that '" +
                                                  at(other->function).name() + "' touches at DISPATCH_LEVEL or above");
    verdict.path.push_back({.location = program_.locate(other->location), .message = verdict.because});
    return verdict;
  }
  return std::nullopt;
}

const GlobalUse* PartitionFinder::raisedTouchOfAny(StringId record, const AllocationUses& all) const {
  const auto [known, isNew] = raisedTouches_.try_emplace(record, nullptr);
  if (!isNew) return known->second;
  const std::vector<GlobalUse>& touches = all.touchesOfAny(record);
  const auto raised = llvm::find_if(touches, [&](const GlobalUse& use) { return mayBeRaised(use); });
  if (raised != touches.end()) known->second = &*raised;
  return known->second;
}

PartitionItem PartitionFinder::itemOfAllocation(const AllocationSite& site, const Verdict& verdict) const {
  return {.kind = PartitionKind::Allocation,
          .name = site.api,
          .identity = at(site.function).summary.identity,
          .location = program_.locate(site.location),
          .section = poolName(site.kinds),
          .residence = irqlint::residenceOf(site.kinds),
          .bytes = site.size,
          .placement = verdict.placement,
          .reason = verdict.reason,
          .because = verdict.because,
          .path = verdict.path};
}

}  // namespace irqlint
