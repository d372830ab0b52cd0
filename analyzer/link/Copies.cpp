#include "analyzer/link/Copies.h"

#include <optional>
#include <vector>

namespace irqlint {
namespace {

// The variable that `place` is, or is a part of.
ExprId variableOf(const ExprTable& exprs, ExprId place) {
  while (place && (exprs[place].kind == ExprKind::Field || exprs[place].kind == ExprKind::Element)) {
    place = exprs[place].lhs;
  }
  return place;
}

}  // namespace

llvm::DenseMap<std::uint32_t, ExprId> copiesOfParameters(const FunctionBody& body) {
  const ExprTable& exprs = body.exprs;
  std::vector<bool> isChanged(exprs.size(), false);  // written more than once, in parts, or through its address
  std::vector<const AssignEvent*> stores(exprs.size());
  for (const Expr& expr : exprs.all()) {
    if (expr.kind == ExprKind::AddressOf) isChanged[variableOf(exprs, expr.lhs).index()] = true;
  }
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      const auto* assign = std::get_if<AssignEvent>(&event.action);
      if (assign == nullptr || !assign->place) continue;
      const ExprId variable = variableOf(exprs, assign->place);
      const bool isFirst = stores[variable.index()] == nullptr && variable == assign->place;
      if (!isFirst || exprs[variable].kind != ExprKind::Local) isChanged[variable.index()] = true;
      stores[variable.index()] = assign;
    }
  }
  llvm::DenseMap<std::uint32_t, ExprId> copies;
  for (std::uint32_t i = 0; i < exprs.size(); ++i) {
    if (isChanged[i] || stores[i] == nullptr || !stores[i]->value) continue;
    const ExprId value = stores[i]->value;
    if (exprs[value].kind == ExprKind::Parameter && !isChanged[value.index()]) copies[i] = value;
  }
  return copies;
}

}  // namespace irqlint
