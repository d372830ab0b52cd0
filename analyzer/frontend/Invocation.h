// The compiler set up to read one unit.
#pragma once

#include <memory>
#include <string>

#include <clang/Frontend/CompilerInvocation.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/model/CompileCommand.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// The folder of the kit that is looked into last, for headers that exist only after a build.
std::string generatedHeaders(const ExtractOptions& options);

// `command` as Clang's invocation: kernel-mode Windows target, tolerant of what is missing, nothing written. Headers
// are looked for in the kit, then where the command says, then, unless a WDK is there already, in the fall-back
// headers, and at the very end among generatedHeaders().
Result<std::shared_ptr<clang::CompilerInvocation>> createInvocation(
    const CompileCommand& command, const ExtractOptions& options,
    const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>& fileSystem);

}  // namespace irqlint
