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

Digest digestOfOptions(const ExtractOptions& options) {
  DigestBuilder digest;
  digest.add(kBuildIdentity).add(clang::getClangFullVersion());
  digest.addAll(options.projectRoots).add(options.headerKit).addAll(options.fallbackHeaders);
  digest.add(options.inventNames).add(options.measureCode);
  for (const char* variable : kVariables) {
    const std::optional<std::string> value = llvm::sys::Process::GetEnv(variable);
    digest.add(value.has_value()).add(value.value_or(""));
  }
  return digest.take();
}

}  // namespace

UnitKeys::UnitKeys(const ExtractOptions& options) : options_(digestOfOptions(options)) {}

Digest UnitKeys::operator()(const CompileCommand& command) {
  DigestBuilder key;
  key.add(asText(options_)).add(command.file).add(command.directory).add(command.origin);
  key.add(static_cast<std::uint64_t>(command.dialect)).add(asText(arguments(command)));
  return key.take();
}

Digest UnitKeys::arguments(const CompileCommand& command) {
  const Digest asWritten =
      DigestBuilder().addAll(command.arguments).add(static_cast<std::uint64_t>(command.dialect)).take();
  const std::lock_guard lock(mutex_);
  const auto [known, isNew] = arguments_.try_emplace(asWritten);
  if (isNew) {
    known->second = DigestBuilder()
                        .addAll(parserArguments(command))
                        .add(targetTriple(architectureOf(command)))
                        .addAll(disabledWarnings(command))
                        .take();
  }
  return known->second;
}

}  // namespace irqlint
