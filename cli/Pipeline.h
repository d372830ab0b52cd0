// From drivers to what rules ask: load -> extract -> link -> analyse -> check.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "analyzer/cache/SummaryCache.h"
#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/extract/Extraction.h"
#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/model/Finding.h"
#include "analyzer/project/Driver.h"
#include "analyzer/support/Result.h"
#include "cli/Options.h"
#include "rules/RuleRunner.h"

namespace irqlint {

// How long a pass took, over all drivers.
struct PassTime {
  std::string pass;
  std::chrono::duration<double> time;
};

// What is known when all drivers are analysed.
struct Analysis {
  Coverage coverage;
  std::string sourceRoot;
  std::vector<PassTime> times;
  AnalysisStatistics statistics;
  PreambleStatistics preambles;
  CacheStatistics cache;
  std::size_t driversKnown = 0;  // whose findings were kept from an earlier run
};

// What was read of one driver.
struct DriverUnits {
  std::vector<TuSummary> summaries;
  std::vector<FailedUnit> failed;
};

// Drivers, and parallel to them what was read of each.
struct ExtractedDrivers {
  DriverSet set;
  std::vector<DriverUnits> units;
};

// Reads the drivers, and into `analysis` where they lie and how long it took. Fails if there is nothing to read.
// Progress is shown on standard error if that is a terminal.
Result<ExtractedDrivers> extractDrivers(const ProjectOptions& options, Analysis& analysis);

// Called with each driver when it is analysed; the program lives no longer than the call.
using DriverVisitor = std::function<void(const Driver& driver, const AnalyzedProgram& analyzed)>;

// Reads the drivers as above and analyses each for itself; a unit that cannot be read is in the coverage.
Result<Analysis> analyzeDrivers(const ProjectOptions& options, const DriverVisitor& visit,
                                const AnalysisOptions& how = {});

// The same of what `irqlint plan` and `irqlint extract` wrote (readLinkPlan()). Of `options` the contracts and the
// source root count. Files that cannot be read are units that failed.
Result<Analysis> checkLinked(const std::vector<std::string>& files, const ProjectOptions& options, RuleKind kind,
                             const std::function<void(DriverFindings found)>& take);

// Reads the drivers as above and asks the rules of one kind about each. Of a driver of which nothing changed since an
// earlier run, nothing is read but what was found then.
Result<Analysis> checkDrivers(const ProjectOptions& options, RuleKind kind,
                              const std::function<void(DriverFindings found)>& take);

}  // namespace irqlint
