#include "analyzer/frontend/UnitConsumer.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/DeclFriend.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Sema/Sema.h>

#include "analyzer/frontend/CfgLowering.h"
#include "analyzer/frontend/DefinitionSites.h"
#include "analyzer/frontend/FunctionPointerFields.h"
#include "analyzer/frontend/SwallowedFunctions.h"
#include "analyzer/frontend/UnknownNames.h"

namespace irqlint {

void UnitConsumer::InitializeSema(clang::Sema& sema) {
  sema_ = &sema;
  if (!builder_.options().inventNames) return;
  sema.addExternalSource(llvm::makeIntrusiveRefCnt<UnknownNames>(builder_.context(), builder_, unknownRoles_).get());
}

bool UnitConsumer::pastDeadline() {
  timedOut_ = timedOut_ || std::chrono::steady_clock::now() > deadline_;
  return timedOut_;
}

bool UnitConsumer::HandleTopLevelDecl(clang::DeclGroupRef group) {
  if (sema_ != nullptr) unknownRoles_.hide(group, *sema_);
  topLevel_.insert(topLevel_.end(), group.begin(), group.end());
  return !pastDeadline();
}

void UnitConsumer::HandleTranslationUnit(clang::ASTContext&) {
  if (pastDeadline()) return;
  for (const clang::Decl* decl : topLevel_) collect(*decl);
  showNamedByPragmas();
  unknownRoles_.uniteWithDefinitions();
  for (const clang::FunctionDecl* definition : definitions_) {
    builder_.function(definition);
    lower(*definition);
    if (pastDeadline()) return;
  }
  for (const clang::VarDecl* variable : globals_) {
    builder_.global(variable);
    if (variable->hasInit()) lowerInitialiser(*variable, builder_);
  }
  lowerMentioned();
  addFunctionPointerFields(builder_);
  addOwnRecords(builder_);
  problems_.report(builder_);
  builder_.finish();
  if (problems_.hasErrors()) addSwallowedFunctions(topLevel_, builder_);
}

void UnitConsumer::showNamedByPragmas() {
  clang::ASTContext& context = builder_.context();
  clang::TranslationUnitDecl& unit = *context.getTranslationUnitDecl();
  if (sema_ == nullptr || context.getLangOpts().CPlusPlus) return;
  for (const SectionPragmas::NamedPlacement& pragma : builder_.sectionPragmas().allocTexts()) {
    const clang::DeclarationName name(&context.Idents.get(pragma.function));
    if (!unit.lookup(name).empty()) continue;
    clang::IdentifierResolver& names = sema_->IdResolver;
    const auto found = names.begin(name);
    if (found != names.end() && (*found)->isFromASTFile()) unit.makeDeclVisibleInContext(*found);
  }
}

void UnitConsumer::collectContext(const clang::DeclContext& context) {
  for (const clang::Decl* decl : context.decls()) collect(*decl);
}

void UnitConsumer::collect(const clang::Decl& decl) {
  if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&decl)) {
    if (function->doesThisDeclarationHaveABody() && !function->isDependentContext() &&
        !builder_.isForeign(function->getLocation())) {
      definitions_.push_back(function);
    }
  } else if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(&decl)) {
    if (variable->isThisDeclarationADefinition() != clang::VarDecl::DeclarationOnly &&
        !variable->getDeclContext()->isDependentContext() && !variable->getType()->isDependentType() &&
        !builder_.isForeign(variable->getLocation())) {
      globals_.push_back(variable);
    }
  } else if (const auto* functions = llvm::dyn_cast<clang::FunctionTemplateDecl>(&decl)) {
    for (const clang::FunctionDecl* instance : functions->specializations()) collect(*instance);
  } else if (const auto* classes = llvm::dyn_cast<clang::ClassTemplateDecl>(&decl)) {
    for (const clang::ClassTemplateSpecializationDecl* instance : classes->specializations()) collect(*instance);
  } else if (const auto* record = llvm::dyn_cast<clang::RecordDecl>(&decl)) {
    if (record->isThisDeclarationADefinition() && !record->isDependentContext()) { collectContext(*record); }
  } else if (const auto* befriended = llvm::dyn_cast<clang::FriendDecl>(&decl)) {
    if (befriended->getFriendDecl() != nullptr) collect(*befriended->getFriendDecl());
  } else if (llvm::isa<clang::LinkageSpecDecl, clang::NamespaceDecl, clang::ExportDecl>(decl)) {
    collectContext(*llvm::cast<clang::DeclContext>(&decl));
  }
}

void UnitConsumer::lower(const clang::FunctionDecl& mentioned) {
  const clang::FunctionDecl* definition = mentioned.getDefinition();
  if (definition == nullptr || !definition->doesThisDeclarationHaveABody() || definition->isDependentContext()) return;
  if (!lowered_.insert(definition).second) return;
  const FunctionRef ref = builder_.function(definition);
  if (builder_.summary().functions[ref.index()].body) return;  // the same function under another declaration
  builder_.define(ref, *definition);
  const ParseProblems::BodyDamage damage = problems_.damageOf(*definition);
  builder_.summary().functions[ref.index()].parseErrors = damage.errors;
  builder_.summary().functions[ref.index()].statementsLost = damage.lost != 0;
  if (!builder_.isForeign(definition->getLocation())) {
    builder_.summary().functions[ref.index()].site = siteOf(*definition, builder_);
  }
  if (!damage.isUsable) {
    builder_.summary().functions[ref.index()].bodyLost = true;
    builder_.summary().problems.push_back(
        {ProblemKind::BodyLost,
         "the body of '" + builder_.summary().functions[ref.index()].name + "' could not be understood",
         builder_.location(definition->getLocation())});
    return;
  }
  FunctionBody body = lowerBody(*definition, builder_);
  builder_.summary().functions[ref.index()].body = std::move(body);
}

void UnitConsumer::lowerMentioned() {
  for (std::size_t i = 0; const clang::FunctionDecl* decl = builder_.mentioned(i); ++i) {
    lower(*decl);
    if (pastDeadline()) return;
  }
}

}  // namespace irqlint
