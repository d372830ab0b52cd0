#include "cli/Pipeline.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/Support/MemoryBuffer.h>

#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/link/Program.h"
#include "cli/Contracts.h"
#include "cli/Coverage.h"
#include "cli/DriverLoading.h"
#include "cli/DriverResults.h"
#include "cli/LinkPlan.h"
#include "cli/UnitFile.h"
#include "cli/UnitReader.h"

namespace irqlint {
namespace {

// What is left to be sent to other machines when all units are read is little, unless the way there is slow.
constexpr std::chrono::seconds kUploadTime{10};

// The commands of all drivers: one that several share is read once.
class SharedCommands {
 public:
  explicit SharedCommands(const std::vector<const Driver*>& drivers) : users_(drivers.size()) {
    std::map<std::tuple<std::string, std::string, std::vector<std::string>>, std::size_t> known;
    for (std::size_t driver = 0; driver < drivers.size(); ++driver) {
      for (const CompileCommand& command : drivers[driver]->commands) {
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

std::vector<const Driver*> pointersTo(const std::vector<Driver>& drivers) {
  std::vector<const Driver*> pointers;
  pointers.reserve(drivers.size());
  for (const Driver& driver : drivers) pointers.push_back(&driver);
  return pointers;
}

std::vector<DriverUnits> readUnits(const std::vector<const Driver*>& drivers, UnitReader& reader) {
  const SharedCommands shared(drivers);
  return shared.deal(reader.read(shared.commands()));
}

// Drivers and what reads their units.
struct OpenedDrivers {
  DriverSet set;
  std::shared_ptr<UnitReader> reader;
};

Result<OpenedDrivers> openDrivers(const ProjectOptions& options, Analysis& analysis, Stopwatch& stopwatch) {
  Result<DriverSet> set = loadDrivers(options);
  if (!set) return Error(set.error());
  analysis.sourceRoot = sourceRootOf(options, set->roots);
  Result<std::shared_ptr<UnitReader>> reader = UnitReader::create(options, set->roots);
  if (!reader) return Error(reader.error());
  stopwatch.lap("load");
  return OpenedDrivers{*std::move(set), *std::move(reader)};
}

// When nothing is read or stored any more.
void close(UnitReader& reader, const ProjectOptions& options, Analysis& analysis) {
  analysis.preambles = reader.preambles();
  SummaryCache* cache = reader.cache();
  if (cache == nullptr) return;
  cache->storage().finishUploads(kUploadTime);
  analysis.cache = cache->statistics();
  if (analysis.cache.stored != 0 || analysis.cache.remote.hits != 0) cache->prune(options.cache.size);
}

// Links and analyses one driver, and returns what of it was and was not analysed.
Coverage analyseDriver(DriverUnits units, const DdiDatabase& ddi, const AnalysisOptions& how, Analysis& analysis,
                       Stopwatch& stopwatch, llvm::function_ref<void(const AnalyzedProgram&)> visit) {
  const Program program = linkProgram(std::move(units.summaries), ddi);
  stopwatch.lap("link");
  const AnalyzedProgram analyzed = analyse(program, how);
  stopwatch.lap("analyse");
  add(analyzed.statistics(), analysis.statistics);
  Coverage coverage = coverageOf(analyzed, units.failed);
  visit(analyzed);
  stopwatch.lap("check");
  return coverage;
}

// Of each driver what an earlier run found, if all that decides it is the same.
std::vector<std::optional<DriverResult>> knownResults(const std::vector<Driver>& drivers, UnitReader& reader,
                                                      const DriverResults& results) {
  reader.lookUp(SharedCommands(pointersTo(drivers)).commands());
  std::vector<std::optional<DriverResult>> known;
  known.reserve(drivers.size());
  for (const Driver& driver : drivers) known.push_back(results.find(driver));
  return known;
}

// What cannot be read is a unit that failed: the others are analysed.
DriverUnits readUnitFiles(const std::vector<std::string>& files) {
  DriverUnits units;
  for (const std::string& file : files) {
    const auto bytes = llvm::MemoryBuffer::getFile(file);
    Result<UnitFile> unit = bytes ? unitFileFromBytes((*bytes)->getBuffer()) : Error(bytes.getError().message());
    if (!unit)
      units.failed.push_back({units.failed.size(), file, unit.error().message() + "; run 'irqlint extract' again"});
    else if (unit->summary)
      units.summaries.push_back(*std::move(unit->summary));
    else
      units.failed.push_back({units.failed.size(), unit->file, unit->failure});
  }
  return units;
}

}  // namespace

Result<ExtractedDrivers> extractDrivers(const ProjectOptions& options, Analysis& analysis) {
  Stopwatch stopwatch(analysis.times);
  Result<OpenedDrivers> opened = openDrivers(options, analysis, stopwatch);
  if (!opened) return Error(opened.error());
  std::vector<DriverUnits> units = readUnits(pointersTo(opened->set.drivers), *opened->reader);
  close(*opened->reader, options, analysis);
  stopwatch.lap("extract");
  return ExtractedDrivers{std::move(opened->set), std::move(units)};
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
    const auto visitThis = [&](const AnalyzedProgram& analyzed) { visit(set.drivers[i], analyzed); };
    coverage.add(analyseDriver(std::move(units[i]), ddi, how, analysis, stopwatch, visitThis));
  }
  analysis.coverage = coverage.sum();
  addProjectNotes(set, analysis.sourceRoot, analysis.coverage);
  return analysis;
}

Result<Analysis> checkDrivers(const ProjectOptions& options, RuleKind kind,
                              const std::function<void(DriverFindings)>& take) {
  Analysis analysis;
  DdiDatabase ddi;
  if (auto error = addContracts(options.contracts, ddi)) return *std::move(error);
  Stopwatch stopwatch(analysis.times);
  Result<OpenedDrivers> opened = openDrivers(options, analysis, stopwatch);
  if (!opened) return Error(opened.error());
  auto& [set, reader] = *opened;

  const DriverResults results(*reader, options.contracts, kind);
  std::vector<std::optional<DriverResult>> known = knownResults(set.drivers, *reader, results);
  stopwatch.lap("look up");
  std::vector<const Driver*> rest;
  for (std::size_t i = 0; i < set.drivers.size(); ++i) {
    if (!known[i]) rest.push_back(&set.drivers[i]);
  }
  analysis.driversKnown = set.drivers.size() - rest.size();
  std::vector<DriverUnits> units = readUnits(rest, *reader);
  stopwatch.lap("extract");

  CoverageSum coverage;
  std::size_t read = 0;
  for (std::size_t i = 0; i < set.drivers.size(); ++i) {
    if (!known[i]) {
      DriverResult& result = known[i].emplace();
      const bool isWhole = units[read].failed.empty();
      const auto check = [&](const AnalyzedProgram& analyzed) { result.found = checkDriver(analyzed, kind); };
      result.coverage = analyseDriver(std::move(units[read++]), ddi, {}, analysis, stopwatch, check);
      if (isWhole) results.store(set.drivers[i], result);
    }
    coverage.add(std::move(known[i]->coverage));
    take(std::move(known[i]->found));
  }
  close(*reader, options, analysis);
  analysis.coverage = coverage.sum();
  addProjectNotes(set, analysis.sourceRoot, analysis.coverage);
  return analysis;
}

Result<Analysis> checkLinked(const std::vector<std::string>& files, const ProjectOptions& options, RuleKind kind,
                             const std::function<void(DriverFindings)>& take) {
  Analysis analysis;
  DdiDatabase ddi;
  if (auto error = addContracts(options.contracts, ddi)) return *std::move(error);
  Stopwatch stopwatch(analysis.times);
  const Result<LinkPlan> plan = readLinkPlan(files, options.sourceRoot);
  if (!plan) return Error(plan.error());
  analysis.sourceRoot = plan->sourceRoot;
  CoverageSum coverage;
  for (const std::vector<std::string>& units : plan->units) {
    DriverUnits read = readUnitFiles(units);
    stopwatch.lap("load");
    const auto check = [&](const AnalyzedProgram& analyzed) { take(checkDriver(analyzed, kind)); };
    coverage.add(analyseDriver(std::move(read), ddi, {}, analysis, stopwatch, check));
  }
  analysis.coverage = coverage.sum();
  addProjectNotes(plan->set, analysis.sourceRoot, analysis.coverage);
  return analysis;
}

}  // namespace irqlint
