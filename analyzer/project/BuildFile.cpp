#include "analyzer/project/BuildFile.h"

#include <algorithm>
#include <set>

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

#include "analyzer/project/ArgumentFilter.h"
#include "analyzer/project/ClArguments.h"
#include "analyzer/project/CommandLine.h"
#include "analyzer/project/Makefile.h"
#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr std::size_t kMaxDirs = 2000;

// The processor's name in an old WDK.
std::string processor(llvm::StringRef platform) {
  if (platform.equals_insensitive("Win32") || platform.equals_insensitive("x86")) return "I386";
  if (platform.equals_insensitive("ARM64")) return "ARM64";
  return platform.equals_insensitive("ARM") ? "ARM" : "AMD64";
}

// What the build environment of a WDK 7 sets for its newest system.
PropertyMap environment(const BuildFileRequest& request) {
  const bool isDebug = llvm::StringRef(request.choice.configuration).contains_insensitive("Debug");
  const std::string cpu = processor(request.choice.platform);
  PropertyMap macros{{"BASEDIR", ""},
                     {"O", "obj"},
                     {"TARGET_DIRECTORY", "obj"},
                     {"DDKBUILDENV", isDebug ? "chk" : "fre"},
                     {"BUILD_ALT_DIR", isDebug ? "chk" : "fre"},
                     {"FREEBUILD", isDebug ? "0" : "1"},
                     {"DDK_TARGET_OS", "Win7"},
                     {"_NT_TARGET_VERSION", "0x601"},
                     {"_NT_TARGET_VERSION_WIN7", "0x601"},
                     {"_NT_TARGET_VERSION_VISTA", "0x600"},
                     {"_NT_TARGET_VERSION_WLH", "0x600"},
                     {"_NT_TARGET_VERSION_WS03", "0x502"},
                     {"_NT_TARGET_VERSION_WINXP", "0x501"},
                     {"_NT_TARGET_VERSION_WIN2K", "0x500"},
                     {"_BUILDARCH", cpu == "I386" ? "x86" : cpu},
                     {"TARGET_CPU", llvm::StringRef(cpu).lower()},
                     {"386", cpu == "I386" ? "1" : "0"},
                     {"AMD64", cpu == "AMD64" ? "1" : "0"},
                     {"IA64", "0"},
                     {"ARM64", cpu == "ARM64" ? "1" : "0"}};
  macros[cpu == "AMD64" ? "_AMD64_" : cpu == "I386" ? "_X86_" : "_ARM64_"] = "1";
  if (request.wdk) {
    macros["DDK_INC_PATH"] = request.wdk->folder + "/ddk";
    macros["WDM_INC_PATH"] = request.wdk->folder + "/ddk";
    macros["SDK_INC_PATH"] = request.wdk->folder + "/api";
    macros["CRT_INC_PATH"] = request.wdk->folder + "/crt";
  }
  return macros;
}

std::vector<std::string> words(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef, 16> parts;
  llvm::SplitString(text, parts, " \t\r\n;");
  std::vector<std::string> found;
  for (const llvm::StringRef part : parts) found.push_back(part.trim('"').str());
  return found;
}

class SourcesReader {
 public:
  SourcesReader(const BuildFileRequest& request, Makefile makefile, FileFinder& files)
      : request_(request), folder_(parentPath(request.file)), makefile_(std::move(makefile)), files_(files) {}

  VcxProject read() {
    Driver& driver = result_.driver;
    driver.projectFile = request_.file;
    driver.name = makefile_.expanded("TARGETNAME");
    if (driver.name.empty()) driver.name = folder_.substr(folder_.rfind('/') + 1);
    driver.notes = makefile_.problems;
    classify();
    driver.description =
        result_.classification.description + ", " + request_.choice.configuration + "|" + request_.choice.platform;
    result_.output = llvm::StringRef(driver.name).lower();
    const ProjectKind kind = result_.classification.kind;
    if (kind == ProjectKind::KernelLibrary || kind == ProjectKind::Library) result_.output += ".lib";
    for (const char* macro : {"TARGETLIBS", "LINKLIBS"})
      for (const std::string& library : words(makefile_.expanded(macro)))
        result_.libraries.push_back(llvm::StringRef(library.substr(library.find_last_of("\\/") + 1)).lower());
    if (kind != ProjectKind::Other) readUnits();
    return std::move(result_);
  }

 private:
  void classify() {
    const std::string type = llvm::StringRef(makefile_.expanded("TARGETTYPE")).trim().upper();
    const bool isKmdf =
        !makefile_.expanded("KMDF_VERSION").empty() || !makefile_.expanded("KMDF_VERSION_MAJOR").empty();
    const bool isUserMode = !makefile_.expanded("UMTYPE").empty() || !makefile_.expanded("UMDF_VERSION").empty() ||
                            !makefile_.expanded("UMDF_VERSION_MAJOR").empty();
    Classification& result = result_.classification;
    if (type == "DRIVER" || type == "EXPORT_DRIVER" || type == "GDI_DRIVER" || type == "MINIPORT" || type == "HAL") {
      result = {ProjectKind::KernelDriver, isKmdf ? "KMDF driver" : "WDM driver"};
    } else if (type == "DRIVER_LIBRARY" || (type == "LIBRARY" && !isUserMode)) {
      result = {ProjectKind::KernelLibrary, "static library"};
    } else if (type == "NOTARGET" || type.empty()) {
      result = {ProjectKind::Other, "compiles nothing: its TARGETTYPE is '" + type + "'"};
    } else {
      result = {ProjectKind::Other, "user mode: " + llvm::StringRef(type).lower()};
    }
  }

  std::vector<std::string> macros() {
    const bool isOldWindows = makefile_.expanded("_NT_TARGET_VERSION").empty();
    std::string windows = isOldWindows ? "0x601" : makefile_.expanded("_NT_TARGET_VERSION");
    unsigned version = 0;
    if (llvm::StringRef(windows).trim().getAsInteger(0, version)) version = 0x601;
    windows = "0x0" + llvm::utohexstr(version);
    std::vector<std::string> all = platformMacros(request_.choice.platform);
    const auto append = [&](const std::vector<std::string>& more) { all.insert(all.end(), more.begin(), more.end()); };
    append({"_KERNEL_MODE=1", "STD_CALL", "CONDITION_HANDLING=1", "NT_INST=0", "WIN32=100", "_NT1X_=100"});
    append(versionMacros(windows, windows + "0000"));
    append({"_WIN32_IE=0x0800", "WIN32_LEAN_AND_MEAN=1", "DEVL=1", "__BUILDMACHINE__=WinDDK"});
    if (llvm::StringRef(request_.choice.configuration).contains_insensitive("Debug"))
      append({"DBG=1"});
    else
      append({"NDEBUG"});
    if (const int minor = frameworkMinor(); minor != 0)
      append({"KMDF_VERSION_MAJOR=1", "KMDF_VERSION_MINOR=" + std::to_string(minor)});
    return all;
  }

  int frameworkMinor() const {
    if (result_.classification.description != "KMDF driver") return 0;
    int minor = 9;  // of the last WDK that reads these files
    const std::string written = makefile_.expanded("KMDF_VERSION_MINOR");
    return llvm::StringRef(written).trim().getAsInteger(10, minor) ? 9 : minor;
  }

  // The compiler's options of C_DEFINES and USER_C_FLAGS, and the folders of INCLUDES, as a project has them.
  PropertyMap metadata() const {
    PropertyMap values;
    std::string& options = values["AdditionalOptions"];
    for (const char* macro : {"C_DEFINES", "USER_C_FLAGS", "C_COMMON_FLAGS", "386_FLAGS", "AMD64_FLAGS"}) {
      const bool isOther = llvm::StringRef(macro).ends_with("_FLAGS") && llvm::isDigit(macro[0]) &&
                           processor(request_.choice.platform) != "I386";
      if (!isOther) options += makefile_.expanded(macro) + " ";
    }
    values["AdditionalIncludeDirectories"] = makefile_.expanded("INCLUDES");
    if (!makefile_.expanded("PRECOMPILED_INCLUDE").empty()) values["PrecompiledHeader"] = "Use";
    return values;
  }

  void readUnits() {
    static const MsBuildProject none;
    const ClSettings settings{
        .project = none,
        .folder = folder_,
        .macros = macros(),
        .wdkFolders = request_.wdk ? request_.wdk->includePath(frameworkMinor(), files_) : std::vector<std::string>(),
        .isKernel = true};
    const PropertyMap values = metadata();
    const std::string cpu = processor(request_.choice.platform);
    std::vector<std::string> names = words(makefile_.expanded("SOURCES"));
    for (const std::string& name : words(makefile_.expanded(cpu + "_SOURCES"))) names.push_back(name);
    std::set<std::string> seen;
    for (const std::string& name : names) {
      if (!isSourceName(name)) continue;  // resources, assembler, message files
      const auto file = locate(name, cpu);
      if (!file) {
        result_.driver.notes.push_back(request_.file + ": names '" + name + "', which does not exist");
      } else if (!request_.treeFolder.empty() && !isWithin(*file, request_.treeFolder)) {
        result_.driver.notes.push_back(request_.file + ": names '" + name + "', which is outside '" +
                                       request_.treeFolder + "', and is left out");
      } else if (seen.insert(*file).second) {
        result_.driver.commands.push_back(clCommand(*file, values, settings, files_));
      }
    }
    if (names.empty()) result_.classification = {ProjectKind::Other, "names no source file"};
  }

  // What one processor alone needs may lie in a folder of its name.
  std::optional<std::string> locate(const std::string& name, const std::string& cpu) {
    if (auto file = files_.findFile(normalizedPath(name, folder_))) return file;
    return files_.findFile(normalizedPath(name, folder_ + "/" + cpu));
  }

  const BuildFileRequest& request_;
  const std::string folder_;
  const Makefile makefile_;
  FileFinder& files_;
  VcxProject result_;
};

}  // namespace

Result<VcxProject> readSourcesFile(const BuildFileRequest& request, FileFinder& files) {
  Result<Makefile> makefile = readMakefile(request.file, environment(request), files);
  if (!makefile) return Error(makefile.error());
  return SourcesReader(request, *std::move(makefile), files).read();
}

std::vector<std::string> sourcesOfDirs(const std::string& file, const std::string& treeFolder, FileFinder& files,
                                       std::vector<std::string>& problems) {
  std::vector<std::string> found;
  std::set<std::string> seen{file};
  std::vector<std::string> pending{file};
  for (std::size_t i = 0; i < pending.size() && i < kMaxDirs; ++i) {
    const std::string at = pending[i];
    const Result<Makefile> makefile = readMakefile(at, {}, files);
    if (!makefile) {
      problems.push_back(makefile.error().message());
      continue;
    }
    std::vector<std::string> names = words(makefile->expanded("DIRS"));
    for (const std::string& name : words(makefile->expanded("OPTIONAL_DIRS"))) names.push_back(name);
    const auto problem = [&](const std::string& reason) {
      std::string text = at;
      text += ": " + reason;
      problems.push_back(std::move(text));
    };
    for (const std::string& name : names) {
      // "folder{group}" and "folder{group} " name phases of the build.
      const std::string folder = normalizedPath(name.substr(0, name.find('{')), parentPath(at));
      if (!treeFolder.empty() && !isWithin(folder, treeFolder)) {
        problem("folder '" + name + "' leaves the source tree and is left out");
        continue;
      }
      const auto dirs = files.findFile(normalizedPath("dirs", folder));
      const auto sources = files.findFile(normalizedPath("sources", folder));
      if (dirs && seen.insert(*dirs).second) pending.push_back(*dirs);
      if (sources && seen.insert(*sources).second) found.push_back(*sources);
      if (!dirs && !sources) problem("folder '" + name + "' holds neither 'sources' nor 'dirs'");
    }
  }
  return found;
}

}  // namespace irqlint
