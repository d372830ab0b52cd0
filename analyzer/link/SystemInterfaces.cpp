#include "analyzer/link/SystemInterfaces.h"

#include <algorithm>

namespace irqlint {
namespace {

// An array of pointers, and a pointer to a pointer, stand for what a call through them reaches.
ExprId withoutIndirection(const ExprTable& exprs, ExprId value) {
  while (value && (exprs[value].kind == ExprKind::Element || exprs[value].kind == ExprKind::Dereference)) {
    value = exprs[value].lhs;
  }
  return value;
}

std::string_view withoutUnderscores(std::string_view name) {
  return name.substr(std::min(name.find_first_not_of('_'), name.size()));
}

}  // namespace

SystemInterfaces::SystemInterfaces(const Program& program) : program_(program) {
  for (const FunctionPointerField& field : program.functionPointerFields) {
    memberTypes_[{field.record, field.field}] = program.strings[field.type];
  }
}

std::optional<SystemRoutine> SystemInterfaces::routine(FunctionRef caller, const CallEvent& call) const {
  const FunctionSummary& summary = program_[caller].summary;
  const ExprId through = withoutIndirection(summary.body->exprs, call.target);
  if (!through) return std::nullopt;
  const Expr& expr = summary.body->exprs[through];
  const auto number = static_cast<std::size_t>(expr.value);
  switch (expr.kind) {
    case ExprKind::Field: {
      const Contract* contract = ofMember(expr);
      if (contract == nullptr) return std::nullopt;
      const std::string record(withoutUnderscores(program_.strings[expr.record]));
      return SystemRoutine{record + "::" + std::string(program_.strings[expr.text]), contract};
    }
    case ExprKind::Parameter:
      return number < summary.parameters.size() ? ofType(summary.parameters[number].type) : std::nullopt;
    case ExprKind::Local: return ofType(program_.strings[summary.body->locals[number].type]);
    case ExprKind::Global: return ofType(program_.globals[number].type);
    default: return std::nullopt;
  }
}

const Contract* SystemInterfaces::ofMember(const Expr& field) const {
  const DdiDatabase& ddi = program_.ddi();
  const auto rows = ddi.fieldRegistrations(program_.strings[field.record], program_.strings[field.text]);
  const Contract* found = nullptr;
  for (const Registration& row : rows) {
    if (!row.driverCalls) return nullptr;  // a namesake that the driver fills in
    const Contract* contract = ddi.contract(row.role);
    if (found == nullptr || found->confidence == ContractConfidence::Inferred) found = contract;
  }
  if (!rows.empty()) return found;
  const auto type = memberTypes_.find({field.record, field.text});
  const auto routine = type != memberTypes_.end() ? ofType(type->second) : std::nullopt;
  return routine ? routine->contract : nullptr;
}

std::optional<SystemRoutine> SystemInterfaces::ofType(std::string_view type) const {
  const std::string role = program_.ddi().roleOfType(type);
  const Contract* contract = role.empty() ? nullptr : program_.ddi().contract(role);
  if (contract == nullptr || contract->calledBySystem) return std::nullopt;
  return SystemRoutine{role, contract};
}

}  // namespace irqlint
