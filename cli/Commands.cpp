#include "cli/Commands.h"

#include <algorithm>

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Format.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/report/Report.h"
#include "cli/Pipeline.h"
#include "cli/RuleList.h"
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

void write(const Report& report, ReportFormat format, bool color, llvm::raw_ostream& out) {
  const auto disk = llvm::vfs::createPhysicalFileSystem();
  switch (format) {
    case ReportFormat::Text: return writeText(report, *disk, {.color = color}, out);
    case ReportFormat::Sarif: return writeSarif(report, *disk, out);
    case ReportFormat::Json: return writeJson(report, out);
  }
}

// Returns why it could not be written, or "".
std::string write(const Report& report, const Output& output, ColorMode color) {
  if (output.file.empty()) {
    write(report, output.format, wantsColor(color), llvm::outs());
    llvm::outs().flush();
    return "";
  }
  std::error_code error;
  llvm::raw_fd_ostream file(output.file, error);
  if (!error) {
    write(report, output.format, false, file);
    file.close();
    error = file.error();
    file.clear_error();
  }
  return error ? "cannot write '" + output.file + "': " + error.message() : "";
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

void showStatistics(const Analysis& analysis) {
  for (const PassTime& pass : analysis.times) {
    llvm::errs() << llvm::format("%-10s %8.3f s\n", pass.pass.c_str(), pass.time.count());
  }
  const AnalysisStatistics statistics = analysis.analyzed->statistics();
  llvm::errs() << "units " << analysis.coverage.units << ", lines " << analysis.coverage.sourceLines << ", functions "
               << analysis.coverage.functions << ", calls " << analysis.coverage.calls << "\ncontexts "
               << statistics.contexts << ", joined: variants " << statistics.joinedVariants << ", states "
               << statistics.joinedStates << ", contexts " << statistics.joinedContexts << '\n';
}

ExitStatus statusOf(const Report& report, const AnalyzeOptions& options) {
  const Coverage& coverage = report.coverage;
  if (coverage.failedUnits.size() == coverage.units) return fail("no unit could be analysed");
  if (options.failOnIncomplete && (!coverage.failedUnits.empty() || coverage.bodiesLost != 0))
    return ExitStatus::Incomplete;
  const auto counts = [&](const Finding& finding) { return options.failOn && finding.severity >= *options.failOn; };
  const bool any = std::any_of(report.findings.begin(), report.findings.end(), counts);
  return any ? ExitStatus::Findings : ExitStatus::Clean;
}

ExitStatus runCommand(const AnalyzeOptions& options) {
  const Result<std::unique_ptr<Analysis>> analysis = analyzeProject(options.project);
  if (!analysis) return fail(analysis.error().message());
  const Report report = check(**analysis, options.includePossible);
  for (const Output& output : options.outputs) {
    if (const std::string problem = write(report, output, options.color); !problem.empty()) return fail(problem);
  }
  warnOfFailures(report, options.outputs);
  if (options.stats) showStatistics(**analysis);
  return statusOf(report, options);
}

ExitStatus runCommand(const RulesOptions& options) {
  listRules(allRules(), options.format, llvm::outs());
  return ExitStatus::Clean;
}

ExitStatus runCommand(const ExplainOptions& options) {
  if (options.topic == "assumptions") {
    llvm::outs() << assumptionsText();
    return ExitStatus::Clean;
  }
  const RuleInfo* rule = findRule(options.topic);
  if (!rule) return fail("there is no rule '" + options.topic + "'; 'irqlint rules' lists them");
  explainRule(*rule, llvm::outs());
  return ExitStatus::Clean;
}

ExitStatus runCommand(const IrqlOptions& options) {
  const Result<std::unique_ptr<Analysis>> analysis = analyzeProject(options.project);
  if (!analysis) return fail(analysis.error().message());
  const std::string text = explainIrql(*(*analysis)->analyzed, options.function);
  if (text.empty()) return fail("no function '" + options.function + "' is defined in the units that were analysed");
  llvm::outs() << withRelativePaths(text, (*analysis)->sourceRoot);
  return ExitStatus::Clean;
}

}  // namespace

ExitStatus run(const Options& options) {
  return std::visit([](const auto& command) { return runCommand(command); }, options);
}

}  // namespace irqlint
