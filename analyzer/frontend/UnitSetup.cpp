#include "analyzer/frontend/UnitSetup.h"

#include <utility>

#include "analyzer/frontend/CaseInsensitiveFileSystem.h"
#include "analyzer/frontend/Invocation.h"

namespace irqlint {
namespace {

constexpr char kTraceHeader[] = "wpp.h";

}  // namespace

Result<std::unique_ptr<clang::CompilerInstance>> createCompiler(
    const CompileCommand& command, const ExtractOptions& options,
    llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fileSystem, clang::DiagnosticConsumer& problems,
    InputRecorder* recorder) {
  const llvm::IntrusiveRefCntPtr<CaseInsensitiveFileSystem> files(new CaseInsensitiveFileSystem(
      std::move(fileSystem), options.files ? options.files : createFileCache(), recorder));
  if (!options.headerKit.empty()) {
    const std::string folder = generatedHeaders(options);
    files->standIn(folder, ".tmh", folder + "/" + kTraceHeader);  // written by the trace preprocessor
  }
  if (!command.directory.empty() && files->setCurrentWorkingDirectory(command.directory)) {
    return Error("the folder " + command.directory + " does not exist").within(command.file);
  }
  if (!files->exists(command.file)) return Error("no such file").within(command.file);
  auto invocation = createInvocation(command, options, files);
  if (!invocation) return std::move(invocation).error().within(command.file);

  auto compiler = std::make_unique<clang::CompilerInstance>();
  compiler->setInvocation(std::move(*invocation));
  compiler->createDiagnostics(&problems, /*ShouldOwnClient=*/false);
  compiler->getDiagnostics().setFatalsAsError(true);
  compiler->createFileManager(files);
  return compiler;
}

}  // namespace irqlint
