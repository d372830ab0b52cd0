// The part of Memory that finds which events touch pageable memory.
#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/Memory.h"
#include "analyzer/link/Places.h"

namespace irqlint {

class Memory::TouchFinder {
 public:
  TouchFinder(Memory& memory, FunctionRef function)
      : memory_(memory),
        function_(function),
        body_(*memory.program_[function].summary.body),
        known_(body_.exprs.size()) {}

  std::vector<MemoryTouch> run();

 private:
  void addEvent(const Event& event);
  // What evaluating `value` reads.
  void addReads(ExprId value);
  // What computing where `place` is reads.
  void addReadsOfAddress(ExprId place);
  void add(ExprId place, bool isWritten);

  Memory& memory_;
  FunctionRef function_;
  const FunctionBody& body_;
  std::vector<std::optional<MemoryKinds>> known_;  // by place
  std::vector<MemoryTouch> touches_;
  BlockId block_;
  std::size_t event_ = 0;
  SourceLocation location_;
};

std::vector<MemoryTouch> Memory::TouchFinder::run() {
  for (std::size_t block = 0; block < body_.blocks.size(); ++block) {
    const BasicBlock& here = body_.blocks[block];
    block_ = BlockId(block);
    for (event_ = 0; event_ < here.events.size(); ++event_) {
      location_ = here.events[event_].location;
      addEvent(here.events[event_]);
    }
    location_ = here.terminator.location;
    if (here.terminator.condition) addReads(here.terminator.condition);
  }
  return std::move(touches_);
}

void Memory::TouchFinder::addEvent(const Event& event) {
  if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
    addReads(assign->value);
    addReadsOfAddress(assign->place);
    add(assign->place, true);
  } else if (const auto* result = std::get_if<ReturnEvent>(&event.action)) {
    addReads(result->value);
  } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
    if (call->inAssertion) return;
    if (call->target) addReads(call->target);
    for (const ExprId argument : call->arguments) addReads(argument);
  }
}

void Memory::TouchFinder::addReads(ExprId value) {
  if (!value) return;
  const Expr& expr = body_.exprs[value];
  switch (expr.kind) {
    case ExprKind::Global:
    case ExprKind::Field:
    case ExprKind::Dereference:
    case ExprKind::Element:
      addReadsOfAddress(value);
      add(value, false);
      return;
    case ExprKind::AddressOf: addReadsOfAddress(expr.lhs); return;
    case ExprKind::Binary:
      addReads(expr.lhs);
      // What comes after && and || need not be evaluated.
      if (expr.op != Operator::And && expr.op != Operator::Or) addReads(expr.rhs);
      return;
    case ExprKind::Unary:
    case ExprKind::Container: addReads(expr.lhs); return;
    default: return;
  }
}

void Memory::TouchFinder::addReadsOfAddress(ExprId place) {
  while (place) {
    const Expr& expr = body_.exprs[place];
    if (expr.kind == ExprKind::Dereference) return addReads(expr.lhs);
    if (expr.kind == ExprKind::Element) addReads(expr.rhs);
    if (expr.kind != ExprKind::Field && expr.kind != ExprKind::Element) return;
    place = expr.lhs;
  }
}

void Memory::TouchFinder::add(ExprId place, bool isWritten) {
  const ExprId root = rootOf(body_.exprs, place);
  std::optional<MemoryKinds>& kinds = known_[root.index()];
  if (!kinds) kinds = memory_.at(function_, body_.exprs, root);
  if (!kinds->mayBePageable()) return;
  ObjectId object;
  for (const ObjectId candidate : memory_.objects(function_, body_.exprs, root)) {
    if (!object && memory_.kindsOf(candidate).mayBePageable()) object = candidate;
  }
  touches_.push_back({block_, event_, location_, place, isWritten, *kinds, object});
}

const std::vector<MemoryTouch>& Memory::touches(FunctionRef function) {
  std::optional<std::vector<MemoryTouch>>& known = touches_[function.index()];
  if (!known) {
    const bool isAsked = hasPageable_ && program_[function].isDefined();
    known = isAsked ? TouchFinder(*this, function).run() : std::vector<MemoryTouch>();
  }
  return *known;
}

}  // namespace irqlint
