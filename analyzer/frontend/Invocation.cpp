#include "analyzer/frontend/Invocation.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <clang/Basic/Diagnostic.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/Utils.h>
#include <clang/Lex/HeaderSearchOptions.h>
#include <clang/Lex/PreprocessorOptions.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>

#include "analyzer/frontend/CommandLine.h"

namespace irqlint {
namespace {

// Part of the kit that stands in front of the fall-back headers only.
constexpr char kFallbackKit[] = "ddk";
constexpr char kGeneratedHeaders[] = "ddk/irqlint/generated";
// A command whose own folders hold one of these brings a WDK.
constexpr const char* kWdkHeaders[] = {"wdm.h", "ntddk.h", "ntifs.h"};

using Macro = std::pair<const char*, const char*>;

// What the WDK's build files define for every kernel-mode unit.
constexpr Macro kKernelMacros[] = {
    {"_KERNEL_MODE", "1"},
    {"_WIN32_WINNT", "0x0A00"},
    {"WINVER", "0x0A00"},
    {"WINNT", "1"},
    {"NTDDI_VERSION", "0x0A000010"},
    {"STD_CALL", "1"},
    {"CONDITION_HANDLING", "1"},
    {"NT_UP", "0"},
    {"NT_INST", "0"},
    {"WIN32", "100"},
};
constexpr Macro kX64Macros[] = {{"_AMD64_", "1"}, {"AMD64", "1"}, {"_WIN64", "1"}};
constexpr Macro kX86Macros[] = {{"_X86_", "1"}, {"i386", "1"}};
constexpr Macro kArm64Macros[] = {{"_ARM64_", "1"}, {"ARM64", "1"}, {"_WIN64", "1"}};
constexpr Macro kArmMacros[] = {{"_ARM_", "1"}, {"ARM", "1"}};

llvm::ArrayRef<Macro> architectureMacros(Architecture architecture) {
  switch (architecture) {
    case Architecture::X86: return kX86Macros;
    case Architecture::Arm64: return kArm64Macros;
    case Architecture::Arm: return kArmMacros;
    case Architecture::X64: break;
  }
  return kX64Macros;
}

// Adds each definition whose name the command neither defines nor undefines.
void addMissingMacros(clang::PreprocessorOptions& preprocessor, llvm::ArrayRef<Macro> macros) {
  for (const auto& [name, value] : macros) {
    const bool isKnown = std::any_of(preprocessor.Macros.begin(), preprocessor.Macros.end(), [&](const auto& macro) {
      return llvm::StringRef(macro.first).split('=').first == name;
    });
    if (!isKnown) preprocessor.addMacroDef(std::string(name) + "=" + value);
  }
}

std::string joined(llvm::StringRef folder, llvm::StringRef name) {
  llvm::SmallString<256> path(folder);
  llvm::sys::path::append(path, name);
  return path.str().str();
}

bool hasWdk(const clang::HeaderSearchOptions& headers, llvm::vfs::FileSystem& fileSystem) {
  return std::any_of(headers.UserEntries.begin(), headers.UserEntries.end(), [&](const auto& entry) {
    return std::any_of(std::begin(kWdkHeaders), std::end(kWdkHeaders),
                       [&](const char* name) { return fileSystem.exists(joined(entry.Path, name)); });
  });
}

void setUpHeaders(clang::HeaderSearchOptions& headers, const ExtractOptions& options,
                  llvm::vfs::FileSystem& fileSystem) {
  using Entry = clang::HeaderSearchOptions::Entry;
  headers.UseBuiltinIncludes = false;
  headers.UseStandardSystemIncludes = false;
  headers.UseStandardCXXIncludes = false;
  const bool bringsWdk = hasWdk(headers, fileSystem);
  if (!options.headerKit.empty()) {
    headers.UserEntries.insert(headers.UserEntries.begin(),
                               Entry(options.headerKit, clang::frontend::Angled, false, /*ignoreSysRoot=*/true));
  }
  const auto addLast = [&](const std::string& folder) {
    headers.UserEntries.emplace_back(folder, clang::frontend::After, false, true);
  };
  if (!bringsWdk && !options.fallbackHeaders.empty()) {
    if (!options.headerKit.empty()) addLast(joined(options.headerKit, kFallbackKit));
    for (const std::string& folder : options.fallbackHeaders) addLast(folder);
  }
  if (!options.headerKit.empty()) addLast(generatedHeaders(options));
}

void setUpLanguage(clang::LangOptions& language) {
  language.SpellChecking = false;
  // Kernel code is built without exceptions; a stray `try` is not worth losing its function.
  language.Exceptions = true;
  language.CXXExceptions = language.CPlusPlus;
}

void setUpDiagnostics(clang::DiagnosticOptions& diagnostics) {
  // Also those that are errors unless one says otherwise, as a call of an undeclared function in C.
  diagnostics.Warnings = {"no-everything"};
  diagnostics.IgnoreWarnings = true;
  diagnostics.ErrorLimit = 0;
  diagnostics.ShowCarets = false;
}

}  // namespace

std::string generatedHeaders(const ExtractOptions& options) { return joined(options.headerKit, kGeneratedHeaders); }

Result<std::shared_ptr<clang::CompilerInvocation>> createInvocation(
    const CompileCommand& command, const ExtractOptions& options,
    const llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>& fileSystem) {
  const std::vector<std::string> line = driverCommandLine(command);
  std::vector<const char*> arguments;
  arguments.reserve(line.size());
  for (const std::string& argument : line) arguments.push_back(argument.c_str());

  clang::IgnoringDiagConsumer ignore;
  const auto quiet = llvm::makeIntrusiveRefCnt<clang::DiagnosticOptions>();
  clang::CreateInvocationOptions how;
  how.Diags = clang::CompilerInstance::createDiagnostics(quiet.get(), &ignore,
                                                         /*ShouldOwnClient=*/false);
  how.VFS = fileSystem;
  how.RecoverOnError = true;
  std::shared_ptr<clang::CompilerInvocation> invocation = clang::createInvocation(arguments, how);
  if (!invocation || invocation->getFrontendOpts().Inputs.size() != 1) {
    return Error("the compile command cannot be understood");
  }

  setUpLanguage(invocation->getLangOpts());
  setUpDiagnostics(invocation->getDiagnosticOpts());
  setUpHeaders(invocation->getHeaderSearchOpts(), options, *fileSystem);
  clang::PreprocessorOptions& preprocessor = invocation->getPreprocessorOpts();
  preprocessor.SourceDateEpoch =
      0;  // __DATE__, __TIME__ and __TIMESTAMP__: a summary does not depend on when it is made
  addMissingMacros(preprocessor, architectureMacros(architectureOf(command)));
  addMissingMacros(preprocessor, kKernelMacros);
  invocation->getFrontendOpts().ProgramAction = clang::frontend::ParseSyntaxOnly;
  invocation->getFrontendOpts().DisableFree = false;
  invocation->getFileSystemOpts().WorkingDir = command.directory;
  return invocation;
}

}  // namespace irqlint
