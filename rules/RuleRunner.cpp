#include "rules/RuleRunner.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "rules/Rule.h"

namespace irqlint {
namespace {

struct Rule {
  const RuleInfo* info = nullptr;
  CheckFn check = nullptr;                 // null for a rule about comments
  CommentCheckFn checkComments = nullptr;  // null for all others
};

// Filled by static objects before main, read-only afterwards.
std::vector<Rule>& registry() {
  static std::vector<Rule> rules;
  return rules;
}

std::vector<Rule> sortedRules() {
  std::vector<Rule> rules = registry();
  std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.info->id < b.info->id; });
  return rules;
}

}  // namespace

RuleRegistration::RuleRegistration(const RuleInfo& info, CheckFn check) {
  registry().push_back({&info, check, nullptr});
}

RuleRegistration::RuleRegistration(const RuleInfo& info, CommentCheckFn check) {
  registry().push_back({&info, nullptr, check});
}

std::vector<BreachGroup> FindingSink::breaches(const AnalyzedProgram& analyzed,
                                               const std::function<bool(const Breach&)>& wanted) const {
  return analyzed.breaches(wanted, [&](SourceLocation place) {
    return !directives_->hiding(analyzed.program().locate(place), rule_).empty();
  });
}

void FindingSink::report(Finding finding) {
  finding.rule = &rule_;
  finding.severity = std::min(finding.severity, rule_.severity);
  if (finding.certainty == Certainty::Possible) finding.severity = Severity::Note;
  finding.fingerprint = std::string(rule_.id) + "|" + finding.fingerprint;
  findings_.push_back(std::move(finding));
}

std::vector<const RuleInfo*> allRules() {
  std::vector<const RuleInfo*> infos;
  for (const Rule& rule : sortedRules()) infos.push_back(rule.info);
  return infos;
}

const RuleInfo* findRule(std::string_view idOrName) {
  for (const Rule& rule : registry()) {
    if (rule.info->id == idOrName || rule.info->name == idOrName) return rule.info;
  }
  return nullptr;
}

DriverFindings checkDriver(const AnalyzedProgram& program, RuleKind kind) {
  DriverFindings found;
  const Directives directives(program.program());
  for (const Rule& rule : sortedRules()) {
    if (rule.check == nullptr || rule.info->kind != kind) continue;
    FindingSink sink(*rule.info, &directives, found.findings);
    rule.check(program, sink);
  }
  found.comments = applySuppressions(program.program(), directives, found.findings);
  return found;
}

void RuleRun::add(DriverFindings found) {
  comments_.add(found.comments);
  if (!options_.includePossible) {
    std::erase_if(found.findings, [](const Finding& finding) { return finding.certainty == Certainty::Possible; });
  }
  std::ranges::move(found.findings, std::back_inserter(findings_));
}

std::vector<Finding> RuleRun::finish() {
  for (const Rule& rule : sortedRules()) {
    if (rule.checkComments == nullptr || rule.info->kind != options_.kind) continue;
    FindingSink sink(*rule.info, nullptr, findings_);
    rule.checkComments(comments_.all(), sink);
  }
  sortFindings(findings_);
  return std::move(findings_);
}

std::vector<Finding> runRules(const AnalyzedProgram& program, const RuleOptions& options) {
  RuleRun run(options);
  run.add(program);
  return run.finish();
}

void sortFindings(std::vector<Finding>& findings) {
  const auto order = [](const Finding& f) {
    return std::make_tuple(-static_cast<int>(f.severity), f.location, f.rule->id, std::string_view(f.fingerprint));
  };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const Finding& a, const Finding& b) { return order(a) < order(b); });
  const auto same = [](const Finding& a, const Finding& b) {
    return a.rule == b.rule && a.location == b.location && formatMessage(a) == formatMessage(b);
  };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

}  // namespace irqlint
