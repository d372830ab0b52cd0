// One translation unit in, one summary out. The only header of this folder that other stages include; free of Clang.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <llvm/ADT/IntrusiveRefCntPtr.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/model/CompileCommand.h"
#include "analyzer/model/TuSummary.h"
#include "analyzer/support/Digest.h"
#include "analyzer/support/Result.h"

namespace irqlint {

class FileCache;
class Preambles;

// A view of the files, with a working directory of its own.
using FileSystemSource = std::function<llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>()>;

// Keeps what units read from disk for those that read it too. Safe to share between threads.
std::shared_ptr<FileCache> createFileCache();

struct ExtractOptions {
  std::vector<std::string> projectRoots;     // headers below these are the project's own; all others are foreign
  std::string headerKit;                     // the tool's own headers (intrin.h ...), searched before all others
  std::vector<std::string> fallbackHeaders;  // searched after the unit's own include path: a DDK without a WDK
  std::chrono::seconds timeout{120};         // a unit that parses longer is given up; checked between declarations
  std::shared_ptr<FileCache> files;          // of all units that see the same files; null: one for the unit
  std::shared_ptr<Preambles> preambles;      // from planPreambles(); null: each unit reads all of its headers itself
  bool inventNames = true;                   // undeclared names get stand-ins; Clang's own recovery is sturdier
  bool measureCode = false;  // compile the unit for the sizes of its functions: takes longer than reading
};

// Finds out which foreign headers several units of a project include before anything else, so that these can be parsed
// once. Whether a unit starts from such a preamble or not, its summary is the same. `options` are those the units are
// read with, but for its preambles.
std::shared_ptr<Preambles> planPreambles(const std::vector<CompileCommand>& commands, const ExtractOptions& options,
                                         const FileSystemSource& files, unsigned jobs);

struct PreambleStatistics {
  std::size_t built = 0;
  std::size_t rejected = 0;             // could not be built, or would have changed what units say
  std::size_t units = 0;                // that started from one
  std::chrono::nanoseconds planning{};  // wall clock
  std::chrono::nanoseconds building{};  // of all threads
};
PreambleStatistics statisticsOf(const Preambles& preambles);

// Parses `command` and returns what it says. Errors of the source become TuSummary::problems; an Error is returned only
// if nothing could be read (unusable command, main file missing, time-out). May crash where Clang does: callers that
// must survive that contain it. Safe to call from several threads with a file system each.
// `inputs`, if wanted, is for inputsHold(): all that the summary depends on beside UnitKeys, files that were looked
// for in vain included; "" if it depends on something that cannot be told. Needs `options.files`.
Result<TuSummary> extractTu(const CompileCommand& command, const ExtractOptions& options,
                            llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fileSystem, std::string* inputs = nullptr);

// What a summary depends on that is not on disk: the command, the options, the environment, this program. Of the
// command's arguments, those count that shape how the source is read. Safe to use from several threads.
class UnitKeys {
 public:
  // Of units that are read with `options`; which files they share with others does not count.
  explicit UnitKeys(const ExtractOptions& options);

  Digest operator()(const CompileCommand& command);

 private:
  Digest arguments(const CompileCommand& command);

  const Digest options_;
  std::mutex mutex_;
  std::map<Digest, Digest> arguments_;  // as they are -> what is left of them: most units have the same
};

// The files whose contents a unit of these inputs has read.
std::vector<std::string> filesRead(llvm::StringRef inputs);

// Whether a unit of these inputs would find the same on disk: then its summary is the same for the same key. `files` is
// of this run. Safe to call from several threads with a file system each.
bool inputsHold(llvm::StringRef inputs, FileCache& files, llvm::vfs::FileSystem& fileSystem);

}  // namespace irqlint
