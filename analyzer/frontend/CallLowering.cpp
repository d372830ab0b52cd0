// Calls, of C and C++, and what looks like one: builtins and assertions.
#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>
#include <clang/Basic/Builtins.h>

#include "analyzer/frontend/ExprLowering.h"
#include "analyzer/frontend/SalCapture.h"

namespace irqlint {
namespace {

bool doesNotReturn(const clang::CallExpr& call) {
  const clang::FunctionDecl* callee = call.getDirectCallee();
  if (callee != nullptr && callee->isNoReturn()) return true;
  clang::QualType type = call.getCallee()->getType();
  if (const auto* pointer = type->getAs<clang::PointerType>()) type = pointer->getPointeeType();
  const auto* function = type->getAs<clang::FunctionType>();
  return function != nullptr && function->getNoReturnAttr();
}

clang::SourceRange rangeOf(const clang::CallExpr& call) {
  return {call.getBeginLoc(), call.getRParenLoc().isValid() ? call.getRParenLoc() : call.getEndLoc()};
}

// The one function that an unresolved name can only mean.
const clang::FunctionDecl* onlyCandidate(const clang::Expr* callee) {
  const auto* overloads = llvm::dyn_cast<clang::OverloadExpr>(callee->IgnoreParenImpCasts());
  if (overloads == nullptr || overloads->getNumDecls() != 1) return nullptr;
  return llvm::dyn_cast<clang::FunctionDecl>((*overloads->decls_begin())->getUnderlyingDecl());
}

bool isVirtualCall(const clang::CXXMethodDecl& method, const clang::Expr* object) {
  return method.isVirtual() &&
         (object == nullptr || method.getDevirtualizedMethod(object, /*IsAppleKext=*/false) == nullptr);
}

// Whatever type the parameter has: `void *` takes pointers to anything.
bool pointsToRecord(const clang::Expr* argument) {
  const clang::QualType type = argument->IgnoreParenCasts()->getType();
  if (type.isNull()) return false;
  const clang::QualType pointee =
      type->isArrayType() ? clang::QualType(type->getArrayElementTypeNoTypeQual(), 0) : type->getPointeeType();
  return !pointee.isNull() && pointee->isRecordType();
}

}  // namespace

std::vector<ExprId> ExprLowering::arguments(llvm::iterator_range<clang::CallExpr::const_arg_iterator> range) {
  std::vector<ExprId> values;
  for (const clang::Expr* argument : range) values.push_back(lowerBound(argument));
  return values;
}

ExprId ExprLowering::lowerUnconverted(const clang::Expr* expr) {
  const ExprId result = lower(expr);
  const clang::QualType type = expr->getType();
  return !type.isNull() && type->isArrayType() ? cx_.exprs.addressOf(result) : result;
}

ExprId ExprLowering::VisitCallExpr(const clang::CallExpr* expr) {
  const clang::FunctionDecl* callee = expr->getDirectCallee();
  const clang::IdentifierInfo* name = callee == nullptr ? nullptr : callee->getIdentifier();
  if (name != nullptr && name->getName() == kAssumeFunction) return assume(expr);
  if (const std::optional<ExprId> value = builtin(expr)) return *value;
  CallEvent call;
  setTarget(call, expr);
  for (const clang::Expr* argument : expr->arguments()) {
    if (pointsToRecord(argument) && call.arguments.size() < 32) call.recordArguments |= 1U << call.arguments.size();
    call.arguments.push_back(expr->isTypeDependent() ? lowerUnconverted(argument) : lowerBound(argument));
  }
  return finishCall(expr, std::move(call), expr->getCallee()->getExprLoc());
}

// Fills in who is called; the object of a method called without the class's help is the first argument.
void ExprLowering::setTarget(CallEvent& call, const clang::CallExpr* expr) {
  const clang::Expr* written = expr->getCallee()->IgnoreParenImpCasts();
  if (const auto* member = llvm::dyn_cast<clang::MemberExpr>(written); member != nullptr && expr->getDirectCallee()) {
    discard(member->getBase());
    call.callee = cx_.builder.function(expr->getDirectCallee());
    return;
  }
  const clang::FunctionDecl* callee = expr->getDirectCallee();
  if (callee == nullptr) callee = onlyCandidate(written);
  if (callee != nullptr) {
    call.callee = cx_.builder.function(callee);
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(callee);
    if (method == nullptr || method->isStatic()) return;
    // An implicit `this->`, or an object whose type is not known enough to bind the call.
    const auto* member = llvm::dyn_cast<clang::UnresolvedMemberExpr>(written);
    const bool isExplicit = member != nullptr && !member->isImplicitAccess();
    const ExprId object = isExplicit ? lower(member->getBase()) : cx_.self();
    call.arguments.push_back(isExplicit && !member->isArrow() ? cx_.exprs.addressOf(object) : object);
    call.isVirtual = method->isVirtual();
    return;
  }
  call.target = lower(expr->getCallee());
  if (const Expr target = cx_.exprs[call.target]; target.kind == ExprKind::Function) {
    call.callee = FunctionRef(static_cast<std::size_t>(target.value));
    call.target = ExprId();
  }
}

ExprId ExprLowering::finishCall(const clang::CallExpr* expr, CallEvent call, clang::SourceLocation at) {
  const ExprId result = cx_.call(std::move(call), doesNotReturn(*expr), rangeOf(*expr), at);
  return expr->isGLValue() ? cx_.exprs.dereference(result) : result;
}

ExprId ExprLowering::VisitCXXMemberCallExpr(const clang::CXXMemberCallExpr* expr) {
  const auto* member = llvm::dyn_cast<clang::MemberExpr>(expr->getCallee()->IgnoreParens());
  CallEvent call;
  if (member == nullptr) {
    // Through a pointer to member.
    const auto* access = llvm::dyn_cast<clang::BinaryOperator>(expr->getCallee()->IgnoreParens());
    if (access == nullptr) return VisitExpr(expr);
    call.arguments.push_back(lowerBound(access->getLHS()));
    call.target = lower(access->getRHS());
  } else {
    const auto* method = llvm::cast<clang::CXXMethodDecl>(member->getMemberDecl());
    const clang::Expr* object = member->getBase();
    const ExprId base = lower(object);
    call.arguments.push_back(member->isArrow() ? base : cx_.exprs.addressOf(base));
    const clang::CXXMethodDecl* known =
        method->isVirtual() ? method->getDevirtualizedMethod(object, /*IsAppleKext=*/false) : nullptr;
    // While it is made or destroyed, an object is of the class whose constructor or destructor runs.
    const bool isUnfinished = llvm::isa<clang::CXXThisExpr>(object->IgnoreParenImpCasts()) &&
                              llvm::isa_and_nonnull<clang::CXXConstructorDecl, clang::CXXDestructorDecl>(cx_.function);
    call.isVirtual = method->isVirtual() && known == nullptr && !isUnfinished &&
                     member->performsVirtualDispatch(cx_.ast().getLangOpts());
    call.callee = cx_.builder.function(known == nullptr ? method : known);
  }
  for (const ExprId argument : arguments(expr->arguments())) call.arguments.push_back(argument);
  return finishCall(expr, std::move(call), member == nullptr ? expr->getExprLoc() : member->getMemberLoc());
}

ExprId ExprLowering::VisitCXXOperatorCallExpr(const clang::CXXOperatorCallExpr* expr) {
  const auto* method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(expr->getDirectCallee());
  if (method == nullptr || method->isStatic()) return VisitCallExpr(expr);
  if (method->isTrivial() && (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator())) {
    const ExprId value = lower(expr->getArg(1));
    const ExprId place = lower(expr->getArg(0));
    cx_.add(expr->getSourceRange(), expr->getOperatorLoc(), AssignEvent{place, value, /*copiesRecord=*/true});
    return place;
  }
  CallEvent call;
  call.callee = cx_.builder.function(method);
  call.isVirtual = isVirtualCall(*method, expr->getArg(0));
  call.arguments = arguments(expr->arguments());
  return finishCall(expr, std::move(call), expr->getOperatorLoc());
}

ExprId ExprLowering::assume(const clang::CallExpr* expr) {
  if (expr->getNumArgs() == 0) return {};
  // What compares constants tells another tool what it is to believe of the size of an array, and nothing of the way.
  const auto* comparison = llvm::dyn_cast<clang::BinaryOperator>(expr->getArg(0)->IgnoreParenImpCasts());
  if (comparison != nullptr && comparison->isComparisonOp() && comparison->isEvaluatable(cx_.ast())) return {};
  const bool outer = std::exchange(cx_.inAssertion, true);
  const ExprId condition = lower(expr->getArg(0));
  cx_.inAssertion = outer;
  cx_.add(rangeOf(*expr), expr->getBeginLoc(), AssumeEvent{condition});
  return {};
}

// What the compiler implements without a function of that name; nothing for ordinary functions and for intrinsics.
std::optional<ExprId> ExprLowering::builtin(const clang::CallExpr* expr) {
  const unsigned id = expr->getBuiltinCallee();
  if (id == clang::Builtin::NotBuiltin) return std::nullopt;
  switch (id) {
    case clang::Builtin::BI__builtin_expect:
    case clang::Builtin::BI__builtin_expect_with_probability:
    case clang::Builtin::BI__builtin_assume_aligned:
    case clang::Builtin::BI__builtin_launder:
    case clang::Builtin::BImove:
    case clang::Builtin::BImove_if_noexcept:
    case clang::Builtin::BIforward:
    case clang::Builtin::BIforward_like:
    case clang::Builtin::BIas_const: return lower(expr->getArg(0));
    case clang::Builtin::BI__builtin_addressof:
    case clang::Builtin::BI__addressof:
    case clang::Builtin::BIaddressof: return cx_.exprs.addressOf(lower(expr->getArg(0)));
    case clang::Builtin::BI__builtin_assume:
    case clang::Builtin::BI__assume: return assume(expr);
    case clang::Builtin::BI__builtin_unreachable:
    case clang::Builtin::BI__builtin_trap:
      cx_.cfg.stop(TerminatorKind::Unreachable, cx_.builder.location(expr->getSourceRange()));
      return ExprId();
    case clang::Builtin::BI__noop: return cx_.exprs.integer(0);
    case clang::Builtin::BI_abnormal_termination:
    case clang::Builtin::BI__abnormal_termination:
      if (cx_.finallyExit == ScopeExit::Many) return cx_.exprs.unknown();
      return cx_.exprs.integer(cx_.finallyExit == ScopeExit::Abnormal ? 1 : 0);
    case clang::Builtin::BI_exception_code:
    case clang::Builtin::BI__exception_code:
    case clang::Builtin::BI_exception_info:
    case clang::Builtin::BI__exception_info: return cx_.exprs.unknown();
    default: break;
  }
  const llvm::StringRef name = cx_.ast().BuiltinInfo.getName(id);
  if (!name.starts_with("__builtin_") && !name.starts_with("__atomic_") && !name.starts_with("__sync_")) {
    return std::nullopt;
  }
  arguments(expr->arguments());
  return expr->getType()->isVoidType() ? ExprId() : cx_.exprs.unknown();
}

ExprId ExprLowering::callFunction(const clang::FunctionDecl* callee, std::vector<ExprId> arguments, bool isImplicit,
                                  clang::SourceRange range) {
  CallEvent call;
  call.callee = cx_.builder.function(callee);
  call.arguments = std::move(arguments);
  call.isImplicit = isImplicit;
  return cx_.call(std::move(call), callee->isNoReturn(), range, range.getBegin());
}

}  // namespace irqlint
