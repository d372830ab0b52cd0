#include "analyzer/link/HandedOut.h"

#include <optional>
#include <set>

#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

// The global that `place` is or is part of, if it is reached through no pointer.
std::optional<std::size_t> globalOf(const ExprTable& exprs, ExprId place) {
  while (place && (exprs[place].kind == ExprKind::Field || exprs[place].kind == ExprKind::Element)) {
    place = exprs[place].lhs;
  }
  if (!place || exprs[place].kind != ExprKind::Global) return std::nullopt;
  return static_cast<std::size_t>(exprs[place].value);
}

class HandedOut {
 public:
  HandedOut(const Program& program, FunctionPointers& pointers) : program_(program), pointers_(pointers) {}

  std::vector<FunctionRef> find() {
    collectTables();
    for (std::size_t i = 0; i < program_.functions.size(); ++i) {
      const FunctionSummary& summary = program_.functions[i].summary;
      if (summary.body && !summary.isForeign) scan(FunctionRef(i), *summary.body);
    }
    for (const EntryPoint& entry : program_.entryPoints) {
      if (entry.role != nullptr) found_.erase(entry.function);
    }
    return {found_.begin(), found_.end()};
  }

 private:
  void add(const std::vector<FunctionRef>& functions) {
    for (const FunctionRef function : functions) {
      const FunctionSummary& summary = program_[function].summary;
      if (summary.body && !summary.isForeign) found_.insert(function);
    }
  }

  void collectTables() {
    tables_.resize(program_.globals.size());
    for (const Initialiser& part : program_.initialisers) {
      const std::vector<FunctionRef> functions = pointers_.globalPointees(part.value);
      if (functions.empty()) continue;
      if (isSystems(program_.globalExprs, part.place)) add(functions);
      const auto global = globalOf(program_.globalExprs, part.place);
      if (!global) continue;
      std::vector<FunctionRef>& table = tables_[*global];
      table.insert(table.end(), functions.begin(), functions.end());
    }
  }

  // True if `place` is a member of a record that the system declares.
  bool isSystems(const ExprTable& exprs, ExprId place) const {
    while (exprs[place].kind == ExprKind::Element) place = exprs[place].lhs;
    const Expr& field = exprs[place];
    return field.kind == ExprKind::Field && field.record && !program_.ownRecords.contains(field.record.index());
  }

  void scan(FunctionRef function, const FunctionBody& body) {
    for (const BasicBlock& block : body.blocks) {
      for (const Event& event : block.events) {
        if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
          store(function, body.exprs, *assign);
        } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
          pass(body.exprs, *call);
        }
      }
    }
  }

  void store(FunctionRef function, const ExprTable& exprs, const AssignEvent& assign) {
    if (!assign.place || !assign.value) return;
    if (isSystems(exprs, assign.place)) add(pointers_.pointees(function, assign.value));
    // A whole table into what a pointer leads to.
    const auto table = globalOf(exprs, assign.value);
    if (table && exprs[assign.place].kind == ExprKind::Dereference) add(tables_[*table]);
  }

  void pass(const ExprTable& exprs, const CallEvent& call) {
    const bool isSeen = !call.callee || program_[call.callee].isDefined();
    if (isSeen) return;
    for (const ExprId argument : call.arguments) {
      if (!argument || exprs[argument].kind != ExprKind::AddressOf) continue;
      if (const auto table = globalOf(exprs, exprs[argument].lhs)) add(tables_[*table]);
    }
  }

  const Program& program_;
  FunctionPointers& pointers_;
  std::vector<std::vector<FunctionRef>> tables_;  // by global: the functions in its initialiser
  std::set<FunctionRef> found_;
};

}  // namespace

std::vector<FunctionRef> findHandedOut(const Program& program, FunctionPointers& pointers) {
  return HandedOut(program, pointers).find();
}

}  // namespace irqlint
