#include "analyzer/frontend/SummaryBuilder.h"

#include <algorithm>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/CXXInheritance.h>
#include <clang/AST/DeclCXX.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>

#include "analyzer/frontend/FunctionIdentity.h"
#include "analyzer/frontend/ProjectFiles.h"
#include "analyzer/frontend/SalReader.h"
#include "analyzer/support/ContentHash.h"

namespace irqlint {
namespace {

// The definition if there is one, else the first declaration that stands in a file.
const clang::FunctionDecl& bestDecl(const clang::FunctionDecl& decl) {
  if (const clang::FunctionDecl* definition = decl.getDefinition()) return *definition;
  const clang::FunctionDecl* best = &decl;
  for (const clang::FunctionDecl* redecl : decl.redecls()) {
    if (redecl->getLocation().isInvalid() || redecl->isImplicit()) continue;
    if (best->getLocation().isInvalid() || best->isImplicit() || redecl->getPreviousDecl() == nullptr) best = redecl;
  }
  return *best;
}

const clang::VarDecl& bestDecl(const clang::VarDecl& decl) {
  const clang::VarDecl* best = decl.getDefinition();
  if (best == nullptr) best = decl.getActingDefinition();
  return best != nullptr ? *best : *decl.getCanonicalDecl();
}

// The name of `best`'s parameter; one that it leaves out may stand in another declaration.
std::string nameOf(const clang::FunctionDecl& best, const clang::ParmVarDecl& parameter) {
  const unsigned index = parameter.getFunctionScopeIndex();
  std::string name = parameter.getNameAsString();
  for (const clang::FunctionDecl* redecl : best.redecls()) {
    if (!name.empty()) break;
    if (index < redecl->getNumParams()) name = redecl->getParamDecl(index)->getNameAsString();
  }
  return name;
}

}  // namespace

SummaryBuilder::SummaryBuilder(clang::ASTContext& context, const ExtractOptions& options, TuSummary& summary)
    : context_(context), options_(options), summary_(summary), typeSizes_(context) {
  file(context.getSourceManager().getMainFileID());
  if (!summary_.files.empty()) summary_.mainFile = summary_.files.front();
}

FunctionRef SummaryBuilder::function(const clang::FunctionDecl* decl) {
  const clang::FunctionDecl* canonical = decl->getCanonicalDecl();
  const auto known = functionIndex_.find(canonical);
  if (known != functionIndex_.end()) return FunctionRef(known->second);

  const auto next = static_cast<std::uint32_t>(summary_.functions.size());
  FunctionSummary function;
  function.name = readableName(*canonical);
  function.linkage = hasExternalIdentity(*canonical) ? Linkage::External : Linkage::Internal;
  function.identity = identityOf(*canonical, pathOf(bestDecl(*canonical).getLocation()));
  const auto [same, added] = functionByIdentity_.try_emplace(function.identity, next);
  functionIndex_[canonical] = same->second;
  mentioned_.push_back(canonical);
  if (!added) {
    functionDecls_[same->second].push_back(canonical);
    return FunctionRef(same->second);
  }
  functionDecls_.push_back({canonical});
  summary_.functions.push_back(std::move(function));
  completeFunction(functionDecls_.back(), summary_.functions.back());
  return FunctionRef(next);
}

void SummaryBuilder::unite(const clang::FunctionDecl& other, const clang::FunctionDecl& decl) {
  const FunctionRef ref = function(&decl);
  functionIndex_[other.getCanonicalDecl()] = ref.index();
  functionDecls_[ref.index()].push_back(other.getCanonicalDecl());
}

FunctionRef SummaryBuilder::dynamicType(const clang::CXXRecordDecl& record) {
  FunctionSummary type;
  const bool isExternal = record.isExternallyVisible() && !record.isLambda();
  type.linkage = isExternal ? Linkage::External : Linkage::Internal;
  type.identity = identityOf(record, pathOf(record.getLocation()));
  const auto [known, added] =
      functionByIdentity_.try_emplace(type.identity, static_cast<std::uint32_t>(summary_.functions.size()));
  const FunctionRef ref(known->second);
  if (!added) return ref;
  type.name = readableName(record) + "::" + std::string(kDynamicTypeName);
  type.location = location(record.getLocation());
  type.isForeign = isForeign(record.getLocation());
  type.isImplicit = true;
  functionDecls_.emplace_back();
  summary_.functions.push_back(std::move(type));
  clang::CXXFinalOverriderMap methods;
  record.getFinalOverriders(methods);
  std::vector<FunctionRef> overriders;
  for (const auto& [method, bySubobject] : methods) {
    for (const auto& [subobject, found] : bySubobject) {
      for (const clang::UniqueVirtualMethod& overrider : found) overriders.push_back(function(overrider.Method));
    }
  }
  std::sort(overriders.begin(), overriders.end());
  overriders.erase(std::unique(overriders.begin(), overriders.end()), overriders.end());
  summary_.functions[ref.index()].overrides = std::move(overriders);
  return ref;
}

const clang::FunctionDecl* SummaryBuilder::mentioned(std::size_t index) const {
  return index < mentioned_.size() ? mentioned_[index] : nullptr;
}

void SummaryBuilder::define(FunctionRef ref, const clang::FunctionDecl& definition) {
  Declarations& decls = functionDecls_[ref.index()];
  std::swap(decls.front(), *std::find(decls.begin(), decls.end(), definition.getCanonicalDecl()));
}

GlobalRef SummaryBuilder::global(const clang::VarDecl* decl) {
  const clang::VarDecl* canonical = decl->getCanonicalDecl();
  const auto known = globalIndex_.find(canonical);
  if (known != globalIndex_.end()) return GlobalRef(known->second);

  const auto next = static_cast<std::uint32_t>(summary_.globals.size());
  GlobalSummary global;
  global.name = readableName(*canonical);
  global.linkage = canonical->isExternallyVisible() ? Linkage::External : Linkage::Internal;
  global.identity = identityOf(*canonical, pathOf(bestDecl(*canonical).getLocation()));
  const auto [same, added] = globalByIdentity_.try_emplace(global.identity, next);
  globalIndex_[canonical] = same->second;
  if (!added) return GlobalRef(same->second);
  globalDecls_.push_back(canonical);
  summary_.globals.push_back(std::move(global));
  completeGlobal(*canonical, summary_.globals.back());
  return GlobalRef(next);
}

void SummaryBuilder::finish() {
  // Overridden methods may add functions while this runs.
  for (std::size_t i = 0; i < functionDecls_.size(); ++i) {
    if (functionDecls_[i].empty()) continue;
    if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(functionDecls_[i].front())) {
      for (const clang::CXXMethodDecl* base : method->overridden_methods()) {
        const FunctionRef overridden = function(base);
        summary_.functions[i].overrides.push_back(overridden);
      }
    }
    completeFunction(functionDecls_[i], summary_.functions[i]);
  }
  for (std::size_t i = 0; i < globalDecls_.size(); ++i) completeGlobal(*globalDecls_[i], summary_.globals[i]);
  for (const SectionPragmas::NamedPlacement& directive : sectionPragmas_.allocTexts()) addAllocText(directive);
}

void SummaryBuilder::addAllocText(const SectionPragmas::NamedPlacement& directive) {
  if (isForeign(directive.placement.directive)) return;
  const clang::FunctionDecl* definition = nullptr;
  AllocText written{directive.function, directive.placement.section, AllocTextStanding::Places, {}, {}};
  written.standing = standingOf(directive, context_, definition);
  written.location = location(directive.placement.directive);
  if (definition != nullptr) written.definition = location(definition->getLocation());
  summary_.allocTexts.push_back(std::move(written));
}

void SummaryBuilder::addLostFunction(std::string_view name, clang::SourceLocation place) {
  FunctionSummary* lost = nullptr;
  for (FunctionSummary& known : summary_.functions) {
    if (known.identity == name && !known.body) lost = &known;
  }
  if (lost == nullptr) {
    lost = &summary_.functions.emplace_back();
    lost->name = name;
    lost->identity = lost->name + "@" + pathOf(place) + ":" +
                     std::to_string(context_.getSourceManager().getSpellingLineNumber(place));
  }
  if (lost->bodyLost) return;
  lost->bodyLost = true;
  lost->isForeign = false;
  lost->location = location(place);
  summary_.problems.push_back(
      {ProblemKind::BodyLost, "the function '" + lost->name + "' could not be understood", lost->location});
}

void SummaryBuilder::completeFunction(const Declarations& decls, FunctionSummary& function) {
  const clang::FunctionDecl& decl = *decls.front();
  const clang::FunctionDecl& best = bestDecl(decl);
  const clang::FunctionDecl& latest = *decl.getMostRecentDecl();
  if (function.linkage == Linkage::Internal) function.identity = identityOf(decl, pathOf(best.getLocation()));
  function.location = location(best.getLocation());
  function.isInline = (best.isInlined() || best.isTemplateInstantiation()) && !latest.hasAttr<clang::NoInlineAttr>();
  function.isNoReturn = latest.isNoReturn();
  function.isVariadic = best.isVariadic();
  function.isImplicit = best.isImplicit();
  function.isForeign = decl.getDefinition() != nullptr || function.isImplicit
                           ? isForeign(best.getLocation())
                           : std::any_of(decl.redecls_begin(), decl.redecls_end(),
                                         [&](const auto* redecl) { return isForeign(redecl->getLocation()); });
  function.returnType = typeName(best.getReturnType());
  function.parameters.clear();
  if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&best); method != nullptr && method->isInstance()) {
    function.parameters.push_back({"this", typeName(method->getThisType())});
  }
  for (const clang::ParmVarDecl* parameter : best.parameters()) {
    function.parameters.push_back({nameOf(best, *parameter), typeName(parameter->getOriginalType())});
  }
  DeclaredFacts facts = readDeclaredFacts(decls);
  std::erase_if(facts.annotations, [&](const Annotation& annotation) {
    return annotation.target == AnnotationTarget::Parameter && annotation.parameter >= function.parameters.size();
  });
  function.annotations = std::move(facts.annotations);
  function.roles = std::move(facts.roles);
  function.dispatchTypes = std::move(facts.dispatchTypes);
  function.section = placement(placementOf(decl, sectionPragmas_));
}

void SummaryBuilder::completeGlobal(const clang::VarDecl& decl, GlobalSummary& global) {
  const clang::VarDecl& best = bestDecl(decl);
  if (global.linkage == Linkage::Internal) global.identity = identityOf(decl, pathOf(best.getLocation()));
  global.location = location(best.getLocation());
  global.type = typeName(best.getType());
  global.bytes = typeSizes_.sizeOf(best.getType());
  global.isDefinition = best.isThisDeclarationADefinition() != clang::VarDecl::DeclarationOnly;
  global.isForeign = isForeign(best.getLocation());
  global.section = placement(placementOf(decl, sectionPragmas_));
}

SectionPlacement SummaryBuilder::placement(const WrittenPlacement& written) {
  if (written.section.empty()) return {};
  return {written.section, written.origin, location(written.directive)};
}

std::string SummaryBuilder::typeName(clang::QualType type) const {
  clang::PrintingPolicy policy = context_.getPrintingPolicy();
  policy.AnonymousTagLocations = false;  // a path of this machine
  return type.getAsString(policy);
}

std::string SummaryBuilder::pathOf(clang::FileID id) const { return pathOfFile(context_.getSourceManager(), id); }

std::string SummaryBuilder::pathOf(clang::SourceLocation loc) const {
  const clang::SourceManager& sources = context_.getSourceManager();
  return loc.isInvalid() ? std::string() : pathOf(sources.getFileID(sources.getExpansionLoc(loc)));
}

FileId SummaryBuilder::file(clang::FileID id) {
  const auto known = fileIndex_.find(id);
  if (known != fileIndex_.end()) return FileId(known->second);
  std::string path = pathOf(id);
  if (path.empty()) return {};
  const auto [entry, added] = fileByPath_.try_emplace(path, static_cast<std::uint32_t>(summary_.files.size()));
  if (added) {
    summary_.files.push_back(std::move(path));
    summary_.fileLines.push_back(0);
    summary_.fileHashes.push_back(0);
  }
  fileIndex_[id] = entry->second;
  return FileId(entry->second);
}

void SummaryBuilder::readFile(clang::FileID id) {
  if (isForeignFile(id)) return;
  const FileId counted = file(id);
  if (!counted) return;
  const llvm::StringRef text = context_.getSourceManager().getBufferData(id);
  const auto breaks = static_cast<std::uint32_t>(text.count('\n'));
  summary_.fileLines[counted.index()] = breaks + (text.empty() || text.ends_with("\n") ? 0u : 1u);
  summary_.fileHashes[counted.index()] = contentHash(text);
}

bool SummaryBuilder::isForeign(clang::SourceLocation loc) {
  if (loc.isInvalid()) return true;
  const clang::SourceManager& sources = context_.getSourceManager();
  return isForeignFile(sources.getFileID(sources.getExpansionLoc(loc)));
}

bool SummaryBuilder::isForeignFile(clang::FileID id) {
  const clang::SourceManager& sources = context_.getSourceManager();
  if (id == sources.getMainFileID()) return false;
  const auto known = foreignFiles_.find(id);
  if (known != foreignFiles_.end()) return known->second;

  const bool isForeign = !isProjectFile(sources, id, options_);
  foreignFiles_[id] = isForeign;
  return isForeign;
}

SourceLocation SummaryBuilder::location(clang::SourceRange range) {
  const clang::SourceManager& sources = context_.getSourceManager();
  if (range.getBegin().isInvalid()) return {};
  const clang::SourceLocation begin = sources.getFileLoc(range.getBegin());
  const auto [beginFile, beginOffset] = sources.getDecomposedLoc(begin);
  SourceLocation result;
  result.file = file(beginFile);
  if (!result.file) return {};
  result.line = sources.getLineNumber(beginFile, beginOffset);
  result.column = sources.getColumnNumber(beginFile, beginOffset);

  // The last token's place in the file: of an argument where it is written, of a macro's body the macro's last token.
  clang::SourceLocation end = range.getEnd();
  while (end.isMacroID()) {
    end = sources.isMacroArgExpansion(end) ? sources.getImmediateSpellingLoc(end)
                                           : sources.getImmediateExpansionRange(end).getEnd();
  }
  if (end.isInvalid()) return result;
  const auto [endFile, endOffset] = sources.getDecomposedLoc(end);
  if (endFile != beginFile || endOffset < beginOffset || sources.getLineNumber(endFile, endOffset) != result.line) {
    return result;
  }
  const unsigned length = clang::Lexer::MeasureTokenLength(end, sources, context_.getLangOpts());
  result.endColumn = sources.getColumnNumber(endFile, endOffset) + length;
  return result;
}

StringId SummaryBuilder::outermostMacro(clang::SourceLocation loc) {
  const clang::SourceManager& sources = context_.getSourceManager();
  clang::SourceLocation name;
  while (loc.isMacroID()) {
    if (sources.isMacroArgExpansion(loc)) {
      loc = sources.getImmediateSpellingLoc(loc);
      continue;
    }
    const clang::SrcMgr::ExpansionInfo& expansion = sources.getSLocEntry(sources.getFileID(loc)).getExpansion();
    loc = expansion.getExpansionLocStart();
    if (expansion.isFunctionMacroExpansion()) name = loc;
  }
  if (name.isInvalid()) return {};
  llvm::SmallString<64> buffer;
  return string(clang::Lexer::getSpelling(sources.getSpellingLoc(name), buffer, sources, context_.getLangOpts()));
}

void SummaryBuilder::addMacroUse(MacroUse use) {
  std::vector<MacroUse>& uses = macroUses_[context_.getSourceManager().getFileID(use.begin)];
  const auto after = std::upper_bound(uses.begin(), uses.end(), use.begin,
                                      [](clang::SourceLocation a, const MacroUse& b) { return a < b.begin; });
  uses.insert(after, std::move(use));
}

std::vector<const MacroUse*> SummaryBuilder::macroUses(clang::SourceLocation begin, clang::SourceLocation end) const {
  std::vector<const MacroUse*> found;
  const auto uses = macroUses_.find(context_.getSourceManager().getFileID(begin));
  if (uses == macroUses_.end()) return found;
  auto use = std::lower_bound(uses->second.begin(), uses->second.end(), begin,
                              [](const MacroUse& a, clang::SourceLocation b) { return a.begin < b; });
  for (; use != uses->second.end() && use->begin < end; ++use) found.push_back(&*use);
  return found;
}

}  // namespace irqlint
