// The compiler's errors as problems of a summary.
#pragma once

#include <cstdint>
#include <vector>

#include <clang/AST/Decl.h>
#include <clang/Basic/Diagnostic.h>
#include <clang/Basic/LangOptions.h>
#include <clang/Basic/SourceLocation.h>

#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {

// Keeps each error with its place; the first kMostReported become problems, the rest are counted.
class ParseProblems : public clang::DiagnosticConsumer {
 public:
  static constexpr std::size_t kMostReported = 50;

  void BeginSourceFile(const clang::LangOptions& language, const clang::Preprocessor*) override {
    language_ = language;
  }
  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& diagnostic) override;

  // Reports to `builder`, which has been given everything else by then.
  void report(SummaryBuilder& builder) const;

  // What errors did to one body.
  struct BodyDamage {
    std::uint32_t errors = 0;
    std::uint32_t lost = 0;  // errors that left nothing of their statement
    bool isUsable = true;    // at most every twentieth statement was lost
  };
  BodyDamage damageOf(const clang::FunctionDecl& definition) const;

  bool hasErrors() const { return !errors_.empty(); }
  // The first error, for a unit of which nothing was read.
  std::string firstMessage() const { return errors_.empty() ? std::string() : errors_.front().message; }

 private:
  struct ParseError {
    std::string message;
    clang::SourceLocation place;
  };
  std::size_t countWithin(const clang::SourceManager& sources, clang::SourceRange range) const;

  clang::LangOptions language_;
  std::vector<ParseError> errors_;
};

}  // namespace irqlint
