#include "analyzer/cache/SummaryCache.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <llvm/Support/Endian.h>

#include "analyzer/model/SummaryBinary.h"

namespace irqlint {
namespace {

// The most sets of inputs a manifest keeps: enough to go back and forth between some branches.
constexpr std::size_t kSets = 4;

// A manifest is the sets, the one stored last first: the name of the summary, the length of the inputs, the inputs.
struct InputSet {
  Digest summary;
  llvm::StringRef inputs;
};

constexpr std::size_t kFixedSize = sizeof(Digest) + sizeof(std::uint64_t);

std::vector<InputSet> setsOf(llvm::StringRef manifest) {
  std::vector<InputSet> sets;
  while (manifest.size() >= kFixedSize) {
    InputSet set;
    std::memcpy(set.summary.data(), manifest.data(), sizeof(Digest));
    const std::uint64_t size = llvm::support::endian::read64le(manifest.data() + sizeof(Digest));
    manifest = manifest.drop_front(kFixedSize);
    if (size > manifest.size()) break;
    set.inputs = manifest.take_front(size);
    manifest = manifest.drop_front(size);
    sets.push_back(set);
  }
  return sets;
}

void append(const InputSet& set, std::string& manifest) {
  manifest.append(reinterpret_cast<const char*>(set.summary.data()), sizeof(Digest));
  std::array<char, sizeof(std::uint64_t)> size;
  llvm::support::endian::write64le(size.data(), set.inputs.size());
  manifest.append(size.data(), size.size());
  manifest += set.inputs;
}

std::string manifestOf(const InputSet& set) {
  std::string manifest;
  append(set, manifest);
  return manifest;
}

// The one set of `added` goes first. Of two processes that store at once one loses its set: the unit is read once more.
std::string mergeManifests(llvm::StringRef added, llvm::StringRef known) {
  std::string manifest = added.str();
  const std::vector<InputSet> newest = setsOf(added);
  std::vector<InputSet> sets = setsOf(known);
  std::erase_if(sets, [&](const InputSet& set) { return set.inputs == newest.front().inputs; });
  sets.resize(std::min(sets.size(), kSets - 1));
  for (const InputSet& set : sets) append(set, manifest);
  return manifest;
}

}  // namespace

std::optional<Digest> SummaryCache::nameOf(const Digest& unit, llvm::function_ref<bool(llvm::StringRef)> holds) {
  const auto find = [&](const std::unique_ptr<llvm::MemoryBuffer>& manifest) -> std::optional<InputSet> {
    const std::vector<InputSet> sets = manifest ? setsOf(manifest->getBuffer()) : std::vector<InputSet>();
    const auto set = std::ranges::find_if(sets, holds, &InputSet::inputs);
    if (set == sets.end()) return std::nullopt;
    ++hits_;
    bytesRead_ += manifest->getBufferSize();
    return *set;
  };
  if (const auto set = find(storage_->folder().find(unit))) return set->summary;
  // Another machine may have met the inputs of this one, though this one has met others.
  const auto manifest = storage_->findRemote(unit, NamedBy::Key);
  if (const auto set = find(manifest)) {
    storage_->putInFolder(unit, manifestOf(*set), mergeManifests);
    return set->summary;
  }
  ++misses_;
  return std::nullopt;
}

std::optional<TuSummary> SummaryCache::load(const Digest& name) {
  const auto bytes = storage_->find(name, NamedBy::Contents);
  Result<TuSummary> summary = bytes ? summaryFromBytes(bytes->getBuffer()) : Error("not kept");
  if (!summary) {
    --hits_;
    ++misses_;
    return std::nullopt;
  }
  bytesRead_ += bytes->getBufferSize();
  return *std::move(summary);
}

std::optional<TuSummary> SummaryCache::find(const Digest& unit, llvm::function_ref<bool(llvm::StringRef)> holds) {
  const std::optional<Digest> name = nameOf(unit, holds);
  return name ? load(*name) : std::nullopt;
}

std::optional<Digest> SummaryCache::store(const Digest& unit, llvm::StringRef inputs, const TuSummary& summary) {
  const std::string bytes = summaryToBytes(summary);
  const InputSet added{digestOf(bytes), inputs};
  const std::uint64_t written = storage_->put(added.summary, bytes);
  if (written == 0) return std::nullopt;
  const std::uint64_t more = storage_->put(unit, manifestOf(added), mergeManifests);
  if (more == 0) return std::nullopt;
  ++stored_;
  bytesWritten_ += written + more;
  return added.summary;
}

CacheStatistics SummaryCache::statistics() const {
  return {.used = true,
          .folder = storage_->folder().path(),
          .hits = hits_,
          .misses = misses_,
          .stored = stored_,
          .damaged = storage_->folder().damaged(),
          .bytesRead = bytesRead_,
          .bytesWritten = bytesWritten_,
          .problem = storage_->folder().problem(),
          .remote = storage_->remoteStatistics()};
}

}  // namespace irqlint
