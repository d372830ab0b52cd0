#include "analyzer/ddi/References.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "analyzer/ddi/Condition.h"
#include "analyzer/ddi/DdiTables.h"

namespace irqlint {
namespace {

using nlohmann::json;

// Whether `member` of the row at `at` names a contract, if it is there.
std::optional<Error> checkName(std::string_view text, const json& row, const json::json_pointer& at,
                               const std::string& member, const KnownNames& known) {
  if (!row.contains(member) || !row[member].is_string() || known.isContract(row[member].get<std::string>()))
    return std::nullopt;
  const std::string what = member == "role" ? "role" : "function";
  return errorAt(text, at / member, "no such " + what + ": '" + row[member].get<std::string>() + "'");
}

// Whether the conditions of the contract at `at` speak of its parameters and of constants only. Without the names of
// the parameters nothing can be said.
std::optional<Error> checkOperands(std::string_view text, const json& row, const json::json_pointer& at,
                                   const KnownNames& known) {
  if (!row.contains("conditions")) return std::nullopt;
  const auto contract = known.contract(row.at("name").get<std::string>());
  if (!contract || contract->parameters.empty()) return std::nullopt;
  const std::vector<std::string>& parameters = contract->parameters;
  for (std::size_t i = 0; i < contract->conditions.size(); ++i) {
    const auto condition = Condition::parse(contract->conditions[i].when);
    for (const ConditionOperand& operand : condition->operands()) {
      if (operand.root == "return" || known.isConstant(operand.root)) continue;
      if (std::ranges::find(parameters, operand.root) != parameters.end()) continue;
      return errorAt(text, at / "conditions" / i / "when", "no such parameter or constant: '" + operand.root + "'");
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> checkReferences(std::string_view text, const KnownNames& known) {
  const json file = json::parse(text, nullptr, false);
  const json none = json::array();
  const json callbacks = file.value("callbacks", none);
  for (std::size_t i = 0; i < callbacks.size(); ++i) {
    if (auto error = checkName(text, callbacks[i], json::json_pointer("/callbacks") / i, "role", known)) return error;
  }
  const json contracts = file.value("contracts", none);
  for (std::size_t i = 0; i < contracts.size(); ++i) {
    const json::json_pointer at = json::json_pointer("/contracts") / i;
    if (auto error = checkName(text, contracts[i], at, "alias_of", known)) return error;
    if (auto error = checkOperands(text, contracts[i], at, known)) return error;
  }
  return std::nullopt;
}

}  // namespace irqlint
