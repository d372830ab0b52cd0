// The TU-level tables of a summary under construction: Clang's declarations and locations in, dense indices out.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <clang/AST/Decl.h>
#include <clang/Basic/SourceLocation.h>
#include <clang/Lex/Preprocessor.h>

#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/model/TuSummary.h"

namespace irqlint {

// A function-like macro used directly in a file (not from within another macro's body).
struct MacroUse {
  clang::SourceLocation begin;  // the macro's name, a file location
  clang::SourceLocation end;    // the closing parenthesis
  std::string name;
  std::vector<std::string> arguments;                 // source text
  std::vector<clang::SourceRange> argumentRanges;     // file locations of the argument tokens
};

class SummaryBuilder {
 public:
  SummaryBuilder(clang::ASTContext& context, const ExtractOptions& options, TuSummary& summary);

  // The index of a function; the first mention adds it with identity, name, linkage and so on. Its annotations, section
  // and location are completed by finish(), when all redeclarations are known.
  FunctionRef function(const clang::FunctionDecl* decl);
  // A global, static local or static member.
  GlobalRef global(const clang::VarDecl* decl);
  StringId string(std::string_view text) { return summary_.strings.add(text); }

  // Where the user wrote it: macro locations become the place of the outermost macro's use.
  SourceLocation location(clang::SourceRange range);
  SourceLocation location(clang::SourceLocation loc) { return location(clang::SourceRange(loc)); }
  // Name of the outermost function-like macro whose body (not an argument) `loc` comes from; none if there is none.
  StringId outermostMacro(clang::SourceLocation loc);
  // Declared outside the project's roots.
  bool isForeign(clang::SourceLocation loc);

  // The macro uses whose name stands in [begin, end), in order. Both are file locations of one file.
  std::vector<const MacroUse*> macroUses(clang::SourceLocation begin, clang::SourceLocation end) const;
  void addMacroUse(MacroUse use);

  clang::ASTContext& context() { return context_; }
  TuSummary& summary() { return summary_; }

 private:
  clang::ASTContext& context_;
  const ExtractOptions& options_;
  TuSummary& summary_;
};

}  // namespace irqlint
