#include "rules/Suppressions.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <tuple>

#include "rules/RuleRunner.h"

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

bool means(std::string_view id, const RuleInfo& rule) {
  return id == rule.id || id == rule.name ||
         std::find(rule.counterparts.begin(), rule.counterparts.end(), id) != rule.counterparts.end();
}

bool isKnown(std::string_view id) {
  const std::vector<const RuleInfo*> rules = allRules();
  return std::any_of(rules.begin(), rules.end(), [&](const RuleInfo* rule) { return means(id, *rule); });
}

// Whether a comment hides advice is seen where advice is given, and comments are judged where faults are looked for.
bool isAdvice(std::string_view id) {
  const RuleInfo* rule = findRule(id);
  return rule != nullptr && rule->kind == RuleKind::Advice;
}

// The files of which some code was not understood.
std::set<FileId> damagedFiles(const Program& program) {
  std::set<FileId> files;
  for (const Function& function : program.functions) {
    if (function.summary.bodyLost || function.summary.parseErrors != 0) files.insert(function.summary.location.file);
  }
  return files;
}

// The directives of one program by the places they cover.
class Directives {
 public:
  explicit Directives(const Program& program) : program_(program) {
    for (const SuppressionDirective& directive : program.suppressions) {
      byFile_[program.files[directive.location.file.index()]].push_back(&directive);
    }
  }

  // Those that hide `rule` at `location`; the most particular first.
  std::vector<const SuppressionDirective*> covering(const Location& location, const RuleInfo& rule) {
    std::vector<const SuppressionDirective*> found;
    const auto inFile = byFile_.find(location.file);
    if (inFile == byFile_.end()) return found;
    for (const SuppressionDirective* directive : inFile->second) {
      bool hides = false;
      for (const std::string& id : directive->ids) {
        if (!means(id, rule)) continue;
        if (!covers(*directive, location.line) && !coversHeadingOf(location, *directive, id)) continue;
        hides = true;
        used_.emplace(directive->location, id);
      }
      if (hides) found.push_back(directive);
    }
    std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) {
      return std::tie(a->kind, a->location, a->justification) < std::tie(b->kind, b->location, b->justification);
    });
    return found;
  }

  bool hidSomething(const SuppressionDirective& directive, const std::string& id) const {
    return used_.contains({directive.location, id});
  }

 private:
  bool coversHeadingOf(const Location& location, const SuppressionDirective& directive, std::string_view id) const {
    return isFunctionWarning(id) && coversHeading(directive, nameOfFunctionAt(location));
  }

  // The line of the name of the innermost function around `location`; 0 if there is none.
  std::uint32_t nameOfFunctionAt(const Location& location) const {
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

  const Program& program_;
  std::map<std::string_view, std::vector<const SuppressionDirective*>> byFile_;
  std::set<std::pair<SourceLocation, std::string>> used_;
};

}  // namespace

void Suppressions::apply(const Program& program, std::vector<Finding>& findings) {
  Directives directives(program);
  for (Finding& finding : findings) {
    const auto hiding = directives.covering(finding.location, *finding.rule);
    if (!hiding.empty()) {
      const SuppressionDirective& directive = *hiding.front();
      finding.suppression = {program.locate(directive.location), directive.justification};
    }
    // Other places of the same cause are reported with the first; a comment there is meant for them.
    for (const RelatedLocation& related : finding.relatedLocations)
      directives.covering(related.location, *finding.rule);
  }
  const std::set<FileId> damaged = damagedFiles(program);
  for (const SuppressionDirective& directive : program.suppressions) {
    if (directive.kind != SuppressionKind::Comment) continue;
    const Location location = program.locate(directive.location);
    for (const std::string& id : directive.ids.empty() ? std::vector<std::string>{""} : directive.ids) {
      CommentUse& use = comments_[{location, id}];
      use.location = location;
      use.id = id;
      use.isKnown = isKnown(id);
      use.hasReason = !directive.justification.empty();
      if (directives.hidSomething(directive, id) || isAdvice(id) || damaged.contains(directive.location.file)) {
        use.isStale = false;
      }
    }
  }
}

std::vector<CommentUse> Suppressions::comments() const {
  std::vector<CommentUse> all;
  all.reserve(comments_.size());
  for (const auto& [key, use] : comments_) all.push_back(use);
  return all;
}

}  // namespace irqlint
