#include "analyzer/frontend/CommandLine.h"

#include <algorithm>
#include <iterator>

#include <clang/Driver/Options.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Option/ArgList.h>
#include <llvm/Option/OptTable.h>
#include <llvm/Support/Path.h>
#include <llvm/TargetParser/Triple.h>

namespace irqlint {
namespace {

namespace options = clang::driver::options;

// What is kept. Spellings of either compiler that mean the same share one id.
constexpr unsigned kKept[] = {
    // macros
    options::OPT_D,
    options::OPT_U,
    // where headers are found, and which are read first
    options::OPT_I,
    options::OPT_isystem,
    options::OPT_iquote,
    options::OPT_idirafter,
    options::OPT_isystem_after,
    options::OPT_cxx_isystem,
    options::OPT_iprefix,
    options::OPT_iwithprefix,
    options::OPT_iwithprefixbefore,
    options::OPT__SLASH_imsvc,
    options::OPT_include,
    options::OPT_imacros,
    // language
    options::OPT_x,
    options::OPT_std_EQ,
    options::OPT_ansi,
    options::OPT__SLASH_TC,
    options::OPT__SLASH_TP,
    options::OPT__SLASH_std,
    options::OPT_fchar8__t,
    options::OPT_fno_char8__t,
    options::OPT_fblocks,
    options::OPT_fms_compatibility_version,
    options::OPT_fmsc_version,
    options::OPT_fdelayed_template_parsing,
    options::OPT_fno_delayed_template_parsing,
    options::OPT__SLASH_permissive,
    options::OPT__SLASH_permissive_,
    options::OPT__SLASH_Zc_wchar_t,
    options::OPT__SLASH_Zc_wchar_t_,
    options::OPT_ftrigraphs,
    options::OPT_fno_trigraphs,
    options::OPT_fgnu_keywords,
    options::OPT_fno_gnu_keywords,
    options::OPT_fno_operator_names,
    options::OPT_fdollars_in_identifiers,
    options::OPT_fno_dollars_in_identifiers,
    // layout and the types of the language
    options::OPT_funsigned_char,
    options::OPT_fsigned_char,
    options::OPT_fno_signed_char,
    options::OPT_fno_unsigned_char,
    options::OPT_fshort_wchar,
    options::OPT_fno_short_wchar,
    options::OPT_fshort_enums,
    options::OPT_fpack_struct_EQ,
    options::OPT__SLASH_Zp,
    options::OPT__SLASH_Zp_flag,
    options::OPT_mms_bitfields,
    // calling conventions decide whether two declarations agree
    options::OPT__SLASH_Gd,
    options::OPT__SLASH_Gr,
    options::OPT__SLASH_Gv,
    options::OPT__SLASH_Gz,
};

bool isKept(const llvm::opt::Arg& argument) {
  const unsigned id = argument.getOption().getID();
  return std::find(std::begin(kKept), std::end(kKept), id) != std::end(kKept);
}

llvm::opt::InputArgList parse(llvm::ArrayRef<std::string> arguments, CommandDialect dialect,
                              std::vector<const char*>& storage) {
  storage.clear();
  for (const std::string& argument : arguments) storage.push_back(argument.c_str());
  unsigned missingIndex = 0;
  unsigned missingCount = 0;
  const unsigned visibility = dialect == CommandDialect::Cl ? options::CLOption : options::ClangOption;
  return clang::driver::getDriverOptTable().ParseArgs(storage, missingIndex, missingCount,
                                                      llvm::opt::Visibility(visibility));
}

void appendAsWritten(const llvm::opt::Arg& argument, const llvm::opt::ArgList& list, std::vector<std::string>& out) {
  llvm::opt::ArgStringList pieces;
  (argument.getAlias() != nullptr ? *argument.getAlias() : argument).render(list, pieces);
  out.insert(out.end(), pieces.begin(), pieces.end());
}

// The arguments that /clang: passes on to the other dialect.
std::vector<std::string> passedOn(const llvm::opt::ArgList& list) {
  return list.getAllArgValues(options::OPT__SLASH_clang);
}

Architecture architectureOfTriple(llvm::StringRef name) {
  const llvm::Triple triple(name);
  if (triple.isAArch64()) return Architecture::Arm64;
  if (triple.isARM() || triple.isThumb()) return Architecture::Arm;
  return triple.isArch32Bit() ? Architecture::X86 : Architecture::X64;
}

std::string definedName(llvm::StringRef definition) { return definition.split('=').first.str(); }

// The option that names the language, where the file's extension does not: Clang reads FOO.C as C++.
std::vector<std::string> languageOption(const CompileCommand& command) {
  const llvm::StringRef extension = llvm::sys::path::extension(command.file);
  const std::string lower = extension.lower();
  const bool isCl = command.dialect == CommandDialect::Cl;
  if (extension == lower) return {};
  if (lower == ".c") return isCl ? std::vector<std::string>{"/TC"} : std::vector<std::string>{"-x", "c"};
  return isCl ? std::vector<std::string>{"/TP"} : std::vector<std::string>{"-x", "c++"};
}

}  // namespace

Architecture architectureOf(const CompileCommand& command) {
  std::vector<const char*> storage;
  const llvm::opt::InputArgList list = parse(command.arguments, command.dialect, storage);
  if (const llvm::opt::Arg* last = list.getLastArg(options::OPT_target)) return architectureOfTriple(last->getValue());
  if (const llvm::opt::Arg* last = list.getLastArg(options::OPT_m32, options::OPT_m64)) {
    return last->getOption().matches(options::OPT_m32) ? Architecture::X86 : Architecture::X64;
  }
  for (const std::string& definition : list.getAllArgValues(options::OPT_D)) {
    const std::string name = definedName(definition);
    if (name == "_X86_" || name == "_M_IX86") return Architecture::X86;
    if (name == "_ARM64_" || name == "_M_ARM64") return Architecture::Arm64;
    if (name == "_ARM_" || name == "_M_ARM") return Architecture::Arm;
  }
  return Architecture::X64;
}

std::string_view targetTriple(Architecture architecture) {
  switch (architecture) {
    case Architecture::X86: return "i686-pc-windows-msvc";
    case Architecture::Arm64: return "aarch64-pc-windows-msvc";
    case Architecture::Arm: return "thumbv7-pc-windows-msvc";
    case Architecture::X64: break;
  }
  return "x86_64-pc-windows-msvc";
}

std::vector<std::string> parserArguments(const CompileCommand& command) {
  std::vector<const char*> storage;
  const llvm::opt::InputArgList list = parse(command.arguments, command.dialect, storage);
  std::vector<std::string> kept;
  for (const llvm::opt::Arg* argument : list) {
    if (isKept(*argument)) appendAsWritten(*argument, list, kept);
    if (argument->getOption().matches(options::OPT__SLASH_Tc)) kept.emplace_back("/TC");
    if (argument->getOption().matches(options::OPT__SLASH_Tp)) kept.emplace_back("/TP");
  }
  if (command.dialect == CommandDialect::Cl) {
    CompileCommand inner;
    inner.arguments = passedOn(list);
    for (const std::string& argument : parserArguments(inner)) kept.push_back("/clang:" + argument);
  }
  return kept;
}

std::vector<std::string> disabledWarnings(const CompileCommand& command) {
  if (command.dialect != CommandDialect::Cl) return {};
  std::vector<const char*> storage;
  return parse(command.arguments, command.dialect, storage).getAllArgValues(options::OPT__SLASH_wd);
}

std::vector<std::string> driverCommandLine(const CompileCommand& command) {
  const bool isCl = command.dialect == CommandDialect::Cl;
  std::vector<std::string> line = {"clang", isCl ? "--driver-mode=cl" : "--driver-mode=gcc",
                                   "--target=" + std::string(targetTriple(architectureOf(command)))};
  const auto append = [&](std::vector<std::string> arguments) {
    line.insert(line.end(), std::make_move_iterator(arguments.begin()), std::make_move_iterator(arguments.end()));
  };
  append(languageOption(command));
  append(parserArguments(command));
  append(isCl ? std::vector<std::string>{"/X", "-nobuiltininc", "/clang:-fgnuc-version=4.2.1", "/c"}
              : std::vector<std::string>{"-nostdlibinc", "-nobuiltininc", "-fgnuc-version=4.2.1", "-fms-extensions",
                                         "-fms-compatibility", "-c"});
  append({"--", command.file});
  return line;
}

}  // namespace irqlint
