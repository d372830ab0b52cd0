#include "analyzer/frontend/SectionReader.h"

#include <algorithm>
#include <optional>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

bool isBefore(clang::SourceLocation a, clang::SourceLocation b, const clang::SourceManager& sources) {
  return sources.isBeforeInTranslationUnit(sources.getExpansionLoc(a), sources.getExpansionLoc(b));
}

}  // namespace

void SectionPragmas::allocText(std::string function, std::string section, clang::SourceLocation directive) {
  allocTextsOf_.emplace(function, allocTexts_.size());
  allocTexts_.push_back({std::move(function), {std::move(section), SectionOrigin::AllocText, directive}});
}

void SectionPragmas::set(Segment segment, std::string section, clang::SourceLocation directive) {
  change(segment, {std::move(section), SectionOrigin::SegmentPragma, directive}, directive);
}

void SectionPragmas::push(Segment segment, std::string label) {
  State& current = state(segment);
  current.stack.push_back(
      {std::move(label), current.changes.empty() ? WrittenPlacement() : current.changes.back().placement});
}

void SectionPragmas::pop(Segment segment, std::string_view label, clang::SourceLocation directive) {
  std::vector<Saved>& stack = state(segment).stack;
  const auto match = label.empty() ? stack.rbegin()
                                   : std::find_if(stack.rbegin(), stack.rend(),
                                                  [&](const Saved& saved) { return saved.label == label; });
  if (match == stack.rend()) return;
  WrittenPlacement restored = match->placement;
  stack.erase(std::next(match).base(), stack.end());
  change(segment, std::move(restored), directive);
}

void SectionPragmas::change(Segment segment, WrittenPlacement placement, clang::SourceLocation place) {
  state(segment).changes.push_back({place, std::move(placement)});
}

const WrittenPlacement* SectionPragmas::allocText(std::string_view function, clang::SourceLocation definition,
                                                  const clang::SourceManager& sources) const {
  const WrittenPlacement* last = nullptr;
  const auto [begin, end] = allocTextsOf_.equal_range(function);
  for (auto directive = begin; directive != end; ++directive) {
    const WrittenPlacement& placement = allocTexts_[directive->second].placement;
    if (isBefore(placement.directive, definition, sources)) last = &placement;
  }
  return last;
}

const WrittenPlacement* SectionPragmas::inForce(Segment segment, clang::SourceLocation place,
                                                const clang::SourceManager& sources) const {
  const std::vector<Change>& changes = state(segment).changes;
  const auto after = std::partition_point(changes.begin(), changes.end(),
                                          [&](const Change& change) { return isBefore(change.place, place, sources); });
  if (after == changes.begin()) return nullptr;
  const WrittenPlacement& placement = std::prev(after)->placement;
  return placement.section.empty() ? nullptr : &placement;
}

namespace {

// A code_seg or section attribute on the declaration or any redeclaration of it.
template <typename DeclType>
std::optional<WrittenPlacement> attributePlacement(const DeclType& decl) {
  for (const auto* redecl : decl.redecls()) {
    if (const auto* attr = redecl->template getAttr<clang::CodeSegAttr>()) {
      return WrittenPlacement{attr->getName().str(), SectionOrigin::Declspec, attr->getLocation()};
    }
    if (const auto* attr = redecl->template getAttr<clang::SectionAttr>(); attr != nullptr && !attr->isImplicit()) {
      return WrittenPlacement{attr->getName().str(), SectionOrigin::Declspec, attr->getLocation()};
    }
  }
  return std::nullopt;
}

// The attribute of a function, of the classes around it, or, for the operator() of a lambda, of the function around it.
std::optional<WrittenPlacement> inheritedPlacement(const clang::FunctionDecl& function) {
  if (auto own = attributePlacement(function)) return own;
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  if (method == nullptr) return std::nullopt;
  const bool isLambda = method->getParent()->isLambda();
  for (const clang::DeclContext* context = method->getParent(); context != nullptr; context = context->getParent()) {
    if (const auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(context)) {
      if (auto placement = attributePlacement(*record)) return placement;
    } else if (const auto* outer = llvm::dyn_cast<clang::FunctionDecl>(context)) {
      return isLambda ? inheritedPlacement(*outer) : std::nullopt;
    }
  }
  return std::nullopt;
}

// The code_seg pragma moves neither template instances nor what the compiler generates.
bool obeysCodeSegment(const clang::FunctionDecl& function) {
  return function.isThisDeclarationADefinition() && !function.isImplicit() && !function.isTemplateInstantiation() &&
         !function.isDefaulted();
}

// alloc_text goes by the name the linker sees: a function with C linkage has it in a namespace too.
bool hasFileScopeName(const clang::FunctionDecl& function) {
  return !llvm::isa<clang::CXXMethodDecl>(function) && function.getIdentifier() != nullptr &&
         (function.isExternC() || function.getDeclContext()->getRedeclContext()->isTranslationUnit());
}

// The function called `name` in `scope`, one with C linkage first; null if there is none.
const clang::FunctionDecl* functionNamed(const clang::DeclContext& scope, clang::DeclarationName name) {
  const clang::FunctionDecl* found = nullptr;
  for (const clang::NamedDecl* decl : scope.lookup(name)) {
    const auto* function = llvm::dyn_cast<clang::FunctionDecl>(decl);
    if (function != nullptr && (found == nullptr || function->isExternC())) found = function;
  }
  return found;
}

// The same for the namespaces inside `scope`.
const clang::FunctionDecl* functionInNamespaces(const clang::DeclContext& scope, clang::DeclarationName name) {
  const clang::FunctionDecl* found = nullptr;
  for (const clang::Decl* decl : scope.decls()) {
    const auto* inner = llvm::dyn_cast<clang::DeclContext>(decl);
    if (!llvm::isa<clang::NamespaceDecl>(decl) && !llvm::isa<clang::LinkageSpecDecl>(decl)) continue;
    const clang::FunctionDecl* function = functionNamed(*inner->getRedeclContext(), name);
    if (function == nullptr) function = functionInNamespaces(*inner, name);
    if (function != nullptr && (found == nullptr || function->isExternC())) found = function;
  }
  return found;
}

Segment segmentOf(const clang::VarDecl& definition) {
  if (!definition.hasInit()) return Segment::Bss;
  return definition.getType().isConstQualified() ? Segment::Const : Segment::Data;
}

}  // namespace

// Of a static function the language linkage is that of the block it stands in.
bool hasCLanguageLinkage(const clang::FunctionDecl& function) {
  return !function.getASTContext().getLangOpts().CPlusPlus || function.isExternC() ||
         function.getFirstDecl()->isInExternCContext();
}

bool SectionPragmas::empty() const {
  return allocTexts_.empty() &&
         llvm::all_of(states_, [](const State& state) { return state.changes.empty() && state.stack.empty(); });
}

WrittenPlacement placementOf(const clang::FunctionDecl& function, const SectionPragmas& pragmas) {
  if (auto placement = inheritedPlacement(function)) return *placement;
  const clang::FunctionDecl* definition = function.getDefinition();
  if (definition == nullptr) return {};
  const clang::SourceManager& sources = function.getASTContext().getSourceManager();
  if (hasFileScopeName(function)) {
    const WrittenPlacement* placement = pragmas.allocText(function.getName(), definition->getLocation(), sources);
    if (placement != nullptr) return *placement;
  }
  if (!obeysCodeSegment(*definition)) return {};
  const WrittenPlacement* placement = pragmas.inForce(Segment::Code, definition->getLocation(), sources);
  return placement != nullptr ? *placement : WrittenPlacement();
}

WrittenPlacement placementOf(const clang::VarDecl& variable, const SectionPragmas& pragmas) {
  if (auto placement = attributePlacement(variable)) return *placement;
  const clang::VarDecl* definition = variable.getDefinition();
  if (definition == nullptr) definition = variable.getActingDefinition();
  if (definition == nullptr) return {};
  const clang::SourceManager& sources = variable.getASTContext().getSourceManager();
  const WrittenPlacement* placement = pragmas.inForce(segmentOf(*definition), definition->getLocation(), sources);
  return placement != nullptr ? *placement : WrittenPlacement();
}

AllocTextStanding standingOf(const SectionPragmas::NamedPlacement& directive, clang::ASTContext& context,
                             const clang::FunctionDecl*& definition) {
  const clang::SourceManager& sources = context.getSourceManager();
  // Only C++ has qualified names.
  if (directive.function.find("::") != std::string::npos) return AllocTextStanding::OtherLinkage;
  const clang::DeclarationName name(&context.Idents.get(directive.function));
  const clang::TranslationUnitDecl& unit = *context.getTranslationUnitDecl();
  const clang::FunctionDecl* found = functionNamed(unit, name);
  if (found == nullptr) found = functionInNamespaces(unit, name);
  definition = found != nullptr ? found->getDefinition() : nullptr;
  const clang::SourceLocation place = directive.placement.directive;
  if (found == nullptr) return AllocTextStanding::Unknown;
  if (!hasCLanguageLinkage(*found)) return AllocTextStanding::OtherLinkage;
  if (definition == nullptr) return AllocTextStanding::NotDefined;
  if (isBefore(definition->getLocation(), place, sources)) return AllocTextStanding::AfterBody;
  if (isBefore(place, found->getCanonicalDecl()->getLocation(), sources)) return AllocTextStanding::BeforeName;
  return AllocTextStanding::Places;
}

}  // namespace irqlint
