// Which of the files of a unit are the project's own.
#pragma once

#include <string>

#include <clang/Basic/SourceManager.h>

#include "analyzer/frontend/ExtractTu.h"

namespace irqlint {

// The absolute path, without dots and with slashes; "" if `file` is none on disk.
std::string pathOfFile(const clang::SourceManager& sources, clang::FileID file);

// Below a root of the project, and neither a system header nor of the header kit. All other files are foreign.
bool isProjectFile(const clang::SourceManager& sources, clang::FileID file, const ExtractOptions& options);

}  // namespace irqlint
