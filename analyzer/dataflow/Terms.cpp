#include "analyzer/dataflow/Terms.h"

#include <algorithm>

namespace irqlint {
namespace {

// Larger terms are not built: a callee's place in terms of its caller's caller's ... grows with every call.
constexpr std::size_t kTermSize = 64;

}  // namespace

Terms::Terms(const FunctionBody& body) : exprs_(body.exprs) {
  for (std::size_t term = 0; term < exprs_.size(); ++term) noteShape(term);
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      const auto* assign = std::get_if<AssignEvent>(&event.action);
      if (assign != nullptr && exprs_[assign->place].kind == ExprKind::Parameter) assigned_.push_back(assign->place);
    }
  }
}

ExprId Terms::add(const Expr& expr) {
  const ExprId term = exprs_.add(expr);
  if (term.index() == shapes_.size()) noteShape(term.index());
  return term;
}

void Terms::noteShape(std::size_t term) {
  const Expr& expr = exprs_[ExprId(term)];
  Shape shape;
  if (expr.kind == ExprKind::Local || expr.kind == ExprKind::CallResult) {
    shape.local = ExprId(term);
  } else {
    const ExprId left = expr.lhs ? shapes_[expr.lhs.index()].local : ExprId();
    const ExprId right = expr.rhs ? shapes_[expr.rhs.index()].local : ExprId();
    shape.local = !left ? right : !right || left == right ? left : kSeveral;
  }
  std::uint64_t size = 1;
  for (const ExprId operand : {expr.lhs, expr.rhs}) size += operand ? sizeOf(operand) : 0;
  shape.size = static_cast<std::uint32_t>(std::min<std::uint64_t>(size, UINT32_MAX));
  shape.isVisible = isVisible(expr);
  shape.parts = bitOf(static_cast<std::uint32_t>(term));
  shape.isPointeesMember = expr.kind == ExprKind::Field && !isDirect(ExprId(term));
  if (shape.isPointeesMember) shape.members = bitOf(expr.text.index());
  for (const ExprId operand : {expr.lhs, expr.rhs}) {
    if (!operand) continue;
    shape.parts |= shapes_[operand.index()].parts;
    shape.members |= shapes_[operand.index()].members;
  }
  shapes_.push_back(shape);
}

bool Terms::isVisible(const Expr& expr) const {
  switch (expr.kind) {
    case ExprKind::Unknown:
    case ExprKind::Local:
    case ExprKind::CallResult:
    case ExprKind::Parameter: return false;  // a parameter is the callee's own copy
    case ExprKind::Dereference: return exprs_[expr.lhs].kind == ExprKind::Parameter || isVisibleToCallers(expr.lhs);
    case ExprKind::Unary:
      if (isSavedLevel(expr) && exprs_[expr.lhs].kind == ExprKind::Parameter) return true;
      break;
    default: break;
  }
  return (!expr.lhs || isVisibleToCallers(expr.lhs)) && (!expr.rhs || isVisibleToCallers(expr.rhs));
}

bool Terms::isNameableByCallers(ExprId term) const {
  const Expr& expr = exprs_[term];
  switch (expr.kind) {
    case ExprKind::Parameter: return true;
    case ExprKind::Unknown:
    case ExprKind::Local:
    case ExprKind::CallResult: return false;
    default: return (!expr.lhs || isNameableByCallers(expr.lhs)) && (!expr.rhs || isNameableByCallers(expr.rhs));
  }
}

bool Terms::areOfDistinctParameters(ExprId a, ExprId b) const {
  const auto parameterOf = [&](ExprId member) {
    const Expr& field = exprs_[member];
    if (field.kind != ExprKind::Field || exprs_[field.lhs].kind != ExprKind::Dereference) return ExprId();
    const ExprId pointer = exprs_[field.lhs].lhs;
    return exprs_[pointer].kind == ExprKind::Parameter ? pointer : ExprId();
  };
  const ExprId first = parameterOf(a);
  const ExprId second = parameterOf(b);
  return first && second && first != second;
}

ExprId Terms::dereference(ExprId pointer) {
  if (exprs_[pointer].kind == ExprKind::AddressOf) return exprs_[pointer].lhs;
  return add({.kind = ExprKind::Dereference, .lhs = pointer});
}

ExprId Terms::member(ExprId place, StringId name) { return add({.kind = ExprKind::Field, .lhs = place, .text = name}); }

ExprId Terms::follow(ExprId root, std::span<const std::string> path, const StringTable& strings) {
  ExprId term = root;
  for (const std::string& step : path) {
    if (!term) return {};
    if (step == "*") {
      term = dereference(term);
      continue;
    }
    const StringId name = strings.find(step.substr(step.find_first_not_of("->.")));
    if (!name) return {};
    term = member(step.starts_with("->") ? dereference(term) : term, name);
  }
  return term;
}

ExprId Terms::dynamicTypeOf(const CallEvent& call, const StringTable& strings) {
  if (!call.isVirtual || call.arguments.empty() || !call.arguments.front()) return {};
  const StringId name = strings.find(kDynamicTypeName);
  return name ? member(dereference(call.arguments.front()), name) : ExprId();
}

ExprId Terms::savedLevelOf(ExprId lock) { return add({.kind = ExprKind::Unary, .op = Operator::None, .lhs = lock}); }

ExprId Terms::rebuild(const Expr& expr) {
  if (expr.kind == ExprKind::Dereference) return dereference(expr.lhs);
  if (expr.kind == ExprKind::AddressOf && exprs_[expr.lhs].kind == ExprKind::Dereference) return exprs_[expr.lhs].lhs;
  if (expr.kind == ExprKind::Container && exprs_[expr.lhs].kind == ExprKind::AddressOf) {
    const Expr member = exprs_[exprs_[expr.lhs].lhs];  // a copy: the table grows
    const bool isAround = member.kind == ExprKind::Field && member.record == expr.record && member.text == expr.text;
    if (isAround) return rebuild({.kind = ExprKind::AddressOf, .lhs = member.lhs});
  }
  return add(expr);
}

ExprId Translation::operator()(ExprId term) {
  const auto known = known_.find(term.index());
  if (known != known_.end()) return known->second;
  const ExprId here = translate(term);
  known_[term.index()] = here;
  return here;
}

ExprId Translation::translate(ExprId term) {
  Expr expr = callee_[term];  // a copy: in a recursion the tables are the same, and growing
  switch (expr.kind) {
    case ExprKind::Unknown:
    case ExprKind::Local:
    case ExprKind::CallResult: return {};
    case ExprKind::Parameter: {
      const auto index = static_cast<std::size_t>(expr.value);
      if (index >= arguments_.size() || !arguments_[index]) return {};
      return caller_[arguments_[index]].kind == ExprKind::Unknown ? ExprId() : arguments_[index];
    }
    default: break;
  }
  for (ExprId* operand : {&expr.lhs, &expr.rhs}) {
    if (!*operand) continue;
    *operand = (*this)(*operand);
    if (!*operand || caller_.sizeOf(*operand) > kTermSize) return {};
  }
  return caller_.rebuild(expr);
}

ExprId Translation::partOf(ExprId object, ExprId result, ExprId term) {
  if (term == object) return result;
  Expr expr = callee_[term];
  if (expr.kind != ExprKind::Field && expr.kind != ExprKind::Element && expr.kind != ExprKind::AddressOf) {
    return (*this)(term);
  }
  expr.lhs = partOf(object, result, expr.lhs);
  if (expr.rhs) expr.rhs = (*this)(expr.rhs);
  if (!expr.lhs || (expr.kind == ExprKind::Element && !expr.rhs)) return {};
  return caller_.rebuild(expr);
}

ExprId Terms::withObject(ExprId term, ExprId object) {
  Expr expr = exprs_[term];
  expr.lhs = object;
  return rebuild(expr);
}

ExprId Terms::substitute(ExprId term, ExprId from, ExprId to) {
  if (term == from) return to;
  if (!contains(term, from)) return term;
  Expr expr = exprs_[term];  // a copy: the table grows
  if (expr.lhs) expr.lhs = substitute(expr.lhs, from, to);
  if (expr.rhs) expr.rhs = substitute(expr.rhs, from, to);
  return rebuild(expr);
}

bool Terms::findPart(ExprId whole, ExprId part) const {
  if (whole == part) return true;
  // Operands come before what uses them.
  if (whole < part) return false;
  const Expr& expr = exprs_[whole];
  return (expr.lhs && contains(expr.lhs, part)) || (expr.rhs && contains(expr.rhs, part));
}

bool Terms::findMember(ExprId whole, const Expr& member) const {
  const Expr& expr = exprs_[whole];
  if (expr.kind == ExprKind::Field && expr.text == member.text && expr.record == member.record && !isDirect(whole)) {
    return true;
  }
  return (expr.lhs && containsMember(expr.lhs, member)) || (expr.rhs && containsMember(expr.rhs, member));
}

ExprId Terms::pointeesMember(ExprId place) const {
  while (exprs_[place].kind == ExprKind::Element) place = exprs_[place].lhs;
  return isPointeesMember(place) ? place : ExprId();
}

bool Terms::readsMember(ExprId term, llvm::function_ref<bool(const Expr&)> reads) const {
  if (shapes_[term.index()].members == 0) return false;
  const Expr& expr = exprs_[term];
  if (isPointeesMember(term) && reads(expr)) return true;
  return (expr.lhs && readsMember(expr.lhs, reads)) || (expr.rhs && readsMember(expr.rhs, reads));
}

bool Terms::isReadFrom(ExprId pointer, llvm::function_ref<bool(ExprId)> reads) const {
  if (exprs_[pointer].kind != ExprKind::AddressOf) return reads(pointer);
  // Of a place, what points to its object and the indices are read, not what lies there.
  ExprId place = exprs_[pointer].lhs;
  for (;;) {
    const Expr& expr = exprs_[place];
    if (expr.kind == ExprKind::Element && expr.rhs && reads(expr.rhs)) return true;
    if (expr.kind == ExprKind::Dereference) return reads(expr.lhs);
    if (expr.kind != ExprKind::Field && expr.kind != ExprKind::Element) return false;
    place = expr.lhs;
  }
}

bool Terms::isPlace(ExprId term) const {
  const Expr& expr = exprs_[term];
  switch (expr.kind) {
    case ExprKind::Parameter:
    case ExprKind::Local:
    case ExprKind::Global:
    case ExprKind::CallResult: return true;
    case ExprKind::Field:
    case ExprKind::Dereference: return isPlace(expr.lhs);
    case ExprKind::Element: return isPlace(expr.lhs) && expr.rhs && exprs_[expr.rhs].kind == ExprKind::Integer;
    default: return false;
  }
}

bool Terms::isDirect(ExprId place) const {
  const Expr& expr = exprs_[place];
  if (expr.kind == ExprKind::Field || expr.kind == ExprKind::Element) return isDirect(expr.lhs);
  return expr.kind == ExprKind::Local || expr.kind == ExprKind::Parameter || expr.kind == ExprKind::CallResult;
}

void collectPlaces(const ExprTable& exprs, ExprId expr, std::vector<ExprId>& places) {
  if (!expr) return;
  const Expr& top = exprs[expr];
  switch (top.kind) {
    case ExprKind::Parameter:
    case ExprKind::Global:
    case ExprKind::Field:
    case ExprKind::Dereference:
    case ExprKind::Element:
      if (std::find(places.begin(), places.end(), expr) == places.end()) places.push_back(expr);
      return;
    default: collectPlaces(exprs, top.lhs, places); collectPlaces(exprs, top.rhs, places);
  }
}

}  // namespace irqlint
