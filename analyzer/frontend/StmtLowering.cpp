#include "analyzer/frontend/StmtLowering.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>

#include "analyzer/frontend/CfgLowering.h"

namespace irqlint {

StmtLowering::StmtLowering(LoweringContext& context)
    : cx_(context),
      exprs_(context, [this](const clang::CompoundStmt& stmt) { return lowerStatementExpression(stmt); }) {}

void StmtLowering::lowerFunction(const clang::Stmt& body) {
  function_ = &body;
  cx_.macros.leaveOutInnerFunctions(body);
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(cx_.function)) {
    lowerConstructorInitialisers(*constructor);
  }
  if (const auto* destructor = llvm::dyn_cast<clang::CXXDestructorDecl>(cx_.function)) {
    destroyMembersAtExit(*destructor);
  }
  lower(&body);
  cx_.cleanups.pop(0);
  const SourceLocation end = cx_.builder.location(body.getEndLoc());
  cx_.cfg.stop(TerminatorKind::Return, end);
  if (returnBlock_) {
    cx_.cfg.open(returnBlock_);
    cx_.cfg.stop(TerminatorKind::Return, end);
  }
  cx_.body.end = end;
}

void StmtLowering::lowerConstructorInitialisers(const clang::CXXConstructorDecl& constructor) {
  const ExprId object = cx_.exprs.dereference(cx_.self());
  const clang::CXXRecordDecl& record = *constructor.getParent();
  // Between bases and members, as the compiler does; a constructor that delegates leaves it to the other one.
  bool needsType = record.isDynamicClass() && !constructor.isDelegatingConstructor();
  const auto setType = [&] {
    if (std::exchange(needsType, false)) {
      cx_.assign(cx_.exprs.field(object, {}, kDynamicTypeName), cx_.exprs.dynamicType(record),
                 constructor.getLocation());
    }
  };
  for (const clang::CXXCtorInitializer* one : constructor.inits()) {
    if (one->getInit() == nullptr) continue;
    if (one->isAnyMemberInitializer()) setType();
    cx_.macros.leaveOutInnerFunctions(*one->getInit());
    if (one->isWritten()) cx_.macros.place(one->getSourceRange());
    const std::size_t depth = cx_.cleanups.depth();
    if (const clang::FieldDecl* field = one->getAnyMember()) {
      exprs_.initialise(cx_.exprs.field(object, field), field->getType(), one->getInit());
    } else {
      exprs_.initialise(object, clang::QualType(one->getBaseClass(), 0), one->getInit());
    }
    cx_.cleanups.pop(depth);
  }
  setType();
}

void StmtLowering::destroyMembersAtExit(const clang::CXXDestructorDecl& destructor) {
  const ExprId object = cx_.exprs.dereference(cx_.self());
  const clang::SourceRange end = function_->getEndLoc();
  for (const clang::CXXBaseSpecifier& base : destructor.getParent()->bases()) {
    exprs_.destroyAtExit(object, base.getType(), {.owner = function_}, end);
  }
  for (const clang::FieldDecl* field : destructor.getParent()->fields()) {
    exprs_.destroyAtExit(cx_.exprs.field(object, field), field->getType(), {.owner = function_}, end);
  }
}

void StmtLowering::lower(const clang::Stmt* stmt) {
  if (stmt != nullptr) Visit(stmt);
}

void StmtLowering::lowerBody(const clang::Stmt* stmt, clang::SourceLocation headEnd) {
  if (stmt == nullptr) return;
  cx_.macros.placeBetween(cx_.macros.fileRange(headEnd).getEnd(), cx_.macros.fileRange(stmt->getBeginLoc()).getBegin());
  lower(stmt);
}

void StmtLowering::VisitExpr(const clang::Expr* expr) {
  cx_.macros.place(expr->getSourceRange());
  const std::size_t depth = cx_.cleanups.depth();
  exprs_.discard(expr);
  cx_.cleanups.pop(depth);
}

void StmtLowering::VisitCompoundStmt(const clang::CompoundStmt* stmt) {
  const Region region(*this, stmt);
  const std::size_t depth = cx_.cleanups.depth();
  const std::vector<const clang::Stmt*> stmts(stmt->body_begin(), stmt->body_end());
  lowerStatements(stmts, stmt->getLBracLoc(), stmt->getRBracLoc());
  cx_.cleanups.pop(depth);
}

// `begin` and `end` surround `stmts`; macros that left no statement stand between these.
void StmtLowering::lowerStatements(llvm::ArrayRef<const clang::Stmt*> stmts, clang::SourceLocation begin,
                                   clang::SourceLocation end) {
  clang::SourceLocation done = cx_.macros.fileRange(begin).getEnd();
  for (const clang::Stmt* stmt : stmts) {
    const clang::CharSourceRange range = cx_.macros.fileRange(stmt->getSourceRange());
    if (range.isValid()) {
      cx_.macros.placeBetween(done, range.getBegin());
      done = range.getEnd();
    }
    lower(stmt);
  }
  cx_.macros.placeBetween(done, cx_.macros.fileRange(end).getBegin());
}

ExprId StmtLowering::lowerStatementExpression(const clang::CompoundStmt& stmt) {
  const Region region(*this, &stmt);
  const std::size_t depth = cx_.cleanups.depth();
  std::vector<const clang::Stmt*> stmts(stmt.body_begin(), stmt.body_end());
  const auto* last = stmts.empty() ? nullptr : llvm::dyn_cast<clang::Expr>(stmts.back());
  if (last != nullptr) stmts.pop_back();
  lowerStatements(stmts, stmt.getLBracLoc(), last == nullptr ? stmt.getRBracLoc() : last->getBeginLoc());
  ExprId value;
  if (last != nullptr && last->getType()->isVoidType()) VisitExpr(last);
  if (last != nullptr && !last->getType()->isVoidType()) {
    cx_.macros.place(last->getSourceRange());
    value = exprs_.lower(last);
    if (cx_.cleanups.depth() > depth) {
      // What it is read from ends here.
      const ExprId copy = cx_.temporary(last->getType(), last->getSourceRange());
      cx_.assign(copy, value, last->getSourceRange());
      value = copy;
    }
  }
  cx_.cleanups.pop(depth);
  return value;
}

void StmtLowering::VisitDeclStmt(const clang::DeclStmt* stmt) {
  cx_.macros.place(stmt->getSourceRange());
  for (const clang::Decl* decl : stmt->decls()) {
    if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(decl)) lowerVariable(variable);
  }
}

void StmtLowering::lowerVariable(const clang::VarDecl* variable) {
  if (variable->isStaticLocal()) {
    cx_.builder.global(variable);
    return lowerInitialiser(*variable, cx_.builder);
  }
  if (variable->hasGlobalStorage()) return;
  const ExprId place = cx_.place(variable);
  const clang::SourceLocation end = jumps_.scope == nullptr ? variable->getEndLoc() : jumps_.scope->getEndLoc();
  const CleanupStack::Cleanup scope{.owner = jumps_.scope, .since = variable->getLocation()};
  const std::size_t depth = cx_.cleanups.depth();
  if (variable->getInit() != nullptr) exprs_.initialise(place, variable->getType(), variable->getInit());
  cx_.cleanups.pop(depth);
  exprs_.destroyExtendedAtExit(scope, end);
  if (!variable->isNRVOVariable()) exprs_.destroyAtExit(place, variable->getType(), scope, end);
  if (const auto* attribute = variable->getAttr<clang::CleanupAttr>()) {
    CleanupStack::Cleanup cleanup = scope;
    cleanup.emit = [this, place, attribute, end](ScopeExit) {
      exprs_.callFunction(attribute->getFunctionDecl(), {cx_.exprs.addressOf(place)}, /*isImplicit=*/true, end);
    };
    cx_.cleanups.push(std::move(cleanup));
  }
  if (const auto* parts = llvm::dyn_cast<clang::DecompositionDecl>(variable)) {
    for (const clang::BindingDecl* binding : parts->bindings()) {
      if (const clang::VarDecl* holder = binding->getHoldingVar()) lowerVariable(holder);
    }
  }
}

void StmtLowering::VisitIfStmt(const clang::IfStmt* stmt) {
  const Region region(*this, stmt);
  const std::size_t depth = cx_.cleanups.depth();
  if (stmt->isConsteval()) {
    lower(stmt->isNegatedConsteval() ? stmt->getThen() : stmt->getElse());
    return;
  }
  lower(stmt->getInit());
  cx_.macros.place({stmt->getIfLoc(), stmt->getRParenLoc()});
  lower(stmt->getConditionVariableDeclStmt());
  const BlockId yes = cx_.cfg.newBlock();
  const BlockId no = cx_.cfg.newBlock();
  const BlockId rest = cx_.cfg.newBlock();
  exprs_.branch(stmt->getCond(), yes, no);
  cx_.cfg.open(yes);
  lowerBody(stmt->getThen(), stmt->getRParenLoc());
  if (cx_.cfg.isOpen()) cx_.cfg.jump(rest);
  cx_.cfg.open(no);
  lowerBody(stmt->getElse(), stmt->getElseLoc());
  cx_.cfg.open(rest);
  cx_.cleanups.pop(depth);
}

void StmtLowering::VisitReturnStmt(const clang::ReturnStmt* stmt) {
  cx_.macros.place(stmt->getSourceRange());
  const std::size_t depth = cx_.cleanups.depth();
  const clang::Expr* value = stmt->getRetValue();
  ReturnEvent event;
  if (value != nullptr && value->getType()->isVoidType()) {
    exprs_.discard(value);
  } else if (stmt->getNRVOCandidate() != nullptr) {
    event.value = cx_.place(stmt->getNRVOCandidate());
  } else if (value != nullptr && value->isPRValue() && value->getType()->getAsCXXRecordDecl() != nullptr) {
    // The returned object is the caller's to destroy.
    event.value = cx_.temporary(value->getType(), value->getSourceRange());
    exprs_.initialise(event.value, value->getType(), value);
  } else if (value != nullptr) {
    const bool isReference = cx_.function->getReturnType()->isReferenceType();
    event.value = isReference ? exprs_.lowerBound(value) : exprs_.lower(value);
  }
  cx_.cleanups.pop(depth);
  cx_.add(stmt->getSourceRange(), stmt->getReturnLoc(), event);
  const SourceLocation location = cx_.builder.location(stmt->getSourceRange());
  if (cx_.cleanups.depth() == 0) return cx_.cfg.stop(TerminatorKind::Return, location);
  if (!returnBlock_) returnBlock_ = cx_.cfg.newBlock();
  cx_.cleanups.exitTo(0, returnBlock_, ScopeExit::Abnormal, location);
}

}  // namespace irqlint
