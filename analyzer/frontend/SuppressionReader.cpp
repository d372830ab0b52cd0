#include "analyzer/frontend/SuppressionReader.h"

#include <algorithm>

#include <clang/AST/ASTContext.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>
#include <clang/Lex/LiteralSupport.h>
#include <clang/Lex/Pragma.h>
#include <llvm/ADT/StringExtras.h>

#include "analyzer/frontend/CommandLine.h"

namespace irqlint {
namespace {

constexpr llvm::StringLiteral kCommentKeyword = "irqlint-suppress";
constexpr llvm::StringLiteral kSuppress = "suppress";
constexpr llvm::StringLiteral kDisable = "disable";

// The lowest number of a warning of MSVC's code analysis. Those of the compiler itself are lower: no rule is like them.
constexpr unsigned kFirstAnalysisWarning = 6000;

// Adds MSVC's warning of that number, if it is one of its code analysis.
void addWarning(llvm::StringRef number, std::vector<std::string>& ids) {
  unsigned value = 0;
  if (!number.getAsInteger(10, value) && value >= kFirstAnalysisWarning) ids.push_back("C" + number.str());
}

// The text of a comment without its marks and the blanks around it.
llvm::StringRef commentText(llvm::StringRef comment) {
  if (comment.consume_front("/*")) comment.consume_back("*/");
  return comment.ltrim("/*! \t\r\n").rtrim();
}

// `text` with one blank for blanks and line ends in a row.
std::string oneLine(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef, 16> words;
  llvm::SplitString(text, words, " \t\r\n");
  return llvm::join(words, " ");
}

// The pragmas of MSVC's own dialect. Clang reads them all but for the justification, which it takes for a mistake.
class WarningPragmas : public clang::PPCallbacks {
 public:
  WarningPragmas(SuppressionReader& reader, const clang::SourceManager& sources) : reader_(reader), sources_(sources) {}

  void PragmaWarning(clang::SourceLocation place, PragmaWarningSpecifier specifier,
                     llvm::ArrayRef<int> numbers) override {
    std::vector<std::string> ids;
    for (const int number : numbers) addWarning(std::to_string(number), ids);
    const llvm::StringRef name = specifier == PWS_Suppress  ? llvm::StringRef(kSuppress)
                                 : specifier == PWS_Disable ? llvm::StringRef(kDisable)
                                                            : "default";
    reader_.readSpecifier(place, name, std::move(ids), justification(place));
  }
  void PragmaWarningPush(clang::SourceLocation place, int) override { reader_.push(place); }
  void PragmaWarningPop(clang::SourceLocation place) override { reader_.pop(place); }

  void LexedFileChanged(clang::FileID file, LexedFileChangeReason reason, clang::SrcMgr::CharacteristicKind,
                        clang::FileID previous, clang::SourceLocation) override {
    if (reason == LexedFileChangeReason::EnterFile)
      reader_.enterFile(file);
    else
      reader_.leaveFile(previous);
  }

 private:
  // The string behind `justification:` on the line of the directive, "" if there is none.
  std::string justification(clang::SourceLocation place) const {
    if (place.isMacroID()) return "";
    llvm::StringRef rest = sources_.getCharacterData(place);
    rest = rest.take_until([](char c) { return c == '\n' || c == '\r'; });
    rest = rest.split("justification").second.ltrim();
    if (!rest.consume_front(":")) return "";
    return rest.split('"').second.split('"').first.str();
  }

  SuppressionReader& reader_;
  const clang::SourceManager& sources_;
};

// #pragma prefast(specifier: ids, "justification"; ...), prefast(push), prefast(pop).
class PrefastHandler : public clang::PragmaHandler {
 public:
  explicit PrefastHandler(SuppressionReader& reader) : PragmaHandler("prefast"), reader_(reader) {}

  void HandlePragma(clang::Preprocessor& preprocessor, clang::PragmaIntroducer introducer, clang::Token&) override {
    directive_ = introducer.Loc;
    clang::Token token;
    preprocessor.Lex(token);
    bool isOpen = token.is(clang::tok::l_paren);
    while (isOpen) isOpen = readSpecifier(preprocessor, token);
    while (!token.isOneOf(clang::tok::eod, clang::tok::eof)) preprocessor.Lex(token);
  }

 private:
  // Reads up to the next semicolon; false if that was the last specifier. `token` is the one before.
  bool readSpecifier(clang::Preprocessor& preprocessor, clang::Token& token) {
    std::string specifier;
    std::string justification;
    std::vector<std::string> ids;
    for (preprocessor.Lex(token);
         !token.isOneOf(clang::tok::semi, clang::tok::r_paren, clang::tok::eod, clang::tok::eof);
         preprocessor.Lex(token)) {
      if (clang::tok::isStringLiteral(token.getKind())) {
        const clang::StringLiteralParser literal(token, preprocessor);
        if (!literal.hadError) justification += literal.GetString();
      } else if (token.is(clang::tok::numeric_constant)) {
        addWarning(preprocessor.getSpelling(token), ids);
      } else if (const clang::IdentifierInfo* name = token.getIdentifierInfo()) {
        if (specifier.empty())
          specifier = name->getName();
        else
          ids.push_back(name->getName().str());
      }
    }
    if (token.isOneOf(clang::tok::eod, clang::tok::eof)) return false;
    if (specifier == "push")
      reader_.push(directive_);
    else if (specifier == "pop")
      reader_.pop(directive_);
    else
      reader_.readSpecifier(directive_, specifier, std::move(ids), std::move(justification));
    return token.is(clang::tok::semi);
  }

  SuppressionReader& reader_;
  clang::SourceLocation directive_;
};

}  // namespace

void SuppressionReader::install(clang::Preprocessor& preprocessor) {
  preprocessor.addCommentHandler(this);
  preprocessor.addPPCallbacks(std::make_unique<WarningPragmas>(*this, preprocessor.getSourceManager()));
  preprocessor.AddPragmaHandler(new PrefastHandler(*this));  // owned by the preprocessor
  preprocessor.setTokenWatcher([this](const clang::Token& token) { readToken(token); });
}

void SuppressionReader::readSpecifier(clang::SourceLocation directive, llvm::StringRef specifier,
                                      std::vector<std::string> ids, std::string justification) {
  if (builder_.isForeign(directive) || ids.empty()) return;
  SuppressionDirective read;
  read.location = builder_.location(directive);
  read.location.endColumn = 0;  // that of the directive, not of its first token
  read.justification = std::move(justification);
  if (specifier == kSuppress) {
    read.kind = SuppressionKind::Line;
    read.ids = std::move(ids);
    pending_.push_back({add(std::move(read)), builder_.context().getSourceManager().getFileLoc(directive)});
    return;
  }
  read.kind = SuppressionKind::Region;
  read.lastLine = SuppressionDirective::kEndOfFile;
  const std::uint32_t line = read.location.line;
  for (std::string& id : ids) {
    if (specifier == kDisable) {
      read.ids = {id};
      disabled_.try_emplace(std::move(id), read);
    } else {
      disabled_.erase(id);
    }
  }
  updateRegions(line);
}

void SuppressionReader::disableFromTheStart(const CompileCommand& command) {
  SuppressionDirective read;
  read.kind = SuppressionKind::CommandLine;
  read.lastLine = SuppressionDirective::kEndOfFile;
  for (const std::string& number : disabledWarnings(command)) {
    read.ids.clear();
    addWarning(number, read.ids);
    if (read.ids.empty()) continue;
    read.justification =
        "disabled by /wd" + number + (command.origin.empty() ? " on the command line" : " in " + command.origin);
    disabled_.try_emplace(read.ids.front(), read);
  }
}

void SuppressionReader::push(clang::SourceLocation directive) {
  if (!builder_.isForeign(directive)) saved_.push_back(disabled_);
}

void SuppressionReader::pop(clang::SourceLocation directive) {
  if (builder_.isForeign(directive) || saved_.empty()) return;
  disabled_ = std::move(saved_.back());
  saved_.pop_back();
  updateRegions(builder_.location(directive).line);
}

void SuppressionReader::enterFile(clang::FileID file) {
  const clang::SourceLocation start = builder_.context().getSourceManager().getLocForStartOfFile(file);
  files_.push_back({start, builder_.isForeign(start), {}});
  updateRegions(1);
}

void SuppressionReader::leaveFile(clang::FileID file) {
  files_.pop_back();
  if (files_.empty() || files_.back().isForeign) return;  // a summary has no use for the place in a foreign file
  const clang::SourceLocation include = builder_.context().getSourceManager().getIncludeLoc(file);
  updateRegions(include.isValid() ? builder_.location(include).line : 1);
}

void SuppressionReader::updateRegions(std::uint32_t line) {
  if (files_.empty() || files_.back().isForeign) return;
  File& file = files_.back();
  std::erase_if(file.open, [&](const auto& region) {
    if (disabled_.contains(region.first)) return false;
    at(region.second).lastLine = line;
    return true;
  });
  for (const auto& [id, directive] : disabled_) {
    if (file.open.contains(id)) continue;
    SuppressionDirective region = directive;
    region.firstLine = line;
    if (const FileId own = builder_.location(file.start).file; own != directive.location.file) region.file = own;
    file.open[id] = add(std::move(region));
  }
}

bool SuppressionReader::HandleComment(clang::Preprocessor& preprocessor, clang::SourceRange comment) {
  const clang::SourceManager& sources = preprocessor.getSourceManager();
  if (comment.getBegin().isMacroID() || builder_.isForeign(comment.getBegin())) return false;
  const char* begin = sources.getCharacterData(comment.getBegin());
  const llvm::StringRef text =
      commentText({begin, static_cast<std::size_t>(sources.getCharacterData(comment.getEnd()) - begin)});
  const std::size_t column = sources.getSpellingColumnNumber(comment.getBegin()) - 1;
  const llvm::StringRef before(begin - column, column);
  if (text.starts_with(kCommentKeyword))
    readComment(text.drop_front(kCommentKeyword.size()), comment.getBegin(), before.trim().empty());
  else if (before.ltrim().starts_with("#"))
    justify(builder_.location(comment.getBegin()), text);
  return false;  // no tokens were put in its place
}

void SuppressionReader::readComment(llvm::StringRef text, clang::SourceLocation place, bool isAlone) {
  if (!text.empty() && text.front() != ':' && !llvm::isSpace(text.front())) return;  // another word
  const auto [ids, reason] = text.split(':');
  SuppressionDirective read;
  read.location = builder_.location(place);
  if (text.contains('\n')) read.location.endColumn = 0;  // it ends on another line
  read.justification = oneLine(reason);
  llvm::SmallVector<llvm::StringRef, 4> words;
  llvm::SplitString(ids, words, ", \t\r\n");
  for (const llvm::StringRef word : words) read.ids.push_back(word.str());
  if (!isAlone) read.firstLine = read.lastLine = read.location.line;
  const std::size_t directive = add(std::move(read));
  if (isAlone) pending_.push_back({directive, place});
}

void SuppressionReader::justify(const SourceLocation& comment, llvm::StringRef text) {
  const auto isThere = [&](const SuppressionDirective& directive) {
    return directive.location.file == comment.file && directive.location.line == comment.line;
  };
  std::vector<SuppressionDirective>& all = builder_.summary().suppressions;
  for (auto directive = all.rbegin(); directive != all.rend(); ++directive) {
    if (!isThere(*directive)) break;
    if (directive->justification.empty()) directive->justification = oneLine(text);
  }
  for (auto& [id, directive] : disabled_)
    if (isThere(directive) && directive.justification.empty()) directive.justification = oneLine(text);
}

void SuppressionReader::readToken(const clang::Token& token) {
  if (pending_.empty() || token.isAnnotation()) return;
  const clang::SourceManager& sources = builder_.context().getSourceManager();
  const clang::SourceLocation place = sources.getFileLoc(token.getLocation());
  const std::pair<clang::FileID, unsigned> here = sources.getDecomposedLoc(place);
  std::erase_if(pending_, [&](const Pending& pending) {
    const std::pair<clang::FileID, unsigned> own = sources.getDecomposedLoc(pending.place);
    const bool isSameFile = here.first == own.first;
    // The macro whose arguments the directive stands among comes first; code of the argument is after it.
    if (isSameFile && here.second < own.second) return false;
    if (isSameFile && token.isNot(clang::tok::eof))
      at(pending.directive).firstLine = at(pending.directive).lastLine = sources.getLineNumber(here.first, here.second);
    return true;
  });
}

std::size_t SuppressionReader::add(SuppressionDirective directive) {
  std::vector<SuppressionDirective>& all = builder_.summary().suppressions;
  all.push_back(std::move(directive));
  return all.size() - 1;
}

}  // namespace irqlint
