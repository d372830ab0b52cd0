#include <cstdlib>
#include <string>
#include <variant>
#include <vector>

#include <llvm/Support/raw_ostream.h>

#include "cli/Commands.h"
#include "cli/Options.h"

int main(int argc, char** argv) {
  using irqlint::ExitStatus;
  const auto parsed =
      irqlint::parseOptions(std::vector<std::string>(argv + 1, argv + argc), llvm::outs(), llvm::errs());
  const auto* options = std::get_if<irqlint::Options>(&parsed);
  const ExitStatus status = options ? irqlint::run(*options) : std::get<ExitStatus>(parsed);
  llvm::outs().flush();
  // A unit that was abandoned may still run: leave it what it uses. Nothing else needs to be torn down either.
  std::_Exit(static_cast<int>(status));
}
