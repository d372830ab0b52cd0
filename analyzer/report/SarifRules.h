// Rules as SARIF reporting descriptors, and the other tools' warnings they correspond to as taxonomies.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analyzer/model/Finding.h"

namespace irqlint {

// The words of SARIF for a severity: "error", "warning", "note".
const char* sarifLevel(Severity severity);

// The templates of a rule's messages, by message id.
using MessageTemplates = std::map<std::string, std::string>;

class SarifRules {
 public:
  using json = nlohmann::ordered_json;

  explicit SarifRules(std::span<const RuleInfo* const> rules);

  // `messages` are those the findings of this rule use.
  json descriptor(const RuleInfo& rule, const MessageTemplates& messages) const;
  // run.taxonomies, and the references to them in tool.driver.supportedTaxonomies; both null if there are none.
  json taxonomies() const;
  json supportedTaxonomies() const;

 private:
  json relationships(const RuleInfo& rule) const;

  // Each tool's ids, both sorted; their places are the indices that references use.
  std::map<std::string, std::vector<std::string>> taxa_;
};

}  // namespace irqlint
