// The analysis in words: `irqlint irql FUNCTION` and `irqlint explain assumptions`.
#include <algorithm>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/link/Assumptions.h"

namespace irqlint {
namespace {

std::string place(const Location& location) {
  if (location.file.empty()) return "";
  return location.file + ":" + std::to_string(location.line) + ":" + std::to_string(location.column);
}

void explainLevel(const AnalyzedProgram& analyzed, const EntryLevel& entry, std::string& text) {
  const bool possible = entry.certainty == Certainty::Possible;
  text += "  entered at " + irqlName(entry.level) + (possible ? " (possible)" : "");
  const IrqlSet exits = analyzed.exitLevels(entry.context);
  text += exits.empty() ? ", does not return\n" : ", returns at " + toString(exits) + "\n";
  for (const ThreadFlowLocation& step : analyzed.codeFlow(entry.context, TrailId())) {
    std::string level = step.after.empty() ? "" : irqlShortName(step.after.max());
    level.resize(std::max<std::size_t>(level.size(), 10), ' ');
    text += "    " + level + std::string(std::size_t{2} * (step.nestingLevel - 1), ' ') + place(step.location) + "  " +
            step.message + "\n";
  }
}

}  // namespace

std::string explainIrql(const AnalyzedProgram& analyzed, std::string_view name) {
  std::string text;
  const Program& program = analyzed.program();
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    const FunctionRef ref(i);
    const Function& function = program[ref];
    if (function.name() != name || !function.isDefined()) continue;
    text += function.name() + "  " + place(program.locate(function.summary.location)) + "\n";
    if (!function.summary.section.name.empty()) text += "  in section " + function.summary.section.name + "\n";
    const std::vector<EntryLevel> levels = analyzed.entryLevels(ref);
    for (const EntryLevel& entry : levels) explainLevel(analyzed, entry, text);
    if (levels.empty()) text += "  is not entered on any path that was analysed\n";
  }
  return text;
}

std::string assumptionsText() {
  std::string text;
  for (const Assumption& assumption : kAssumptions) {
    text += std::string(assumption.name) + "\n    " + std::string(assumption.text) + "\n";
  }
  return text;
}

}  // namespace irqlint
