#include <array>

#include <clang/Basic/Version.h>
#include <llvm/Support/Process.h>

#include "analyzer/frontend/BuildIdentity.h"
#include "analyzer/frontend/CommandLine.h"
#include "analyzer/frontend/ExtractTu.h"

namespace irqlint {
namespace {

// The variables that Clang's driver turns into arguments, or finds headers and the version of a compiler by. Its search
// for cl.exe on PATH is among what a unit asks of the disk.
constexpr std::array kVariables = {
    "CPATH",   "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "CLANG_NO_DEFAULT_CONFIG", "EXTERNAL_INCLUDE",
    "INCLUDE", "VCINSTALLDIR",   "VCToolsInstallDir",  "WindowsSdkDir",
};

}  // namespace

Digest unitKey(const CompileCommand& command, const ExtractOptions& options) {
  DigestBuilder key;
  key.add(kBuildIdentity).add(clang::getClangFullVersion());
  key.add(command.file).add(command.directory).add(command.origin);
  key.addAll(driverCommandLine(command)).addAll(disabledWarnings(command));
  key.addAll(options.projectRoots).add(options.headerKit).addAll(options.fallbackHeaders);
  key.add(options.preambles != nullptr).add(options.inventNames).add(options.measureCode);
  for (const char* variable : kVariables) {
    const std::optional<std::string> value = llvm::sys::Process::GetEnv(variable);
    key.add(value.has_value()).add(value.value_or(""));
  }
  return key.take();
}

}  // namespace irqlint
