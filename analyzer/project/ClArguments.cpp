#include "analyzer/project/ClArguments.h"

#include <algorithm>
#include <set>

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

#include "analyzer/project/CommandLine.h"
#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

std::string macroName(llvm::StringRef macro) {
  return macro.take_until([](char c) { return c == '=' || c == '#'; }).str();
}

bool defines(const std::vector<std::string>& macros, const std::string& macro) {
  const std::string name = macroName(macro);
  return std::any_of(macros.begin(), macros.end(), [&](const auto& other) { return macroName(other) == name; });
}

// A quote in a project is part of the value; some write it for the command line, as \"text\".
std::string withoutEscapes(llvm::StringRef macro) {
  std::string text;
  for (std::size_t i = 0; i < macro.size(); ++i) {
    const bool escapesQuote = macro[i] == '\\' && i + 1 < macro.size() && macro[i + 1] == '"';
    if (!escapesQuote) text += macro[i];
  }
  return text;
}

// The value of a language's switch: "stdcpp17" -> "/std:c++17".
std::string standardOption(llvm::StringRef value) {
  if (value.consume_front_insensitive("stdcpp")) return "/std:c++" + value.lower();
  if (value.starts_with_insensitive("stdc")) return "/std:" + value.drop_front(3).lower();
  return "";
}

bool isCFile(llvm::StringRef file, llvm::StringRef compileAs) {
  if (compileAs.equals_insensitive("CompileAsC")) return true;
  return !compileAs.equals_insensitive("CompileAsCpp") && file.ends_with_insensitive(".c");
}

class ClCommandBuilder {
 public:
  ClCommandBuilder(const PropertyMap& metadata, const ClSettings& settings, FileFinder& files)
      : metadata_(metadata), settings_(settings), files_(files) {}

  CompileCommand build(const std::string& file) {
    CompileCommand command{file, settings_.folder, {}, CommandDialect::Cl, settings_.name};
    arguments_ = &command.arguments;
    if (settings_.isKernel) add("/kernel");
    addLanguage(file);
    for (const std::string& number : splitList(valueOf(metadata_, "DisableSpecificWarnings"))) addDisabled(number);
    addMacros();
    addIncludes();
    for (const std::string& name : splitList(valueOf(metadata_, "ForcedIncludeFiles"))) addForced(name);
    return command;
  }

 private:
  void add(std::string argument) { arguments_->push_back(std::move(argument)); }

  void addDisabled(llvm::StringRef number) {
    if (!number.empty() && llvm::all_of(number, llvm::isDigit)) add("/wd" + number.str());
  }

  void addLanguage(const std::string& file) {
    const std::string compileAs = valueOf(metadata_, "CompileAs");
    const bool isC = isCFile(file, compileAs);
    if (llvm::StringRef(compileAs).starts_with_insensitive("CompileAs")) add(isC ? "/TC" : "/TP");
    const std::string standard = standardOption(valueOf(metadata_, isC ? "LanguageStandard_C" : "LanguageStandard"));
    if (!standard.empty()) add(standard);
    const std::string alignment = valueOf(metadata_, "StructMemberAlignment");
    const llvm::StringRef digits = llvm::StringRef(alignment).drop_while([](char c) { return c < '0' || c > '9'; });
    if (!digits.empty()) add("/Zp" + digits.take_while([](char c) { return c >= '0' && c <= '9'; }).str());
    addOptions();
  }

  // Options that have no property of their own; what they mean is the frontend's affair.
  void addOptions() {
    for (std::string& option : splitCommand("cl " + valueOf(metadata_, "AdditionalOptions"))) {
      const bool isOption = option.size() > 1 && (option[0] == '/' || option[0] == '-');
      if (!isOption || option.find("%(") != std::string::npos) continue;
      const llvm::StringRef name = llvm::StringRef(option).drop_front();
      if (name.starts_with("I") && name.size() > 1)
        own_.push_back(name.drop_front().str());
      else if (name.starts_with("D") && name.size() > 1)
        defined_.push_back(name.drop_front().str());
      else if (name != "kernel" && !name.starts_with("Y") && !name.starts_with("F"))
        add(std::move(option));
    }
  }

  void addMacros() {
    std::vector<std::string> macros;
    for (const std::string& macro : splitList(valueOf(metadata_, "PreprocessorDefinitions")))
      macros.push_back(withoutEscapes(macro));
    macros.insert(macros.end(), defined_.begin(), defined_.end());
    std::vector<std::string> removed = splitList(valueOf(metadata_, "UndefinePreprocessorDefinitions"));
    const auto isRemoved = [&](const std::string& macro) { return defines(removed, macro); };
    std::set<std::string> named;
    std::vector<std::string> last;  // of two definitions the last one stands
    for (auto macro = macros.rbegin(); macro != macros.rend(); ++macro)
      if (!macroName(*macro).empty() && named.insert(macroName(*macro)).second) last.push_back(*macro);
    for (const std::string& macro : settings_.macros)
      if (!named.contains(macroName(macro)) && !isRemoved(macro)) add("/D" + macro);
    for (auto macro = last.rbegin(); macro != last.rend(); ++macro) add("/D" + *macro);
    for (const std::string& name : removed) add("/U" + name);
  }

  void addIncludes() {
    std::vector<std::string> folders;
    for (const std::string& name : splitList(valueOf(metadata_, "AdditionalIncludeDirectories")))
      addIncludeFolder(name, settings_.folder, files_, folders);
    for (const std::string& name : own_) addIncludeFolder(name, settings_.folder, files_, folders);
    for (const std::string& name : splitList(valueOf(settings_.project.properties, "IncludePath")))
      addIncludeFolder(name, settings_.folder, files_, folders);
    // A precompiled header is found by name, wherever the source that names it lies.
    if (llvm::StringRef(valueOf(metadata_, "PrecompiledHeader")).equals_insensitive("Use"))
      addIncludeFolder(".", settings_.folder, files_, folders);
    for (const std::string& folder : folders) add("/I" + folder);
    for (const std::string& folder : settings_.wdkFolders)
      if (std::find(folders.begin(), folders.end(), folder) == folders.end()) add("/imsvc" + folder);
  }

  // As named, unless the project's folder has it.
  void addForced(const std::string& name) {
    const auto file = files_.findFile(normalizedPath(name, settings_.folder));
    add("/FI" + file.value_or(name));
  }

  const PropertyMap& metadata_;
  const ClSettings& settings_;
  FileFinder& files_;
  std::vector<std::string>* arguments_ = nullptr;
  std::vector<std::string> own_;      // include folders among the additional options
  std::vector<std::string> defined_;  // macros among them
};

}  // namespace

CompileCommand clCommand(const std::string& file, const PropertyMap& metadata, const ClSettings& settings,
                         FileFinder& files) {
  return ClCommandBuilder(metadata, settings, files).build(file);
}

void addIncludeFolder(const std::string& name, const std::string& base, FileFinder& files,
                      std::vector<std::string>& folders) {
  const llvm::StringRef trimmed = llvm::StringRef(name).trim().trim('"');
  if (trimmed.empty()) return;
  const auto found = files.findFolder(normalizedPath(trimmed, base));
  if (found && std::find(folders.begin(), folders.end(), *found) == folders.end()) folders.push_back(*found);
}

}  // namespace irqlint
