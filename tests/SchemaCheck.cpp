#include "tests/SchemaCheck.h"

#include <algorithm>
#include <set>

namespace irqlint::test {
namespace {

using nlohmann::json;

bool isOfType(const json& type, const json& value) {
  if (type.is_array()) return std::ranges::any_of(type, [&](const json& one) { return isOfType(one, value); });
  return type == "integer" ? value.is_number_integer() : type == value.type_name();
}

std::string problemOfMembers(const json& root, const json& schema, const json& value, const std::string& at) {
  for (const json& name : schema.value("required", json::array()))
    if (!value.contains(name.get<std::string>())) return at + ": lacks " + name.dump();
  const json properties = schema.value("properties", json::object());
  for (const auto& [name, member] : value.items()) {
    const bool isNamed = properties.contains(name);
    std::string below = at;
    below.append("/").append(name);
    const json part = isNamed ? properties[name] : schema.value("additionalProperties", json(true));
    if (part == false) return below + ": is not in the schema";
    if (part == true) continue;
    if (std::string problem = schemaProblem(root, part, member, below); !problem.empty()) return problem;
  }
  return "";
}

}  // namespace

std::string schemaProblem(const json& root, const json& schema, const json& value, const std::string& at) {
  static const std::set<std::string> kKeywords{
      "$ref",     "$schema", "$defs", "title", "description", "type",   "properties", "additionalProperties",
      "required", "items",   "anyOf", "enum",  "minimum",     "maximum"};
  for (const auto& [keyword, part] : schema.items())
    if (!kKeywords.contains(keyword)) return "the checker does not know the keyword " + keyword;
  if (schema.contains("$ref"))
    return schemaProblem(root, root.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1))), value, at);
  if (schema.contains("type") && !isOfType(schema["type"], value))
    return at + ": is not of type " + schema["type"].dump();
  if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end())
    return at + ": is none of " + schema["enum"].dump();
  if (value.is_number() && (value < schema.value("minimum", value) || value > schema.value("maximum", value)))
    return at + ": is out of range";
  if (schema.contains("anyOf")) {
    std::string problems;
    for (const json& choice : schema["anyOf"]) {
      const std::string problem = schemaProblem(root, choice, value, at);
      if (problem.empty()) problems.clear();
      if (problem.empty()) break;
      problems += problem + "; ";
    }
    if (!problems.empty()) return problems;
  }
  if (value.is_array() && schema.contains("items")) {
    for (std::size_t i = 0; i < value.size(); ++i)
      if (std::string problem = schemaProblem(root, schema["items"], value[i], at + '/' + std::to_string(i));
          !problem.empty())
        return problem;
  }
  return value.is_object() ? problemOfMembers(root, schema, value, at) : "";
}

}  // namespace irqlint::test
