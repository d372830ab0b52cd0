#include "analyzer/link/LockedSections.h"

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

}  // namespace

LockedSections findLockedSections(const Program& program, FunctionPointers& pointers) {
  LockedSections locked;
  const auto lockSectionOf = [&](FunctionRef caller, const FunctionBody& body, ExprId address) {
    const std::vector<FunctionRef> functions = pointers.pointees(caller, address);
    for (const FunctionRef function : functions) locked.names.insert(program[function].summary.section.name);
    const GlobalSummary* global = globalAt(program, body.exprs, address);
    if (global != nullptr) locked.names.insert(global->section.name);
    if (functions.empty() && global == nullptr) locked.cannotBeSeen = true;
  };
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionSummary& summary = program.functions[i].summary;
    if (!summary.body || summary.isForeign) continue;
    for (const BasicBlock& block : summary.body->blocks) {
      for (const Event& event : block.events) {
        const auto* call = std::get_if<CallEvent>(&event.action);
        if (call == nullptr || !call->callee) continue;
        const SectionLock* lock = program.ddi().sectionLock(program[call->callee].name());
        if (lock == nullptr || lock->action != SectionLock::Action::LockByAddress) continue;
        if (lock->parameter < call->arguments.size()) {
          lockSectionOf(FunctionRef(i), *summary.body, call->arguments[lock->parameter]);
        }
      }
    }
  }
  return locked;
}

}  // namespace irqlint
