// Where something stands in the source.
#pragma once

#include <cstdint>

#include "analyzer/model/Id.h"

namespace irqlint {

// A range on one line, where the user wrote it: inside a macro expansion, the place of the macro's use.
struct SourceLocation {
  FileId file;                  // none: not in any file (implicit code)
  std::uint32_t line = 0;       // 1-based; 0 with no file
  std::uint32_t column = 0;     // 1-based, in bytes
  std::uint32_t endColumn = 0;  // one past the last byte, on the same line; 0: only the start is known

  friend auto operator<=>(const SourceLocation&, const SourceLocation&) = default;
};

}  // namespace irqlint
