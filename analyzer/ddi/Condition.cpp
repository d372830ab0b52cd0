#include "analyzer/ddi/Condition.h"

#include <algorithm>
#include <utility>

#include "analyzer/ddi/ConditionNode.h"
#include "analyzer/ddi/ConditionParser.h"

namespace irqlint {
namespace {

using Node = Condition::Node;
using Op = ConditionOperator;

constexpr KnownValue kBoolean{0, 1, false};

Truth truthOf(const KnownValue& value) {
  if (value.notZero || value.low > 0 || value.high < 0) return Truth::True;
  return value.isConstant() ? Truth::False : Truth::Unknown;
}

KnownValue fromTruth(Truth truth) {
  return truth == Truth::Unknown ? kBoolean : KnownValue::constant(truth == Truth::True ? 1 : 0);
}

Truth negate(Truth truth) {
  if (truth == Truth::Unknown) return truth;
  return truth == Truth::True ? Truth::False : Truth::True;
}

Truth conjunction(Truth a, Truth b) {
  if (a == Truth::False || b == Truth::False) return Truth::False;
  return a == Truth::True && b == Truth::True ? Truth::True : Truth::Unknown;
}

Truth equal(const KnownValue& a, const KnownValue& b) {
  const bool zeroAgainstNotZero =
      (a.notZero && truthOf(b) == Truth::False) || (b.notZero && truthOf(a) == Truth::False);
  if (a.high < b.low || b.high < a.low || zeroAgainstNotZero) return Truth::False;
  return a.isConstant() && b.isConstant() ? Truth::True : Truth::Unknown;
}

Truth less(const KnownValue& a, const KnownValue& b) {
  if (a.high < b.low) return Truth::True;
  return a.low >= b.high ? Truth::False : Truth::Unknown;
}

KnownValue bitAnd(const KnownValue& a, const KnownValue& b) {
  if (a.isConstant() && b.isConstant()) return KnownValue::constant(a.low & b.low);
  // A mask that is not negative bounds the result.
  KnownValue result;
  for (const KnownValue& mask : {a, b}) {
    if (mask.low < 0) continue;
    result.low = 0;
    result.high = std::min(result.high, mask.high);
  }
  return result;
}

KnownValue bitOr(const KnownValue& a, const KnownValue& b) {
  if (a.isConstant() && b.isConstant()) return KnownValue::constant(a.low | b.low);
  KnownValue result;
  result.notZero = truthOf(a) == Truth::True || truthOf(b) == Truth::True;
  if (a.low >= 0 && b.low >= 0) result.low = std::max(a.low, b.low);
  return result;
}

// Operators of which only the value for constants is of use; nullopt if C leaves it undefined.
std::optional<std::int64_t> compute(Op op, std::int64_t a, std::int64_t b) {
  const auto x = static_cast<std::uint64_t>(a);
  const auto y = static_cast<std::uint64_t>(b);
  switch (op) {
    case Op::BitXor: return a ^ b;
    case Op::Add: return static_cast<std::int64_t>(x + y);
    case Op::Subtract: return static_cast<std::int64_t>(x - y);
    case Op::ShiftLeft: return y < 64 ? std::optional(static_cast<std::int64_t>(x << y)) : std::nullopt;
    case Op::ShiftRight: return y < 64 ? std::optional(a >> y) : std::nullopt;
    default: return std::nullopt;
  }
}

class Evaluator {
 public:
  explicit Evaluator(const ConditionContext& context) : context_(context) {}

  Truth truth(const Node& node) const { return truthOf(value(node)); }

 private:
  KnownValue value(const Node& node) const {
    switch (node.kind) {
      case Node::Kind::Number: return KnownValue::constant(node.number);
      case Node::Kind::Operand: return operand(node.operand);
      case Node::Kind::Unary: return unary(node);
      case Node::Kind::Binary: return binary(node);
      case Node::Kind::Call: return call(node);
      case Node::Kind::Opaque: break;
    }
    KnownValue any;
    any.notZero = node.notZero;
    return any;
  }

  KnownValue operand(const ConditionOperand& operand) const {
    if (operand.path.empty()) {
      if (context_.constant) {
        if (const auto constant = context_.constant(operand.root)) return KnownValue::constant(*constant);
      }
      // The words of the language itself.
      if (operand.root == "NULL" || operand.root == "FALSE" || operand.root == "nullptr" || operand.root == "false") {
        return KnownValue::constant(0);
      }
      if (operand.root == "TRUE" || operand.root == "true") return KnownValue::constant(1);
    }
    return context_.value ? context_.value(operand) : KnownValue();
  }

  KnownValue unary(const Node& node) const {
    const KnownValue inner = value(*node.children[0]);
    if (node.op == Op::Not) return fromTruth(negate(truthOf(inner)));
    if (!inner.isConstant()) return {};
    const auto bits = static_cast<std::uint64_t>(inner.low);
    return KnownValue::constant(static_cast<std::int64_t>(node.op == Op::Complement ? ~bits : 0 - bits));
  }

  KnownValue binary(const Node& node) const {
    const KnownValue a = value(*node.children[0]);
    const KnownValue b = value(*node.children[1]);
    switch (node.op) {
      case Op::And: return fromTruth(conjunction(truthOf(a), truthOf(b)));
      case Op::Or: return fromTruth(negate(conjunction(negate(truthOf(a)), negate(truthOf(b)))));
      case Op::Equal: return fromTruth(equal(a, b));
      case Op::NotEqual: return fromTruth(negate(equal(a, b)));
      case Op::Less: return fromTruth(less(a, b));
      case Op::Greater: return fromTruth(less(b, a));
      case Op::LessEqual: return fromTruth(negate(less(b, a)));
      case Op::GreaterEqual: return fromTruth(negate(less(a, b)));
      case Op::BitAnd: return bitAnd(a, b);
      case Op::BitOr: return bitOr(a, b);
      default: break;
    }
    if (!a.isConstant() || !b.isConstant()) return {};
    const auto result = compute(node.op, a.low, b.low);
    return result ? KnownValue::constant(*result) : KnownValue();
  }

  KnownValue call(const Node& node) const {
    // A status is a success if its sign bit is clear.
    if (node.name == "NT_SUCCESS" && node.children.size() == 1) {
      return fromTruth(negate(less(value(*node.children[0]), KnownValue::constant(0))));
    }
    return context_.predicate ? fromTruth(context_.predicate(node.name, node.arguments)) : kBoolean;
  }

  const ConditionContext& context_;
};

void collectOperands(const Node& node, std::vector<ConditionOperand>& operands) {
  if (node.kind == Node::Kind::Operand && std::ranges::find(operands, node.operand) == operands.end()) {
    operands.push_back(node.operand);
  }
  for (const auto& child : node.children) collectOperands(*child, operands);
}

}  // namespace

Condition::Condition(std::unique_ptr<Node> root) : root_(std::move(root)) {}
Condition::Condition(Condition&&) noexcept = default;
Condition& Condition::operator=(Condition&&) noexcept = default;
Condition::~Condition() = default;

Result<Condition> Condition::parse(std::string_view text) {
  auto root = parseCondition(text);
  if (!root) return std::move(root).error();
  return Condition(*std::move(root));
}

Truth Condition::evaluate(const ConditionContext& context) const { return Evaluator(context).truth(*root_); }

std::vector<ConditionOperand> Condition::operands() const {
  std::vector<ConditionOperand> operands;
  collectOperands(*root_, operands);
  return operands;
}

}  // namespace irqlint
