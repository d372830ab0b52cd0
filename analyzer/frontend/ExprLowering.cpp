#include "analyzer/frontend/ExprLowering.h"

#include <clang/AST/ASTContext.h>
#include <llvm/Support/ConvertUTF.h>
#include <llvm/Support/JSON.h>

#include "analyzer/frontend/CastLvalues.h"

namespace irqlint {
namespace {

using clang::BinaryOperatorKind;

std::optional<Operator> operatorOf(BinaryOperatorKind op) {
  switch (op) {
    case clang::BO_EQ: return Operator::Equal;
    case clang::BO_NE: return Operator::NotEqual;
    case clang::BO_LT: return Operator::Less;
    case clang::BO_LE: return Operator::LessEqual;
    case clang::BO_GT: return Operator::Greater;
    case clang::BO_GE: return Operator::GreaterEqual;
    case clang::BO_And: return Operator::BitAnd;
    case clang::BO_Or: return Operator::BitOr;
    case clang::BO_Xor: return Operator::BitXor;
    case clang::BO_Shl: return Operator::ShiftLeft;
    case clang::BO_Shr: return Operator::ShiftRight;
    case clang::BO_Add: return Operator::Add;
    case clang::BO_Sub: return Operator::Subtract;
    case clang::BO_Mul: return Operator::Multiply;
    case clang::BO_Div: return Operator::Divide;
    case clang::BO_Rem: return Operator::Remainder;
    default: return std::nullopt;
  }
}

std::string utf8(const clang::StringLiteral& literal) {
  const llvm::StringRef bytes = literal.getBytes();
  std::string text;
  switch (literal.getCharByteWidth()) {
    case 2:
      if (!llvm::convertUTF16ToUTF8String(llvm::ArrayRef(bytes.data(), bytes.size()), text)) text.clear();
      return text;
    case 4:
      if (!llvm::convertUTF32ToUTF8String(llvm::ArrayRef(bytes.data(), bytes.size()), text)) text.clear();
      return text;
    default: return llvm::json::fixUTF8(bytes);
  }
}

// An expression that was not understood may have no type; it is taken for one with a value.
bool hasValue(const clang::Expr& expr) { return expr.getType().isNull() || !expr.getType()->isVoidType(); }

// The array that `pointer` is the decayed form of, or null.
const clang::Expr* decayedArray(const clang::Expr* pointer) {
  const auto* cast = llvm::dyn_cast<clang::ImplicitCastExpr>(pointer->IgnoreParens());
  if (cast == nullptr || cast->getCastKind() != clang::CK_ArrayToPointerDecay) return nullptr;
  return cast->getSubExpr();
}

// The members, innermost first, whose offset in their record `expr` computes: of the null pointer (FIELD_OFFSET) or by
// offsetof. Empty if it is no offset of a member.
std::vector<const clang::FieldDecl*> offsetPath(const clang::Expr* expr) {
  std::vector<const clang::FieldDecl*> path;
  expr = expr->IgnoreParenCasts();
  if (const auto* offset = llvm::dyn_cast<clang::OffsetOfExpr>(expr)) {
    for (unsigned i = offset->getNumComponents(); i-- > 0;) {
      const clang::OffsetOfNode& step = offset->getComponent(i);
      if (step.getKind() != clang::OffsetOfNode::Field) return {};
      path.push_back(step.getField());
    }
    return path;
  }
  const auto* address = llvm::dyn_cast<clang::UnaryOperator>(expr);
  if (address == nullptr || address->getOpcode() != clang::UO_AddrOf) return {};
  const auto* member = llvm::dyn_cast<clang::MemberExpr>(address->getSubExpr()->IgnoreParens());
  for (; member != nullptr; member = llvm::dyn_cast<clang::MemberExpr>(member->getBase()->IgnoreParens())) {
    const auto* field = llvm::dyn_cast<clang::FieldDecl>(member->getMemberDecl());
    if (field == nullptr) return {};
    path.push_back(field);
    if (!member->isArrow()) continue;
    const auto* base = llvm::dyn_cast<clang::IntegerLiteral>(member->getBase()->IgnoreParenCasts());
    return base != nullptr && base->getValue().isZero() ? path : std::vector<const clang::FieldDecl*>();
  }
  return {};
}

}  // namespace

ExprId ExprLowering::lower(const clang::Expr* expr) {
  const std::optional<std::int64_t> value = constant(expr);
  ExprId result = value ? cx_.exprs.integer(*value) : Visit(expr);
  if (!result && hasValue(*expr)) result = cx_.exprs.unknown();
  if (result) cx_.macros.note(*expr, result);
  if (value) noteWithin(expr);
  return result;
}

// A constant is not taken apart; what a macro puts into parentheses, converts, compares or evaluates for nothing is one
// of its arguments all the same.
void ExprLowering::noteWithin(const clang::Expr* expr) {
  if (!expr->getBeginLoc().isMacroID() && !expr->getEndLoc().isMacroID()) return;
  if (!llvm::isa<clang::CastExpr, clang::ParenExpr, clang::UnaryOperator, clang::BinaryOperator>(expr)) return;
  for (const clang::Stmt* child : expr->children()) {
    const auto* operand = llvm::cast<clang::Expr>(child);
    if (const std::optional<std::int64_t> value = constant(operand)) {
      cx_.macros.note(*operand, cx_.exprs.integer(*value));
      noteWithin(operand);
    } else if (operand->getType()->isVoidType() && !operand->HasSideEffects(cx_.ast())) {
      discard(operand);
    }
  }
}

ExprId ExprLowering::lowerBound(const clang::Expr* expr) {
  const ExprId result = lower(expr);
  return expr->isGLValue() ? cx_.exprs.addressOf(result) : result;
}

std::int64_t ExprLowering::constantOf(const llvm::APSInt& value) const { return value.extOrTrunc(64).getSExtValue(); }

std::optional<std::int64_t> ExprLowering::constant(const clang::Expr* expr) {
  const clang::QualType type = expr->getType();
  if (type.isNull() || expr->isGLValue() || expr->isValueDependent() || expr->containsErrors()) return std::nullopt;
  if (type->isNullPtrType()) return expr->HasSideEffects(cx_.ast()) ? std::nullopt : std::optional<std::int64_t>(0);
  if (type->isPointerType()) return pointerConstant(expr);
  if (!type->isIntegralOrEnumerationType()) return std::nullopt;
  clang::Expr::EvalResult result;
  if (!expr->EvaluateAsInt(result, cx_.ast())) return std::nullopt;
  return constantOf(result.Val.getInt());
}

std::optional<std::int64_t> ExprLowering::pointerConstant(const clang::Expr* expr) {
  // Only a cast makes a pointer of a number.
  if (!llvm::isa<clang::CastExpr>(expr->IgnoreParens())) return std::nullopt;
  clang::Expr::EvalResult result;
  if (!expr->EvaluateAsRValue(result, cx_.ast()) || result.HasSideEffects) return std::nullopt;
  if (!result.Val.isLValue() || result.Val.getLValueBase()) return std::nullopt;
  return result.Val.isNullPointer() ? 0 : result.Val.getLValueOffset().getQuantity();
}

// Kinds without a visitor of their own: what is evaluated within them still happens, the value is not known.
ExprId ExprLowering::VisitExpr(const clang::Expr* expr) {
  for (const clang::Stmt* child : expr->children()) {
    if (const auto* operand = llvm::dyn_cast_or_null<clang::Expr>(child)) lower(operand);
  }
  return hasValue(*expr) ? cx_.exprs.unknown() : ExprId();
}

ExprId ExprLowering::VisitGenericSelectionExpr(const clang::GenericSelectionExpr* expr) {
  return expr->isResultDependent() ? cx_.exprs.unknown() : lower(expr->getResultExpr());
}

ExprId ExprLowering::VisitOpaqueValueExpr(const clang::OpaqueValueExpr* expr) {
  if (const auto known = opaque_.find(expr); known != opaque_.end()) return known->second;
  return expr->getSourceExpr() == nullptr ? cx_.exprs.unknown() : lower(expr->getSourceExpr());
}

ExprId ExprLowering::VisitPseudoObjectExpr(const clang::PseudoObjectExpr* expr) {
  ExprId result;
  for (const clang::Expr* part : expr->semantics()) {
    const auto* opaque = llvm::dyn_cast<clang::OpaqueValueExpr>(part);
    const ExprId value = lower(opaque == nullptr ? part : opaque->getSourceExpr());
    if (opaque != nullptr) opaque_[opaque] = value;
    if (part == expr->getResultExpr()) result = value;
  }
  return result;
}

ExprId ExprLowering::VisitStringLiteral(const clang::StringLiteral* expr) { return cx_.exprs.string(utf8(*expr)); }

ExprId ExprLowering::VisitDeclRefExpr(const clang::DeclRefExpr* expr) {
  const clang::ValueDecl* decl = expr->getDecl();
  if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(decl)) {
    // A stand-in for a name nothing declares: a macro, mostly. It is no place, and what a branch says of it means
    // nothing.
    if (variable->isImplicit() && variable->getLocation().isInvalid()) return cx_.exprs.unknown();
    const ExprId place = cx_.place(variable);
    return variable->getType()->isReferenceType() ? cx_.exprs.dereference(place) : place;
  }
  if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(decl)) return cx_.exprs.function(function);
  if (const auto* binding = llvm::dyn_cast<clang::BindingDecl>(decl); binding != nullptr && binding->getBinding()) {
    return lower(binding->getBinding());
  }
  return cx_.exprs.unknown();
}

ExprId ExprLowering::VisitUnresolvedLookupExpr(const clang::UnresolvedLookupExpr* expr) {
  const auto* function = expr->getNumDecls() == 1
                             ? llvm::dyn_cast<clang::FunctionDecl>((*expr->decls_begin())->getUnderlyingDecl())
                             : nullptr;
  return function == nullptr ? cx_.exprs.unknown() : cx_.exprs.function(function);
}

ExprId ExprLowering::VisitMemberExpr(const clang::MemberExpr* expr) {
  const clang::ValueDecl* member = expr->getMemberDecl();
  const auto* field = llvm::dyn_cast<clang::FieldDecl>(member);
  if (field == nullptr) {
    discard(expr->getBase());
    if (const auto* variable = llvm::dyn_cast<clang::VarDecl>(member)) {
      const ExprId place = cx_.place(variable);
      return variable->getType()->isReferenceType() ? cx_.exprs.dereference(place) : place;
    }
    if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(member)) return cx_.exprs.function(function);
    return cx_.exprs.unknown();
  }
  const ExprId base = expr->isArrow() ? pointee(expr->getBase(), std::nullopt) : lower(expr->getBase());
  const ExprId place = cx_.exprs.field(base, field);
  return field->getType()->isReferenceType() ? cx_.exprs.dereference(place) : place;
}

// The object that `pointer` points to, or the one `index` elements further.
ExprId ExprLowering::pointee(const clang::Expr* pointer, std::optional<ExprId> index) {
  if (const clang::Expr* array = decayedArray(pointer)) {
    const ExprId place = lower(array);
    return cx_.exprs.element(place, index ? *index : cx_.exprs.integer(0));
  }
  const ExprId place = cx_.exprs.dereference(lower(pointer));
  return index ? cx_.exprs.element(place, *index) : place;
}

ExprId ExprLowering::VisitArraySubscriptExpr(const clang::ArraySubscriptExpr* expr) {
  const ExprId index = lower(expr->getIdx());
  const clang::Expr* base = expr->getBase();
  return base->getType()->isPointerType() ? pointee(base, index) : cx_.exprs.element(lower(base), index);
}

ExprId ExprLowering::VisitCompoundLiteralExpr(const clang::CompoundLiteralExpr* expr) {
  const ExprId place = cx_.temporary(expr->getType(), expr->getSourceRange());
  initialise(place, expr->getType(), expr->getInitializer());
  return place;
}

// Casts that may keep the number are dropped; a constant that they change was folded before.
ExprId ExprLowering::VisitCastExpr(const clang::CastExpr* expr) {
  const clang::Expr* operand = expr->getSubExpr();
  switch (expr->getCastKind()) {
    case clang::CK_ArrayToPointerDecay:
    case clang::CK_FunctionToPointerDecay: return cx_.exprs.addressOf(lower(operand));
    case clang::CK_NullToPointer: discard(operand); return cx_.exprs.integer(0);
    case clang::CK_IntegralToBoolean:
    case clang::CK_PointerToBoolean: return truth(operand);
    case clang::CK_ToVoid: discard(operand); return {};
    case clang::CK_UserDefinedConversion:
      if (const ExprId address = lambdaAddress(expr)) return address;
      return lower(operand);
    case clang::CK_FloatingToIntegral:
    case clang::CK_FloatingToBoolean:
    case clang::CK_MemberPointerToBoolean:
    case clang::CK_VectorSplat: return VisitExpr(expr);
    default: return lower(operand);
  }
}

// A lambda converted to a function pointer: its call operator, whose parameters count from 1 as a method's do.
ExprId ExprLowering::lambdaAddress(const clang::CastExpr* conversion) {
  const auto* call = llvm::dyn_cast<clang::CXXMemberCallExpr>(conversion->getSubExpr()->IgnoreParenImpCasts());
  if (call == nullptr || call->getRecordDecl() == nullptr || !call->getRecordDecl()->isLambda()) return {};
  const clang::CXXRecordDecl* closure = call->getRecordDecl();
  discard(call->getImplicitObjectArgument());
  return closure->isGenericLambda() ? cx_.exprs.unknown() : cx_.exprs.function(closure->getLambdaCallOperator());
}

ExprId ExprLowering::truth(const clang::Expr* operand) {
  const ExprId value = lower(operand);
  return isTruth(operand) ? value : cx_.exprs.binary(Operator::NotEqual, value, cx_.exprs.integer(0));
}

ExprId ExprLowering::VisitUnaryOperator(const clang::UnaryOperator* expr) {
  const clang::Expr* operand = expr->getSubExpr();
  switch (expr->getOpcode()) {
    case clang::UO_PostInc:
    case clang::UO_PostDec:
    case clang::UO_PreInc:
    case clang::UO_PreDec: return step(expr, true);
    case clang::UO_AddrOf: return cx_.exprs.addressOf(lower(operand));
    case clang::UO_Deref: return pointee(operand, std::nullopt);
    case clang::UO_Plus:
    case clang::UO_Extension: return lower(operand);
    case clang::UO_Minus: return cx_.exprs.unary(Operator::Negate, lower(operand));
    case clang::UO_Not: return cx_.exprs.unary(Operator::Complement, lower(operand));
    case clang::UO_LNot: return cx_.exprs.negation(lower(operand));
    default: return VisitExpr(expr);
  }
}

// ++ and --.
ExprId ExprLowering::step(const clang::UnaryOperator* expr, bool isUsed) {
  const ExprId place = lower(expr->getSubExpr());
  ExprId result = place;
  if (expr->isPostfix() && isUsed) {
    result = cx_.temporary(expr->getType(), expr->getSourceRange());
    cx_.assign(result, place, expr->getSourceRange());
  }
  const BinaryOperatorKind op = expr->isIncrementOp() ? clang::BO_Add : clang::BO_Sub;
  cx_.assign(place, arithmetic(op, expr->getType(), place, cx_.exprs.integer(1)), expr->getSourceRange());
  return result;
}

// `type`: of the operation.
ExprId ExprLowering::arithmetic(BinaryOperatorKind op, clang::QualType type, ExprId lhs, ExprId rhs) {
  if (op == clang::BO_Add && type->isPointerType()) return cx_.exprs.advance(lhs, rhs);
  const std::optional<Operator> known = operatorOf(op);
  if (!known || type->isFloatingType()) return cx_.exprs.unknown();
  if (op == clang::BO_Sub && cx_.exprs.isInteger(rhs, 0)) return lhs;
  return cx_.exprs.binary(*known, lhs, rhs);
}

// `pointer - offset of a member` (CONTAINING_RECORD): the object around the member; none for any other difference.
ExprId ExprLowering::container(const clang::BinaryOperator* expr) {
  if (expr->getOpcode() != clang::BO_Sub) return {};
  const std::vector<const clang::FieldDecl*> path = offsetPath(expr->getRHS());
  if (path.empty()) return {};
  ExprId address = lower(expr->getLHS());
  for (const clang::FieldDecl* field : path) address = cx_.exprs.container(address, field);
  return address;
}

ExprId ExprLowering::VisitBinaryOperator(const clang::BinaryOperator* expr) {
  if (const ExprId object = container(expr)) return object;
  if (!operatorOf(expr->getOpcode())) return VisitExpr(expr);
  ExprId lhs = lower(expr->getLHS());
  ExprId rhs = lower(expr->getRHS());
  if (expr->getRHS()->getType()->isPointerType() && expr->getOpcode() == clang::BO_Add) std::swap(lhs, rhs);
  const bool isFloating = expr->getLHS()->getType()->isFloatingType();
  return arithmetic(expr->getOpcode(), isFloating ? expr->getLHS()->getType() : expr->getType(), lhs, rhs);
}

ExprId ExprLowering::VisitCompoundAssignOperator(const clang::CompoundAssignOperator* expr) {
  const ExprId rhs = lower(expr->getRHS());
  const ExprId place = lower(expr->getLHS());
  const BinaryOperatorKind op = clang::BinaryOperator::getOpForCompoundAssignment(expr->getOpcode());
  // Operands of unknown type leave the operation without one.
  const clang::QualType computed = expr->getComputationResultType();
  const ExprId value = arithmetic(op, computed.isNull() ? expr->getType() : computed, place, rhs);
  cx_.add(expr->getSourceRange(), expr->getOperatorLoc(), AssignEvent{place, value});
  return place;
}

ExprId ExprLowering::VisitBinAssign(const clang::BinaryOperator* expr) {
  const ExprId value = lower(expr->getRHS());
  const ExprId place = lower(expr->getLHS());
  cx_.add(expr->getSourceRange(), expr->getOperatorLoc(), AssignEvent{place, value, expr->getType()->isRecordType()});
  // In `table[a] = table[b] = f` what the first is given is f, not whatever is found in the second.
  const ExprKind kind = cx_.exprs[value].kind;
  return value && (kind == ExprKind::Function || kind == ExprKind::Integer) ? value : place;
}

ExprId ExprLowering::VisitRecoveryExpr(const clang::RecoveryExpr* expr) {
  const std::optional<CastLvalue> cast = castLvalue(*expr, cx_.ast());
  if (!cast) return VisitExpr(expr);
  const ExprId value = cast->value != nullptr ? lower(cast->value) : ExprId();
  const ExprId place = lower(cast->object);
  if (cast->use == CastLvalue::Use::Addressed) return cx_.exprs.addressOf(place);
  const bool isAssigned = cast->use == CastLvalue::Use::Assigned;
  cx_.assign(place, isAssigned ? value : cx_.exprs.unknown(), expr->getSourceRange());
  return isAssigned ? place : cx_.exprs.unknown();
}

ExprId ExprLowering::VisitBinComma(const clang::BinaryOperator* expr) {
  discard(expr->getLHS());
  return lower(expr->getRHS());
}

}  // namespace irqlint
