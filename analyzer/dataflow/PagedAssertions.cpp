// Where pageable code checks that it is entered low enough.
#include <algorithm>

#include "analyzer/dataflow/AnalyzedProgram.h"

namespace irqlint {
namespace {

std::optional<PagedAssertion> assertionIn(const Program& program, const Event& event) {
  const auto* macro = std::get_if<MacroEvent>(&event.action);
  if (macro == nullptr) return std::nullopt;
  std::string name(program.strings[macro->name]);
  const Contract* contract = program.ddi().contract(name);
  if (contract == nullptr) return std::nullopt;
  const bool locks = has(contract->terms.effects, ContractEffect::LocksPagedCode);
  if (!locks && !has(contract->terms.effects, ContractEffect::AssertsPagedCode)) return std::nullopt;
  return PagedAssertion{std::move(name), event.location, locks, !event.macro};
}

}  // namespace

std::vector<PagedAssertion> AnalyzedProgram::pagedAssertions(FunctionRef function) const {
  std::vector<PagedAssertion> found;
  const auto& body = program_[function].summary.body;
  if (!body) return found;
  for (const BasicBlock& block : body->blocks) {
    for (const Event& event : block.events) {
      if (auto assertion = assertionIn(program_, event)) found.push_back(*std::move(assertion));
    }
  }
  std::sort(found.begin(), found.end(),
            [](const PagedAssertion& a, const PagedAssertion& b) { return a.location < b.location; });
  return found;
}

std::optional<SourceLocation> AnalyzedProgram::uncheckedReturn(FunctionRef function) const {
  const auto& body = program_[function].summary.body;
  if (!body) return std::nullopt;
  std::optional<SourceLocation> first;
  std::vector<bool> reached(body->blocks.size(), false);
  std::vector<BlockId> pending{BlockId(0)};
  while (!pending.empty()) {
    const BlockId id = pending.back();
    pending.pop_back();
    if (reached[id.index()]) continue;
    reached[id.index()] = true;
    const BasicBlock& block = body->blocks[id.index()];
    if (std::any_of(block.events.begin(), block.events.end(),
                    [&](const Event& event) { return assertionIn(program_, event).has_value(); })) {
      continue;
    }
    // Exceptions leave a guarded block at any point; that says nothing of where the check stands.
    if (block.handler || block.terminator.kind == TerminatorKind::Choice) continue;
    if (block.terminator.kind == TerminatorKind::Return) {
      SourceLocation place = body->end;
      for (const Event& event : block.events) {
        if (std::holds_alternative<ReturnEvent>(event.action)) place = event.location;
      }
      if (!first || place < *first) first = place;
    }
    pending.insert(pending.end(), block.terminator.successors.begin(), block.terminator.successors.end());
    for (const SwitchCase& one : block.terminator.cases) pending.push_back(one.target);
  }
  return first;
}

}  // namespace irqlint
