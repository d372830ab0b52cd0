#include "analyzer/link/PagingClaims.h"

#include <cstdint>
#include <optional>
#include <string_view>

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/STLFunctionalExtras.h>

namespace irqlint {
namespace {

// The member of a stack location's parameters that belongs to IRP_MN_DEVICE_USAGE_NOTIFICATION.
constexpr std::string_view kUsageNotification = "UsageNotification";

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

namespace {

void note(SourceLocation& first, SourceLocation place) {
  if (!first.file || place < first) first = place;
}

// The bits that are set in `value`, an expression of constants and other values joined by `|`, and whether it has parts
// that are no constants. The member's own old value is neither.
std::uint64_t bitsSet(const ExprTable& exprs, ExprId value, ExprId own, std::uint64_t flags, bool& copies) {
  if (!value || value == own) return 0;
  const Expr& expr = exprs[value];
  if (expr.kind == ExprKind::Integer) return static_cast<std::uint64_t>(expr.value);
  if (expr.kind == ExprKind::Binary && expr.op == Operator::BitOr) {
    return bitsSet(exprs, expr.lhs, own, flags, copies) | bitsSet(exprs, expr.rhs, own, flags, copies);
  }
  const bool isMasked = expr.kind == ExprKind::Binary && expr.op == Operator::BitAnd;
  const std::optional<std::uint64_t> mask = isMasked && exprs[expr.rhs].kind == ExprKind::Integer
                                                ? std::optional(static_cast<std::uint64_t>(exprs[expr.rhs].value))
                                                : std::nullopt;
  copies = copies || !mask || (*mask & flags) != 0;
  return 0;
}

void noteFlags(const Program& program, const ExprTable& exprs, const AssignEvent& assign, SourceLocation location,
               PowerPaging& said) {
  const Expr& place = exprs[assign.place];
  if (place.kind != ExprKind::Field || !place.record) return;
  const PowerFlags* flags = program.ddi().powerFlags(program.strings[place.record], program.strings[place.text]);
  if (flags == nullptr) return;
  const Expr& value = exprs[assign.value];
  const std::uint64_t all = flags->pageable | flags->inrush;
  const bool clears = value.kind == ExprKind::Binary && value.op == Operator::BitAnd && value.lhs == assign.place;
  if (clears) {
    const bool isKept =
        exprs[value.rhs].kind == ExprKind::Integer && (static_cast<std::uint64_t>(exprs[value.rhs].value) & all) == all;
    if (!isKept) note(said.flagsDoubtful, location);
    return;
  }
  bool copies = false;
  const std::uint64_t set = bitsSet(exprs, assign.value, assign.place, all, copies);
  if (copies) note(said.flagsDoubtful, location);
  if ((set & flags->pageable) != 0) note(said.pageableSet, location);
  if ((set & flags->inrush) != 0) note(said.inrushSet, location);
}

}  // namespace

PowerPaging findPowerPaging(const Program& program) {
  PowerPaging said;
  const auto judge = [&](const Contract* contract, SourceLocation place) {
    if (contract == nullptr) return;
    if (has(contract->terms.effects, ContractEffect::ForbidsPowerPaging)) note(said.forbidden, place);
    if (has(contract->terms.effects, ContractEffect::AllowsPowerPaging)) note(said.allowed, place);
    if (has(contract->terms.effects, ContractEffect::ServesPagingIo)) note(said.served, place);
    if (has(contract->terms.effects, ContractEffect::RegistersFileSystem)) note(said.fileSystem, place);
  };
  // Who is told that a paging file is put on its device, or taken off it, and looks at it.
  const StringId usage = program.strings.find(kUsageNotification);
  for (std::size_t i = 0; usage && i < program.functions.size(); ++i) {
    const FunctionSummary& summary = program.functions[i].summary;
    if (!summary.body || summary.isForeign) continue;
    const auto isUsage = [&](const Expr& expr) { return expr.kind == ExprKind::Field && expr.text == usage; };
    if (llvm::any_of(summary.body->exprs.all(), isUsage)) note(said.served, summary.location);
  }
  forEachEvent(program, [&](FunctionRef function, const Event& event) {
    if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
      if (assign->value) noteFlags(program, program[function].summary.body->exprs, *assign, event.location, said);
    } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
      if (call->callee) judge(program[call->callee].contract, event.location);
    } else if (const auto* macro = std::get_if<MacroEvent>(&event.action)) {
      judge(program.ddi().contract(program.strings[macro->name]), event.location);
    }
  });
  return said;
}

}  // namespace irqlint
