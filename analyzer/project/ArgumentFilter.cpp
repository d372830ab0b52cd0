#include "analyzer/project/ArgumentFilter.h"

#include <algorithm>
#include <array>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

class ArgumentReader {
 public:
  explicit ArgumentReader(const CompileCommand& command)
      : isCl_(command.dialect == CommandDialect::Cl), command_(command) {}

  std::vector<std::string> read() {
    for (at_ = 0; at_ < command_.arguments.size(); ++at_) {
      const llvm::StringRef argument = command_.arguments[at_];
      if (isOption(argument, "link")) break;
      if (argument.empty() || argument == "--" || argument.starts_with("--driver-mode=") || isInput(argument)) continue;
      if (isTypedInput(argument)) {
        kept_.push_back(argument[2] == 'c' ? "/TC" : "/TP");
        if (argument.size() == 3) ++at_;
      } else if (isOutput(argument)) {
        if (takesNextWord(argument)) ++at_;
      } else {
        kept_.push_back(argument.str());
      }
    }
    return std::move(kept_);
  }

 private:
  // An option of cl, with either prefix.
  bool isOption(llvm::StringRef argument, llvm::StringRef name) const {
    return isCl_ && (argument.consume_front("/") || argument.consume_front("-")) && argument == name;
  }

  bool isInput(llvm::StringRef argument) const {
    const std::string path = normalizedPath(argument, command_.directory);
    if (isCl_ ? llvm::StringRef(path).equals_insensitive(command_.file) : path == command_.file) return true;
    if (argument.front() == '-' || (isCl_ && argument.front() == '/') || !isSourceName(argument)) return false;
    constexpr std::array<llvm::StringLiteral, 4> kTakesFile{"-include", "-imacros", "-FI", "/FI"};
    const llvm::StringRef before = at_ > 0 ? llvm::StringRef(command_.arguments[at_ - 1]) : llvm::StringRef();
    return std::find(kTakesFile.begin(), kTakesFile.end(), before) == kTakesFile.end();
  }

  // "/Tcfile", "/Tp file": an input and its language in one.
  bool isTypedInput(llvm::StringRef argument) const {
    return isCl_ && argument.size() >= 3 && (argument.front() == '/' || argument.front() == '-') &&
           argument[1] == 'T' && (argument[2] == 'c' || argument[2] == 'p');
  }

  bool isOutput(llvm::StringRef argument) const {
    if (argument == "-c" || isOption(argument, "c")) return true;  // asks for an object file
    if (!isCl_) return argument.starts_with("-o") || argument == "--output" || argument.starts_with("--output=");
    return argument.starts_with("/Fo") || argument.starts_with("-Fo") || isOption(argument, "o");
  }

  static bool takesNextWord(llvm::StringRef output) {
    return output == "-o" || output == "/o" || output == "--output" || output.ends_with(":");  // cl reads "/Fo: name"
  }

  const bool isCl_;
  const CompileCommand& command_;
  std::size_t at_ = 0;
  std::vector<std::string> kept_;
};

}  // namespace

bool isSourceName(std::string_view file) {
  constexpr std::array<llvm::StringLiteral, 6> kExtensions{".c", ".cc", ".cpp", ".cxx", ".c++", ".cp"};
  const llvm::StringRef extension = llvm::sys::path::extension(file, llvm::sys::path::Style::windows);
  return std::any_of(kExtensions.begin(), kExtensions.end(),
                     [&](llvm::StringRef known) { return extension.equals_insensitive(known); });
}

std::vector<std::string> withoutFiles(const CompileCommand& command) { return ArgumentReader(command).read(); }

}  // namespace irqlint
