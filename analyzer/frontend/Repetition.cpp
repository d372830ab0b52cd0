#include "analyzer/frontend/Repetition.h"

#include <algorithm>
#include <memory>
#include <string>

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/DeclGroup.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Lex/MacroInfo.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/Support/MemoryBuffer.h>

#include "analyzer/frontend/SalCapture.h"

namespace irqlint {
namespace {

constexpr char kHeader[] = "/irqlint/again.h";

// The first line that changed something.
class FirstChange {
 public:
  // From here on what happens is by the line after those so far.
  void beginLine() { ++next_; }
  std::size_t line() const { return next_ == 0 ? 0 : next_ - 1; }
  void note(std::size_t line) { first_ = std::min(first_, line); }
  void note() { note(line()); }
  std::size_t first() const { return first_; }

 private:
  std::size_t next_ = 0;
  std::size_t first_ = SIZE_MAX;
};

class Watcher : public clang::PPCallbacks {
 public:
  Watcher(clang::Preprocessor& preprocessor, llvm::ArrayRef<LeadingLine> lines, FirstChange& change)
      : preprocessor_(preprocessor), lines_(lines), change_(change) {}

  void InclusionDirective(clang::SourceLocation hash, const clang::Token&, llvm::StringRef, bool,
                          clang::CharSourceRange, clang::OptionalFileEntryRef file, llvm::StringRef, llvm::StringRef,
                          const clang::Module*, bool, clang::SrcMgr::CharacteristicKind) override {
    if (!preprocessor_.getSourceManager().isInMainFile(hash)) return;
    change_.beginLine();
    if (!file || file->getName() != lines_[change_.line()].path) change_.note();
  }
  void PragmaDirective(clang::SourceLocation, clang::PragmaIntroducerKind) override { change_.note(); }
  void MacroDefined(const clang::Token& name, const clang::MacroDirective* directive) override {
    const clang::MacroDirective* before = directive->getPrevious();
    beginMacroLine(name);
    noteMacro(name, before != nullptr ? before->getMacroInfo() : nullptr, before != nullptr && before->isDefined());
  }
  void MacroUndefined(const clang::Token& name, const clang::MacroDefinition& before,
                      const clang::MacroDirective*) override {
    beginMacroLine(name);
    noteMacro(name, before.getMacroInfo(), before.getMacroInfo() != nullptr);
  }
  void EndOfMainFile() override {
    for (const auto& [name, changed] : changed_) {
      const clang::MacroInfo* now = preprocessor_.getMacroInfo(name);
      const bool isSame = now == nullptr || changed.before == nullptr
                              ? now == changed.before
                              : now->isIdenticalTo(*changed.before, preprocessor_, /*Syntactically=*/true);
      if (!isSame) change_.note(changed.line);
    }
  }

 private:
  struct Changed {
    const clang::MacroInfo* before = nullptr;  // null: it was not defined
    std::size_t line = 0;                      // that changed it last
  };

  void beginMacroLine(const clang::Token& name) {
    if (preprocessor_.getSourceManager().isInMainFile(name.getLocation())) change_.beginLine();
  }
  void noteMacro(const clang::Token& name, const clang::MacroInfo* before, bool wasDefined) {
    Changed& changed =
        changed_.try_emplace(name.getIdentifierInfo(), Changed{wasDefined ? before : nullptr, 0}).first->second;
    changed.line = change_.line();
  }

  clang::Preprocessor& preprocessor_;
  llvm::ArrayRef<LeadingLine> lines_;
  FirstChange& change_;
  llvm::DenseMap<const clang::IdentifierInfo*, Changed> changed_;
};

class Declarations : public clang::ASTConsumer {
 public:
  // Of the preamble's own.
  void HandleInterestingDecl(clang::DeclGroupRef) override {}
  explicit Declarations(FirstChange& change) : change_(change) {}
  bool HandleTopLevelDecl(clang::DeclGroupRef) override {
    change_.note();
    return true;
  }

 private:
  FirstChange& change_;
};

class ReadAgain : public clang::ASTFrontendAction {
 public:
  ReadAgain(const Preamble& preamble, llvm::ArrayRef<LeadingLine> lines) : preamble_(preamble), lines_(lines) {}

  std::size_t repeatable() const { return std::min(change_.first(), lines_.size()); }

 protected:
  bool BeginSourceFileAction(clang::CompilerInstance& compiler) override {
    startFrom(preamble_, compiler);
    return true;
  }
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler, llvm::StringRef) override {
    clang::Preprocessor& preprocessor = compiler.getPreprocessor();
    preprocessor.addPPCallbacks(captureSal(preprocessor, SalPrelude::IsLoaded));
    preprocessor.addPPCallbacks(std::make_unique<Watcher>(preprocessor, lines_, change_));
    return std::make_unique<Declarations>(change_);
  }
  // What has an error declares something, as a rule; where it does not, no line is to be trusted.
  void EndSourceFileAction() override {
    if (getCompilerInstance().getDiagnostics().hasErrorOccurred() && change_.first() >= lines_.size()) change_.note(0);
  }

 private:
  const Preamble& preamble_;
  const llvm::ArrayRef<LeadingLine> lines_;
  FirstChange change_;
};

}  // namespace

std::size_t repeatableLines(clang::CompilerInstance& compiler, const Preamble& preamble,
                            llvm::ArrayRef<LeadingLine> lines) {
  std::string text;
  for (const LeadingLine& line : lines) text += line.text + "\n";
  clang::FrontendOptions& frontend = compiler.getFrontendOpts();
  frontend.Inputs.assign(1, clang::FrontendInputFile(kHeader, frontend.Inputs.front().getKind()));
  // Owned by the compiler's source manager.
  compiler.getPreprocessorOpts().addRemappedFile(kHeader,
                                                 llvm::MemoryBuffer::getMemBufferCopy(text, kHeader).release());
  ReadAgain action(preamble, lines);
  compiler.ExecuteAction(action);
  return action.repeatable();
}

}  // namespace irqlint
