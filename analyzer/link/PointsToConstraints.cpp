// The part of PointsTo's solver that reads the program.
#include <string>
#include <string_view>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/link/AllocatorConditions.h"
#include "analyzer/link/Assumptions.h"
#include "analyzer/link/Places.h"
#include "analyzer/link/PointsToSolver.h"

namespace irqlint {
StringId pointedRecord(const StringTable& strings, std::string_view type) {
  const std::size_t last = type.find_last_not_of(" *&");
  type = type.substr(0, last == std::string_view::npos ? 0 : last + 1);
  type = type.substr(type.find_last_of(' ') == std::string_view::npos ? 0 : type.find_last_of(' ') + 1);
  type = type.substr(std::min(type.find_first_not_of('_'), type.size()));
  if (const StringId record = strings.find(type)) return record;
  for (const std::string_view prefix : {"PC", "P"}) {
    if (!type.starts_with(prefix)) continue;
    if (const StringId record = strings.find(type.substr(prefix.size()))) return record;
  }
  return {};
}

void PointsTo::Solver::addGlobals() {
  const Scope scope{kNone, program_.globalExprs};
  for (const Initialiser& part : program_.initialisers) {
    const NodeIndex cell = place(scope, part.place, true);
    assign(scope, cell, part.value, part.location);
  }
}

void PointsTo::Solver::addBodies() {
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    if (program_.functions[i].isDefined() && !wraps_[i]) addBody(static_cast<InstanceIndex>(i));
  }
  const auto addPending = [&] {
    while (!pending_.empty()) {
      const InstanceIndex next = pending_.back();
      pending_.pop_back();
      addBody(next);
    }
  };
  addPending();
  // What no call was told apart for is one for all callers, the system among them.
  std::vector<bool> entered(program_.functions.size(), false);
  for (const EntryPoint& entry : program_.entryPoints) entered[entry.function.index()] = true;
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    if (!wraps_[i] || (!entered[i] && !result_.clones_[i].empty())) continue;
    result_.clones_[i].push_back(static_cast<InstanceIndex>(i));
    addBody(static_cast<InstanceIndex>(i));
    addPending();
  }
}

void PointsTo::Solver::addBody(InstanceIndex instance) {
  const FunctionBody& body = *program_[result_.instances_[instance].function].summary.body;
  const Scope scope{instance, body.exprs};
  addOperands(scope);
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      if (const auto* assigned = std::get_if<AssignEvent>(&event.action)) {
        assign(scope, place(scope, assigned->place, true), assigned->value, event.location);
        addCopy(scope, *assigned, event.location);
      } else if (const auto* result = std::get_if<ReturnEvent>(&event.action)) {
        assign(scope, node(Kind::Return, instance), result->value, event.location);
      } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
        addCall(instance, *call, event.location);
      }
    }
  }
}

// The objects whose members are addressed, and the pointers that are only followed: what a condition or a sum reads is
// stored nowhere.
void PointsTo::Solver::addOperands(const Scope& scope) {
  for (const Expr& expr : scope.exprs.all()) {
    if (expr.kind == ExprKind::Dereference) pointer(scope, expr.lhs);
    if (expr.kind != ExprKind::AddressOf) continue;
    // A member of a member is in both of what is around them.
    for (ExprId at = wholeOf(scope.exprs, expr.lhs); scope.exprs[at].kind == ExprKind::Field;
         at = wholeOf(scope.exprs, scope.exprs[at].lhs)) {
      const FieldIndex field = this->field(scope.exprs[at].record, scope.exprs[at].text);
      if (field == kNone) continue;
      node(Kind::Member, field);
      assignAddress(scope, node(Kind::Around, field), scope.exprs[at].lhs, {});
    }
  }
}

void PointsTo::Solver::addCall(InstanceIndex caller, const CallEvent& call, SourceLocation location) {
  const FunctionRef function = result_.instances_[caller].function;
  const Scope scope{caller, program_[function].summary.body->exprs};
  if (call.target) place(scope, call.target, false);
  const NodeIndex result = node(Kind::Result, caller, call.id.index());
  for (const FunctionRef callee : program_.targets(function, call.id).functions) {
    if (!program_[callee].isDefined()) {
      addForeignCall(scope, call, callee, location);
      continue;
    }
    const InstanceIndex instance = instanceFor(caller, call.id, callee);
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      assign(scope, node(Kind::Parameter, instance, static_cast<std::uint32_t>(i)), call.arguments[i], location);
    }
    addEdge(node(Kind::Return, instance), result, location);
  }
  for (const SynchronousCallback* callback : program_.synchronousCallbacks(function, call.id)) {
    for (const FunctionRef target : callback->functions) addUnseenCaller(target);
  }
}

// The instance of `callee` that this call runs: one of its own if it hands out memory, and the limits allow it.
PointsTo::InstanceIndex PointsTo::Solver::instanceFor(InstanceIndex caller, CallId call, FunctionRef callee) {
  const auto common = static_cast<InstanceIndex>(callee.index());
  if (!wraps_[callee.index()]) return common;
  std::vector<Instance>& instances = result_.instances_;
  std::vector<InstanceIndex>& clones = result_.clones_[callee.index()];
  unsigned depth = 1;
  bool isRecursive = false;
  for (InstanceIndex at = caller; at != kNone; at = instances[at].caller) {
    isRecursive = isRecursive || instances[at].function == callee;
    ++depth;
  }
  const std::size_t functions = program_.functions.size();
  if (isRecursive || depth > kDeepestWrapper + 1 || instances.size() > functions * (1 + kWrapperCallsPerFunction)) {
    if (!llvm::is_contained(clones, common)) {
      clones.push_back(common);
      pending_.push_back(common);
    }
    return common;
  }
  // Several targets of one call, or one of several calls of a target: each pair once.
  for (const InstanceIndex known : clones) {
    if (known != common && instances[known].caller == caller && instances[known].call == call) return known;
  }
  const auto added = static_cast<InstanceIndex>(instances.size());
  instances.push_back({callee, caller, call});
  clones.push_back(added);
  pending_.push_back(added);
  return added;
}

// An allocator gives a new object; anything else may give, and put into the variables it is given, what it likes, but
// for what is known of it.
void PointsTo::Solver::addForeignCall(const Scope& scope, const CallEvent& call, FunctionRef callee,
                                      SourceLocation location) {
  const std::string& api = program_[callee].name();
  const NodeIndex result = node(Kind::Result, scope.instance, call.id.index());
  const Allocator* allocator = program_.ddi().allocator(api);
  const PointerFlows* flows = program_.ddi().pointerFlows(api);
  const bool isKnown = allocator != nullptr || (flows != nullptr && !flows->flows.empty());
  if (!isKnown) include(result, kUnseenObject);
  if (allocator != nullptr) addMade(scope, call, callee);
  addFlows(scope, call, api, location);
  addContexts(scope, call, api, location);
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    const ExprId argument = call.arguments[i];
    if (!argument) continue;
    const Expr& value = scope.exprs[argument];
    if (value.kind == ExprKind::Function) addUnseenCaller(FunctionRef(static_cast<std::size_t>(value.value)));
    // What a known function reads of its arguments is asked for as well: the list to allocate from.
    const NodeIndex given = pointer(scope, argument);
    if (isKnown) continue;
    if (given != kNone) escaping_.push_back(given);
    if (value.kind != ExprKind::AddressOf) continue;
    const NodeIndex cell = place(scope, value.lhs, true);
    if (cell != kNone) include(cell, kUnseenObject);
  }
}

void PointsTo::Solver::addMade(const Scope& scope, const CallEvent& call, FunctionRef callee) {
  const auto number = call.id.index();
  const NodeIndex made = node(Kind::Allocation, scope.instance, number);
  progress_[made].hasSource = true;  // fresh memory holds no pointers yet
  const NodeIndex result = node(Kind::Result, scope.instance, number);
  const Allocator& allocator = *program_.ddi().allocator(program_[callee].name());
  if (!allocator.resultParameter) return include(result, ObjectId(made));
  include(result, kUnseenObject);
  const Truth allocates = doesAllocate(program_, scope.exprs, call, allocator);
  if (allocates == Truth::False) return;
  for (const std::optional<std::uint32_t>& parameter : {allocator.resultParameter, allocator.handleParameter}) {
    if (!parameter || *parameter >= call.arguments.size() || !call.arguments[*parameter]) continue;
    const FieldIndex field = resultField(allocator, callee, *parameter);
    if (!allocator.resultField.empty() && field == kNone) continue;
    const NodeIndex cell = pointee(scope, call.arguments[*parameter], field, true);
    if (cell == kNone) continue;
    include(cell, ObjectId(made));
    // It may as well leave the pointer that was there.
    if (allocates != Truth::True) include(cell, kUnseenObject);
  }
}

// The member of what parameter `parameter` of `callee` points to that receives the address; kNone if all of it does, or
// if the program has no such member.
PointsTo::FieldIndex PointsTo::Solver::resultField(const Allocator& allocator, FunctionRef callee,
                                                   std::uint32_t parameter) {
  const auto& parameters = program_[callee].summary.parameters;
  if (allocator.resultField.empty() || parameter >= parameters.size()) return kNone;
  const std::string& type = allocator.resultRecord.empty() ? parameters[parameter].type : allocator.resultRecord;
  const StringId record = pointedRecord(program_.strings, type);
  const StringId name = program_.strings.find(allocator.resultField);
  return record && name ? field(record, name) : kNone;
}

// What `argument`, a pointer, points to: member `field` of it, or all of it (kNone).
PointsTo::NodeIndex PointsTo::Solver::pointee(const Scope& scope, ExprId argument, FieldIndex field, bool isWritten) {
  const Expr& value = scope.exprs[argument];
  if (value.kind == ExprKind::AddressOf) {
    const ExprId whole = wholeOf(scope.exprs, value.lhs);
    const Expr& object = scope.exprs[whole];
    if (field == kNone) return place(scope, whole, isWritten);
    if (object.kind == ExprKind::Field) {
      const FieldIndex outer = this->field(object.record, object.text);
      return cellOf(outer != kNone ? node(Kind::Member, outer) : 0, field, isWritten);
    }
    const NodeIndex named = variable(scope, object);
    return named != kNone ? cellOf(named, field, isWritten) : kNone;
  }
  const NodeIndex through = pointer(scope, argument);
  return through != kNone ? attached(through, field, isWritten) : kNone;
}

// Pointers that the function is known to hand on.
void PointsTo::Solver::addFlows(const Scope& scope, const CallEvent& call, const std::string& api,
                                SourceLocation location) {
  const PointerFlows* known = program_.ddi().pointerFlows(api);
  if (known == nullptr) return;
  const NodeIndex result = node(Kind::Result, scope.instance, call.id.index());
  const auto argument = [&](const PointerFlows::End& end) {
    return end.parameter < call.arguments.size() ? call.arguments[end.parameter] : ExprId();
  };
  for (const PointerFlows::Flow& flow : known->flows) {
    NodeIndex into = result;
    if (flow.to.kind == PointerFlows::End::Kind::Pointee) {
      if (!argument(flow.to)) continue;
      into = pointee(scope, argument(flow.to), kNone, true);
    }
    if (into == kNone) continue;
    switch (flow.from.kind) {
      case PointerFlows::End::Kind::UserAddress: include(into, ObjectId(node(Kind::UserAddress, 0))); break;
      case PointerFlows::End::Kind::Argument: assign(scope, into, argument(flow.from), location); break;
      case PointerFlows::End::Kind::Pointee: {
        const NodeIndex from = argument(flow.from) ? pointee(scope, argument(flow.from), kNone, false) : kNone;
        if (from != kNone) addEdge(from, into, location);
        // Bytes have no members. To follow them as if any could have some makes objects of all kinds hold all members.
        if (flow.to.kind != PointerFlows::End::Kind::Pointee || !argument(flow.from)) break;
        if (!call.pointsToRecord(flow.to.parameter)) break;
        copyContent(call.pointsToRecord(flow.from.parameter) ? contentBehind(scope, argument(flow.from), false) : kNone,
                    contentBehind(scope, argument(flow.to), true), location);
        break;
      }
      case PointerFlows::End::Kind::Return: break;
    }
  }
}

// What a routine is registered with is what it gets.
void PointsTo::Solver::addContexts(const Scope& scope, const CallEvent& call, const std::string& api,
                                   SourceLocation location) {
  const PointerFlows* known = program_.ddi().pointerFlows(api);
  if (known == nullptr) return;
  for (const PointerFlows::Context& context : known->contexts) {
    if (context.callback >= call.arguments.size() || context.argument >= call.arguments.size()) continue;
    const ExprId routine = call.arguments[context.callback];
    if (!routine || !call.arguments[context.argument] || scope.exprs[routine].kind != ExprKind::Function) continue;
    const auto function = static_cast<std::uint32_t>(scope.exprs[routine].value);
    if (!program_.functions[function].isDefined()) continue;
    contexts_.insert({function, context.receives});
    assign(scope, node(Kind::Parameter, function, context.receives), call.arguments[context.argument], location);
  }
}

void PointsTo::Solver::addUnseenCaller(FunctionRef function) {
  const auto number = function.index();
  const auto count = static_cast<std::uint32_t>(program_[function].summary.parameters.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!contexts_.contains({number, i})) include(node(Kind::Parameter, number, i), kUnseenObject);
  }
}

}  // namespace irqlint
