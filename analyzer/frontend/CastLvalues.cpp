#include "analyzer/frontend/CastLvalues.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>

namespace irqlint {
namespace {

using clang::tok::TokenKind;

// The text of the file before `place`, without what is blank. Where an expression begins that was given up is not
// known.
llvm::StringRef textBefore(clang::SourceLocation place, const clang::SourceManager& sources) {
  const auto [file, offset] = sources.getDecomposedSpellingLoc(place);
  return sources.getBufferData(file).take_front(offset).rtrim();
}

TokenKind tokenAfter(clang::SourceLocation place, const clang::ASTContext& context) {
  const clang::SourceManager& sources = context.getSourceManager();
  const auto token = clang::Lexer::findNextToken(sources.getSpellingLoc(place), sources, context.getLangOpts());
  return token ? token->getKind() : clang::tok::unknown;
}

bool isCompoundAssignment(TokenKind kind) {
  switch (kind) {
    case clang::tok::starequal:
    case clang::tok::slashequal:
    case clang::tok::percentequal:
    case clang::tok::plusequal:
    case clang::tok::minusequal:
    case clang::tok::lesslessequal:
    case clang::tok::greatergreaterequal:
    case clang::tok::ampequal:
    case clang::tok::caretequal:
    case clang::tok::pipeequal: return true;
    default: return false;
  }
}

bool isStep(TokenKind kind) { return kind == clang::tok::plusplus || kind == clang::tok::minusminus; }

// What a cast of an object converts; null for anything else.
const clang::Expr* castObject(const clang::Expr* expr) {
  const auto* cast = llvm::dyn_cast<clang::CStyleCastExpr>(expr->IgnoreParens());
  if (cast == nullptr) return nullptr;
  const clang::Expr* object = cast->getSubExpr()->IgnoreParenCasts();
  return object->isLValue() ? object : nullptr;
}

}  // namespace

std::optional<CastLvalue> castLvalue(const clang::RecoveryExpr& expr, const clang::ASTContext& context) {
  const llvm::ArrayRef<const clang::Expr*> operands = expr.subExpressions();
  if (context.getLangOpts().CPlusPlus || operands.empty() || operands.size() > 2) return std::nullopt;
  const clang::Expr* object = castObject(operands.front());
  if (object == nullptr) return std::nullopt;
  const TokenKind after = tokenAfter(operands.front()->getEndLoc(), context);
  if (operands.size() == 2) {
    if (after == clang::tok::equal) return CastLvalue{CastLvalue::Use::Assigned, object, operands.back()};
    if (isCompoundAssignment(after)) return CastLvalue{CastLvalue::Use::Changed, object, operands.back()};
    return std::nullopt;
  }
  const llvm::StringRef before = textBefore(operands.front()->getBeginLoc(), context.getSourceManager());
  if (before.ends_with("&")) return CastLvalue{CastLvalue::Use::Addressed, object, nullptr};
  if (isStep(after) || before.ends_with("++") || before.ends_with("--"))
    return CastLvalue{CastLvalue::Use::Changed, object, nullptr};
  return std::nullopt;
}

}  // namespace irqlint
