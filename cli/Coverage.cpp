#include "cli/Coverage.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include <llvm/Support/Path.h>

#include "cli/DriverLoading.h"

namespace irqlint {
namespace {

const char* noteKind(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::ParseError: return "parseError";
    case ProblemKind::MissingHeader: return "missingHeader";
    case ProblemKind::InventedName: return "inventedName";
    case ProblemKind::BodyLost: return "bodyLost";
    case ProblemKind::UnitFailed: return "unitFailed";
    case ProblemKind::Unsupported: return "unsupported";
  }
  return "unsupported";
}

const char* languageOf(const std::string& file) {
  const std::string extension = llvm::sys::path::extension(file).lower();
  if (extension == ".c") return "C";
  return extension == ".cpp" || extension == ".cxx" || extension == ".cc" ? "C++" : "headers";
}

class CoverageCounter {
 public:
  explicit CoverageCounter(const Program& program) : program_(program) {}

  Coverage count() {
    coverage_.sourceLines = program_.sourceLines;
    for (std::size_t i = 0; i < program_.functions.size(); ++i) countFunction(FunctionRef(i));
    for (const auto& [name, callee] : unknown_) coverage_.unknownCallees.push_back(callee);
    return std::move(coverage_);
  }

 private:
  void countFunction(FunctionRef ref) {
    const FunctionSummary& summary = program_[ref].summary;
    if (summary.isForeign) return;
    if (!summary.body && !summary.bodyLost) return;
    Coverage::Bodies& alike = coverage_.bodies[languageOf(program_.locate(summary.location).file)];
    if (summary.bodyLost) {
      ++coverage_.bodiesLost;
      ++alike.lost;
    }
    if (!summary.body) return;
    ++coverage_.functions;
    ++alike.functions;
    if (summary.parseErrors != 0) {
      ++coverage_.bodiesPartial;
      ++alike.partial;
      coverage_.notes.push_back({"bodyPartial", "'" + summary.name + "' was understood in part only",
                                 program_.locate(summary.location), summary.parseErrors});
    }
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
    const Contract* macro = event.macro ? program_.ddi().contract(program_.strings[event.macro]) : nullptr;
    countDdi(macro, calledByName(caller, call), call);
    if (macro != nullptr || isUnderstood(caller, call)) {
      ++coverage_.callsUnderstood;
    } else if (call.callee) {
      const Function& callee = program_[call.callee];
      Coverage::UnknownCallee& unknown = unknown_[callee.name()];
      unknown = {callee.name(), unknown.calls + 1, isDeclaredOutside(callee)};
    } else if (isNamed(*program_[caller].summary.body, call)) {
      ++coverage_.unresolvedIndirectCalls;
    } else {
      ++coverage_.unnamedCalls;
    }
  }

  // What is called, or the system's routine that is called through a pointer; none if that is not known.
  FunctionRef calledByName(FunctionRef caller, const CallEvent& call) const {
    if (call.callee) return call.callee;
    const std::vector<FunctionRef>& targets = program_.targets(caller, call.id).functions;
    return targets.size() == 1 ? targets.front() : FunctionRef();
  }
  void countDdi(const Contract* macro, FunctionRef called, const CallEvent& call) {
    if (macro == nullptr && (!called || call.isImplicit)) return;
    const Contract* contract = macro;
    bool hasBody = false;
    if (macro == nullptr) {
      const Function& callee = program_[called];
      if (!callee.contractIsDeclared) contract = callee.contract;
      if (contract == nullptr && !isDeclaredOutside(callee)) return;
      hasBody = callee.isDefined();
    }
    ++coverage_.ddiCalls.calls;
    if (contract == nullptr) {
      if (hasBody) ++coverage_.ddiCalls.withBody;
      return;
    }
    ++coverage_.ddiCalls.withContract;
    if (contract->isPure || contract->terms.maximum) ++coverage_.ddiCalls.withLevel;
  }
  // The compiler's own declaration of a function that nothing declares says nothing of where it comes from.
  static bool isDeclaredOutside(const Function& function) {
    return function.summary.isForeign && !function.summary.isImplicit;
  }

  bool isUnderstood(FunctionRef caller, const CallEvent& call) const {
    if (!call.callee) return !program_.targets(caller, call.id).functions.empty();
    const Function& callee = program_[call.callee];
    return callee.isDefined() || callee.contract != nullptr || call.isImplicit;
  }
  static bool isNamed(const FunctionBody& body, const CallEvent& call) {
    return call.target && body.exprs[call.target].kind != ExprKind::Unknown;
  }

  const Program& program_;
  Coverage coverage_;
  std::map<std::string, Coverage::UnknownCallee> unknown_;
};

// By place, none twice.
void sortNotes(std::vector<Coverage::Note>& notes) {
  const auto order = [](const Coverage::Note& note) { return std::tie(note.location, note.kind, note.message); };
  std::sort(notes.begin(), notes.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  const auto same = [&](const auto& a, const auto& b) { return order(a) == order(b); };
  notes.erase(std::unique(notes.begin(), notes.end(), same), notes.end());
}

std::vector<Coverage::Note> notesOf(const Program& program) {
  std::vector<Coverage::Note> notes;
  notes.reserve(program.problems.size());
  for (const Problem& problem : program.problems) {
    notes.push_back({noteKind(problem.kind), problem.message, program.locate(problem.location)});
  }
  return notes;
}

}  // namespace

Coverage coverageOf(const AnalyzedProgram& analyzed, const std::vector<FailedUnit>& failed) {
  const Program& program = analyzed.program();
  Coverage coverage = CoverageCounter(program).count();
  coverage.units = program.units + static_cast<std::uint32_t>(failed.size());
  coverage.functionsAnalysed = static_cast<std::uint32_t>(analyzed.functionsAnalysed());
  for (const FailedUnit& unit : failed) coverage.failedUnits.push_back({unit.file, unit.reason});
  for (Coverage::Note& note : notesOf(program)) coverage.notes.push_back(std::move(note));
  sortNotes(coverage.notes);
  return coverage;
}

void CoverageSum::add(Coverage coverage) {
  sum_.drivers += coverage.drivers;
  sum_.units += coverage.units;
  sum_.sourceLines += coverage.sourceLines;
  sum_.functions += coverage.functions;
  sum_.bodiesLost += coverage.bodiesLost;
  sum_.bodiesPartial += coverage.bodiesPartial;
  for (const auto& [language, bodies] : coverage.bodies) {
    Coverage::Bodies& sum = sum_.bodies[language];
    sum.functions += bodies.functions;
    sum.lost += bodies.lost;
    sum.partial += bodies.partial;
  }
  sum_.functionsAnalysed += coverage.functionsAnalysed;
  sum_.calls += coverage.calls;
  sum_.callsUnderstood += coverage.callsUnderstood;
  sum_.unresolvedIndirectCalls += coverage.unresolvedIndirectCalls;
  sum_.unnamedCalls += coverage.unnamedCalls;
  sum_.ddiCalls.calls += coverage.ddiCalls.calls;
  sum_.ddiCalls.withContract += coverage.ddiCalls.withContract;
  sum_.ddiCalls.withLevel += coverage.ddiCalls.withLevel;
  sum_.ddiCalls.withBody += coverage.ddiCalls.withBody;
  for (const Coverage::UnknownCallee& callee : coverage.unknownCallees) {
    Coverage::UnknownCallee& unknown = unknownCallees_[callee.name];
    unknown = {callee.name, unknown.calls + callee.calls, unknown.isDdi || callee.isDdi};
  }
  std::move(coverage.failedUnits.begin(), coverage.failedUnits.end(), std::back_inserter(sum_.failedUnits));
  std::move(coverage.notes.begin(), coverage.notes.end(), std::back_inserter(sum_.notes));
}

Coverage CoverageSum::sum() {
  for (const auto& [name, callee] : unknownCallees_) sum_.unknownCallees.push_back(callee);
  unknownCallees_.clear();
  sortNotes(sum_.notes);
  return std::exchange(sum_, Coverage());
}

void addProjectNotes(const DriverSet& set, const std::string& sourceRoot, Coverage& coverage) {
  std::vector<Coverage::Note> notes;
  const auto add = [&](const std::vector<std::string>& problems) {
    for (const std::string& problem : problems)
      notes.push_back({"project", withRelativePaths(problem, sourceRoot), {}});
  };
  add(set.problems);
  for (const Driver& driver : set.drivers) add(driver.notes);
  for (const SkippedProject& skipped : set.skipped)
    notes.push_back({"skippedProject", skipped.reason, {.file = skipped.path}});
  coverage.notes.insert(coverage.notes.begin(), std::make_move_iterator(notes.begin()),
                        std::make_move_iterator(notes.end()));
}

}  // namespace irqlint
