// One translation unit in, one summary out. The only header of this folder that other stages include; free of Clang.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <llvm/ADT/IntrusiveRefCntPtr.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/model/CompileCommand.h"
#include "analyzer/model/TuSummary.h"
#include "analyzer/support/Result.h"

namespace irqlint {

class FileCache;

// Keeps what units read from disk for those that read it too. Safe to share between threads.
std::shared_ptr<FileCache> createFileCache();

struct ExtractOptions {
  std::vector<std::string> projectRoots;     // headers below these are the project's own; all others are foreign
  std::string headerKit;                     // the tool's own headers (intrin.h ...), searched before all others
  std::vector<std::string> fallbackHeaders;  // searched after the unit's own include path: a DDK without a WDK
  std::chrono::seconds timeout{120};         // a unit that parses longer is given up; checked between declarations
  std::shared_ptr<FileCache> files;          // of all units that see the same files; null: one for the unit
  bool inventNames = true;                   // undeclared names get stand-ins; Clang's own recovery is sturdier
  bool measureCode = false;  // compile the unit for the sizes of its functions: takes longer than reading
};

// Parses `command` and returns what it says. Errors of the source become TuSummary::problems; an Error is returned only
// if nothing could be read (unusable command, main file missing, time-out). May crash where Clang does: callers that
// must survive that contain it. Safe to call from several threads with a file system each.
Result<TuSummary> extractTu(const CompileCommand& command, const ExtractOptions& options,
                            llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fileSystem);

}  // namespace irqlint
