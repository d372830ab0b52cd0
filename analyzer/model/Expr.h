// Values and places as the source writes them, free of any AST.
//
// An expression is an index into an ExprTable; equal expressions of one table have equal indices (hash-consing), so
// identity is equality. Parameter, Local, Global, Field, Dereference and Element are places; read as a value, a place
// means what is stored there. `p->f` is Field(Dereference(p), f), `s.f` is Field(s, f), `a[i]` is Element(a, i) for an
// array and Element(Dereference(p), i) for a pointer. Casts that keep the number are dropped; a call is never inside an
// expression: it is an event, and CallResult names its result.
#pragma once

#include <cstdint>
#include <vector>

#include <llvm/ADT/DenseMap.h>

#include "analyzer/model/Id.h"

namespace irqlint {

enum class ExprKind : std::uint8_t {
  Unknown,      // what the frontend could not or need not express; never equal to anything, itself included
  Integer,      // value (sign as the C type has it: STATUS_UNSUCCESSFUL is negative)
  String,       // text: a string literal
  Parameter,    // value = index; in a method, 0 is `this`
  Local,        // value = LocalId index
  Global,       // value = GlobalRef index
  Function,     // value = FunctionRef index: the function's address
  CallResult,   // value = CallId index
  Field,        // lhs = the object, record and text = names of the record type and the member
  Dereference,  // lhs = the pointer
  Element,      // lhs = the array, rhs = the index
  AddressOf,    // lhs = the place
  Unary,        // op, lhs
  Binary,       // op, lhs, rhs
  // The address of the object around a member (CONTAINING_RECORD): lhs = the member's address, record and text = names
  // of the object's type and the member.
  Container,
};

enum class Operator : std::uint8_t {
  None,
  Not,
  Negate,
  Complement,  // unary
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  And,
  Or,  // logical, of operands without side effects
  BitAnd,
  BitOr,
  BitXor,
  ShiftLeft,
  ShiftRight,
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
};

struct Expr {
  ExprKind kind = ExprKind::Unknown;
  Operator op = Operator::None;
  std::int64_t value = 0;
  ExprId lhs;
  ExprId rhs;
  StringId record;  // Field: tag or typedef name of the record; none for an unnamed one
  StringId text;    // Field: member name; String: the literal

  friend bool operator==(const Expr&, const Expr&) = default;
};

// The expressions of one function, or of the globals of one TU. Operands come before what uses them.
class ExprTable {
 public:
  ExprTable() = default;
  ExprTable(const ExprTable&) = default;
  // DenseMap does not say so, but does not throw: lists of what has tables move when they grow.
  ExprTable(ExprTable&&) noexcept = default;
  ExprTable& operator=(const ExprTable&) = default;
  ExprTable& operator=(ExprTable&&) noexcept = default;
  ~ExprTable() = default;

  // The index of `expr`, which is added unless an equal one is there. Unknown always gets an index of its own.
  ExprId add(const Expr& expr);

  const Expr& operator[](ExprId id) const { return exprs_[id.index()]; }
  std::size_t size() const { return exprs_.size(); }
  const std::vector<Expr>& all() const { return exprs_; }

  friend bool operator==(const ExprTable& a, const ExprTable& b) { return a.exprs_ == b.exprs_; }

 private:
  std::vector<Expr> exprs_;
  // The newest of each hash, and for each the one before it of the same hash: cheap to copy.
  llvm::DenseMap<std::uint64_t, ExprId> newest_;
  std::vector<ExprId> older_;
};

}  // namespace irqlint
