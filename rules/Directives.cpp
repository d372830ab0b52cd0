#include "rules/Directives.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>

namespace irqlint {
namespace {

// What MSVC reports where the function's name stands, wherever in its body the fault is: those of rules-map.json that
// say that a function does not restore the level.
constexpr std::string_view kFunctionWarnings[] = {"C28156", "C28157", "C28158", "C28166", "C28167"};

// Lines of a function's heading that may come before its name: attributes and the type, at which the pragma's next line
// of code may be.
constexpr std::uint32_t kLinesBeforeName = 3;

bool isFunctionWarning(std::string_view id) {
  return std::find(std::begin(kFunctionWarnings), std::end(kFunctionWarnings), id) != std::end(kFunctionWarnings);
}

bool covers(const SuppressionDirective& directive, std::uint32_t line) {
  return directive.firstLine <= line && line <= directive.lastLine;
}

bool coversHeading(const SuppressionDirective& directive, std::uint32_t name) {
  if (directive.kind == SuppressionKind::Region) return covers(directive, name);
  for (std::uint32_t before = 0; before <= kLinesBeforeName && before < name; ++before) {
    if (covers(directive, name - before)) return true;
  }
  return false;
}

}  // namespace

bool means(std::string_view id, const RuleInfo& rule) {
  return id == rule.id || id == rule.name ||
         std::find(rule.counterparts.begin(), rule.counterparts.end(), id) != rule.counterparts.end();
}

Directives::Directives(const Program& program) : program_(program) {
  for (const SuppressionDirective& directive : program.suppressions) {
    byFile_[program.files[directive.coveredFile().index()]].push_back(&directive);
  }
}

std::vector<HidingId> Directives::hiding(const Location& location, const RuleInfo& rule) const {
  std::vector<HidingId> found;
  const auto inFile = byFile_.find(location.file);
  if (inFile == byFile_.end()) return found;
  for (const SuppressionDirective* directive : inFile->second) {
    for (const std::string& id : directive->ids) {
      if (!means(id, rule)) continue;
      if (!covers(*directive, location.line) && !coversHeadingOf(location, *directive, id)) continue;
      found.push_back({directive, id});
    }
  }
  std::sort(found.begin(), found.end(), [](const HidingId& a, const HidingId& b) {
    const auto order = [](const SuppressionDirective& d) { return std::tie(d.kind, d.location, d.justification); };
    return order(*a.directive) < order(*b.directive);
  });
  return found;
}

bool Directives::coversHeadingOf(const Location& location, const SuppressionDirective& directive,
                                 std::string_view id) const {
  return isFunctionWarning(id) && coversHeading(directive, nameOfFunctionAt(location));
}

std::uint32_t Directives::nameOfFunctionAt(const Location& location) const {
  std::uint32_t name = 0;
  for (const Function& function : program_.functions) {
    const FunctionSummary& summary = function.summary;
    const FileId file = summary.location.file;
    if (!summary.body || !file || program_.files[file.index()] != location.file) continue;
    const bool isAround = summary.location.line <= location.line && location.line <= summary.body->end.line;
    if (isAround) name = std::max(name, summary.location.line);
  }
  return name;
}

}  // namespace irqlint
