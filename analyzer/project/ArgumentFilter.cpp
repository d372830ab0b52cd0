#include "analyzer/project/ArgumentFilter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

enum class Value : std::uint8_t {
  None,      // exactly this word
  Joined,    // this word and whatever is attached to it
  Separate,  // exactly this word, and the next one
  Either,    // with something attached, or the next word
};

enum class Reader : std::uint8_t { Gcc, Cl, Both };

struct Option {
  llvm::StringLiteral name;  // after the dash or slash; a long option keeps its second dash
  Value value;
  Reader reader;
};

// Cl options are written with either prefix, the others with a dash.
constexpr Option kDropped[] = {
    // Stages and outputs.
    {"c", Value::None, Reader::Both},
    {"S", Value::None, Reader::Gcc},
    {"E", Value::None, Reader::Both},
    {"EP", Value::None, Reader::Cl},
    {"P", Value::None, Reader::Cl},
    {"o", Value::Either, Reader::Gcc},
    {"o", Value::Separate, Reader::Cl},
    {"-output", Value::Separate, Reader::Gcc},
    {"-output=", Value::Joined, Reader::Gcc},
    {"emit-", Value::Joined, Reader::Gcc},
    {"fsyntax-only", Value::None, Reader::Both},
    {"###", Value::None, Reader::Both},
    {"v", Value::None, Reader::Both},
    {"H", Value::None, Reader::Gcc},
    {"Fa", Value::Joined, Reader::Cl},
    {"FA", Value::Joined, Reader::Cl},
    {"Fd", Value::Joined, Reader::Cl},
    {"Fe", Value::Joined, Reader::Cl},
    {"Fi", Value::Joined, Reader::Cl},
    {"Fm", Value::Joined, Reader::Cl},
    {"Fo", Value::Joined, Reader::Cl},
    {"Fp", Value::Joined, Reader::Cl},
    {"FR", Value::Joined, Reader::Cl},
    {"Fr", Value::Joined, Reader::Cl},
    {"FU", Value::Either, Reader::Cl},
    {"doc", Value::Joined, Reader::Cl},
    {"ifcOutput", Value::Either, Reader::Cl},
    {"experimental:log", Value::Either, Reader::Cl},
    {"sourceDependencies", Value::Either, Reader::Cl},
    {"showIncludes", Value::Joined, Reader::Cl},
    {"MP", Value::Joined, Reader::Cl},
    // Dependency files. In cl these letters choose the runtime library.
    {"M", Value::None, Reader::Gcc},
    {"MM", Value::None, Reader::Gcc},
    {"MD", Value::None, Reader::Gcc},
    {"MMD", Value::None, Reader::Gcc},
    {"MG", Value::None, Reader::Gcc},
    {"MP", Value::None, Reader::Gcc},
    {"MV", Value::None, Reader::Gcc},
    {"MF", Value::Either, Reader::Gcc},
    {"MT", Value::Either, Reader::Gcc},
    {"MQ", Value::Either, Reader::Gcc},
    {"MJ", Value::Either, Reader::Gcc},
    {"gen-cdb-fragment-path", Value::Separate, Reader::Both},
    // Reports and caches written beside the object.
    {"-serialize-diagnostics", Value::Separate, Reader::Both},
    {"serialize-diagnostics", Value::Separate, Reader::Both},
    {"save-temps", Value::Joined, Reader::Both},
    {"-save-temps", Value::Joined, Reader::Both},
    {"save-stats", Value::Joined, Reader::Both},
    {"ftime-trace", Value::Joined, Reader::Both},
    {"fcrash-diagnostics", Value::Joined, Reader::Both},
    {"fsave-optimization-record", Value::Joined, Reader::Both},
    {"foptimization-record-", Value::Joined, Reader::Both},
    {"fproc-stat-report", Value::Joined, Reader::Both},
    {"fdiagnostics-", Value::Joined, Reader::Both},
    {"fdump-", Value::Joined, Reader::Both},
    {"fmodule-output", Value::Joined, Reader::Both},
    {"fmodules-cache-path=", Value::Joined, Reader::Both},
    {"index-store-path", Value::Separate, Reader::Both},
    {"dumpdir", Value::Separate, Reader::Gcc},
    {"dumpbase", Value::Separate, Reader::Gcc},
    {"dump", Value::Joined, Reader::Gcc},
    {"print-", Value::Joined, Reader::Both},
    {"-print-", Value::Joined, Reader::Both},
    // Code that would be loaded or run, and files of further options.
    {"fplugin", Value::Joined, Reader::Both},
    {"fpass-plugin", Value::Joined, Reader::Both},
    {"mllvm", Value::Either, Reader::Both},
    {"wrapper", Value::Separate, Reader::Gcc},
    {"specs", Value::Either, Reader::Gcc},
    {"-specs", Value::Either, Reader::Gcc},
    {"B", Value::Either, Reader::Gcc},
    {"B1", Value::Joined, Reader::Cl},
    {"B2", Value::Joined, Reader::Cl},
    {"Bx", Value::Joined, Reader::Cl},
    {"-config", Value::Separate, Reader::Both},
    {"-config-", Value::Joined, Reader::Both},
    {"-config=", Value::Joined, Reader::Both},
    {"-driver-mode=", Value::Joined, Reader::Both},
    {"-analyze", Value::Joined, Reader::Gcc},
    {"analyze:log", Value::Either, Reader::Cl},
    {"analyze:plugin", Value::Either, Reader::Cl},
    {"analyze:ruleset", Value::Either, Reader::Cl},
    {"analyze:rulesetdirectory", Value::Either, Reader::Cl},
    {"analyze", Value::Joined, Reader::Cl},
    {"Xanalyzer", Value::Separate, Reader::Both},
    {"Xassembler", Value::Separate, Reader::Both},
    {"Xlinker", Value::Separate, Reader::Both},
    {"Xpreprocessor", Value::Separate, Reader::Gcc},
    {"Wa,", Value::Joined, Reader::Gcc},
    {"Wl,", Value::Joined, Reader::Gcc},
    {"Wp,", Value::Joined, Reader::Gcc},
    {"fuse-ld", Value::Joined, Reader::Both},
    // Precompiled headers: another compiler's, or not there. Their header is included anyway.
    {"include-pch", Value::Separate, Reader::Both},
    {"Yc", Value::Joined, Reader::Cl},
    {"Yu", Value::Joined, Reader::Cl},
    {"Yd", Value::Joined, Reader::Cl},
    {"Yl", Value::Joined, Reader::Cl},
    {"YX", Value::Joined, Reader::Cl},
    {"Y-", Value::None, Reader::Cl},
};

// Of what is passed on to the compiler proper (-Xclang x, /clang:x) only these are known to be harmless.
constexpr Option kPassedOn[] = {
    {"std=", Value::Joined, Reader::Both},  {"D", Value::Joined, Reader::Both},
    {"U", Value::Joined, Reader::Both},     {"I", Value::Joined, Reader::Both},
    {"W", Value::Joined, Reader::Both},     {"fms-", Value::Joined, Reader::Both},
    {"fno-", Value::Joined, Reader::Both},  {"include", Value::None, Reader::Both},
    {"isystem", Value::None, Reader::Both}, {"internal-isystem", Value::None, Reader::Both},
};

constexpr llvm::StringLiteral kTakesFile[] = {"-include", "-imacros", "-FI", "/FI"};

bool matches(const Option& option, llvm::StringRef name) {
  const bool takesAttached = option.value == Value::Joined || option.value == Value::Either;
  return takesAttached ? name.starts_with(option.name) : name == option.name;
}

std::optional<Option> dropped(llvm::StringRef argument, CommandDialect dialect) {
  const bool isCl = dialect == CommandDialect::Cl;
  if (!argument.consume_front("-") && !(isCl && argument.consume_front("/"))) return std::nullopt;
  const Option* best = nullptr;  // the longest name decides
  for (const Option& option : kDropped) {
    if (option.reader == (isCl ? Reader::Gcc : Reader::Cl) || !matches(option, argument)) continue;
    if (!best || option.name.size() > best->name.size()) best = &option;
  }
  return best ? std::optional(*best) : std::nullopt;
}

bool takesNextWord(const Option& option, llvm::StringRef argument) {
  if (option.value == Value::Separate) return true;
  // cl also reads "/Fo: name".
  const llvm::StringRef attached = argument.drop_front(1 + option.name.size());
  if (option.value == Value::Either) return attached.empty();
  return option.reader == Reader::Cl && option.name.starts_with("F") && attached == ":";
}

class ArgumentReader {
 public:
  explicit ArgumentReader(const CompileCommand& command)
      : dialect_(command.dialect), command_(command) {}

  std::vector<std::string> read() {
    for (at_ = 0; at_ < command_.arguments.size(); ++at_) {
      const llvm::StringRef argument = command_.arguments[at_];
      if (isCl() && (argument.equals_insensitive("/link") || argument.equals_insensitive("-link"))) break;
      readOne(argument);
    }
    return std::move(kept_);
  }

 private:
  bool isCl() const { return dialect_ == CommandDialect::Cl; }

  void readOne(llvm::StringRef argument) {
    if (argument.empty() || argument == "--" || isInput(argument)) return;
    if (argument == "-Xclang") {
      if (++at_ < command_.arguments.size()) passOn(command_.arguments[at_], {argument.str(), command_.arguments[at_]});
    } else if (argument.starts_with("-Xclang=")) {
      passOn(argument.drop_front(8), {argument.str()});
    } else if (isCl() && (argument.starts_with("/clang:") || argument.starts_with("-clang:"))) {
      passOn(argument.drop_front(7), {argument.str()});
    } else if (isCl() && isTypedInput(argument)) {
      kept_.push_back(argument[2] == 'c' ? "/TC" : "/TP");
      if (argument.size() == 3) ++at_;
    } else if (const auto option = dropped(argument, dialect_)) {
      if (takesNextWord(*option, argument)) ++at_;
    } else {
      kept_.push_back(argument.str());
    }
  }

  // "/Tcfile", "/Tp file": an input and its language in one.
  static bool isTypedInput(llvm::StringRef argument) {
    return (argument.front() == '/' || argument.front() == '-') && argument.size() >= 3 && argument[1] == 'T' &&
           (argument[2] == 'c' || argument[2] == 'p');
  }

  bool isInput(llvm::StringRef argument) const {
    const std::string path = normalizedPath(argument, command_.directory);
    if (isCl() ? llvm::StringRef(path).equals_insensitive(command_.file) : path == command_.file) return true;
    if (argument.front() == '-' || (isCl() && argument.front() == '/') || !isSourceName(argument)) return false;
    const llvm::StringRef before = at_ > 0 ? llvm::StringRef(command_.arguments[at_ - 1]) : llvm::StringRef();
    return std::find(std::begin(kTakesFile), std::end(kTakesFile), before) == std::end(kTakesFile);
  }

  // A word that is no option is the value of the one before it and shares its fate.
  void passOn(llvm::StringRef argument, const std::vector<std::string>& words) {
    if (argument.consume_front("-")) {
      passesOn_ = std::any_of(std::begin(kPassedOn), std::end(kPassedOn),
                              [&](const Option& option) { return matches(option, argument); });
    }
    if (passesOn_) kept_.insert(kept_.end(), words.begin(), words.end());
  }

  const CommandDialect dialect_;
  const CompileCommand& command_;
  std::size_t at_ = 0;
  bool passesOn_ = false;
  std::vector<std::string> kept_;
};

}  // namespace

bool isSourceName(std::string_view file) {
  constexpr std::array<llvm::StringLiteral, 6> kExtensions{".c", ".cc", ".cpp", ".cxx", ".c++", ".cp"};
  const llvm::StringRef extension = llvm::sys::path::extension(file, llvm::sys::path::Style::windows);
  return std::any_of(kExtensions.begin(), kExtensions.end(),
                     [&](llvm::StringRef known) { return extension.equals_insensitive(known); });
}

std::vector<std::string> filterArguments(const CompileCommand& command) {
  return ArgumentReader(command).read();
}

}  // namespace irqlint
