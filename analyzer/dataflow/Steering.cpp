#include "analyzer/dataflow/Steering.h"

#include <algorithm>

#include "analyzer/link/Assumptions.h"

namespace irqlint {
namespace {

// Parameters themselves count as well as what a caller can name through them.
bool isSteering(const Terms& terms, ExprId term) {
  const Expr& expr = terms[term];
  if (expr.kind == ExprKind::Parameter || expr.kind == ExprKind::Global) return true;
  if (terms.isVisibleToCallers(term)) return true;
  return (expr.kind == ExprKind::Field || expr.kind == ExprKind::Element) && isSteering(terms, expr.lhs);
}

// Flags & MASK: of a set of flags often a single one is known. this != &other: of two objects often only that they are
// not the same.
void collectRelations(const Terms& terms, ExprId expr, std::vector<ExprId>& relations) {
  if (!expr) return;
  const Expr& top = terms[expr];
  if (top.kind != ExprKind::Unary && top.kind != ExprKind::Binary) return;
  const auto isParameter = [&](ExprId side) { return side && terms[side].kind == ExprKind::Parameter; };
  const bool isMasked =
      top.op == Operator::BitAnd && terms[top.rhs].kind == ExprKind::Integer && isSteering(terms, top.lhs);
  const bool isComparison = top.op == Operator::Equal || top.op == Operator::NotEqual;
  if (isMasked || (isComparison && isParameter(top.lhs) && isParameter(top.rhs))) relations.push_back(expr);
  collectRelations(terms, top.lhs, relations);
  collectRelations(terms, top.rhs, relations);
}

void addSteering(const Terms& terms, ExprId expr, std::vector<ExprId>& found) {
  if (!expr) return;
  std::vector<ExprId> places;
  collectPlaces(terms.table(), expr, places);
  for (const ExprId place : places) {
    if (found.size() >= kSteeringValues) return;
    if (isSteering(terms, place) && std::find(found.begin(), found.end(), place) == found.end()) found.push_back(place);
  }
  std::vector<ExprId> relations;
  collectRelations(terms, expr, relations);
  for (const ExprId term : relations) {
    if (found.size() < kSteeringValues && std::find(found.begin(), found.end(), term) == found.end()) {
      found.push_back(term);
    }
  }
}

}  // namespace

Steering::Steering(const Program& program)
    : program_(program),
      terms_(program.functions.size()),
      steering_(program.functions.size()),
      visited_(program.functions.size(), false) {}

Terms& Steering::terms(FunctionRef function) {
  std::unique_ptr<Terms>& terms = terms_[function.index()];
  if (!terms) terms = std::make_unique<Terms>(*program_[function].summary.body);
  return *terms;
}

const std::vector<ExprId>& Steering::of(FunctionRef function) {
  if (!visited_[function.index()]) {
    // Set first: a recursion sees the values of its outer round only.
    visited_[function.index()] = true;
    collect(function);
  }
  return steering_[function.index()];
}

void Steering::collect(FunctionRef function) {
  std::vector<ExprId> found;
  const FunctionBody& body = *program_[function].summary.body;
  for (const BasicBlock& block : body.blocks) {
    addSteering(terms(function), block.terminator.condition, found);
    for (const Event& event : block.events) {
      if (const auto* call = std::get_if<CallEvent>(&event.action)) {
        collectCall(function, *call, found);
      } else if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
        if (body.exprs[assign->place].kind == ExprKind::Local) addSteering(terms(function), assign->value, found);
      } else if (const auto* macro = std::get_if<MacroEvent>(&event.action)) {
        const Contract* contract = program_.ddi().contract(program_.strings[macro->name]);
        if (contract != nullptr && contract->needsNotedLevel) {
          collectContract(function, *contract, macro->argumentValues, found);
        }
      } else if (const auto* assume = std::get_if<AssumeEvent>(&event.action)) {
        addSteering(terms(function), assume->condition, found);
      }
    }
  }
  steering_[function.index()] = std::move(found);
}

void Steering::collectCall(FunctionRef function, const CallEvent& call, std::vector<ExprId>& found) {
  addSteering(terms(function), call.target, found);
  if (const ExprId type = terms(function).dynamicTypeOf(call, program_.strings))
    addSteering(terms(function), type, found);
  for (const FunctionRef callee : program_.targets(function, call.id).functions) {
    const Function& target = program_[callee];
    if (target.contract != nullptr) collectContract(function, *target.contract, call.arguments, found);
    if (!target.isDefined() || (target.contract != nullptr && !target.contractIsDeclared)) continue;
    const std::vector<ExprId> theirs = of(callee);
    Translation translated(terms(function), terms(callee).table(), call.arguments);
    for (const ExprId steering : theirs) {
      const ExprId here = translated(steering);
      if (!here) continue;
      const bool isSavedLevel = Terms::isSavedLevel(terms(function)[here]);
      if (!isSavedLevel) {
        addSteering(terms(function), here, found);
      } else if (found.size() < kSteeringValues && terms(function).isVisibleToCallers(here) &&
                 std::find(found.begin(), found.end(), here) == found.end()) {
        found.push_back(here);
      }
    }
  }
}

const std::vector<ConditionOperand>& Steering::operands(const ContractCondition& condition) {
  const auto [entry, added] = operands_.try_emplace(&condition);
  if (added) {
    const auto parsed = Condition::parse(condition.when);
    if (parsed) entry->second = parsed->operands();
  }
  return entry->second;
}

void Steering::collectContract(FunctionRef function, const Contract& contract, std::span<const ExprId> arguments,
                               std::vector<ExprId>& found) {
  Terms& here = terms(function);
  const auto argument = [&](std::uint32_t index) { return index < arguments.size() ? arguments[index] : ExprId(); };
  for (const auto& place : {contract.terms.restores, contract.terms.saves, contract.needsNotedLevel}) {
    if (!place || place->kind == LevelPlace::Kind::Return) continue;
    const ExprId value = argument(place->parameter);
    if (!value) continue;
    if (place->kind != LevelPlace::Kind::Lock) {
      addSteering(here, value, found);
    } else if (const ExprId saved = here.savedLevelOf(value);
               here.isVisibleToCallers(saved) && found.size() < kSteeringValues &&
               std::find(found.begin(), found.end(), saved) == found.end()) {
      found.push_back(saved);
    }
  }
  for (const auto& level : {contract.terms.raises, contract.terms.lowers}) {
    if (level && level->value.index() == 1) addSteering(here, argument(std::get<1>(level->value)), found);
  }
  for (const ContractCondition& condition : contract.conditions) {
    for (const ConditionOperand& operand : operands(condition)) {
      const auto parameter = std::find(contract.parameters.begin(), contract.parameters.end(), operand.root);
      if (parameter == contract.parameters.end()) continue;
      ExprId value = argument(static_cast<std::uint32_t>(parameter - contract.parameters.begin()));
      addSteering(here, value, found);
      value = here.follow(value, operand.path, program_.strings);
      if (value && !operand.path.empty()) addSteering(here, value, found);
    }
  }
}

}  // namespace irqlint
