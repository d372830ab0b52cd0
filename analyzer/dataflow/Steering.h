// Which values decide what a function does to the IRQL: the parameters and globals, and what they point to, that its
// branches, its calls' contracts and its callees look at. A context holds their values where the caller knows them.
#pragma once

#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "analyzer/dataflow/Terms.h"
#include "analyzer/ddi/Condition.h"
#include "analyzer/link/Program.h"

namespace irqlint {

class Steering {
 public:
  explicit Steering(const Program& program);

  // The growing terms of a defined function.
  Terms& terms(FunctionRef function);
  // The steering terms of a defined function, under its own terms; at most kSteeringValues.
  const std::vector<ExprId>& of(FunctionRef function);

 private:
  void collect(FunctionRef function);
  void collectCall(FunctionRef function, const CallEvent& call, std::vector<ExprId>& found);
  void collectContract(FunctionRef function, const Contract& contract, std::span<const ExprId> arguments,
                       std::vector<ExprId>& found);

  // The operands of a contract's condition, read once.
  const std::vector<ConditionOperand>& operands(const ContractCondition& condition);

  const Program& program_;
  std::unordered_map<const ContractCondition*, std::vector<ConditionOperand>> operands_;
  std::vector<std::unique_ptr<Terms>> terms_;
  std::vector<std::vector<ExprId>> steering_;
  std::vector<bool> visited_;
};

}  // namespace irqlint
