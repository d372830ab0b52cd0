#include "analyzer/report/SarifRules.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

#include "analyzer/report/SarifText.h"

namespace irqlint {
namespace {

using json = SarifRules::json;
constexpr std::size_t kMaxDescription = 1000;  // GitHub refuses more than 1024 characters
constexpr std::size_t kMaxTags = 10;           // GitHub drops the others

struct Counterpart {
  std::string tool;
  std::string id;
};

// "SDV:IrqlExPassive" -> the tool's name and its id; a plain "C28121" is Microsoft's Code Analysis.
Counterpart readCounterpart(llvm::StringRef text) {
  const auto [prefix, id] = text.split(':');
  if (id.empty()) return {"Code Analysis for Drivers", text.str()};
  if (prefix == "SDV") return {"Static Driver Verifier", id.str()};
  if (prefix == "CodeQL") return {"CodeQL Windows Driver Queries", id.str()};
  if (prefix == "DV") return {"Driver Verifier", id.str()};
  return {prefix.str(), id.str()};
}

const char* precisionName(Precision precision) {
  constexpr const char* kNames[] = {"low", "medium", "high", "very-high"};
  return kNames[static_cast<std::size_t>(precision)];
}

const char* problemSeverity(Severity severity) {
  return severity == Severity::Note ? "recommendation" : sarifLevel(severity);
}

// The family of a rule, for filters.
const char* familyTag(llvm::StringRef id) {
  constexpr std::pair<llvm::StringLiteral, const char*> kFamilies[] = {
      {"IRQL", "irql"}, {"PAGE", "paged-code"}, {"POOL", "pool"}, {"ANNO", "annotations"}, {"ADVC", "advice"}};
  for (const auto& [prefix, tag] : kFamilies) {
    if (id.starts_with(prefix)) return tag;
  }
  return "other";
}

json tags(const RuleInfo& rule) {
  json tags{"windows-driver", "reliability", familyTag({rule.id.data(), rule.id.size()})};
  for (const std::string_view counterpart : rule.counterparts) {
    if (tags.size() < kMaxTags) tags.push_back(counterpart);
  }
  return tags;
}

// The first paragraph of the help says what the rule means.
std::string description(const RuleInfo& rule) {
  llvm::StringRef help(rule.help.data(), rule.help.size());
  std::string text;
  for (const llvm::StringRef line : llvm::split(help.trim().split("\n\n").first, '\n')) {
    if (!text.empty()) text += ' ';
    text += line.trim();
  }
  if (text.size() > kMaxDescription) text = text.substr(0, text.rfind(' ', kMaxDescription)) + " ...";
  return asSentence(text.empty() ? rule.title : std::string_view(text));
}

}  // namespace

const char* sarifLevel(Severity severity) {
  constexpr const char* kNames[] = {"note", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

SarifRules::SarifRules(std::span<const RuleInfo* const> rules) {
  for (const RuleInfo* rule : rules) {
    for (const std::string_view text : rule->counterparts) {
      const Counterpart counterpart = readCounterpart({text.data(), text.size()});
      taxa_[counterpart.tool].push_back(counterpart.id);
    }
  }
  for (auto& [tool, ids] : taxa_) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  }
}

json SarifRules::descriptor(const RuleInfo& rule, const MessageTemplates& messages) const {
  json result{{"id", rule.id}, {"name", rule.name}};
  result["shortDescription"]["text"] = asSentence(rule.title);
  result["fullDescription"]["text"] = description(rule);
  for (const auto& [id, text] : messages) {
    result["messageStrings"][id] = {{"text", sarifTemplate(text)}, {"markdown", sarifTemplate(markdownTemplate(text))}};
  }
  result["defaultConfiguration"]["level"] = sarifLevel(rule.severity);
  const std::string_view help = rule.help.empty() ? rule.title : rule.help;
  result["help"] = {{"text", asSentence(help)}, {"markdown", help}};
  if (!rule.counterparts.empty()) result["relationships"] = relationships(rule);
  result["properties"] = {{"precision", precisionName(rule.precision)},
                          {"problem.severity", problemSeverity(rule.severity)},
                          {"tags", tags(rule)}};
  return result;
}

json SarifRules::relationships(const RuleInfo& rule) const {
  json result = json::array();
  std::set<std::pair<std::string, std::string>> seen;
  for (const std::string_view text : rule.counterparts) {
    const auto [tool, id] = readCounterpart({text.data(), text.size()});
    if (!seen.emplace(tool, id).second) continue;
    const auto taxonomy = taxa_.find(tool);
    const auto& ids = taxonomy->second;
    const auto index = std::lower_bound(ids.begin(), ids.end(), id) - ids.begin();
    json target{{"id", id}, {"index", index}};
    target["toolComponent"] = {{"name", tool}, {"index", std::distance(taxa_.begin(), taxonomy)}};
    result.push_back({{"target", std::move(target)}, {"kinds", json::array({"relevant"})}});
  }
  return result;
}

json SarifRules::taxonomies() const {
  json result;
  for (const auto& [tool, ids] : taxa_) {
    json taxa = json::array();
    for (const std::string& id : ids) taxa.push_back({{"id", id}});
    json taxonomy{{"name", tool}};
    taxonomy["shortDescription"]["text"] = "Checks of " + tool + " that rules of this tool correspond to.";
    taxonomy["isComprehensive"] = false;
    taxonomy["taxa"] = std::move(taxa);
    result.push_back(std::move(taxonomy));
  }
  return result;
}

json SarifRules::supportedTaxonomies() const {
  json result;
  for (const auto& entry : taxa_) result.push_back({{"name", entry.first}, {"index", result.size()}});
  return result;
}

}  // namespace irqlint
