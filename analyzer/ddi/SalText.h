// The text of SAL annotations taken apart; what they mean is decided elsewhere.
#pragma once

#include <string_view>
#include <vector>

namespace irqlint {

// One annotation as it stands in the arguments of another: `_IRQL_saves_`, `_IRQL_raises_(DISPATCH_LEVEL)`.
struct SalApplication {
  std::string_view name;
  std::string_view arguments;  // "" if it has none
};

std::string_view trimmed(std::string_view text);

// The arguments of a macro, split at the commas outside parentheses and strings, trimmed.
std::vector<std::string_view> splitArguments(std::string_view text);

// What follows the first argument (the rest of _When_ and _At_), trimmed; "" if nothing does.
std::string_view afterFirstArgument(std::string_view text);

// Annotations written one after the other, with blanks, commas or semicolons between them. Stops at what is none.
std::vector<SalApplication> splitApplications(std::string_view text);

}  // namespace irqlint
