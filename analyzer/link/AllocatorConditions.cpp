#include "analyzer/link/AllocatorConditions.h"

#include <algorithm>

namespace irqlint {

Truth doesAllocate(const Program& program, const ExprTable& exprs, const CallEvent& call, const Allocator& allocator) {
  if (allocator.when.empty()) return Truth::True;
  const auto condition = Condition::parse(allocator.when);
  const Contract* contract = program[call.callee].contract;
  if (!condition || contract == nullptr) return Truth::Unknown;
  const auto value = [&](const ConditionOperand& operand) {
    const auto name = std::ranges::find(contract->parameters, operand.root);
    const auto index = static_cast<std::size_t>(name - contract->parameters.begin());
    if (!operand.path.empty() || index >= call.arguments.size() || !call.arguments[index]) return KnownValue();
    const Expr& argument = exprs[call.arguments[index]];
    return argument.kind == ExprKind::Integer ? KnownValue::constant(argument.value) : KnownValue();
  };
  return condition->evaluate({.value = value,
                              .constant = [&](std::string_view name) { return program.ddi().constant(name); },
                              .predicate = {}});
}

}  // namespace irqlint
