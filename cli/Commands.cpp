#include "cli/Commands.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Format.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/report/Report.h"
#include "cli/CacheCommand.h"
#include "cli/ContractText.h"
#include "cli/Contracts.h"
#include "cli/DriverList.h"
#include "cli/DriverLoading.h"
#include "cli/Outputs.h"
#include "cli/PartitionCommand.h"
#include "cli/Pipeline.h"
#include "cli/RuleList.h"
#include "cli/Steps.h"
#include "rules/RuleRunner.h"

namespace irqlint {
namespace {

ExitStatus fail(const std::string& reason) {
  llvm::errs() << "irqlint: error: " << reason << '\n';
  return ExitStatus::Failure;
}

bool wantsColor(ColorMode mode) {
  if (mode != ColorMode::Auto) return mode == ColorMode::Always;
  const auto noColor = llvm::sys::Process::GetEnv("NO_COLOR");
  return !(noColor && !noColor->empty()) && llvm::sys::Process::StandardOutHasColors();
}

void write(const Report& report, ReportFormat format, const TextOptions& text, llvm::raw_ostream& out) {
  const auto disk = llvm::vfs::createPhysicalFileSystem();
  switch (format) {
    case ReportFormat::Text: return writeText(report, *disk, text, out);
    case ReportFormat::Sarif: return writeSarif(report, *disk, out);
    case ReportFormat::Json: return writeJson(report, out);
    case ReportFormat::Csv: break;  // not offered
  }
}

TextOptions textOptions(const AnalyzeOptions& options, bool color) {
  return {.color = color, .coverage = options.coverage, .suppressed = options.suppressed == SuppressedMode::Show};
}

// Returns why it could not be written, or "".
std::string write(const Report& report, const Output& output, const AnalyzeOptions& options) {
  const bool color = output.file.empty() && wantsColor(options.color);
  return writeOutput(output,
                     [&](llvm::raw_ostream& out) { write(report, output.format, textOptions(options, color), out); });
}

// Units that failed are named even where no text is read.
void warnOfFailures(const Report& report, const std::vector<Output>& outputs) {
  const Output text{ReportFormat::Text, ""};
  if (std::find(outputs.begin(), outputs.end(), text) != outputs.end()) return;
  for (const Coverage::FailedUnit& unit : report.coverage.failedUnits) {
    llvm::errs() << "irqlint: warning: " << withRelativePaths(unit.file, report.sourceRoot)
                 << ": not analysed: " << unit.reason << '\n';
  }
}

// Analyses all drivers and asks all rules.
Result<Report> makeReport(const AnalyzeOptions& options, Analysis& analysis) {
  RuleRun rules({.includePossible = options.includePossible});
  const auto take = [&](DriverFindings found) { rules.add(std::move(found)); };
  Result<Analysis> done = options.linked.empty() ? checkDrivers(options.project, RuleKind::Fault, take)
                                                 : checkLinked(options.linked, options.project, RuleKind::Fault, take);
  if (!done) return Error(done.error());
  analysis = *std::move(done);
  Report report;
  report.findings = rules.finish();
  const auto isSuppressed = [](const Finding& finding) { return finding.suppression.has_value(); };
  report.suppressed =
      static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(), isSuppressed));
  if (options.suppressed == SuppressedMode::Hide) std::erase_if(report.findings, isSuppressed);
  report.toolVersion = IRQLINT_VERSION;
  report.sourceRoot = analysis.sourceRoot;
  report.rules = allRules();
  report.coverage = analysis.coverage;
  return report;
}

void showStatistics(const Analysis& analysis) {
  for (const PassTime& pass : analysis.times) {
    llvm::errs() << llvm::format("%-10s %8.3f s\n", pass.pass.c_str(), pass.time.count());
  }
  const AnalysisStatistics statistics = analysis.statistics;
  llvm::errs() << "drivers " << analysis.coverage.drivers << ", units " << analysis.coverage.units << ", lines "
               << analysis.coverage.sourceLines << ", functions " << analysis.coverage.functions << ", calls "
               << analysis.coverage.calls << "\ncontexts " << statistics.contexts << ", joined: variants "
               << statistics.joinedVariants << ", states " << statistics.joinedStates << ", contexts "
               << statistics.joinedContexts << '\n';
  const PreambleStatistics& preambles = analysis.preambles;
  const auto seconds = [](std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); };
  llvm::errs() << "preambles " << preambles.built << " (" << preambles.rejected
               << " rejected), units that start from one " << preambles.units
               << llvm::format(", planned in %.3f s, built in %.3f s\n", seconds(preambles.planning),
                               seconds(preambles.building));
  if (!analysis.cache.used) return;
  showCacheStatistics(analysis.cache, llvm::errs());
  llvm::errs() << "drivers of which nothing changed: " << analysis.driversKnown << " of " << analysis.coverage.drivers
               << '\n';
}

ExitStatus statusOf(const Report& report, const AnalyzeOptions& options) {
  const Coverage& coverage = report.coverage;
  if (coverage.failedUnits.size() == coverage.units) return fail("no unit could be analysed");
  if (options.failOnIncomplete && (!coverage.failedUnits.empty() || coverage.bodiesLost != 0))
    return ExitStatus::Incomplete;
  const auto counts = [&](const Finding& finding) {
    return !finding.suppression && options.failOn && finding.severity >= *options.failOn;
  };
  const bool any = std::any_of(report.findings.begin(), report.findings.end(), counts);
  return any ? ExitStatus::Findings : ExitStatus::Clean;
}

ExitStatus runCommand(const AnalyzeOptions& options) {
  Analysis analysis;
  const Result<Report> report = makeReport(options, analysis);
  if (!report) return fail(report.error().message());
  for (const Output& output : options.outputs) {
    if (const std::string problem = write(*report, output, options); !problem.empty()) return fail(problem);
  }
  warnOfFailures(*report, options.outputs);
  if (options.stats) showStatistics(analysis);
  return statusOf(*report, options);
}

ExitStatus runCommand(const RulesOptions& options) {
  listRules(allRules(), options.format, llvm::outs());
  return ExitStatus::Clean;
}

// What the headers of a driver say of the function.
ExitStatus explainHeaders(const ExplainOptions& options, bool isKnown) {
  std::set<std::string> texts;
  const Result<Analysis> analysis =
      analyzeDrivers(options.project, [&](const Driver&, const AnalyzedProgram& analyzed) {
        if (const std::string text = headerTerms(analyzed.program(), options.topic); !text.empty()) texts.insert(text);
      });
  if (!analysis) return fail(analysis.error().message());
  for (const std::string& text : texts) llvm::outs() << withRelativePaths(text, analysis->sourceRoot);
  return isKnown || !texts.empty() ? ExitStatus::Clean : fail("nothing is known of '" + options.topic + "'");
}

ExitStatus runCommand(const ExplainOptions& options) {
  if (options.topic == "assumptions") {
    llvm::outs() << assumptionsText();
    return ExitStatus::Clean;
  }
  if (const RuleInfo* rule = findRule(options.topic)) {
    explainRule(*rule, llvm::outs());
    return ExitStatus::Clean;
  }
  DdiDatabase ddi;
  if (auto error = addContracts(options.project.contracts, ddi)) return fail(error->message());
  const bool known = explainContract(ddi, options.topic, llvm::outs());
  if (options.project.paths.empty() && options.project.database.empty()) {
    return known ? ExitStatus::Clean
                 : fail("'" + options.topic +
                        "' is no rule and no kernel function that is known; 'irqlint rules' lists " +
                        "the rules, --contracts adds functions");
  }
  return explainHeaders(options, known);
}

ExitStatus runCommand(const ShowProjectOptions& options) {
  const Result<DriverSet> set = loadDrivers(options.project);
  if (!set) return fail(set.error().message());
  if (!options.database.empty()) {
    const std::string problem = writeDatabase(*set, options.database);
    if (!problem.empty()) return fail(problem);
  }
  listDrivers(*set, sourceRootOf(options.project, set->roots), llvm::outs());
  return ExitStatus::Clean;
}

ExitStatus runCommand(const IrqlOptions& options) {
  std::vector<std::pair<std::string, std::string>> texts;  // driver and what is to be said of its function
  const Result<Analysis> analysis =
      analyzeDrivers(options.project, [&](const Driver& driver, const AnalyzedProgram& analyzed) {
        std::string text = explainIrql(analyzed, options.function);
        if (!text.empty()) texts.emplace_back(driver.name, std::move(text));
      });
  if (!analysis) return fail(analysis.error().message());
  if (texts.empty()) return fail("no function '" + options.function + "' is defined in the units that were analysed");
  for (const auto& [driver, text] : texts) {
    if (texts.size() > 1) llvm::outs() << "in " << driver << ":\n";
    llvm::outs() << withRelativePaths(text, analysis->sourceRoot);
  }
  return ExitStatus::Clean;
}

ExitStatus runCommand(const CacheCommandOptions& options) {
  const std::string problem = runCacheCommand(options, llvm::outs());
  return problem.empty() ? ExitStatus::Clean : fail(problem);
}

ExitStatus runCommand(const PartitionOptions& options) {
  const Result<ExitStatus> status = runPartition(options);
  return status ? *status : fail(status.error().message());
}

ExitStatus runCommand(const ExtractCommandOptions& options) {
  const std::optional<Error> error = runExtract(options);
  return error ? fail(error->message()) : ExitStatus::Clean;
}

ExitStatus runCommand(const PlanOptions& options) {
  const std::optional<Error> error = runPlan(options);
  return error ? fail(error->message()) : ExitStatus::Clean;
}

}  // namespace

ExitStatus run(const Options& options) {
  return std::visit([](const auto& command) { return runCommand(command); }, options);
}

}  // namespace irqlint
