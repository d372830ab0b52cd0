// Reads where the source asks not to be told of findings: comments of our own form, and the pragmas of MSVC's code
// analysis.
//
//   // irqlint-suppress IRQL101, PAGE201: reason      this line, or the next line of code if it stands alone
//   #pragma warning(suppress: 28121 28118)            the next line of code
//   #pragma warning(disable: 28121)                   up to warning(default: 28121) or the pop of a push
//   #pragma prefast(suppress: 28121, "reason")        as for warning; also in the forms __pragma and _Pragma
//
// As with MSVC, what is disabled stays so past the end of the file: what a header disables for good is disabled in the
// files that include it, and in the headers they include after it. A comment speaks of its own file alone, and so does
// a foreign header: what a kit disables for itself is not the driver's word.
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

  // Both are called before anything is read.
  void install(clang::Preprocessor& preprocessor);
  // What the unit's command line disables: numbers, as "28121".
  void disableFromTheStart(const CompileCommand& command);

  // The preprocessor begins a file, and goes on in the one that included `file`.
  void enterFile(clang::FileID file);
  void leaveFile(clang::FileID file);

  // One specifier of a pragma with its numbers, or ids: "suppress", "disable", or what ends a region.
  void readSpecifier(clang::SourceLocation directive, llvm::StringRef specifier, std::vector<std::string> ids,
                     std::string justification);
  void push(clang::SourceLocation directive);
  void pop(clang::SourceLocation directive);

 private:
  // What is disabled at a point of the unit: by id, the directive that says so.
  using Disabled = std::map<std::string, SuppressionDirective>;
  struct File {
    clang::SourceLocation start;
    bool isForeign = true;
    std::map<std::string, std::size_t> open;  // by id, the region of the summary that has no end yet
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
  // Ends and begins regions of the file being read, so that its open ones are what is disabled from `line` on.
  void updateRegions(std::uint32_t line);
  SuppressionDirective& at(std::size_t directive) { return builder_.summary().suppressions[directive]; }

  SummaryBuilder& builder_;
  Disabled disabled_;
  std::vector<Disabled> saved_;
  std::vector<File> files_;  // those being read, the innermost last
  std::vector<Pending> pending_;
};

}  // namespace irqlint
