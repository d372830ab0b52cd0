// What must run when control leaves a scope: destructors and __finally blocks, innermost first on every way out.
//
// Each cleanup is lowered once per way out, so that the ways stay apart: ways out that go on to the same block share.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include <clang/AST/Stmt.h>

#include "analyzer/frontend/CfgBuilder.h"

namespace irqlint {

// How control left the scope. Many: a copy that several ways share.
enum class ScopeExit : std::uint8_t { Normal, Abnormal, Many };

class CleanupStack {
 public:
  explicit CleanupStack(CfgBuilder& cfg) : cfg_(cfg) {}

  struct Cleanup {
    std::function<void(ScopeExit)> emit = {};  // adds the cleanup to the open block
    bool isLarge = false;                      // a __finally block: the number of copies is limited
    const clang::Stmt* owner = nullptr;        // the statement it ends with
    clang::SourceLocation since = {};          // it covers what stands in `owner` behind this; invalid: all of it
  };

  std::size_t depth() const { return entries_.size(); }
  const Cleanup& operator[](std::size_t index) const { return entries_[index].cleanup; }
  void push(Cleanup cleanup);
  // Leaves the scopes above `depth` by falling off their ends.
  void pop(std::size_t depth);
  // Leaves the scopes above `depth`, which stay on the stack for the code that follows, and goes on at `target`.
  void exitTo(std::size_t depth, BlockId target, ScopeExit kind, SourceLocation location);

  // Exceptions raised from here on are handled by `handler`, outside the scopes entered after this.
  void pushHandler(BlockId handler) { handlers_.push_back({handler, depth()}); }
  void popHandler() { handlers_.pop_back(); }
  // Where an exception raised here goes, cleanups first; none if neither a handler nor a __finally block of this
  // function sees it.
  BlockId exceptionTarget();

 private:
  struct Entry {
    Cleanup cleanup;
    std::map<std::pair<BlockId, ScopeExit>, BlockId> copies;  // by where it goes on
    BlockId shared;                                           // the entry of the copy for all further ways out
    BlockId sharedTail;                                       // its end, a Choice
  };
  struct Handler {
    BlockId block;
    std::size_t depth = 0;
  };

  BlockId copyOf(std::size_t index, BlockId next, ScopeExit kind);
  BlockId lowerCopy(std::size_t index, BlockId next, ScopeExit kind);
  BlockId chain(std::size_t depth, BlockId target, ScopeExit kind);
  BlockId raiseBlock();

  CfgBuilder& cfg_;
  std::vector<Entry> entries_;
  std::vector<Handler> handlers_;
  BlockId raise_;  // leaves the function by an exception
  std::size_t largeCopies_ = 0;
};

}  // namespace irqlint
