// Reads the C expressions that conditions are written in; private to Condition.
#pragma once

#include <memory>
#include <string_view>

#include "analyzer/ddi/ConditionNode.h"
#include "analyzer/support/Result.h"

namespace irqlint {

Result<std::unique_ptr<Condition::Node>> parseCondition(std::string_view text);

}  // namespace irqlint
