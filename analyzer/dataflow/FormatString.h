// Conversions of printf-like format strings.
#pragma once

#include <string_view>

namespace irqlint {

// True if `format` has one of the conversions listed in `conversions` ("%S %ws %wZ"), whatever flags, width or
// precision it carries.
bool formatHas(std::string_view format, std::string_view conversions);

}  // namespace irqlint
