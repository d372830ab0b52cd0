// Wildcards as MSBuild reads them: "*", "?" and "**" for any number of folders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/project/FileFinder.h"
#include "analyzer/support/Result.h"

namespace irqlint {

bool hasWildcard(std::string_view pattern);

// Whether `path` is what `pattern` names; both normalised, in any case.
bool matchesGlob(std::string_view path, std::string_view pattern);

// The files that `pattern`, a normalised path, names; sorted. Fails where the walk or what it finds is larger than any
// project.
Result<std::vector<std::string>> expandGlob(const std::string& pattern, FileFinder& files);

}  // namespace irqlint
