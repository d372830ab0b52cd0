// JSON Schema, as much of it as the schema of contracts uses.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace irqlint::test {

// Why `value` is not what `schema`, a part of `root`, asks for: "/contracts/0/raises: ..."; "" if it is. An unknown
// keyword of the schema is an answer too.
std::string schemaProblem(const nlohmann::json& root, const nlohmann::json& schema, const nlohmann::json& value,
                          const std::string& at = "");

}  // namespace irqlint::test
