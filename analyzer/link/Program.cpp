#include "analyzer/link/Program.h"

#include <algorithm>

#include "analyzer/link/MemberFunctions.h"

namespace irqlint {

Location Program::locate(SourceLocation location) const {
  if (!location.file) return {};
  return {files[location.file.index()], location.line, location.column, location.endColumn};
}

bool Program::isPageable(const FunctionSummary& function) const {
  return DdiDatabase::isPageableSection(function.section.name) && !lockedSections.names.contains(function.section.name);
}

const CallTargets& Program::targets(FunctionRef caller, CallId id) const {
  return targets_[caller.index()][id.index()];
}

bool Program::isOverriderOf(FunctionRef method, FunctionRef base) const {
  if (method == base) return true;
  const std::vector<FunctionRef>& overridden = (*this)[method].summary.overrides;
  return std::any_of(overridden.begin(), overridden.end(), [&](FunctionRef next) { return isOverriderOf(next, base); });
}

FunctionRef Program::overriderIn(FunctionRef type, FunctionRef method) const {
  const Function& dynamicType = (*this)[type];
  if (!dynamicType.isDynamicType()) return {};
  const std::vector<FunctionRef>& methods = dynamicType.summary.overrides;
  const auto found =
      std::find_if(methods.begin(), methods.end(), [&](FunctionRef own) { return isOverriderOf(own, method); });
  return found != methods.end() ? *found : FunctionRef();
}

const PointsTo& Program::pointsTo() const { return memberFunctions_->pointsTo(); }

std::vector<FunctionRef> Program::heldBy(FunctionRef function, const ExprTable& exprs, ExprId place) const {
  return memberFunctions_->heldBy(function, exprs, place);
}

std::vector<const SynchronousCallback*> Program::synchronousCallbacks(FunctionRef caller, CallId id) const {
  std::vector<const SynchronousCallback*> found;
  for (const auto& [call, callback] : synchronous_[caller.index()]) {
    if (call == id) found.push_back(&callback);
  }
  return found;
}

}  // namespace irqlint
