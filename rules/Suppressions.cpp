#include "rules/Suppressions.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "rules/RuleRunner.h"

namespace irqlint {
namespace {

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

}  // namespace

std::vector<CommentUse> applySuppressions(const Program& program, const Directives& directives,
                                          std::vector<Finding>& findings) {
  std::set<std::pair<SourceLocation, std::string_view>> used;
  for (Finding& finding : findings) {
    const std::vector<HidingId> hiding = directives.hiding(finding.location, *finding.rule);
    for (const HidingId& hides : hiding) used.emplace(hides.directive->location, hides.id);
    if (hiding.empty()) continue;
    const SuppressionDirective& directive = *hiding.front().directive;
    const bool isExternal = directive.kind == SuppressionKind::CommandLine;
    finding.suppression = {program.locate(directive.location), directive.justification,
                           isExternal ? SuppressionSource::External : SuppressionSource::InSource};
  }
  const std::set<FileId> damaged = damagedFiles(program);
  std::vector<CommentUse> comments;
  for (const SuppressionDirective& directive : program.suppressions) {
    if (directive.kind != SuppressionKind::Comment) continue;
    const Location location = program.locate(directive.location);
    for (const std::string& id : directive.ids.empty() ? std::vector<std::string>{""} : directive.ids) {
      const bool isStale =
          !used.contains({directive.location, id}) && !isAdvice(id) && !damaged.contains(directive.location.file);
      comments.push_back({location, id, isKnown(id), !directive.justification.empty(), isStale});
    }
  }
  return comments;
}

void CommentUses::add(const std::vector<CommentUse>& ofDriver) {
  for (const CommentUse& use : ofDriver) {
    const auto [known, isNew] = comments_.try_emplace({use.location, use.id}, use);
    known->second.isStale &= use.isStale;
  }
}

std::vector<CommentUse> CommentUses::all() const {
  std::vector<CommentUse> all;
  all.reserve(comments_.size());
  for (const auto& [key, use] : comments_) all.push_back(use);
  return all;
}

}  // namespace irqlint
