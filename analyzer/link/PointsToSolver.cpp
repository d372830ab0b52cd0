#include "analyzer/link/PointsToSolver.h"

#include <algorithm>
#include <utility>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/link/AllocatorWrappers.h"
#include "analyzer/link/Assumptions.h"
#include "analyzer/link/Places.h"
#include "analyzer/link/PointsToMerging.h"

namespace irqlint {

PointsTo::Solver::Solver(const Program& program, PointsTo& result)
    : program_(program), result_(result), nodes_(result.nodes_), wraps_(findAllocatorWrappers(program)) {
  node(Kind::Unseen, 0);
  include(0, kUnseenObject);
  result_.clones_.resize(program.functions.size());
  for (std::size_t i = 0; i < program.functions.size(); ++i) result_.instances_.push_back({FunctionRef(i), kNone, {}});
}

void PointsTo::Solver::run() {
  addGlobals();
  addBodies();
  for (const EntryPoint& entry : program_.entryPoints) addUnseenCaller(entry.function);
  Merging(*this).run();
  isSolving_ = true;
  solve();
  fillVariables();
  solve();
  fillMembers();
  solve();
}

// Nodes, variables, places

PointsTo::NodeIndex PointsTo::Solver::node(Kind kind, std::uint32_t a, std::uint32_t b) {
  const auto [entry, added] = result_.index_.try_emplace(keyOf(kind, a, b), static_cast<NodeIndex>(nodes_.size()));
  if (added) {
    nodes_.push_back({kind, a, b, {}});
    progress_.emplace_back();
  }
  return entry->second;
}

// The node of a variable or of the result of a call; kNone if `expr` is neither.
PointsTo::NodeIndex PointsTo::Solver::variable(const Scope& scope, const Expr& expr) {
  const auto number = static_cast<std::uint32_t>(expr.value);
  switch (expr.kind) {
    case ExprKind::Global: return node(Kind::Global, number);
    case ExprKind::Local: return node(Kind::Local, scope.instance, number);
    case ExprKind::Parameter: return node(Kind::Parameter, scope.instance, number);
    case ExprKind::CallResult: return node(Kind::Result, scope.instance, number);
    default: return kNone;
  }
}

PointsTo::FieldIndex PointsTo::Solver::field(StringId record, StringId member) {
  if (!record) return kNone;
  const std::pair<std::uint32_t, std::uint32_t> key(result_.plainRecord(record).index(), member.index());
  const auto [entry, added] = result_.fieldIndex_.try_emplace(key, static_cast<FieldIndex>(result_.fields_.size()));
  if (added) {
    result_.fields_.emplace_back(result_.plainRecord(record), member);
    const FieldIndex index = entry->second;
    addEdge(node(Kind::UnseenField, index), node(Kind::AnyField, index));
    const auto& [plain, name] = result_.fields_[index];
    const auto enters = [&](std::string_view role) {
      return llvm::any_of(program_.entryPoints, [&](const EntryPoint& point) { return point.roleName == role; });
    };
    if (program_.ddi().holdsUserAddress(program_.strings[plain], program_.strings[name], enters)) {
      include(node(Kind::UnseenField, index), ObjectId(node(Kind::UserAddress, 0)));
    }
    return index;
  }
  return entry->second;
}

PointsTo::NodeIndex PointsTo::Solver::fieldCell(NodeIndex object, FieldIndex field) {
  const std::size_t before = nodes_.size();
  const NodeIndex cell = node(Kind::Field, object, field);
  if (nodes_.size() > before) {
    addEdge(cell, node(Kind::AnyField, field));
    addEdge(node(Kind::UnseenField, field), cell);
    progress_[object].fields.push_back(field);
    if (progress_[object].holdsUnseen) include(cell, kUnseenObject);
    for (std::size_t i = 0; i < progress_[object].copiedInto.size(); ++i) {
      addEdge(cell, fieldCell(progress_[object].copiedInto[i], field));
    }
  }
  return cell;
}

// What member `field` of `object` holds, or `object` itself (kNone); kNone for what is written to no object in view.
PointsTo::NodeIndex PointsTo::Solver::cellOf(NodeIndex object, FieldIndex field, bool isWritten) {
  const Kind kind = nodes_[object].kind;
  const bool isUnseen = kind == Kind::Unseen || kind == Kind::UserAddress;
  if (field != kNone) {
    if (isUnseen) return node(isWritten ? Kind::UnseenField : Kind::AnyField, field);
    return fieldCell(object, field);
  }
  if (isUnseen) return isWritten ? kNone : NodeIndex(0);
  if (kind == Kind::Member) return node(isWritten ? Kind::UnseenField : Kind::AnyField, nodes_[object].a);
  return object;
}

// What holds the pointer that `place` is; kNone if no cell does.
PointsTo::NodeIndex PointsTo::Solver::place(const Scope& scope, ExprId place, bool isWritten) {
  place = wholeOf(scope.exprs, place);
  const Expr& expr = scope.exprs[place];
  if (expr.kind == ExprKind::Field) return member(scope, expr, isWritten);
  if (expr.kind != ExprKind::Dereference) return variable(scope, expr);
  const NodeIndex through = pointer(scope, expr.lhs);
  return through != kNone ? attached(through, kNone, isWritten) : kNone;
}

PointsTo::NodeIndex PointsTo::Solver::member(const Scope& scope, const Expr& member, bool isWritten) {
  const FieldIndex field = this->field(member.record, member.text);
  if (field == kNone) return kNone;
  node(Kind::Member, field);
  const Expr& base = scope.exprs[wholeOf(scope.exprs, member.lhs)];
  NodeIndex object = 0;
  if (base.kind == ExprKind::Dereference) {
    const NodeIndex through = pointer(scope, base.lhs);
    if (through != kNone) return attached(through, field, isWritten);
  } else if (base.kind == ExprKind::Field) {
    const FieldIndex outer = this->field(base.record, base.text);
    if (outer != kNone) object = node(Kind::Member, outer);
    this->member(scope, base, false);
  } else if (const NodeIndex named = variable(scope, base); named != kNone) {
    object = named;
  }
  return cellOf(object, field, isWritten);
}

// The cell whose objects `value` may point to; kNone if there is none.
PointsTo::NodeIndex PointsTo::Solver::pointer(const Scope& scope, ExprId value) {
  const Expr& expr = scope.exprs[value];
  switch (expr.kind) {
    case ExprKind::Container: {
      const FieldIndex field = this->field(expr.record, expr.text);
      return field != kNone ? node(Kind::Around, field) : kNone;
    }
    case ExprKind::AddressOf: {
      const Expr& place = scope.exprs[wholeOf(scope.exprs, expr.lhs)];
      return place.kind == ExprKind::Dereference ? pointer(scope, place.lhs) : kNone;
    }
    case ExprKind::Binary: return keepsAddress(expr.op) ? pointer(scope, expr.lhs) : kNone;
    default: return place(scope, value, false);
  }
}

PointsTo::NodeIndex PointsTo::Solver::attached(NodeIndex pointer, FieldIndex field, bool isWritten) {
  for (const Attached& known : progress_[pointer].attached) {
    if (known.field == field && known.isWritten == isWritten) return known.node;
  }
  const NodeIndex added = node(isWritten ? Kind::Written : Kind::Read, pointer, field);
  progress_[added].hasSource = true;
  progress_[pointer].attached.push_back({field, added, isWritten});
  return added;
}

void PointsTo::Solver::assign(const Scope& scope, NodeIndex into, ExprId value, SourceLocation location) {
  if (!value || into == kNone) return;
  const Expr& expr = scope.exprs[value];
  switch (expr.kind) {
    case ExprKind::Integer:
    case ExprKind::String:
    case ExprKind::Function: return;
    case ExprKind::AddressOf: return assignAddress(scope, into, expr.lhs, location);
    default: break;
  }
  const NodeIndex from = pointer(scope, value);
  if (from == kNone) {
    include(into, kUnseenObject);
  } else {
    addEdge(from, into, location);
  }
}

void PointsTo::Solver::assignAddress(const Scope& scope, NodeIndex into, ExprId place, SourceLocation location) {
  place = wholeOf(scope.exprs, place);
  const Expr& expr = scope.exprs[place];
  if (expr.kind == ExprKind::Dereference) return assign(scope, into, expr.lhs, location);
  NodeIndex object = 0;
  if (expr.kind == ExprKind::Field) {
    const FieldIndex field = this->field(expr.record, expr.text);
    if (field != kNone) object = node(Kind::Member, field);
  } else if (const NodeIndex named = variable(scope, expr); named != kNone) {
    object = named;
  }
  include(into, ObjectId(object));
}

// Solving

void PointsTo::Solver::enqueue(NodeIndex node) {
  if (progress_[node].queued) return;
  progress_[node].queued = true;
  queue_.push_back(node);
}

void PointsTo::Solver::include(NodeIndex into, ObjectId object) {
  Progress& progress = progress_[into];
  progress.hasSource = true;
  std::vector<ObjectId>& objects = nodes_[into].objects;
  const auto at = std::lower_bound(objects.begin(), objects.end(), object);
  if (at != objects.end() && *at == object) return;
  const bool wasFull = progress.isFull;
  progress.isFull = objects.size() >= kPointeesPerCell;
  if (progress.isFull) result_.lost_.insert(object.index());
  if (wasFull) return;
  const ObjectId added = progress.isFull ? kUnseenObject : object;
  if (added == kUnseenObject) {
    if (!objects.empty() && objects.front() == added) return;
    objects.insert(objects.begin(), added);
  } else {
    objects.insert(at, added);
  }
  progress.fresh.push_back(added);
  enqueue(into);
}

bool PointsTo::Solver::holdsUnseen(NodeIndex node) const {
  const std::vector<ObjectId>& objects = nodes_[node].objects;
  return !objects.empty() && objects.front() == kUnseenObject;
}

// Has what is read or written through a pointer read or written in `object`, to which it may point. One that may as
// well point to an object that cannot be seen reads and writes the member of all of them at once.
void PointsTo::Solver::connect(const Attached& use, ObjectId object, bool mayBeUnseen) {
  if (use.field == kContent) {
    const auto number = static_cast<NodeIndex>(object.index());
    return use.isWritten ? copyContent(use.node, number) : copyContent(number, use.node);
  }
  const NodeIndex cell = cellOf(static_cast<NodeIndex>(object.index()), use.field, use.isWritten);
  if (cell == kNone || (mayBeUnseen && use.field != kNone && object != kUnseenObject)) return;
  if (use.isWritten) {
    addEdge(use.node, cell);
  } else {
    addEdge(cell, use.node);
  }
}

void PointsTo::Solver::addEdge(NodeIndex from, NodeIndex into, SourceLocation location) {
  if (from == into || (isSolving_ && !edges_.insert({from, into}).second)) return;
  result_.edges_.push_back({from, into, location});
  progress_[into].hasSource = progress_[into].hasSource || nodes_[into].kind != Kind::Field;
  if (!isSolving_) return;
  progress_[from].includedIn.push_back(into);
  for (const ObjectId object : nodes_[from].objects) include(into, object);
}

// A variable that nothing is seen to be stored to was filled by somebody else.
void PointsTo::Solver::fillVariables() {
  for (NodeIndex at = 1; at < nodes_.size(); ++at) {
    const Kind kind = nodes_[at].kind;
    if (kind == Kind::Field || kind == Kind::AnyField || kind == Kind::UnseenField) continue;
    if (!progress_[at].hasSource && result_.representative(at) == at) include(at, kUnseenObject);
  }
}

// The same of a member, if nobody is seen to store to it in any object, or if foreign code knows the object.
void PointsTo::Solver::fillMembers() {
  llvm::DenseSet<NodeIndex> escaped;
  for (const NodeIndex pointer : escaping_) {
    for (const ObjectId object : result_.held(pointer)) escaped.insert(static_cast<NodeIndex>(object.index()));
  }
  for (NodeIndex at = 1; at < nodes_.size(); ++at) {
    if (!nodes_[at].objects.empty()) continue;
    const Kind kind = nodes_[at].kind;
    if (kind == Kind::Field && escaped.contains(nodes_[at].a)) include(at, kUnseenObject);
    if (kind == Kind::AnyField) include(node(Kind::UnseenField, nodes_[at].a), kUnseenObject);
  }
}

// Only what is fresh in a cell goes on: all that was there before has gone to everything that was there to take it, and
// whatever takes it later is given all of it at once.
void PointsTo::Solver::solve() {
  while (!queue_.empty()) {
    const NodeIndex at = queue_.back();
    queue_.pop_back();
    progress_[at].queued = false;
    const std::vector<ObjectId> fresh = std::exchange(progress_[at].fresh, {});
    for (const NodeIndex into : progress_[at].includedIn) {
      for (const ObjectId object : fresh) include(into, object);
    }
    const bool mayBeUnseen = holdsUnseen(at);
    for (std::size_t i = 0; i < progress_[at].attached.size(); ++i) {
      const Attached use = progress_[at].attached[i];
      for (const ObjectId object : fresh) connect(use, object, mayBeUnseen);
    }
  }
}

}  // namespace irqlint
