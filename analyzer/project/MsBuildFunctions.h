// Property functions of MSBuild.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/project/MsBuildExpression.h"

namespace irqlint {

// What a function gives: a text, or a list of texts that can only be indexed or counted.
struct MsBuildValue {
  std::string text;
  std::optional<std::vector<std::string>> list;
};

// $([type]::name(arguments)); none if there is no such function. What asks the machine (registry, environment) is
// empty.
std::optional<MsBuildValue> callStatic(const std::string& type, const std::string& name,
                                       const std::vector<std::string>& arguments, const ExpressionScope& scope);

// $(Property.name(arguments)); none if there is no such method.
std::optional<MsBuildValue> callMethod(const MsBuildValue& value, const std::string& name,
                                       const std::vector<std::string>& arguments);

}  // namespace irqlint
