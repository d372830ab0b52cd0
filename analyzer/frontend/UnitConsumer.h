// Walks the declarations of a unit and has every function and global of the project lowered.
#pragma once

#include <chrono>
#include <vector>

#include <clang/AST/Decl.h>
#include <clang/Sema/SemaConsumer.h>
#include <llvm/ADT/DenseSet.h>

#include "analyzer/frontend/ParseProblems.h"
#include "analyzer/frontend/SummaryBuilder.h"
#include "analyzer/frontend/UnknownRoles.h"

namespace irqlint {

// What is lowered: every definition of the main file and the project's headers, then whatever these mention and the
// unit defines (foreign inline functions, template instances, lambdas, implicit members), until nothing new is
// mentioned.
class UnitConsumer : public clang::SemaConsumer {
 public:
  UnitConsumer(SummaryBuilder& builder, const ParseProblems& problems, std::chrono::steady_clock::time_point deadline)
      : builder_(builder), problems_(problems), deadline_(deadline), unknownRoles_(builder.context(), builder) {}

  void InitializeSema(clang::Sema& sema) override;
  void ForgetSema() override { sema_ = nullptr; }
  bool HandleTopLevelDecl(clang::DeclGroupRef group) override;
  // What a preamble holds is foreign: it is lowered when mentioned.
  void HandleInterestingDecl(clang::DeclGroupRef) override {}
  void HandleTranslationUnit(clang::ASTContext& context) override;

  // The unit was given up at the deadline; the summary is worthless.
  bool timedOut() const { return timedOut_; }

 private:
  bool pastDeadline();
  void collect(const clang::Decl& decl);
  void collectContext(const clang::DeclContext& context);
  // A preamble of C has no table of its names: makes those that alloc_text places findable in the unit.
  void showNamedByPragmas();
  void lower(const clang::FunctionDecl& mentioned);
  void lowerMentioned();

  SummaryBuilder& builder_;
  const ParseProblems& problems_;
  std::chrono::steady_clock::time_point deadline_;
  bool timedOut_ = false;
  UnknownRoles unknownRoles_;
  clang::Sema* sema_ = nullptr;  // while the unit is parsed
  std::vector<const clang::Decl*> topLevel_;
  std::vector<const clang::FunctionDecl*> definitions_;
  std::vector<const clang::VarDecl*> globals_;
  llvm::DenseSet<const clang::FunctionDecl*> lowered_;  // definitions
};

}  // namespace irqlint
