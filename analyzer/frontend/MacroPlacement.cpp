#include "analyzer/frontend/MacroPlacement.h"

#include <algorithm>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>

namespace irqlint {
namespace {

// The braces around code that is not of the function it is written in.
class InnerFunctions : public clang::RecursiveASTVisitor<InnerFunctions> {
 public:
  bool TraverseLambdaExpr(const clang::LambdaExpr* lambda) {
    found.push_back(lambda->getBody()->getSourceRange());
    return true;
  }
  bool TraverseBlockDecl(const clang::BlockDecl* block) {
    found.push_back(block->getBody()->getSourceRange());
    return true;
  }
  bool TraverseCXXRecordDecl(const clang::CXXRecordDecl* record) {
    found.push_back(record->getBraceRange());
    return true;
  }

  std::vector<clang::SourceRange> found;
};

}  // namespace

clang::CharSourceRange MacroPlacement::fileRange(clang::SourceRange range) const {
  if (range.isInvalid()) return {};
  const clang::SourceManager& sources = builder_.context().getSourceManager();
  const clang::SourceLocation begin = sources.getExpansionRange(range.getBegin()).getBegin();
  const clang::SourceLocation end = sources.getExpansionRange(range.getEnd()).getEnd();
  if (sources.getFileID(begin) != sources.getFileID(end) || end < begin) return {};
  return clang::CharSourceRange::getCharRange(begin, end.getLocWithOffset(1));
}

void MacroPlacement::place(clang::SourceRange range) {
  const clang::CharSourceRange file = fileRange(range);
  if (file.isValid()) placeBetween(file.getBegin(), file.getEnd());
}

void MacroPlacement::placeBetween(clang::SourceLocation begin, clang::SourceLocation end) {
  if (begin.isInvalid() || end.isInvalid() || begin.isMacroID() || end.isMacroID() || !(begin < end)) return;
  for (const MacroUse* use : builder_.macroUses(begin, end)) {
    if (!isLeftOut(*use) && placed_.insert(use).second) add(*use);
  }
}

void MacroPlacement::repeat(clang::SourceRange range) {
  const clang::CharSourceRange file = fileRange(range);
  if (file.isInvalid()) return;
  for (const MacroUse* use : builder_.macroUses(file.getBegin(), file.getEnd())) placed_.erase(use);
}

void MacroPlacement::leaveOutInnerFunctions(const clang::Stmt& body) {
  const clang::LangOptions& language = builder_.context().getLangOpts();
  if (!language.CPlusPlus && !language.Blocks) return;
  const clang::SourceManager& sources = builder_.context().getSourceManager();
  InnerFunctions inner;
  inner.TraverseStmt(const_cast<clang::Stmt*>(&body));
  for (const clang::SourceRange range : inner.found) {
    if (range.isInvalid()) continue;
    leftOut_.emplace_back(sources.getFileLoc(range.getBegin()), sources.getFileLoc(range.getEnd()));
  }
}

// Inside the braces; both are at one place where a macro's body holds them.
bool MacroPlacement::isLeftOut(const MacroUse& use) const {
  return std::any_of(leftOut_.begin(), leftOut_.end(), [&](const clang::SourceRange& inner) {
    return inner.getBegin() < use.begin && use.begin < inner.getEnd();
  });
}

void MacroPlacement::add(const MacroUse& use) {
  MacroEvent macro;
  macro.name = builder_.string(use.name);
  for (const std::string& argument : use.arguments) macro.arguments.push_back(builder_.string(argument));
  macro.argumentValues.resize(use.arguments.size());
  const CfgBuilder::EventPosition event =
      cfg_.add({builder_.location(clang::SourceRange(use.begin, use.end)), use.outermost, macro});
  const clang::SourceManager& sources = builder_.context().getSourceManager();
  for (std::size_t index = 0; index < use.argumentRanges.size() && index < use.arguments.size(); ++index) {
    const clang::SourceRange range = use.argumentRanges[index];
    if (range.isInvalid()) continue;
    const clang::SourceLocation end =
        clang::Lexer::getLocForEndOfToken(range.getEnd(), 0, sources, builder_.context().getLangOpts());
    arguments_.emplace(range.getBegin(), Argument{end, event, index});
  }
}

void MacroPlacement::note(const clang::Expr& expr, ExprId value) {
  if (arguments_.empty() || !expr.getBeginLoc().isMacroID()) return;
  const clang::SourceManager& sources = builder_.context().getSourceManager();
  const auto [first, last] = arguments_.equal_range(sources.getFileLoc(expr.getBeginLoc()));
  if (first == last) return;
  const clang::CharSourceRange file = clang::Lexer::makeFileCharRange(
      clang::CharSourceRange::getTokenRange(expr.getSourceRange()), sources, builder_.context().getLangOpts());
  if (file.isInvalid()) return;
  for (auto entry = first; entry != last; ++entry) {
    const Argument& argument = entry->second;
    if (argument.end != file.getEnd()) continue;
    // The inner of two expressions of one range comes first, and is the more basic: `x` before its conversion.
    ExprId& known = std::get<MacroEvent>(cfg_[argument.event].action).argumentValues[argument.index];
    if (!known) known = value;
  }
}

}  // namespace irqlint
