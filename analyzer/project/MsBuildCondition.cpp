#include "analyzer/project/MsBuildCondition.h"

#include <optional>

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/VersionTuple.h>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr int kMaxDepth = 200;
constexpr std::size_t kMaxLength = 16u << 10;

std::optional<bool> booleanOf(llvm::StringRef text) {
  const bool isNegated = text.consume_front("!");
  for (const char* word : {"true", "on", "yes"})
    if (text.equals_insensitive(word)) return !isNegated;
  for (const char* word : {"false", "off", "no"})
    if (text.equals_insensitive(word)) return isNegated;
  return std::nullopt;
}

std::optional<double> numberOf(llvm::StringRef text) {
  text = text.trim();
  long long whole = 0;
  if (text.starts_with_insensitive("0x")) {
    if (text.drop_front(2).getAsInteger(16, whole)) return std::nullopt;
    return static_cast<double>(whole);
  }
  double value = 0;
  if (text.empty() || !(llvm::isDigit(text.back()) || text.back() == '.') || text.getAsDouble(value))
    return std::nullopt;
  return value;
}

// Recursive descent: or-terms of and-terms of comparisons, calls, "!" and parentheses. The first failure stands; after
// it nothing is read.
class ConditionParser {
 public:
  ConditionParser(llvm::StringRef text, const ExpressionScope& scope) : rest_(text), scope_(scope) {}

  Result<bool> parse() {
    const bool value = orTerms(true);
    rest_ = rest_.ltrim();
    if (!rest_.empty()) fail("'" + rest_.substr(0, 40).str() + "' is not expected here");
    if (!failure_.empty()) return Error(failure_);
    return value;
  }

 private:
  bool orTerms(bool isNeeded) {
    if (++depth_ > kMaxDepth) fail("nested too deeply");
    bool value = andTerms(isNeeded);
    while (ok() && takeWord("or")) value = andTerms(isNeeded && !value) || value;
    --depth_;
    return value;
  }

  bool andTerms(bool isNeeded) {
    bool value = term(isNeeded);
    while (ok() && takeWord("and")) value = term(isNeeded && value) && value;
    return value;
  }

  bool term(bool isNeeded) {
    if (!ok()) return false;
    bool isNegated = false;
    for (rest_ = rest_.ltrim(); rest_.starts_with("!") && !rest_.starts_with("!="); rest_ = rest_.ltrim()) {
      rest_ = rest_.drop_front();
      isNegated = !isNegated;
    }
    bool value = false;
    if (rest_.consume_front("(")) {
      value = orTerms(isNeeded);
      rest_ = rest_.ltrim();
      if (ok() && !rest_.consume_front(")")) fail("a ')' is missing");
    } else {
      value = comparison(isNeeded);
    }
    return value != isNegated;
  }

  bool comparison(bool isNeeded) {
    if (const auto called = call(isNeeded)) return *called;
    const std::string left = operand(isNeeded);
    rest_ = rest_.ltrim();
    for (const llvm::StringRef op : {"==", "!=", "<=", ">=", "<", ">"}) {
      if (!rest_.consume_front(op)) continue;
      const std::string right = operand(isNeeded);
      return isNeeded && ok() && compare(left, op, right);
    }
    if (!isNeeded || !ok()) return false;
    const auto value = booleanOf(llvm::StringRef(left).trim());
    if (!value) fail("'" + left.substr(0, 40) + "' is neither true nor false");
    return value.value_or(false);
  }

  // Exists('path') and HasTrailingSlash('path').
  std::optional<bool> call(bool isNeeded) {
    const llvm::StringRef name = rest_.take_while(llvm::isAlpha);
    const llvm::StringRef after = rest_.drop_front(name.size()).ltrim();
    if (name.empty() || !after.starts_with("(")) return std::nullopt;
    rest_ = after.drop_front();
    const std::string argument = operand(isNeeded);
    rest_ = rest_.ltrim();
    if (ok() && !rest_.consume_front(")")) fail("a ')' is missing");
    if (!ok() || !isNeeded) return false;
    if (name.equals_insensitive("HasTrailingSlash")) return argument.ends_with('/') || argument.ends_with('\\');
    if (!name.equals_insensitive("Exists")) {
      fail("there is no function '" + name.str() + "'");
      return false;
    }
    const llvm::StringRef file = llvm::StringRef(argument).trim();
    if (file.empty()) return false;
    const std::string path = normalizedPath(file, scope_.projectFolder);
    return scope_.files.findFile(path) || scope_.files.findFolder(path);
  }

  std::string operand(bool isNeeded) {
    rest_ = rest_.ltrim();
    if (!ok()) return "";
    std::size_t length = 0;
    llvm::StringRef text;
    if (rest_.starts_with("'")) {
      length = endOfQuoted();
      if (length == llvm::StringRef::npos) {
        fail("a quote is missing");
        return "";
      }
      text = rest_.slice(1, length - 1);
    } else {
      length = endOfSimple();
      if (length == 0) {
        fail(rest_.empty() ? "it ends too early" : "'" + rest_.substr(0, 40).str() + "' is no value");
        return "";
      }
      text = rest_.substr(0, length);
    }
    rest_ = rest_.drop_front(length);
    if (!isNeeded) return "";
    Result<std::string> value = expandExpressions(text, scope_);
    if (value) return unescaped(*value);
    fail(value.error().message());
    return "";
  }

  // Past the closing quote; a quote inside an expression is its own.
  std::size_t endOfQuoted() const {
    for (std::size_t at = 1; at < rest_.size();) {
      if (rest_[at] == '\'') return at + 1;
      at = past(at);
    }
    return llvm::StringRef::npos;
  }

  std::size_t endOfSimple() const {
    std::size_t at = 0;
    while (at < rest_.size()) {
      const char c = rest_[at];
      if (!llvm::isAlnum(c) && !llvm::StringRef("_.-+$%@#/\\:;*?[]").contains(c)) break;
      const std::size_t next = past(at);
      if (next == at + 1 && (c == '$' || c == '%' || c == '@') && rest_.substr(at + 1).starts_with("(")) break;
      at = next;
    }
    return at;
  }

  // Past the character or the whole expression at `at`.
  std::size_t past(std::size_t at) const {
    const bool isExpression =
        at + 1 < rest_.size() && rest_[at + 1] == '(' && (rest_[at] == '$' || rest_[at] == '%' || rest_[at] == '@');
    if (!isExpression) return at + 1;
    const std::size_t end = endOfParentheses(rest_, at + 1);
    return end == std::string_view::npos ? at + 1 : end;
  }

  bool compare(const std::string& left, llvm::StringRef op, const std::string& right) {
    if (op == "==") return isSame(left, right);
    if (op == "!=") return !isSame(left, right);
    int order = 0;
    const auto a = numberOf(left);
    const auto b = numberOf(right);
    if (a && b) {
      order = *a < *b ? -1 : *a > *b ? 1 : 0;
    } else {
      llvm::VersionTuple v;
      llvm::VersionTuple w;
      // MSBuild would stop here; what is not set simply does not compare.
      if (v.tryParse(llvm::StringRef(left).trim()) || w.tryParse(llvm::StringRef(right).trim())) return false;
      order = v < w ? -1 : w < v ? 1 : 0;
    }
    if (op == "<") return order < 0;
    if (op == "<=") return order <= 0;
    return op == ">" ? order > 0 : order >= 0;
  }

  static bool isSame(const std::string& left, const std::string& right) {
    const auto a = numberOf(left);
    const auto b = numberOf(right);
    if (a && b) return *a == *b;
    const auto c = booleanOf(left);
    const auto d = booleanOf(right);
    if (c && d) return *c == *d;
    return llvm::StringRef(left).equals_insensitive(right);
  }

  bool takeWord(llvm::StringRef word) {
    const llvm::StringRef text = rest_.ltrim();
    if (!text.take_while(llvm::isAlnum).equals_insensitive(word)) return false;
    rest_ = text.drop_front(word.size());
    return true;
  }

  bool ok() const { return failure_.empty(); }

  void fail(std::string reason) {
    if (failure_.empty()) failure_ = std::move(reason);
  }

  llvm::StringRef rest_;
  const ExpressionScope& scope_;
  int depth_ = 0;
  std::string failure_;
};

}  // namespace

Result<bool> evaluateCondition(std::string_view condition, const ExpressionScope& scope) {
  const llvm::StringRef text = llvm::StringRef(condition).trim();
  if (text.empty()) return true;
  if (text.size() > kMaxLength) return Error("it is longer than any condition");
  return ConditionParser(text, scope).parse();
}

}  // namespace irqlint
