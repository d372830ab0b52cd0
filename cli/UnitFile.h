// What `irqlint extract` is told of a unit, and what it writes for `irqlint link`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <llvm/ADT/StringRef.h>

#include "analyzer/model/CompileCommand.h"
#include "analyzer/model/TuSummary.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// All that decides how a unit is read, but what is on disk. As JSON it is what docs/ninja.md describes.
struct UnitRequest {
  CompileCommand command;
  std::vector<std::string> projectRoots;  // headers below these are the project's own
  std::string headerKit;
  std::vector<std::string> fallbackHeaders;
};

// Fails if a text is not UTF-8.
Result<std::string> unitRequestToJson(const UnitRequest& request);
// The error names the member and what is wrong with it.
Result<UnitRequest> unitRequestFromJson(llvm::StringRef text);

// What came of a unit: its summary, or why there is none.
struct UnitFile {
  std::string file;  // the unit's source
  std::optional<TuSummary> summary;
  std::string failure;  // "crashed (SIGSEGV)"; "" if there is a summary
};

std::string unitFileToBytes(const UnitFile& unit);
// Any bytes may be given.
Result<UnitFile> unitFileFromBytes(llvm::StringRef bytes);

}  // namespace irqlint
