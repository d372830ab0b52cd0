#include "analyzer/frontend/SwallowedFunctions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Lex/Lexer.h>

namespace irqlint {
namespace {

using Extent = std::pair<unsigned, unsigned>;  // offsets in a file

// Where the functions that Clang has seen stand.
class FunctionExtents : public clang::RecursiveASTVisitor<FunctionExtents> {
 public:
  explicit FunctionExtents(const clang::SourceManager& sources) : sources_(sources) {}

  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    if (!function->doesThisDeclarationHaveABody()) return true;
    add(function->getBeginLoc(), function->getBeginLoc());              // of one that a macro names
    add(function->getLocation(), function->getNameInfo().getEndLoc());  // an operator's has several tokens
    // Between name and body an error may have taken another function's head for a part of this one.
    if (const clang::Stmt* body = function->getBody()) add(body->getBeginLoc(), body->getEndLoc());
    return true;
  }
  bool TraverseStmt(clang::Stmt*) { return true; }  // what is inside a function is part of it

  bool covers(clang::FileID file, unsigned offset) const {
    const auto found = extents_.find(file);
    return found != extents_.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [&](const Extent& extent) { return extent.first <= offset && offset <= extent.second; });
  }

 private:
  void add(clang::SourceLocation first, clang::SourceLocation last) {
    const auto [file, begin] = sources_.getDecomposedLoc(sources_.getFileLoc(first));
    const auto [endFile, end] = sources_.getDecomposedLoc(sources_.getFileLoc(last));
    if (file == endFile) extents_[file].insert({begin, end});
  }

  const clang::SourceManager& sources_;
  std::map<clang::FileID, std::set<Extent>> extents_;
};

// Reads a file's tokens outside its inactive parts and finds what looks like the definition of a function.
class DefinitionScanner {
 public:
  DefinitionScanner(clang::FileID file, const clang::SourceManager& sources, const clang::LangOptions& language)
      : sources_(sources),
        start_(sources.getLocForStartOfFile(file)),
        lexer_(start_, language, sources.getBufferData(file).begin(), sources.getBufferData(file).begin(),
               sources.getBufferData(file).end()) {}

  struct Definition {
    std::string name;
    clang::SourceLocation place;
  };

  std::vector<Definition> scan(const std::vector<Extent>& inactive) {
    inactive_ = &inactive;
    for (bool more = next(); more;) {
      if (token_.is(clang::tok::l_brace)) {
        more = block();
        continue;
      }
      if (token_.isOneOf(clang::tok::semi, clang::tok::r_brace)) {
        pending_.clear();
      } else {
        pending_.push_back(token_);
      }
      more = token_.is(clang::tok::l_paren) ? passList() : next();
    }
    return std::move(found_);
  }

 private:
  // The next token of the active text; directives are passed over.
  bool next() {
    for (;;) {
      lexer_.LexFromRawLexer(token_);
      if (token_.is(clang::tok::eof)) return false;
      if (token_.is(clang::tok::hash) && token_.isAtStartOfLine()) {
        inDirective_ = true;
        continue;
      }
      if (token_.isAtStartOfLine()) inDirective_ = false;
      if (inDirective_) continue;
      const unsigned offset = sources_.getFileOffset(token_.getLocation());
      const bool isInactive = std::any_of(inactive_->begin(), inactive_->end(), [&](const Extent& extent) {
        return extent.first <= offset && offset < extent.second;
      });
      if (!isInactive) return true;
    }
  }

  // From an opening parenthesis to what follows its list, which ends before a block at the latest.
  bool passList() {
    for (unsigned depth = 1; next();) {
      if (token_.isOneOf(clang::tok::l_brace, clang::tok::r_brace, clang::tok::semi)) return true;
      depth += token_.is(clang::tok::l_paren) ? 1 : 0;
      depth -= token_.is(clang::tok::r_paren) ? 1 : 0;
      if (depth == 0) return next();
    }
    return false;
  }

  // From an opening brace to what follows its block.
  bool passBlock() {
    for (unsigned depth = 1; next();) {
      depth += token_.is(clang::tok::l_brace) ? 1 : 0;
      depth -= token_.is(clang::tok::r_brace) ? 1 : 0;
      if (depth == 0) return next();
    }
    return false;
  }

  bool block() {
    const auto isWord = [](const clang::Token& token, std::initializer_list<llvm::StringRef> words) {
      return token.is(clang::tok::raw_identifier) && llvm::is_contained(words, token.getRawIdentifier());
    };
    const auto has = [&](std::initializer_list<llvm::StringRef> words) {
      return std::any_of(pending_.begin(), pending_.end(), [&](const auto& token) { return isWord(token, words); });
    };
    const std::optional<clang::Token> name = has({"enum"}) ? std::nullopt : definedName();
    const bool opensScope = has({"namespace", "class", "struct", "union"}) ||
                            (has({"extern"}) && !pending_.empty() && pending_.back().is(clang::tok::string_literal));
    pending_.clear();
    if (!name && opensScope) return next();  // its members come as declarations of their own; its end is taken for one
    const bool more = passBlock();
    if (!name) return more;
    // TABLE(name) { ... };
    const bool isTable =
        more && token_.is(clang::tok::semi) && name->getRawIdentifier().upper() == name->getRawIdentifier();
    if (!isTable) found_.push_back({name->getRawIdentifier().str(), name->getLocation()});
    return more;
  }

  // The name before the last parenthesised list in front of the block, if this is how a function starts.
  std::optional<clang::Token> definedName() const {
    static constexpr llvm::StringRef kNoNames[] = {"__declspec", "__attribute__", "if",      "for",      "while",
                                                   "switch",     "noexcept",      "alignas", "decltype", "_Pragma"};
    std::optional<clang::Token> name;
    for (std::size_t i = 1; i < pending_.size(); ++i) {
      if (pending_[i].is(clang::tok::equal)) return std::nullopt;  // an initialiser
      if (pending_[i].is(clang::tok::colon) && name) return name;  // a constructor's initialisers follow
      if (pending_[i].isNot(clang::tok::l_paren) || pending_[i - 1].isNot(clang::tok::raw_identifier)) continue;
      if (!llvm::is_contained(kNoNames, pending_[i - 1].getRawIdentifier())) name = pending_[i - 1];
    }
    return name;
  }

  const clang::SourceManager& sources_;
  clang::SourceLocation start_;
  clang::Lexer lexer_;
  clang::Token token_{};
  bool inDirective_ = false;
  const std::vector<Extent>* inactive_ = nullptr;
  std::vector<clang::Token> pending_;  // since the last declaration ended; of a list the opening parenthesis only
  std::vector<Definition> found_;
};

}  // namespace

void addSwallowedFunctions(const std::vector<const clang::Decl*>& declarations, SummaryBuilder& builder) {
  const clang::SourceManager& sources = builder.context().getSourceManager();
  FunctionExtents seen(sources);
  for (const clang::Decl* decl : declarations) seen.TraverseDecl(const_cast<clang::Decl*>(decl));

  std::map<clang::FileID, std::vector<Extent>> inactive;
  for (const clang::SourceRange& range : builder.skippedRanges()) {
    const auto [file, begin] = sources.getDecomposedLoc(range.getBegin());
    inactive[file].emplace_back(begin, sources.getFileOffset(range.getEnd()));
  }
  std::set<const clang::FileEntry*> scanned;
  for (unsigned i = 0; i < sources.local_sloc_entry_size(); ++i) {
    const clang::SrcMgr::SLocEntry& entry = sources.getLocalSLocEntry(i);
    if (!entry.isFile()) continue;
    const clang::SourceLocation start = clang::SourceLocation::getFromRawEncoding(entry.getOffset());
    const clang::FileID file = sources.getFileID(start);
    if (builder.isForeign(start) || !scanned.insert(sources.getFileEntryForID(file)).second) continue;
    DefinitionScanner scanner(file, sources, builder.context().getLangOpts());
    for (const DefinitionScanner::Definition& definition : scanner.scan(inactive[file])) {
      if (!seen.covers(file, sources.getFileOffset(definition.place))) {
        builder.addLostFunction(definition.name, definition.place);
      }
    }
  }
}

}  // namespace irqlint
