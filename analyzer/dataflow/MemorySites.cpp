// The part of Memory that goes over the calls which allocate memory or place objects in it.
#include <llvm/ADT/STLFunctionalExtras.h>

#include "analyzer/dataflow/Memory.h"
#include "analyzer/link/AllocatorConditions.h"

namespace irqlint {
namespace {

// Runs `visit` on each direct call in the driver's own code.
void forEachCall(const Program& program,
                 llvm::function_ref<void(FunctionRef, const FunctionBody&, const Event&, const CallEvent&)> visit) {
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    if (!program.functions[i].isDefined() || program.functions[i].summary.isForeign) continue;
    const FunctionBody& body = *program.functions[i].summary.body;
    for (const BasicBlock& block : body.blocks) {
      for (const Event& event : block.events) {
        const auto* call = std::get_if<CallEvent>(&event.action);
        if (call != nullptr && call->callee) visit(FunctionRef(i), body, event, *call);
      }
    }
  }
}

}  // namespace

std::vector<AllocationSite> Memory::allocations() {
  std::vector<AllocationSite> found;
  forEachCall(program_, [&](FunctionRef function, const FunctionBody& body, const Event& event, const CallEvent& call) {
    const std::string& api = program_[call.callee].name();
    const Allocator* allocator = program_[call.callee].isDefined() ? nullptr : program_.ddi().allocator(api);
    if (allocator == nullptr || doesAllocate(program_, body.exprs, call, *allocator) == Truth::False) return;
    const auto argument = [&](const std::optional<std::uint32_t>& parameter) {
      return parameter && *parameter < call.arguments.size() ? call.arguments[*parameter] : ExprId();
    };
    AllocationSite site{function, call.id, event.location, api, allocator, argument(allocator->tagParameter), {}, {}};
    const ExprId size = argument(allocator->sizeParameter);
    if (size && body.exprs[size].kind == ExprKind::Integer) {
      site.size = static_cast<std::uint64_t>(body.exprs[size].value);
    }
    Object made{.kind = ObjectKind::Allocation};
    made.made.push_back({function, call.id});
    site.kinds = ofAllocation(made);
    found.push_back(std::move(site));
  });
  return found;
}

std::vector<MisplacedObject> Memory::misplacedObjects() {
  std::vector<MisplacedObject> found;
  if (!hasPageable_) return found;
  forEachCall(program_, [&](FunctionRef function, const FunctionBody& body, const Event& event, const CallEvent& call) {
    const std::string& api = program_[call.callee].name();
    for (std::uint32_t argument = 0; argument < call.arguments.size(); ++argument) {
      const ExprId pointer = call.arguments[argument];
      const std::string_view type = pointer ? program_.ddi().residentArgument(api, argument) : std::string_view();
      if (type.empty()) continue;
      const MemoryKinds kinds = pointee(function, body.exprs, pointer);
      const auto object = pageablePointee(function, body.exprs, pointer);
      if (!kinds.mayBePageable() || !object) continue;
      found.push_back({function, event.location, api, std::string(type), pointer, kinds, *object});
    }
  });
  return found;
}

}  // namespace irqlint
