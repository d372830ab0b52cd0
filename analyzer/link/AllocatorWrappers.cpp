#include "analyzer/link/AllocatorWrappers.h"

#include <cstdint>
#include <utility>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/link/Assumptions.h"

namespace irqlint {
namespace {

class Search {
 public:
  explicit Search(const Program& program) : program_(program), wraps_(program.functions.size(), false) {}

  std::vector<bool> run();

 private:
  bool makesMemory(FunctionRef function) const;
  bool isGivenMemory(FunctionRef caller, const CallEvent& call, std::size_t argument) const;
  bool handsOut(FunctionRef function) const;
  void taint(const FunctionBody& body, FunctionRef function, std::vector<bool>& tainted) const;

  const Program& program_;
  std::vector<bool> wraps_;
};

// What the address `value` is computed from.
ExprId baseOf(const ExprTable& exprs, ExprId value) {
  while (value) {
    const Expr& expr = exprs[value];
    const bool isPart = expr.kind == ExprKind::AddressOf || expr.kind == ExprKind::Field ||
                        expr.kind == ExprKind::Element || expr.kind == ExprKind::Binary;
    if (expr.kind == ExprKind::Dereference) return expr.lhs;
    if (!isPart) break;
    value = expr.lhs;
  }
  return value;
}

bool isTainted(const ExprTable& exprs, const std::vector<bool>& tainted, ExprId value) {
  if (!value) return false;
  if (tainted[value.index()]) return true;
  const ExprKind kind = exprs[value].kind;
  if (kind != ExprKind::AddressOf && kind != ExprKind::Binary) return false;
  const ExprId base = baseOf(exprs, value);
  return base && tainted[base.index()];
}

std::vector<bool> Search::run() {
  std::vector<std::vector<FunctionRef>> callers(program_.functions.size());
  std::vector<FunctionRef> queue;
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    const auto& body = program_.functions[i].summary.body;
    if (!body) continue;
    std::size_t events = 0;
    bool makes = false;
    for (const BasicBlock& block : body->blocks) events += block.events.size();
    if (events > kWrapperEvents) continue;
    for (std::size_t call = 0; call < body->callCount; ++call) {
      for (const FunctionRef callee : program_.targets(FunctionRef(i), CallId(call)).functions) {
        callers[callee.index()].push_back(FunctionRef(i));
        makes = makes || makesMemory(callee);
      }
    }
    if (makes) queue.push_back(FunctionRef(i));
  }
  while (!queue.empty()) {
    const FunctionRef function = queue.back();
    queue.pop_back();
    if (wraps_[function.index()] || !handsOut(function)) continue;
    wraps_[function.index()] = true;
    queue.insert(queue.end(), callers[function.index()].begin(), callers[function.index()].end());
  }
  return std::move(wraps_);
}

bool Search::makesMemory(FunctionRef function) const {
  if (program_[function].isDefined()) return wraps_[function.index()];
  return program_.ddi().allocator(program_[function].name()) != nullptr;
}

// True if `call` may store the address of what it makes to where argument `argument` points.
bool Search::isGivenMemory(FunctionRef caller, const CallEvent& call, std::size_t argument) const {
  return llvm::any_of(program_.targets(caller, call.id).functions, [&](FunctionRef callee) {
    if (program_[callee].isDefined()) return bool(wraps_[callee.index()]);
    const Allocator* allocator = program_.ddi().allocator(program_[callee].name());
    return allocator != nullptr && allocator->resultParameter == argument;
  });
}

// Marks the values that hold, or point to what holds, memory that calls of `function` have made.
void Search::taint(const FunctionBody& body, FunctionRef function, std::vector<bool>& tainted) const {
  const ExprTable& exprs = body.exprs;
  for (std::size_t i = 0; i < exprs.size(); ++i) {
    const Expr& expr = exprs[ExprId(i)];
    if (expr.kind != ExprKind::CallResult) continue;
    const CallTargets& targets = program_.targets(function, CallId(static_cast<std::size_t>(expr.value)));
    tainted[i] = llvm::any_of(targets.functions, [&](FunctionRef callee) { return makesMemory(callee); });
  }
  for (bool changed = true; changed;) {
    changed = false;
    const auto mark = [&](ExprId place) {
      changed = changed || !tainted[place.index()];
      tainted[place.index()] = true;
    };
    for (const BasicBlock& block : body.blocks) {
      for (const Event& event : block.events) {
        if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
          if (isTainted(exprs, tainted, assign->value)) mark(assign->place);
        } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
          for (std::size_t i = 0; i < call->arguments.size(); ++i) {
            if (!call->arguments[i] || !isGivenMemory(function, *call, i)) continue;
            const Expr& value = exprs[call->arguments[i]];
            if (value.kind == ExprKind::AddressOf && exprs[value.lhs].kind == ExprKind::Local) mark(value.lhs);
            if (value.kind == ExprKind::Parameter) mark(call->arguments[i]);
          }
        }
      }
    }
  }
}

bool Search::handsOut(FunctionRef function) const {
  const FunctionBody& body = *program_[function].summary.body;
  const ExprTable& exprs = body.exprs;
  std::vector<bool> tainted(exprs.size(), false);
  taint(body, function, tainted);
  for (std::size_t i = 0; i < exprs.size(); ++i) {
    const Expr& expr = exprs[ExprId(i)];
    if (!tainted[i]) continue;
    if (expr.kind == ExprKind::Parameter) return true;
    if (expr.kind == ExprKind::Dereference && exprs[expr.lhs].kind == ExprKind::Parameter) return true;
  }
  return llvm::any_of(body.blocks, [&](const BasicBlock& block) {
    return llvm::any_of(block.events, [&](const Event& event) {
      const auto* result = std::get_if<ReturnEvent>(&event.action);
      return result != nullptr && isTainted(exprs, tainted, result->value);
    });
  });
}

}  // namespace

std::vector<bool> findAllocatorWrappers(const Program& program) { return Search(program).run(); }

}  // namespace irqlint
