// SAL annotations read as a contract.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analyzer/model/Annotation.h"
#include "analyzer/model/Contract.h"

namespace irqlint {

// The contract that `annotations` state for the function `name` with these parameters; nullopt if none of them speaks
// of the IRQL. What cannot be read is appended to `problems`, each naming the annotation.
std::optional<Contract> contractOf(std::string_view name, std::span<const std::string> parameters,
                                   std::span<const Annotation> annotations, std::vector<std::string>& problems);

}  // namespace irqlint
