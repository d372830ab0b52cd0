// Statements become blocks: loops, switches, jumps, SEH, and the ends of scopes.
#pragma once

#include <vector>

#include <clang/AST/StmtCXX.h>
#include <clang/AST/StmtVisitor.h>
#include <llvm/ADT/DenseMap.h>

#include "analyzer/frontend/ExprLowering.h"
#include "analyzer/frontend/LoweringContext.h"

namespace irqlint {

class StmtLowering : public clang::ConstStmtVisitor<StmtLowering> {
 public:
  explicit StmtLowering(LoweringContext& context);

  // The whole function: constructor initialisers, body, and a destructor's implicit calls.
  void lowerFunction(const clang::Stmt& body);
  ExprLowering& expressions() { return exprs_; }

  // Visitors, for ConstStmtVisitor.
  void VisitStmt(const clang::Stmt*) {}  // asm, empty statements, declarations of nothing
  void VisitExpr(const clang::Expr* expr);
  void VisitCompoundStmt(const clang::CompoundStmt* stmt);
  void VisitDeclStmt(const clang::DeclStmt* stmt);
  void VisitAttributedStmt(const clang::AttributedStmt* stmt) { lower(stmt->getSubStmt()); }
  void VisitLabelStmt(const clang::LabelStmt* stmt);
  void VisitGotoStmt(const clang::GotoStmt* stmt);
  void VisitIndirectGotoStmt(const clang::IndirectGotoStmt* stmt);
  void VisitIfStmt(const clang::IfStmt* stmt);
  void VisitWhileStmt(const clang::WhileStmt* stmt);
  void VisitDoStmt(const clang::DoStmt* stmt);
  void VisitForStmt(const clang::ForStmt* stmt);
  void VisitCXXForRangeStmt(const clang::CXXForRangeStmt* stmt);
  void VisitSwitchStmt(const clang::SwitchStmt* stmt);
  void VisitCaseStmt(const clang::CaseStmt* stmt) { lowerCase(stmt); }
  void VisitDefaultStmt(const clang::DefaultStmt* stmt) { lowerCase(stmt); }
  void VisitBreakStmt(const clang::BreakStmt* stmt) { leave(jumps_.breakTo, ScopeExit::Abnormal, stmt); }
  void VisitContinueStmt(const clang::ContinueStmt* stmt) { leave(jumps_.continueTo, ScopeExit::Abnormal, stmt); }
  void VisitSEHLeaveStmt(const clang::SEHLeaveStmt* stmt) { leave(jumps_.leaveTo, ScopeExit::Normal, stmt); }
  void VisitReturnStmt(const clang::ReturnStmt* stmt);
  void VisitSEHTryStmt(const clang::SEHTryStmt* stmt);
  void VisitCXXTryStmt(const clang::CXXTryStmt* stmt);

 private:
  // Where a jump goes and how deep in scopes that is.
  struct Target {
    BlockId block;
    std::size_t depth = 0;
  };
  struct Jumps {
    Target breakTo;
    Target continueTo;
    Target leaveTo;
    const clang::Stmt* scope = nullptr;  // the innermost statement that ends the life of what it declares
  };
  // For the time of a statement that opens a scope or is the target of jumps.
  class Region;

  void lower(const clang::Stmt* stmt);
  // The body of a statement whose head ends at `headEnd`, where a macro may stand that left nothing else.
  void lowerBody(const clang::Stmt* stmt, clang::SourceLocation headEnd);
  void lowerLoop(const clang::Stmt* stmt, const clang::Stmt* variable, const clang::Expr* condition,
                 const clang::Expr* increment, const clang::Stmt* loopVariable, const clang::Stmt* body,
                 clang::SourceRange head);
  ExprId lowerStatementExpression(const clang::CompoundStmt& stmt);
  void lowerStatements(llvm::ArrayRef<const clang::Stmt*> stmts, clang::SourceLocation begin,
                       clang::SourceLocation end);
  void lowerCase(const clang::SwitchCase* stmt);
  void lowerVariable(const clang::VarDecl* variable);
  void lowerConstructorInitialisers(const clang::CXXConstructorDecl& constructor);
  void destroyMembersAtExit(const clang::CXXDestructorDecl& destructor);
  Terminator dispatch(const clang::SwitchStmt* stmt, ExprId condition, BlockId exit);

  void leave(Target target, ScopeExit kind, const clang::Stmt* stmt);
  BlockId labelBlock(const clang::LabelDecl* label);
  std::size_t labelDepth(const clang::LabelDecl* label);
  bool encloses(const CleanupStack::Cleanup& cleanup, const clang::LabelDecl* label);

  void lowerTryFinally(const clang::SEHTryStmt* stmt);
  void lowerTryExcept(const clang::SEHTryStmt* stmt);
  void lowerFinally(const clang::SEHFinallyStmt* stmt, ScopeExit kind);
  void lowerFilter(const clang::SEHExceptStmt* stmt, BlockId handler);
  void raiseFurther();

  LoweringContext& cx_;
  ExprLowering exprs_;
  const clang::Stmt* function_ = nullptr;  // the body
  Jumps jumps_;
  BlockId returnBlock_;  // where returns meet that have scopes to leave
  llvm::DenseMap<const clang::LabelDecl*, BlockId> labels_;
  llvm::DenseMap<const clang::SwitchCase*, BlockId> cases_;
  llvm::DenseMap<const clang::Stmt*, const clang::Stmt*> parents_;  // filled when first needed
};

class StmtLowering::Region {
 public:
  Region(StmtLowering& lowering, const clang::Stmt* scope) : lowering_(lowering), outer_(lowering.jumps_) {
    lowering_.jumps_.scope = scope;
  }
  ~Region() { lowering_.jumps_ = outer_; }
  Region(const Region&) = delete;
  Region& operator=(const Region&) = delete;

 private:
  StmtLowering& lowering_;
  Jumps outer_;
};

}  // namespace irqlint
