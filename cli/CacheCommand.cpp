#include "cli/CacheCommand.h"

#include <utility>

#include <llvm/Support/Format.h>
#include <llvm/Support/Process.h>
#include <nlohmann/json.hpp>

#include "analyzer/cache/CacheFolder.h"
#include "analyzer/cache/CacheStorage.h"
#include "analyzer/cache/RemoteCache.h"

namespace irqlint {
namespace {

constexpr const char* kTokenVariable = "IRQLINT_REMOTE_CACHE_TOKEN";

std::string counted(std::uint64_t number, const std::string& one, const std::string& many) {
  return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::string megabytes(std::uint64_t bytes) {
  std::string text;
  llvm::raw_string_ostream(text) << llvm::format("%.1f MB", static_cast<double>(bytes) / (1 << 20));
  return text;
}

std::string entries(const CacheContents& contents) {
  return counted(contents.entries, "entry", "entries") + ", " + megabytes(contents.bytes);
}

// What `contents` counts was removed, or else is there.
void show(const CacheCommandOptions& options, const std::string& folder, const CacheContents& contents,
          llvm::raw_ostream& out) {
  const bool isRemoved = options.action != CacheAction::Info;
  if (options.format == ListFormat::Json) {
    const nlohmann::ordered_json report{{"folder", folder},
                                        {isRemoved ? "removedEntries" : "entries", contents.entries},
                                        {isRemoved ? "removedBytes" : "bytes", contents.bytes},
                                        {"limit", options.cache.size}};
    out << report.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  } else if (isRemoved) {
    out << "removed " << entries(contents) << " from " << folder << '\n';
  } else {
    out << folder << ": " << entries(contents) << " of " << megabytes(options.cache.size) << '\n';
  }
}

void showRemoteStatistics(const RemoteStatistics& remote, llvm::raw_ostream& out) {
  out << "remote cache " << remote.address << ": hits " << remote.hits << ", misses " << remote.misses << ", stored "
      << remote.stored << ", errors " << remote.errors << ", read " << megabytes(remote.bytesRead) << ", written "
      << megabytes(remote.bytesWritten) << '\n';
  if (!remote.readProblem.empty()) out << "remote cache: given up reading: " << remote.readProblem << '\n';
  if (!remote.writeProblem.empty()) out << "remote cache: given up writing: " << remote.writeProblem << '\n';
  if (remote.late != 0)
    out << "remote cache: " << counted(remote.late, "entry was", "entries were") << " not stored in time\n";
}

}  // namespace

std::string cacheFolder(const CacheOptions& options) {
  return options.folder.empty() ? defaultCacheFolder() : options.folder;
}

Result<std::shared_ptr<SummaryCache>> openCache(const CacheOptions& options) {
  std::string folder = options.use ? cacheFolder(options) : "";
  if (folder.empty()) return std::shared_ptr<SummaryCache>();
  std::unique_ptr<RemoteCache> remote;
  if (!options.remote.empty()) {
    const std::string token = llvm::sys::Process::GetEnv(kTokenVariable).value_or("");
    auto opened = RemoteCache::open(
        {.address = options.remote, .token = token, .isReadOnly = options.remoteIsReadOnly, .limits = {}});
    if (!opened) return Error(opened.error()).within("--remote-cache");
    remote = *std::move(opened);
  }
  return std::make_shared<SummaryCache>(std::make_shared<CacheStorage>(std::move(folder), std::move(remote)));
}

std::string runCacheCommand(const CacheCommandOptions& options, llvm::raw_ostream& out) {
  const std::string path = cacheFolder(options.cache);
  if (path.empty()) return "there is no folder for caches; name one with --cache-dir";
  CacheFolder folder(path);
  Result<CacheContents> contents = options.action == CacheAction::Clear ? folder.clear() : folder.contents();
  if (contents && options.action == CacheAction::Prune) {
    folder.prune(options.cache.size, CacheFolder::Pruning::Now);
    const Result<CacheContents> left = folder.contents();
    if (!left) return left.error().message();
    contents->entries -= left->entries;
    contents->bytes -= left->bytes;
  }
  if (!contents) return contents.error().message();
  show(options, path, *contents, out);
  return "";
}

void showCacheStatistics(const CacheStatistics& statistics, llvm::raw_ostream& out) {
  out << "cache " << statistics.folder << ": hits " << statistics.hits << ", misses " << statistics.misses
      << ", stored " << statistics.stored << ", read " << megabytes(statistics.bytesRead) << ", written "
      << megabytes(statistics.bytesWritten) << '\n';
  if (statistics.damaged != 0) {
    out << "cache: " << counted(statistics.damaged, "entry was", "entries were") << " damaged and recomputed\n";
  }
  if (!statistics.problem.empty()) out << "cache: not all could be written: " << statistics.problem << '\n';
  if (!statistics.remote.address.empty()) showRemoteStatistics(statistics.remote, out);
}

}  // namespace irqlint
