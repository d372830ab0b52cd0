#include "analyzer/model/Expr.h"

#include <functional>

namespace irqlint {
namespace {

std::size_t hashOf(const Expr& expr) {
  std::size_t hash = 0;
  const auto mix = [&hash](std::uint64_t part) {
    hash ^= std::hash<std::uint64_t>{}(part) + 0x9e3779b97f4a7c15 + (hash << 6) + (hash >> 2);
  };
  mix(static_cast<std::uint64_t>(expr.kind) << 8 | static_cast<std::uint64_t>(expr.op));
  mix(static_cast<std::uint64_t>(expr.value));
  mix(std::uint64_t{expr.lhs.index()} << 32 | expr.rhs.index());
  mix(std::uint64_t{expr.record.index()} << 32 | expr.text.index());
  return hash;
}

}  // namespace

ExprId ExprTable::add(const Expr& expr) {
  const ExprId next(exprs_.size());
  if (expr.kind != ExprKind::Unknown) {
    const std::size_t hash = hashOf(expr);
    const auto [begin, end] = byHash_.equal_range(hash);
    for (auto entry = begin; entry != end; ++entry) {
      if ((*this)[entry->second] == expr) return entry->second;
    }
    byHash_.emplace(hash, next);
  }
  exprs_.push_back(expr);
  return next;
}

}  // namespace irqlint
