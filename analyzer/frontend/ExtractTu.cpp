#include "analyzer/frontend/ExtractTu.h"

#include <memory>
#include <optional>
#include <utility>

#include <clang/Basic/Diagnostic.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Lex/Preprocessor.h>

#include "analyzer/frontend/CodeSizes.h"
#include "analyzer/frontend/FileCache.h"
#include "analyzer/frontend/ParseProblems.h"
#include "analyzer/frontend/Preambles.h"
#include "analyzer/frontend/PreprocessorRecorder.h"
#include "analyzer/frontend/SalCapture.h"
#include "analyzer/frontend/SectionPragmaHandlers.h"
#include "analyzer/frontend/SummaryBuilder.h"
#include "analyzer/frontend/SuppressionReader.h"
#include "analyzer/frontend/UnitConsumer.h"
#include "analyzer/frontend/UnitInputs.h"
#include "analyzer/frontend/UnitSetup.h"

namespace irqlint {
namespace {

class ExtractAction : public clang::ASTFrontendAction {
 public:
  ExtractAction(const CompileCommand& command, const ExtractOptions& options, const Preamble* preamble,
                ParseProblems& problems, TuSummary& summary)
      : command_(command), options_(options), preamble_(preamble), problems_(problems), summary_(summary) {}

  bool timedOut() const { return timedOut_; }

 protected:
  bool BeginSourceFileAction(clang::CompilerInstance& compiler) override {
    if (preamble_ != nullptr) startFrom(*preamble_, compiler);
    return true;
  }

  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler, llvm::StringRef) override {
    clang::Preprocessor& preprocessor = compiler.getPreprocessor();
    builder_.emplace(compiler.getASTContext(), options_, summary_);
    pragmas_.emplace(builder_->sectionPragmas());
    // A preamble that is loaded takes the place of all that is predefined.
    preprocessor.setPredefines(salPrelude(compiler.getLangOpts().CPlusPlus) + preprocessor.getPredefines());
    const SalPrelude prelude = preamble_ != nullptr ? SalPrelude::IsLoaded : SalPrelude::IsRead;
    preprocessor.addPPCallbacks(captureSal(preprocessor, prelude));
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
  const Preamble* preamble_;  // null: the unit reads all itself
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

std::shared_ptr<Preambles> planPreambles(const std::vector<CompileCommand>& commands, const ExtractOptions& options,
                                         const FileSystemSource& files, unsigned jobs) {
  return std::make_shared<Preambles>(commands, options, files, jobs);
}

PreambleStatistics statisticsOf(const Preambles& preambles) { return preambles.statistics(); }

Result<TuSummary> extractTu(const CompileCommand& command, const ExtractOptions& options,
                            llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fileSystem, std::string* inputs) {
  TuSummary summary;
  ParseProblems problems;
  InputRecorder recorder;
  auto created = createCompiler(command, options, fileSystem, problems, inputs != nullptr ? &recorder : nullptr);
  if (!created) return std::move(created).error();
  clang::CompilerInstance& compiler = **created;
  const Preamble* preamble = nullptr;
  if (options.preambles && !options.measureCode) {
    preamble = options.preambles->preambleFor(command, options, [&] { return fileSystem; });
  }

  ExtractAction action(command, options, preamble, problems, summary);
  compiler.ExecuteAction(action);
  if (action.timedOut()) {
    return Error("not read within " + std::to_string(options.timeout.count()) + " s").within(command.file);
  }
  if (summary.files.empty()) return Error(problems.firstMessage()).within(command.file);
  if (inputs != nullptr) {
    if (preamble != nullptr) recorder.add(preamble->inputs);
    *inputs = recorder.encode(*options.files, *fileSystem);
  }
  return summary;
}

}  // namespace irqlint
