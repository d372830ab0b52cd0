#include "analyzer/model/Expr.h"

#include <functional>

namespace irqlint {
namespace {

// Below the two values that a DenseMap keeps for itself.
std::uint64_t hashOf(const Expr& expr) {
  std::uint64_t hash = 0;
  const auto mix = [&hash](std::uint64_t part) {
    hash ^= std::hash<std::uint64_t>{}(part) + 0x9e3779b97f4a7c15 + (hash << 6) + (hash >> 2);
  };
  mix(static_cast<std::uint64_t>(expr.kind) << 8 | static_cast<std::uint64_t>(expr.op));
  mix(static_cast<std::uint64_t>(expr.value));
  mix(std::uint64_t{expr.lhs.index()} << 32 | expr.rhs.index());
  mix(std::uint64_t{expr.record.index()} << 32 | expr.text.index());
  return hash >> 1;
}

}  // namespace

ExprId ExprTable::add(const Expr& expr) {
  const ExprId next(exprs_.size());
  ExprId older;
  if (expr.kind != ExprKind::Unknown) {
    const auto [newest, isFirst] = newest_.try_emplace(hashOf(expr), next);
    if (!isFirst) older = newest->second;
    for (ExprId known = older; known; known = older_[known.index()]) {
      if ((*this)[known] == expr) return known;
    }
    newest->second = next;
  }
  exprs_.push_back(expr);
  older_.push_back(older);
  return next;
}

}  // namespace irqlint
