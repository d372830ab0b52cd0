// What every rule owes its users, whatever it finds.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "rules/RuleRunner.h"

namespace irqlint {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = IRQLINT_SOURCE_DIR;

TEST(Rules, AreRegistered) {
  EXPECT_GT(allRules().size(), 0u);
  // One rule per source file, the shared ones aside.
  const std::set<std::string> shared{"AllocationRules", "BreachFinding", "Directives", "RuleRunner", "Suppressions"};
  std::set<std::string> files;
  for (const auto& entry : fs::directory_iterator(kRoot / "rules")) {
    if (entry.path().extension() == ".cpp" && shared.count(entry.path().stem().string()) == 0) {
      files.insert(entry.path().stem().string());
    }
  }
  std::set<std::string> names;
  for (const RuleInfo* rule : allRules()) names.insert(std::string(rule->name));
  EXPECT_EQ(names, files);
}

TEST(Rules, AreSortedByUniqueId) {
  const std::vector<const RuleInfo*> rules = allRules();
  for (std::size_t i = 1; i < rules.size(); ++i) EXPECT_LT(rules[i - 1]->id, rules[i]->id);
}

TEST(Rules, AreFoundByIdAndByName) {
  for (const RuleInfo* rule : allRules()) {
    EXPECT_EQ(findRule(rule->id), rule);
    EXPECT_EQ(findRule(rule->name), rule);
  }
  EXPECT_EQ(findRule("IRQL999"), nullptr);
  EXPECT_EQ(findRule(""), nullptr);
}

class EveryRule : public testing::TestWithParam<const RuleInfo*> {};

TEST_P(EveryRule, HasAStableIdAndAPascalCaseName) {
  const RuleInfo& rule = *GetParam();
  EXPECT_TRUE(std::regex_match(std::string(rule.id), std::regex("(IRQL1|PAGE2|POOL3|ANNO4|ADVC5|SUPP6)[0-9]{2}")))
      << rule.id;
  EXPECT_TRUE(std::regex_match(std::string(rule.name), std::regex("([A-Z][a-z0-9]+)+"))) << rule.name;
}

TEST_P(EveryRule, HasAFixtureFolderOfItsName) { EXPECT_TRUE(fs::is_directory(kRoot / "fixtures" / GetParam()->name)); }

TEST_P(EveryRule, HasAShortTitle) {
  const std::string title(GetParam()->title);
  EXPECT_FALSE(title.empty());
  EXPECT_LT(title.size(), 120u);
  EXPECT_NE(title.back(), '.');
}

TEST_P(EveryRule, HasHelpWithAWrongAndARightExample) {
  const std::string help(GetParam()->help);
  const std::size_t wrong = help.find("\nWrong");
  const std::size_t right = help.find("\nRight");
  EXPECT_NE(wrong, std::string::npos);
  EXPECT_NE(right, std::string::npos);
  EXPECT_LT(wrong, right);
  EXPECT_NE(help.find("To fix it"), std::string::npos);
  EXPECT_NE(help.find("Driver Verifier"), std::string::npos);
}

TEST_P(EveryRule, ClosesTheFencesOfItsHelp) {
  const std::string help(GetParam()->help);
  std::size_t fences = 0;
  for (std::size_t at = help.find("```"); at != std::string::npos; at = help.find("```", at + 3)) ++fences;
  EXPECT_GE(fences, 2u);
  EXPECT_EQ(fences % 2, 0u);
}

// "SDV:IrqlDispatch" is the row of that id in any model of Static Driver Verifier.
std::set<std::string> knownCounterparts() {
  std::ifstream file(kRoot / "analyzer/ddi/data/rules-map.json");
  std::set<std::string> known;
  for (const nlohmann::json& row : nlohmann::json::parse(file)) {
    const std::string id = row.at("id");
    const std::string model = row.at("model");
    known.insert(model == "CodeAnalysis" ? id : (model == "CodeQL" ? "CodeQL:" : "SDV:") + id);
  }
  return known;
}

TEST_P(EveryRule, HasCounterpartsThatExist) {
  static const std::set<std::string> known = knownCounterparts();
  ASSERT_FALSE(known.empty());
  std::set<std::string_view> seen;
  for (const std::string_view counterpart : GetParam()->counterparts) {
    EXPECT_TRUE(known.count(std::string(counterpart)) != 0) << counterpart;
    EXPECT_TRUE(seen.insert(counterpart).second) << counterpart << " is listed twice";
  }
}

INSTANTIATE_TEST_SUITE_P(All, EveryRule, testing::ValuesIn(allRules()),
                         [](const auto& rule) { return std::string(rule.param->name); });

}  // namespace
}  // namespace irqlint
