#include "analyzer/link/FunctionPointers.h"

#include <algorithm>
#include <string_view>

#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

enum NodeKind : std::uint32_t { kGlobalNode, kFieldNode, kLocalNode, kParameterNode, kReturnNode, kResultNode };

constexpr FunctionRef kNoFunction;  // stands for "the program's globals"
constexpr FunctionRef kUnseen;      // as what a pointer holds: some function of which nothing is known

bool insertSorted(std::vector<FunctionRef>& functions, FunctionRef function) {
  const auto at = std::lower_bound(functions.begin(), functions.end(), function);
  if (at != functions.end() && *at == function) return false;
  functions.insert(at, function);
  return true;
}

std::vector<FunctionRef> seen(std::vector<FunctionRef> functions) {
  std::erase(functions, kUnseen);
  return functions;
}

}  // namespace

std::optional<AssignEvent> storeBy(const Program& program, const ExprTable& exprs, const CallEvent& call) {
  const Contract* contract = call.callee ? program[call.callee].contract : nullptr;
  if (contract == nullptr || !has(contract->terms.effects, ContractEffect::StoresPointer)) return std::nullopt;
  if (call.arguments.size() < 2 || !call.arguments[0]) return std::nullopt;
  const Expr& target = exprs[call.arguments[0]];
  if (target.kind != ExprKind::AddressOf) return std::nullopt;
  return AssignEvent{target.lhs, call.arguments[1]};
}

FunctionPointers::FunctionPointers(Program& program) : program_(program) {
  collectOverriders();
  collectConstructed();
  for (const Initialiser& part : program_.initialisers) {
    const NodeIndex place = nodeOf(kNoFunction, program_.globalExprs, part.place);
    if (place != kNoNode) addInclusion(kNoFunction, program_.globalExprs, place, part.value);
  }
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    const auto& body = program_.functions[i].summary.body;
    if (body) addBody(FunctionRef(i), *body);
  }
  solve();
}

std::vector<FunctionRef> FunctionPointers::pointees(FunctionRef function, ExprId value) {
  const ExprTable& exprs = program_[function].summary.body->exprs;
  if (exprs[value].kind == ExprKind::Function) return {FunctionRef(static_cast<std::size_t>(exprs[value].value))};
  const NodeIndex at = nodeOf(function, exprs, value);
  return at == kNoNode ? std::vector<FunctionRef>() : seen(nodes_[at].functions);
}

std::vector<FunctionRef> FunctionPointers::globalPointees(ExprId value) {
  const Expr& expr = program_.globalExprs[value];
  if (expr.kind == ExprKind::Function) return {FunctionRef(static_cast<std::size_t>(expr.value))};
  const NodeIndex at = nodeOf(kNoFunction, program_.globalExprs, value);
  return at == kNoNode ? std::vector<FunctionRef>() : seen(nodes_[at].functions);
}

CallTargets FunctionPointers::targets(FunctionRef caller, const CallEvent& call) {
  if (call.callee) {
    if (call.isVirtual) return {.functions = withOverriders(call.callee)};
    return {.functions = {call.callee}};
  }
  if (!call.target) return {};
  const NodeIndex at = nodeOf(caller, program_[caller].summary.body->exprs, call.target);
  const bool mayBeOther = at != kNoNode && llvm::is_contained(nodes_[at].functions, kUnseen);
  return {.functions = pointees(caller, call.target), .mayBeOther = mayBeOther};
}

// Key layout: 4 bits of kind, 30 bits each for what tells nodes of a kind apart.
FunctionPointers::NodeIndex FunctionPointers::node(std::uint32_t kind, std::uint32_t a, std::uint32_t b) {
  const std::uint64_t key = std::uint64_t{kind} << 60 | std::uint64_t{a} << 30 | b;
  const auto [entry, added] = index_.try_emplace(key, static_cast<NodeIndex>(nodes_.size()));
  if (added) nodes_.emplace_back();
  return entry->second;
}

// "_DEVICE_EXTENSION" and "DEVICE_EXTENSION" are the tag and the typedef of one record.
StringId FunctionPointers::plainRecord(StringId record) {
  const std::string_view name = program_.strings[record];
  const std::size_t start = name.find_first_not_of('_');
  if (start == 0 || start == std::string_view::npos) return record;
  return program_.strings.add(std::string(name.substr(start)));
}

FunctionPointers::NodeIndex FunctionPointers::nodeOf(FunctionRef function, const ExprTable& exprs, ExprId value) {
  while (value) {
    const Expr& expr = exprs[value];
    const auto number = static_cast<std::uint32_t>(expr.value);
    switch (expr.kind) {
      case ExprKind::Global: return node(kGlobalNode, number, 0);
      case ExprKind::Local: return node(kLocalNode, function.index(), number);
      case ExprKind::Parameter: return node(kParameterNode, function.index(), number);
      case ExprKind::CallResult: return node(kResultNode, function.index(), number);
      case ExprKind::Field:
        return node(kFieldNode, expr.record ? plainRecord(expr.record).index() : 0x3fffffff, expr.text.index());
      case ExprKind::Dereference:
      case ExprKind::Element:
      case ExprKind::AddressOf: value = expr.lhs; break;
      default: return kNoNode;
    }
  }
  return kNoNode;
}

bool FunctionPointers::include(NodeIndex into, FunctionRef function) {
  Node& target = nodes_[into];
  if (!insertSorted(target.functions, function)) return false;
  if (!target.queued) {
    target.queued = true;
    queue_.push_back(into);
  }
  return true;
}

void FunctionPointers::addEdge(NodeIndex from, NodeIndex into) {
  std::vector<NodeIndex>& edges = nodes_[from].includedIn;
  if (from == into || std::find(edges.begin(), edges.end(), into) != edges.end()) return;
  edges.push_back(into);
  for (const FunctionRef function : std::vector<FunctionRef>(nodes_[from].functions)) include(into, function);
}

void FunctionPointers::addInclusion(FunctionRef function, const ExprTable& exprs, NodeIndex place, ExprId value) {
  if (!value) return;
  if (exprs[value].kind == ExprKind::Function) {
    include(place, FunctionRef(static_cast<std::size_t>(exprs[value].value)));
    return;
  }
  const NodeIndex from = nodeOf(function, exprs, value);
  if (from != kNoNode) addEdge(from, place);
}

void FunctionPointers::addStore(FunctionRef function, const ExprTable& exprs, const AssignEvent& store) {
  const NodeIndex place = nodeOf(function, exprs, store.place);
  if (place != kNoNode) addInclusion(function, exprs, place, store.value);
}

void FunctionPointers::addBody(FunctionRef function, const FunctionBody& body) {
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
        addStore(function, body.exprs, *assign);
      } else if (const auto* result = std::get_if<ReturnEvent>(&event.action)) {
        addInclusion(function, body.exprs, node(kReturnNode, function.index(), 0), result->value);
      } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
        if (const auto store = storeBy(program_, body.exprs, *call)) addStore(function, body.exprs, *store);
        addCall(function, *call);
      }
    }
  }
}

void FunctionPointers::addCall(FunctionRef caller, const CallEvent& call) {
  if (call.callee) {
    for (const FunctionRef callee : withOverriders(call.isVirtual ? call.callee : FunctionRef()))
      bind(caller, call, callee);
    if (!call.isVirtual) bind(caller, call, call.callee);
    return;
  }
  if (!call.target) return;
  const ExprTable& exprs = program_[caller].summary.body->exprs;
  const NodeIndex through = nodeOf(caller, exprs, call.target);
  if (through == kNoNode) return;
  nodes_[through].calls.push_back(static_cast<std::uint32_t>(indirectCalls_.size()));
  indirectCalls_.push_back({caller, &call});
  for (const FunctionRef callee : std::vector<FunctionRef>(nodes_[through].functions)) bind(caller, call, callee);
}

void FunctionPointers::bind(FunctionRef caller, const CallEvent& call, FunctionRef callee) {
  if (callee == kUnseen) return;
  if (!program_[callee].isDefined()) {
    include(node(kResultNode, caller.index(), call.id.index()), kUnseen);
    return;
  }
  const ExprTable& exprs = program_[caller].summary.body->exprs;
  for (std::size_t i = 0; i < call.arguments.size(); ++i) {
    addInclusion(caller, exprs, node(kParameterNode, callee.index(), static_cast<std::uint32_t>(i)), call.arguments[i]);
  }
  addEdge(node(kReturnNode, callee.index(), 0), node(kResultNode, caller.index(), call.id.index()));
}

void FunctionPointers::solve() {
  while (!queue_.empty()) {
    const NodeIndex at = queue_.back();
    queue_.pop_back();
    nodes_[at].queued = false;
    const std::vector<FunctionRef> functions = nodes_[at].functions;
    const std::vector<NodeIndex> edges = nodes_[at].includedIn;
    for (const NodeIndex into : edges) {
      for (const FunctionRef function : functions) include(into, function);
    }
    const std::vector<std::uint32_t> calls = nodes_[at].calls;
    for (const std::uint32_t call : calls) {
      for (const FunctionRef function : functions)
        bind(indirectCalls_[call].caller, *indirectCalls_[call].call, function);
    }
  }
}

void FunctionPointers::collectOverriders() {
  overriders_.resize(program_.functions.size());
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    if (program_.functions[i].isDynamicType()) continue;
    for (const FunctionRef overridden : program_.functions[i].summary.overrides) {
      overriders_[overridden.index()].push_back(FunctionRef(i));
    }
  }
}

// The dynamic type that `constructor` gives its object; none if it is no constructor of a class with virtual methods.
FunctionRef FunctionPointers::typeSetBy(FunctionRef constructor) const {
  if (!program_[constructor].isDefined()) return {};
  const FunctionBody& body = *program_[constructor].summary.body;
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      const auto* assign = std::get_if<AssignEvent>(&event.action);
      if (assign == nullptr || !assign->value || body.exprs[assign->value].kind != ExprKind::Function) continue;
      const FunctionRef type(static_cast<std::size_t>(body.exprs[assign->value].value));
      if (program_[type].isDynamicType()) return type;
    }
  }
  return {};
}

// Classes of which a constructor is called other than for the base of an object of a derived class.
void FunctionPointers::collectConstructed() {
  std::vector<FunctionRef> types(program_.functions.size());
  for (std::size_t i = 0; i < types.size(); ++i) types[i] = typeSetBy(FunctionRef(i));
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (!program_.functions[i].isDefined()) continue;
    const FunctionBody& body = *program_.functions[i].summary.body;
    for (const BasicBlock& block : body.blocks) {
      for (const Event& event : block.events) {
        const auto* call = std::get_if<CallEvent>(&event.action);
        if (call == nullptr || !call->callee || !types[call->callee.index()] || call->arguments.empty()) continue;
        const Expr& object = body.exprs[call->arguments.front()];
        const bool isBase = types[i] && object.kind == ExprKind::Parameter && object.value == 0;
        if (!isBase) insertSorted(constructed_, types[call->callee.index()]);
      }
    }
  }
  for (const Initialiser& part : program_.initialisers) {
    const Expr& value = program_.globalExprs[part.value];
    if (value.kind != ExprKind::Function) continue;
    const FunctionRef type(static_cast<std::size_t>(value.value));
    if (program_[type].isDynamicType()) insertSorted(constructed_, type);
  }
}

// What a virtual call may run. Class hierarchy analysis: the method and everything that overrides it, directly or not;
// narrowed to the classes of which the program makes objects, where it makes any that fit.
std::vector<FunctionRef> FunctionPointers::withOverriders(FunctionRef method) const {
  std::vector<FunctionRef> found;
  if (!method) return found;
  std::vector<FunctionRef> pending{method};
  while (!pending.empty()) {
    const FunctionRef next = pending.back();
    pending.pop_back();
    if (!insertSorted(found, next)) continue;
    pending.insert(pending.end(), overriders_[next.index()].begin(), overriders_[next.index()].end());
  }
  std::vector<FunctionRef> made;
  for (const FunctionRef type : constructed_) {
    for (const FunctionRef own : program_[type].summary.overrides) {
      if (std::binary_search(found.begin(), found.end(), own)) insertSorted(made, own);
    }
  }
  return made.empty() ? found : made;
}

}  // namespace irqlint
