// Runs an extraction over all units of a project: in parallel, contained, in a stable order.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "analyzer/model/CompileCommand.h"
#include "analyzer/model/TuSummary.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// The first attempt may guess; one that crashed is repeated once, with care.
enum class Attempt { Full, Careful };
using ExtractTu = std::function<Result<TuSummary>(const CompileCommand&, Attempt)>;

struct ExtractionOptions {
  unsigned jobs = 0;                           // 0: as many as the machine has cores
  std::chrono::milliseconds timeout{300'000};  // a unit that runs longer is abandoned; 0: never
  // Called after each unit, on the caller's thread.
  std::function<void(std::size_t done, std::size_t total, const std::string& file)> onProgress = {};
};

struct FailedUnit {
  std::size_t command;  // its index in what was asked for
  std::string file;
  std::string reason;  // "crashed (SIGSEGV)", "timed out after 300 s", an error's message
};

struct Extraction {
  std::vector<TuSummary> summaries;   // in extractionOrder()
  std::vector<std::size_t> commands;  // for each summary the index of its command in what was asked for
  std::vector<FailedUnit> failed;     // same order
  // Units that timed out still run: leave the process by std::_Exit, which does not destroy what they use.
  bool hasAbandonedUnits = false;
};

// The indices of `commands` in the order in which their summaries come, whatever ran first.
std::vector<std::size_t> extractionOrder(const std::vector<CompileCommand>& commands);

// Extracts every command. A unit that crashes is tried once more, with Attempt::Careful; one that crashes again, times
// out or fails is listed in `failed`. The others are not affected.
// `extract` runs on several threads at once, each with a stack as deep as a compiler needs.
Extraction extractAll(const std::vector<CompileCommand>& commands, const ExtractTu& extract,
                      const ExtractionOptions& options);

}  // namespace irqlint
