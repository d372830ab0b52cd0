// Sources that no project describes: kernel-mode code is told from user-mode code, and include paths are guessed, by
// what the sources include.
#pragma once

#include <string>
#include <vector>

#include "analyzer/project/BuildChoice.h"
#include "analyzer/project/Driver.h"
#include "analyzer/project/FileFinder.h"
#include "analyzer/project/SourceTree.h"
#include "analyzer/project/WdkHeaders.h"

namespace irqlint {

// Which sources are taken for the driver's.
enum class SourceChoice {
  All,               // what the user named
  NotUserMode,       // those that show no sign of user mode; all if none shows one of kernel mode
  SurelyKernelMode,  // those that show a sign of kernel mode, and their neighbours
};

struct BareFolderRequest {
  std::string folder;
  std::vector<std::string> sources;  // in the folder
  std::vector<std::string> headers;
  SourceChoice sourceChoice = SourceChoice::NotUserMode;
  BuildChoice choice;
  const WdkHeaders* wdk = nullptr;
};

// Makes one driver of the sources; those that are left out are listed in `skipped`, folder by folder.
Driver guessDriver(const BareFolderRequest& request, FileFinder& files, std::vector<SkippedProject>& skipped);

}  // namespace irqlint
