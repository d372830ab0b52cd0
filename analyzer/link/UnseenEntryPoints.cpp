#include <algorithm>

#include "analyzer/link/EntryPoints.h"

namespace irqlint {
namespace {

// The functions each function may run, synchronous callbacks included.
std::vector<std::vector<FunctionRef>> callees(const Program& program) {
  std::vector<std::vector<FunctionRef>> edges(program.functions.size());
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto& body = program.functions[i].summary.body;
    for (std::uint32_t call = 0; body && call < body->callCount; ++call) {
      const auto& targets = program.targets(FunctionRef(i), CallId(call)).functions;
      edges[i].insert(edges[i].end(), targets.begin(), targets.end());
      for (const SynchronousCallback* callback : program.synchronousCallbacks(FunctionRef(i), CallId(call))) {
        edges[i].insert(edges[i].end(), callback->functions.begin(), callback->functions.end());
      }
    }
  }
  return edges;
}

class Reachability {
 public:
  explicit Reachability(const Program& program) : edges_(callees(program)), reached_(program.functions.size(), false) {}

  bool reached(std::size_t function) const { return reached_[function]; }
  const std::vector<FunctionRef>& edges(std::size_t function) const { return edges_[function]; }

  void reach(FunctionRef from) {
    std::vector<FunctionRef> pending{from};
    while (!pending.empty()) {
      const FunctionRef next = pending.back();
      pending.pop_back();
      if (reached_[next.index()]) continue;
      reached_[next.index()] = true;
      pending.insert(pending.end(), edges_[next.index()].begin(), edges_[next.index()].end());
    }
  }

 private:
  std::vector<std::vector<FunctionRef>> edges_;
  std::vector<bool> reached_;
};

EntryPoint unseen(const Program& program, FunctionRef function) {
  const Function& unseenFunction = program[function];
  EntryPoint entry;
  entry.function = function;
  entry.location = unseenFunction.summary.location;
  const Contract* contract = unseenFunction.contractIsDeclared ? unseenFunction.contract : nullptr;
  if (contract != nullptr && (contract->terms.maximum || contract->terms.minimum)) {
    entry.cause = EntryPoint::Cause::Annotated;
    const Irql minimum = contract->terms.minimum.value_or(kPassiveLevel);
    entry.levels = levelRange(minimum, contract->terms.maximum.value_or(std::max(minimum, kDispatchLevel)));
    return entry;
  }
  entry.cause = EntryPoint::Cause::Unseen;
  entry.levels = levelRange(kPassiveLevel, kDispatchLevel);
  return entry;
}

}  // namespace

std::vector<EntryPoint> findUnseenEntryPoints(const Program& program, const std::vector<FunctionRef>& handedOut) {
  Reachability reachability(program);
  std::vector<EntryPoint> found;
  for (const EntryPoint& entry : program.entryPoints) reachability.reach(entry.function);
  for (const FunctionRef function : handedOut) {
    found.push_back(unseen(program, function));
    reachability.reach(function);
  }

  const auto isCandidate = [&](std::size_t i) {
    return !reachability.reached(i) && program.functions[i].isDefined() && !program.functions[i].summary.isForeign;
  };
  std::vector<bool> called(program.functions.size(), false);
  for (std::size_t i = 0; i < called.size(); ++i) {
    if (!isCandidate(i)) continue;
    for (const FunctionRef callee : reachability.edges(i)) {
      if (callee.index() != i) called[callee.index()] = true;
    }
  }
  // First those without a caller; what is left then is called in circles only.
  for (const bool inCircles : {false, true}) {
    for (std::size_t i = 0; i < called.size(); ++i) {
      if (!isCandidate(i) || (!inCircles && called[i])) continue;
      found.push_back(unseen(program, FunctionRef(i)));
      reachability.reach(FunctionRef(i));
    }
  }
  return found;
}

}  // namespace irqlint
