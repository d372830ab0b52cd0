#include "analyzer/link/PagingClaims.h"

#include <llvm/ADT/STLFunctionalExtras.h>

namespace irqlint {
namespace {

// The global whose address, or a part's, `value` is; none if it is something else.
const GlobalSummary* globalAt(const Program& program, const ExprTable& exprs, ExprId value) {
  while (value) {
    const Expr& expr = exprs[value];
    if (expr.kind == ExprKind::Global) return &program.globals[static_cast<std::size_t>(expr.value)];
    if (expr.kind != ExprKind::AddressOf && expr.kind != ExprKind::Field && expr.kind != ExprKind::Element) break;
    value = expr.lhs;
  }
  return nullptr;
}

// Runs `visit` on each event of the driver's own code.
void forEachEvent(const Program& program, llvm::function_ref<void(FunctionRef function, const Event&)> visit) {
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionSummary& summary = program.functions[i].summary;
    if (!summary.body || summary.isForeign) continue;
    for (const BasicBlock& block : summary.body->blocks) {
      for (const Event& event : block.events) visit(FunctionRef(i), event);
    }
  }
}

}  // namespace

LockedSections findLockedSections(const Program& program, FunctionPointers& pointers) {
  LockedSections locked;
  forEachEvent(program, [&](FunctionRef caller, const Event& event) {
    const auto* call = std::get_if<CallEvent>(&event.action);
    if (call == nullptr || !call->callee) return;
    const SectionLock* lock = program.ddi().sectionLock(program[call->callee].name());
    if (lock == nullptr || lock->action != SectionLock::Action::LockByAddress) return;
    if (lock->parameter >= call->arguments.size()) return;
    const ExprId address = call->arguments[lock->parameter];
    const std::vector<FunctionRef> functions = pointers.pointees(caller, address);
    for (const FunctionRef function : functions) locked.names.insert(program[function].summary.section.name);
    const GlobalSummary* global = globalAt(program, program[caller].summary.body->exprs, address);
    if (global != nullptr) locked.names.insert(global->section.name);
    if (functions.empty() && global == nullptr) locked.cannotBeSeen = true;
  });
  return locked;
}

PowerPaging findPowerPaging(const Program& program) {
  PowerPaging said;
  const auto note = [](SourceLocation& first, SourceLocation place) {
    if (!first.file || place < first) first = place;
  };
  const auto judge = [&](const Contract* contract, SourceLocation place) {
    if (contract == nullptr) return;
    if (has(contract->terms.effects, ContractEffect::ForbidsPowerPaging)) note(said.forbidden, place);
    if (has(contract->terms.effects, ContractEffect::AllowsPowerPaging)) note(said.allowed, place);
    if (has(contract->terms.effects, ContractEffect::ServesPagingIo)) note(said.served, place);
  };
  forEachEvent(program, [&](FunctionRef, const Event& event) {
    if (const auto* call = std::get_if<CallEvent>(&event.action)) {
      if (call->callee) judge(program[call->callee].contract, event.location);
    } else if (const auto* macro = std::get_if<MacroEvent>(&event.action)) {
      judge(program.ddi().contract(program.strings[macro->name]), event.location);
    }
  });
  return said;
}

}  // namespace irqlint
