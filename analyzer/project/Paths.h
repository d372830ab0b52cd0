// Paths as the model writes them: absolute, forward slashes, no "." or "..", drive letters in upper case. Windows paths
// are understood on every host, because a database often comes from another one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/CompileCommand.h"

namespace irqlint {

// `path` in that form; a relative one is taken to lie in `base`, which is in that form already.
std::string normalizedPath(std::string_view path, std::string_view base);

// The folder of a normalised path; of a root, the root itself.
std::string parentPath(std::string_view path);

// True if `path` is `folder` or lies in it; both normalised.
bool isWithin(std::string_view path, std::string_view folder);

// The deepest folder that holds all of `paths`; "" if there is none but a root.
std::string commonFolder(const std::vector<std::string>& paths);

// The folders whose headers are the project's own: the one that holds all units, widened to the project's folder where
// the database tells it, else every folder of units. Sorted, none inside another.
std::vector<std::string> projectRoots(const std::vector<CompileCommand>& commands, std::string_view databaseFolder);

}  // namespace irqlint
