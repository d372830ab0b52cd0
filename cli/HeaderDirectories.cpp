#include "cli/HeaderDirectories.h"

#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

namespace fs = llvm::sys::fs;

// Where distributions install mingw-w64's headers.
constexpr const char* kUsualPlaces[] = {
    "/usr/share/mingw-w64/include",
    "/usr/x86_64-w64-mingw32/sys-root/mingw/include",
    "/usr/x86_64-w64-mingw32/include",
    "/opt/homebrew/opt/mingw-w64/toolchain-x86_64/x86_64-w64-mingw32/include",
    "/usr/local/opt/mingw-w64/toolchain-x86_64/x86_64-w64-mingw32/include",
};

std::string absolute(const std::string& path) {
  llvm::SmallString<256> name(path);
  // Without a current folder the path stays as it is.
  if (fs::make_absolute(name)) return path;
  return normalizedPath(name.str(), "");
}

// `folder`, its kernel headers first.
void append(const std::string& folder, std::vector<std::string>& directories) {
  if (fs::is_directory(folder + "/ddk")) directories.push_back(folder + "/ddk");
  directories.push_back(folder);
}

}  // namespace

Result<std::string> headerKit(const ProjectOptions& options) {
  std::string folder = options.headerKit;
  if (folder.empty()) {
    static int anchor;  // an address inside the program, by which some systems find its file
    const std::string program = fs::getMainExecutable(nullptr, &anchor);
    folder = parentPath(parentPath(absolute(program))) + "/share/irqlint/headers";
  }
  folder = absolute(folder);
  if (fs::is_directory(folder)) return folder;
  return Error("the tool's own headers are not in '" + folder +
               "'; install them there or name their folder with --headers");
}

Result<std::vector<std::string>> fallbackHeaders(const ProjectOptions& options) {
  std::vector<std::string> directories;
  if (!options.useFallbackHeaders) return directories;
  for (const std::string& folder : options.ddk) {
    if (!fs::is_directory(folder)) return Error("--ddk: '" + folder + "' is no folder");
    append(absolute(folder), directories);
  }
  if (!options.ddk.empty()) return directories;
  for (const char* folder : kUsualPlaces) {
    if (!fs::is_directory(std::string(folder) + "/ddk")) continue;
    append(folder, directories);
    break;
  }
  return directories;
}

}  // namespace irqlint
