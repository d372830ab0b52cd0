// From provenance to the steps a reader follows.
#include <algorithm>
#include <utility>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/dataflow/Reachability.h"

namespace irqlint {
namespace {

// Calls inside calls are shown down to this depth below the function at hand.
constexpr std::uint32_t kNestedTrails = 3;

std::string quoted(const std::string& name) { return "'" + name + "'"; }

}  // namespace

void AnalyzedProgram::appendTrail(TrailId trail, std::uint32_t depth, std::vector<ThreadFlowLocation>& flow) const {
  for (const TrailId id : facts_->trails.path(trail)) {
    const TrailStep& step = facts_->trails[id];
    ThreadFlowLocation location{.location = program_.locate(step.location),
                                .before = IrqlSet::of(step.before),
                                .after = IrqlSet::of(step.after),
                                .nestingLevel = depth,
                                .importance = Importance::Essential};
    if (!step.calleeContext) {
      const char* what = step.after < step.before ? "lowers the level"
                         : step.takesLock         ? "takes a lock"
                                                  : "raises the level";
      location.message = std::string(what) + " (" + step.callee + ")";
      flow.push_back(std::move(location));
      continue;
    }
    location.message = "calls " + quoted(step.callee) + ", which returns at " + irqlName(step.after);
    flow.push_back(std::move(location));
    if (depth < kNestedTrails + 1) appendTrail(step.calleeTrail, depth + 1, flow);
  }
}

std::vector<ThreadFlowLocation> AnalyzedProgram::codeFlow(ContextId target, TrailId trail,
                                                          std::optional<std::size_t> witness) const {
  return codeFlow(*reach_, target, trail, witness);
}

std::vector<ThreadFlowLocation> AnalyzedProgram::codeFlow(const Reachability& reach, ContextId target, TrailId trail,
                                                          std::optional<std::size_t> witness) const {
  // The chain of calls, outermost first.
  std::vector<std::pair<ContextId, const CallSite*>> chain;
  for (ContextId at = target; at;) {
    const CallSite* site = reach.entryCall(at, witness);
    chain.emplace_back(at, site);
    at = site != nullptr ? site->caller : ContextId();
  }
  std::reverse(chain.begin(), chain.end());

  std::vector<ThreadFlowLocation> flow;
  const EntryPoint& entry = program_.entryPoints[reach.root(target, witness).entryPoint];
  const Function& first = program_[entry.function];
  const Irql level = facts_->contexts[chain.front().first.index()].entry;
  const bool isRegistered = entry.cause == EntryPoint::Cause::Registered || entry.cause == EntryPoint::Cause::Stored;
  if (isRegistered) {
    flow.push_back({.location = program_.locate(entry.location),
                    .message = quoted(first.name()) + " becomes a callback here: " + entry.roleName + " (" +
                               entry.registrar + ")"});
  }
  std::string how = "the system enters " + quoted(first.name()) + " at " + irqlName(level);
  if (entry.cause == EntryPoint::Cause::RoleDeclared) how += " (" + entry.roleName + ")";
  if (entry.cause == EntryPoint::Cause::Annotated)
    how = quoted(first.name()) + " may be called at " + irqlName(level) + ", its annotation says";
  if (entry.cause == EntryPoint::Cause::Unseen)
    how = quoted(first.name()) + " is called by nobody seen, here at " + irqlName(level);
  flow.push_back({.location = program_.locate(first.summary.location),
                  .message = std::move(how),
                  .before = IrqlSet::of(level),
                  .after = IrqlSet::of(level),
                  .importance = Importance::Essential});

  std::uint32_t depth = 1;
  for (std::size_t i = 1; i < chain.size(); ++i) {
    const CallSite& site = *chain[i].second;
    appendTrail(site.trail, depth, flow);
    const Context& callee = facts_->contexts[chain[i].first.index()];
    const IrqlSet before = flow.back().after.empty() ? IrqlSet::of(site.level) : flow.back().after;
    ThreadFlowLocation call{.location = program_.locate(site.location),
                            .message = "calls " + quoted(program_[callee.function].name()),
                            .before = before,
                            .after = IrqlSet::of(callee.entry),
                            .nestingLevel = depth};
    if (!site.through.empty()) {
      call.message += " through " + site.through + " at " + irqlName(callee.entry);
      call.importance = Importance::Essential;
    }
    flow.push_back(std::move(call));
    ++depth;
  }
  appendTrail(trail, depth, flow);
  return flow;
}

}  // namespace irqlint
