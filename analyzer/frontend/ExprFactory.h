// Makes the expressions of one table, in the one form each value and place has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <clang/AST/Decl.h>

#include "analyzer/frontend/SummaryBuilder.h"
#include "analyzer/model/Expr.h"

namespace irqlint {

// The tag or typedef name of the record a member counts to: that of the innermost record that is no anonymous member.
// "" if this one has no name.
std::string recordNameOf(const clang::FieldDecl& field);

// `*&x` is x, `&*p` is p, `p + 0` is p; references are pointers that are dereferenced where they are used.
class ExprFactory {
 public:
  ExprFactory(ExprTable& table, SummaryBuilder& builder) : table_(table), builder_(builder) {}

  ExprId unknown() { return table_.add({}); }
  ExprId integer(std::int64_t value) { return add(ExprKind::Integer, value); }
  ExprId string(std::string_view text);
  ExprId parameter(std::uint32_t index) { return add(ExprKind::Parameter, index); }
  ExprId local(LocalId id) { return add(ExprKind::Local, id.index()); }
  ExprId callResult(CallId id) { return add(ExprKind::CallResult, id.index()); }
  ExprId global(const clang::VarDecl* variable);
  ExprId dynamicType(const clang::CXXRecordDecl& record);
  ExprId function(const clang::FunctionDecl* function);

  // `field` of `object`; the object itself if the field is an anonymous struct or union.
  ExprId field(ExprId object, const clang::FieldDecl* field);
  ExprId field(ExprId object, std::string_view record, std::string_view name);
  ExprId dereference(ExprId pointer);
  ExprId addressOf(ExprId place);
  ExprId element(ExprId array, ExprId index) { return add(ExprKind::Element, Operator::None, array, index); }
  // The address of the object whose member `field` is at `member`.
  ExprId container(ExprId member, const clang::FieldDecl* field);
  // `pointer` moved on by `count` elements.
  ExprId advance(ExprId pointer, ExprId count);
  ExprId unary(Operator op, ExprId operand) { return add(ExprKind::Unary, op, operand, ExprId()); }
  // 1 if `operand` is zero, else 0.
  ExprId negation(ExprId operand);
  ExprId binary(Operator op, ExprId lhs, ExprId rhs) { return add(ExprKind::Binary, op, lhs, rhs); }

  const Expr& operator[](ExprId id) const { return table_[id]; }
  bool isInteger(ExprId id, std::int64_t value) const {
    return table_[id].kind == ExprKind::Integer && table_[id].value == value;
  }

 private:
  ExprId add(ExprKind kind, std::int64_t value);
  ExprId add(ExprKind kind, Operator op, ExprId lhs, ExprId rhs);

  ExprTable& table_;
  SummaryBuilder& builder_;
};

}  // namespace irqlint
