// A real WDK on this machine, in the places where it is installed or unpacked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/project/FileFinder.h"

namespace irqlint {

struct WdkHeaders {
  std::string folder;      // holds km, shared, ...; of a WDK 7, inc
  std::string version;     // "10.0.26100.0"; "" where the folder does not say it
  std::string sdk;         // shared and um of another package; "" if they are in `folder`
  std::string frameworks;  // the folder of the frameworks' headers, "wdf"; "" if there is none

  // The include path of a kernel-mode unit that is built with this version of KMDF (0: with none).
  std::vector<std::string> includePath(int kmdfMinor, FileFinder& files) const;
};

// The newest WDK in `place`: an installation, its Include folder, one version of it, or an unpacked NuGet package or
// folder of packages. None if there is none.
std::optional<WdkHeaders> wdkIn(const std::string& place, FileFinder& files);

// The WDK to use for a project: unpacked packages of the project or its user, else the usual places.
std::optional<WdkHeaders> findWdk(const std::vector<std::string>& projectFolders, FileFinder& files);

}  // namespace irqlint
