// What of a driver was and was not analysed, from the stages that know.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/extract/Extraction.h"
#include "analyzer/model/Finding.h"
#include "analyzer/project/Driver.h"

namespace irqlint {

// Of one driver; `failed` are the units of which nothing was read.
Coverage coverageOf(const AnalyzedProgram& analyzed, const std::vector<FailedUnit>& failed);

// Adds the coverage of several drivers up. What two of them say of the same place is said once.
class CoverageSum {
 public:
  void add(Coverage coverage);

  // All that was added; leaves nothing behind.
  Coverage sum();

 private:
  Coverage sum_{.drivers = 0};
  std::map<std::string, Coverage::UnknownCallee> unknownCallees_;
};

// Adds what project files had to leave out, with paths below `sourceRoot` relative to it.
void addProjectNotes(const DriverSet& set, const std::string& sourceRoot, Coverage& coverage);

}  // namespace irqlint
