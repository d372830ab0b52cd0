// The part of the partition on what may run while a missing page cannot be brought in.
#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/Partition.h"

namespace irqlint {

std::vector<bool> PartitionFinder::pagingContexts() const {
  if (!program_.powerPaging.served.file) return std::vector<bool>(facts_.contexts.size(), false);
  std::vector<ContextId> from;
  for (const IrqlFacts::Root& root : facts_.roots) {
    if (!program_.entryPoints[root.entryPoint].noPagingIo) from.push_back(root.context);
  }
  return spread(from, [&](ContextId id) { return !denies_[at(id).function.index()]; });
}

std::vector<bool> PartitionFinder::handedPowerContexts() const {
  std::vector<ContextId> from;
  const bool takesPower =
      llvm::any_of(program_.entryPoints, [](const EntryPoint& entry) { return entry.isPowerRequest; });
  const PowerPaging& said = program_.powerPaging;
  if (!takesPower || (said.pageableSet.file && !said.flagsDoubtful.file))
    return std::vector<bool>(facts_.contexts.size(), false);
  for (const IrqlFacts::Root& root : facts_.roots) {
    const Contract* role = program_.entryPoints[root.entryPoint].role;
    if (role != nullptr && has(role->terms.effects, ContractEffect::RunsHandedWork)) from.push_back(root.context);
  }
  return spread(from, [&](ContextId id) { return !denies_[at(id).function.index()]; });
}

// Without a word of the driver the framework keeps the paging disk on; but whether the driver would rather say so is
// not known.
std::optional<PartitionFinder::Verdict> PartitionFinder::onPowerPath(FunctionRef function) const {
  const PowerPaging& said = program_.powerPaging;
  const bool isForbidden = said.forbidden.file.valid();
  if (said.allowed.file && !isForbidden) return std::nullopt;
  for (const ContextId id : contexts_[function.index()]) {
    for (const Reachability* power : {&powerUp_, &powerDown_}) {
      if (!power->certainty(id) || (power == &powerDown_ && !isForbidden)) continue;
      const bool isSure = isForbidden && !said.allowed.file;
      Verdict verdict = because(isSure ? PlacementReason::PowerPath : PlacementReason::MayBePowerPath,
                                isSure ? "runs in a power change of a device that is not power pageable"
                                       : "runs in a power change, and whether the paging disk is on then is not said");
      verdict.path = analyzed_.codeFlow(*power, id, TrailId(), {});
      return verdict;
    }
    if (!handedPower_[id.index()]) continue;
    Verdict verdict = because(PlacementReason::MayBePowerPath,
                              "may carry out power requests, which the driver takes itself, of devices that are not "
                              "said to be power pageable");
    verdict.path = analyzed_.codeFlow(id, TrailId());
    return verdict;
  }
  return std::nullopt;
}

std::optional<PartitionFinder::Verdict> PartitionFinder::onPagingPath(FunctionRef function) const {
  for (const ContextId id : contexts_[function.index()]) {
    if (!paging_[id.index()]) continue;
    Verdict verdict = because(PlacementReason::MayServePaging,
                              "may be needed to bring missing pages in: the driver serves paging I/O, and no "
                              "PAGED_CODE says that this is not part of it");
    verdict.path = analyzed_.codeFlow(id, TrailId());
    return verdict;
  }
  return std::nullopt;
}

}  // namespace irqlint
