#include "analyzer/frontend/SectionPragmaHandlers.h"

#include <optional>
#include <string>
#include <utility>

#include <clang/Basic/IdentifierTable.h>
#include <clang/Lex/LiteralSupport.h>
#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

constexpr std::pair<const char*, Segment> kSegmentPragmas[] = {
    {"code_seg", Segment::Code}, {"data_seg", Segment::Data}, {"bss_seg", Segment::Bss}, {"const_seg", Segment::Const}};
constexpr char kAllocText[] = "alloc_text";

// One argument of a pragma: a name or a string.
struct Word {
  std::string text;
  bool isString = false;
};

std::string stringValue(clang::Preprocessor& preprocessor, const clang::Token& token) {
  const clang::StringLiteralParser literal(token, preprocessor);
  return literal.hadError ? std::string() : literal.GetString().str();
}

// Also leaves a macro's expansion behind, where the preprocessor would not look for the end.
void skipToEnd(clang::Preprocessor& preprocessor, clang::Token& token) {
  while (!token.isOneOf(clang::tok::eod, clang::tok::eof)) preprocessor.Lex(token);
}

// Reads "(a, "b", c)" and the rest of the directive; none if that is not what stands there. Strings in a row are one.
std::optional<std::vector<Word>> readWords(clang::Preprocessor& preprocessor) {
  clang::Token token;
  preprocessor.Lex(token);
  if (token.isNot(clang::tok::l_paren)) {
    skipToEnd(preprocessor, token);
    return std::nullopt;
  }
  std::vector<Word> words;
  bool separated = true;
  for (preprocessor.Lex(token); !token.isOneOf(clang::tok::r_paren, clang::tok::eod, clang::tok::eof);
       preprocessor.Lex(token)) {
    if (token.is(clang::tok::comma)) {
      separated = true;
      continue;
    }
    if (separated) words.emplace_back();
    separated = false;
    if (clang::tok::isStringLiteral(token.getKind())) {
      words.back().isString = true;
      words.back().text += stringValue(preprocessor, token);
    } else {
      words.back().text += preprocessor.getSpelling(token);
    }
  }
  const bool isComplete = token.is(clang::tok::r_paren);
  skipToEnd(preprocessor, token);
  return isComplete ? std::optional(std::move(words)) : std::nullopt;
}

void readAllocText(clang::Preprocessor& preprocessor, clang::SourceLocation directive, SectionPragmas& pragmas) {
  const std::optional<std::vector<Word>> words = readWords(preprocessor);
  if (!words || words->empty()) return;
  for (const Word& function : llvm::drop_begin(*words)) {
    pragmas.allocText(function.text, words->front().text, directive);
  }
}

// [push | pop [, label]] [, "section" [, "class"]]; nothing at all returns to the default.
void readSegment(clang::Preprocessor& preprocessor, Segment segment, clang::SourceLocation directive,
                 SectionPragmas& pragmas) {
  const std::optional<std::vector<Word>> words = readWords(preprocessor);
  if (!words) return;
  auto word = words->begin();
  bool isStackOperation = false;
  if (word != words->end() && !word->isString && (word->text == "push" || word->text == "pop")) {
    isStackOperation = true;
    const bool isPush = word->text == "push";
    ++word;
    std::string label;
    if (word != words->end() && !word->isString) label = (word++)->text;
    if (isPush) {
      pragmas.push(segment, std::move(label));
    } else {
      pragmas.pop(segment, label, directive);
    }
  }
  if (word != words->end() && word->isString) {
    pragmas.set(segment, word->text, directive);
  } else if (!isStackOperation && words->empty()) {
    pragmas.set(segment, "", directive);
  }
}

// What stands behind the name of a section pragma; false if `name` is none.
bool readSectionPragma(clang::Preprocessor& preprocessor, llvm::StringRef name, clang::SourceLocation directive,
                       SectionPragmas& pragmas) {
  if (name == kAllocText) {
    readAllocText(preprocessor, directive, pragmas);
    return true;
  }
  for (const auto& [pragma, segment] : kSegmentPragmas) {
    if (name != pragma) continue;
    readSegment(preprocessor, segment, directive, pragmas);
    return true;
  }
  return false;
}

class SectionPragmaHandler : public clang::PragmaHandler {
 public:
  SectionPragmaHandler(llvm::StringRef name, SectionPragmas& pragmas) : PragmaHandler(name), pragmas_(pragmas) {}

  void HandlePragma(clang::Preprocessor& preprocessor, clang::PragmaIntroducer introducer, clang::Token&) override {
    readSectionPragma(preprocessor, getName(), introducer.Loc, pragmas_);
  }

 private:
  SectionPragmas& pragmas_;
};

// Pragmas nobody knows. MSVC expands macros in a pragma, its name included; Clang does not.
class MacroPragmaHandler : public clang::PragmaHandler {
 public:
  explicit MacroPragmaHandler(SectionPragmas& pragmas) : pragmas_(pragmas) {}

  void HandlePragma(clang::Preprocessor& preprocessor, clang::PragmaIntroducer introducer,
                    clang::Token& first) override {
    const clang::IdentifierInfo* name = first.getIdentifierInfo();
    if (name == nullptr || !name->hasMacroDefinition()) return;
    auto again = std::make_unique<clang::Token[]>(1);
    again[0] = first;
    preprocessor.EnterTokenStream(std::move(again), 1, /*DisableMacroExpansion=*/false, /*IsReinject=*/false);
    clang::Token expanded;
    preprocessor.Lex(expanded);
    const clang::IdentifierInfo* pragma = expanded.getIdentifierInfo();
    if (pragma == nullptr || !readSectionPragma(preprocessor, pragma->getName(), introducer.Loc, pragmas_)) {
      skipToEnd(preprocessor, expanded);
    }
  }

 private:
  SectionPragmas& pragmas_;
};

}  // namespace

SectionPragmaHandlers::SectionPragmaHandlers(SectionPragmas& pragmas) {
  replacing_.push_back(std::make_unique<SectionPragmaHandler>(kAllocText, pragmas));
  for (const auto& [pragma, segment] : kSegmentPragmas) {
    replacing_.push_back(std::make_unique<SectionPragmaHandler>(pragma, pragmas));
  }
  unknown_ = std::make_unique<MacroPragmaHandler>(pragmas);
}

SectionPragmaHandlers::~SectionPragmaHandlers() = default;

void SectionPragmaHandlers::install(clang::Preprocessor& preprocessor) {
  for (const auto& handler : replacing_) {
    preprocessor.RemovePragmaHandler(handler.get());  // finds the parser's by its name and leaves it to the parser
    preprocessor.AddPragmaHandler(handler.get());
  }
  preprocessor.AddPragmaHandler(unknown_.release());  // owned by the preprocessor
}

}  // namespace irqlint
