#include "analyzer/frontend/UnknownNames.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>
#include <clang/Sema/Lookup.h>
#include <clang/Sema/Scope.h>

#include "analyzer/frontend/SalCapture.h"

namespace irqlint {
namespace {

// The tokens around a name, read from its line again.
struct Surroundings {
  clang::Token before2, before;  // kind unknown: nothing on this line
  clang::Token after, after2, after3;
};

bool isWord(const clang::Token& token, llvm::StringRef text) {
  return token.is(clang::tok::raw_identifier) && token.getRawIdentifier() == text;
}

Surroundings surroundingsOf(clang::SourceLocation place, const clang::SourceManager& sources,
                            const clang::LangOptions& language) {
  const auto [file, offset] = sources.getDecomposedLoc(sources.getSpellingLoc(place));
  const llvm::StringRef text = sources.getBufferData(file);
  const std::size_t lineBreak = text.rfind('\n', offset);
  const std::size_t lineStart = lineBreak == llvm::StringRef::npos ? 0 : lineBreak + 1;
  clang::Lexer lexer(sources.getLocForStartOfFile(file), language, text.begin(), text.begin() + lineStart, text.end());

  Surroundings around{};
  for (clang::Token* token : {&around.before2, &around.before, &around.after, &around.after2, &around.after3}) {
    token->startToken();
  }
  const clang::SourceLocation name = sources.getComposedLoc(file, offset);
  clang::Token token;
  for (lexer.LexFromRawLexer(token); token.isNot(clang::tok::eof) && token.getLocation() < name;
       lexer.LexFromRawLexer(token)) {
    around.before2 = around.before;
    around.before = token;
  }
  lexer.LexFromRawLexer(around.after);
  lexer.LexFromRawLexer(around.after2);
  lexer.LexFromRawLexer(around.after3);
  return around;
}

// Whether the operator stands close to its operand only, as one with a single operand is written: `(T)&x`, not `(n) &
// x`.
bool looksUnary(const clang::Token& op, const clang::Token& operand) {
  return !operand.hasLeadingSpace() && !operand.isAtStartOfLine() && !op.hasLeadingSpace();
}

bool startsOperand(const clang::Token& token, const clang::Token& next) {
  switch (token.getKind()) {
    case clang::tok::raw_identifier:
    case clang::tok::numeric_constant:
    case clang::tok::string_literal:
    case clang::tok::wide_string_literal:
    case clang::tok::char_constant:
    case clang::tok::l_paren:
    case clang::tok::l_brace:
    case clang::tok::tilde:
    case clang::tok::exclaim: return true;
    case clang::tok::amp:
    case clang::tok::star:
    case clang::tok::minus: return looksUnary(token, next);
    default: return false;
  }
}

bool opensStatement(const clang::Token& before) {
  return before.isOneOf(clang::tok::unknown, clang::tok::semi, clang::tok::l_brace, clang::tok::r_brace);
}

bool isQualifier(const clang::Token& token) {
  for (const char* word : {"const", "volatile", "static", "extern", "register", "CONST", "IN", "OUT", "OPTIONAL"}) {
    if (isWord(token, word)) return true;
  }
  return false;
}

bool isUpperCase(llvm::StringRef name) { return name.upper() == name; }

bool isTypeHere(const Surroundings& around, llvm::StringRef name, bool inPrototype) {
  if (around.after.is(clang::tok::raw_identifier)) return true;  // T x
  if (around.after.is(clang::tok::star)) {
    if (inPrototype || opensStatement(around.before) || isQualifier(around.before)) return true;  // T *x
    return around.before.is(clang::tok::l_paren) &&
           around.after2.isOneOf(clang::tok::r_paren, clang::tok::star);  // (T*) (T**)
  }
  if (inPrototype) {  // f(T, T), but not main(argc, argv)
    return around.after.isOneOf(clang::tok::comma, clang::tok::r_paren) && isUpperCase(name);
  }
  if (around.after.is(clang::tok::r_paren) && around.before.is(clang::tok::l_paren)) {
    return isWord(around.before2, "sizeof") || startsOperand(around.after2, around.after3);  // sizeof(T), (T)x
  }
  return false;
}

// PDEVICE_EXTENSION, but not POOL or PAGE.
bool isPointerName(llvm::StringRef name) { return name.starts_with("P") && name.contains('_') && isUpperCase(name); }

}  // namespace

bool UnknownNames::LookupUnqualified(clang::LookupResult& result, clang::Scope* scope) {
  clang::IdentifierInfo* name = result.getLookupName().getAsIdentifierInfo();
  const clang::SourceLocation place = result.getNameLoc();
  if (name == nullptr || scope == nullptr || place.isInvalid() || name->getName().starts_with("__") ||
      result.getLookupKind() != clang::Sema::LookupOrdinaryName || result.isForRedeclaration()) {
    return false;
  }
  const clang::SourceManager& sources = context_.getSourceManager();
  if (sources.isWrittenInBuiltinFile(sources.getSpellingLoc(place)) ||
      sources.isWrittenInScratchSpace(sources.getSpellingLoc(place))) {
    return false;
  }
  const Surroundings around = surroundingsOf(place, sources, context_.getLangOpts());
  Kind kind = Kind::Value;
  if (isTypeHere(around, name->getName(), scope->isFunctionPrototypeScope())) {
    kind = Kind::Type;
  } else if (around.after.is(clang::tok::l_paren) || scope->getFnParent() == nullptr) {
    return false;  // a call; or a declaration that Clang can blame on the name better
  } else if (isWord(around.before, "case")) {
    kind = Kind::Constant;
  }
  result.addDecl(standIn(name, kind, place));
  return true;
}

clang::NamedDecl* UnknownNames::standIn(clang::IdentifierInfo* name, Kind kind, clang::SourceLocation place) {
  clang::NamedDecl*& known = declared_[static_cast<std::size_t>(kind)][name];
  if (known != nullptr) return known;
  switch (kind) {
    case Kind::Type: known = declareType(name); break;
    case Kind::Value: known = declareValue(name); break;
    case Kind::Constant: known = declareConstant(name); break;
  }
  known->setImplicit();
  if (isWithinAssertion(place, context_.getSourceManager(), context_.getLangOpts())) return known;
  builder_.summary().problems.push_back({ProblemKind::ParseError,
                                         "'" + name->getName().str() + "' is not declared; taken for " +
                                             (kind == Kind::Type ? "a type" : "a value of its own"),
                                         builder_.location(place)});
  return known;
}

clang::NamedDecl* UnknownNames::declareType(clang::IdentifierInfo* name) {
  clang::QualType type = context_.IntTy;
  if (isPointerName(name->getName())) {
    clang::RecordDecl* record = context_.buildImplicitRecord(name->getName().drop_front());
    type = context_.getPointerType(context_.getRecordType(record));
  }
  return clang::TypedefDecl::Create(context_, context_.getTranslationUnitDecl(), clang::SourceLocation(),
                                    clang::SourceLocation(), name, context_.getTrivialTypeSourceInfo(type));
}

clang::NamedDecl* UnknownNames::declareValue(clang::IdentifierInfo* name) {
  return clang::VarDecl::Create(context_, context_.getTranslationUnitDecl(), clang::SourceLocation(),
                                clang::SourceLocation(), name, context_.IntTy,
                                context_.getTrivialTypeSourceInfo(context_.IntTy), clang::SC_Extern);
}

clang::NamedDecl* UnknownNames::declareConstant(clang::IdentifierInfo* name) {
  if (constants_ == nullptr) {
    constants_ = clang::EnumDecl::Create(context_, context_.getTranslationUnitDecl(), clang::SourceLocation(),
                                         clang::SourceLocation(), nullptr, nullptr, false, false, false);
    constants_->startDefinition();
    constants_->completeDefinition(context_.IntTy, context_.IntTy, /*NumPositiveBits=*/31, /*NumNegativeBits=*/0);
  }
  return clang::EnumConstantDecl::Create(context_, constants_, clang::SourceLocation(), name, context_.IntTy, nullptr,
                                         llvm::APSInt::get(nextConstant_++));
}

}  // namespace irqlint
