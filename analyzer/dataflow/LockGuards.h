// Branches that guard a lock operation: `if (Fcb->LockCount == 0) Release(Fcb);`.
//
// Where the condition looks at memory that nothing is known of, the program itself knows whether the lock is held and
// the analysis does not: the way around the operation may be one that no run takes.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyzer/link/Program.h"

namespace irqlint {

class LockGuards {
 public:
  enum class Operation : std::uint8_t { None, Takes, GivesBack };

  explicit LockGuards(const Program& program) : program_(program), operations_(program.functions.size()) {}

  // The lock operation that going to `to` instead of `past` is a way around: `past` takes or gives back a lock or
  // level, `to` does not, and they meet right after it.
  Operation skipped(FunctionRef function, BlockId to, BlockId past);
  // True if `condition` looks at more than the function's own variables.
  static bool looksAtMemory(const ExprTable& exprs, ExprId condition);

 private:
  Operation operation(FunctionRef function, BlockId block);
  int balance(const BasicBlock& block, bool lookInside) const;
  int balance(FunctionRef callee, bool lookInside) const;

  const Program& program_;
  std::vector<std::optional<std::vector<Operation>>> operations_;  // by function, by block
};

}  // namespace irqlint
