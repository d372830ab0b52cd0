// Files in memory, for tests of what reads projects.
#pragma once

#include <string>
#include <vector>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/project/FileFinder.h"

namespace irqlint::test {

class ProjectFiles {
 public:
  void add(const std::string& path, llvm::StringRef text) {
    disk.addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  }

  // Sources whose text does not matter.
  void addSources(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) add(path, "");
  }

  llvm::vfs::InMemoryFileSystem disk;
  FileFinder finder{disk};  // sees what was added before it is first used
};

// A project file around `body`.
inline std::string projectText(const std::string& body) {
  return R"(<Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">)" + body + "</Project>";
}

// A kernel-mode project with these items and settings.
inline std::string driverText(const std::string& body, const std::string& type = "Driver") {
  return projectText(R"(<PropertyGroup><PlatformToolset>WindowsKernelModeDriver10.0</PlatformToolset>
    <ConfigurationType>)" +
                     type + R"(</ConfigurationType><TargetVersion>Windows10</TargetVersion></PropertyGroup>
    <Import Project="$(VCTargetsPath)\Microsoft.Cpp.Default.props"/>
    <Import Project="$(VCTargetsPath)\Microsoft.Cpp.props"/>)" +
                     body + R"(<Import Project="$(VCTargetsPath)\Microsoft.Cpp.targets"/>)");
}

inline std::string toUtf16(llvm::StringRef text) {
  std::string bytes = "\xff\xfe";
  for (const char c : text) bytes += {c, '\0'};
  return bytes;
}

}  // namespace irqlint::test
