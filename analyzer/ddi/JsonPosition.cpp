#include "analyzer/ddi/JsonPosition.h"

#include <algorithm>
#include <optional>
#include <string>

namespace irqlint {
namespace {

// Walks text that is known to be JSON.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // Goes on to the member or element `token` of the value it stands before, and gives the offset where that begins.
  std::optional<std::size_t> enter(const std::string& token) {
    skipSpace();
    const bool isObject = peek() == '{';
    if (!isObject && peek() != '[') return std::nullopt;
    ++at_;
    for (std::size_t index = 0; skipSpace(), at_ < text_.size() && peek() != '}' && peek() != ']'; ++index) {
      const std::size_t start = at_;
      const std::string name = isObject ? readKey() : std::to_string(index);
      if (name == token) return start;
      skipValue();
      skipSpace();
      if (peek() == ',') ++at_;
    }
    return std::nullopt;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skipSpace() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  void skipString() {
    for (++at_; peek() != '"' && at_ < text_.size(); ++at_) {
      if (peek() == '\\') ++at_;
    }
    ++at_;
  }

  // A key and its colon.
  std::string readKey() {
    const std::size_t start = at_;
    skipString();
    const auto key = nlohmann::json::parse(text_.substr(start, at_ - start), nullptr, false);
    skipSpace();
    ++at_;
    return key.is_string() ? key.get<std::string>() : std::string();
  }

  void skipValue() {
    std::size_t depth = 0;
    for (skipSpace(); at_ < text_.size(); ++at_) {
      const char c = peek();
      if (depth == 0 && (c == ',' || c == '}' || c == ']')) return;
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      if (c == '"') {
        skipString();
        --at_;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

TextPosition positionAt(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1, before.size() - lineStart + 1};
}

TextPosition positionOf(std::string_view text, nlohmann::json::json_pointer pointer) {
  std::vector<std::string> tokens;
  for (; !pointer.empty(); pointer.pop_back()) tokens.push_back(pointer.back());
  Scanner scanner(text);
  std::size_t offset = 0;
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    const auto start = scanner.enter(*token);
    if (!start) break;
    offset = *start;
  }
  return positionAt(text, offset);
}

}  // namespace irqlint
