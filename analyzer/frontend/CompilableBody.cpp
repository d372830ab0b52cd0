#include "analyzer/frontend/CompilableBody.h"

#include <algorithm>

#include <clang/AST/ASTContext.h>
#include <clang/AST/RecursiveASTVisitor.h>

#include "analyzer/frontend/SalCapture.h"

namespace irqlint {
namespace {

// Stops at the first thing that is not understood.
class DamageFinder : public clang::RecursiveASTVisitor<DamageFinder> {
 public:
  DamageFinder(clang::ASTContext& context, TypeSizes& types) : context_(context), types_(types) {}

  bool shouldVisitImplicitCode() const { return true; }

  bool TraverseCallExpr(clang::CallExpr* call, DataRecursionQueue* = nullptr) {
    const clang::FunctionDecl* callee = call->getDirectCallee();
    const bool isAssertion = callee != nullptr && callee->getIdentifier() != nullptr &&
                             callee->getName() == kAssumeFunction && call->getNumArgs() == 1;
    if (!isAssertion) return RecursiveASTVisitor::TraverseCallExpr(call);
    call->setArg(0, clang::IntegerLiteral::Create(context_, llvm::APInt(context_.getIntWidth(context_.IntTy), 1),
                                                  context_.IntTy, call->getBeginLoc()));
    return !call->isTypeDependent();
  }

  bool VisitExpr(const clang::Expr* expr) {
    const clang::QualType type = expr->getType();
    return !llvm::isa<clang::RecoveryExpr>(expr) && !expr->isTypeDependent() && isUsable(type);
  }
  bool VisitDeclRefExpr(const clang::DeclRefExpr* use) { return isUsable(*use->getDecl()); }
  bool VisitMemberExpr(const clang::MemberExpr* use) {
    const auto* field = llvm::dyn_cast<clang::FieldDecl>(use->getMemberDecl());
    return isUsable(*use->getMemberDecl()) &&
           (field == nullptr || types_.isKnown(context_.getRecordType(field->getParent())));
  }
  bool VisitUnaryExprOrTypeTraitExpr(const clang::UnaryExprOrTypeTraitExpr* expr) {
    return isUsable(expr->getTypeOfArgument());
  }
  // Arithmetic on pointers needs the size of what they point to.
  bool VisitBinaryOperator(const clang::BinaryOperator* expr) {
    return !expr->isAdditiveOp() || (isUsablePointee(expr->getLHS()) && isUsablePointee(expr->getRHS()));
  }
  bool VisitUnaryOperator(const clang::UnaryOperator* expr) {
    return !expr->isIncrementDecrementOp() || isUsablePointee(expr->getSubExpr());
  }
  bool VisitDecl(const clang::Decl* decl) { return !decl->isInvalidDecl(); }
  bool VisitVarDecl(const clang::VarDecl* variable) { return isUsable(variable->getType()); }
  bool VisitTypedefTypeLoc(clang::TypedefTypeLoc name) { return !types_.isStandIn(*name.getTypedefNameDecl()); }

 private:
  bool isUsable(const clang::ValueDecl& decl) {
    return !decl.isInvalidDecl() && !types_.isStandIn(decl) && !decl.getType()->containsErrors();
  }
  bool isUsable(clang::QualType type) {
    // A function, an open array or a record that is only declared is named, but no object of that type.
    return type.isNull() || type->isFunctionType() || type->isIncompleteType() || type->isPlaceholderType() ||
           types_.isKnown(type);
  }
  bool isUsablePointee(const clang::Expr* pointer) {
    const clang::QualType pointee = pointer->getType()->getPointeeType();
    return pointee.isNull() || isUsable(pointee);
  }

  clang::ASTContext& context_;
  TypeSizes& types_;
};

}  // namespace

bool makeCompilable(const clang::FunctionDecl& definition, TypeSizes& types) {
  if (definition.isInvalidDecl() || definition.isDependentContext() || definition.isConsteval() ||
      definition.getType()->containsErrors() || !types.isKnown(definition.getReturnType())) {
    return false;
  }
  const bool parametersKnown =
      std::all_of(definition.param_begin(), definition.param_end(), [&](const clang::ParmVarDecl* parameter) {
        return !parameter->isInvalidDecl() && types.isKnown(parameter->getType());
      });
  if (!parametersKnown) return false;
  DamageFinder finder(definition.getASTContext(), types);
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&definition)) {
    for (clang::CXXCtorInitializer* part : constructor->inits()) {
      if (!finder.TraverseConstructorInitializer(part)) return false;
    }
  }
  return finder.TraverseStmt(definition.getBody());
}

}  // namespace irqlint
