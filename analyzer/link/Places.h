// Places by the object they are in.
#pragma once

#include "analyzer/model/Expr.h"

namespace irqlint {

// `place`, or the array that it is an element of: an array and its elements are one object.
inline ExprId wholeOf(const ExprTable& exprs, ExprId place) {
  while (exprs[place].kind == ExprKind::Element) place = exprs[place].lhs;
  return place;
}

// The variable, or the object that a pointer leads to, that `place` is or lies in.
inline ExprId rootOf(const ExprTable& exprs, ExprId place) {
  while (exprs[place].kind == ExprKind::Element || exprs[place].kind == ExprKind::Field) place = exprs[place].lhs;
  return place;
}

// True of operators whose result is an address where the left operand is one: sums, differences and masks.
inline bool keepsAddress(Operator op) {
  return op == Operator::Add || op == Operator::Subtract || op == Operator::BitAnd || op == Operator::BitOr;
}

}  // namespace irqlint
