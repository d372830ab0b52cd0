#include "analyzer/link/PointsTo.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <llvm/ADT/DenseSet.h>

#include "analyzer/link/Assumptions.h"

namespace irqlint {
namespace {

constexpr FunctionRef kNoFunction;  // stands for "the program's globals"

std::uint32_t numberOf(const Expr& expr) { return static_cast<std::uint32_t>(expr.value); }

// An array and its elements are one object.
ExprId wholeOf(const ExprTable& exprs, ExprId place) {
  while (exprs[place].kind == ExprKind::Element) place = exprs[place].lhs;
  return place;
}

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

class PointsTo::Solver {
 public:
  Solver(const Program& program, PointsTo& result)
      : program_(program), result_(result), nodes_(result.nodes_), progress_(1) {
    nodes_.emplace_back().objects = {kUnseenObject};
  }

  void run();

 private:
  struct Progress {
    std::vector<NodeIndex> includedIn;  // cells that include this one
    bool hasSource = false;             // something is seen to be stored to it
    bool isFull = false;
    bool queued = false;
  };

  NodeIndex addNode();
  NodeIndex node(const Key& key);
  ObjectId object(const Key& key) { return ObjectId(node(key)); }
  NodeIndex cellRead(FunctionRef function, const ExprTable& exprs, ExprId place);
  NodeIndex cellWritten(FunctionRef function, const ExprTable& exprs, ExprId place);
  NodeIndex attached(NodeIndex pointer, NodeIndex Node::* cell);
  void addObjects(FunctionRef function, const ExprTable& exprs, ExprId place);
  void assign(FunctionRef function, const ExprTable& exprs, NodeIndex into, ExprId value);
  void addBody(FunctionRef function);
  void addCall(FunctionRef caller, const CallEvent& call);
  void addForeignCall(FunctionRef caller, const CallEvent& call, const std::string& api);
  void addUnseenCaller(FunctionRef function);
  void include(NodeIndex into, ObjectId object);
  void addEdge(NodeIndex from, NodeIndex into);
  void enqueue(NodeIndex node);
  void fillWhatNothingFills();
  void solve();

  const Program& program_;
  PointsTo& result_;
  std::vector<Node>& nodes_;
  std::vector<Progress> progress_;  // by node
  llvm::DenseSet<std::pair<NodeIndex, NodeIndex>> edges_;
  std::vector<NodeIndex> queue_;
};

void PointsTo::Solver::run() {
  for (const Initialiser& part : program_.initialisers) {
    const NodeIndex cell = cellWritten(kNoFunction, program_.globalExprs, part.place);
    if (cell != kNone) assign(kNoFunction, program_.globalExprs, cell, part.value);
  }
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    if (program_.functions[i].isDefined()) addBody(FunctionRef(i));
  }
  for (const EntryPoint& entry : program_.entryPoints) addUnseenCaller(entry.function);
  solve();
  fillWhatNothingFills();
  solve();
}

PointsTo::NodeIndex PointsTo::Solver::addNode() {
  nodes_.emplace_back();
  progress_.emplace_back();
  return static_cast<NodeIndex>(nodes_.size() - 1);
}

PointsTo::NodeIndex PointsTo::Solver::node(const Key& key) {
  const auto [entry, added] = result_.index_.try_emplace(key, kNone);
  if (added) entry->second = addNode();
  return entry->second;
}

// What holds the pointer that `place`, read as a value, is; kNone if no cell does.
PointsTo::NodeIndex PointsTo::Solver::cellRead(FunctionRef function, const ExprTable& exprs, ExprId place) {
  place = wholeOf(exprs, place);
  const Expr& expr = exprs[place];
  if (expr.kind == ExprKind::Dereference) {
    const NodeIndex pointer = cellRead(function, exprs, expr.lhs);
    return pointer != kNone ? attached(pointer, &Node::load) : kNone;
  }
  if (expr.kind == ExprKind::Field) addObjects(function, exprs, expr.lhs);
  const auto key = result_.keyOf(function, exprs, place);
  return key ? node(*key) : kNone;
}

// What takes the pointers that are stored to `place`; kNone if no cell does.
PointsTo::NodeIndex PointsTo::Solver::cellWritten(FunctionRef function, const ExprTable& exprs, ExprId place) {
  place = wholeOf(exprs, place);
  if (exprs[place].kind != ExprKind::Dereference) return cellRead(function, exprs, place);
  const NodeIndex pointer = cellRead(function, exprs, exprs[place].lhs);
  return pointer != kNone ? attached(pointer, &Node::store) : kNone;
}

// The cell that stands for what the objects of `pointer` hold, read or written.
PointsTo::NodeIndex PointsTo::Solver::attached(NodeIndex pointer, NodeIndex Node::* cell) {
  if (nodes_[pointer].*cell == kNone) {
    const NodeIndex added = addNode();
    nodes_[pointer].*cell = added;
    progress_[added].hasSource = true;
    enqueue(pointer);
  }
  return nodes_[pointer].*cell;
}

// Makes sure that what is asked for the objects at `place` later has cells.
void PointsTo::Solver::addObjects(FunctionRef function, const ExprTable& exprs, ExprId place) {
  place = wholeOf(exprs, place);
  cellRead(function, exprs, exprs[place].kind == ExprKind::Dereference ? exprs[place].lhs : place);
}

void PointsTo::Solver::assign(FunctionRef function, const ExprTable& exprs, NodeIndex into, ExprId value) {
  if (!value) return;
  const Expr& expr = exprs[value];
  ExprId cell = value;
  switch (expr.kind) {
    case ExprKind::Integer:
    case ExprKind::String:
    case ExprKind::Function: return;
    case ExprKind::AddressOf: {
      const ExprId place = wholeOf(exprs, expr.lhs);
      if (exprs[place].kind != ExprKind::Dereference) {
        const auto key = result_.keyOf(function, exprs, place);
        include(into, key ? object(*key) : kUnseenObject);
        return;
      }
      cell = exprs[place].lhs;
      break;
    }
    default: break;
  }
  const NodeIndex from = cellRead(function, exprs, cell);
  if (from == kNone) {
    include(into, kUnseenObject);
  } else {
    addEdge(from, into);
  }
}

void PointsTo::Solver::addBody(FunctionRef function) {
  const FunctionBody& body = *program_[function].summary.body;
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      if (const auto* assigned = std::get_if<AssignEvent>(&event.action)) {
        const NodeIndex cell = cellWritten(function, body.exprs, assigned->place);
        if (cell != kNone) assign(function, body.exprs, cell, assigned->value);
      } else if (const auto* result = std::get_if<ReturnEvent>(&event.action)) {
        assign(function, body.exprs, node(key(Kind::Return, function.index())), result->value);
      } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
        addCall(function, *call);
      }
    }
  }
}

void PointsTo::Solver::addCall(FunctionRef caller, const CallEvent& call) {
  const ExprTable& exprs = program_[caller].summary.body->exprs;
  if (call.target) cellRead(caller, exprs, call.target);
  const NodeIndex result = node(key(Kind::Result, caller.index(), call.id.index()));
  for (const FunctionRef callee : program_.targets(caller, call.id).functions) {
    if (!program_[callee].isDefined()) {
      addForeignCall(caller, call, program_[callee].name());
      continue;
    }
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      assign(caller, exprs, node(key(Kind::Parameter, callee.index(), i)), call.arguments[i]);
    }
    addEdge(node(key(Kind::Return, callee.index())), result);
  }
  for (const SynchronousCallback* callback : program_.synchronousCallbacks(caller, call.id)) {
    for (const FunctionRef function : callback->functions) addUnseenCaller(function);
  }
}

// An allocator gives a new object; anything else may give, and put into the variables it is given, what it likes.
void PointsTo::Solver::addForeignCall(FunctionRef caller, const CallEvent& call, const std::string& api) {
  const ExprTable& exprs = program_[caller].summary.body->exprs;
  const bool allocates = program_.ddi().allocator(api) != nullptr;
  const ObjectId made = allocates ? object(key(Kind::Allocation, caller.index(), call.id.index())) : kUnseenObject;
  include(node(key(Kind::Result, caller.index(), call.id.index())), made);
  for (const ExprId argument : call.arguments) {
    if (!argument) continue;
    const Expr& value = exprs[argument];
    if (value.kind == ExprKind::Function) addUnseenCaller(FunctionRef(static_cast<std::size_t>(value.value)));
    if (value.kind != ExprKind::AddressOf) continue;
    const NodeIndex cell = cellWritten(caller, exprs, value.lhs);
    if (cell != kNone) include(cell, made);
  }
}

void PointsTo::Solver::addUnseenCaller(FunctionRef function) {
  const std::size_t count = program_[function].summary.parameters.size();
  for (std::size_t i = 0; i < count; ++i) include(node(key(Kind::Parameter, function.index(), i)), kUnseenObject);
}

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
  if (progress.isFull || (at != objects.end() && *at == object)) return;
  progress.isFull = objects.size() >= kPointeesPerCell;
  if (!progress.isFull) {
    objects.insert(at, object);
  } else if (objects.front() != kUnseenObject) {
    objects.insert(objects.begin(), kUnseenObject);
  }
  enqueue(into);
}

void PointsTo::Solver::addEdge(NodeIndex from, NodeIndex into) {
  if (from == into || !edges_.insert({from, into}).second) return;
  progress_[from].includedIn.push_back(into);
  progress_[into].hasSource = true;
  for (const ObjectId object : std::vector<ObjectId>(nodes_[from].objects)) include(into, object);
}

void PointsTo::Solver::fillWhatNothingFills() {
  for (NodeIndex at = 1; at < nodes_.size(); ++at) {
    if (!progress_[at].hasSource) include(at, kUnseenObject);
  }
}

void PointsTo::Solver::solve() {
  while (!queue_.empty()) {
    const NodeIndex at = queue_.back();
    queue_.pop_back();
    progress_[at].queued = false;
    const std::vector<ObjectId> objects = nodes_[at].objects;
    const std::vector<NodeIndex> edges = progress_[at].includedIn;
    for (const NodeIndex into : edges) {
      for (const ObjectId object : objects) include(into, object);
    }
    for (const ObjectId object : objects) {
      if (nodes_[at].load != kNone) addEdge(object.index(), nodes_[at].load);
      if (nodes_[at].store != kNone && object != kUnseenObject) addEdge(nodes_[at].store, object.index());
    }
  }
}

PointsTo::PointsTo(const Program& program) : plainRecords_(withoutUnderscores(program.strings)) {
  Solver(program, *this).run();
}

std::vector<ObjectId> PointsTo::pointees(FunctionRef function, const ExprTable& exprs, ExprId pointer) const {
  const Expr& expr = exprs[pointer];
  if (expr.kind == ExprKind::AddressOf) return objectsAt(function, exprs, expr.lhs);
  NodeIndex cell = kNone;
  if (expr.kind == ExprKind::Dereference) {
    const NodeIndex through = existing(function, exprs, expr.lhs);
    if (through != kNone) cell = nodes_[through].load;
  } else {
    cell = existing(function, exprs, wholeOf(exprs, pointer));
  }
  return cell != kNone ? nodes_[cell].objects : std::vector{kUnseenObject};
}

std::vector<ObjectId> PointsTo::objectsAt(FunctionRef function, const ExprTable& exprs, ExprId place) const {
  place = wholeOf(exprs, place);
  if (exprs[place].kind == ExprKind::Dereference) return pointees(function, exprs, exprs[place].lhs);
  const NodeIndex object = existing(function, exprs, place);
  return {object != kNone ? ObjectId(object) : kUnseenObject};
}

// The key of the cell of `place`, which is no dereference; none if it is no cell.
std::optional<PointsTo::Key> PointsTo::keyOf(FunctionRef function, const ExprTable& exprs, ExprId place) const {
  const Expr& expr = exprs[place];
  switch (expr.kind) {
    case ExprKind::Global: return key(Kind::Global, numberOf(expr));
    case ExprKind::Local: return key(Kind::Local, function.index(), numberOf(expr));
    case ExprKind::Parameter: return key(Kind::Parameter, function.index(), numberOf(expr));
    case ExprKind::CallResult: return key(Kind::Result, function.index(), numberOf(expr));
    case ExprKind::Field:
      if (!expr.record) return std::nullopt;
      return key(Kind::Member, plainRecord(expr.record).index(), expr.text.index());
    default: return std::nullopt;
  }
}

PointsTo::NodeIndex PointsTo::existing(FunctionRef function, const ExprTable& exprs, ExprId place) const {
  const auto key = keyOf(function, exprs, place);
  if (!key) return kNone;
  const auto found = index_.find(*key);
  return found != index_.end() ? found->second : kNone;
}

}  // namespace irqlint
