// From a project to what rules ask: load -> extract -> link -> analyse -> check.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/link/Program.h"
#include "analyzer/model/Finding.h"
#include "analyzer/support/Result.h"
#include "cli/Options.h"

namespace irqlint {

// How long a pass took.
struct PassTime {
  std::string pass;
  std::chrono::duration<double> time;
};

// An analysed driver. Each member refers to those before it, so the whole never moves.
struct Analysis {
  DdiDatabase ddi;
  std::optional<Program> program;
  std::optional<AnalyzedProgram> analyzed;
  Coverage coverage;
  std::string sourceRoot;
  std::vector<PassTime> times;
};

// Fails if there is no project to read; a unit that cannot be read is in the coverage. Progress is shown on standard
// error if that is a terminal.
Result<std::unique_ptr<Analysis>> analyzeProject(const ProjectOptions& options);

// What the rules find in it.
Report check(Analysis& analysis, bool includePossible);

// `text` with paths below `sourceRoot` relative to it.
std::string withRelativePaths(std::string text, const std::string& sourceRoot);

}  // namespace irqlint
