#include "analyzer/link/Program.h"

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

std::vector<const SynchronousCallback*> Program::synchronousCallbacks(FunctionRef caller, CallId id) const {
  std::vector<const SynchronousCallback*> found;
  for (const auto& [call, callback] : synchronous_[caller.index()]) {
    if (call == id) found.push_back(&callback);
  }
  return found;
}

}  // namespace irqlint
