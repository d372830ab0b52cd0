#include "cli/UnitReader.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/ThreadPool.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "cli/CacheCommand.h"
#include "cli/HeaderDirectories.h"
#include "cli/Progress.h"

namespace irqlint {
namespace {

// Lines on standard error, each over the one before.
class ProgressDisplay {
 public:
  void operator()(std::size_t done, std::size_t total, const std::string& file) const {
    const auto elapsed = std::chrono::steady_clock::now() - start_;
    llvm::errs() << "\r\x1b[K";
    if (done < total)
      llvm::errs() << progressLine(done, total, file, std::chrono::duration_cast<std::chrono::seconds>(elapsed));
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace

Result<std::shared_ptr<UnitReader>> UnitReader::create(const ProjectOptions& options,
                                                       const std::vector<std::string>& roots) {
  const Result<std::string> kit = headerKit(options);
  if (!kit) return Error(kit.error());
  const Result<std::vector<std::string>> fallback = fallbackHeaders(options);
  if (!fallback) return Error(fallback.error());
  const Result<std::shared_ptr<SummaryCache>> cache = openCache(options.cache);
  if (!cache) return Error(cache.error());
  std::shared_ptr<UnitReader> reader(new UnitReader(options));
  reader->reading_.projectRoots = roots;
  reader->reading_.headerKit = *kit;
  reader->reading_.fallbackHeaders = *fallback;
  reader->reading_.files = createFileCache();
  reader->reading_.measureCode = options.measureCode;
  reader->cache_ = *cache;
  reader->keys_ = std::make_unique<UnitKeys>(reader->reading_);
  return reader;
}

std::optional<Digest> UnitReader::find(const Digest& key) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = names_.find(key); known != names_.end()) return known->second;
  }
  const auto disk = llvm::vfs::createPhysicalFileSystem();
  const auto holds = [&](llvm::StringRef inputs) { return inputsHold(inputs, *reading_.files, *disk); };
  const std::optional<Digest> name = cache_->nameOf(key, holds);
  const std::lock_guard lock(mutex_);
  return names_[key] = name;
}

void UnitReader::lookUp(const std::vector<CompileCommand>& commands) {
  if (!cache_) return;
  llvm::DefaultThreadPool pool(llvm::hardware_concurrency(jobs_));
  // In chunks: one look is shorter than handing it to a thread.
  constexpr std::size_t kChunk = 16;
  for (std::size_t first = 0; first < commands.size(); first += kChunk) {
    pool.async([this, &commands, first] {
      for (std::size_t i = first; i < std::min(first + kChunk, commands.size()); ++i) find((*keys_)(commands[i]));
    });
  }
  pool.wait();
}

std::optional<Digest> UnitReader::nameOf(const CompileCommand& command) {
  if (!cache_) return std::nullopt;
  const Digest key = (*keys_)(command);
  const std::lock_guard lock(mutex_);
  const auto known = names_.find(key);
  return known != names_.end() ? known->second : std::nullopt;
}

// What crashes or is given up is not kept: another run, on another machine or with more time, may fare better.
Result<TuSummary> UnitReader::extract(const CompileCommand& command, Attempt attempt) {
  // A file system each: the working directory is state of its own.
  const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk = llvm::vfs::createPhysicalFileSystem();
  ExtractOptions reading = reading_;
  reading.inventNames = attempt == Attempt::Full;
  if (attempt == Attempt::Careful) reading.preambles = nullptr;
  if (!cache_ || attempt == Attempt::Careful) return extractTu(command, reading, disk);
  const Digest key = (*keys_)(command);
  if (const std::optional<Digest> name = find(key)) {
    if (auto known = cache_->load(*name)) return *std::move(known);
    const std::lock_guard lock(mutex_);
    names_[key] = std::nullopt;
  }
  std::string inputs;
  Result<TuSummary> summary = extractTu(command, reading, disk, &inputs);
  std::optional<Digest> name;
  if (summary && !inputs.empty()) name = cache_->store(key, inputs, *summary);
  const std::lock_guard lock(mutex_);
  names_[key] = name;
  return summary;
}

// Of the units that are to be parsed: what others start with is of no use to them.
void UnitReader::planPreamblesFor(const std::vector<CompileCommand>& commands) {
  lookUp(commands);
  std::vector<CompileCommand> parsed;
  llvm::copy_if(commands, std::back_inserter(parsed), [&](const auto& command) { return !nameOf(command); });
  if (parsed.size() < 2) return;
  reading_.preambles = planPreambles(parsed, reading_, [] { return llvm::vfs::createPhysicalFileSystem(); }, jobs_);
}

Extraction UnitReader::read(const std::vector<CompileCommand>& commands) {
  if (usePreambles_) planPreamblesFor(commands);
  ExtractionOptions running{.jobs = jobs_};
  if (llvm::sys::Process::StandardErrIsDisplayed()) running.onProgress = ProgressDisplay();
  const auto extractOne = [self = shared_from_this()](const CompileCommand& command, Attempt attempt) {
    return self->extract(command, attempt);
  };
  return extractAll(commands, extractOne, running);
}

PreambleStatistics UnitReader::preambles() const {
  return reading_.preambles ? statisticsOf(*reading_.preambles) : PreambleStatistics{};
}

}  // namespace irqlint
