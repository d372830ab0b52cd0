// The syntax tree of a condition, for who translates it; Condition evaluates it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analyzer/ddi/Condition.h"

namespace irqlint {

enum class ConditionOperator : std::uint8_t {
  Not,
  Complement,
  Negate,
  Or,
  And,
  BitOr,
  BitXor,
  BitAnd,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  ShiftLeft,
  ShiftRight,
  Add,
  Subtract,
};

struct Condition::Node {
  enum class Kind : std::uint8_t {
    Number,   // number
    Operand,  // operand: a named constant if it has no path and its name is one
    Unary,    // op, children[0]
    Binary,   // op, children[0], children[1]
    Call,     // name, arguments as text, children the same parsed
    Opaque,   // valid C whose value is not followed: an address, a string, a computed dereference
  };
  Kind kind = Kind::Opaque;
  ConditionOperator op = ConditionOperator::Not;
  std::int64_t number = 0;
  bool notZero = false;  // Opaque: an address or a string
  ConditionOperand operand;
  std::string name;
  std::vector<std::string> arguments;
  std::vector<std::unique_ptr<Node>> children;
};

}  // namespace irqlint
