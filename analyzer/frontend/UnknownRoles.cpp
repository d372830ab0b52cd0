#include "analyzer/frontend/UnknownRoles.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>
#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

// The names in `file` that stand before a parenthesis after whose partner a body begins.
llvm::StringSet<> definedFunctions(clang::FileID file, const clang::SourceManager& sources,
                                   const clang::LangOptions& language) {
  llvm::StringSet<> names;
  clang::Lexer lexer(file, sources.getBufferOrFake(file), sources, language);
  std::string candidate, previous;
  int depth = 0;
  bool isClosed = false;  // the parenthesis after the candidate
  clang::Token token;
  for (lexer.LexFromRawLexer(token); token.isNot(clang::tok::eof); lexer.LexFromRawLexer(token)) {
    if (isClosed && token.is(clang::tok::l_brace)) names.insert(candidate);
    isClosed = false;
    if (token.is(clang::tok::l_paren)) {
      if (depth++ == 0) candidate = previous;
    } else if (token.is(clang::tok::r_paren)) {
      if (depth > 0) --depth;
      isClosed = depth == 0 && !candidate.empty();
    } else if (token.isOneOf(clang::tok::l_brace, clang::tok::r_brace)) {
      depth = 0;  // what a conditional directive left unbalanced ends here
    }
    previous = token.is(clang::tok::raw_identifier) ? token.getRawIdentifier().str() : std::string();
  }
  return names;
}

}  // namespace

bool UnknownRoles::isDefined(llvm::StringRef function) {
  const clang::SourceManager& sources = context_.getSourceManager();
  if (!defined_) defined_ = definedFunctions(sources.getMainFileID(), sources, context_.getLangOpts());
  return defined_->contains(function);
}

clang::NamedDecl* UnknownRoles::declareType(clang::IdentifierInfo* name) {
  clang::FunctionProtoType::ExtProtoInfo takesAnything;
  takesAnything.Variadic = true;
  const clang::QualType type = context_.getFunctionType(context_.IntTy, {}, takesAnything);
  auto* declared = clang::TypedefDecl::Create(context_, context_.getTranslationUnitDecl(), clang::SourceLocation(),
                                              clang::SourceLocation(), name, context_.getTrivialTypeSourceInfo(type));
  types_.insert(declared);
  return declared;
}

void UnknownRoles::hide(clang::DeclGroupRef group, clang::Sema& sema) {
  if (types_.empty()) return;
  for (clang::Decl* decl : group) hide(*decl, sema);
}

void UnknownRoles::hide(clang::Decl& decl, clang::Sema& sema) {
  if (auto* block = llvm::dyn_cast<clang::LinkageSpecDecl>(&decl)) {
    for (clang::Decl* inner : llvm::to_vector(block->decls())) hide(*inner, sema);
    return;
  }
  auto* function = llvm::dyn_cast<clang::FunctionDecl>(&decl);
  const auto* type = function != nullptr ? function->getType()->getAs<clang::TypedefType>() : nullptr;
  if (type == nullptr || !types_.contains(type->getDecl())) return;
  clang::IdentifierResolver& names = sema.IdResolver;
  if (llvm::is_contained(llvm::make_range(names.begin(function->getDeclName()), names.end()), function)) {
    names.RemoveDecl(function);
  }
  sema.TUScope->RemoveDecl(function);
  function->getLexicalDeclContext()->removeDecl(function);
  hidden_[function->getIdentifier()] = function;
}

void UnknownRoles::uniteWithDefinitions() {
  for (const auto& [name, declaration] : hidden_) {
    const auto found = context_.getTranslationUnitDecl()->lookup(name);
    const auto definition = llvm::find_if(found, [](const clang::NamedDecl* decl) {
      const auto* function = llvm::dyn_cast<clang::FunctionDecl>(decl);
      return function != nullptr && function->getDefinition() != nullptr;
    });
    if (definition != found.end()) builder_.unite(*declaration, *llvm::cast<clang::FunctionDecl>(*definition));
  }
}

}  // namespace irqlint
