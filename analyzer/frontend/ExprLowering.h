// Expressions become events, and what is free of side effects becomes entries of the function's ExprTable.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtVisitor.h>
#include <llvm/ADT/DenseMap.h>

#include "analyzer/frontend/LoweringContext.h"

namespace irqlint {

class ExprLowering : public clang::ConstStmtVisitor<ExprLowering, ExprId> {
 public:
  // Lowers the statements of a GNU statement expression and returns the value of the last one, if it has one.
  using LowerStatements = std::function<ExprId(const clang::CompoundStmt&)>;

  ExprLowering(LoweringContext& context, LowerStatements lowerStatements)
      : cx_(context), lowerStatements_(std::move(lowerStatements)) {}

  // The place that a glvalue names, or the value of a prvalue, after the events of its evaluation.
  ExprId lower(const clang::Expr* expr);
  // As an argument: a glvalue is bound to a reference.
  ExprId lowerBound(const clang::Expr* expr);
  // For the side effects only.
  void discard(const clang::Expr* expr);
  // Ends the open block: to `yes` if `condition` is non-zero, else to `no`.
  void branch(const clang::Expr* condition, BlockId yes, BlockId no);
  // Gives the object of type `type` at `place` its first value.
  void initialise(ExprId place, clang::QualType type, const clang::Expr* initialiser);
  // The same for an object whose bytes are zero (`isZeroed`): parts that are zero are passed over.
  void initialise(ExprId place, clang::QualType type, const clang::Expr* initialiser, bool isZeroed);
  std::optional<std::int64_t> constant(const clang::Expr* expr);

  ExprId callFunction(const clang::FunctionDecl* callee, std::vector<ExprId> arguments, bool isImplicit,
                      clang::SourceRange range);
  // Calls the destructor of the object at `place`, if its type has one that does something.
  void destroy(ExprId place, clang::QualType type, clang::SourceRange range);
  // Has destroy() called when control leaves the scope.
  void destroyAtExit(ExprId place, clang::QualType type, CleanupStack::Cleanup cleanup, clang::SourceRange range);
  // The same for the temporaries that a declared reference keeps alive, and that were made since this was last called.
  void destroyExtendedAtExit(const CleanupStack::Cleanup& scope, clang::SourceRange range);

  // Visitors, for ConstStmtVisitor. They return none for an expression without a value.
  ExprId VisitStmt(const clang::Stmt*) { return {}; }
  ExprId VisitExpr(const clang::Expr* expr);
  ExprId VisitParenExpr(const clang::ParenExpr* expr) { return lower(expr->getSubExpr()); }
  ExprId VisitConstantExpr(const clang::ConstantExpr* expr) { return lower(expr->getSubExpr()); }
  ExprId VisitGenericSelectionExpr(const clang::GenericSelectionExpr* expr);
  ExprId VisitChooseExpr(const clang::ChooseExpr* expr) { return lower(expr->getChosenSubExpr()); }
  ExprId VisitOpaqueValueExpr(const clang::OpaqueValueExpr* expr);
  ExprId VisitPseudoObjectExpr(const clang::PseudoObjectExpr* expr);
  ExprId VisitStmtExpr(const clang::StmtExpr* expr) { return lowerStatements_(*expr->getSubStmt()); }
  ExprId VisitStringLiteral(const clang::StringLiteral* expr);
  ExprId VisitPredefinedExpr(const clang::PredefinedExpr* expr) { return lower(expr->getFunctionName()); }
  ExprId VisitUnaryExprOrTypeTraitExpr(const clang::UnaryExprOrTypeTraitExpr*) { return cx_.exprs.unknown(); }
  ExprId VisitDeclRefExpr(const clang::DeclRefExpr* expr);
  ExprId VisitUnresolvedLookupExpr(const clang::UnresolvedLookupExpr* expr);
  ExprId VisitMemberExpr(const clang::MemberExpr* expr);
  ExprId VisitArraySubscriptExpr(const clang::ArraySubscriptExpr* expr);
  ExprId VisitCompoundLiteralExpr(const clang::CompoundLiteralExpr* expr);
  ExprId VisitCastExpr(const clang::CastExpr* expr);
  ExprId VisitUnaryOperator(const clang::UnaryOperator* expr);
  ExprId VisitBinaryOperator(const clang::BinaryOperator* expr);
  ExprId VisitCompoundAssignOperator(const clang::CompoundAssignOperator* expr);
  ExprId VisitBinAssign(const clang::BinaryOperator* expr);
  ExprId VisitBinComma(const clang::BinaryOperator* expr);
  ExprId VisitRecoveryExpr(const clang::RecoveryExpr* expr);
  ExprId VisitBinLAnd(const clang::BinaryOperator* expr) { return logical(expr); }
  ExprId VisitBinLOr(const clang::BinaryOperator* expr) { return logical(expr); }
  ExprId VisitAbstractConditionalOperator(const clang::AbstractConditionalOperator* expr);

  ExprId VisitCallExpr(const clang::CallExpr* expr);
  ExprId VisitCXXMemberCallExpr(const clang::CXXMemberCallExpr* expr);
  ExprId VisitCXXOperatorCallExpr(const clang::CXXOperatorCallExpr* expr);
  ExprId VisitCXXNewExpr(const clang::CXXNewExpr* expr);
  ExprId VisitCXXDeleteExpr(const clang::CXXDeleteExpr* expr);
  ExprId VisitCXXThrowExpr(const clang::CXXThrowExpr* expr);

  ExprId VisitExprWithCleanups(const clang::ExprWithCleanups* expr);
  ExprId VisitMaterializeTemporaryExpr(const clang::MaterializeTemporaryExpr* expr);
  ExprId VisitCXXBindTemporaryExpr(const clang::CXXBindTemporaryExpr* expr) { return object(expr); }
  ExprId VisitCXXConstructExpr(const clang::CXXConstructExpr* expr);
  ExprId VisitLambdaExpr(const clang::LambdaExpr* expr) { return object(expr); }
  ExprId VisitInitListExpr(const clang::InitListExpr* expr) { return object(expr); }
  ExprId VisitCXXParenListInitExpr(const clang::CXXParenListInitExpr* expr) { return object(expr); }
  ExprId VisitCXXThisExpr(const clang::CXXThisExpr*) { return cx_.self(); }
  ExprId VisitCXXDefaultArgExpr(const clang::CXXDefaultArgExpr* expr) { return lower(expr->getExpr()); }
  ExprId VisitCXXDefaultInitExpr(const clang::CXXDefaultInitExpr* expr) { return lower(expr->getExpr()); }
  ExprId VisitSubstNonTypeTemplateParmExpr(const clang::SubstNonTypeTemplateParmExpr* expr) {
    return lower(expr->getReplacement());
  }
  ExprId VisitCXXRewrittenBinaryOperator(const clang::CXXRewrittenBinaryOperator* expr) {
    return lower(expr->getSemanticForm());
  }

 private:
  // Names, operators
  void noteWithin(const clang::Expr* expr);
  ExprId pointee(const clang::Expr* pointer, std::optional<ExprId> index);
  ExprId truth(const clang::Expr* operand);
  ExprId arithmetic(clang::BinaryOperatorKind op, clang::QualType type, ExprId lhs, ExprId rhs);
  ExprId step(const clang::UnaryOperator* expr, bool isUsed);
  ExprId container(const clang::BinaryOperator* expr);
  std::int64_t constantOf(const llvm::APSInt& value) const;
  std::optional<std::int64_t> pointerConstant(const clang::Expr* expr);
  ExprId lambdaAddress(const clang::CastExpr* conversion);

  // Conditions
  // A comparison, &&, || or !: 0 or 1.
  static bool isTruth(const clang::Expr* expr);
  ExprId logical(const clang::BinaryOperator* expr);
  void branchOnLogical(const clang::BinaryOperator* expr, BlockId yes, BlockId no);
  void branchOnValue(const clang::Expr* condition, BlockId yes, BlockId no);
  // `x != 0` and `x == 0` of a truth value: `x` and whether it is to be inverted.
  std::optional<std::pair<const clang::Expr*, bool>> comparedTruth(const clang::Expr* condition);
  // Lowers both arms of `expr`, each ended by `finish`, and goes on behind them.
  void arms(const clang::AbstractConditionalOperator* expr, const std::function<void(const clang::Expr*)>& finish);

  // Calls
  std::optional<ExprId> builtin(const clang::CallExpr* expr);
  ExprId assume(const clang::CallExpr* expr);
  void setTarget(CallEvent& call, const clang::CallExpr* expr);
  std::vector<ExprId> arguments(llvm::iterator_range<clang::CallExpr::const_arg_iterator> range);
  // Of a call that was not resolved: nothing is converted to a parameter's type.
  ExprId lowerUnconverted(const clang::Expr* expr);
  ExprId finishCall(const clang::CallExpr* expr, CallEvent call, clang::SourceLocation at);
  void deleteObject(const clang::CXXDeleteExpr* expr, ExprId pointer);

  // Objects
  ExprId object(const clang::Expr* expr);
  bool hasZeroPart(const clang::InitListExpr* list, clang::QualType type);
  bool isAllZero(const clang::Expr* expr);
  void initialiseRecord(ExprId place, const clang::RecordDecl* record, llvm::ArrayRef<clang::Expr*> parts,
                        const clang::FieldDecl* unionMember, bool isZeroed);
  void initialiseArray(ExprId place, const clang::ArrayType* type, llvm::ArrayRef<clang::Expr*> parts,
                       const clang::Expr* filler, bool isZeroed);
  void initialiseList(ExprId place, clang::QualType type, const clang::InitListExpr* list, bool isZeroed);
  void construct(ExprId place, clang::QualType type, const clang::CXXConstructExpr* expr, bool isZeroed);
  void capture(ExprId place, const clang::LambdaExpr* lambda);

  LoweringContext& cx_;
  LowerStatements lowerStatements_;
  llvm::DenseMap<const clang::OpaqueValueExpr*, ExprId> opaque_;
  std::vector<std::pair<ExprId, clang::QualType>> extended_;
};

}  // namespace irqlint
