#include "analyzer/frontend/ParseProblems.h"

#include <algorithm>

#include <clang/AST/ASTContext.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/SmallString.h>

#include "analyzer/frontend/CastLvalues.h"
#include "analyzer/frontend/SalCapture.h"

namespace irqlint {
namespace {

constexpr std::size_t kStatementsPerError = 20;

// Counts statements, and the nodes by which Clang remembers what it did not understand.
class BodyCounter : public clang::RecursiveASTVisitor<BodyCounter> {
 public:
  explicit BodyCounter(const clang::ASTContext& context) : context_(context) {}

  bool VisitStmt(const clang::Stmt* statement) {
    if (!llvm::isa<clang::Expr>(statement)) ++statements;
    if (const auto* block = llvm::dyn_cast<clang::CompoundStmt>(statement)) {
      statements +=
          static_cast<std::size_t>(std::count_if(block->body_begin(), block->body_end(), [](const clang::Stmt* child) {
            return llvm::isa<clang::Expr>(child);
          }));
    }
    if (const auto* recovery = llvm::dyn_cast<clang::RecoveryExpr>(statement)) {
      ++(castLvalue(*recovery, context_) ? understood : remembered);
    }
    return true;
  }
  bool VisitVarDecl(const clang::VarDecl* variable) {
    if (variable->isInvalidDecl()) ++remembered;
    return true;
  }

  std::size_t statements = 0;
  std::size_t remembered = 0;
  std::size_t understood = 0;  // by the lowering, though not by Clang

 private:
  const clang::ASTContext& context_;
};

}  // namespace

void ParseProblems::HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& diagnostic) {
  DiagnosticConsumer::HandleDiagnostic(level, diagnostic);
  if (level < clang::DiagnosticsEngine::Error) return;
  const clang::SourceLocation place = diagnostic.getLocation();
  if (place.isValid() && diagnostic.hasSourceManager() &&
      isWithinAssertion(place, diagnostic.getSourceManager(), language_)) {
    return;
  }
  llvm::SmallString<128> message;
  diagnostic.FormatDiagnostic(message);
  errors_.push_back({message.str().str(), place});
}

void ParseProblems::report(SummaryBuilder& builder) const {
  std::vector<Problem>& problems = builder.summary().problems;
  for (std::size_t i = 0; i < std::min(errors_.size(), kMostReported); ++i) {
    problems.push_back({ProblemKind::ParseError, errors_[i].message, builder.location(errors_[i].place)});
  }
  if (errors_.size() > kMostReported) {
    problems.push_back({ProblemKind::ParseError,
                        "and " + std::to_string(errors_.size() - kMostReported) + " more errors in this unit",
                        {}});
  }
}

std::size_t ParseProblems::countWithin(const clang::SourceManager& sources, clang::SourceRange range) const {
  const clang::SourceLocation begin = sources.getExpansionLoc(range.getBegin());
  const clang::SourceLocation end = sources.getExpansionRange(range.getEnd()).getEnd();
  return static_cast<std::size_t>(std::count_if(errors_.begin(), errors_.end(), [&](const ParseError& error) {
    if (error.place.isInvalid()) return false;
    const clang::SourceLocation place = sources.getExpansionLoc(error.place);
    return sources.getFileID(place) == sources.getFileID(begin) && begin <= place && place <= end;
  }));
}

ParseProblems::BodyDamage ParseProblems::damageOf(const clang::FunctionDecl& definition) const {
  BodyDamage damage;
  const clang::Stmt* body = definition.getBody();
  damage.isUsable = body != nullptr;
  if (body == nullptr) return damage;
  std::size_t errors = countWithin(definition.getASTContext().getSourceManager(), body->getSourceRange());
  if (errors == 0) return damage;
  BodyCounter counter(definition.getASTContext());
  counter.TraverseStmt(const_cast<clang::Stmt*>(body));
  errors -= std::min(errors, counter.understood);
  damage.errors = static_cast<std::uint32_t>(errors);
  const std::size_t remembered = std::min(errors, counter.remembered);
  damage.lost = static_cast<std::uint32_t>(errors - remembered);
  damage.isUsable = damage.lost * kStatementsPerError <= counter.statements;
  return damage;
}

}  // namespace irqlint
