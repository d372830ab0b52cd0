#include "analyzer/frontend/ExtractTu.h"

#include <memory>
#include <optional>
#include <utility>

#include <clang/Basic/Diagnostic.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Lex/Preprocessor.h>

#include "analyzer/frontend/CaseInsensitiveFileSystem.h"
#include "analyzer/frontend/CodeSizes.h"
#include "analyzer/frontend/Invocation.h"
#include "analyzer/frontend/ParseProblems.h"
#include "analyzer/frontend/PreprocessorRecorder.h"
#include "analyzer/frontend/SalCapture.h"
#include "analyzer/frontend/SectionPragmaHandlers.h"
#include "analyzer/frontend/SummaryBuilder.h"
#include "analyzer/frontend/SuppressionReader.h"
#include "analyzer/frontend/UnitConsumer.h"

namespace irqlint {
namespace {

constexpr char kTraceHeader[] = "wpp.h";

class ExtractAction : public clang::ASTFrontendAction {
 public:
  ExtractAction(const CompileCommand& command, const ExtractOptions& options, ParseProblems& problems,
                TuSummary& summary)
      : command_(command), options_(options), problems_(problems), summary_(summary) {}

  bool timedOut() const { return timedOut_; }

 protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler, llvm::StringRef) override {
    clang::Preprocessor& preprocessor = compiler.getPreprocessor();
    builder_.emplace(compiler.getASTContext(), options_, summary_);
    pragmas_.emplace(builder_->sectionPragmas());
    preprocessor.setPredefines(salPrelude(compiler.getLangOpts().CPlusPlus) + preprocessor.getPredefines());
    preprocessor.addPPCallbacks(captureSal(preprocessor));
    preprocessor.addPPCallbacks(recordPreprocessing(preprocessor, *builder_, *pragmas_));
    suppressions_.emplace(*builder_).install(preprocessor);
    suppressions_->disableFromTheStart(command_);
    auto consumer =
        std::make_unique<UnitConsumer>(*builder_, problems_, std::chrono::steady_clock::now() + options_.timeout);
    consumer_ = consumer.get();
    return consumer;
  }

  void EndSourceFileAction() override {
    timedOut_ = consumer_ != nullptr && consumer_->timedOut();
    if (options_.measureCode && consumer_ != nullptr && !timedOut_) measureCode(getCompilerInstance(), *builder_);
  }

 private:
  const CompileCommand& command_;
  const ExtractOptions& options_;
  ParseProblems& problems_;
  TuSummary& summary_;
  std::optional<SummaryBuilder> builder_;
  std::optional<SectionPragmaHandlers> pragmas_;
  std::optional<SuppressionReader> suppressions_;
  UnitConsumer* consumer_ = nullptr;
  bool timedOut_ = false;
};

}  // namespace

std::shared_ptr<FileCache> createFileCache() { return std::make_shared<FileCache>(); }

Result<TuSummary> extractTu(const CompileCommand& command, const ExtractOptions& options,
                            llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fileSystem) {
  const llvm::IntrusiveRefCntPtr<CaseInsensitiveFileSystem> files(
      new CaseInsensitiveFileSystem(std::move(fileSystem), options.files ? options.files : createFileCache()));
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

  TuSummary summary;
  ParseProblems problems;
  clang::CompilerInstance compiler;
  compiler.setInvocation(std::move(*invocation));
  compiler.createDiagnostics(&problems, /*ShouldOwnClient=*/false);
  compiler.getDiagnostics().setFatalsAsError(true);
  compiler.createFileManager(files);

  ExtractAction action(command, options, problems, summary);
  compiler.ExecuteAction(action);
  if (action.timedOut()) {
    return Error("not read within " + std::to_string(options.timeout.count()) + " s").within(command.file);
  }
  if (summary.files.empty()) return Error(problems.firstMessage()).within(command.file);
  return summary;
}

}  // namespace irqlint
