// From the command line to the drivers to analyse.
#pragma once

#include <string>

#include "analyzer/project/Driver.h"
#include "analyzer/support/Result.h"
#include "cli/Options.h"

namespace irqlint {

// The working directory, normalised; "" if there is none.
std::string workingDirectory();

// What the options name: a database and a choice of its units, or projects, folders and sources. With nothing named,
// the nearest database upwards, else the working directory. Fails if there is no unit to analyse.
Result<DriverSet> loadDrivers(const ProjectOptions& options);

// The folder that reported paths are relative to.
std::string sourceRootOf(const ProjectOptions& options, const std::vector<std::string>& roots);

// `text` with paths below `sourceRoot` relative to it.
std::string withRelativePaths(std::string text, const std::string& sourceRoot);

}  // namespace irqlint
