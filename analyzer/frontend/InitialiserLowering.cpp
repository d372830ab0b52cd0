// Initialisers, down to the scalar parts.
#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>

#include <algorithm>

#include "analyzer/frontend/ExprLowering.h"

namespace irqlint {
namespace {

// Elements of an array of numbers that are told apart; nothing is asked about a larger table's contents.
constexpr std::size_t kMaxNumbers = 256;

// What wraps an initialiser without changing what it initialises with.
const clang::Expr* stripped(const clang::Expr* expr) {
  for (;;) {
    const clang::Expr* inner = expr->IgnoreParens();
    if (const auto* bound = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(inner)) inner = bound->getSubExpr();
    if (const auto* argument = llvm::dyn_cast<clang::CXXDefaultArgExpr>(inner)) inner = argument->getExpr();
    if (const auto* member = llvm::dyn_cast<clang::CXXDefaultInitExpr>(inner)) inner = member->getExpr();
    if (const auto* wrapped = llvm::dyn_cast<clang::ConstantExpr>(inner)) inner = wrapped->getSubExpr();
    if (const auto* cast = llvm::dyn_cast<clang::CastExpr>(inner); cast != nullptr && cast->getType()->isRecordType()) {
      const clang::CastKind kind = cast->getCastKind();
      if (kind == clang::CK_NoOp || kind == clang::CK_ConstructorConversion ||
          kind == clang::CK_UserDefinedConversion) {
        inner = cast->getSubExpr();
      }
    }
    if (inner == expr) return expr;
    expr = inner;
  }
}

bool isImplicitZero(const clang::Expr* expr) {
  return llvm::isa<clang::ImplicitValueInitExpr, clang::CXXScalarValueInitExpr>(expr);
}

}  // namespace

void ExprLowering::initialise(ExprId place, clang::QualType type, const clang::Expr* initialiser) {
  initialise(place, type, initialiser, /*isZeroed=*/false);
}

void ExprLowering::initialise(ExprId place, clang::QualType type, const clang::Expr* initialiser, bool isZeroed) {
  if (initialiser == nullptr) return;  // a part that was not understood
  const clang::Expr* expr = stripped(initialiser);
  if (type->isReferenceType()) return cx_.assign(place, lowerBound(expr), expr->getSourceRange());
  if (const auto* full = llvm::dyn_cast<clang::ExprWithCleanups>(expr)) {
    const std::size_t depth = cx_.cleanups.depth();
    initialise(place, type, full->getSubExpr(), isZeroed);
    return cx_.cleanups.pop(depth);
  }
  if (const auto* list = llvm::dyn_cast<clang::InitListExpr>(expr)) {
    return initialiseList(place, type, list, isZeroed);
  }
  if (const auto* list = llvm::dyn_cast<clang::CXXParenListInitExpr>(expr)) {
    // The list is not const in this version of the AST.
    const llvm::ArrayRef<clang::Expr*> parts = const_cast<clang::CXXParenListInitExpr*>(list)->getInitExprs();
    if (const auto* array = cx_.ast().getAsArrayType(type)) {
      return initialiseArray(place, array, parts, list->getArrayFiller(), isZeroed);
    }
    if (const clang::RecordDecl* record = type->getAsRecordDecl()) {
      return initialiseRecord(place, record, parts, list->getInitializedFieldInUnion(), isZeroed);
    }
  }
  if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(expr)) return construct(place, type, made, isZeroed);
  if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(expr)) return capture(place, lambda);
  if (const auto* loop = llvm::dyn_cast<clang::ArrayInitLoopExpr>(expr)) {
    return cx_.assign(place, lower(loop->getCommonExpr()->getSourceExpr()), expr->getSourceRange());
  }
  if (const auto* literal = llvm::dyn_cast<clang::CompoundLiteralExpr>(expr->IgnoreParenImpCasts());
      literal != nullptr && !type->isPointerType()) {
    return initialise(place, type, literal->getInitializer(), isZeroed);
  }
  if (const auto* update = llvm::dyn_cast<clang::DesignatedInitUpdateExpr>(expr)) {
    initialise(place, type, update->getBase(), isZeroed);
    return initialise(place, type, update->getUpdater(), /*isZeroed=*/true);
  }
  if (const auto* conditional = llvm::dyn_cast<clang::ConditionalOperator>(expr);
      conditional != nullptr && type->isRecordType()) {
    return arms(conditional, [&](const clang::Expr* arm) { initialise(place, type, arm, isZeroed); });
  }
  if (llvm::isa<clang::NoInitExpr>(expr) || (isZeroed && isImplicitZero(expr))) return;
  ExprId value = isImplicitZero(expr) ? cx_.exprs.integer(0) : lower(expr);
  if (!value) value = cx_.exprs.unknown();  // a designator, of what is no record
  if (!isZeroed || !cx_.exprs.isInteger(value, 0)) cx_.assign(place, value, expr->getSourceRange(), type);
}

void ExprLowering::initialiseList(ExprId place, clang::QualType type, const clang::InitListExpr* list, bool isZeroed) {
  if (const clang::InitListExpr* semantic = list->getSemanticForm()) list = semantic;
  const llvm::ArrayRef<clang::Expr*> parts(const_cast<clang::Expr**>(list->getInits()), list->getNumInits());
  if (list->isTransparent() || list->isStringLiteralInit()) return initialise(place, type, parts[0], isZeroed);
  const clang::RecordDecl* record = type->getAsRecordDecl();
  const clang::ArrayType* array = cx_.ast().getAsArrayType(type);
  if (record == nullptr && array == nullptr) {
    if (parts.size() == 1) return initialise(place, type, parts[0], isZeroed);
    VisitExpr(list);
    return cx_.assign(place, parts.empty() ? cx_.exprs.integer(0) : cx_.exprs.unknown(), list->getSourceRange());
  }
  if (!isZeroed && hasZeroPart(list, type)) {
    cx_.assign(place, cx_.exprs.integer(0), list->getSourceRange());
    isZeroed = true;
  }
  if (array != nullptr) return initialiseArray(place, array, parts, list->getArrayFiller(), isZeroed);
  initialiseRecord(place, record, parts, list->getInitializedFieldInUnion(), isZeroed);
}

// Whether bytes of the object are zero without a part of `list` that says so, or all its parts say so.
bool ExprLowering::hasZeroPart(const clang::InitListExpr* list, clang::QualType type) {
  if (type->isUnionType() || list->getNumInits() == 0) return true;
  const auto* array = cx_.ast().getAsConstantArrayType(type);
  if (array != nullptr && array->getSize().ugt(list->getNumInits())) return true;
  const bool isImplicit = std::ranges::any_of(
      list->inits(), [](const clang::Expr* part) { return part == nullptr || isImplicitZero(part); });
  return isImplicit || isAllZero(list);
}

bool ExprLowering::isAllZero(const clang::Expr* expr) {
  if (isImplicitZero(expr)) return true;
  const auto* list = llvm::dyn_cast<clang::InitListExpr>(expr);
  if (list == nullptr) return constant(expr) == 0;
  return std::ranges::all_of(list->inits(),
                             [this](const clang::Expr* part) { return part == nullptr || isAllZero(part); });
}

void ExprLowering::initialiseRecord(ExprId place, const clang::RecordDecl* record, llvm::ArrayRef<clang::Expr*> parts,
                                    const clang::FieldDecl* unionMember, bool isZeroed) {
  if (record->isUnion()) {
    if (unionMember == nullptr || parts.empty()) return;
    return initialise(cx_.exprs.field(place, unionMember), unionMember->getType(), parts[0], isZeroed);
  }
  std::size_t next = 0;
  if (const auto* derived = llvm::dyn_cast<clang::CXXRecordDecl>(record)) {
    for (const clang::CXXBaseSpecifier& base : derived->bases()) {
      if (next < parts.size()) initialise(place, base.getType(), parts[next++], isZeroed);
    }
  }
  for (const clang::FieldDecl* field : record->fields()) {
    if (field->isUnnamedBitField()) continue;
    if (next == parts.size()) return;
    const clang::Expr* part = parts[next++];
    if (part != nullptr) initialise(cx_.exprs.field(place, field), field->getType(), part, isZeroed);
  }
}

void ExprLowering::initialiseArray(ExprId place, const clang::ArrayType* type, llvm::ArrayRef<clang::Expr*> parts,
                                   const clang::Expr* filler, bool isZeroed) {
  const clang::QualType element = type->getElementType();
  const bool isNumber = element->isArithmeticType() || element->isEnumeralType();
  if (isNumber && parts.size() > kMaxNumbers) {
    return cx_.assign(place, cx_.exprs.unknown(), parts[0]->getSourceRange());
  }
  std::size_t index = 0;
  for (const clang::Expr* part : parts) {
    const ExprId at = cx_.exprs.element(place, cx_.exprs.integer(static_cast<std::int64_t>(index++)));
    if (part != nullptr && part != filler) initialise(at, element, part, isZeroed);
  }
  if (filler != nullptr && !isImplicitZero(filler) && !llvm::isa<clang::NoInitExpr>(filler)) {
    initialise(cx_.exprs.element(place, cx_.exprs.unknown()), element, filler, isZeroed);
  }
}

}  // namespace irqlint
