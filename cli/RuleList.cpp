#include "cli/RuleList.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

namespace irqlint {
namespace {

std::string_view nameOf(Severity severity) {
  constexpr std::string_view kNames[] = {"note", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

std::string_view nameOf(Precision precision) {
  constexpr std::string_view kNames[] = {"low", "medium", "high", "very high"};
  return kNames[static_cast<std::size_t>(precision)];
}

std::string counterparts(const RuleInfo& rule) {
  std::string text;
  for (const std::string_view counterpart : rule.counterparts) {
    if (!text.empty()) text += ", ";
    text += counterpart;
  }
  return text;
}

void listText(const std::vector<const RuleInfo*>& rules, llvm::raw_ostream& out) {
  std::size_t width = 0;
  for (const RuleInfo* rule : rules) width = std::max(width, rule->name.size());
  for (const RuleInfo* rule : rules) {
    out << rule->id << "  " << nameOf(rule->severity);
    out.indent(static_cast<unsigned>(9 - nameOf(rule->severity).size())) << rule->name;
    out.indent(static_cast<unsigned>(width - rule->name.size() + 2)) << rule->title << '\n';
  }
}

void listMarkdown(const std::vector<const RuleInfo*>& rules, llvm::raw_ostream& out) {
  out << "| id | name | finds | severity | precision | elsewhere |\n|---|---|---|---|---|---|\n";
  for (const RuleInfo* rule : rules) {
    out << "| " << rule->id << " | " << rule->name << " | " << rule->title << " | " << nameOf(rule->severity) << " | "
        << nameOf(rule->precision) << " | " << counterparts(*rule) << " |\n";
  }
}

void listJson(const std::vector<const RuleInfo*>& rules, llvm::raw_ostream& out) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const RuleInfo* rule : rules) {
    list.push_back({{"id", rule->id},
                    {"name", rule->name},
                    {"title", rule->title},
                    {"severity", nameOf(rule->severity)},
                    {"precision", nameOf(rule->precision)},
                    {"counterparts", std::vector<std::string>(rule->counterparts.begin(), rule->counterparts.end())},
                    {"help", rule->help}});
  }
  out << list.dump(2) << '\n';
}

}  // namespace

void listRules(const std::vector<const RuleInfo*>& rules, ListFormat format, llvm::raw_ostream& out) {
  switch (format) {
    case ListFormat::Text: return listText(rules, out);
    case ListFormat::Json: return listJson(rules, out);
    case ListFormat::Markdown: return listMarkdown(rules, out);
  }
}

void explainRule(const RuleInfo& rule, llvm::raw_ostream& out) {
  out << rule.id << ' ' << rule.name << ": " << rule.title << "\nseverity " << nameOf(rule.severity) << ", precision "
      << nameOf(rule.precision) << '\n';
  if (!rule.counterparts.empty()) out << "elsewhere: " << counterparts(rule) << '\n';
  out << '\n' << llvm::StringRef(rule.help.data(), rule.help.size()).trim() << '\n';
}

}  // namespace irqlint
