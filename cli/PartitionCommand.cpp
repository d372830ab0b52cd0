#include "cli/PartitionCommand.h"

#include <iterator>
#include <utility>

#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/report/Partition.h"
#include "analyzer/report/Report.h"
#include "cli/Outputs.h"
#include "cli/PartitionApply.h"
#include "cli/Pipeline.h"
#include "rules/RuleRunner.h"

namespace irqlint {
namespace {

// The partition of all drivers, the advice that follows from it, and what is needed to take it.
struct Advice {
  PartitionReport partition;
  Report report;
  MoveCandidates candidates;
};

Result<Advice> adviceFor(const PartitionOptions& options) {
  Advice advice;
  RuleRun rules({.kind = RuleKind::Advice});
  std::vector<PartitionItem>& items = advice.partition.items;
  const auto visit = [&](const Driver& driver, const AnalyzedProgram& analyzed) {
    rules.add(analyzed);
    if (options.apply) advice.candidates.add(driver, analyzed);
    for (PartitionItem item : analyzed.partition()) {
      item.driver = driver.name;
      items.push_back(std::move(item));
    }
  };
  ProjectOptions measured = options.project;
  measured.measureCode = true;
  Result<Analysis> analysis = analyzeDrivers(measured, visit, {.asIfResident = true});
  if (!analysis) return Error(analysis.error());
  if (analysis->coverage.drivers == 1) {
    for (PartitionItem& item : items) item.driver.clear();
  }
  advice.report.findings = rules.finish();
  advice.report.toolVersion = advice.partition.toolVersion = IRQLINT_VERSION;
  advice.report.sourceRoot = advice.partition.sourceRoot = analysis->sourceRoot;
  advice.report.rules = allRules();
  std::erase_if(advice.report.rules, [](const RuleInfo* rule) { return rule->kind != RuleKind::Advice; });
  advice.report.coverage = advice.partition.coverage = analysis->coverage;
  return advice;
}

void write(const Advice& advice, ReportFormat format, llvm::raw_ostream& out) {
  switch (format) {
    case ReportFormat::Text: return writePartitionText(advice.partition, out);
    case ReportFormat::Json: return writePartitionJson(advice.partition, out);
    case ReportFormat::Csv: return writePartitionCsv(advice.partition, out);
    case ReportFormat::Sarif: return writeSarif(advice.report, *llvm::vfs::createPhysicalFileSystem(), out);
  }
}

// With --dry-run, standard output holds nothing but the diff.
Result<ExitStatus> take(const Advice& advice, const PartitionOptions& options) {
  const std::string& root = advice.report.sourceRoot;
  if (!advice.report.coverage.failedUnits.empty()) {
    return Error("nothing is moved: what the units call that could not be read is not known");
  }
  Moves moves = advice.candidates.moves(advice.report.findings, root);
  if (options.dryRun) {
    writeMovesDiff(moves, root, llvm::outs());
    llvm::outs().flush();
    writeMovesText(moves, root, llvm::errs());
    return ExitStatus::Clean;
  }
  const std::vector<Error> errors = writeMoves(moves);
  writeMovesText(moves, root, llvm::outs());
  llvm::outs().flush();
  for (const Error& error : errors) llvm::errs() << "irqlint: error: " << error.message() << '\n';
  return errors.empty() ? ExitStatus::Clean : ExitStatus::Failure;
}

}  // namespace

Result<ExitStatus> runPartition(const PartitionOptions& options) {
  const Result<Advice> advice = adviceFor(options);
  if (!advice) return Error(advice.error());
  for (const Output& output : options.outputs) {
    const std::string problem =
        writeOutput(output, [&](llvm::raw_ostream& out) { write(*advice, output.format, out); });
    if (!problem.empty()) return Error(problem);
  }
  const Coverage& coverage = advice->report.coverage;
  if (coverage.failedUnits.size() == coverage.units) return Error("no unit could be analysed");
  return options.apply ? take(*advice, options) : ExitStatus::Clean;
}

}  // namespace irqlint
