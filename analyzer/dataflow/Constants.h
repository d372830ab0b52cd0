// The numbers that an expression may have, whatever the path: of arguments that select a pool, mostly.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <llvm/ADT/DenseMap.h>

#include "analyzer/link/PointsTo.h"
#include "analyzer/link/Program.h"

namespace irqlint {

// A number of which some bits may be unknown.
struct PartlyKnown {
  std::uint64_t ones = 0;
  std::uint64_t unknown = 0;

  friend bool operator==(const PartlyKnown&, const PartlyKnown&) = default;
  friend auto operator<=>(const PartlyKnown&, const PartlyKnown&) = default;
};

class Constants {
 public:
  // `program` must outlive it.
  explicit Constants(const Program& program) : program_(program) {}

  // The numbers that `value`, a term of the function of `calls`' first entry, may have; each entry is the call by which
  // the function of the one before was called. One that nothing is known of if it may be anything.
  std::vector<PartlyKnown> valuesOf(ExprId value, std::span<const AllocationCall> calls);

 private:
  using Values = std::vector<PartlyKnown>;
  struct Store {
    FunctionRef function;  // none: an initialiser
    ExprId value;
  };
  using Place = std::pair<std::uint32_t, std::uint32_t>;  // record and member; kGlobal and number

  Values evaluate(ExprId value, std::span<const AllocationCall> calls, unsigned depth);
  Values ofBinary(const Expr& expr, std::span<const AllocationCall> calls, unsigned depth);
  Values ofVariable(ExprId place, std::span<const AllocationCall> calls, unsigned depth);
  Values ofParameter(const Expr& expr, std::span<const AllocationCall> calls, unsigned depth);
  Values ofResult(const Expr& expr, FunctionRef function, unsigned depth);
  Values ofMemory(const Place& place, unsigned depth);
  void indexProgram();

  const Program& program_;
  std::size_t steps_ = 0;  // of the question at hand
  bool isIndexed_ = false;
  llvm::DenseMap<Place, std::vector<Store>> stores_;
  std::vector<std::vector<AllocationCall>> callers_;  // by function
  std::vector<bool> isEntered_;                       // by function: by the system
};

}  // namespace irqlint
