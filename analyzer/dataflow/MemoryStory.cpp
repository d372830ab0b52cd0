// Where pageable memory comes from, as the steps a reader follows.
#include <set>
#include <utility>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/dataflow/PlaceText.h"
#include "analyzer/link/Places.h"

namespace irqlint {
namespace {

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

SourceLocation locationOf(const FunctionBody& body, CallId id) {
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      const auto* call = std::get_if<CallEvent>(&event.action);
      if (call != nullptr && call->id == id) return event.location;
    }
  }
  return {};
}

class Teller {
 public:
  Teller(const Program& program, Memory& memory) : program_(program), memory_(memory) {}

  std::vector<ThreadFlowLocation> tell(FunctionRef function, ExprId pointer, ObjectId object);

 private:
  void add(SourceLocation location, std::string message, Importance importance = Importance::Essential) {
    if (!location.file) return;
    story_.push_back({.location = program_.locate(location), .message = std::move(message), .importance = importance});
  }
  void addOrigin(const Object& object, MemoryKinds kinds);
  void addStep(const PointerStep& step);
  const std::string& nameOf(FunctionRef function) const { return program_[function].name(); }

  const Program& program_;
  Memory& memory_;
  std::vector<ThreadFlowLocation> story_;
};

void Teller::addOrigin(const Object& object, MemoryKinds kinds) {
  if (object.kind == ObjectKind::Global) {
    const GlobalSummary& global = program_.globals[object.global.index()];
    const SourceLocation placed = global.section.location.file ? global.section.location : global.location;
    add(placed, quoted(global.name) + " is placed in the pageable section " + global.section.name + " here");
    return;
  }
  for (std::size_t i = 0; i < object.made.size(); ++i) {
    const AllocationCall& site = object.made[i];
    const SourceLocation at = locationOf(*program_[site.function].summary.body, site.call);
    const auto& targets = program_.targets(site.function, site.call).functions;
    const std::string callee = targets.empty() ? "..." : quoted(nameOf(targets.front()));
    if (i == 0) {
      const bool isSure = kinds.isPageable();
      add(at, callee + (kinds.isResident() ? " allocates it here"
                        : isSure           ? " allocates paged pool here"
                                           : " may allocate paged pool here"));
    } else {
      add(at, "for " + quoted(nameOf(site.function)) + ", which calls " + callee + " here");
    }
  }
}

void Teller::addStep(const PointerStep& step) {
  const auto named = [&](std::string_view name) { return name.empty() ? std::string() : " " + quoted(name); };
  switch (step.into) {
    case PointerStep::Into::Member:
      add(step.location, "its address is stored to " + quoted(std::string(program_.strings[step.record]) +
                                                              "::" + std::string(program_.strings[step.member])));
      return;
    case PointerStep::Into::Parameter: {
      const auto& parameters = program_[step.function].summary.parameters;
      const std::string parameter = step.number < parameters.size() ? parameters[step.number].name : "";
      add(step.location, "its address is passed to" + named(nameOf(step.function)) +
                             (parameter.empty() ? "" : " as " + quoted(parameter)));
      return;
    }
    case PointerStep::Into::Variable:
      if (step.global) {
        add(step.location, "its address is stored to" + named(program_.globals[step.global.index()].name));
      } else {
        const FunctionBody& body = *program_[step.function].summary.body;
        const std::string_view name = program_.strings[body.locals[step.number].name];
        if (!name.empty()) add(step.location, "its address is kept in" + named(name), Importance::Unimportant);
      }
      return;
    case PointerStep::Into::Return:
      add(step.location, named(nameOf(step.function)).substr(1) + " returns its address", Importance::Unimportant);
      return;
    case PointerStep::Into::Memory: add(step.location, "its address is stored through a pointer"); return;
    case PointerStep::Into::Result: return;
  }
}

std::vector<ThreadFlowLocation> Teller::tell(FunctionRef function, ExprId pointer, ObjectId object) {
  // Records may hold one another.
  std::set<ObjectId> seen;
  while (program_.pointsTo().object(object).kind == ObjectKind::Member) {
    const std::vector<ObjectId> all = program_.pointsTo().around(object);
    const auto around = llvm::find_if(
        all, [&](ObjectId other) { return memory_.kindsOf(other).mayBePageable() && seen.insert(other).second; });
    if (around == all.end()) return {};
    object = *around;
  }
  const Object what = program_.pointsTo().object(object);
  addOrigin(what, memory_.kindsOf(object));
  const ExprTable& exprs = program_[function].summary.body->exprs;
  if (pointer.index() < exprs.size()) {
    for (const PointerStep& step : program_.pointsTo().way(function, exprs, pointer, object)) addStep(step);
  }
  return std::move(story_);
}

}  // namespace

SourceLocation AnalyzedProgram::madeAt(ObjectId id) const {
  const Object object = program_.pointsTo().object(id);
  if (object.kind != ObjectKind::Allocation) return {};
  return locationOf(*program_[object.made.front().function].summary.body, object.made.front().call);
}

Memory& AnalyzedProgram::memory() const { return *facts_->memory; }

std::vector<ThreadFlowLocation> AnalyzedProgram::memoryStory(FunctionRef function, ExprId pointer,
                                                             ObjectId object) const {
  if (!pointer || !object) return {};
  const ExprTable& exprs = program_[function].summary.body->exprs;
  // Of the address of a part, the pointer that leads to the whole.
  if (pointer.index() < exprs.size() && exprs[pointer].kind == ExprKind::AddressOf) {
    const ExprId root = rootOf(exprs, exprs[pointer].lhs);
    if (exprs[root].kind == ExprKind::Dereference) pointer = exprs[root].lhs;
  }
  return Teller(program_, memory()).tell(function, pointer, object);
}

std::vector<ThreadFlowLocation> AnalyzedProgram::memoryStory(const Breach& breach) const {
  if (!breach.memory.place || !breach.memory.object) return {};
  const FunctionRef function = functionOf(breach.context);
  ExprId pointer = breach.memory.place;
  if (breach.kind == BreachKind::PageableTouched) {
    const ExprTable& exprs = program_[function].summary.body->exprs;
    const ExprId root = rootOf(exprs, pointer);
    if (exprs[root].kind == ExprKind::Dereference) pointer = exprs[root].lhs;
  }
  return memoryStory(function, pointer, breach.memory.object);
}

}  // namespace irqlint
