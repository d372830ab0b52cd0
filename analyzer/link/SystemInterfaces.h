// What a driver calls through pointers that the system gave it: the routines of bus, adapter and provider interfaces.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/link/Program.h"

namespace irqlint {

struct SystemRoutine {
  std::string name;  // of the member (RECORD::Member), or of the function type
  const Contract* contract = nullptr;
};

// Finds the contract of a call by the member, variable or parameter that it goes through: by a row of the database that
// says the driver calls that member, else by the declared function type, where the database says that the system
// provides functions of that type.
class SystemInterfaces {
 public:
  // `program` must be complete but for its calls, and outlive this.
  explicit SystemInterfaces(const Program& program);

  // What `call` of `caller` goes through; none if the system does not provide that.
  std::optional<SystemRoutine> routine(FunctionRef caller, const CallEvent& call) const;

 private:
  const Contract* ofMember(const Expr& field) const;
  std::optional<SystemRoutine> ofType(std::string_view type) const;

  const Program& program_;
  std::map<std::pair<StringId, StringId>, std::string_view> memberTypes_;  // by record and member
};

}  // namespace irqlint
