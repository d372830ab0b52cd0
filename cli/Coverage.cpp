#include "cli/Coverage.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace irqlint {
namespace {

const char* noteKind(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::ParseError: return "parseError";
    case ProblemKind::MissingHeader: return "missingHeader";
    case ProblemKind::BodyLost: return "bodyLost";
    case ProblemKind::UnitFailed: return "unitFailed";
    case ProblemKind::Unsupported: return "unsupported";
  }
  return "unsupported";
}

class CoverageCounter {
 public:
  explicit CoverageCounter(const Program& program) : program_(program) {}

  Coverage count() {
    coverage_.sourceLines = program_.sourceLines;
    for (std::size_t i = 0; i < program_.functions.size(); ++i) countFunction(FunctionRef(i));
    coverage_.unknownCallees.assign(unknown_.begin(), unknown_.end());
    return std::move(coverage_);
  }

 private:
  void countFunction(FunctionRef ref) {
    const FunctionSummary& summary = program_[ref].summary;
    if (summary.isForeign) return;
    if (summary.bodyLost) ++coverage_.bodiesLost;
    if (!summary.body) return;
    ++coverage_.functions;
    for (const BasicBlock& block : summary.body->blocks) {
      for (const Event& event : block.events) {
        if (const auto* call = std::get_if<CallEvent>(&event.action)) countCall(ref, event, *call);
      }
    }
  }

  void countCall(FunctionRef caller, const Event& event, const CallEvent& call) {
    if (call.inAssertion) return;  // free builds do not make it
    ++coverage_.calls;
    // What a macro with a contract does is known, whatever it calls.
    if (event.macro && program_.ddi().contract(program_.strings[event.macro])) return;
    if (!call.callee) {
      if (program_.targets(caller, call.id).functions.empty()) ++coverage_.unresolvedIndirectCalls;
      return;
    }
    const Function& callee = program_[call.callee];
    if (!callee.isDefined() && !callee.contract && !call.isImplicit) unknown_.insert(callee.name());
  }

  const Program& program_;
  Coverage coverage_;
  std::set<std::string> unknown_;
};

std::vector<Coverage::Note> notesOf(const Program& program) {
  std::vector<Coverage::Note> notes;
  notes.reserve(program.problems.size());
  for (const Problem& problem : program.problems) {
    notes.push_back({noteKind(problem.kind), problem.message, program.locate(problem.location)});
  }
  const auto order = [](const Coverage::Note& note) { return std::tie(note.location, note.kind, note.message); };
  std::sort(notes.begin(), notes.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  const auto same = [&](const auto& a, const auto& b) { return order(a) == order(b); };
  notes.erase(std::unique(notes.begin(), notes.end(), same), notes.end());
  return notes;
}

}  // namespace

Coverage coverageOf(const AnalyzedProgram& analyzed, const std::vector<FailedUnit>& failed,
                    const std::vector<std::string>& projectProblems) {
  const Program& program = analyzed.program();
  Coverage coverage = CoverageCounter(program).count();
  coverage.units = program.units + static_cast<std::uint32_t>(failed.size());
  coverage.functionsAnalysed = static_cast<std::uint32_t>(analyzed.functionsAnalysed());
  for (const FailedUnit& unit : failed) coverage.failedUnits.push_back({unit.file, unit.reason});
  for (const std::string& problem : projectProblems) coverage.notes.push_back({"project", problem, {}});
  for (Coverage::Note& note : notesOf(program)) coverage.notes.push_back(std::move(note));
  return coverage;
}

}  // namespace irqlint
