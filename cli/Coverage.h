// What of a driver was and was not analysed, from the stages that know.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/extract/Extraction.h"
#include "analyzer/model/Finding.h"

namespace irqlint {

// `failed` are the units of which nothing was read; `projectProblems` what the project's files had to leave out.
Coverage coverageOf(const AnalyzedProgram& analyzed, const std::vector<FailedUnit>& failed,
                    const std::vector<std::string>& projectProblems);

}  // namespace irqlint
