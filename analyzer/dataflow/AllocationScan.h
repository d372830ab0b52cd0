// The part of AllocationUses that reads the bodies of functions.
#pragma once

#include <string>
#include <vector>

#include "analyzer/dataflow/AllocationUses.h"

namespace irqlint {

// Reads one body.
class AllocationUses::Scan {
 public:
  Scan(AllocationUses& result, FunctionRef function)
      : result_(result),
        program_(result.program_),
        function_(function),
        body_(*program_[function].summary.body),
        known_(body_.exprs.size()) {}

  void run();

 private:
  // What a pointer leads to.
  struct Pointees {
    std::vector<ObjectId> objects;
    llvm::SmallVector<Site, 2> sites;
    bool mayBeUnseen = false;
    bool isOne = false;  // one object, but for what is not seen
  };

  const Pointees& pointees(ExprId pointer);
  // What evaluating `value`, or where `place` is, touches.
  void evaluate(ExprId value);
  void locate(ExprId place);
  void touch(ExprId place);
  void use(ExprId pointer, const std::string& how, bool isSure);
  void useHeld(ExprId pointer, const std::string& how);
  void addRecord(ExprId pointer, StringId record);
  void escape(ExprId value, const std::string& how);
  void assign(const AssignEvent& assign);
  void call(const CallEvent& call);
  void foreignCall(const CallEvent& call, FunctionRef callee);
  // Argument `parameter` of a function without a body; `contract` may be null.
  void foreignArgument(const CallEvent& call, FunctionRef callee, std::uint32_t parameter);
  bool noteKernelObject(const CallEvent& call, FunctionRef callee, std::uint32_t parameter);
  bool isFollowed(const CallEvent& call, const std::string& api, std::uint32_t parameter) const;
  bool isOwn(StringId record) const { return record && program_.ownRecords.contains(record.index()); }
  // What is stored to `place` is found again by who reads it there.
  bool keeps(ExprId place);

  AllocationUses& result_;
  const Program& program_;
  FunctionRef function_;
  const FunctionBody& body_;
  std::vector<std::optional<Pointees>> known_;  // by term
  SourceLocation location_;
};

}  // namespace irqlint
