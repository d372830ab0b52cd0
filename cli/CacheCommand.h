// The cache as the user sees it.
#pragma once

#include <memory>
#include <string>

#include <llvm/Support/raw_ostream.h>

#include "analyzer/cache/SummaryCache.h"
#include "analyzer/support/Result.h"
#include "cli/Options.h"

namespace irqlint {

// The folder that the options name; "" if they name none and the platform has no folder for caches.
std::string cacheFolder(const CacheOptions& options);

// Null if there is to be none, or the platform has no folder for it. Fails if the options name a server in a way that
// cannot be; the token for it is in IRQLINT_REMOTE_CACHE_TOKEN.
Result<std::shared_ptr<SummaryCache>> openCache(const CacheOptions& options);

// `irqlint cache`: returns why it could not do its work, or "".
std::string runCacheCommand(const CacheCommandOptions& options, llvm::raw_ostream& out);

// What the cache was good for in a run: the lines of --stats.
void showCacheStatistics(const CacheStatistics& statistics, llvm::raw_ostream& out);

}  // namespace irqlint
