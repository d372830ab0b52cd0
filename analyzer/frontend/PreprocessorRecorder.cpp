#include "analyzer/frontend/PreprocessorRecorder.h"

#include <set>
#include <utility>

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/MacroArgs.h>
#include <clang/Lex/MacroInfo.h>
#include <clang/Lex/Preprocessor.h>

namespace irqlint {
namespace {

class PreprocessorRecorder : public clang::PPCallbacks {
 public:
  PreprocessorRecorder(clang::Preprocessor& preprocessor, SummaryBuilder& builder, SectionPragmaHandlers& pragmas)
      : preprocessor_(preprocessor), builder_(builder), pragmas_(pragmas) {}

  void FileChanged(clang::SourceLocation place, FileChangeReason reason, clang::SrcMgr::CharacteristicKind,
                   clang::FileID) override {
    if (reason != EnterFile) return;
    // The main file is entered after the parser is made and before anything is read.
    if (!std::exchange(installed_, true)) pragmas_.install(preprocessor_);
    builder_.readFile(preprocessor_.getSourceManager().getFileID(place));
  }

  void SourceRangeSkipped(clang::SourceRange range, clang::SourceLocation) override {
    if (!builder_.isForeign(range.getBegin())) builder_.addSkippedRange(range);
  }

  bool FileNotFound(llvm::StringRef) override { return true; }  // read as empty

  void InclusionDirective(clang::SourceLocation, const clang::Token&, llvm::StringRef name, bool,
                          clang::CharSourceRange nameRange, clang::OptionalFileEntryRef file, llvm::StringRef,
                          llvm::StringRef, const clang::Module*, bool, clang::SrcMgr::CharacteristicKind) override {
    if (file) return;
    Problem problem{ProblemKind::MissingHeader, name.str(), builder_.location(nameRange.getBegin())};
    if (problem.location.endColumn == 0 && problem.location.line != 0) {
      problem.location.endColumn = problem.location.column + static_cast<std::uint32_t>(name.size()) + 2;
    }
    if (missing_.emplace(problem.message, problem.location).second) {
      builder_.summary().problems.push_back(std::move(problem));
    }
  }

  void MacroExpands(const clang::Token& name, const clang::MacroDefinition& definition, clang::SourceRange range,
                    const clang::MacroArgs* arguments) override {
    const clang::SourceLocation place = name.getLocation();
    const clang::MacroInfo* macro = definition.getMacroInfo();
    if (macro == nullptr || !macro->isFunctionLike() || arguments == nullptr) return;
    if (preprocessor_.isParsingIfOrElifDirective() || builder_.isForeign(place)) return;
    if (place.isMacroID() && !isFirstOfItsName(name)) return;
    const clang::SourceManager& sources = preprocessor_.getSourceManager();
    MacroUse use{sources.getExpansionLoc(place), sources.getExpansionRange(range).getEnd(),
                 name.getIdentifierInfo()->getName().str(), builder_.outermostMacro(place)};
    const unsigned count = macro->getNumParams();
    for (unsigned i = 0; i < count; ++i) {
      const bool isRest = macro->isVariadic() && i + 1 == count;
      addArguments(arguments->getUnexpArgument(i), isRest, use);
    }
    if (use.arguments.size() == 1 && use.arguments.front().empty()) {  // PAGED_CODE() has none
      use.arguments.clear();
      use.argumentRanges.clear();
    }
    builder_.addMacroUse(std::move(use));
  }

 private:
  // Of the macros that a project's own macro uses, each counts once in one use of the outermost; what the bodies of
  // foreign macros use is their own business.
  bool isFirstOfItsName(const clang::Token& name) {
    const clang::SourceManager& sources = preprocessor_.getSourceManager();
    if (builder_.isForeign(sources.getSpellingLoc(name.getLocation()))) return false;
    const clang::SourceLocation outermost = sources.getExpansionLoc(name.getLocation());
    if (std::exchange(outermost_, outermost) != outermost) nested_.clear();
    return nested_.insert(name.getIdentifierInfo()).second;
  }

  // The place in a file of a token that came here through arguments only; none if a macro's body holds it.
  clang::SourceLocation written(clang::SourceLocation token) const {
    const clang::SourceManager& sources = preprocessor_.getSourceManager();
    while (token.isMacroID() && sources.isMacroArgExpansion(token)) token = sources.getImmediateSpellingLoc(token);
    return token.isFileID() ? token : clang::SourceLocation();
  }

  // The argument whose tokens start at `token` and end with eof; the variable rest is split at its own commas.
  void addArguments(const clang::Token* token, bool isRest, MacroUse& use) const {
    std::string text;
    clang::SourceRange range;
    unsigned depth = 0;
    const auto flush = [&] {
      use.arguments.push_back(std::exchange(text, {}));
      const clang::SourceRange file(written(range.getBegin()), written(range.getEnd()));
      use.argumentRanges.push_back(file.isValid() ? file : clang::SourceRange());
      range = {};
    };
    for (; token->isNot(clang::tok::eof); ++token) {
      if (token->is(clang::tok::l_paren)) ++depth;
      if (token->is(clang::tok::r_paren)) --depth;
      if (isRest && depth == 0 && token->is(clang::tok::comma)) {
        flush();
        continue;
      }
      if (!text.empty() && (token->hasLeadingSpace() || token->isAtStartOfLine())) text += ' ';
      text += preprocessor_.getSpelling(*token);
      if (range.isInvalid()) range.setBegin(token->getLocation());
      range.setEnd(token->getLocation());
    }
    flush();
  }

  clang::Preprocessor& preprocessor_;
  SummaryBuilder& builder_;
  SectionPragmaHandlers& pragmas_;
  bool installed_ = false;
  clang::SourceLocation outermost_;                // the last use through which another macro was used
  std::set<const clang::IdentifierInfo*> nested_;  // the macros used there
  std::set<std::pair<std::string, SourceLocation>> missing_;
};

}  // namespace

std::unique_ptr<clang::PPCallbacks> recordPreprocessing(clang::Preprocessor& preprocessor, SummaryBuilder& builder,
                                                        SectionPragmaHandlers& pragmas) {
  return std::make_unique<PreprocessorRecorder>(preprocessor, builder, pragmas);
}

}  // namespace irqlint
