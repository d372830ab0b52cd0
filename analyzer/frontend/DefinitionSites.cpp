#include "analyzer/frontend/DefinitionSites.h"

#include <algorithm>
#include <optional>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/Stmt.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>

namespace irqlint {
namespace {

// Where the unit's own file includes the file of `place`, over any number of steps; `place` itself if it stands in
// it, none if the command line includes it.
clang::SourceLocation inMainFile(clang::SourceLocation place, const clang::SourceManager& sources) {
  clang::FileID file = sources.getFileID(place);
  while (place.isValid() && file != sources.getMainFileID()) {
    place = sources.getIncludeLoc(file);
    file = sources.getFileID(place);
  }
  return place;
}

class SiteReader {
 public:
  SiteReader(const clang::FunctionDecl& definition, SummaryBuilder& builder)
      : definition_(definition),
        body_(llvm::dyn_cast<clang::CompoundStmt>(definition.getBody())),
        builder_(builder),
        sources_(builder.context().getSourceManager()),
        language_(builder.context().getLangOpts()) {}

  DefinitionSite read() {
    DefinitionSite site;
    site.isCxx = language_.CPlusPlus;
    site.obstacle = obstacle();
    if (site.obstacle != SiteObstacle::None) return site;
    site.hasCLinkage = hasCLanguageLinkage(definition_);
    site.pagedCodeKnown = builder_.context().Idents.get("PAGED_CODE").hasMacroDefinition();
    site.declared = builder_.location(declared());
    site.start = builder_.location(sources_.getExpansionLoc(definition_.getBeginLoc()));
    site.open = builder_.location(body_->getLBracLoc());
    addHead(site);
    return site;
  }

 private:
  SiteObstacle obstacle() const {
    if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&definition_)) {
      return method->getParent()->isLambda() ? SiteObstacle::Lambda : SiteObstacle::Member;
    }
    if (definition_.getTemplatedKind() != clang::FunctionDecl::TK_NonTemplate) return SiteObstacle::Template;
    if (body_ == nullptr) return SiteObstacle::NoBlock;
    const clang::SourceLocation places[] = {definition_.getLocation(), body_->getLBracLoc(), body_->getRBracLoc()};
    if (std::any_of(std::begin(places), std::end(places), [](auto place) { return place.isMacroID(); })) {
      return SiteObstacle::Macro;
    }
    if (beginsWithLinkageMacro()) return SiteObstacle::Macro;
    const auto isElsewhere = [&](auto place) { return sources_.getFileID(place) != sources_.getMainFileID(); };
    if (isElsewhere(sources_.getExpansionLoc(definition_.getBeginLoc()))) return SiteObstacle::Included;
    if (std::any_of(std::begin(places), std::end(places), isElsewhere)) return SiteObstacle::Included;
    if (definition_.isInlined()) return SiteObstacle::Inline;
    return SiteObstacle::None;
  }

  // A macro that begins with extern "C" and goes on into the definition: nothing can be put between.
  bool beginsWithLinkageMacro() const {
    const auto* linkage = llvm::dyn_cast<clang::LinkageSpecDecl>(definition_.getLexicalDeclContext());
    return linkage != nullptr && !linkage->hasBraces() && definition_.getBeginLoc().isMacroID() &&
           sources_.getExpansionLoc(linkage->getBeginLoc()) == sources_.getExpansionLoc(definition_.getBeginLoc());
  }

  // The first declaration that stands before the definition; see DefinitionSite::declared.
  clang::SourceLocation declared() const {
    clang::SourceLocation first;
    for (const clang::FunctionDecl* declaration : definition_.redecls()) {
      const clang::DeclContext& scope = *declaration->getLexicalDeclContext();
      if (declaration == &definition_ || declaration->isImplicit() || !scope.getRedeclContext()->isFileContext())
        continue;
      const clang::SourceLocation end = sources_.getExpansionRange(declaration->getEndLoc()).getEnd();
      clang::SourceLocation place = inMainFile(end, sources_);
      if (place.isValid() && place == end) place = semicolonAfter(end);
      if (place.isInvalid() || !sources_.isBeforeInTranslationUnit(place, definition_.getLocation())) continue;
      if (first.isInvalid() || sources_.isBeforeInTranslationUnit(place, first)) first = place;
    }
    return first;
  }

  // Where the declaration ends whose last token but for other declarators is at `place`; none if that is not seen.
  clang::SourceLocation semicolonAfter(clang::SourceLocation place) const {
    while (const std::optional<clang::Token> token = clang::Lexer::findNextToken(place, sources_, language_)) {
      if (token->is(clang::tok::semi)) return token->getLocation();
      if (token->isOneOf(clang::tok::l_brace, clang::tok::eof)) break;
      place = token->getLocation();
    }
    return {};
  }

  void addHead(DefinitionSite& site) {
    const auto* first = std::find_if(body_->body_begin(), body_->body_end(), [](const clang::Stmt* statement) {
      return !llvm::isa<clang::DeclStmt>(statement);
    });
    if (first != body_->body_begin()) {
      site.lastDeclaration = builder_.location(sources_.getExpansionRange((*std::prev(first))->getEndLoc()).getEnd());
    }
    const clang::SourceLocation next = first != body_->body_end() ? (*first)->getBeginLoc() : body_->getRBracLoc();
    site.firstStatement = builder_.location(sources_.getExpansionLoc(next));
  }

  const clang::FunctionDecl& definition_;
  const clang::CompoundStmt* body_;
  SummaryBuilder& builder_;
  const clang::SourceManager& sources_;
  const clang::LangOptions& language_;
};

}  // namespace

DefinitionSite siteOf(const clang::FunctionDecl& definition, SummaryBuilder& builder) {
  return SiteReader(definition, builder).read();
}

}  // namespace irqlint
