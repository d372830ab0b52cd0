#include "rules/BreachFinding.h"

#include <functional>
#include <set>
#include <utility>

#include <llvm/ADT/STLExtras.h>

namespace irqlint {

Finding breachFinding(const AnalyzedProgram& analyzed, const BreachGroup& group, std::string lastStep) {
  const Program& program = analyzed.program();
  const Breach& breach = *group.breach;
  Finding finding;
  finding.severity = Severity::Error;
  finding.certainty = group.certainty;
  finding.location = program.locate(breach.location);
  finding.codeFlow = analyzed.memoryStory(breach);
  llvm::append_range(finding.codeFlow, analyzed.codeFlow(breach.context, breach.trail, group.witness));
  if (!lastStep.empty()) {
    finding.codeFlow.push_back({.location = finding.location,
                                .message = std::move(lastStep),
                                .before = IrqlSet::of(breach.level),
                                .after = IrqlSet::of(breach.level),
                                .nestingLevel = finding.codeFlow.empty() ? 1 : finding.codeFlow.back().nestingLevel,
                                .importance = Importance::Essential});
  }
  for (const Breach* other : group.sameCause) {
    finding.relatedLocations.push_back({program.locate(other->location), "'" + other->callee + "' for the same cause"});
  }
  const EntryPoint& entry = analyzed.entryPointOf(breach.context, group.witness);
  finding.fingerprint = program[analyzed.functionOf(breach.context)].summary.identity + "|" + breach.callee + "|" +
                        program[entry.function].summary.identity + "|" + entry.roleName;
  return finding;
}

std::string sameCauseText(const BreachGroup& group) {
  constexpr std::size_t kShown = 3;
  const std::size_t count = group.sameCause.size();
  if (count == 0) return "";
  std::string text = " The same cause breaks ";
  for (std::size_t i = 0; i < count && i < kShown; ++i) {
    if (i > 0) text += ", ";
    text += "['" + group.sameCause[i]->callee + "'](" + std::to_string(i + 1) + ")";
  }
  if (count > kShown) text += " and " + std::to_string(count - kShown) + " more";
  return text + " in this function.";
}

std::size_t addSectionPlacement(const AnalyzedProgram& analyzed, FunctionRef function, Finding& finding) {
  const Program& program = analyzed.program();
  const FunctionSummary& summary = program[function].summary;
  const Location placed = program.locate(summary.section.location.file ? summary.section.location : summary.location);
  const std::string text = "'" + summary.name + "' is placed in " + summary.section.name + " here";
  finding.relatedLocations.push_back({placed, text});
  const std::uint32_t depth = finding.codeFlow.empty() ? 1 : finding.codeFlow.back().nestingLevel;
  finding.codeFlow.push_back({.location = placed, .message = text, .nestingLevel = depth});
  return finding.relatedLocations.size();
}

std::string conditionClause(const Breach& breach, Finding& finding) {
  finding.messageId = breach.condition.empty() ? "default" : breach.conditionKnown ? "condition" : "unknownCondition";
  if (breach.condition.empty()) return "";
  finding.arguments.push_back(breach.condition);
  return (breach.conditionKnown ? " where '{" : " if '{") + std::to_string(finding.arguments.size() - 1) + "}'";
}

std::string levelsText(const BreachGroup& group) { return toString(group.levels); }

void reportWrongWay(const AnalyzedProgram& program, BreachKind kind, const std::string& messageTemplate,
                    const std::string& help, FindingSink& sink) {
  for (const BreachGroup& group :
       sink.breaches(program, [kind](const Breach& breach) { return breach.kind == kind; })) {
    const Breach& breach = *group.breach;
    Finding finding = breachFinding(program, group, "calls '" + breach.callee + "'");
    finding.arguments = {breach.callee, irqlName(breach.required), levelsText(group)};
    finding.messageId = "default";
    finding.messageTemplate = messageTemplate + sameCauseText(group);
    finding.help = help;
    sink.report(std::move(finding));
  }
}

bool isPoolCall(const Breach& breach) {
  if (breach.contract == nullptr) return false;
  const ContractEffects effects = breach.effects | breach.contract->terms.effects;
  return has(effects, ContractEffect::AllocatesPool) || has(effects, ContractEffect::FreesPool);
}

std::vector<BreachGroup> onePerPlace(const std::vector<BreachGroup>& groups) {
  std::vector<BreachGroup> places;
  for (const BreachGroup& group : groups) {
    places.push_back({group.breach, group.levels, group.certainty, {}});
    for (const Breach* other : group.sameCause) {
      places.push_back({other, IrqlSet::of(other->level), group.certainty, {}});
    }
  }
  return places;
}

std::vector<BreachGroup> memoryBreaches(const AnalyzedProgram& analyzed, FindingSink& sink,
                                        const std::function<bool(const Breach&)>& wanted) {
  std::set<SourceLocation> reported;
  for (const BreachGroup& group : analyzed.breaches([](const Breach& b) { return b.kind == BreachKind::TooHigh; })) {
    if (group.certainty != Certainty::Definite) continue;
    reported.insert(group.breach->location);
    for (const Breach* other : group.sameCause) reported.insert(other->location);
  }
  return sink.breaches(analyzed, [&](const Breach& breach) {
    return wanted(breach) && !(breach.memory.object && reported.contains(analyzed.madeAt(breach.memory.object)));
  });
}

}  // namespace irqlint
