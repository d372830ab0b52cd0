// What other tools report is either covered by a rule, which names it, or listed in the manual with the reason why not.
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "rules/RuleRunner.h"
#include "tests/FixturePrograms.h"

namespace irqlint::test {
namespace {

const std::string kRoot = IRQLINT_SOURCE_DIR "/";
const std::set<std::string> kCategories{"call-too-high",  "call-too-low", "irql-not-restored",
                                        "irql-set-wrong", "paged-code",   "paged-data",
                                        "lock-state",     "annotation",   "pool"};

// The tags of the map's rows in the categories above. Models of Static Driver Verifier share ids: one tag for all.
std::set<std::string> mappedTags() {
  std::set<std::string> tags;
  for (const nlohmann::json& row : nlohmann::json::parse(readFile(kRoot + "analyzer/ddi/data/rules-map.json"))) {
    if (!kCategories.contains(row.at("category"))) continue;
    const std::string model = row.at("model");
    const std::string id = row.at("id");
    tags.insert(model == "CodeAnalysis" ? id : (model == "CodeQL" ? "CodeQL:" : "SDV:") + id);
  }
  return tags;
}

// The rule that covers each tag.
std::map<std::string, std::string> coveredTags() {
  std::map<std::string, std::string> tags;
  for (const RuleInfo* rule : allRules())
    for (const std::string_view tag : rule->counterparts) tags.emplace(tag, rule->id);
  return tags;
}

// Tag and reason of each row of the table. A row that stands there twice is an error.
std::map<std::string, std::string> listedTags() {
  std::map<std::string, std::string> reasons;
  std::istringstream page(readFile(kRoot + "docs/rule-map.md"));
  const std::regex row(R"(\| `([^`]+)` \| [^|]+ \| ([^|]*) \|)");
  std::smatch match;
  for (std::string line; std::getline(page, line);) {
    if (!line.starts_with("| `")) continue;
    EXPECT_TRUE(std::regex_match(line, match, row)) << line;
    EXPECT_TRUE(reasons.emplace(match[1], match[2]).second) << match[1] << " is listed twice";
  }
  return reasons;
}

TEST(RuleMap, EveryRowIsCoveredOrListed) {
  const auto covered = coveredTags();
  const auto listed = listedTags();
  EXPECT_GT(mappedTags().size(), 100u);
  for (const std::string& tag : mappedTags()) {
    EXPECT_TRUE(covered.contains(tag) || listed.contains(tag))
        << tag << ": no rule names it; name it in a rule's counterparts, or say in docs/rule-map.md why not";
  }
}

TEST(RuleMap, TheReadmeListsEveryRule) {
  const std::string readme = readFile(kRoot + "README.md");
  for (const RuleInfo* rule : allRules()) {
    const std::string row = "| " + std::string(rule->id) + " | " + std::string(rule->name) + " | ";
    EXPECT_NE(readme.find(row), std::string::npos) << row;
  }
}

TEST(RuleMap, NoRowIsCoveredAndListed) {
  const auto covered = coveredTags();
  for (const auto& [tag, reason] : listedTags()) {
    EXPECT_FALSE(covered.contains(tag)) << tag << ": " << covered.at(tag)
                                        << " covers it; take it out of docs/rule-map.md";
  }
}

TEST(RuleMap, WhatIsListedIsInTheMapAndHasAReason) {
  const std::set<std::string> mapped = mappedTags();
  for (const auto& [tag, reason] : listedTags()) {
    EXPECT_TRUE(mapped.contains(tag)) << tag << ": the map has no such row";
    EXPECT_TRUE(std::regex_search(reason, std::regex("^(not yet built|needs|in part|outside scope)"))) << tag << reason;
  }
}

}  // namespace
}  // namespace irqlint::test
