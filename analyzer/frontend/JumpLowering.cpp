// Loops, switches, and the statements that jump.
#include <algorithm>

#include <clang/AST/ASTContext.h>
#include <clang/Basic/SourceManager.h>

#include "analyzer/frontend/StmtLowering.h"

namespace irqlint {

void StmtLowering::leave(Target target, ScopeExit kind, const clang::Stmt* stmt) {
  const SourceLocation location = cx_.builder.location(stmt->getSourceRange());
  if (!target.block) return cx_.cfg.stop(TerminatorKind::Unreachable, location);
  cx_.cleanups.exitTo(target.depth, target.block, kind, location);
}

void StmtLowering::VisitWhileStmt(const clang::WhileStmt* stmt) {
  lowerLoop(stmt, stmt->getConditionVariableDeclStmt(), stmt->getCond(), nullptr, nullptr, stmt->getBody(),
            {stmt->getWhileLoc(), stmt->getRParenLoc()});
}

void StmtLowering::VisitForStmt(const clang::ForStmt* stmt) {
  const Region region(*this, stmt);
  const std::size_t depth = cx_.cleanups.depth();
  lower(stmt->getInit());
  lowerLoop(stmt, stmt->getConditionVariableDeclStmt(), stmt->getCond(), stmt->getInc(), nullptr, stmt->getBody(),
            stmt->getCond() == nullptr ? clang::SourceRange() : stmt->getCond()->getSourceRange());
  cx_.cleanups.pop(depth);
}

void StmtLowering::VisitCXXForRangeStmt(const clang::CXXForRangeStmt* stmt) {
  const Region region(*this, stmt);
  const std::size_t depth = cx_.cleanups.depth();
  cx_.macros.place({stmt->getForLoc(), stmt->getRParenLoc()});
  lower(stmt->getInit());
  if (stmt->getCond() == nullptr) {
    // The range's type is not known: the body runs any number of times.
    if (stmt->getRangeInit() != nullptr) exprs_.lower(stmt->getRangeInit());
    lowerLoop(stmt, nullptr, nullptr, nullptr, stmt->getLoopVarStmt(), stmt->getBody(), {});
    return cx_.cleanups.pop(depth);
  }
  lower(stmt->getRangeStmt());
  lower(stmt->getBeginStmt());
  lower(stmt->getEndStmt());
  lowerLoop(stmt, nullptr, stmt->getCond(), stmt->getInc(), stmt->getLoopVarStmt(), stmt->getBody(), {});
  cx_.cleanups.pop(depth);
}

// `variable` is declared anew for each test of `condition`, `loopVariable` for each run of the body.
void StmtLowering::lowerLoop(const clang::Stmt* stmt, const clang::Stmt* variable, const clang::Expr* condition,
                             const clang::Expr* increment, const clang::Stmt* loopVariable, const clang::Stmt* body,
                             clang::SourceRange head) {
  const Region region(*this, stmt);
  const std::size_t depth = cx_.cleanups.depth();
  const BlockId test = cx_.cfg.newBlock();
  const BlockId run = cx_.cfg.newBlock();
  const BlockId done = cx_.cfg.newBlock();
  const BlockId next = increment == nullptr ? test : cx_.cfg.newBlock();
  const BlockId rest = cx_.cfg.newBlock();
  jumps_.breakTo = {rest, depth};
  jumps_.continueTo = {next, depth};

  cx_.cfg.open(test);
  cx_.macros.place(head);
  lower(variable);
  if (condition != nullptr) {
    exprs_.branch(condition, run, done);
  } else if (llvm::isa<clang::CXXForRangeStmt>(stmt)) {
    cx_.cfg.choose({run, done}, cx_.builder.location(stmt->getBeginLoc()));
  }
  cx_.cfg.open(run);
  lower(loopVariable);
  const clang::SourceLocation headEnd = head.isValid() && increment == nullptr ? head.getEnd() : body->getBeginLoc();
  lowerBody(body, headEnd);
  cx_.cleanups.exitTo(depth, next, ScopeExit::Normal, {});
  if (increment != nullptr) {
    cx_.cfg.open(next);
    VisitExpr(increment);
    cx_.cfg.jump(test);
  }
  cx_.cfg.open(done);
  cx_.cleanups.pop(depth);
  cx_.cfg.open(rest);
}

void StmtLowering::VisitDoStmt(const clang::DoStmt* stmt) {
  const Region region(*this, stmt);
  const std::size_t depth = cx_.cleanups.depth();
  const BlockId run = cx_.cfg.newBlock();
  const BlockId test = cx_.cfg.newBlock();
  const BlockId rest = cx_.cfg.newBlock();
  jumps_.breakTo = {rest, depth};
  jumps_.continueTo = {test, depth};
  cx_.cfg.open(run);
  lowerBody(stmt->getBody(), stmt->getDoLoc());
  cx_.cfg.open(test);
  cx_.macros.place({stmt->getWhileLoc(), stmt->getRParenLoc()});
  exprs_.branch(stmt->getCond(), run, rest);
  cx_.cfg.open(rest);
}

void StmtLowering::VisitSwitchStmt(const clang::SwitchStmt* stmt) {
  const Region region(*this, stmt);
  const std::size_t depth = cx_.cleanups.depth();
  lower(stmt->getInit());
  cx_.macros.place({stmt->getSwitchLoc(), stmt->getRParenLoc()});
  lower(stmt->getConditionVariableDeclStmt());
  const std::size_t full = cx_.cleanups.depth();
  const ExprId condition = exprs_.lower(stmt->getCond());
  cx_.cleanups.pop(full);
  const BlockId exit = cx_.cfg.newBlock();
  cx_.cfg.terminate(dispatch(stmt, condition, exit));
  jumps_.breakTo = {exit, cx_.cleanups.depth()};
  lower(stmt->getBody());
  cx_.cfg.open(exit);
  cx_.cleanups.pop(depth);
}

Terminator StmtLowering::dispatch(const clang::SwitchStmt* stmt, ExprId condition, BlockId exit) {
  Terminator switching;
  switching.kind = TerminatorKind::Switch;
  switching.condition = condition;
  switching.successors = {exit};
  switching.location = cx_.builder.location(stmt->getCond()->getSourceRange());
  bool isKnown = true;
  // The AST lists the cases from the last to the first.
  for (const clang::SwitchCase* one = stmt->getSwitchCaseList(); one != nullptr; one = one->getNextSwitchCase()) {
    const BlockId block = cases_[one] = cx_.cfg.newBlock();
    const auto* labelled = llvm::dyn_cast<clang::CaseStmt>(one);
    if (labelled == nullptr) {
      switching.successors[0] = block;
      continue;
    }
    const std::optional<std::int64_t> low = exprs_.constant(labelled->getLHS());
    const std::optional<std::int64_t> high = labelled->getRHS() == nullptr ? low : exprs_.constant(labelled->getRHS());
    isKnown = isKnown && low && high;
    switching.cases.push_back({low.value_or(0), high.value_or(0), block});
  }
  std::ranges::reverse(switching.cases);
  if (isKnown) return switching;
  // A label that was not understood: any of them.
  switching.kind = TerminatorKind::Choice;
  switching.condition = ExprId();
  for (const irqlint::SwitchCase& one : switching.cases) switching.successors.push_back(one.target);
  switching.cases.clear();
  return switching;
}

void StmtLowering::lowerCase(const clang::SwitchCase* stmt) {
  const auto block = cases_.find(stmt);
  if (block != cases_.end()) cx_.cfg.open(block->second);
  const clang::Stmt* sub = stmt->getSubStmt();
  if (sub != nullptr) {
    cx_.macros.placeBetween(cx_.macros.fileRange(stmt->getBeginLoc()).getBegin(),
                            cx_.macros.fileRange(sub->getBeginLoc()).getBegin());
  }
  lower(sub);
}

void StmtLowering::VisitLabelStmt(const clang::LabelStmt* stmt) {
  cx_.cfg.open(labelBlock(stmt->getDecl()));
  lowerBody(stmt->getSubStmt(), stmt->getIdentLoc());
}

void StmtLowering::VisitGotoStmt(const clang::GotoStmt* stmt) {
  if (stmt->getLabel()->getStmt() == nullptr) return leave({}, ScopeExit::Abnormal, stmt);
  leave({labelBlock(stmt->getLabel()), labelDepth(stmt->getLabel())}, ScopeExit::Abnormal, stmt);
}

// Any label whose address is taken.
void StmtLowering::VisitIndirectGotoStmt(const clang::IndirectGotoStmt* stmt) {
  VisitExpr(stmt->getTarget());
  std::vector<const clang::AddrLabelExpr*> addresses;
  std::vector<const clang::Stmt*> pending{function_};
  while (!pending.empty()) {
    const clang::Stmt* here = pending.back();
    pending.pop_back();
    if (const auto* address = llvm::dyn_cast<clang::AddrLabelExpr>(here)) addresses.push_back(address);
    for (const clang::Stmt* child : here->children()) {
      if (child != nullptr) pending.push_back(child);
    }
  }
  std::ranges::reverse(addresses);
  std::vector<BlockId> targets;
  for (const clang::AddrLabelExpr* address : addresses) targets.push_back(labelBlock(address->getLabel()));
  cx_.cfg.choose(std::move(targets), cx_.builder.location(stmt->getSourceRange()));
}

BlockId StmtLowering::labelBlock(const clang::LabelDecl* label) {
  const auto [entry, added] = labels_.try_emplace(label);
  if (added) entry->second = cx_.cfg.newBlock();
  return entry->second;
}

// How many of the open scopes `label` lies in.
std::size_t StmtLowering::labelDepth(const clang::LabelDecl* label) {
  std::size_t depth = 0;
  while (depth < cx_.cleanups.depth() && encloses(cx_.cleanups[depth], label)) ++depth;
  return depth;
}

bool StmtLowering::encloses(const CleanupStack::Cleanup& cleanup, const clang::LabelDecl* label) {
  if (cleanup.owner == nullptr) return false;
  if (parents_.empty()) {
    std::vector<const clang::Stmt*> pending{function_};
    while (!pending.empty()) {
      const clang::Stmt* here = pending.back();
      pending.pop_back();
      for (const clang::Stmt* child : here->children()) {
        if (child == nullptr) continue;
        parents_[child] = here;
        pending.push_back(child);
      }
    }
  }
  const clang::Stmt* at = label->getStmt();
  while (at != nullptr && at != cleanup.owner) at = parents_.lookup(at);
  if (at == nullptr) return false;
  const clang::SourceManager& sources = cx_.ast().getSourceManager();
  return cleanup.since.isInvalid() || sources.isBeforeInTranslationUnit(cleanup.since, label->getStmt()->getIdentLoc());
}

}  // namespace irqlint
