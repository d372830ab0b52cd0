// Reads where the source asks not to be told of findings: comments of our own form, and the pragmas of MSVC's code
// analysis.
//
//   // irqlint-suppress IRQL101, PAGE201: reason      this line, or the next line of code if it stands alone
//   #pragma warning(suppress: 28121 28118)            the next line of code
//   #pragma warning(disable: 28121)                   up to warning(default: 28121), the pop of a push, the file's end
//   #pragma prefast(suppress: 28121, "reason")        as for warning; also in the forms __pragma and _Pragma
//
// Pragmas hold for the file they stand in: what a header disables for good is not disabled in the files that include
// it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <clang/Basic/SourceLocation.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>

#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {

// Keeps all directives of the project's files in the builder's summary. Must outlive the preprocessor's last token.
class SuppressionReader : private clang::CommentHandler {
 public:
  explicit SuppressionReader(SummaryBuilder& builder) : builder_(builder) {}

  // Called before anything is read.
  void install(clang::Preprocessor& preprocessor);

  // One specifier of a pragma with its numbers, or ids: "suppress", "disable", or what ends a region.
  void readSpecifier(clang::SourceLocation directive, llvm::StringRef specifier, std::vector<std::string> ids,
                     std::string justification);
  void push(clang::SourceLocation directive);
  void pop(clang::SourceLocation directive);

 private:
  // What is disabled at a point of a file: by id, the directive in the summary.
  using Regions = std::map<std::string, std::size_t>;
  struct FileState {
    Regions open;
    std::vector<Regions> saved;
  };
  // A directive for the next line of code, which is not read yet.
  struct Pending {
    std::size_t directive;
    clang::SourceLocation place;
  };

  bool HandleComment(clang::Preprocessor& preprocessor, clang::SourceRange comment) override;
  void readComment(llvm::StringRef text, clang::SourceLocation place, bool isAlone);
  // A comment that follows a pragma on its line says why.
  void justify(const SourceLocation& comment, llvm::StringRef text);
  void readToken(const clang::Token& token);

  std::size_t add(SuppressionDirective directive);
  void open(const SuppressionDirective& directive, FileState& state);
  void close(std::size_t directive, std::uint32_t line);
  FileState& stateAt(clang::SourceLocation place);
  SuppressionDirective& at(std::size_t directive) { return builder_.summary().suppressions[directive]; }

  SummaryBuilder& builder_;
  std::map<clang::FileID, FileState> files_;
  std::vector<Pending> pending_;
};

}  // namespace irqlint
