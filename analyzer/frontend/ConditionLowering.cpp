// Conditions and all that is evaluated only on one side of one: && || ?: and the conditions of statements.
#include <clang/AST/ASTContext.h>
#include <clang/Basic/Builtins.h>

#include "analyzer/frontend/ExprLowering.h"

namespace irqlint {
bool ExprLowering::isTruth(const clang::Expr* expr) {
  const clang::Expr* bare = expr->IgnoreParenImpCasts();
  if (const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(bare)) {
    return binary->isComparisonOp() || binary->isLogicalOp();
  }
  const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(bare);
  return unary != nullptr && unary->getOpcode() == clang::UO_LNot;
}

void ExprLowering::discard(const clang::Expr* expr) {
  const std::size_t depth = cx_.cleanups.depth();
  const clang::Expr* bare = expr->IgnoreParens();
  if (const auto* full = llvm::dyn_cast<clang::ExprWithCleanups>(bare)) {
    discard(full->getSubExpr());
    cx_.cleanups.pop(depth);
    return;
  }
  if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(bare); cast != nullptr && cast->getType()->isVoidType()) {
    return discard(cast->getSubExpr());
  }
  if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(bare)) {
    if (unary->isIncrementDecrementOp()) {
      step(unary, false);
      return;
    }
  }
  if (const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(bare)) {
    if (binary->getOpcode() == clang::BO_Comma) {
      discard(binary->getLHS());
      return discard(binary->getRHS());
    }
    if (binary->isLogicalOp() && binary->getRHS()->HasSideEffects(cx_.ast())) {
      const BlockId rest = cx_.cfg.newBlock();
      const BlockId rhs = cx_.cfg.newBlock();
      const bool isAnd = binary->getOpcode() == clang::BO_LAnd;
      branch(binary->getLHS(), isAnd ? rhs : rest, isAnd ? rest : rhs);
      cx_.cfg.open(rhs);
      discard(binary->getRHS());
      cx_.cfg.open(rest);
      return;
    }
  }
  if (const auto* conditional = llvm::dyn_cast<clang::AbstractConditionalOperator>(bare)) {
    return arms(conditional, [this](const clang::Expr* arm) { discard(arm); });
  }
  lower(expr);
}

void ExprLowering::branch(const clang::Expr* condition, BlockId yes, BlockId no) {
  if (const std::optional<std::int64_t> value = constant(condition)) {
    cx_.macros.note(*condition, cx_.exprs.integer(*value));
    noteWithin(condition);
    return cx_.cfg.jump(*value != 0 ? yes : no);
  }
  const clang::Expr* bare = condition->IgnoreParens();
  if (const auto* full = llvm::dyn_cast<clang::ExprWithCleanups>(bare)) return branch(full->getSubExpr(), yes, no);
  if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(bare)) {
    const clang::CastKind kind = cast->getCastKind();
    if (kind == clang::CK_IntegralToBoolean || kind == clang::CK_PointerToBoolean ||
        (kind == clang::CK_IntegralCast && isTruth(cast->getSubExpr()))) {
      return branch(cast->getSubExpr(), yes, no);
    }
  }
  if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(bare)) {
    if (unary->getOpcode() == clang::UO_LNot) return branch(unary->getSubExpr(), no, yes);
  }
  if (const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(bare)) {
    if (binary->isLogicalOp()) return branchOnLogical(binary, yes, no);
    if (binary->getOpcode() == clang::BO_Comma) {
      discard(binary->getLHS());
      return branch(binary->getRHS(), yes, no);
    }
  }
  if (const auto compared = comparedTruth(bare)) {
    return compared->second ? branch(compared->first, no, yes) : branch(compared->first, yes, no);
  }
  if (const auto* conditional = llvm::dyn_cast<clang::ConditionalOperator>(bare)) {
    return arms(conditional, [&](const clang::Expr* arm) { branch(arm, yes, no); });
  }
  if (const auto* call = llvm::dyn_cast<clang::CallExpr>(bare);
      call != nullptr && call->getNumArgs() > 0 && call->getBuiltinCallee() == clang::Builtin::BI__builtin_expect) {
    return branch(call->getArg(0), yes, no);
  }
  branchOnValue(condition, yes, no);
}

void ExprLowering::branchOnValue(const clang::Expr* condition, BlockId yes, BlockId no) {
  const std::size_t depth = cx_.cleanups.depth();
  const ExprId value = lower(condition);
  cx_.cleanups.pop(depth);
  if (cx_.exprs[value].kind == ExprKind::Integer) return cx_.cfg.jump(cx_.exprs[value].value != 0 ? yes : no);
  cx_.cfg.branch(value, yes, no, cx_.builder.location(condition->getSourceRange()));
}

void ExprLowering::branchOnLogical(const clang::BinaryOperator* expr, BlockId yes, BlockId no) {
  const BlockId rhs = cx_.cfg.newBlock();
  const bool isAnd = expr->getOpcode() == clang::BO_LAnd;
  branch(expr->getLHS(), isAnd ? rhs : yes, isAnd ? no : rhs);
  cx_.cfg.open(rhs);
  branch(expr->getRHS(), yes, no);
}

std::optional<std::pair<const clang::Expr*, bool>> ExprLowering::comparedTruth(const clang::Expr* condition) {
  const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(condition);
  if (binary == nullptr || !binary->isEqualityOp()) return std::nullopt;
  const bool isEqual = binary->getOpcode() == clang::BO_EQ;
  for (const auto& [truth, number] :
       {std::pair(binary->getLHS(), binary->getRHS()), std::pair(binary->getRHS(), binary->getLHS())}) {
    const std::optional<std::int64_t> value = isTruth(truth) ? constant(number) : std::nullopt;
    if (value && (*value == 0 || *value == 1)) return std::pair(truth, (*value == 0) == isEqual);
  }
  return std::nullopt;
}

ExprId ExprLowering::logical(const clang::BinaryOperator* expr) {
  if (!expr->getRHS()->HasSideEffects(cx_.ast())) {
    const ExprId lhs = lower(expr->getLHS());
    const ExprId rhs = lower(expr->getRHS());
    return cx_.exprs.binary(expr->getOpcode() == clang::BO_LAnd ? Operator::And : Operator::Or, lhs, rhs);
  }
  const BlockId yes = cx_.cfg.newBlock();
  const BlockId no = cx_.cfg.newBlock();
  const BlockId rest = cx_.cfg.newBlock();
  const ExprId result = cx_.temporary(expr->getType(), expr->getSourceRange());
  branchOnLogical(expr, yes, no);
  cx_.cfg.open(yes);
  cx_.assign(result, cx_.exprs.integer(1), expr->getSourceRange());
  cx_.cfg.jump(rest);
  cx_.cfg.open(no);
  cx_.assign(result, cx_.exprs.integer(0), expr->getSourceRange());
  cx_.cfg.open(rest);
  return result;
}

void ExprLowering::arms(const clang::AbstractConditionalOperator* expr,
                        const std::function<void(const clang::Expr*)>& finish) {
  const BlockId yes = cx_.cfg.newBlock();
  const BlockId no = cx_.cfg.newBlock();
  const BlockId rest = cx_.cfg.newBlock();
  if (const auto* elvis = llvm::dyn_cast<clang::BinaryConditionalOperator>(expr)) {
    opaque_[elvis->getOpaqueValue()] = lower(elvis->getCommon());
  }
  branch(expr->getCond(), yes, no);
  const auto arm = [&](BlockId block, const clang::Expr* value) {
    const std::size_t depth = cx_.cleanups.depth();
    cx_.cfg.open(block);
    finish(value);
    cx_.cleanups.pop(depth);
    if (cx_.cfg.isOpen()) cx_.cfg.jump(rest);
  };
  arm(yes, expr->getTrueExpr());
  arm(no, expr->getFalseExpr());
  cx_.cfg.open(rest);
}

ExprId ExprLowering::VisitAbstractConditionalOperator(const clang::AbstractConditionalOperator* expr) {
  if (expr->getType()->isVoidType()) {
    arms(expr, [this](const clang::Expr* arm) { discard(arm); });
    return {};
  }
  // Which arm is known: no choice is left.
  if (const std::optional<std::int64_t> value = constant(expr->getCond());
      value && llvm::isa<clang::ConditionalOperator>(expr)) {
    return lower(*value != 0 ? expr->getTrueExpr() : expr->getFalseExpr());
  }
  const ExprId result = cx_.temporary(expr->getType(), expr->getSourceRange());
  if (expr->isGLValue()) {
    arms(expr, [&](const clang::Expr* arm) { cx_.assign(result, lowerBound(arm), arm->getSourceRange()); });
    return cx_.exprs.dereference(result);
  }
  arms(expr, [&](const clang::Expr* arm) { initialise(result, expr->getType(), arm); });
  return result;
}

}  // namespace irqlint
