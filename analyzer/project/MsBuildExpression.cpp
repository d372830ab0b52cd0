#include "analyzer/project/MsBuildExpression.h"

#include <algorithm>
#include <cctype>

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>

#include "analyzer/project/MsBuildFunctions.h"
#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr std::size_t kMaxText = 1u << 20;
constexpr int kMaxDepth = 60;

bool isNameCharacter(char c) { return llvm::isAlnum(c) || c == '_' || c == '-'; }

bool isQuote(char c) { return c == '\'' || c == '"' || c == '`'; }

// Expands one text. `fail` ends it: the first reason stands and all that follows is empty.
class Expander {
 public:
  explicit Expander(const ExpressionScope& scope) : scope_(scope) {}

  std::string expand(llvm::StringRef text) {
    if (text.find_first_of("$%@") == llvm::StringRef::npos) return spend(text.str());
    const Nesting nesting(*this);
    std::string out;
    std::size_t at = 0;
    while (at < text.size() && !failed()) {
      const std::size_t next = std::min(text.find_first_of("$%@", at), text.size());
      out += text.slice(at, next);
      at = next;
      if (at == text.size()) break;
      if (at + 1 == text.size() || text[at + 1] != '(') {
        out += text[at++];
        continue;
      }
      const std::size_t end = endOfParentheses(text, at + 1);
      if (end == std::string_view::npos) {
        fail("'" + text.substr(at, 40).str() + "' has no ')'");
        break;
      }
      out += evaluate(text[at], text.slice(at + 2, end - 1).trim());
      if (out.size() > kMaxText) fail("an expression grows beyond " + std::to_string(kMaxText) + " characters");
      at = end;
    }
    return spend(std::move(out));
  }

  bool failed() const { return !failure_.empty(); }
  const std::string& failure() const { return failure_; }

 private:
  struct Nesting {
    explicit Nesting(Expander& expander) : expander_(expander) {
      if (++expander_.depth_ > kMaxDepth) expander_.fail("expressions are nested too deeply");
    }
    ~Nesting() { --expander_.depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    Expander& expander_;
  };

  void fail(std::string reason) {
    if (failure_.empty()) failure_ = std::move(reason);
  }

  std::string spend(std::string text) {
    if (!scope_.budget) return text;
    if (text.size() > *scope_.budget) {
      fail("the project's expressions grow without bound");
      return "";
    }
    *scope_.budget -= text.size();
    return text;
  }

  std::string evaluate(char kind, llvm::StringRef body) {
    if (failed()) return "";
    switch (kind) {
      case '$': return property(body);
      case '%': return metadata(body);
      default: return items(body);
    }
  }

  std::string metadata(llvm::StringRef name) const {
    const std::size_t dot = name.rfind('.');
    if (dot != llvm::StringRef::npos) name = name.drop_front(dot + 1);
    return scope_.metadata ? valueOf(*scope_.metadata, name) : "";
  }

  // "Name", "Name, ';'", "Name->'transform'", "Name->'transform', ' '"
  std::string items(llvm::StringRef body) {
    const std::string name = body.take_while([](char c) { return llvm::isAlnum(c) || c == '_'; }).str();
    body = body.drop_front(name.size()).ltrim();
    std::string transform = "%(Identity)";
    if (body.consume_front("->")) {
      body = body.ltrim();
      if (!body.starts_with("'")) return "";  // an item function
      const std::size_t end = body.find('\'', 1);
      if (end == llvm::StringRef::npos) return "";
      transform = body.slice(1, end).str();
      body = body.drop_front(end + 1).ltrim();
    }
    std::string separator = ";";
    if (body.consume_front(",")) separator = body.trim().trim('\'').str();
    if (!scope_.items) return "";
    const auto list = scope_.items->find(name);
    if (list == scope_.items->end()) return "";
    std::string out;
    for (const MsBuildItem& item : list->second) {
      if (!out.empty()) out += separator;
      out += transformed(item, transform);
      if (out.size() <= kMaxText) continue;
      fail("'@(" + name + ")' grows beyond " + std::to_string(kMaxText) + " characters");
      break;
    }
    return out;
  }

  std::string transformed(const MsBuildItem& item, llvm::StringRef transform) const {
    std::string out;
    while (!transform.empty()) {
      const std::size_t start = transform.find("%(");
      out += transform.substr(0, start);
      if (start == llvm::StringRef::npos) break;
      const std::size_t end = transform.find(')', start);
      if (end == llvm::StringRef::npos) break;
      out += itemMetadata(item, transform.slice(start + 2, end).trim(), scope_.projectFolder);
      transform = transform.drop_front(end + 1);
    }
    return out;
  }

  std::string property(llvm::StringRef body) {
    if (body.starts_with_insensitive("Registry:")) return "";
    const std::string whole = body.str();
    MsBuildValue value;
    if (body.consume_front("[")) {
      const std::size_t end = body.find("]::");
      if (end == llvm::StringRef::npos) return malformed(whole);
      const std::string type = body.substr(0, end).trim().str();
      body = body.drop_front(end + 3);
      const std::string name = takeName(body);
      const std::vector<std::string> arguments = takeArguments(body);
      const auto result = callStatic(type, name, arguments, scope_);
      if (!result) return unknown(whole);
      value = *result;
    } else {
      value.text = valueOf(scope_.properties, takeName(body));
    }
    while (!body.empty() && !failed()) {
      std::optional<MsBuildValue> result = takeTail(value, body);
      if (!result) return unknown(whole);
      value = *std::move(result);
    }
    return value.text;
  }

  // ".Method(arguments)", ".Length" or "[index]" off the front of `body`, applied to `value`.
  std::optional<MsBuildValue> takeTail(const MsBuildValue& value, llvm::StringRef& body) {
    body = body.ltrim();
    if (body.starts_with("[")) {
      const std::size_t end = body.find(']');
      if (end == llvm::StringRef::npos) return std::nullopt;
      const std::string index = expand(body.slice(1, end));
      body = body.drop_front(end + 1).ltrim();
      return callMethod(value, "get_Chars", {index});
    }
    if (!body.consume_front(".")) return std::nullopt;
    const std::string name = takeName(body);
    if (name.empty()) return std::nullopt;
    const std::vector<std::string> arguments = takeArguments(body);
    return callMethod(value, name, arguments);
  }

  static std::string takeName(llvm::StringRef& body) {
    body = body.ltrim();
    std::string name = body.take_while(isNameCharacter).str();
    body = body.drop_front(name.size()).ltrim();
    return name;
  }

  std::vector<std::string> takeArguments(llvm::StringRef& body) {
    std::vector<std::string> arguments;
    if (!body.starts_with("(")) return arguments;
    const std::size_t end = endOfParentheses(body, 0);
    if (end == std::string_view::npos) {
      fail("'" + body.substr(0, 40).str() + "' has no ')'");
      body = {};
      return arguments;
    }
    const llvm::StringRef list = body.slice(1, end - 1).trim();
    body = body.drop_front(end).ltrim();
    for (std::size_t at = 0; !list.empty() && at <= list.size();) {
      const std::size_t stop = endOfArgument(list, at);
      arguments.push_back(argument(list.slice(at, stop).trim()));
      at = stop + 1;
    }
    return arguments;
  }

  static std::size_t endOfArgument(llvm::StringRef list, std::size_t at) {
    while (at < list.size() && list[at] != ',') {
      if (isQuote(list[at]))
        at = std::min(list.find(list[at], at + 1), list.size() - 1) + 1;
      else if (list[at] == '(')
        at = std::min<std::size_t>(endOfParentheses(list, at), list.size());
      else
        ++at;
    }
    return std::min(at, list.size());
  }

  std::string argument(llvm::StringRef text) {
    if (text.equals_insensitive("null")) return "";
    if (text.size() >= 2 && isQuote(text.front()) && text.back() == text.front()) text = text.drop_front().drop_back();
    return expand(text);
  }

  std::string malformed(const std::string& body) {
    fail("'$(" + body.substr(0, 80) + ")' is no expression");
    return "";
  }

  std::string unknown(const std::string& body) {
    fail("'$(" + body.substr(0, 80) + ")' uses a function that is not known");
    return "";
  }

  const ExpressionScope& scope_;
  int depth_ = 0;
  std::string failure_;
};

}  // namespace

Result<std::string> expandExpressions(std::string_view text, const ExpressionScope& scope) {
  Expander expander(scope);
  std::string out = expander.expand(text);
  if (expander.failed()) return Error(expander.failure());
  return out;
}

std::size_t endOfParentheses(std::string_view text, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '(') {
      ++depth;
    } else if (c == ')') {
      if (--depth == 0) return at + 1;
    } else if (isQuote(c)) {
      // A lone quote is text: an apostrophe in a folder's name.
      const std::size_t close = text.find(c, at + 1);
      if (close != std::string_view::npos) at = close;
    }
  }
  return std::string_view::npos;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%' && at + 2 < text.size() && llvm::isHexDigit(text[at + 1]) && llvm::isHexDigit(text[at + 2])) {
      out += static_cast<char>(llvm::hexFromNibbles(text[at + 1], text[at + 2]));
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

std::vector<std::string> splitList(std::string_view text) {
  std::vector<std::string> parts;
  llvm::StringRef rest = text;
  while (!rest.empty()) {
    const auto [part, remaining] = rest.split(';');
    rest = remaining;
    if (!part.trim().empty()) parts.push_back(unescaped(part.trim()));
  }
  return parts;
}

std::string itemMetadata(const MsBuildItem& item, std::string_view name, const std::string& projectFolder) {
  constexpr auto kStyle = llvm::sys::path::Style::windows_slash;
  const llvm::StringRef wanted = name;
  const llvm::StringRef include = item.include;
  if (wanted.equals_insensitive("Identity")) return item.include;
  if (wanted.equals_insensitive("FullPath")) return normalizedPath(include, projectFolder);
  if (wanted.equals_insensitive("Filename")) return llvm::sys::path::stem(include, kStyle).str();
  if (wanted.equals_insensitive("Extension")) return llvm::sys::path::extension(include, kStyle).str();
  if (wanted.equals_insensitive("RelativeDir")) {
    const std::size_t slash = include.find_last_of("\\/");
    return slash == llvm::StringRef::npos ? "" : include.substr(0, slash + 1).str();
  }
  if (wanted.equals_insensitive("Directory")) return parentPath(normalizedPath(include, projectFolder)) + "/";
  return valueOf(item.metadata, name);
}

}  // namespace irqlint
