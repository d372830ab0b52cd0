#include "analyzer/frontend/SalCapture.h"

#include <algorithm>
#include <iterator>

#include <clang/Basic/IdentifierTable.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/MacroInfo.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/StringSet.h>

#include "analyzer/frontend/SalMacros.h"
#include "analyzer/frontend/SalReader.h"

namespace irqlint {
namespace {

// Defined last of all, so that one knows where the prelude ends.
constexpr char kPreludeEnd[] = "__IRQLINT_PRELUDE__";
// Makes a string of its arguments, expanded.
constexpr char kExpanded[] = "__IRQLINT_EXPANDED__";

// Appends one #define for each name: "#define " name `rest`, with every $ of `rest` standing for the name.
template <typename Names>
void define(std::string& text, const Names& names, std::string_view rest) {
  for (const std::string_view name : names) {
    text += "#define ";
    text += name;
    for (const char c : rest) {
      if (c == '$') {
        text += name;
      } else {
        text += c;
      }
    }
    text += '\n';
  }
}

void defineFamilies(std::string& text) {
  for (const std::string_view start : sal::kFamilyStarts) {
    for (const std::string_view end : sal::kFamilyPlainEnds) {
      text.append("#define ").append(start).append(end).append("\n");
    }
    for (const std::string_view size : sal::kFamilySizes) {
      for (const std::string_view end : sal::kFamilySizedEnds) {
        text.append("#define ").append(start).append(size).append(end).append("(...)\n");
      }
    }
  }
}

template <typename Names>
bool contains(const Names& names, llvm::StringRef name) {
  return std::find(std::begin(names), std::end(names), std::string_view(name)) != std::end(names);
}

// The names of the prelude that no header may define in another way.
void forEachSurvivor(llvm::function_ref<void(llvm::StringRef)> visit) {
  const auto visitAll = [&](const auto&... lists) {
    const auto visitList = [&](const auto& names) {
      for (const std::string_view name : names) visit(name);
    };
    (visitList(lists), ...);
  };
  visitAll(sal::kKeywords, sal::kKeptPlain, sal::kKeptWithLevel, sal::kKeptWithArguments, sal::kInBodies,
           sal::kAssertions, sal::kAssertionsWithMessage, sal::kVerifications, sal::kVerificationsWithMessage);
}

const llvm::StringSet<>& survivors() {
  static const llvm::StringSet<> names = [] {
    llvm::StringSet<> all;
    forEachSurvivor([&](llvm::StringRef name) { all.insert(name); });
    return all;
  }();
  return names;
}

// A header that defines a macro anew is overruled at once; one that only removes it is believed.
class SalCapture : public clang::PPCallbacks {
 public:
  SalCapture(clang::Preprocessor& preprocessor, SalPrelude prelude)
      : preprocessor_(preprocessor), preludeIsLoaded_(prelude == SalPrelude::IsLoaded) {}

  void FileChanged(clang::SourceLocation, FileChangeReason, clang::SrcMgr::CharacteristicKind, clang::FileID) override {
    if (!preludeIsLoaded_ || preludeIsRead_) return;
    forEachSurvivor([&](llvm::StringRef name) {
      const clang::IdentifierInfo* identifier = preprocessor_.getIdentifierInfo(name);
      ours_.try_emplace(identifier, preprocessor_.getMacroInfo(identifier));
    });
    preludeIsRead_ = true;
  }

  void MacroDefined(const clang::Token& name, const clang::MacroDirective* directive) override {
    clang::IdentifierInfo* identifier = name.getIdentifierInfo();
    // The prelude is read first, so the first definition is its.
    if (!preludeIsRead_) {
      if (survivors().contains(identifier->getName())) {
        ours_.try_emplace(identifier, const_cast<clang::MacroInfo*>(directive->getMacroInfo()));
      }
      preludeIsRead_ = identifier->getName() == kPreludeEnd;
      return;
    }
    const auto wanted = ours_.find(identifier);
    if (wanted == ours_.end() || wanted->second == directive->getMacroInfo()) return;
    preprocessor_.appendDefMacroDirective(identifier, wanted->second);
  }

 private:
  clang::Preprocessor& preprocessor_;
  llvm::DenseMap<const clang::IdentifierInfo*, clang::MacroInfo*> ours_;
  const bool preludeIsLoaded_;
  bool preludeIsRead_ = false;
};

}  // namespace

bool isWithinAssertion(clang::SourceLocation place, const clang::SourceManager& sources,
                       const clang::LangOptions& language) {
  for (; place.isMacroID(); place = sources.getImmediateMacroCallerLoc(place)) {
    const llvm::StringRef macro = clang::Lexer::getImmediateMacroName(place, sources, language);
    if (contains(sal::kAssertions, macro) || contains(sal::kAssertionsWithMessage, macro)) return true;
  }
  return false;
}

std::string salPrelude(bool isCPlusPlus) {
  const std::string prefix(kSalPrefix);
  const std::string assume(kAssumeFunction);
  std::string text;
  define(text, sal::kKeywords, " $");
  define(text, sal::kEmptyPlain, "");
  define(text, sal::kEmptyWithArguments, "(...)");
  defineFamilies(text);
  define(text, sal::kKeptPlain, " __attribute__((annotate(\"" + prefix + "$\")))");
  define(text, sal::kKeptWithArguments, "(...) __attribute__((annotate(\"" + prefix + "$(\" #__VA_ARGS__ \")\")))");
  // Beside what is written stands what it expands to: drivers have names of their own for levels.
  text += std::string("#define ") + kExpanded + "(...) #__VA_ARGS__\n";
  define(text, sal::kKeptWithLevel,
         "(...) __attribute__((annotate(\"" + prefix + "$(\" #__VA_ARGS__ \")\", " + kExpanded + "(__VA_ARGS__))))");
  define(text, sal::kInBodies, "(...)");
  define(text, sal::kAssertions, "(...) " + assume + "(!!(__VA_ARGS__))");
  define(text, sal::kAssertionsWithMessage, "(message, ...) " + assume + "(!!(__VA_ARGS__))");
  // The value is the condition's; where it is false, control does not go on.
  define(text, sal::kVerifications, "(...) ((__VA_ARGS__) ? 1 : (" + assume + "(0), 0))");
  define(text, sal::kVerificationsWithMessage, "(message, ...) ((__VA_ARGS__) ? 1 : (" + assume + "(0), 0))");
  text += (isCPlusPlus ? "extern \"C\" int " : "int ") + assume + "(int);\n";
  text += std::string("#define ") + kPreludeEnd + "\n";
  return text;
}

std::unique_ptr<clang::PPCallbacks> captureSal(clang::Preprocessor& preprocessor, SalPrelude prelude) {
  return std::make_unique<SalCapture>(preprocessor, prelude);
}

bool isPreludeIntact(clang::Preprocessor& preprocessor) {
  bool isIntact = true;
  forEachSurvivor([&](llvm::StringRef name) {
    isIntact = isIntact && preprocessor.getMacroInfo(preprocessor.getIdentifierInfo(name)) != nullptr;
  });
  return isIntact;
}

}  // namespace irqlint
