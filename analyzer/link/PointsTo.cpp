#include "analyzer/link/PointsTo.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <string_view>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/link/Places.h"
#include "analyzer/link/PointsToSolver.h"

namespace irqlint {
namespace {

std::vector<StringId> withoutUnderscores(const StringTable& strings) {
  std::vector<StringId> plain(strings.all().size());
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const std::string_view name = strings.all()[i];
    const std::size_t start = name.find_first_not_of('_');
    if (start != 0 && start != std::string_view::npos) plain[i] = strings.find(name.substr(start));
    if (!plain[i]) plain[i] = StringId(i);
  }
  return plain;
}

}  // namespace

PointsTo::PointsTo(const Program& program) : plainRecords_(withoutUnderscores(program.strings)) {
  Solver(program, *this).run();
}

PointsTo::NodeIndex PointsTo::find(Kind kind, std::uint32_t a, std::uint32_t b) const {
  const auto found = index_.find(keyOf(kind, a, b));
  return found != index_.end() ? found->second : kNone;
}

PointsTo::FieldIndex PointsTo::findField(const Expr& member) const {
  if (!member.record) return kNone;
  const auto found = fieldIndex_.find({plainRecord(member.record).index(), member.text.index()});
  return found != fieldIndex_.end() ? found->second : kNone;
}

PointsTo::NodeIndex PointsTo::variable(InstanceIndex instance, const Expr& expr) const {
  const auto number = static_cast<std::uint32_t>(expr.value);
  switch (expr.kind) {
    case ExprKind::Global: return find(Kind::Global, number);
    case ExprKind::Local: return find(Kind::Local, instance, number);
    case ExprKind::Parameter: return find(Kind::Parameter, instance, number);
    case ExprKind::CallResult: return find(Kind::Result, instance, number);
    default: return kNone;
  }
}

// The cell whose objects the pointer `value`, which is no address of a variable, may lead to; kNone if there is none.
PointsTo::NodeIndex PointsTo::cell(InstanceIndex instance, const ExprTable& exprs, ExprId value) const {
  value = wholeOf(exprs, value);
  const Expr& expr = exprs[value];
  switch (expr.kind) {
    case ExprKind::Binary: return keepsAddress(expr.op) ? cell(instance, exprs, expr.lhs) : kNone;
    case ExprKind::AddressOf: {
      const Expr& place = exprs[wholeOf(exprs, expr.lhs)];
      return place.kind == ExprKind::Dereference ? cell(instance, exprs, place.lhs) : kNone;
    }
    case ExprKind::Container: {
      const FieldIndex field = findField(expr);
      return field != kNone ? find(Kind::Around, field) : kNone;
    }
    case ExprKind::Dereference: {
      const NodeIndex through = cell(instance, exprs, expr.lhs);
      return through != kNone ? find(Kind::Read, through, kNone) : kNone;
    }
    case ExprKind::Field: {
      const FieldIndex field = findField(expr);
      if (field == kNone) return kNone;
      const Expr& base = exprs[wholeOf(exprs, expr.lhs)];
      NodeIndex object = kNone;
      if (base.kind == ExprKind::Dereference) {
        const NodeIndex through = cell(instance, exprs, base.lhs);
        return through != kNone ? find(Kind::Read, through, field) : kNone;
      }
      if (base.kind == ExprKind::Field) {
        const FieldIndex outer = findField(base);
        if (outer != kNone) object = find(Kind::Member, outer);
      } else {
        object = variable(instance, base);
      }
      return object != kNone ? find(Kind::Field, object, field) : kNone;
    }
    default: return variable(instance, expr);
  }
}

std::vector<ObjectId> PointsTo::pointees(FunctionRef function, const ExprTable& exprs, ExprId pointer) const {
  return inAnyInstance(function, [&](InstanceIndex instance) {
    std::vector<ObjectId> here = pointeesIn(instance, exprs, pointer);
    if (here.empty()) here = {kUnseenObject};
    return here;
  });
}

std::vector<ObjectId> PointsTo::objectsAt(FunctionRef function, const ExprTable& exprs, ExprId place) const {
  return inAnyInstance(function, [&](InstanceIndex instance) { return objectsIn(instance, exprs, place); });
}

template <typename Find>
std::vector<ObjectId> PointsTo::inAnyInstance(FunctionRef function, Find find) const {
  std::vector<ObjectId> all;
  std::vector<ObjectId> last;
  forEachInstance(function, [&](InstanceIndex instance) {
    std::vector<ObjectId> here = find(instance);
    if (here == last) return;  // as in most of them
    llvm::append_range(all, here);
    last = std::move(here);
  });
  if (all.size() == last.size()) return all;
  llvm::sort(all);
  all.erase(llvm::unique(all), all.end());
  return all;
}

std::vector<ObjectId> PointsTo::pointeesIn(InstanceIndex instance, const ExprTable& exprs, ExprId pointer) const {
  const Expr& expr = exprs[pointer];
  if (expr.kind == ExprKind::AddressOf) return objectsIn(instance, exprs, expr.lhs);
  const NodeIndex found = cell(instance, exprs, pointer);
  return found != kNone ? held(found) : std::vector{kUnseenObject};
}

std::vector<ObjectId> PointsTo::objectsIn(InstanceIndex instance, const ExprTable& exprs, ExprId place) const {
  place = wholeOf(exprs, place);
  const Expr& expr = exprs[place];
  if (expr.kind == ExprKind::Dereference) return pointeesIn(instance, exprs, expr.lhs);
  NodeIndex object = kNone;
  if (expr.kind == ExprKind::Field) {
    const FieldIndex field = findField(expr);
    if (field != kNone) object = find(Kind::Member, field);
  } else {
    object = variable(instance, expr);
  }
  return {object != kNone ? ObjectId(object) : kUnseenObject};
}

Object PointsTo::object(ObjectId id) const {
  const Node& node = nodes_[id.index()];
  Object object;
  switch (node.kind) {
    case Kind::UserAddress: object.kind = ObjectKind::UserAddress; break;
    case Kind::Global:
      object.kind = ObjectKind::Global;
      object.global = GlobalRef(node.a);
      break;
    case Kind::Local:
    case Kind::Parameter:
    case Kind::Result:
      object.kind = node.kind == Kind::Parameter ? ObjectKind::Parameter : ObjectKind::Local;
      object.function = instances_[node.a].function;
      object.number = node.b;
      break;
    case Kind::Member:
      object.kind = ObjectKind::Member;
      std::tie(object.record, object.member) = fields_[node.a];
      break;
    case Kind::Allocation: {
      object.kind = ObjectKind::Allocation;
      CallId call(node.b);
      for (InstanceIndex at = node.a; at != kNone; at = instances_[at].caller) {
        object.made.push_back({instances_[at].function, call});
        call = instances_[at].call;
      }
      break;
    }
    default: break;
  }
  return object;
}

std::vector<ObjectId> PointsTo::objectsOf(ObjectKind kind) const {
  std::vector<ObjectId> found;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const Kind here = nodes_[i].kind;
    const bool isObject = here == Kind::UserAddress || here == Kind::Global || here == Kind::Local ||
                          here == Kind::Parameter || here == Kind::Member || here == Kind::Allocation;
    if (isObject && object(ObjectId(i)).kind == kind) found.push_back(ObjectId(i));
  }
  return found;
}

std::vector<ObjectId> PointsTo::heldIn(ObjectId object) const {
  if (fieldsOf_.empty()) {
    for (NodeIndex at = 0; at < nodes_.size(); ++at) {
      if (nodes_[at].kind == Kind::Field) fieldsOf_[nodes_[at].a].push_back(at);
    }
  }
  const auto number = static_cast<NodeIndex>(object.index());
  std::vector<ObjectId> all = held(number);
  const auto fields = fieldsOf_.find(number);
  if (fields == fieldsOf_.end()) return all;
  for (const NodeIndex field : fields->second) llvm::append_range(all, held(field));
  llvm::sort(all);
  all.erase(llvm::unique(all), all.end());
  return all;
}

std::vector<ObjectId> PointsTo::around(ObjectId member) const {
  const NodeIndex cell = find(Kind::Around, nodes_[member.index()].a);
  if (cell == kNone || held(cell).empty()) return {kUnseenObject};
  return held(cell);
}

}  // namespace irqlint
