// Objects of C++: construction, destruction, temporaries, new and delete, closures.
#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>

#include "analyzer/frontend/ExprLowering.h"

namespace irqlint {
namespace {

// The destructor that ends an object of type `type`, or null if none does anything.
const clang::CXXDestructorDecl* destructorOf(clang::QualType type) {
  if (type->isDependentType() || type.isDestructedType() != clang::QualType::DK_cxx_destructor) return nullptr;
  const clang::CXXRecordDecl* record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  return record == nullptr || !record->hasDefinition() ? nullptr : record->getDestructor();
}

// The temporary that `source` is, whatever qualifiers it is given; null if it is none.
const clang::MaterializeTemporaryExpr* temporaryOf(const clang::Expr* source) {
  while (const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(source->IgnoreParens()))
    source = cast->getSubExpr();
  return llvm::dyn_cast<clang::MaterializeTemporaryExpr>(source->IgnoreParens());
}

bool isSpelled(const clang::CXXConstructExpr& expr) {
  return llvm::isa<clang::CXXTemporaryObjectExpr>(expr) || expr.getParenOrBraceRange().isValid();
}

}  // namespace

void ExprLowering::destroy(ExprId place, clang::QualType type, clang::SourceRange range) {
  const clang::CXXDestructorDecl* destructor = destructorOf(type);
  if (destructor == nullptr) return;
  if (type->isArrayType()) place = cx_.exprs.element(place, cx_.exprs.unknown());
  callFunction(destructor, {cx_.exprs.addressOf(place)}, /*isImplicit=*/true, range);
}

void ExprLowering::destroyAtExit(ExprId place, clang::QualType type, CleanupStack::Cleanup cleanup,
                                 clang::SourceRange range) {
  if (destructorOf(type) == nullptr) return;
  cleanup.emit = [this, place, type, range](ScopeExit) { destroy(place, type, range); };
  cx_.cleanups.push(std::move(cleanup));
}

void ExprLowering::destroyExtendedAtExit(const CleanupStack::Cleanup& scope, clang::SourceRange range) {
  for (const auto& [place, type] : std::exchange(extended_, {})) destroyAtExit(place, type, scope, range);
}

// A prvalue of class type gets an object of its own.
ExprId ExprLowering::object(const clang::Expr* expr) {
  const ExprId place = cx_.temporary(expr->getType(), expr->getSourceRange());
  initialise(place, expr->getType(), expr);
  if (llvm::isa<clang::CXXBindTemporaryExpr>(expr)) destroyAtExit(place, expr->getType(), {}, expr->getEndLoc());
  return place;
}

ExprId ExprLowering::VisitExprWithCleanups(const clang::ExprWithCleanups* expr) {
  const std::size_t depth = cx_.cleanups.depth();
  ExprId value = lower(expr->getSubExpr());
  if (cx_.cleanups.depth() > depth && expr->isPRValue() && !expr->getType()->isVoidType() &&
      cx_.exprs[value].kind != ExprKind::CallResult && cx_.exprs[value].kind != ExprKind::Integer) {
    // It may be read from an object that is destroyed here.
    const ExprId copy = cx_.temporary(expr->getType(), expr->getSourceRange());
    cx_.assign(copy, value, expr->getSourceRange(), expr->getType());
    value = copy;
  }
  cx_.cleanups.pop(depth);
  return value;
}

ExprId ExprLowering::VisitMaterializeTemporaryExpr(const clang::MaterializeTemporaryExpr* expr) {
  const ExprId place = cx_.temporary(expr->getType(), expr->getSourceRange());
  initialise(place, expr->getType(), expr->getSubExpr());
  switch (expr->getStorageDuration()) {
    case clang::SD_FullExpression: destroyAtExit(place, expr->getType(), {}, expr->getEndLoc()); break;
    case clang::SD_Automatic: extended_.emplace_back(place, expr->getType()); break;
    default: break;
  }
  return place;
}

ExprId ExprLowering::VisitCXXConstructExpr(const clang::CXXConstructExpr* expr) {
  const clang::CXXConstructorDecl* constructor = expr->getConstructor();
  if (constructor->isTrivial() && constructor->isCopyOrMoveConstructor() && expr->getNumArgs() > 0) {
    return lower(expr->getArg(0));
  }
  return object(expr);
}

void ExprLowering::construct(ExprId place, clang::QualType type, const clang::CXXConstructExpr* expr, bool isZeroed) {
  const clang::CXXConstructorDecl* constructor = expr->getConstructor();
  if (expr->isElidable() && expr->getNumArgs() > 0) {
    const clang::MaterializeTemporaryExpr* temporary = temporaryOf(expr->getArg(0));
    if (temporary != nullptr) return initialise(place, type, temporary->getSubExpr(), isZeroed);
  }
  if (constructor->isTrivial() && constructor->isCopyOrMoveConstructor() && expr->getNumArgs() > 0) {
    return cx_.assign(place, lower(expr->getArg(0)), expr->getSourceRange(), type);
  }
  if (expr->requiresZeroInitialization() && !isZeroed) {
    cx_.assign(place, cx_.exprs.integer(0), expr->getSourceRange());
  }
  if (constructor->isTrivial()) return;
  if (type->isArrayType()) place = cx_.exprs.element(place, cx_.exprs.unknown());
  std::vector<ExprId> values{cx_.exprs.addressOf(place)};
  for (const ExprId argument : arguments({expr->arg_begin(), expr->arg_end()})) values.push_back(argument);
  callFunction(constructor, std::move(values), !isSpelled(*expr), expr->getSourceRange());
}

void ExprLowering::capture(ExprId place, const clang::LambdaExpr* lambda) {
  cx_.builder.function(lambda->getCallOperator());
  auto field = lambda->getLambdaClass()->field_begin();
  auto value = lambda->capture_init_begin();
  for (const clang::LambdaCapture& one : lambda->captures()) {
    if (field == lambda->getLambdaClass()->field_end() || value == lambda->capture_init_end()) break;
    const std::string name = one.capturesVariable() ? one.getCapturedVar()->getNameAsString()
                             : one.capturesThis()   ? "this"
                                                    : "";
    const ExprId part = cx_.exprs.field(place, recordNameOf(**field), name);
    if (!name.empty() && *value != nullptr) initialise(part, field->getType(), *value);
    ++field;
    ++value;
  }
}

ExprId ExprLowering::VisitCXXNewExpr(const clang::CXXNewExpr* expr) {
  const clang::FunctionDecl* allocate = expr->getOperatorNew();
  const clang::QualType type = expr->getAllocatedType();
  std::vector<ExprId> placement;
  if (allocate == nullptr || type->isDependentType()) return VisitExpr(expr);
  const auto size =
      static_cast<std::int64_t>(type->isIncompleteType() ? 0 : cx_.ast().getTypeSizeInChars(type).getQuantity());
  ExprId bytes = cx_.exprs.integer(size);
  if (const std::optional<const clang::Expr*> count = expr->getArraySize(); count && *count != nullptr) {
    const std::optional<std::int64_t> number = constant(*count);
    bytes = number ? cx_.exprs.integer(*number * size)
                   : cx_.exprs.binary(Operator::Multiply, lower(*count), cx_.exprs.integer(size));
  }
  for (const clang::Expr* argument : expr->placement_arguments()) placement.push_back(lowerBound(argument));

  ExprId pointer;
  if (allocate->isReservedGlobalPlacementOperator() && !placement.empty()) {
    pointer = placement[0];
  } else {
    placement.insert(placement.begin(), bytes);
    pointer = callFunction(allocate, std::move(placement), /*isImplicit=*/false, expr->getSourceRange());
  }
  if (!expr->hasInitializer() || expr->getInitializer() == nullptr) return pointer;

  const BlockId rest = cx_.cfg.newBlock();
  if (expr->shouldNullCheckAllocation()) {
    const BlockId succeeded = cx_.cfg.newBlock();
    cx_.cfg.branch(pointer, succeeded, rest, cx_.builder.location(expr->getSourceRange()));
    cx_.cfg.open(succeeded);
  }
  const std::size_t depth = cx_.cleanups.depth();
  ExprId place = cx_.exprs.dereference(pointer);
  const clang::QualType made = expr->getInitializer()->getType();
  const bool isArray = !made.isNull() && made->isArrayType();
  if (expr->isArray() && !isArray) place = cx_.exprs.element(place, cx_.exprs.unknown());
  initialise(place, isArray ? made : type, expr->getInitializer());
  cx_.cleanups.pop(depth);
  cx_.cfg.open(rest);
  return pointer;
}

ExprId ExprLowering::VisitCXXDeleteExpr(const clang::CXXDeleteExpr* expr) {
  const ExprId pointer = lower(expr->getArgument());
  const BlockId rest = cx_.cfg.newBlock();
  if (!llvm::isa<clang::CXXThisExpr>(expr->getArgument()->IgnoreParenImpCasts())) {
    const BlockId exists = cx_.cfg.newBlock();
    cx_.cfg.branch(pointer, exists, rest, cx_.builder.location(expr->getSourceRange()));
    cx_.cfg.open(exists);
  }
  deleteObject(expr, pointer);
  cx_.cfg.open(rest);
  return {};
}

void ExprLowering::deleteObject(const clang::CXXDeleteExpr* expr, ExprId pointer) {
  const clang::QualType type = expr->getDestroyedType();
  if (const clang::CXXDestructorDecl* destructor = type.isNull() ? nullptr : destructorOf(type)) {
    CallEvent call;
    call.callee = cx_.builder.function(destructor);
    call.isImplicit = true;
    call.isVirtual = destructor->isVirtual() && !destructor->getParent()->isEffectivelyFinal();
    const ExprId element = cx_.exprs.element(cx_.exprs.dereference(pointer), cx_.exprs.unknown());
    call.arguments.push_back(expr->isArrayForm() ? cx_.exprs.addressOf(element) : pointer);
    cx_.call(std::move(call), destructor->isNoReturn(), expr->getSourceRange(), expr->getBeginLoc());
  }
  const clang::FunctionDecl* release = expr->getOperatorDelete();
  if (release == nullptr) return;
  std::vector<ExprId> values{pointer};
  if (release->getNumParams() == 2 && !type.isNull() && !type->isIncompleteType()) {
    const auto size = static_cast<std::int64_t>(cx_.ast().getTypeSizeInChars(type).getQuantity());
    values.push_back(expr->isArrayForm() ? cx_.exprs.unknown() : cx_.exprs.integer(size));
  }
  callFunction(release, std::move(values), /*isImplicit=*/false, expr->getSourceRange());
}

ExprId ExprLowering::VisitCXXThrowExpr(const clang::CXXThrowExpr* expr) {
  if (expr->getSubExpr() != nullptr) lower(expr->getSubExpr());
  const SourceLocation location = cx_.builder.location(expr->getSourceRange());
  if (const BlockId handler = cx_.cleanups.exceptionTarget()) {
    cx_.cfg.jump(handler, location);
  } else {
    cx_.cfg.stop(TerminatorKind::Raise, location);
  }
  return {};
}

}  // namespace irqlint
