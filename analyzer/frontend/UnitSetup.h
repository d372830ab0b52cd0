// A compiler about to read one unit.
#pragma once

#include <memory>

#include <clang/Basic/Diagnostic.h>
#include <clang/Frontend/CompilerInstance.h>
#include <llvm/ADT/IntrusiveRefCntPtr.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/frontend/UnitInputs.h"
#include "analyzer/model/CompileCommand.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// Has the invocation of `command` and a file manager that looks at `fileSystem` as Windows would; its diagnostics go to
// `problems`, and what it asks of the disk to `recorder`, if there is one; both must outlive it. An Error names the
// file: it or its folder does not exist, or the command cannot be understood.
Result<std::unique_ptr<clang::CompilerInstance>> createCompiler(
    const CompileCommand& command, const ExtractOptions& options,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fileSystem, clang::DiagnosticConsumer& problems,
    InputRecorder* recorder = nullptr);

}  // namespace irqlint
