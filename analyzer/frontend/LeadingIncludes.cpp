#include "analyzer/frontend/LeadingIncludes.h"

#include <memory>
#include <utility>

#include <clang/Frontend/FrontendAction.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/MacroInfo.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include "analyzer/frontend/ProjectFiles.h"

namespace irqlint {
namespace {

// The word of the comments that ask to pass over the next line of code, which may be in a foreign header.
constexpr llvm::StringLiteral kSuppression = "irqlint-suppress";

class LeadingReader : public clang::PPCallbacks, public clang::CommentHandler {
 public:
  LeadingReader(clang::Preprocessor& preprocessor, const ExtractOptions& options, LeadingIncludes& found)
      : preprocessor_(preprocessor), sources_(preprocessor.getSourceManager()), options_(options), found_(found) {}

  void FileChanged(clang::SourceLocation place, FileChangeReason reason, clang::SrcMgr::CharacteristicKind,
                   clang::FileID) override {
    const clang::FileID file = sources_.getFileID(place);
    if (reason == ExitFile || !sources_.getFileEntryRefForID(file)) return;  // what is predefined has line markers
    if (reason != EnterFile) return stop();
    isFirstDirective_ = true;
    if (file == sources_.getMainFileID()) return;
    if (isProjectFile(sources_, file, options_)) return;
    // Its text is not read. With nothing of it, no guard is seen either: it is entered each time.
    if (auto* lexer = static_cast<clang::Lexer*>(preprocessor_.getCurrentFileLexer())) {
      lexer->seek(static_cast<unsigned>(sources_.getBufferData(file).size()), /*IsAtStartOfLine=*/true);
    }
    if (isBesideIncluder_) stop();
    if (!isStopped_ && !llvm::is_contained(found_.lines, include_)) found_.lines.push_back(include_);
  }

  bool FileNotFound(llvm::StringRef) override {
    stop();
    return true;
  }

  void InclusionDirective(clang::SourceLocation hash, const clang::Token& directive, llvm::StringRef name,
                          bool isAngled, clang::CharSourceRange, clang::OptionalFileEntryRef file,
                          llvm::StringRef searchPath, llvm::StringRef, const clang::Module*, bool,
                          clang::SrcMgr::CharacteristicKind) override {
    isFirstDirective_ = false;
    if (!file || !isWritten(hash) || directive.getIdentifierInfo()->getPPKeywordID() != clang::tok::pp_include) {
      return stop();
    }
    // One that is beside its includer is not found from elsewhere.
    const auto includer = sources_.getFileEntryRefForID(sources_.getFileID(hash));
    isBesideIncluder_ = !isAngled && includer && includer->getDir().getName() == searchPath;
    include_ = {"#include <" + name.str() + ">", file->getName().str(), ""};
  }

  void MacroDefined(const clang::Token& name, const clang::MacroDirective* directive) override {
    if (!isWritten(name.getLocation())) return;
    isFirstDirective_ = false;
    if (name.getIdentifierInfo() == std::exchange(guard_, nullptr)) return;
    const clang::MacroInfo& info = *directive->getMacroInfo();
    const auto range = clang::CharSourceRange::getTokenRange(info.getDefinitionLoc(), info.getDefinitionEndLoc());
    const llvm::StringRef text = clang::Lexer::getSourceText(range, sources_, preprocessor_.getLangOpts());
    addMacro("#define " + text.str(), *name.getIdentifierInfo());
  }

  void MacroUndefined(const clang::Token& name, const clang::MacroDefinition&, const clang::MacroDirective*) override {
    if (!isWritten(name.getLocation())) return;
    isFirstDirective_ = false;
    addMacro("#undef " + name.getIdentifierInfo()->getName().str(), *name.getIdentifierInfo());
  }

  void Ifndef(clang::SourceLocation, const clang::Token& name, const clang::MacroDefinition& known) override {
    const bool opensFile = std::exchange(isFirstDirective_, false);
    dependOn(*name.getIdentifierInfo());
    guard_ = opensFile && !known ? name.getIdentifierInfo() : nullptr;
  }
  void Ifdef(clang::SourceLocation, const clang::Token& name, const clang::MacroDefinition&) override {
    isFirstDirective_ = false;
    dependOn(*name.getIdentifierInfo());
  }
  void If(clang::SourceLocation place, clang::SourceRange condition, ConditionValueKind) override {
    if (!isWritten(place)) return;
    isFirstDirective_ = false;
    dependOn(condition);
  }
  void Elif(clang::SourceLocation, clang::SourceRange condition, ConditionValueKind value,
            clang::SourceLocation) override {
    if (value != CVK_NotEvaluated) dependOn(condition);
  }

  void PragmaDirective(clang::SourceLocation place, clang::PragmaIntroducerKind introducer) override {
    isFirstDirective_ = false;
    if (place.isFileID() && !isWritten(place)) return;
    if (introducer != clang::PIK_HashPragma) return stop();
    llvm::StringRef line = sources_.getCharacterData(place);
    line = line.take_until([](char c) { return c == '\n'; });
    // Clang's warnings are off, and no level is set for foreign headers by the project.
    const llvm::StringRef pragma = line.split("pragma").second.trim();
    if (pragma == "once" || (pragma.starts_with("warning") && !pragma.contains("suppress"))) return;
    stop();
  }

  bool HandleComment(clang::Preprocessor&, clang::SourceRange comment) override {
    const char* begin = sources_.getCharacterData(comment.getBegin());
    const char* end = sources_.getCharacterData(comment.getEnd());
    if (llvm::StringRef(begin, static_cast<std::size_t>(end - begin)).contains(kSuppression)) stop();
    return false;
  }

  bool isStopped() const { return isStopped_; }

 private:
  void stop() { isStopped_ = true; }

  void addMacro(std::string directive, const clang::IdentifierInfo& name) {
    // A unit that starts with it done would have decided in another way.
    const std::string macro = name.getName().str();
    if (llvm::is_contained(found_.conditions, MacroCondition{macro, true}) ||
        llvm::is_contained(found_.conditions, MacroCondition{macro, false})) {
      return stop();
    }
    if (!isStopped_) found_.lines.push_back({std::move(directive), "", macro});
  }

  void dependOn(const clang::IdentifierInfo& name) {
    if (isStopped_) return;
    MacroCondition condition{name.getName().str(), name.hasMacroDefinition()};
    // What is not defined yet or any more, although a line says so, is not what a unit finds that starts behind it.
    const auto isOfName = [&](const LeadingLine& line) { return line.macro == condition.macro; };
    if (llvm::count_if(found_.lines, isOfName) > 1) return stop();
    if (!llvm::is_contained(found_.conditions, condition)) found_.conditions.push_back(std::move(condition));
  }

  void dependOn(clang::SourceRange condition) {
    const auto range = clang::CharSourceRange::getTokenRange(condition);
    const llvm::StringRef text = clang::Lexer::getSourceText(range, sources_, preprocessor_.getLangOpts());
    if (text.empty() || text.contains("__has_")) return stop();
    const auto isWord = [](char c) { return llvm::isAlnum(c) || c == '_'; };
    for (llvm::StringRef rest = text.drop_until(isWord); !rest.empty(); rest = rest.drop_until(isWord)) {
      const llvm::StringRef word = rest.take_while(isWord);
      rest = rest.drop_front(word.size());
      if (!llvm::isDigit(word.front())) dependOn(*preprocessor_.getIdentifierInfo(word));
    }
  }

  bool isWritten(clang::SourceLocation place) const {
    return place.isFileID() && !sources_.isWrittenInBuiltinFile(place) && !sources_.isWrittenInCommandLineFile(place);
  }

  clang::Preprocessor& preprocessor_;
  const clang::SourceManager& sources_;
  const ExtractOptions& options_;
  LeadingIncludes& found_;
  LeadingLine include_;                           // the last directive read
  const clang::IdentifierInfo* guard_ = nullptr;  // of the #ifndef that the file starts with, if that was just read
  bool isBesideIncluder_ = false;
  bool isFirstDirective_ = true;  // of its file
  bool isStopped_ = false;
};

class LeadingAction : public clang::PreprocessorFrontendAction {
 public:
  LeadingAction(const ExtractOptions& options, LeadingIncludes& found) : options_(options), found_(found) {}

 protected:
  void ExecuteAction() override {
    clang::Preprocessor& preprocessor = getCompilerInstance().getPreprocessor();
    auto callbacks = std::make_unique<LeadingReader>(preprocessor, options_, found_);
    LeadingReader& reader = *callbacks;
    preprocessor.addPPCallbacks(std::move(callbacks));
    preprocessor.addCommentHandler(&reader);
    preprocessor.IgnorePragmas();
    preprocessor.EnterMainSourceFile();
    clang::Token token;
    preprocessor.Lex(token);  // reads all directives up to it
    preprocessor.removeCommentHandler(&reader);
  }

 private:
  const ExtractOptions& options_;
  LeadingIncludes& found_;
};

}  // namespace

LeadingIncludes leadingIncludes(clang::CompilerInstance& compiler, const ExtractOptions& options) {
  LeadingIncludes found;
  const clang::PreprocessorOptions& preprocessor = compiler.getPreprocessorOpts();
  if (!preprocessor.Includes.empty() || !preprocessor.ImplicitPCHInclude.empty()) return found;
  LeadingAction action(options, found);
  compiler.ExecuteAction(action);
  while (!found.lines.empty() && found.lines.back().path.empty()) found.lines.pop_back();
  return found;
}

}  // namespace irqlint
