// The Condition attribute of MSBuild.
#pragma once

#include <string_view>

#include "analyzer/project/MsBuildExpression.h"

namespace irqlint {

// Whether `condition` holds; an empty one does. Fails if it is no condition, or nested absurdly.
Result<bool> evaluateCondition(std::string_view condition, const ExpressionScope& scope);

}  // namespace irqlint
