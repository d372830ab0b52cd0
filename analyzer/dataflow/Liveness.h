// Which locals and call results of a function some later event may still name.
#pragma once

#include <llvm/ADT/BitVector.h>

#include <vector>

#include "analyzer/dataflow/Terms.h"
#include "analyzer/model/Event.h"

namespace irqlint {

// Classic backward liveness. Naming a local in any way counts as reading it, and so does naming one that holds its
// address, as a closure does; only `local <- value` ends its life. What a state knows of a dead local changes nothing,
// and is given up so that states that differ in it alone are one.
class Liveness {
 public:
  explicit Liveness(const FunctionBody& body);

  // True if all locals and results in `term` may be named after the entry of `block`.
  bool isLive(BlockId block, const Terms& terms, ExprId term) const {
    return !term || !terms.namesLocal(term) || isLocalLive(block, terms, term);
  }

 private:
  bool isLocalLive(BlockId block, const Terms& terms, ExprId term) const;
  std::size_t numberOf(const Expr& expr) const;  // kNotLocal if it is neither a local nor a result
  void collectHeld(const FunctionBody& body);
  void use(const ExprTable& exprs, ExprId expr, llvm::BitVector& live) const;
  void passBackward(const FunctionBody& body, const Event& event, llvm::BitVector& live) const;

  static constexpr std::size_t kNotLocal = SIZE_MAX;
  std::size_t locals_;
  std::vector<llvm::BitVector> held_;     // by local: those whose addresses it may hold, directly or not; empty: none
  std::vector<llvm::BitVector> atEntry_;  // by block
};

}  // namespace irqlint
