#include "analyzer/project/WdkTargets.h"

#include <algorithm>
#include <array>

#include <llvm/ADT/StringRef.h>

namespace irqlint {
namespace {

struct WindowsVersion {
  const char* names[4];  // values of TargetVersion
  const char* version;   // _WIN32_WINNT
  const char* ntddi;
  int kmdfMinor;  // where the project does not say it
};

// In each entry the names of several generations of the WDK.
constexpr std::array<WindowsVersion, 7> kWindowsVersions{{
    {{"Windows10", "Windows11", "Win10", "10.0"}, "0x0A00", "0x0A000010", 15},
    {{"WindowsV6.3", "WinBlue", "Windows8.1", "Win8.1"}, "0x0603", "0x06030000", 11},
    {{"Windows8", "Win8", "WindowsV6.2", "6.2"}, "0x0602", "0x06020000", 11},
    {{"Windows7", "Win7", "WindowsV6.1", "6.1"}, "0x0601", "0x06010000", 9},
    {{"Vista", "WindowsVista", "WLH", "6.0"}, "0x0600", "0x06000000", 7},
    {{"WS03", "WNET", "Windows2003", "5.2"}, "0x0502", "0x05020000", 5},
    {{"WinXP", "WXP", "WindowsXP", "5.1"}, "0x0501", "0x05010000", 5},
}};

// The newest: what a project gets that names none.
const WindowsVersion& windowsVersion(const PropertyMap& properties) {
  const std::string target = valueOf(properties, "TargetVersion");
  for (const WindowsVersion& version : kWindowsVersions)
    for (const char* name : version.names)
      if (llvm::StringRef(target).equals_insensitive(name)) return version;
  return kWindowsVersions.front();
}

bool isTrue(const PropertyMap& properties, const char* name) {
  return llvm::StringRef(valueOf(properties, name)).equals_insensitive("true");
}

// A checked build: said by UseDebugLibraries, else by the configuration's name.
bool isDebug(const PropertyMap& properties) {
  const std::string libraries = valueOf(properties, "UseDebugLibraries");
  if (!libraries.empty()) return isTrue(properties, "UseDebugLibraries");
  const llvm::StringRef configuration = properties.find(llvm::StringRef("Configuration")) == properties.end()
                                            ? llvm::StringRef()
                                            : properties.find(llvm::StringRef("Configuration"))->second;
  return configuration.contains_insensitive("Debug") || configuration.contains_insensitive("Checked");
}

bool isKmdf(const PropertyMap& properties) {
  return llvm::StringRef(valueOf(properties, "DriverType")).equals_insensitive("KMDF");
}

bool anyItemSays(const MsBuildProject& project, const char* metadata, llvm::StringRef part) {
  const auto says = [&](const PropertyMap& values) {
    return llvm::StringRef(valueOf(values, metadata)).contains_insensitive(part);
  };
  for (const char* type : {"ClCompile", "Link"}) {
    const auto definition = project.itemDefinitions.find(llvm::StringRef(type));
    if (definition != project.itemDefinitions.end() && says(definition->second)) return true;
  }
  return false;
}

// Signs of kernel-mode code in a project that is built without the WDK's own toolset.
bool looksLikeKernel(const MsBuildProject& project) {
  for (const char* library : {"ntoskrnl.lib", "wdmsec.lib", "fltmgr.lib", "ndis.lib", "wdfldr.lib", "hal.lib"})
    if (anyItemSays(project, "AdditionalDependencies", library)) return true;
  return anyItemSays(project, "AdditionalOptions", "/kernel") || anyItemSays(project, "AdditionalOptions", "-kernel") ||
         anyItemSays(project, "AdditionalOptions", "/driver") || anyItemSays(project, "SubSystem", "Native") ||
         anyItemSays(project, "Driver", "Driver") || anyItemSays(project, "Driver", "WDM") ||
         anyItemSays(project, "PreprocessorDefinitions", "_KERNEL_MODE") ||
         llvm::StringRef(valueOf(project.properties, "TargetExt")).equals_insensitive(".sys");
}

bool isSourceless(const MsBuildProject& project) {
  const auto sources = project.items.find(llvm::StringRef("ClCompile"));
  return sources == project.items.end() || sources->second.empty();
}

std::string userModeReason(llvm::StringRef type) {
  if (type.equals_insensitive("Application")) return "user mode: application";
  if (type.equals_insensitive("DynamicLibrary")) return "user mode: dynamic library";
  if (type.equals_insensitive("StaticLibrary")) return "user mode: static library";
  if (type.equals_insensitive("Makefile")) return "built by a makefile, which the project does not describe";
  return "no sign of kernel-mode code";
}

}  // namespace

PropertyMap toolsetProperties(const WdkHeaders* wdk) {
  PropertyMap properties{
      {"MSBuildToolsVersion", "Current"},
      {"MSBuildRuntimeType", "Full"},
      {"VisualStudioVersion", "17.0"},
      {"MSBuildVersion", "17.0"},
      {"OS", "Windows_NT"},
      {"BuildingInsideVisualStudio", ""},
      {"VCTargetsPath", "VCTargets"},
      {"TargetExt", ""},
      {"MinimumVisualStudioVersion", "17.0"},
      {"LatestTargetPlatformVersion", "10.0"},
      // Names by which projects compare versions.
      {"_NT_TARGET_VERSION", "0xA00"},
      {"_NT_TARGET_VERSION_VISTA", "0x600"},
      {"_NT_TARGET_VERSION_WIN7", "0x601"},
      {"_NT_TARGET_VERSION_WIN8", "0x602"},
      {"_NT_TARGET_VERSION_WINBLUE", "0x603"},
      {"_NT_TARGET_VERSION_WIN10", "0xA00"},
  };
  if (!wdk) return properties;
  for (const char* name : {"DDK_INC_PATH", "KM_IncludePath", "KIT_KM_INC_PATH"}) properties[name] = wdk->folder + "/km";
  const std::string sdk = wdk->sdk.empty() ? wdk->folder : wdk->sdk;
  for (const char* name : {"SDK_INC_PATH", "UM_IncludePath"}) properties[name] = sdk + "/um";
  for (const char* name : {"KIT_SHARED_IncludePath", "SHARED_INC_PATH"}) properties[name] = sdk + "/shared";
  properties["CRT_INC_PATH"] = wdk->folder + "/km/crt";
  return properties;
}

int kmdfMinor(const PropertyMap& properties) {
  if (!isKmdf(properties)) return 0;
  int minor = 0;
  if (!llvm::StringRef(valueOf(properties, "KMDF_VERSION_MINOR")).getAsInteger(10, minor) && minor > 0) return minor;
  return windowsVersion(properties).kmdfMinor;
}

std::vector<std::string> platformMacros(const std::string& platform) {
  const llvm::StringRef name = platform;
  if (name.equals_insensitive("ARM64") || name.equals_insensitive("ARM64EC")) return {"_WIN64", "_ARM64_", "ARM64"};
  if (name.equals_insensitive("ARM")) return {"_ARM_", "ARM"};
  if (name.equals_insensitive("Win32") || name.equals_insensitive("x86")) return {"_X86_=1", "i386=1"};
  return {"_WIN64", "_AMD64_", "AMD64"};
}

std::vector<std::string> versionMacros(const std::string& windows, const std::string& ntddi) {
  return {"_WIN32_WINNT=" + windows, "WINVER=" + windows, "WINNT=1", "NTDDI_VERSION=" + ntddi};
}

std::vector<std::string> wdkMacros(const PropertyMap& properties) {
  const WindowsVersion& windows = windowsVersion(properties);
  std::vector<std::string> macros = platformMacros(valueOf(properties, "Platform"));
  const auto append = [&](const std::vector<std::string>& more) {
    macros.insert(macros.end(), more.begin(), more.end());
  };
  append({"_KERNEL_MODE=1", "STD_CALL", "DEPRECATE_DDK_FUNCTIONS=1"});
  const std::string ntddi = valueOf(properties, "NTDDI_VERSION");
  append(versionMacros(windows.version, ntddi.empty() ? windows.ntddi : ntddi));
  if (isDebug(properties)) append({"DBG=1", "MSC_NOOPT"});
  if (isKmdf(properties)) {
    append({"KMDF_VERSION_MAJOR=1", "KMDF_VERSION_MINOR=" + std::to_string(kmdfMinor(properties))});
    const std::string minimum = valueOf(properties, "KMDF_MINIMUM_VERSION_REQUIRED");
    if (!minimum.empty()) append({"KMDF_MINIMUM_VERSION_REQUIRED=" + minimum});
  }
  for (const char* name :
       {"NETADAPTER_VERSION_MAJOR", "NETADAPTER_VERSION_MINOR", "NETADAPTER_MINIMUM_VERSION_REQUIRED"})
    if (const std::string value = valueOf(properties, name); !value.empty()) append({name + ("=" + value)});
  return macros;
}

Classification classify(const MsBuildProject& project) {
  const std::string toolset = valueOf(project.properties, "PlatformToolset");
  const std::string driver = valueOf(project.properties, "DriverType");
  const std::string configuration = valueOf(project.properties, "ConfigurationType");
  const llvm::StringRef type = configuration;
  const auto other = [](std::string reason) { return Classification{ProjectKind::Other, std::move(reason)}; };
  if (llvm::StringRef(driver).equals_insensitive("UMDF")) return other("user mode: UMDF driver");
  if (llvm::StringRef(driver).equals_insensitive("Package")) return other("driver package: holds no code");
  if (type.equals_insensitive("Utility")) return other("utility project: compiles nothing");
  if (llvm::StringRef(toolset).starts_with_insensitive("WindowsUserModeDriver")) return other("user mode: driver");
  const bool isForUserMode = llvm::StringRef(toolset).starts_with_insensitive("WindowsApplicationForDrivers");
  const bool isLibrary = type.equals_insensitive("StaticLibrary");
  const bool isKernel =
      !isForUserMode && (llvm::StringRef(toolset).starts_with_insensitive("WindowsKernelModeDriver") ||
                         (!driver.empty() && !type.equals_insensitive("Application")) ||
                         type.equals_insensitive("Driver") || looksLikeKernel(project));
  if (!isKernel && isLibrary) return {ProjectKind::Library, userModeReason(type)};
  if (!isKernel) return other(userModeReason(type));
  if (isSourceless(project)) return other("names no source file");
  if (isLibrary) return {ProjectKind::KernelLibrary, "static library"};
  const bool isPlain = driver.empty() || llvm::StringRef(driver).equals_insensitive("WDM");
  return {ProjectKind::KernelDriver, (isPlain ? "WDM" : driver) + " driver"};
}

}  // namespace irqlint
