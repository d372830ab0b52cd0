// Puts the macro uses of a function where they stand among its events.
#pragma once

#include <map>
#include <set>
#include <vector>

#include <clang/AST/Expr.h>

#include "analyzer/frontend/CfgBuilder.h"
#include "analyzer/frontend/ExprFactory.h"
#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {

class MacroPlacement {
 public:
  MacroPlacement(SummaryBuilder& builder, CfgBuilder& cfg) : builder_(builder), cfg_(cfg) {}

  // Adds the uses that stand in `range` (both ends included, macro locations count as their outermost use) to the open
  // block, each unless it was added before.
  void place(clang::SourceRange range);
  // The uses between two places of the source, the second one not included.
  void placeBetween(clang::SourceLocation begin, clang::SourceLocation end);
  // The code in `range` is lowered once more: its uses are to be added again.
  void repeat(clang::SourceRange range);

  // The functions written inside `body` (of lambdas, blocks and local classes) have uses of their own.
  void leaveOutInnerFunctions(const clang::Stmt& body);

  // `expr` was lowered to `value`: a macro's argument may be it.
  void note(const clang::Expr& expr, ExprId value);

  // The file range of `range`: begin, and the place behind the first byte of its last token.
  clang::CharSourceRange fileRange(clang::SourceRange range) const;

 private:
  struct Argument {
    clang::SourceLocation end;  // behind its last token
    CfgBuilder::EventPosition event;
    std::size_t index = 0;
  };

  void add(const MacroUse& use);
  bool isLeftOut(const MacroUse& use) const;

  SummaryBuilder& builder_;
  CfgBuilder& cfg_;
  std::set<const MacroUse*> placed_;
  std::vector<clang::SourceRange> leftOut_;                   // file locations
  std::multimap<clang::SourceLocation, Argument> arguments_;  // by begin; of the uses placed so far
};

}  // namespace irqlint
