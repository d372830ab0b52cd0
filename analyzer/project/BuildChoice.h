// Which build of a project is read.
#pragma once

#include <string>

namespace irqlint {

struct BuildChoice {
  std::string configuration = "Release";
  std::string platform = "x64";

  friend bool operator==(const BuildChoice&, const BuildChoice&) = default;
};

}  // namespace irqlint
