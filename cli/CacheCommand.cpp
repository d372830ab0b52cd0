#include "cli/CacheCommand.h"

#include <llvm/Support/Format.h>
#include <nlohmann/json.hpp>

#include "analyzer/cache/CacheFolder.h"

namespace irqlint {
namespace {

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

}  // namespace

std::string cacheFolder(const CacheOptions& options) {
  return options.folder.empty() ? defaultCacheFolder() : options.folder;
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
}

}  // namespace irqlint
