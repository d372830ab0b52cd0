// The ways a report is written. Each writes to a stream; none touches the disk but to show source lines.
#pragma once

#include <llvm/Support/VirtualFileSystem.h>
#include <llvm/Support/raw_ostream.h>

#include "analyzer/model/Finding.h"

namespace irqlint {

struct TextOptions {
  bool color = false;
  bool coverage = false;    // with writeCoverage at the end
  bool suppressed = false;  // with the findings that the source suppresses, not only their number
};

// Like a modern compiler: location, severity, sentence, source line with caret, the path as notes with the level in a
// column of its own; at the end what was not analysed.
void writeText(const Report& report, llvm::vfs::FileSystem& fileSystem, const TextOptions& options,
               llvm::raw_ostream& out);
// How much was understood: figures, then what was not, worst first.
void writeCoverage(const Report& report, llvm::raw_ostream& out);
// SARIF 2.1.0. URIs are relative to report.sourceRoot, under the base id SRCROOT.
void writeSarif(const Report& report, llvm::vfs::FileSystem& fileSystem, llvm::raw_ostream& out);
// The report as plain JSON, for scripts.
void writeJson(const Report& report, llvm::raw_ostream& out);

}  // namespace irqlint
