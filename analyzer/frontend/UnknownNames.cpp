#include "analyzer/frontend/UnknownNames.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>
#include <clang/AST/DeclCXX.h>
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

bool isAnyWord(const clang::Token& token, llvm::ArrayRef<llvm::StringRef> words) {
  return token.is(clang::tok::raw_identifier) && llvm::is_contained(words, token.getRawIdentifier());
}

// class A : public T {, class A : virtual public T, B {
bool isBaseHere(const Surroundings& around) {
  if (!around.after.isOneOf(clang::tok::l_brace, clang::tok::comma)) return false;
  return isAnyWord(around.before, {"public", "private", "protected", "virtual"});
}

// What C++ has beyond C: references, casts by name, new, template arguments.
bool isTypeInCxx(const Surroundings& around, bool inPrototype) {
  const bool isReference = around.after.isOneOf(clang::tok::amp, clang::tok::ampamp);
  if (isReference && (inPrototype || opensStatement(around.before) || isQualifier(around.before))) return true;
  const bool isInCast = around.before.is(clang::tok::less) &&
                        isAnyWord(around.before2, {"static_cast", "reinterpret_cast", "const_cast", "dynamic_cast"});
  return isInCast || isWord(around.before, "new");
}

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

// Written with a scope or an object in front, or a scope itself, or a template.
bool isQualified(const Surroundings& around, llvm::StringRef name) {
  if (around.after.is(clang::tok::less) && !isUpperCase(name)) return true;
  return around.before.isOneOf(clang::tok::coloncolon, clang::tok::period, clang::tok::arrow) ||
         around.after.is(clang::tok::coloncolon) ||
         (around.before.is(clang::tok::colon) && around.before2.is(clang::tok::colon));
}

// Where a declaration is one of the unit, or of an extern "C" block in it.
bool isUnitScope(const clang::Scope& scope) {
  const clang::DeclContext* context = scope.getEntity();
  return context != nullptr && context->getRedeclContext()->isTranslationUnit();
}

bool isDependent(const clang::Scope& scope) {
  for (const clang::Scope* outer = &scope; outer != nullptr; outer = outer->getParent()) {
    if (outer->isTemplateParamScope()) return true;
    if (const clang::DeclContext* context = outer->getEntity()) return context->isDependentContext();
  }
  return false;
}

// T f; where f is a function.
bool isRoleHere(const Surroundings& around, UnknownRoles& roles) {
  return around.after.is(clang::tok::raw_identifier) && around.after2.isOneOf(clang::tok::semi, clang::tok::comma) &&
         roles.isDefined(around.after.getRawIdentifier());
}

}  // namespace

bool UnknownNames::LookupUnqualified(clang::LookupResult& result, clang::Scope* scope) {
  clang::IdentifierInfo* name = result.getLookupName().getAsIdentifierInfo();
  const clang::SourceLocation place = result.getNameLoc();
  if (name == nullptr || scope == nullptr || place.isInvalid() || name->getName().starts_with("__") ||
      result.isForRedeclaration()) {
    return false;
  }
  const clang::SourceManager& sources = context_.getSourceManager();
  if (sources.isWrittenInBuiltinFile(sources.getSpellingLoc(place)) ||
      sources.isWrittenInScratchSpace(sources.getSpellingLoc(place))) {
    return false;
  }
  clang::NamedDecl* found = find(result, *scope, name);
  if (found == nullptr) return false;
  result.addDecl(found);
  return true;
}

clang::NamedDecl* UnknownNames::find(clang::LookupResult& result, clang::Scope& scope, clang::IdentifierInfo* name) {
  const bool isCxx = context_.getLangOpts().CPlusPlus;
  const bool isOrdinary = result.getLookupKind() == clang::Sema::LookupOrdinaryName;
  // The name of a base is looked up like one in front of '::'.
  if (!isOrdinary && !(isCxx && result.getLookupKind() == clang::Sema::LookupNestedNameSpecifierName)) return nullptr;
  const clang::SourceLocation place = result.getNameLoc();
  const Surroundings around = surroundingsOf(place, context_.getSourceManager(), context_.getLangOpts());
  if (isCxx && (isDependent(scope) || isQualified(around, name->getName()))) return nullptr;
  if (clang::NamedDecl* function = roles_.hidden(name)) return function;
  const bool inPrototype = scope.isFunctionPrototypeScope();
  const bool inFunction = scope.getFnParent() != nullptr;
  if (isCxx && isBaseHere(around)) return standIn(name, Kind::Class, place);
  if (!isOrdinary) return nullptr;
  if (isUnitScope(scope) && isRoleHere(around, roles_)) return standIn(name, Kind::FunctionType, place);
  if (isTypeHere(around, name->getName(), inPrototype) || (isCxx && isTypeInCxx(around, inPrototype))) {
    return standIn(name, Kind::Type, place);
  }
  if (!inFunction) return nullptr;  // a declaration that Clang can blame on the name better
  if (around.after.is(clang::tok::l_paren)) return isCxx ? standIn(name, Kind::Function, place) : nullptr;
  return standIn(name, isWord(around.before, "case") ? Kind::Constant : Kind::Value, place);
}

clang::NamedDecl* UnknownNames::standIn(clang::IdentifierInfo* name, Kind kind, clang::SourceLocation place) {
  clang::NamedDecl*& known = declared_[static_cast<std::size_t>(kind)][name];
  if (known != nullptr) return known;
  switch (kind) {
    case Kind::Type: known = declareType(name); break;
    case Kind::FunctionType: known = roles_.declareType(name); break;
    case Kind::Class: known = declareClass(name); break;
    case Kind::Value: known = declareValue(name); break;
    case Kind::Constant: known = declareConstant(name); break;
    case Kind::Function: known = declareFunction(name); break;
  }
  known->setImplicit();
  // A call is the same code whatever the function; so is the address of a function.
  if (kind != Kind::Function && kind != Kind::FunctionType) builder_.typeSizes().addStandIn(*known);
  if (isWithinAssertion(place, context_.getSourceManager(), context_.getLangOpts())) return known;
  const char* taken = kind == Kind::Type           ? "a type"
                      : kind == Kind::FunctionType ? "a type of functions"
                      : kind == Kind::Class        ? "a class without members"
                      : kind == Kind::Function     ? "a function"
                                                   : "a value of its own";
  builder_.summary().problems.push_back({ProblemKind::InventedName,
                                         "'" + name->getName().str() + "' is not declared; taken for " + taken,
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

clang::NamedDecl* UnknownNames::declareClass(clang::IdentifierInfo* name) {
  auto* record = clang::CXXRecordDecl::Create(context_, clang::TagTypeKind::Class, context_.getTranslationUnitDecl(),
                                              clang::SourceLocation(), clang::SourceLocation(), name);
  record->startDefinition();
  record->completeDefinition();
  return record;
}

clang::NamedDecl* UnknownNames::declareFunction(clang::IdentifierInfo* name) {
  auto* linkage = clang::LinkageSpecDecl::Create(context_, context_.getTranslationUnitDecl(), clang::SourceLocation(),
                                                 clang::SourceLocation(), clang::LinkageSpecLanguageIDs::C,
                                                 /*HasBraces=*/false);
  clang::FunctionProtoType::ExtProtoInfo takesAnything;
  takesAnything.Variadic = true;
  const clang::QualType type = context_.getFunctionType(context_.IntTy, {}, takesAnything);
  auto* function = clang::FunctionDecl::Create(context_, linkage, clang::SourceLocation(), clang::SourceLocation(),
                                               name, type, context_.getTrivialTypeSourceInfo(type), clang::SC_Extern);
  linkage->addDecl(function);
  return function;
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
