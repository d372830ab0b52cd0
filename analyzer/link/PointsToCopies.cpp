// The part of PointsTo's solver that copies records: what each member of one holds goes to the same member of the
// other.
//
// What is copied from objects that cannot be seen may be anything. What is copied to them is not followed.
#include "analyzer/link/Places.h"
#include "analyzer/link/PointsToSolver.h"

namespace irqlint {

// The object that `place` is, or what stands for all those it may be; kNone if none is in view.
PointsTo::NodeIndex PointsTo::Solver::contentAt(const Scope& scope, ExprId place, bool isWritten) {
  place = wholeOf(scope.exprs, place);
  const Expr& expr = scope.exprs[place];
  if (expr.kind == ExprKind::Dereference) return contentBehind(scope, expr.lhs, isWritten);
  if (expr.kind != ExprKind::Field) return variable(scope, expr);
  const FieldIndex field = this->field(expr.record, expr.text);
  return field != kNone ? node(Kind::Member, field) : kNone;
}

// The same of what `pointer` points to.
PointsTo::NodeIndex PointsTo::Solver::contentBehind(const Scope& scope, ExprId pointer, bool isWritten) {
  const Expr& value = scope.exprs[pointer];
  if (value.kind == ExprKind::AddressOf) return contentAt(scope, value.lhs, isWritten);
  const NodeIndex through = this->pointer(scope, pointer);
  return through != kNone ? attached(through, kContent, isWritten) : kNone;
}

void PointsTo::Solver::addCopy(const Scope& scope, const AssignEvent& assigned, SourceLocation location) {
  if (!assigned.copiesRecord || !assigned.value) return;
  copyContent(contentAt(scope, assigned.value, false), contentAt(scope, assigned.place, true), location);
}

void PointsTo::Solver::copyContent(NodeIndex from, NodeIndex into, SourceLocation location) {
  const auto isUnseen = [&](NodeIndex object) {
    return object == kNone || nodes_[object].kind == Kind::Unseen || nodes_[object].kind == Kind::UserAddress;
  };
  if (from == into || isUnseen(into)) return;
  if (isUnseen(from)) return fillContent(into);
  if (!copies_.insert({from, into}).second) return;
  progress_[from].copiedInto.push_back(into);
  if (progress_[from].holdsUnseen) fillContent(into);
  for (std::size_t i = 0; i < progress_[from].fields.size(); ++i) {
    const FieldIndex field = progress_[from].fields[i];
    const NodeIndex cell = fieldCell(from, field);
    addEdge(cell, fieldCell(into, field), location);
  }
}

// Whatever is read of `object` may be anything.
void PointsTo::Solver::fillContent(NodeIndex object) {
  if (progress_[object].holdsUnseen) return;
  progress_[object].holdsUnseen = true;
  for (std::size_t i = 0; i < progress_[object].fields.size(); ++i) {
    include(fieldCell(object, progress_[object].fields[i]), kUnseenObject);
  }
  for (std::size_t i = 0; i < progress_[object].copiedInto.size(); ++i) fillContent(progress_[object].copiedInto[i]);
}

}  // namespace irqlint
