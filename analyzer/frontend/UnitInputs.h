// What a unit was told of the disk, so that a later run can find out whether it would be told the same.
//
// A unit asks three things: which name of a folder another spelling of it finds, what lies at a path, and what is in a
// file. That a file is not there is an answer to the first.
#pragma once

#include <string>

#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/ADT/StringSet.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/frontend/FileCache.h"

namespace irqlint {

// The questions of one unit; the answers are those of the run's FileCache, which never change. Paths are absolute. Not
// safe to share between threads.
class InputRecorder {
 public:
  void lookedUp(llvm::StringRef folder, llvm::StringRef name) { lookups_[folder].insert(name); }
  void asked(llvm::StringRef path) { paths_.try_emplace(path, false); }
  void read(llvm::StringRef path) { paths_[path] = true; }
  // Something was asked that nobody keeps.
  void lose() { isComplete_ = false; }
  void add(const InputRecorder& other);

  // Questions and answers, for inputsHold() of ExtractTu.h: the same bytes for the same of both. "" if they do not tell
  // all that the unit depends on.
  std::string encode(FileCache& cache, llvm::vfs::FileSystem& files) const;

 private:
  llvm::StringMap<llvm::StringSet<>> lookups_;  // folder -> names
  llvm::StringMap<bool> paths_;                 // -> whether its contents were read
  bool isComplete_ = true;
};

}  // namespace irqlint
