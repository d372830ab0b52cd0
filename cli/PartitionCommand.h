// `irqlint partition`.
#pragma once

#include "analyzer/support/Result.h"
#include "cli/Options.h"

namespace irqlint {

// Analyses the drivers, writes the reports that were asked for and returns their coverage's verdict: Clean, unless no
// unit could be analysed. Advice never makes a status of its own. With options.apply the sources are edited as it says,
// or the edits shown; Failure if a file could not be written.
Result<ExitStatus> runPartition(const PartitionOptions& options);

}  // namespace irqlint
