// SAL annotations read as a contract.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/Annotation.h"
#include "analyzer/model/Contract.h"

namespace irqlint {

// The contract that `annotations` state for the function `name` with these parameters; nullopt if none of them speaks
// of the IRQL. Its mustReturnAtEntryLevel is true only if an annotation says so. Of repeated bounds the strictest
// holds; bounds under one _When_ condition make one ContractCondition. What cannot be read is appended to `problems`,
// each naming the annotation.
std::optional<Contract> contractOf(std::string_view name, std::span<const std::string> parameters,
                                   std::span<const Annotation> annotations, std::vector<std::string>& problems);

}  // namespace irqlint
