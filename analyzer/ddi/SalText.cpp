#include "analyzer/ddi/SalText.h"

#include <algorithm>
#include <cctype>

namespace irqlint {
namespace {

bool isNameChar(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

constexpr std::string_view kBlanks = " \t\r\n";

// The index of the first of `stops` in `text` from `at` on that lies outside parentheses and strings; its size if none.
std::size_t findOutside(std::string_view text, std::size_t at, std::string_view stops) {
  int depth = 0;
  bool inString = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (inString) {
      if (c == '\\')
        ++at;
      else
        inString = c != '"';
      continue;
    }
    if (depth == 0 && stops.find(c) != std::string_view::npos) return at;
    if (c == '"')
      inString = true;
    else if (c == '(' || c == '[')
      ++depth;
    else if (c == ')' || c == ']')
      --depth;
  }
  return text.size();
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::vector<std::string_view> splitArguments(std::string_view text) {
  std::vector<std::string_view> arguments;
  if (trimmed(text).empty()) return arguments;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = findOutside(text, begin, ",");
    arguments.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return arguments;
}

std::string_view afterFirstArgument(std::string_view text) {
  const std::size_t comma = findOutside(text, 0, ",");
  return comma < text.size() ? trimmed(text.substr(comma + 1)) : std::string_view();
}

std::vector<SalApplication> splitApplications(std::string_view text) {
  std::vector<SalApplication> applications;
  std::size_t at = 0;
  const auto skip = [&](std::string_view characters) {
    at = std::min(text.find_first_not_of(characters, at), text.size());
  };
  while (skip(" \t\r\n,;"), at < text.size()) {
    const std::size_t begin = at;
    while (at < text.size() && isNameChar(text[at])) ++at;
    if (at == begin) break;
    SalApplication application{text.substr(begin, at - begin), {}};
    skip(kBlanks);
    if (at < text.size() && text[at] == '(') {
      const std::size_t close = findOutside(text, at + 1, ")");
      application.arguments = trimmed(text.substr(at + 1, close - at - 1));
      at = std::min(close + 1, text.size());
    }
    applications.push_back(application);
  }
  return applications;
}

}  // namespace irqlint
