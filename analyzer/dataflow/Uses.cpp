#include "analyzer/dataflow/Uses.h"

#include <algorithm>
#include <utility>

#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

void merge(llvm::SmallVector<std::uint32_t, 1>& into, const llvm::SmallVector<std::uint32_t, 1>& more) {
  for (const std::uint32_t one : more) {
    if (!llvm::is_contained(into, one)) into.push_back(one);
  }
}

// True if the value is a truth: an address that is compared goes nowhere.
bool isTruth(const Expr& expr) {
  switch (expr.op) {
    case Operator::Not:
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::Less:
    case Operator::LessEqual:
    case Operator::Greater:
    case Operator::GreaterEqual:
    case Operator::And:
    case Operator::Or: return true;
    default: return false;
  }
}

// The global that the place `place` is or is part of, if it is reached through no pointer.
std::optional<std::uint32_t> globalOf(const ExprTable& exprs, ExprId place) {
  while (place) {
    const Expr& expr = exprs[place];
    if (expr.kind == ExprKind::Global) return static_cast<std::uint32_t>(expr.value);
    if (expr.kind != ExprKind::Field && expr.kind != ExprKind::Element) break;
    place = expr.lhs;
  }
  return std::nullopt;
}

std::string quoted(const std::string& name) { return "'" + name + "'"; }

}  // namespace

Uses::Uses(const Program& program)
    : program_(program),
      knownTargets_(program.functions.size(), false),
      functions_(program.functions.size()),
      globals_(program.globals.size()),
      kernelObjects_(program.globals.size()),
      uses_(program.globals.size()) {
  findKnownTargets();
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionSummary& summary = program.functions[i].summary;
    if (summary.body && !summary.isForeign) scan(FunctionRef(i));
  }
  const Named named = namesIn(program.globalExprs);
  for (const Initialiser& part : program.initialisers) {
    const auto holder = globalOf(program.globalExprs, part.place);
    const std::string where = holder ? quoted(program.globals[*holder].name) : std::string("a global");
    scanValue(named, part.value, part.location, "is stored in " + where);
  }
}

void Uses::findKnownTargets() {
  for (const EntryPoint& entry : program_.entryPoints) {
    if (entry.role != nullptr) knownTargets_[entry.function.index()] = true;
  }
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    const auto& body = program_.functions[i].summary.body;
    if (!body) continue;
    const FunctionRef caller(i);
    for (const BasicBlock& block : body->blocks) {
      for (const Event& event : block.events) {
        const auto* call = std::get_if<CallEvent>(&event.action);
        if (call == nullptr) continue;
        for (const SynchronousCallback* callback : program_.synchronousCallbacks(caller, call->id)) {
          for (const FunctionRef function : callback->functions) knownTargets_[function.index()] = true;
        }
        if (call->callee && !call->isVirtual) continue;
        for (const FunctionRef function : program_.targets(caller, call->id).functions) {
          knownTargets_[function.index()] = true;
        }
      }
    }
  }
}

// Operands come before what uses them, so one pass is enough.
Uses::Named Uses::namesIn(const ExprTable& exprs) {
  Named named;
  named.globals.resize(exprs.size());
  named.addresses.resize(exprs.size());
  named.functions.resize(exprs.size());
  for (std::size_t i = 0; i < exprs.size(); ++i) {
    const Expr& expr = exprs[ExprId(i)];
    if (expr.kind == ExprKind::Global) named.globals[i].push_back(static_cast<std::uint32_t>(expr.value));
    if (expr.kind == ExprKind::Function) named.functions[i].push_back(static_cast<std::uint32_t>(expr.value));
    const bool passesOn = expr.kind == ExprKind::AddressOf || expr.kind == ExprKind::Unary ||
                          (expr.kind == ExprKind::Binary && !isTruth(expr));
    for (const ExprId operand : {expr.lhs, expr.rhs}) {
      if (!operand) continue;
      merge(named.globals[i], named.globals[operand.index()]);
      if (!passesOn || isTruth(expr)) continue;
      merge(named.addresses[i], named.addresses[operand.index()]);
      merge(named.functions[i], named.functions[operand.index()]);
    }
    if (expr.kind != ExprKind::AddressOf) continue;
    if (const auto global = globalOf(exprs, expr.lhs)) merge(named.addresses[i], {*global});
  }
  return named;
}

// What a place is called in the source, as far as a reader needs it.
std::string Uses::placeName(const ExprTable& exprs, ExprId place) const {
  while (exprs[place].kind == ExprKind::Element) place = exprs[place].lhs;
  const Expr& expr = exprs[place];
  if (expr.kind == ExprKind::Global) return quoted(program_.globals[static_cast<std::size_t>(expr.value)].name);
  if (expr.kind != ExprKind::Field) return "a variable";
  const std::string record(program_.strings[expr.record]);
  return quoted((record.empty() ? "" : record + "::") + std::string(program_.strings[expr.text]));
}

void Uses::scan(FunctionRef function) {
  const FunctionBody& body = *program_[function].summary.body;
  const Named named = namesIn(body.exprs);
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
        noteUse(function, named, assign->place, event.location);
        noteUse(function, named, assign->value, event.location);
        scanValue(named, assign->value, event.location, "is stored in " + placeName(body.exprs, assign->place));
      } else if (const auto* result = std::get_if<ReturnEvent>(&event.action)) {
        noteUse(function, named, result->value, event.location);
        scanValue(named, result->value, event.location, "is returned by " + quoted(program_[function].name()));
      } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
        scanCall(function, *call, named, event.location);
      }
    }
    noteUse(function, named, block.terminator.condition, block.terminator.location);
  }
}

void Uses::scanCall(FunctionRef function, const CallEvent& call, const Named& named, SourceLocation location) {
  noteUse(function, named, call.target, location);
  const std::string callee = call.callee ? program_[call.callee].name() : std::string();
  const bool isSeen = !call.callee || program_[call.callee].isDefined();
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    const ExprId argument = call.arguments[i];
    if (!argument) continue;
    noteUse(function, named, argument, location);
    const auto parameter = static_cast<std::uint32_t>(i);
    const std::string how = callee.empty() ? "is passed through a pointer" : "is passed to " + quoted(callee);
    for (const std::uint32_t global : named.addresses[argument.index()]) {
      const std::string_view type = program_.ddi().residentArgument(callee, parameter);
      if (!type.empty()) {
        keep(kernelObjects_, global, location,
             "holds a " + std::string(type) + ", which the system touches at any level");
      }
    }
    // To lock a section down it takes an address in it, which goes no further.
    if (program_.ddi().sectionLock(callee) != nullptr) continue;
    scanValue(named, argument, location, how);
    const bool isTaken = program_.ddi().callsSynchronously(callee, parameter) ||
                         !program_.ddi().registrations(callee, parameter).empty();
    if (isSeen || isTaken) continue;
    for (const std::uint32_t escaped : named.functions[argument.index()]) {
      keep(functions_, escaped, location, how + ", of which it is not known when it calls it");
    }
  }
}

// What becomes of a value that is kept somewhere: a global may be used from anywhere then, a function that is called
// from there is in the call graph.
void Uses::scanValue(const Named& named, ExprId value, SourceLocation location, const std::string& how) {
  if (!value) return;
  for (const std::uint32_t global : named.addresses[value.index()]) keep(globals_, global, location, how);
  for (const std::uint32_t function : named.functions[value.index()]) {
    if (!knownTargets_[function])
      keep(functions_, function, location, how + ", and nobody is seen to call it from there");
  }
}

void Uses::noteUse(FunctionRef function, const Named& named, ExprId expr, SourceLocation location) {
  if (!expr) return;
  for (const std::uint32_t global : named.globals[expr.index()]) {
    std::vector<GlobalUse>& uses = uses_[global];
    const bool isRepeated = !uses.empty() && uses.back().function == function && uses.back().location == location;
    if (!isRepeated) uses.push_back({function, location});
  }
}

void Uses::keep(Escapes& escapes, std::size_t index, SourceLocation location, std::string how) {
  if (!escapes[index]) escapes[index] = Escape{location, std::move(how)};
}

}  // namespace irqlint
