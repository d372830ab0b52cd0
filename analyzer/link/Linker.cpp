// The steps of linking, in order.
#include <algorithm>
#include <utility>

#include "analyzer/ddi/AnnotationContract.h"
#include "analyzer/link/Creations.h"
#include "analyzer/link/EntryPoints.h"
#include "analyzer/link/FunctionPointers.h"
#include "analyzer/link/Merge.h"
#include "analyzer/link/PagingClaims.h"
#include "analyzer/link/Program.h"

namespace irqlint {

class Linker {
 public:
  static Program link(std::vector<TuSummary> summaries, const DdiDatabase& ddi) {
    Program program;
    program.ddi_ = &ddi;
    mergeSummaries(std::move(summaries), program);
    attachContracts(program);
    FunctionPointers pointers(program);
    resolveCalls(program, pointers);
    program.lockedSections = findLockedSections(program, pointers);
    program.powerPaging = findPowerPaging(program);
    program.passiveCreations = Creations(program).thatAlwaysChoose();
    program.entryPoints = findEntryPoints(program, pointers);
    std::vector<EntryPoint> unseen = findUnseenEntryPoints(program);
    program.entryPoints.insert(program.entryPoints.end(), unseen.begin(), unseen.end());
    return program;
  }

 private:
  // The driver's own functions have the contract their annotations state. For foreign ones the database comes first:
  // it knows the conditions that headers of a DDK without a WDK leave out.
  static void attachContracts(Program& program) {
    for (Function& function : program.functions) {
      if (function.summary.isForeign || !function.isDefined())
        function.contract = program.ddi_->contract(function.name());
      const bool known = function.contract != nullptr && !function.contract->isCallback;
      if (known) continue;
      function.contract = nullptr;
      std::vector<std::string> parameters;
      parameters.reserve(function.summary.parameters.size());
      for (const Parameter& parameter : function.summary.parameters) parameters.push_back(parameter.name);
      std::vector<std::string> problems;
      // A defect of the driver's own annotation is a finding, nothing the tool failed to understand.
      std::vector<Annotation> annotations = function.summary.annotations;
      std::erase_if(annotations, [&](const Annotation& annotation) {
        return defectOf(annotation, parameters) != AnnotationDefect::None;
      });
      auto declared = contractOf(function.name(), parameters, annotations, problems);
      for (std::string& problem : problems) {
        program.problems.push_back({ProblemKind::Unsupported, std::move(problem), function.summary.location});
      }
      if (!declared) continue;
      program.declaredContracts_.push_back(std::move(*declared));
      function.contract = &program.declaredContracts_.back();
      function.contractIsDeclared = true;
    }
  }

  static void resolveCalls(Program& program, FunctionPointers& pointers) {
    program.targets_.resize(program.functions.size());
    program.synchronous_.resize(program.functions.size());
    for (std::size_t i = 0; i < program.functions.size(); ++i) {
      const auto& body = program.functions[i].summary.body;
      if (!body) continue;
      program.targets_[i].resize(body->callCount);
      for (const BasicBlock& block : body->blocks) {
        for (const Event& event : block.events) {
          const auto* call = std::get_if<CallEvent>(&event.action);
          if (call == nullptr) continue;
          program.targets_[i][call->id.index()] = pointers.targets(FunctionRef(i), *call);
          addSynchronousCallbacks(program, pointers, FunctionRef(i), *call);
        }
      }
    }
  }

  static void addSynchronousCallbacks(Program& program, FunctionPointers& pointers, FunctionRef caller,
                                      const CallEvent& call) {
    if (!call.callee) return;
    const std::string& api = program[call.callee].name();
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      const auto parameter = static_cast<std::uint32_t>(i);
      if (!program.ddi_->callsSynchronously(api, parameter)) continue;
      SynchronousCallback callback{.parameter = parameter, .functions = pointers.pointees(caller, call.arguments[i])};
      for (const Registration& row : program.ddi_->registrations(api, parameter)) {
        callback.role = program.ddi_->contract(row.role);
        callback.atCallersLevel = row.atCallersLevel;
      }
      if (!callback.functions.empty()) program.synchronous_[caller.index()].emplace_back(call.id, std::move(callback));
    }
  }
};

Program linkProgram(std::vector<TuSummary> summaries, const DdiDatabase& ddi) {
  return Linker::link(std::move(summaries), ddi);
}

}  // namespace irqlint
