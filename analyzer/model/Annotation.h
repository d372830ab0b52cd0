// SAL as written. What it means is decided where contracts are known.
#pragma once

#include <cstdint>
#include <string>

namespace irqlint {

enum class AnnotationTarget : std::uint8_t { Function, Parameter, ReturnValue };

// One annotation, for instance name "_IRQL_requires_max_", arguments "DISPATCH_LEVEL"; or name "_When_", arguments
// "Wait == 1, _IRQL_requires_max_(APC_LEVEL)": nested annotations stay text.
struct Annotation {
  std::string name;
  std::string arguments;
  AnnotationTarget target = AnnotationTarget::Function;
  std::uint32_t parameter = 0;  // with AnnotationTarget::Parameter

  friend auto operator<=>(const Annotation&, const Annotation&) = default;
};

}  // namespace irqlint
