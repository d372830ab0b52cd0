#include "analyzer/dataflow/EntryConditions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analyzer/ddi/ConditionNode.h"

namespace irqlint {
namespace {

using Node = Condition::Node;

std::optional<Operator> operatorOf(const Node& node) {
  switch (node.op) {
    case ConditionOperator::Not: return Operator::Not;
    case ConditionOperator::Complement: return Operator::Complement;
    case ConditionOperator::Negate: return Operator::Negate;
    case ConditionOperator::Or: return Operator::Or;
    case ConditionOperator::And: return Operator::And;
    case ConditionOperator::BitOr: return Operator::BitOr;
    case ConditionOperator::BitXor: return Operator::BitXor;
    case ConditionOperator::BitAnd: return Operator::BitAnd;
    case ConditionOperator::Equal: return Operator::Equal;
    case ConditionOperator::NotEqual: return Operator::NotEqual;
    case ConditionOperator::Less: return Operator::Less;
    case ConditionOperator::LessEqual: return Operator::LessEqual;
    case ConditionOperator::Greater: return Operator::Greater;
    case ConditionOperator::GreaterEqual: return Operator::GreaterEqual;
    case ConditionOperator::ShiftLeft: return Operator::ShiftLeft;
    case ConditionOperator::ShiftRight: return Operator::ShiftRight;
    case ConditionOperator::Add: return Operator::Add;
    case ConditionOperator::Subtract: return Operator::Subtract;
  }
  return std::nullopt;
}

class TermBuilder {
 public:
  TermBuilder(const Contract& contract, const Program& program, Terms& terms)
      : contract_(contract), program_(program), terms_(terms) {}

  ExprId build(const Node& node) {
    switch (node.kind) {
      case Node::Kind::Number: return terms_.add({.kind = ExprKind::Integer, .value = node.number});
      case Node::Kind::Operand: return operand(node.operand);
      case Node::Kind::Unary:
      case Node::Kind::Binary: return operation(node);
      case Node::Kind::Call:
      case Node::Kind::Opaque: break;
    }
    return {};
  }

 private:
  ExprId operand(const ConditionOperand& operand) {
    if (operand.path.empty()) {
      if (const auto constant = program_.ddi().constant(operand.root)) {
        return terms_.add({.kind = ExprKind::Integer, .value = *constant});
      }
    }
    const auto parameter = std::find(contract_.parameters.begin(), contract_.parameters.end(), operand.root);
    if (parameter == contract_.parameters.end()) return {};
    ExprId term = terms_.add({.kind = ExprKind::Parameter, .value = parameter - contract_.parameters.begin()});
    for (const std::string& step : operand.path) {
      if (step == "*") {
        term = terms_.dereference(term);
        continue;
      }
      const StringId name = program_.strings.find(step.substr(step.find_first_not_of("->.")));
      if (!name) return {};
      term = member(step.starts_with("->") ? terms_.dereference(term) : term, name);
    }
    return term;
  }

  // As the function's own code names it: with the record, which the condition does not know.
  ExprId member(ExprId place, StringId name) {
    for (std::size_t i = 0; i < terms_.table().size(); ++i) {
      const Expr& known = terms_[ExprId(i)];
      if (known.kind == ExprKind::Field && known.lhs == place && known.text == name) return ExprId(i);
    }
    return terms_.member(place, name);
  }

  ExprId operation(const Node& node) {
    const auto op = operatorOf(node);
    const ExprId left = build(*node.children[0]);
    if (!op || !left) return {};
    if (node.kind == Node::Kind::Unary) return terms_.add({.kind = ExprKind::Unary, .op = *op, .lhs = left});
    const ExprId right = build(*node.children[1]);
    if (!right) return {};
    return terms_.add({.kind = ExprKind::Binary, .op = *op, .lhs = left, .rhs = right});
  }

  const Contract& contract_;
  const Program& program_;
  Terms& terms_;
};

}  // namespace

std::vector<Fact> factsAtEntry(const Contract& role, Irql level, const Program& program, Terms& terms) {
  AbstractState entry;
  for (const ContractCondition& condition : role.conditions) {
    const bool demandsHigher = condition.replacesMinimum && condition.terms.minimum > level;
    const bool demandsLower = condition.replacesMaximum && condition.terms.maximum && *condition.terms.maximum < level;
    if (!demandsHigher && !demandsLower) continue;
    const auto parsed = Condition::parse(condition.when);
    const ExprId term = parsed ? TermBuilder(role, program, terms).build(parsed->root()) : ExprId();
    if (term) Facts(terms, entry).assume(term, false);
  }
  return {entry.facts.begin(), entry.facts.end()};
}

}  // namespace irqlint
