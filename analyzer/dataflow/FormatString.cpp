#include "analyzer/dataflow/FormatString.h"

#include <string>

namespace irqlint {

bool formatHas(std::string_view format, std::string_view conversions) {
  const std::string wanted = ' ' + std::string(conversions) + ' ';
  for (std::size_t at = format.find('%'); at != std::string_view::npos; at = format.find('%', at)) {
    at = format.find_first_not_of("-+ #0123456789.*", at + 1);
    if (at == std::string_view::npos) return false;
    if (format[at] == '%') {
      ++at;
      continue;
    }
    // Length modifiers, then the conversion itself.
    const std::size_t letter = format.find_first_not_of("hlwIjzt", at);
    if (letter == std::string_view::npos) return false;
    const std::string conversion = " %" + std::string(format.substr(at, letter - at + 1)) + ' ';
    if (wanted.find(conversion) != std::string::npos) return true;
    at = letter;
  }
  return false;
}

}  // namespace irqlint
