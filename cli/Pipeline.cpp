#include "cli/Pipeline.h"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

#include <llvm/Support/Process.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/cache/SummaryCache.h"
#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/link/Program.h"
#include "cli/CacheCommand.h"
#include "cli/Contracts.h"
#include "cli/Coverage.h"
#include "cli/DriverLoading.h"
#include "cli/HeaderDirectories.h"

namespace irqlint {
namespace {

// What is left to be sent to other machines when all units are read is little, unless the way there is slow.
constexpr std::chrono::seconds kUploadTime{10};

// "[12/340] file", each over the one before.
void showProgress(std::size_t done, std::size_t total, const std::string& file) {
  const std::size_t slash = file.rfind('/');
  llvm::errs() << "\r\x1b[K[" << done << '/' << total << "] "
               << file.substr(slash == std::string::npos ? 0 : slash + 1);
  if (done == total) llvm::errs() << "\r\x1b[K";
}

// The commands of all drivers: one that several share is read once.
class SharedCommands {
 public:
  explicit SharedCommands(const std::vector<Driver>& drivers) : users_(drivers.size()) {
    std::map<std::tuple<std::string, std::string, std::vector<std::string>>, std::size_t> known;
    for (std::size_t driver = 0; driver < drivers.size(); ++driver) {
      for (const CompileCommand& command : drivers[driver].commands) {
        const auto [at, isNew] =
            known.try_emplace({command.file, command.directory, command.arguments}, commands_.size());
        if (isNew) commands_.push_back(command);
        users_[driver].push_back(at->second);
      }
    }
  }

  const std::vector<CompileCommand>& commands() const { return commands_; }

  // Deals what was extracted out to the drivers, in the extraction's order.
  std::vector<DriverUnits> deal(Extraction extraction) const {
    std::vector<std::vector<std::size_t>> drivers(commands_.size());
    for (std::size_t driver = 0; driver < users_.size(); ++driver)
      for (const std::size_t command : users_[driver]) drivers[command].push_back(driver);
    std::vector<DriverUnits> dealt(users_.size());
    for (std::size_t i = 0; i < extraction.summaries.size(); ++i) {
      const std::vector<std::size_t>& takers = drivers[extraction.commands[i]];
      for (std::size_t k = 0; k + 1 < takers.size(); ++k) dealt[takers[k]].summaries.push_back(extraction.summaries[i]);
      dealt[takers.back()].summaries.push_back(std::move(extraction.summaries[i]));
    }
    for (const FailedUnit& unit : extraction.failed)
      for (const std::size_t driver : drivers[unit.command]) dealt[driver].failed.push_back(unit);
    return dealt;
  }

 private:
  std::vector<CompileCommand> commands_;
  std::vector<std::vector<std::size_t>> users_;  // for each driver its commands
};

// What crashes or is given up is not kept: another run, on another machine or with more time, may fare better.
Result<TuSummary> extractUnit(const CompileCommand& command, Attempt attempt, ExtractOptions reading, UnitKeys& keys,
                              SummaryCache* cache) {
  // A file system each: the working directory is state of its own.
  const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk = llvm::vfs::createPhysicalFileSystem();
  reading.inventNames = attempt == Attempt::Full;
  if (attempt == Attempt::Careful) reading.preambles = nullptr;
  if (cache == nullptr || attempt == Attempt::Careful) return extractTu(command, reading, disk);
  const Digest key = keys(command);
  const auto holds = [&](llvm::StringRef inputs) { return inputsHold(inputs, *reading.files, *disk); };
  if (auto known = cache->find(key, holds)) return *std::move(known);
  std::string inputs;
  Result<TuSummary> summary = extractTu(command, reading, disk, &inputs);
  if (summary && !inputs.empty()) cache->store(key, inputs, *summary);
  return summary;
}

Result<Extraction> extractUnits(const std::vector<CompileCommand>& commands, const std::vector<std::string>& roots,
                                const ProjectOptions& options, Analysis& analysis) {
  const Result<std::shared_ptr<SummaryCache>> opened = openCache(options.cache);
  if (!opened) return Error(opened.error());
  const std::shared_ptr<SummaryCache>& cache = *opened;
  const Result<std::string> kit = headerKit(options);
  if (!kit) return Error(kit.error());
  const Result<std::vector<std::string>> fallback = fallbackHeaders(options);
  if (!fallback) return Error(fallback.error());
  ExtractOptions reading{.projectRoots = roots,
                         .headerKit = *kit,
                         .fallbackHeaders = *fallback,
                         .files = createFileCache(),
                         .measureCode = options.measureCode};
  if (options.usePreambles)
    reading.preambles =
        planPreambles(commands, reading, [] { return llvm::vfs::createPhysicalFileSystem(); }, options.jobs);
  ExtractionOptions running{.jobs = options.jobs};
  if (llvm::sys::Process::StandardErrIsDisplayed()) running.onProgress = showProgress;
  const auto extract = [reading, cache, keys = std::make_shared<UnitKeys>(reading)](const CompileCommand& command,
                                                                                    Attempt attempt) {
    return extractUnit(command, attempt, reading, *keys, cache.get());
  };
  Extraction extraction = extractAll(commands, extract, running);
  if (reading.preambles) analysis.preambles = statisticsOf(*reading.preambles);
  if (cache) {
    cache->finishUploads(kUploadTime);
    analysis.cache = cache->statistics();
    if (analysis.cache.stored != 0) cache->prune(options.cache.size);
  }
  return extraction;
}

class Stopwatch {
 public:
  explicit Stopwatch(std::vector<PassTime>& times) : times_(times) {}

  // Adds the time since the last lap to that of `pass`.
  void lap(const std::string& pass) {
    const auto now = std::chrono::steady_clock::now();
    const auto known = std::find_if(times_.begin(), times_.end(), [&](const auto& time) { return time.pass == pass; });
    if (known == times_.end())
      times_.push_back({pass, now - start_});
    else
      known->time += now - start_;
    start_ = now;
  }

 private:
  std::vector<PassTime>& times_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void add(const AnalysisStatistics& more, AnalysisStatistics& sum) {
  sum.contexts += more.contexts;
  sum.joinedVariants += more.joinedVariants;
  sum.joinedStates += more.joinedStates;
  sum.joinedContexts += more.joinedContexts;
}

}  // namespace

Result<ExtractedDrivers> extractDrivers(const ProjectOptions& options, Analysis& analysis) {
  Stopwatch stopwatch(analysis.times);
  Result<DriverSet> set = loadDrivers(options);
  if (!set) return Error(set.error());
  analysis.sourceRoot = sourceRootOf(options, set->roots);
  stopwatch.lap("load");
  const SharedCommands shared(set->drivers);
  Result<Extraction> extraction = extractUnits(shared.commands(), set->roots, options, analysis);
  if (!extraction) return Error(extraction.error());
  ExtractedDrivers drivers{*std::move(set), shared.deal(*std::move(extraction))};
  stopwatch.lap("extract");
  return drivers;
}

Result<Analysis> analyzeDrivers(const ProjectOptions& options, const DriverVisitor& visit, const AnalysisOptions& how) {
  Analysis analysis;
  DdiDatabase ddi;
  if (auto error = addContracts(options.contracts, ddi)) return *std::move(error);
  Result<ExtractedDrivers> extracted = extractDrivers(options, analysis);
  if (!extracted) return Error(extracted.error());
  auto& [set, units] = *extracted;

  Stopwatch stopwatch(analysis.times);
  CoverageSum coverage;
  for (std::size_t i = 0; i < set.drivers.size(); ++i) {
    const Program program = linkProgram(std::move(units[i].summaries), ddi);
    stopwatch.lap("link");
    const AnalyzedProgram analyzed = analyse(program, how);
    stopwatch.lap("analyse");
    coverage.add(coverageOf(analyzed, units[i].failed));
    add(analyzed.statistics(), analysis.statistics);
    visit(set.drivers[i], analyzed);
    stopwatch.lap("check");
  }
  analysis.coverage = coverage.sum();
  addProjectNotes(set, analysis.sourceRoot, analysis.coverage);
  return analysis;
}

}  // namespace irqlint
