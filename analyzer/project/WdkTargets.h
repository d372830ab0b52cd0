// What the WDK's own build files make of a project's choices: properties, macros, and whether it is kernel-mode code.
#pragma once

#include <string>
#include <vector>

#include "analyzer/project/MsBuildProject.h"
#include "analyzer/project/WdkHeaders.h"

namespace irqlint {

// Properties that the build tools define before the project is read.
PropertyMap toolsetProperties(const WdkHeaders* wdk);

// The minor version of KMDF that the project is built with; 0 if it is no KMDF driver.
int kmdfMinor(const PropertyMap& properties);

// The macros of a kernel-mode unit, "NAME" or "NAME=VALUE".
std::vector<std::string> wdkMacros(const PropertyMap& properties);

// The macros of the processor that a platform names: x64, Win32, ARM64, ARM.
std::vector<std::string> platformMacros(const std::string& platform);

// The macros of a Windows version as the WDK writes it (0x0A00, 0x0601) and of NTDDI_VERSION, which may be a name.
std::vector<std::string> versionMacros(const std::string& windows, const std::string& ntddi);

enum class ProjectKind { KernelDriver, KernelLibrary, Library, Other };

struct Classification {
  ProjectKind kind = ProjectKind::Other;
  std::string description;  // "KMDF driver"; of Other, why it is left out: "user mode: application"
};

Classification classify(const MsBuildProject& project);

}  // namespace irqlint
