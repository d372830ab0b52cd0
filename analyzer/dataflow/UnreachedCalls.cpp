#include "analyzer/dataflow/UnreachedCalls.h"

#include <set>
#include <utility>
#include <variant>

#include <llvm/ADT/STLFunctionalExtras.h>

namespace irqlint {
namespace {

// The plain calls that `function` makes.
void forEachCall(const Function& function, llvm::function_ref<void(const CallEvent&, SourceLocation)> visit) {
  if (!function.summary.body) return;
  for (const BasicBlock& block : function.summary.body->blocks) {
    for (const Event& event : block.events) {
      const auto* call = std::get_if<CallEvent>(&event.action);
      if (call != nullptr && call->callee && !call->isVirtual && !call->inAssertion) visit(*call, event.location);
    }
  }
}

}  // namespace

UnreachedCalls::UnreachedCalls(const Program& program, const IrqlFacts& facts) : calls_(program.functions.size()) {
  std::vector<bool> isEntered(program.functions.size(), false);
  std::vector<std::set<std::pair<FunctionRef, SourceLocation>>> reached(program.functions.size());
  for (const Context& context : facts.contexts) {
    isEntered[context.function.index()] = true;
    for (const CallSite& site : context.callers) {
      reached[context.function.index()].insert({facts.contexts[site.caller.index()].function, site.location});
    }
  }
  std::vector<FunctionRef> pending;
  const auto note = [&](FunctionRef callee, SourceLocation call) {
    if (calls_[callee.index()].file || !program[callee].isDefined()) return;
    calls_[callee.index()] = call;
    pending.push_back(callee);
  };
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionRef caller(i);
    if (!isEntered[i]) continue;
    forEachCall(program[caller], [&](const CallEvent& call, SourceLocation location) {
      if (!reached[call.callee.index()].contains({caller, location})) note(call.callee, location);
    });
  }
  // What is entered by other ways has its own calls among those that were reached.
  while (!pending.empty()) {
    const FunctionRef next = pending.back();
    pending.pop_back();
    if (isEntered[next.index()]) continue;
    const SourceLocation call = calls_[next.index()];
    forEachCall(program[next], [&](const CallEvent& inner, SourceLocation) { note(inner.callee, call); });
  }
}

}  // namespace irqlint
