#include "analyzer/link/MemberFunctions.h"

#include <algorithm>
#include <iterator>
#include <set>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/link/Assumptions.h"
#include "analyzer/link/MemberValues.h"

namespace irqlint {
namespace {

using Functions = std::vector<FunctionRef>;

// True if `into` grew.
bool add(Functions& into, const Functions& functions) {
  Functions all;
  std::set_union(into.begin(), into.end(), functions.begin(), functions.end(), std::back_inserter(all));
  const bool grew = all.size() > into.size();
  into = std::move(all);
  return grew;
}

// The member that the pointer `value` is read from: an element of an array in it is the member itself.
ExprId memberOf(const ExprTable& exprs, ExprId value) {
  while (value) {
    const ExprKind kind = exprs[value].kind;
    if (kind == ExprKind::Field) return value;
    if (kind != ExprKind::Dereference && kind != ExprKind::Element && kind != ExprKind::AddressOf) break;
    value = exprs[value].lhs;
  }
  return {};
}

// True if a value of `kind` may be all of an object.
bool mayBeObject(ExprKind kind) {
  return kind == ExprKind::Global || kind == ExprKind::Local || kind == ExprKind::Parameter ||
         kind == ExprKind::Dereference || kind == ExprKind::Field || kind == ExprKind::Element ||
         kind == ExprKind::CallResult || kind == ExprKind::Unknown;
}

}  // namespace

class MemberFunctions::Search {
 public:
  Search(const Program& program, FunctionPointers& pointers, MemberFunctions& result)
      : program_(program), pointers_(pointers), result_(result), callers_(program.functions.size()) {}

  void run();

 private:
  // Member `member` of the object at `object`, or of the one that the pointer `object` points to, gets `value`.
  struct Store {
    FunctionRef function;
    ExprId object;
    bool isPointer = false;
    Expr member;
    ExprId value;  // none if it cannot be named in `function`
    Functions functions;
  };
  struct Copy {
    FunctionRef function;
    ExprId place;
    ExprId value;
  };

  const FunctionBody& bodyOf(FunctionRef function) const { return *program_[function].summary.body; }
  void read(FunctionRef function);
  void noteStore(FunctionRef function, const AssignEvent& assign);
  void settle(const Store& store, unsigned depth);
  void settleInCallers(const Store& store, unsigned depth);
  bool isGiven(FunctionRef function, ExprId value) const;
  bool isReplaced(const EventPlace& call, const Store& store) const;
  void hold(const std::vector<ObjectId>& objects, const Expr& member, const Functions& functions);
  std::vector<ObjectId> objectsAt(FunctionRef function, ExprId place) const {
    return result_.pointsTo_.objectsAt(function, bodyOf(function).exprs, place);
  }
  void copyObjects();
  void forgetUnseenCopies();

  const Program& program_;
  FunctionPointers& pointers_;
  MemberFunctions& result_;
  std::vector<Store> stores_;
  std::vector<Copy> copies_;
  std::vector<std::vector<EventPlace>> callers_;             // the calls of each function
  std::set<std::pair<FunctionRef, std::int64_t>> assigned_;  // parameters that their functions store to
};

void MemberFunctions::Search::run() {
  for (const Initialiser& part : program_.initialisers) {
    const ExprId member = memberOf(program_.globalExprs, part.place);
    if (!member) continue;
    const Expr& field = program_.globalExprs[member];
    hold(result_.pointsTo_.objectsAt({}, program_.globalExprs, field.lhs), field, pointers_.globalPointees(part.value));
  }
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    if (program_.functions[i].isDefined()) read(FunctionRef(i));
  }
  for (const Store& store : stores_) settle(store, 0);
  copyObjects();
  forgetUnseenCopies();
}

void MemberFunctions::Search::read(FunctionRef function) {
  const FunctionBody& body = bodyOf(function);
  for (std::size_t block = 0; block < body.blocks.size(); ++block) {
    for (std::size_t i = 0; i < body.blocks[block].events.size(); ++i) {
      const Event& event = body.blocks[block].events[i];
      if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
        noteStore(function, *assign);
      } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
        if (const auto store = storeBy(program_, body.exprs, *call)) noteStore(function, *store);
        for (const FunctionRef callee : program_.targets(function, call->id).functions) {
          callers_[callee.index()].push_back({function, block, i});
        }
      }
    }
  }
}

void MemberFunctions::Search::noteStore(FunctionRef function, const AssignEvent& assign) {
  const ExprTable& exprs = bodyOf(function).exprs;
  const Expr& place = exprs[assign.place];
  if (place.kind == ExprKind::Parameter) assigned_.insert({function, place.value});
  if (!assign.value) return;
  if (mayBeObject(exprs[assign.value].kind)) copies_.push_back({function, assign.place, assign.value});
  const ExprId member = memberOf(exprs, assign.place);
  if (!member) return;
  Functions functions = pointers_.pointees(function, assign.value);
  if (functions.empty()) return;
  ExprId object = exprs[member].lhs;
  const bool isPointer = exprs[object].kind == ExprKind::Dereference;
  if (isPointer) object = exprs[object].lhs;
  stores_.push_back({function, object, isPointer, exprs[member], assign.value, std::move(functions)});
}

// True if `value` is what the caller of `function` passed.
bool MemberFunctions::Search::isGiven(FunctionRef function, ExprId value) const {
  const Expr& expr = bodyOf(function).exprs[value];
  return expr.kind == ExprKind::Parameter && !assigned_.contains({function, expr.value});
}

void MemberFunctions::Search::settle(const Store& store, unsigned depth) {
  const std::vector<ObjectId> objects =
      store.isPointer ? result_.pointsTo_.pointees(store.function, bodyOf(store.function).exprs, store.object)
                      : objectsAt(store.function, store.object);
  const bool byCallers = store.isPointer && depth < kDeepestHelper && isGiven(store.function, store.object) &&
                         !callers_[store.function.index()].empty();
  if (!byCallers) {
    hold(objects, store.member, store.functions);
    return;
  }
  if (llvm::is_contained(objects, PointsTo::kUnseenObject)) {
    hold({PointsTo::kUnseenObject}, store.member, store.functions);
  }
  settleInCallers(store, depth);
}

void MemberFunctions::Search::settleInCallers(const Store& store, unsigned depth) {
  const ExprTable& theirs = bodyOf(store.function).exprs;
  const auto passed = [&](const CallEvent& call, ExprId parameter) {
    const auto index = static_cast<std::size_t>(theirs[parameter].value);
    return index < call.arguments.size() ? call.arguments[index] : ExprId();
  };
  for (const EventPlace& site : callers_[store.function.index()]) {
    const auto& call = std::get<CallEvent>(bodyOf(site.function).blocks[site.block].events[site.event].action);
    Store here = store;
    here.function = site.function;
    here.object = passed(call, store.object);
    if (!here.object) continue;
    if (store.value && isGiven(store.function, store.value)) {
      here.value = passed(call, store.value);
      if (here.value) here.functions = pointers_.pointees(site.function, here.value);
    } else {
      here.value = {};
    }
    if (!isReplaced(site, here)) settle(here, depth + 1);
  }
}

// True if what the call at `call` stores is stored over before anything can use it.
bool MemberFunctions::Search::isReplaced(const EventPlace& call, const Store& store) const {
  const FunctionBody& body = bodyOf(call.function);
  const std::vector<Event>& events = body.blocks[call.block].events;
  for (std::size_t i = call.event + 1; i < events.size(); ++i) {
    if (std::holds_alternative<CallEvent>(events[i].action)) return false;
    const auto* assign = std::get_if<AssignEvent>(&events[i].action);
    if (assign == nullptr) continue;
    const Expr& place = body.exprs[assign->place];
    if (place.kind != ExprKind::Field || place.text != store.member.text) continue;
    const Expr& object = body.exprs[store.object];
    const Expr& base = body.exprs[place.lhs];
    if (object.kind == ExprKind::AddressOf ? object.lhs == place.lhs
                                           : base.kind == ExprKind::Dereference && base.lhs == store.object) {
      return true;
    }
  }
  return false;
}

void MemberFunctions::Search::hold(const std::vector<ObjectId>& objects, const Expr& member,
                                   const Functions& functions) {
  if (functions.empty()) return;
  const auto key = result_.keyOf(member);
  if (objects.empty()) add(result_.unseen_[key], functions);
  for (const ObjectId object : objects) {
    add(object == PointsTo::kUnseenObject ? result_.unseen_[key] : result_.objects_[object][key], functions);
  }
}

// An object that is assigned as a whole holds what the other one does.
void MemberFunctions::Search::copyObjects() {
  auto& known = result_.objects_;
  for (bool changed = true; changed;) {
    changed = false;
    for (const Copy& copy : copies_) {
      for (const ObjectId from : objectsAt(copy.function, copy.value)) {
        const auto source = known.find(from);
        if (source == known.end()) continue;
        const Members members = source->second;
        for (const ObjectId into : objectsAt(copy.function, copy.place)) {
          Members& held = into == PointsTo::kUnseenObject ? result_.unseen_ : known[into];
          for (const auto& [member, functions] : members) changed |= add(held[member], functions);
        }
      }
    }
  }
}

// Nothing is known of an object that is assigned from one of which nothing is known.
void MemberFunctions::Search::forgetUnseenCopies() {
  std::vector<ObjectId> unknown;
  for (const Copy& copy : copies_) {
    const std::vector<ObjectId> from = objectsAt(copy.function, copy.value);
    if (!from.empty() && llvm::all_of(from, [&](ObjectId object) { return result_.objects_.contains(object); }))
      continue;
    for (const ObjectId into : objectsAt(copy.function, copy.place)) unknown.push_back(into);
  }
  for (const ObjectId object : unknown) result_.objects_.erase(object);
}

MemberFunctions::MemberFunctions(const Program& program, FunctionPointers& pointers) : pointsTo_(program) {
  Search(program, pointers, *this).run();
  for (const auto& [object, members] : objects_) {
    for (const auto& [member, functions] : members) named_.insert(member);
  }
}

std::vector<FunctionRef> MemberFunctions::heldBy(FunctionRef function, const ExprTable& exprs, ExprId place) const {
  const ExprId member = memberOf(exprs, place);
  if (!member || !exprs[member].record) return {};
  const Expr& field = exprs[member];
  if (!named_.contains(keyOf(field))) return {};
  Functions held;
  for (const ObjectId object : pointsTo_.objectsAt(function, exprs, field.lhs)) {
    const auto members = objects_.find(object);
    if (object == PointsTo::kUnseenObject || members == objects_.end()) return {};
    const auto functions = members->second.find(keyOf(field));
    if (functions != members->second.end()) add(held, functions->second);
  }
  if (const auto functions = unseen_.find(keyOf(field)); !held.empty() && functions != unseen_.end()) {
    add(held, functions->second);
  }
  return held;
}

}  // namespace irqlint
