#include "analyzer/project/WdkHeaders.h"

#include <algorithm>

#include <llvm/ADT/SmallString.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/VersionTuple.h>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr const char* kWdkPackage = "microsoft.windows.wdk.";
constexpr const char* kSdkPackage = "microsoft.windows.sdk.cpp";

llvm::VersionTuple versionOf(llvm::StringRef name) {
  llvm::VersionTuple version;
  version.tryParse(name.drop_while([](char c) { return !llvm::isDigit(c); }));
  return version;
}

bool isNewer(const std::string& a, const std::string& b) {
  const llvm::VersionTuple versionA = versionOf(a);
  const llvm::VersionTuple versionB = versionOf(b);
  return versionA == versionB ? a < b : versionB < versionA;
}

// The folders of `parent` whose name `isWanted`, the newest first.
template <typename Predicate>
std::vector<std::string> newestFirst(const std::string& parent, FileFinder& files, Predicate isWanted) {
  std::vector<std::string> found;
  for (const std::string& name : files.list(parent).folders) {
    if (isWanted(llvm::StringRef(name))) found.push_back(name);
  }
  std::sort(found.begin(), found.end(), isNewer);
  for (std::string& name : found) name = normalizedPath(name, parent);
  return found;
}

bool holds(const std::string& folder, const char* file, FileFinder& files) {
  return files.findFile(normalizedPath(file, folder)).has_value();
}

std::string nameOf(const std::string& folder) { return folder.substr(folder.rfind('/') + 1); }

// "Include/10.0.26100.0": the kernel's headers in km.
std::optional<WdkHeaders> versionFolder(const std::string& folder, FileFinder& files) {
  if (!holds(folder, "km/wdm.h", files)) return std::nullopt;
  WdkHeaders wdk;
  wdk.folder = folder;
  if (versionOf(nameOf(folder)).getMajor() >= 10) wdk.version = nameOf(folder);
  for (const std::string& place : {normalizedPath("wdf", folder), normalizedPath("../wdf", folder)})
    if (wdk.frameworks.empty()) wdk.frameworks = files.findFolder(place).value_or("");
  return wdk;
}

// "inc" of a WDK 7.
std::optional<WdkHeaders> oldFolder(const std::string& folder, FileFinder& files) {
  if (!holds(folder, "ddk/wdm.h", files) || !holds(folder, "api/ntstatus.h", files)) return std::nullopt;
  WdkHeaders wdk;
  wdk.folder = folder;
  wdk.frameworks = files.findFolder(normalizedPath("wdf", folder)).value_or("");
  return wdk;
}

// A folder of versions, or one version itself.
std::optional<WdkHeaders> includeFolder(const std::string& folder, FileFinder& files) {
  if (auto wdk = versionFolder(folder, files)) return wdk;
  if (auto wdk = oldFolder(folder, files)) return wdk;
  for (const std::string& version :
       newestFirst(folder, files, [](auto name) { return versionOf(name).getMajor() != 0; }))
    if (auto wdk = versionFolder(version, files)) return wdk;
  return std::nullopt;
}

// The folder that holds "shared" in a package of the SDK beside the WDK's.
std::string sdkBeside(const std::string& packages, FileFinder& files) {
  const auto isSdk = [](llvm::StringRef name) {
    return name.lower() == kSdkPackage ||
           (name.starts_with_insensitive(kSdkPackage) && name.size() > 26 && llvm::isDigit(name[26]));
  };
  for (const std::string& package : newestFirst(packages, files, isSdk)) {
    std::vector<std::string> roots{package};
    const auto versions = newestFirst(package, files, [](auto name) { return llvm::isDigit(name.front()); });
    roots.insert(roots.end(), versions.begin(), versions.end());
    for (const std::string& root : roots) {
      const auto include = files.findFolder(normalizedPath("c/Include", root));
      if (!include) continue;
      for (const std::string& version : newestFirst(*include, files, [](auto) { return true; }))
        if (files.findFolder(normalizedPath("shared", version))) return version;
    }
  }
  return "";
}

// A folder of unpacked packages: "Microsoft.Windows.WDK.x64.10.0.26100.1" or "microsoft.windows.wdk.x64/10.0.26100.1".
std::optional<WdkHeaders> packageFolder(const std::string& packages, FileFinder& files) {
  const auto isWdk = [](llvm::StringRef name) { return name.starts_with_insensitive(kWdkPackage); };
  for (const std::string& package : newestFirst(packages, files, isWdk)) {
    std::vector<std::string> roots{package};
    const auto versions = newestFirst(package, files, [](auto name) { return llvm::isDigit(name.front()); });
    roots.insert(roots.end(), versions.begin(), versions.end());
    for (const std::string& root : roots) {
      const auto include = files.findFolder(normalizedPath("c/Include", root));
      if (!include) continue;
      auto wdk = includeFolder(*include, files);
      if (!wdk) continue;
      wdk->sdk = sdkBeside(packages, files);
      return wdk;
    }
  }
  return std::nullopt;
}

std::string environment(const char* name) {
  const auto value = llvm::sys::Process::GetEnv(name);
  return value ? *value : "";
}

}  // namespace

std::vector<std::string> WdkHeaders::includePath(int kmdfMinor, FileFinder& files) const {
  std::vector<std::string> wanted;
  if (kmdfMinor > 0 && !frameworks.empty()) {
    const std::string kmdf = frameworks + "/kmdf";
    const std::string exact = kmdf + "/1." + std::to_string(kmdfMinor);
    if (const auto found = files.findFolder(exact)) {
      wanted.push_back(*found);
    } else if (const auto any = newestFirst(kmdf, files, [](auto name) { return versionOf(name).getMajor() == 1; });
               !any.empty()) {
      wanted.push_back(any.front());
    }
  }
  for (const char* part : {"km", "shared", "km/crt", "ddk", "api", "crt", "ucrt", "um"})
    for (const std::string& base : {folder, sdk})
      if (!base.empty()) wanted.push_back(base + "/" + part);
  std::vector<std::string> path;
  for (const std::string& name : wanted) {
    const auto found = files.findFolder(name);
    if (found && std::find(path.begin(), path.end(), *found) == path.end()) path.push_back(*found);
  }
  return path;
}

std::optional<WdkHeaders> wdkIn(const std::string& place, FileFinder& files) {
  const auto folder = files.findFolder(place);
  if (!folder) return std::nullopt;
  for (const std::string& candidate : {*folder, *folder + "/Include", *folder + "/c/Include", *folder + "/inc"}) {
    const auto include = files.findFolder(candidate);
    if (!include) continue;
    auto wdk = includeFolder(*include, files);
    if (!wdk) continue;
    // A package's own folder: the SDK is in the one beside it.
    if (!files.findFolder(wdk->folder + "/shared")) wdk->sdk = sdkBeside(parentPath(*folder), files);
    return wdk;
  }
  return packageFolder(*folder, files);
}

std::optional<WdkHeaders> findWdk(const std::vector<std::string>& projectFolders, FileFinder& files) {
  std::vector<std::string> places;
  places.reserve(projectFolders.size());
  for (const std::string& folder : projectFolders) places.push_back(folder + "/packages");
  places.push_back(environment("WDKContentRoot"));
  places.push_back(environment("NUGET_PACKAGES"));
  for (const char* home : {"USERPROFILE", "HOME"})
    if (const std::string folder = environment(home); !folder.empty()) places.push_back(folder + "/.nuget/packages");
  for (const char* programs : {"ProgramFiles(x86)", "ProgramFiles"}) {
    const std::string folder = environment(programs);
    if (folder.empty()) continue;
    places.push_back(folder + "/Windows Kits/10");
    places.push_back(folder + "/Windows Kits/8.1");
  }
  for (const std::string& place : places) {
    if (place.empty()) continue;
    if (auto wdk = wdkIn(normalizedPath(place, ""), files)) return wdk;
  }
  return std::nullopt;
}

}  // namespace irqlint
