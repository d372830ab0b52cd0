// Branches that guard a lock operation: `if (Fcb->LockCount == 0) Release(Fcb);`.
//
// Where the condition looks at memory that nothing is known of, the program itself knows whether the lock is held and
// the analysis does not: the way around the operation may be one that no run takes.
#pragma once

#include <optional>
#include <vector>

#include "analyzer/link/Program.h"

namespace irqlint {

class LockGuards {
 public:
  explicit LockGuards(const Program& program) : program_(program), blocks_(program.functions.size()) {}

  // True if going to `to` instead of `past` is a way around a lock operation: `past` takes or gives back a lock or
  // level, `to` does not, and they meet right after it.
  bool skipsOperation(FunctionRef function, BlockId to, BlockId past);
  // True if `condition` looks at more than the function's own variables.
  static bool looksAtMemory(const ExprTable& exprs, ExprId condition);

 private:
  bool operatesLock(FunctionRef function, BlockId block);
  bool changesLevel(FunctionRef callee, bool lookInside) const;

  const Program& program_;
  std::vector<std::optional<std::vector<bool>>> blocks_;  // by function
};

}  // namespace irqlint
