#include "analyzer/frontend/Preamble.h"

#include <optional>
#include <utility>

#include <clang/Basic/FileManager.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Lex/HeaderSearch.h>
#include <clang/Lex/MacroInfo.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <clang/Sema/Sema.h>
#include <clang/Serialization/ASTWriter.h>
#include <clang/Serialization/InMemoryModuleCache.h>
#include <clang/Serialization/PCHContainerOperations.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/Support/MemoryBuffer.h>

#include "analyzer/frontend/ParseProblems.h"
#include "analyzer/frontend/PreprocessorRecorder.h"
#include "analyzer/frontend/Repetition.h"
#include "analyzer/frontend/SalCapture.h"
#include "analyzer/frontend/SectionPragmaHandlers.h"
#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {
namespace {

// Neither is on disk.
constexpr char kHeader[] = "/irqlint/preamble.h";
constexpr char kPrecompiled[] = "/irqlint/preamble.pch";

using Lines = std::vector<LeadingLine>;

// The headers that the lines include, as they are found this time.
class IncludeReader : public clang::PPCallbacks {
 public:
  IncludeReader(const clang::SourceManager& sources, std::vector<clang::OptionalFileEntryRef>& headers)
      : sources_(sources), headers_(headers) {}

  void InclusionDirective(clang::SourceLocation hash, const clang::Token&, llvm::StringRef, bool,
                          clang::CharSourceRange, clang::OptionalFileEntryRef file, llvm::StringRef, llvm::StringRef,
                          const clang::Module*, bool, clang::SrcMgr::CharacteristicKind) override {
    if (sources_.isInMainFile(hash)) headers_.push_back(file);
  }

 private:
  const clang::SourceManager& sources_;
  std::vector<clang::OptionalFileEntryRef>& headers_;
};

class PreambleAction : public clang::ASTFrontendAction {
 public:
  PreambleAction(const ExtractOptions& options, const Lines& lines, const std::vector<Condition>& conditions,
                 const ParseProblems& problems)
      : options_(options), lines_(lines), conditions_(conditions), problems_(problems) {}

  std::unique_ptr<Preamble> take() { return std::move(preamble_); }

 protected:
  clang::TranslationUnitKind getTranslationUnitKind() override { return clang::TU_Prefix; }

  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler, llvm::StringRef) override {
    clang::Preprocessor& preprocessor = compiler.getPreprocessor();
    builder_.emplace(compiler.getASTContext(), options_, summary_);
    pragmas_.emplace(builder_->sectionPragmas());
    preprocessor.setPredefines(salPrelude(compiler.getLangOpts().CPlusPlus) + preprocessor.getPredefines());
    preprocessor.addPPCallbacks(captureSal(preprocessor, SalPrelude::IsRead));
    preprocessor.addPPCallbacks(recordPreprocessing(preprocessor, *builder_, *pragmas_));
    preprocessor.addPPCallbacks(std::make_unique<IncludeReader>(compiler.getSourceManager(), headers_));
    return std::make_unique<clang::PCHGenerator>(
        preprocessor, compiler.getModuleCache(), kPrecompiled, /*isysroot=*/"", written_,
        llvm::ArrayRef<std::shared_ptr<clang::ModuleFileExtension>>(), /*AllowASTWithErrors=*/false,
        /*IncludeTimestamps=*/false);
  }

  void EndSourceFileAction() override {
    if (!written_->IsComplete || !saysNothing() || !isRepeatable()) return;
    auto preamble = std::make_unique<Preamble>();
    preamble->bytes = std::move(written_->Data);
    preamble_ = std::move(preamble);
  }

 private:
  // Nothing that a summary would keep.
  bool saysNothing() {
    // Clang declares it by itself, once, and does not find it again in a precompiled header.
    const bool hasAlignment = getCompilerInstance().getSema().getStdAlignValT() != nullptr;
    return !problems_.hasErrors() && summary_.problems.empty() && summary_.files.size() <= 1 &&
           builder_->sectionPragmas().empty() && !hasAlignment;
  }

  // A unit that comes to the lines with everything read has the same lines.
  bool isRepeatable() {
    clang::Preprocessor& preprocessor = getCompilerInstance().getPreprocessor();
    const clang::SourceManager& sources = preprocessor.getSourceManager();
    const auto macro = [&](llvm::StringRef name) {
      return preprocessor.getMacroInfo(preprocessor.getIdentifierInfo(name));
    };
    const auto isForeign = [&](const clang::MacroInfo& info) {
      const clang::FileID file = sources.getFileID(info.getDefinitionLoc());
      return file != sources.getMainFileID() && sources.getFileEntryRefForID(file).has_value();
    };
    const auto isStill = [&](llvm::StringRef name, bool isDefined) {
      const clang::MacroInfo* info = macro(name);
      return info == nullptr ? !isDefined : isDefined && !isForeign(*info);
    };
    llvm::StringMap<bool> isDefinedHere;  // by the last line of a macro
    auto header = headers_.begin();
    for (const LeadingLine& line : lines_) {
      if (line.path.empty()) {
        isDefinedHere[line.macro] = llvm::StringRef(line.text).starts_with("#define");
        continue;
      }
      if (header == headers_.end() || !*header || (*header)->getName() != line.path) return false;
      ++header;
    }
    return isPreludeIntact(preprocessor) &&
           llvm::all_of(isDefinedHere, [&](const auto& line) { return isStill(line.getKey(), line.getValue()); }) &&
           llvm::all_of(conditions_,
                        [&](const Condition& condition) { return isStill(condition.macro, condition.isDefined); });
  }

  const ExtractOptions& options_;
  const Lines& lines_;
  const std::vector<Condition>& conditions_;
  const ParseProblems& problems_;
  TuSummary summary_;
  std::optional<SummaryBuilder> builder_;
  std::optional<SectionPragmaHandlers> pragmas_;
  std::vector<clang::OptionalFileEntryRef> headers_;
  const std::shared_ptr<clang::PCHBuffer> written_ = std::make_shared<clang::PCHBuffer>();
  std::unique_ptr<Preamble> preamble_;
};

std::string textOf(const Lines& lines) {
  std::string text;
  for (const LeadingLine& line : lines) text += line.text + "\n";
  return text;
}

std::unique_ptr<Preamble> parseLines(clang::CompilerInstance& compiler, const ExtractOptions& options,
                                     const Lines& lines, const std::vector<Condition>& conditions) {
  ParseProblems problems;
  compiler.getDiagnostics().setClient(&problems, /*ShouldOwnClient=*/false);
  clang::FrontendOptions& frontend = compiler.getFrontendOpts();
  const clang::InputKind kind = frontend.Inputs.front().getKind();
  frontend.Inputs.assign(1, clang::FrontendInputFile(kHeader, kind));
  // Owned by the compiler's source manager.
  compiler.getPreprocessorOpts().addRemappedFile(
      kHeader, llvm::MemoryBuffer::getMemBufferCopy(textOf(lines), kHeader).release());
  PreambleAction action(options, lines, conditions, problems);
  compiler.ExecuteAction(action);
  return action.take();
}

}  // namespace

std::unique_ptr<Preamble> buildPreamble(const CompilerSource& newCompiler, const ExtractOptions& options, Lines lines,
                                        const std::vector<Condition>& conditions) {
  while (!lines.empty()) {
    const auto parser = newCompiler();
    const auto reader = newCompiler();
    if (!parser || !reader) return nullptr;
    auto preamble = parseLines(*parser, options, lines, conditions);
    if (!preamble) return nullptr;
    const std::size_t repeatable = repeatableLines(*reader, *preamble, lines);
    if (repeatable == lines.size()) return preamble;
    lines.resize(repeatable);
    while (!lines.empty() && lines.back().path.empty()) lines.pop_back();
  }
  return nullptr;
}

void startFrom(const Preamble& preamble, clang::CompilerInstance& compiler) {
  const llvm::StringRef bytes(preamble.bytes.data(), preamble.bytes.size());
  compiler.getFileManager().getVirtualFileRef(kPrecompiled, static_cast<off_t>(bytes.size()), 0);
  compiler.getModuleCache().addBuiltPCM(
      kPrecompiled, llvm::MemoryBuffer::getMemBuffer(bytes, kPrecompiled, /*RequiresNullTerminator=*/false));
  clang::PreprocessorOptions& preprocessor = compiler.getPreprocessorOpts();
  preprocessor.ImplicitPCHInclude = kPrecompiled;
  // It was made for this command in this run.
  preprocessor.DisablePCHOrModuleValidation = clang::DisableValidationForModuleKind::All;
}

}  // namespace irqlint
