// A unit from files in memory, and what its summary says.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/model/SummaryCheck.h"

namespace irqlint {

// Files in memory, read as one unit.
class ExtractTuTest : public testing::Test {
 protected:
  void add(const std::string& path, const std::string& text) {
    files_->addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  }

  // Reads `text` as the unit /drv/a.c (or another name below /drv).
  void read(const std::string& text, const std::string& name = "a.c", std::vector<std::string> arguments = {}) {
    add("/drv/" + name, text);
    options_.projectRoots = {"/drv"};
    auto summary = extractTu({"/drv/" + name, "/drv", std::move(arguments), dialect_}, options_, files_);
    ASSERT_TRUE(summary) << summary.error().message();
    summary_ = *std::move(summary);
    const auto unsound = checkSummary(summary_);
    EXPECT_FALSE(unsound) << unsound->message();
  }

  const FunctionSummary& function(std::string_view name) const {
    const auto found = std::find_if(summary_.functions.begin(), summary_.functions.end(),
                                    [&](const FunctionSummary& candidate) { return candidate.name == name; });
    static const FunctionSummary none;
    EXPECT_NE(found, summary_.functions.end()) << "no function " << name;
    return found == summary_.functions.end() ? none : *found;
  }

  bool has(std::string_view name) const {
    return std::any_of(summary_.functions.begin(), summary_.functions.end(),
                       [&](const FunctionSummary& candidate) { return candidate.name == name; });
  }

  const GlobalSummary& global(std::string_view name) const {
    const auto found = std::find_if(summary_.globals.begin(), summary_.globals.end(),
                                    [&](const GlobalSummary& candidate) { return candidate.name == name; });
    static const GlobalSummary none;
    EXPECT_NE(found, summary_.globals.end()) << "no global " << name;
    return found == summary_.globals.end() ? none : *found;
  }

  std::vector<std::string> annotations(std::string_view name) const {
    std::vector<std::string> texts;
    for (const Annotation& annotation : function(name).annotations) {
      std::string text = annotation.name + "(" + annotation.arguments + ")";
      if (annotation.target == AnnotationTarget::Parameter) text += " on " + std::to_string(annotation.parameter);
      texts.push_back(std::move(text));
    }
    return texts;
  }

  std::vector<std::string> problems(ProblemKind kind) const {
    std::vector<std::string> messages;
    for (const Problem& problem : summary_.problems) {
      if (problem.kind == kind) messages.push_back(problem.message);
    }
    return messages;
  }

  template <typename Action>
  std::vector<Action> events(std::string_view name) const {
    std::vector<Action> found;
    if (!function(name).body) return found;
    for (const BasicBlock& block : function(name).body->blocks) {
      for (const Event& event : block.events) {
        if (const Action* action = std::get_if<Action>(&event.action)) found.push_back(*action);
      }
    }
    return found;
  }

  CommandDialect dialect_ = CommandDialect::Gcc;
  ExtractOptions options_;
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> files_{new llvm::vfs::InMemoryFileSystem};
  TuSummary summary_;
};

}  // namespace irqlint
