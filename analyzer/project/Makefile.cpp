#include "analyzer/project/Makefile.h"

#include <algorithm>
#include <optional>

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr int kMaxExpansions = 40;
constexpr std::size_t kMaxReferences = 20'000;  // of one text, those of its macros included
constexpr std::size_t kMaxText = 1u << 18;
constexpr std::size_t kMaxIncludes = 40;
constexpr int kMaxNesting = 60;

// "$(NAME)", "$(NAME:from=to)", "$N", "$$".
class MacroExpander {
 public:
  explicit MacroExpander(const PropertyMap& macros) : macros_(macros) {}

  std::string expand(llvm::StringRef text, int depth = 0) {
    std::string out;
    // A macro that names itself, or grows without bound, ends here.
    if (depth > kMaxExpansions) return out;
    while (!text.empty() && written_ < kMaxText) {
      const std::size_t dollar = std::min(text.find('$'), text.size());
      out += text.substr(0, dollar);
      written_ += dollar;
      text = text.drop_front(dollar);
      if (!text.consume_front("$") || text.empty()) continue;
      if (text.consume_front("$")) {
        out += '$';
      } else if (text.front() == '(') {
        const std::size_t end = text.find(')');
        if (end == llvm::StringRef::npos) break;
        out += macro(text.slice(1, end), depth);
        text = text.drop_front(end + 1);
      } else {
        text = text.drop_front();
      }
    }
    return out;
  }

 private:
  std::string macro(llvm::StringRef reference, int depth) {
    if (++references_ > kMaxReferences) return "";
    const auto [name, substitution] = reference.split(':');
    std::string value = expand(valueOf(macros_, name.trim()), depth + 1);
    const auto [from, to] = substitution.split('=');
    if (from.empty()) return value;
    for (std::size_t at = value.find(from); at != std::string::npos && value.size() < kMaxText;
         at = value.find(from, at + to.size()))
      value.replace(at, from.size(), to);
    return value;
  }

  const PropertyMap& macros_;
  std::size_t written_ = 0;
  std::size_t references_ = 0;
};

// The expression of an !IF: numbers, quoted texts, DEFINED(), EXIST(), comparisons, !, &&, ||, parentheses.
class MakeCondition {
 public:
  MakeCondition(llvm::StringRef text, const PropertyMap& macros, const std::string& folder, FileFinder& files)
      : rest_(text), macros_(macros), folder_(folder), files_(files) {}

  bool value() { return isTrue(orTerms()); }

 private:
  static bool isTrue(const std::string& value) {
    const llvm::StringRef text = llvm::StringRef(value).trim();
    return !text.empty() && text != "0";
  }
  static std::string text(bool value) { return value ? "1" : "0"; }

  std::string orTerms() {
    if (++depth_ > kMaxNesting) return "0";
    std::string left = andTerms();
    while (take("||")) {
      const std::string right = andTerms();
      left = text(isTrue(left) || isTrue(right));
    }
    --depth_;
    return left;
  }

  std::string andTerms() {
    std::string left = comparison();
    while (take("&&")) {
      const std::string right = comparison();
      left = text(isTrue(left) && isTrue(right));
    }
    return left;
  }

  std::string comparison() {
    std::string left = operand();
    for (const char* op : {"==", "!=", "<=", ">=", "<", ">"}) {
      if (!take(op)) continue;
      return text(compare(left, op, operand()));
    }
    return left;
  }

  static bool compare(const std::string& left, llvm::StringRef op, const std::string& right) {
    long long a = 0;
    long long b = 0;
    const bool isNumeric = !llvm::StringRef(left).getAsInteger(0, a) && !llvm::StringRef(right).getAsInteger(0, b);
    const int order = isNumeric ? (a < b ? -1 : a > b ? 1 : 0) : llvm::StringRef(left).compare(right);
    if (op == "==") return order == 0;
    if (op == "!=") return order != 0;
    if (op == "<=") return order <= 0;
    if (op == ">=") return order >= 0;
    return op == "<" ? order < 0 : order > 0;
  }

  std::string operand() {
    rest_ = rest_.ltrim();
    bool isNegated = false;
    while (!rest_.starts_with("!=") && take("!")) isNegated = !isNegated;
    const std::string value = primary();
    return isNegated ? text(!isTrue(value)) : value;
  }

  std::string primary() {
    if (take("(")) {
      std::string value = orTerms();
      take(")");
      return value;
    }
    if (take("\"")) {
      const std::size_t end = rest_.find('"');
      std::string value = rest_.substr(0, end).str();
      rest_ = rest_.drop_front(std::min(end, rest_.size()));
      rest_.consume_front("\"");
      return value;
    }
    const llvm::StringRef word =
        rest_.take_while([](char c) { return llvm::isAlnum(c) || llvm::StringRef("_.-\\/:~#@").contains(c); });
    rest_ = rest_.drop_front(word.empty() && !rest_.empty() ? 1 : word.size());
    if (word.equals_insensitive("defined")) return text(macros_.contains(argument()));
    if (word.equals_insensitive("exist")) return text(exists(argument()));
    return word.str();
  }

  llvm::StringRef argument() {
    if (!take("(")) return {};
    const auto [inner, rest] = rest_.split(')');
    rest_ = rest;
    return inner.trim().trim('"');
  }

  bool exists(llvm::StringRef name) {
    const std::string path = normalizedPath(name, folder_);
    return files_.findFile(path) || files_.findFolder(path);
  }

  bool take(llvm::StringRef token) {
    rest_ = rest_.ltrim();
    return rest_.consume_front(token);
  }

  llvm::StringRef rest_;
  const PropertyMap& macros_;
  const std::string& folder_;
  FileFinder& files_;
  int depth_ = 0;
};

class MakefileReader {
 public:
  MakefileReader(const PropertyMap& predefined, std::string folder, FileFinder& files)
      : folder_(std::move(folder)), files_(files) {
    makefile_.macros = predefined;
  }

  Result<Makefile> read(const std::string& file) {
    if (const std::string problem = readFile(file); !problem.empty()) return Error(problem);
    return std::move(makefile_);
  }

 private:
  // One open !IF: whether its current branch is read, whether one was.
  struct Branch {
    bool isTaken;
    bool wasTaken;
  };

  std::string expand(llvm::StringRef text) const { return MacroExpander(makefile_.macros).expand(text); }

  bool isReading() const {
    return std::all_of(branches_.begin(), branches_.end(), [](const Branch& branch) { return branch.isTaken; });
  }

  // Returns why the file cannot be read, or "".
  std::string readFile(const std::string& file) {
    if (++includes_ > kMaxIncludes) return file + ": includes more files than any build file";
    const Result<std::string> text = files_.readText(file);
    if (!text) return text.error().message();
    const std::size_t open = branches_.size();
    llvm::StringRef rest = *text;
    while (!rest.empty()) readLine(takeLine(rest), file);
    branches_.resize(std::min(open, branches_.size()));
    return "";
  }

  // One line with those that continue it. A comment line ends no continuation.
  static std::string takeLine(llvm::StringRef& rest) {
    std::string line;
    while (!rest.empty()) {
      auto [part, after] = rest.split('\n');
      rest = after;
      const llvm::StringRef trimmed = part.rtrim("\r \t");
      if (!line.empty() && trimmed.ltrim().starts_with("#")) continue;
      const llvm::StringRef code = trimmed.substr(0, trimmed.find('#')).rtrim();
      if (!code.ends_with("\\")) return line += code;
      line += code.drop_back();
      line += ' ';
    }
    return line;
  }

  void readLine(const std::string& line, const std::string& file) {
    const llvm::StringRef text = line;
    if (text.starts_with("!")) return readDirective(text.drop_front().ltrim(), file);
    const std::size_t equals = text.find('=');
    // Commands start with white space; rules have a colon before any "=".
    if (!isReading() || equals == llvm::StringRef::npos || equals == 0) return;
    const std::string name = expand(text.substr(0, equals).trim());
    if (name.find_first_of(" \t:") != std::string::npos) return;
    const std::string value = text.drop_front(equals + 1).trim().str();
    makefile_.macros[name] = withoutItself(name, value);
  }

  // "X = $(X) more" adds to what X was.
  std::string withoutItself(const std::string& name, std::string value) const {
    const std::string reference = "$(" + name + ")";
    const std::string old = valueOf(makefile_.macros, name);
    for (std::size_t at = llvm::StringRef(value).find_insensitive(reference);
         at != std::string::npos && value.size() < kMaxText;
         at = llvm::StringRef(value).find_insensitive(reference, at + old.size()))
      value.replace(at, reference.size(), old);
    return value;
  }

  void readDirective(llvm::StringRef text, const std::string& file) {
    const std::string word = text.take_while(llvm::isAlpha).lower();
    const llvm::StringRef argument = text.drop_front(word.size()).trim();
    if (word == "if" || word == "ifdef" || word == "ifndef") {
      const bool holds = isReading() && condition(word, argument);
      branches_.push_back({holds, holds});
    } else if (word == "else" || word == "elseif" || word == "elseifdef" || word == "elseifndef") {
      takeElse(word, argument);
    } else if (word == "endif") {
      if (!branches_.empty()) branches_.pop_back();
    } else if (isReading() && word == "include") {
      include(argument, file);
    } else if (isReading() && word == "undef") {
      makefile_.macros.erase(argument.str());
    }
  }

  // "else", "else if ...", "elseif ..."
  void takeElse(const std::string& word, llvm::StringRef argument) {
    if (branches_.empty()) return;
    std::string test = word == "else" ? "" : word.substr(4);
    if (word == "else" && argument.starts_with_insensitive("if")) {
      test = argument.take_while(llvm::isAlpha).lower();
      argument = argument.drop_front(test.size()).trim();
    }
    const bool wasTaken = branches_.back().wasTaken;
    branches_.pop_back();
    const bool holds = !wasTaken && isReading() && (test.empty() || condition(test, argument));
    branches_.push_back({holds, wasTaken || holds});
  }

  bool condition(const std::string& word, llvm::StringRef argument) {
    if (word == "ifdef") return makefile_.macros.contains(argument);
    if (word == "ifndef") return !makefile_.macros.contains(argument);
    const std::string expanded = expand(argument);
    return MakeCondition(expanded, makefile_.macros, folder_, files_).value();
  }

  // Names are relative to the folder of the build, not to the including file.
  void include(llvm::StringRef argument, const std::string& file) {
    const std::string name = llvm::StringRef(expand(argument)).trim("\"<> \t").str();
    auto found = files_.findFile(normalizedPath(name, folder_));
    if (!found) found = files_.findFile(normalizedPath(name, parentPath(file)));
    const std::string problem = found ? readFile(*found) : "include '" + name + "' not found";
    // Those of the kit itself hold nothing that is not known.
    const bool isOfTheKit = argument.contains("$(NTMAKEENV)") || argument.contains("$(WDKROOT)");
    if (!problem.empty() && !isOfTheKit) makefile_.problems.push_back(file + ": " + problem);
  }

  const std::string folder_;
  FileFinder& files_;
  Makefile makefile_;
  std::vector<Branch> branches_;
  std::size_t includes_ = 0;
};

}  // namespace

std::string Makefile::expanded(std::string_view name) const {
  return MacroExpander(macros).expand(valueOf(macros, name));
}

Result<Makefile> readMakefile(const std::string& file, const PropertyMap& predefined, FileFinder& files) {
  return MakefileReader(predefined, parentPath(file), files).read(file);
}

}  // namespace irqlint
