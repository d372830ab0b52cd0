#include "analyzer/report/SarifText.h"

#include <llvm/ADT/StringExtras.h>

namespace irqlint {
namespace {

// The length of a placeholder "{12}" at `at`, or 0.
std::size_t placeholderAt(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (at >= text.size() || text[at] != '{') return 0;
  while (end < text.size() && llvm::isDigit(text[end])) ++end;
  return end > at + 1 && end < text.size() && text[end] == '}' ? end + 1 - at : 0;
}

std::string escape(std::string_view text, std::string_view special) {
  std::string escaped;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

// The message with `change` applied to each argument and another template.
template <typename Change>
std::string format(const Finding& finding, std::string text, Change change) {
  Finding changed;
  changed.messageTemplate = std::move(text);
  for (std::size_t i = 0; i < finding.arguments.size(); ++i)
    changed.arguments.push_back(change(i, finding.arguments[i]));
  return formatMessage(changed);
}

}  // namespace

std::string asSentence(std::string_view text) {
  while (!text.empty() && llvm::isSpace(text.back())) text.remove_suffix(1);
  std::string sentence(text);
  if (!sentence.ends_with('.') && !sentence.ends_with('!') && !sentence.ends_with('?')) sentence += '.';
  return sentence;
}

std::string sarifTemplate(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = placeholderAt(text, at);
    if (length != 0) {
      result += text.substr(at, length);
      at += length;
      continue;
    }
    if (text[at] == '{' || text[at] == '}') result += text[at];
    result += text[at++];
  }
  return result;
}

std::string markdownTemplate(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = text[at] == '\'' ? placeholderAt(text, at + 1) : 0;
    if (length != 0 && at + 1 + length < text.size() && text[at + 1 + length] == '\'') {
      result.append("`").append(text.substr(at + 1, length)).append("`");
      at += length + 2;
    } else {
      result += text[at++];
    }
  }
  return result;
}

Finding withFix(const Finding& finding) {
  Finding result = finding;
  result.messageTemplate = asSentence(finding.messageTemplate);
  if (finding.help.empty()) return result;
  result.messageId += "WithFix";
  result.messageTemplate += " To fix: {" + std::to_string(finding.arguments.size()) + "}.";
  result.arguments.push_back(finding.help.ends_with('.') ? finding.help.substr(0, finding.help.size() - 1)
                                                         : finding.help);
  return result;
}

std::string sarifMessage(const Finding& finding) {
  return format(finding, finding.messageTemplate, [](std::size_t, const std::string& argument) {
    return argument.find("](") == std::string::npos ? argument : escape(argument, "\\[]");
  });
}

std::string markdownMessage(const Finding& finding) {
  const std::string text = markdownTemplate(finding.messageTemplate);
  return format(finding, text, [&](std::size_t index, const std::string& argument) {
    const bool isCode = text.find("`{" + std::to_string(index) + "}`") != std::string::npos;
    return isCode ? argument : escape(argument, "\\`*_[]<>");
  });
}

std::string levelChange(const ThreadFlowLocation& step) {
  if (step.before.empty() || step.before == step.after) return step.after.empty() ? "" : toString(step.after);
  if (step.after.empty()) return toString(step.before);
  return toString(step.before) + " -> " + toString(step.after);
}

}  // namespace irqlint
