// The steps of linking, in order.
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/ddi/AnnotationContract.h"
#include "analyzer/link/Creations.h"
#include "analyzer/link/EntryPoints.h"
#include "analyzer/link/FunctionPointers.h"
#include "analyzer/link/HandedOut.h"
#include "analyzer/link/MemberFunctions.h"
#include "analyzer/link/Merge.h"
#include "analyzer/link/PagingClaims.h"
#include "analyzer/link/Program.h"
#include "analyzer/link/SystemInterfaces.h"

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
    resolveCallsOfTheSystem(program);
    program.lockedSections = findLockedSections(program, pointers);
    program.powerPaging = findPowerPaging(program);
    program.passiveCreations = Creations(program).thatArePassive();
    program.entryPoints = findEntryPoints(program, pointers);
    program.memberFunctions_ = std::make_shared<MemberFunctions>(program, pointers);
    narrowCalls(program);
    findSharedTargets(program);
    std::vector<EntryPoint> unseen = findUnseenEntryPoints(program, findHandedOut(program, pointers));
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

  // A pointer that no function of the program is stored to came from the system, if its type or place says so: such
  // calls run a foreign function that has the contract of that type.
  static void resolveCallsOfTheSystem(Program& program) {
    const SystemInterfaces interfaces(program);
    std::map<std::string, FunctionRef> added;
    std::vector<Function> functions;
    for (std::size_t i = 0; i < program.functions.size(); ++i) {
      if (!program.functions[i].isDefined()) continue;
      for (const BasicBlock& block : program.functions[i].summary.body->blocks) {
        for (const Event& event : block.events) {
          const auto* call = std::get_if<CallEvent>(&event.action);
          if (call == nullptr || call->callee) continue;
          std::vector<FunctionRef>& targets = program.targets_[i][call->id.index()].functions;
          if (!targets.empty()) continue;
          const auto routine = interfaces.routine(FunctionRef(i), *call);
          if (!routine) continue;
          const auto [entry, isNew] =
              added.try_emplace(routine->name, FunctionRef(program.functions.size() + functions.size()));
          if (isNew) functions.push_back(functionOf(*routine));
          targets.push_back(entry->second);
        }
      }
    }
    std::move(functions.begin(), functions.end(), std::back_inserter(program.functions));
    program.targets_.resize(program.functions.size());
    program.synchronous_.resize(program.functions.size());
  }

  // A call through a member of objects that can all be seen runs what is stored to these.
  static void narrowCalls(Program& program) {
    for (std::size_t i = 0; i < program.functions.size(); ++i) {
      if (!program.functions[i].isDefined()) continue;
      const FunctionBody& body = *program.functions[i].summary.body;
      for (const BasicBlock& block : body.blocks) {
        for (const Event& event : block.events) {
          const auto* call = std::get_if<CallEvent>(&event.action);
          if (call == nullptr || !call->target) continue;
          std::vector<FunctionRef> held = program.heldBy(FunctionRef(i), body.exprs, call->target);
          if (!held.empty()) program.targets_[i][call->id.index()] = {.functions = std::move(held)};
        }
      }
    }
  }

  // Where the same functions of objects are called at several places, each may be meant for one of these only. Of a
  // table every place may take every function.
  static void findSharedTargets(Program& program) {
    std::map<std::vector<FunctionRef>, CallTargets*> first;
    for (std::size_t i = 0; i < program.functions.size(); ++i) {
      if (!program.functions[i].isDefined()) continue;
      for (const BasicBlock& block : program.functions[i].summary.body->blocks) {
        for (const Event& event : block.events) {
          const auto* call = std::get_if<CallEvent>(&event.action);
          if (call == nullptr || !call->target) continue;
          if (program.functions[i].summary.body->exprs[call->target].kind != ExprKind::Field) continue;
          CallTargets& targets = program.targets_[i][call->id.index()];
          if (targets.functions.size() < 2) continue;
          const auto [entry, isNew] = first.try_emplace(targets.functions, &targets);
          if (!isNew) entry->second->isOneOfSeveral = targets.isOneOfSeveral = true;
        }
      }
    }
  }

  static Function functionOf(const SystemRoutine& routine) {
    Function function;
    function.summary.identity = function.summary.name = routine.name;
    function.summary.isForeign = true;
    function.contract = routine.contract;
    return function;
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
