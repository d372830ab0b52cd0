#include "analyzer/frontend/ExprFactory.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

namespace irqlint {
namespace {

// A closure type is told apart by the place of its lambda, which is the same in every unit that includes it.
std::string closureName(const clang::CXXRecordDecl& closure) {
  const clang::SourceManager& sources = closure.getASTContext().getSourceManager();
  const clang::PresumedLoc at = sources.getPresumedLoc(sources.getExpansionLoc(closure.getBeginLoc()));
  if (at.isInvalid()) return "lambda";
  return "lambda at " + llvm::sys::path::filename(at.getFilename()).str() + ":" + std::to_string(at.getLine()) + ":" +
         std::to_string(at.getColumn());
}

// The comparison that is true where `op` is false.
Operator oppositeOf(Operator op) {
  switch (op) {
    case Operator::Equal: return Operator::NotEqual;
    case Operator::NotEqual: return Operator::Equal;
    case Operator::Less: return Operator::GreaterEqual;
    case Operator::LessEqual: return Operator::Greater;
    case Operator::Greater: return Operator::LessEqual;
    case Operator::GreaterEqual: return Operator::Less;
    default: return Operator::None;
  }
}

}  // namespace

std::string recordNameOf(const clang::FieldDecl& field) {
  const clang::RecordDecl* record = field.getParent();
  while (record->isAnonymousStructOrUnion()) {
    const auto* outer = llvm::dyn_cast<clang::RecordDecl>(record->getDeclContext());
    if (outer == nullptr) break;
    record = outer;
  }
  if (const auto* closure = llvm::dyn_cast<clang::CXXRecordDecl>(record); closure != nullptr && closure->isLambda()) {
    return closureName(*closure);
  }
  if (record->getDeclName().isEmpty()) {
    const clang::TypedefNameDecl* alias = record->getTypedefNameForAnonDecl();
    return alias == nullptr ? std::string() : alias->getQualifiedNameAsString();
  }
  std::string name;
  llvm::raw_string_ostream out(name);
  record->getNameForDiagnostic(out, record->getASTContext().getPrintingPolicy(), /*Qualified=*/true);
  return name;
}

ExprId ExprFactory::add(ExprKind kind, std::int64_t value) {
  Expr expr;
  expr.kind = kind;
  expr.value = value;
  return table_.add(expr);
}

ExprId ExprFactory::add(ExprKind kind, Operator op, ExprId lhs, ExprId rhs) {
  Expr expr;
  expr.kind = kind;
  expr.op = op;
  expr.lhs = lhs;
  expr.rhs = rhs;
  return table_.add(expr);
}

ExprId ExprFactory::string(std::string_view text) {
  Expr expr;
  expr.kind = ExprKind::String;
  expr.text = builder_.string(text);
  return table_.add(expr);
}

ExprId ExprFactory::global(const clang::VarDecl* variable) {
  return add(ExprKind::Global, builder_.global(variable).index());
}

ExprId ExprFactory::function(const clang::FunctionDecl* function) {
  return add(ExprKind::Function, builder_.function(function).index());
}

ExprId ExprFactory::dynamicType(const clang::CXXRecordDecl& record) {
  return add(ExprKind::Function, builder_.dynamicType(record).index());
}

ExprId ExprFactory::field(ExprId object, const clang::FieldDecl* field) {
  if (field->isAnonymousStructOrUnion()) return object;
  builder_.noteField(*field);
  return this->field(object, recordNameOf(*field), field->getName());
}

ExprId ExprFactory::field(ExprId object, std::string_view record, std::string_view name) {
  Expr expr;
  expr.kind = ExprKind::Field;
  expr.lhs = object;
  if (!record.empty()) expr.record = builder_.string(record);
  expr.text = builder_.string(name);
  return table_.add(expr);
}

ExprId ExprFactory::container(ExprId member, const clang::FieldDecl* field) {
  if (field->isAnonymousStructOrUnion()) return member;
  Expr expr;
  expr.kind = ExprKind::Container;
  expr.lhs = member;
  if (const std::string record = recordNameOf(*field); !record.empty()) expr.record = builder_.string(record);
  expr.text = builder_.string(field->getName());
  return table_.add(expr);
}

ExprId ExprFactory::dereference(ExprId pointer) {
  const Expr& expr = table_[pointer];
  if (expr.kind == ExprKind::AddressOf) return expr.lhs;
  if (expr.kind == ExprKind::Function || expr.kind == ExprKind::Unknown) return pointer;
  return add(ExprKind::Dereference, Operator::None, pointer, ExprId());
}

ExprId ExprFactory::addressOf(ExprId place) {
  const Expr& expr = table_[place];
  if (expr.kind == ExprKind::Dereference) return expr.lhs;
  // A literal's value is its address already.
  if (expr.kind == ExprKind::Function || expr.kind == ExprKind::String || expr.kind == ExprKind::Unknown) return place;
  return add(ExprKind::AddressOf, Operator::None, place, ExprId());
}

ExprId ExprFactory::negation(ExprId operand) {
  const Expr expr = table_[operand];
  if (expr.kind == ExprKind::Binary) {
    if (const Operator opposite = oppositeOf(expr.op); opposite != Operator::None) {
      return binary(opposite, expr.lhs, expr.rhs);
    }
  }
  return unary(Operator::Not, operand);
}

ExprId ExprFactory::advance(ExprId pointer, ExprId count) {
  if (isInteger(count, 0)) return pointer;
  return addressOf(element(dereference(pointer), count));
}

}  // namespace irqlint
