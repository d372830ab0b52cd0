#include "analyzer/link/ReturnedValues.h"

#include <utility>
#include <vector>

namespace irqlint {
namespace {

class Collector {
 public:
  explicit Collector(const Program& program) : program_(program) {}

  ReturnedValues collect(FunctionRef function) {
    follow(function);
    return std::move(values_);
  }

 private:
  void follow(FunctionRef function) {
    if (!visited_.insert(function).second) return;
    const auto& body = program_[function].summary.body;
    if (!body) {
      values_.mayBeOther = true;
      return;
    }
    std::vector<ExprId> pending;
    for (const BasicBlock& block : body->blocks) {
      for (const Event& event : block.events) {
        if (const auto* result = std::get_if<ReturnEvent>(&event.action)) pending.push_back(result->value);
      }
    }
    std::set<ExprId> seen;
    while (!pending.empty()) {
      const ExprId value = pending.back();
      pending.pop_back();
      if (value && !seen.insert(value).second) continue;
      add(*body, value, pending);
    }
  }

  // What `value` stands for elsewhere goes to `pending`.
  void add(const FunctionBody& body, ExprId value, std::vector<ExprId>& pending) {
    const Expr unknown;
    const Expr& expr = value ? body.exprs[value] : unknown;
    if (expr.kind == ExprKind::Integer) {
      values_.constants.insert(expr.value);
    } else if (expr.kind == ExprKind::Local) {
      addAssigned(body, value, pending);
    } else if (const FunctionRef callee = expr.kind == ExprKind::CallResult ? calleeOf(body, expr) : FunctionRef()) {
      follow(callee);
    } else {
      values_.mayBeOther = true;
    }
  }

  void addAssigned(const FunctionBody& body, ExprId variable, std::vector<ExprId>& pending) {
    for (const BasicBlock& block : body.blocks) {
      for (const Event& event : block.events) {
        const auto* assign = std::get_if<AssignEvent>(&event.action);
        if (assign != nullptr && assign->place == variable) pending.push_back(assign->value);
        if (const auto* call = std::get_if<CallEvent>(&event.action)) noteAddressOf(body, variable, *call);
      }
    }
  }

  // What is given the address of a variable may store anything to it.
  void noteAddressOf(const FunctionBody& body, ExprId variable, const CallEvent& call) {
    for (const ExprId argument : call.arguments) {
      if (!argument) continue;
      const Expr& expr = body.exprs[argument];
      if (expr.kind == ExprKind::AddressOf && expr.lhs == variable) values_.mayBeOther = true;
    }
  }

  static FunctionRef calleeOf(const FunctionBody& body, const Expr& result) {
    for (const BasicBlock& block : body.blocks) {
      for (const Event& event : block.events) {
        const auto* call = std::get_if<CallEvent>(&event.action);
        if (call != nullptr && !call->isVirtual && call->id.index() == static_cast<std::uint64_t>(result.value)) {
          return call->callee;
        }
      }
    }
    return {};
  }

  const Program& program_;
  ReturnedValues values_;
  std::set<FunctionRef> visited_;
};

}  // namespace

ReturnedValues returnedValues(const Program& program, FunctionRef function) {
  return Collector(program).collect(function);
}

}  // namespace irqlint
