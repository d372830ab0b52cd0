// __try with __finally or __except, and try with catch.
//
// Each block of the graph names the handler of the exceptions that its events raise. Which events do is not known here.
#include <clang/AST/ASTContext.h>

#include "analyzer/frontend/StmtLowering.h"

namespace irqlint {
namespace {

std::vector<const clang::LabelDecl*> labelsIn(const clang::Stmt* stmt) {
  std::vector<const clang::LabelDecl*> labels;
  std::vector<const clang::Stmt*> pending{stmt};
  while (!pending.empty()) {
    const clang::Stmt* here = pending.back();
    pending.pop_back();
    if (const auto* label = llvm::dyn_cast<clang::LabelStmt>(here)) labels.push_back(label->getDecl());
    for (const clang::Stmt* child : here->children()) {
      if (child != nullptr) pending.push_back(child);
    }
  }
  return labels;
}

}  // namespace

void StmtLowering::VisitSEHTryStmt(const clang::SEHTryStmt* stmt) {
  if (stmt->getFinallyHandler() != nullptr) return lowerTryFinally(stmt);
  lowerTryExcept(stmt);
}

void StmtLowering::lowerTryFinally(const clang::SEHTryStmt* stmt) {
  const Region region(*this, stmt);
  const std::size_t depth = cx_.cleanups.depth();
  const BlockId left = cx_.cfg.newBlock();
  const BlockId rest = cx_.cfg.newBlock();
  // The __finally block is lowered from within the scopes it ends, but its jumps are those of the surroundings.
  cx_.cleanups.push({.emit =
                         [this, stmt, outer = jumps_](ScopeExit kind) {
                           const Region handler(*this, nullptr);
                           jumps_ = outer;
                           lowerFinally(stmt->getFinallyHandler(), kind);
                         },
                     .isLarge = true,
                     .owner = stmt->getTryBlock(),
                     .since = {}});
  jumps_.leaveTo = {left, depth};
  lower(stmt->getTryBlock());
  cx_.cleanups.pop(depth);
  if (cx_.cfg.isOpen()) cx_.cfg.jump(rest);
  cx_.cfg.open(left);
  cx_.cfg.open(rest);
}

void StmtLowering::lowerFinally(const clang::SEHFinallyStmt* stmt, ScopeExit kind) {
  const ScopeExit outer = std::exchange(cx_.finallyExit, kind);
  std::vector<std::pair<const clang::LabelDecl*, BlockId>> labels;
  for (const clang::LabelDecl* label : labelsIn(stmt->getBlock())) {
    labels.emplace_back(label, labels_.lookup(label));
    labels_.erase(label);
  }
  cx_.macros.repeat(stmt->getSourceRange());
  lower(stmt->getBlock());
  for (const auto& [label, block] : labels) {
    if (block) labels_[label] = block;
  }
  cx_.finallyExit = outer;
}

void StmtLowering::lowerTryExcept(const clang::SEHTryStmt* stmt) {
  const clang::SEHExceptStmt* except = stmt->getExceptHandler();
  const BlockId filter = cx_.cfg.newBlock();
  const BlockId handler = cx_.cfg.newBlock();
  const BlockId rest = cx_.cfg.newBlock();
  {
    const Region region(*this, stmt);
    jumps_.leaveTo = {rest, cx_.cleanups.depth()};
    cx_.cfg.open(cx_.cfg.newBlock());
    cx_.cleanups.pushHandler(filter);
    cx_.cfg.guard(filter);
    lower(stmt->getTryBlock());
    cx_.cleanups.popHandler();
  }
  if (cx_.cfg.isOpen()) cx_.cfg.jump(rest);
  cx_.cfg.open(filter);
  lowerFilter(except, handler);
  cx_.cfg.open(handler);
  lower(except->getBlock());
  cx_.cfg.open(rest);
}

void StmtLowering::lowerFilter(const clang::SEHExceptStmt* stmt, BlockId handler) {
  const clang::Expr* filter = stmt->getFilterExpr();
  cx_.macros.place({stmt->getExceptLoc(), filter->getEndLoc()});
  const std::size_t depth = cx_.cleanups.depth();
  const ExprId value = exprs_.lower(filter);
  cx_.cleanups.pop(depth);
  const SourceLocation location = cx_.builder.location(filter->getSourceRange());
  const Expr known = cx_.exprs[value];
  const BlockId search = cx_.cfg.newBlock();
  if (known.kind != ExprKind::Integer) {
    cx_.cfg.branch(value, handler, search, location);
  } else if (known.value > 0) {
    return cx_.cfg.jump(handler);
  } else if (known.value < 0) {
    // Execution continues where the exception arose, which the guarded block's own events describe.
    return cx_.cfg.stop(TerminatorKind::Unreachable, location);
  }
  cx_.cfg.open(search);
  raiseFurther();
}

// The exception at hand is not handled here.
void StmtLowering::raiseFurther() {
  if (const BlockId outer = cx_.cleanups.exceptionTarget()) return cx_.cfg.jump(outer);
  cx_.cfg.stop(TerminatorKind::Raise);
}

void StmtLowering::VisitCXXTryStmt(const clang::CXXTryStmt* stmt) {
  const BlockId raised = cx_.cfg.newBlock();
  const BlockId rest = cx_.cfg.newBlock();
  const SourceLocation location = cx_.builder.location(stmt->getTryLoc());
  cx_.cfg.open(cx_.cfg.newBlock());
  cx_.cleanups.pushHandler(raised);
  cx_.cfg.guard(raised);
  lower(stmt->getTryBlock());
  cx_.cleanups.popHandler();
  if (cx_.cfg.isOpen()) cx_.cfg.jump(rest);

  std::vector<BlockId> handlers;
  bool catchesAll = false;
  for (unsigned index = 0; index < stmt->getNumHandlers(); ++index) {
    handlers.push_back(cx_.cfg.newBlock());
    catchesAll = catchesAll || stmt->getHandler(index)->getExceptionDecl() == nullptr;
  }
  const BlockId search = cx_.cfg.newBlock();
  std::vector<BlockId> targets = handlers;
  if (!catchesAll) targets.push_back(search);
  cx_.cfg.open(raised);
  cx_.cfg.choose(std::move(targets), location);
  cx_.cfg.open(search);
  raiseFurther();
  for (unsigned index = 0; index < stmt->getNumHandlers(); ++index) {
    cx_.cfg.open(handlers[index]);
    lower(stmt->getHandler(index)->getHandlerBlock());
    if (cx_.cfg.isOpen()) cx_.cfg.jump(rest);
  }
  cx_.cfg.open(rest);
}

}  // namespace irqlint
