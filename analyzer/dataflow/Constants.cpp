#include "analyzer/dataflow/Constants.h"

#include <algorithm>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/link/Assumptions.h"

namespace irqlint {
namespace {

constexpr std::uint32_t kGlobal = 0xfffffff0;
constexpr PartlyKnown kAnything{.ones = 0, .unknown = ~std::uint64_t(0)};

// Adds `values` to `into`; too many are one that may be anything.
void add(std::vector<PartlyKnown>& into, const std::vector<PartlyKnown>& values) {
  for (const PartlyKnown& value : values) {
    if (!llvm::is_contained(into, value)) into.push_back(value);
  }
  if (into.size() > kSelectorValues || llvm::is_contained(into, kAnything)) into = {kAnything};
}

const FunctionBody& bodyOf(const Program& program, FunctionRef function) { return *program[function].summary.body; }

const CallEvent* findCall(const FunctionBody& body, CallId id) {
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      const auto* call = std::get_if<CallEvent>(&event.action);
      if (call != nullptr && call->id == id) return call;
    }
  }
  return nullptr;
}

}  // namespace

std::vector<PartlyKnown> Constants::valuesOf(ExprId value, std::span<const AllocationCall> calls) {
  steps_ = 0;
  return evaluate(value, calls, 0);
}

Constants::Values Constants::evaluate(ExprId value, std::span<const AllocationCall> calls, unsigned depth) {
  if (!value || depth > kSelectorDepth || ++steps_ > kSelectorSteps) return {kAnything};
  const FunctionRef function = calls.empty() ? FunctionRef() : calls.front().function;
  const ExprTable& exprs = function ? bodyOf(program_, function).exprs : program_.globalExprs;
  const Expr& expr = exprs[value];
  switch (expr.kind) {
    case ExprKind::Integer: return {{.ones = static_cast<std::uint64_t>(expr.value), .unknown = 0}};
    case ExprKind::Binary: return ofBinary(expr, calls, depth);
    case ExprKind::Local: return ofVariable(value, calls, depth);
    case ExprKind::Parameter: return ofParameter(expr, calls, depth);
    case ExprKind::CallResult: return ofResult(expr, function, depth);
    case ExprKind::Global: return ofMemory({kGlobal, static_cast<std::uint32_t>(expr.value)}, depth);
    case ExprKind::Field:
      if (!expr.record) return {kAnything};
      return ofMemory({program_.pointsTo().plainRecord(expr.record).index(), expr.text.index()}, depth);
    default: return {kAnything};
  }
}

Constants::Values Constants::ofBinary(const Expr& expr, std::span<const AllocationCall> calls, unsigned depth) {
  if (expr.op != Operator::BitOr && expr.op != Operator::BitAnd && expr.op != Operator::Add) return {kAnything};
  Values values;
  for (const PartlyKnown& a : evaluate(expr.lhs, calls, depth + 1)) {
    for (const PartlyKnown& b : evaluate(expr.rhs, calls, depth + 1)) {
      PartlyKnown result;
      if (expr.op == Operator::BitAnd) {
        result.ones = a.ones & b.ones;
        result.unknown = (a.ones | a.unknown) & (b.ones | b.unknown) & ~result.ones;
      } else {
        // Flags are added where they are meant to be joined.
        const bool carries = expr.op == Operator::Add && ((a.ones & b.ones) != 0 || (a.unknown | b.unknown) != 0);
        if (carries) return {kAnything};
        result.ones = a.ones | b.ones;
        result.unknown = (a.unknown | b.unknown) & ~result.ones;
      }
      add(values, {result});
    }
  }
  return values;
}

// Of all that is assigned to it; what may be written through its address is not known.
Constants::Values Constants::ofVariable(ExprId place, std::span<const AllocationCall> calls, unsigned depth) {
  const FunctionBody& body = bodyOf(program_, calls.front().function);
  for (const Expr& expr : body.exprs.all()) {
    if (expr.kind == ExprKind::AddressOf && expr.lhs == place) return {kAnything};
  }
  Values values;
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      const auto* assign = std::get_if<AssignEvent>(&event.action);
      if (assign != nullptr && assign->place == place) add(values, evaluate(assign->value, calls, depth + 1));
    }
  }
  return values.empty() ? Values{kAnything} : values;
}

Constants::Values Constants::ofParameter(const Expr& expr, std::span<const AllocationCall> calls, unsigned depth) {
  indexProgram();
  const FunctionRef function = calls.front().function;
  const auto index = static_cast<std::size_t>(expr.value);
  Values values;
  const FunctionBody& body = bodyOf(program_, function);
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      const auto* assign = std::get_if<AssignEvent>(&event.action);
      if (assign == nullptr || body.exprs[assign->place] != expr) continue;
      add(values, evaluate(assign->value, calls, depth + 1));
    }
  }
  const auto ofCall = [&](const AllocationCall& site, std::span<const AllocationCall> from) {
    const CallEvent* call = findCall(bodyOf(program_, site.function), site.call);
    const bool isPassed = call != nullptr && index < call->arguments.size();
    add(values, isPassed ? evaluate(call->arguments[index], from, depth + 1) : Values{kAnything});
  };
  if (calls.size() > 1) {
    ofCall(calls[1], calls.subspan(1));
    return values;
  }
  const std::vector<AllocationCall>& callers = callers_[function.index()];
  if (callers.empty() || isEntered_[function.index()] || callers.size() > kSelectorCallers) return {kAnything};
  for (const AllocationCall& site : callers) ofCall(site, {&site, 1});
  return values;
}

Constants::Values Constants::ofResult(const Expr& expr, FunctionRef function, unsigned depth) {
  Values values;
  for (const FunctionRef callee : program_.targets(function, CallId(static_cast<std::size_t>(expr.value))).functions) {
    if (!program_[callee].isDefined()) return {kAnything};
    const AllocationCall inside{callee, {}};
    for (const BasicBlock& block : bodyOf(program_, callee).blocks) {
      for (const Event& event : block.events) {
        const auto* result = std::get_if<ReturnEvent>(&event.action);
        if (result != nullptr) add(values, evaluate(result->value, {&inside, 1}, depth + 1));
      }
    }
  }
  return values.empty() ? Values{kAnything} : values;
}

Constants::Values Constants::ofMemory(const Place& place, unsigned depth) {
  indexProgram();
  const auto stores = stores_.find(place);
  if (stores == stores_.end()) return {kAnything};
  Values values;
  for (const Store& store : stores->second) {
    const AllocationCall inside{store.function, {}};
    const auto where = store.function ? std::span<const AllocationCall>(&inside, 1) : std::span<const AllocationCall>();
    add(values, evaluate(store.value, where, depth + 1));
  }
  return values;
}

void Constants::indexProgram() {
  if (isIndexed_) return;
  isIndexed_ = true;
  callers_.resize(program_.functions.size());
  isEntered_.resize(program_.functions.size());
  for (const EntryPoint& entry : program_.entryPoints) isEntered_[entry.function.index()] = true;
  const auto note = [&](FunctionRef function, const ExprTable& exprs, ExprId at, ExprId value) {
    const Expr& place = exprs[at];
    if (place.kind == ExprKind::Global) {
      stores_[{kGlobal, static_cast<std::uint32_t>(place.value)}].push_back({function, value});
    } else if (place.kind == ExprKind::Field && place.record) {
      stores_[{program_.pointsTo().plainRecord(place.record).index(), place.text.index()}].push_back({function, value});
    }
  };
  for (const Initialiser& part : program_.initialisers) note({}, program_.globalExprs, part.place, part.value);
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    if (!program_.functions[i].isDefined()) continue;
    const FunctionBody& body = bodyOf(program_, FunctionRef(i));
    for (const BasicBlock& block : body.blocks) {
      for (const Event& event : block.events) {
        if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
          note(FunctionRef(i), body.exprs, assign->place, assign->value);
        } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
          for (const FunctionRef callee : program_.targets(FunctionRef(i), call->id).functions) {
            callers_[callee.index()].push_back({FunctionRef(i), call->id});
          }
        }
      }
    }
  }
}

}  // namespace irqlint
