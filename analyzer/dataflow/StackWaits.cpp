// The part of Memory that finds objects on a stack which may be paged out while others use them.
#include <algorithm>
#include <optional>
#include <utility>

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

#include "analyzer/dataflow/Memory.h"
#include "analyzer/link/Places.h"

namespace irqlint {
namespace {

// Runs `visit` on each call of `function`.
template <typename Visit>
void forEachCall(const Program& program, FunctionRef function, Visit visit) {
  for (const BasicBlock& block : program[function].summary.body->blocks) {
    for (const Event& event : block.events) {
      if (const auto* call = std::get_if<CallEvent>(&event.action)) visit(event, *call);
    }
  }
}

// An object on a stack, and the member of it that is meant, if no other object has such a one.
using OnStack = llvm::SmallVector<ObjectId, 2>;

class StackObjects {
 public:
  explicit StackObjects(const Program& program);

  // The objects that `pointer`, a term of `function`'s, leads to on the stack of the thread that runs `function`.
  std::vector<OnStack> ownPointees(FunctionRef function, ExprId pointer) const;
  // Those that the pointers in what `pointer` leads to lead to, of `function`'s own.
  std::vector<OnStack> ownHeld(FunctionRef function, ExprId pointer) const;
  // Fills in who else uses `object`; false if nobody is seen to.
  bool findUser(const OnStack& object, StackWait& wait) const;

 private:
  struct HandOver;

  std::optional<OnStack> asOnStack(ObjectId object) const;
  const HandOver* handOver(const PointerStep& step, ObjectId object) const;
  bool isHandedOver(const std::vector<PointerStep>& way, ObjectId object) const;
  std::vector<bool> reachedWithout(FunctionRef avoided) const;
  static ExprId leadingPointer(const ExprTable& exprs, ExprId pointer);
  const ExprTable& exprs(FunctionRef function) const { return program_[function].summary.body->exprs; }

  const Program& program_;
  const PointsTo& pointsTo_;
  // What routines that run later are registered to get.
  struct HandOver {
    FunctionRef routine;
    std::uint32_t parameter;
    FunctionRef by;
    ExprId argument;  // a term of `by`'s
    SourceLocation location;
  };
  std::vector<HandOver> handOvers_;
};

StackObjects::StackObjects(const Program& program) : program_(program), pointsTo_(program.pointsTo()) {
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    if (!program.functions[i].isDefined()) continue;
    forEachCall(program, FunctionRef(i), [&](const Event& event, const CallEvent& call) {
      if (!call.callee || program[call.callee].isDefined()) return;
      const std::string& api = program[call.callee].name();
      const PointerFlows* flows = program.ddi().pointerFlows(api);
      if (flows == nullptr) return;
      for (const PointerFlows::Context& context : flows->contexts) {
        const ExprId routine = context.callback < call.arguments.size() ? call.arguments[context.callback] : ExprId();
        if (!routine || exprs(FunctionRef(i))[routine].kind != ExprKind::Function) continue;
        if (context.argument >= call.arguments.size() || !call.arguments[context.argument]) continue;
        if (program.ddi().callsSynchronously(api, context.callback)) continue;
        const FunctionRef runs(static_cast<std::size_t>(exprs(FunctionRef(i))[routine].value));
        handOvers_.push_back(
            {runs, context.receives, FunctionRef(i), call.arguments[context.argument], event.location});
      }
    });
  }
}

std::optional<OnStack> StackObjects::asOnStack(ObjectId object) const {
  const ObjectKind kind = pointsTo_.object(object).kind;
  if (kind == ObjectKind::Local) return OnStack{object};
  if (kind != ObjectKind::Member) return std::nullopt;
  const std::vector<ObjectId> around = pointsTo_.around(object);
  const bool isOfOne = around.size() == 1 && pointsTo_.object(around.front()).kind == ObjectKind::Local;
  return isOfOne ? std::optional(OnStack{around.front(), object}) : std::nullopt;
}

// The pointer by which `pointer`, perhaps the address of a part, leads to the whole; none if it names a variable.
ExprId StackObjects::leadingPointer(const ExprTable& exprs, ExprId pointer) {
  const Expr& value = exprs[pointer];
  if (value.kind == ExprKind::Integer || value.kind == ExprKind::String || value.kind == ExprKind::Function) return {};
  if (value.kind != ExprKind::AddressOf) return pointer;
  const Expr& root = exprs[rootOf(exprs, value.lhs)];
  return root.kind == ExprKind::Dereference ? root.lhs : ExprId();
}

std::vector<OnStack> StackObjects::ownPointees(FunctionRef function, ExprId pointer) const {
  std::vector<OnStack> found;
  const ExprTable& terms = exprs(function);
  const ExprId leading = leadingPointer(terms, pointer);
  if (leading) {
    for (const ObjectId object : pointsTo_.pointees(function, terms, leading)) {
      const auto onStack = asOnStack(object);
      if (onStack && !isHandedOver(pointsTo_.way(function, terms, leading, object), object)) found.push_back(*onStack);
    }
  } else if (terms[pointer].kind == ExprKind::AddressOf) {
    const ExprId place = terms[pointer].lhs;
    for (const ObjectId object : pointsTo_.objectsAt(function, terms, rootOf(terms, place))) {
      const auto onStack = asOnStack(object);
      if (!onStack) continue;
      found.push_back(*onStack);
      for (const ObjectId part : pointsTo_.objectsAt(function, terms, place)) {
        const auto member = asOnStack(part);
        if (part != object && member && member->front() == object) found.back().push_back(part);
      }
    }
  }
  return found;
}

std::vector<OnStack> StackObjects::ownHeld(FunctionRef function, ExprId pointer) const {
  std::vector<OnStack> found;
  for (const ObjectId array : pointsTo_.pointees(function, exprs(function), pointer)) {
    if (pointsTo_.object(array).kind != ObjectKind::Local) continue;
    for (const ObjectId object : pointsTo_.heldIn(array)) {
      const auto onStack = asOnStack(object);
      if (onStack && pointsTo_.object(onStack->front()).function == function) found.push_back(*onStack);
    }
  }
  return found;
}

// The registration by which a routine's parameter got the address of `object`; null if there is none.
const StackObjects::HandOver* StackObjects::handOver(const PointerStep& step, ObjectId object) const {
  if (step.into != PointerStep::Into::Parameter) return nullptr;
  const auto found = llvm::find_if(handOvers_, [&](const HandOver& known) {
    return known.routine == step.function && known.parameter == step.number &&
           llvm::is_contained(pointsTo_.pointees(known.by, exprs(known.by), known.argument), object);
  });
  return found != handOvers_.end() ? &*found : nullptr;
}

// True if the way of the address of `object` leads through memory that all threads see, or to a routine that runs
// later.
bool StackObjects::isHandedOver(const std::vector<PointerStep>& way, ObjectId object) const {
  return llvm::any_of(way, [&](const PointerStep& step) {
    switch (step.into) {
      case PointerStep::Into::Member:
      case PointerStep::Into::Memory: return true;
      case PointerStep::Into::Variable: return static_cast<bool>(step.global);
      default: return handOver(step, object) != nullptr;
    }
  });
}

// By function: whether the system gets there on a way that does not lead through `avoided`.
std::vector<bool> StackObjects::reachedWithout(FunctionRef avoided) const {
  std::vector<bool> reached(program_.functions.size());
  std::vector<FunctionRef> pending;
  const auto reach = [&](FunctionRef function) {
    if (function == avoided || reached[function.index()] || !program_[function].isDefined()) return;
    reached[function.index()] = true;
    pending.push_back(function);
  };
  for (const EntryPoint& entry : program_.entryPoints) reach(entry.function);
  while (!pending.empty()) {
    const FunctionRef function = pending.back();
    pending.pop_back();
    forEachCall(program_, function, [&](const Event&, const CallEvent& call) {
      llvm::for_each(program_.targets(function, call.id).functions, reach);
      for (const SynchronousCallback* callback : program_.synchronousCallbacks(function, call.id)) {
        llvm::for_each(callback->functions, reach);
      }
    });
  }
  return reached;
}

bool StackObjects::findUser(const OnStack& object, StackWait& wait) const {
  const std::vector<bool> reached = reachedWithout(pointsTo_.object(object.front()).function);
  for (std::size_t i = 0; i < program_.functions.size() && !wait.user; ++i) {
    const FunctionRef function(i);
    if (!reached[i] || program_[function].summary.isForeign) continue;
    const ExprTable& terms = exprs(function);
    forEachCall(program_, function, [&](const Event& event, const CallEvent& call) {
      if (wait.user || !call.callee || program_[call.callee].isDefined()) return;
      for (const ExprId argument : call.arguments) {
        const ExprId pointer = argument ? leadingPointer(terms, argument) : ExprId();
        if (!pointer) continue;
        const std::vector<ObjectId> pointees = pointsTo_.pointees(function, terms, pointer);
        const auto* meant = llvm::find_if(object, [&](ObjectId part) {
          return llvm::is_contained(pointees, part) &&
                 isHandedOver(pointsTo_.way(function, terms, pointer, part), part);
        });
        if (meant == object.end()) continue;
        wait.object = *meant;
        wait.user = function;
        wait.usedAt = event.location;
        wait.usedBy = program_[call.callee].name();
        wait.pointer = pointer;
        for (const PointerStep& step : pointsTo_.way(function, terms, pointer, *meant)) {
          const HandOver* known = handOver(step, *meant);
          if (known == nullptr) continue;
          wait.routine = known->routine;
          wait.registeredAt = known->location;
        }
        return;
      }
    });
  }
  return static_cast<bool>(wait.user);
}

}  // namespace

std::vector<StackWait> Memory::stackWaits() {
  std::vector<StackWait> found;
  std::optional<StackObjects> stack;
  const std::optional<std::int64_t> userMode = program_.ddi().constant("UserMode");
  for (std::size_t i = 0; userMode && i < program_.functions.size(); ++i) {
    const FunctionRef function(i);
    if (!program_[function].isDefined() || program_[function].summary.isForeign) continue;
    forEachCall(program_, function, [&](const Event& event, const CallEvent& call) {
      if (!call.callee) return;
      const std::string& api = program_[call.callee].name();
      const ObjectWait* waits = program_.ddi().objectWait(api);
      if (waits == nullptr || std::max(waits->objectParameter, waits->modeParameter) >= call.arguments.size()) return;
      const ExprId pointer = call.arguments[waits->objectParameter];
      const ExprId mode = call.arguments[waits->modeParameter];
      if (!pointer || !mode) return;
      const AllocationCall here{function, call.id};
      const auto modes = constants_.valuesOf(mode, {&here, 1});
      const auto isUserMode = [&](const PartlyKnown& value) {
        return value.unknown == 0 && value.ones == static_cast<std::uint64_t>(*userMode);
      };
      // Of several callers it is not known which asks for which mode with which object.
      if (modes.empty() || !llvm::all_of(modes, isUserMode)) return;
      if (!stack) stack.emplace(program_);
      for (const OnStack& object :
           waits->isOfSeveral ? stack->ownHeld(function, pointer) : stack->ownPointees(function, pointer)) {
        StackWait wait{.function = function, .location = event.location, .api = api};
        if (!stack->findUser(object, wait)) continue;
        found.push_back(std::move(wait));
        return;
      }
    });
  }
  return found;
}

}  // namespace irqlint
