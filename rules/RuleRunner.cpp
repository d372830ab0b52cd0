#include "rules/RuleRunner.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "rules/Rule.h"

namespace irqlint {
namespace {

struct Rule {
  const RuleInfo* info;
  CheckFn check;
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

RuleRegistration::RuleRegistration(const RuleInfo& info, CheckFn check) { registry().push_back({&info, check}); }

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

std::vector<Finding> runRules(const AnalyzedProgram& program, const RuleOptions& options) {
  std::vector<Finding> findings;
  for (const Rule& rule : sortedRules()) {
    FindingSink sink(*rule.info, findings);
    rule.check(program, sink);
  }
  if (!options.includePossible) {
    std::erase_if(findings, [](const Finding& finding) { return finding.certainty == Certainty::Possible; });
  }
  sortFindings(findings);
  return findings;
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
