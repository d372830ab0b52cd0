// Source text through the frontend, and its bodies as text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/model/Dump.h"

namespace irqlint {

inline TuSummary lowered(const std::string& source, const std::string& file, std::vector<std::string> arguments) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> files(new llvm::vfs::InMemoryFileSystem);
  files->addFile(file, 0, llvm::MemoryBuffer::getMemBufferCopy(source));
  const CompileCommand command{file, "/src", std::move(arguments), CommandDialect::Gcc};
  const ExtractOptions options{{"/src"}, "", {}, std::chrono::seconds(60)};
  Result<TuSummary> summary = extractTu(command, options, files);
  return summary ? *std::move(summary) : TuSummary();
}

inline TuSummary loweredC(const std::string& source) { return lowered(source, "/src/t.c", {}); }
inline TuSummary loweredCpp(const std::string& source) {
  return lowered(source, "/src/t.cpp", {"-std=c++20", "-fexceptions", "-fcxx-exceptions"});
}

// The body of the function named `name` as text; "" if there is none.
inline std::string bodyOf(const TuSummary& summary, std::string_view name) {
  for (const FunctionSummary& function : summary.functions) {
    if (function.name == name && function.body) return dump(summary, *function.body);
  }
  return {};
}

}  // namespace irqlint
