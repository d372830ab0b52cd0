// What the rows of a user's file say of others must be there to be found.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "analyzer/model/Contract.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// What is known once the file is merged.
struct KnownNames {
  std::function<bool(std::string_view name)> isContract;
  std::function<bool(std::string_view name)> isConstant;
  std::function<Result<Contract>(std::string_view name)> contract;
};

// Whether the roles, the aliases and the operands of conditions in `text`, a file that has been merged, are known. The
// error says where.
std::optional<Error> checkReferences(std::string_view text, const KnownNames& known);

}  // namespace irqlint
