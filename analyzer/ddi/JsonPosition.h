// Where in the text of a JSON file a value stands, for errors that a person has to find.
#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

namespace irqlint {

struct TextPosition {
  std::size_t line = 1;
  std::size_t column = 1;  // in bytes

  friend bool operator==(const TextPosition&, const TextPosition&) = default;
};

TextPosition positionAt(std::string_view text, std::size_t offset);

// The start of the key or the list element that `pointer` names in `text`, which must be JSON; of the innermost one
// on the way that is there, if it is not.
TextPosition positionOf(std::string_view text, nlohmann::json::json_pointer pointer);

}  // namespace irqlint
