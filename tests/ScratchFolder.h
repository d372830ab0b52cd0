// A folder of a test's own: tests run side by side, two of one fixture class too.
#pragma once

#include <fstream>
#include <string>

#include <llvm/Testing/Support/SupportHelpers.h>

namespace irqlint::test {

// Exists, empty, as long as the object does; what was written there goes with it.
class ScratchFolder {
 public:
  std::string path() const { return folder_.path().str(); }

  // The path of a file in the folder, which need not exist.
  std::string file(const std::string& name) const { return path() + "/" + name; }

  // Writes a file and returns its path.
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(file(name), std::ios::binary) << text;
    return file(name);
  }

 private:
  llvm::unittest::TempDir folder_{"irqlint-test", /*Unique=*/true};
};

}  // namespace irqlint::test
