#include "analyzer/model/Finding.h"

#include <charconv>

namespace irqlint {

std::string formatMessage(const Finding& finding) {
  const std::string& pattern = finding.messageTemplate;
  std::string text;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const std::size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
    std::size_t index = 0;
    if (close != std::string::npos) {
      const char* last = pattern.data() + close;
      const auto [end, error] = std::from_chars(pattern.data() + at + 1, last, index);
      if (error == std::errc() && end == last && index < finding.arguments.size()) {
        text += finding.arguments[index];
        at = close;
        continue;
      }
    }
    text += pattern[at];
  }
  return text;
}

std::string plainMessage(const Finding& finding) {
  const std::string text = formatMessage(finding);
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    // "[words](n)": words stay.
    const std::size_t middle = text[at] == '[' ? text.find("](", at) : std::string::npos;
    const std::size_t close = middle == std::string::npos ? middle : text.find(')', middle);
    if (close != std::string::npos && text.find('[', at + 1) > middle) {
      plain.append(text, at + 1, middle - at - 1);
      at = close;
    } else {
      plain += text[at];
    }
  }
  return plain;
}

}  // namespace irqlint
