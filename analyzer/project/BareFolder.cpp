#include "analyzer/project/BareFolder.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>

#include "analyzer/project/ClArguments.h"
#include "analyzer/project/IncludeGraph.h"
#include "analyzer/project/Paths.h"
#include "analyzer/project/WdkTargets.h"

namespace irqlint {
namespace {

constexpr std::size_t kMaxFolders = 200;

// A header that only kernel-mode code includes.
bool isKernelHeader(llvm::StringRef name) {
  for (const char* known :
       {"ntddk.h",    "ntifs.h",    "wdm.h",     "fltkernel.h", "ndis.h",     "wdf.h",       "storport.h",
        "wsk.h",      "fwpsk.h",    "fwpmk.h",   "ks.h",        "portcls.h",  "ntstrsafe.h", "scsi.h",
        "miniport.h", "minitape.h", "srb.h",     "classpnp.h",  "dispmprt.h", "d3dkmddi.h",  "video.h",
        "tdikrnl.h",  "wdmsec.h",   "hidport.h", "usbdlib.h",   "csq.h",      "ntintsafe.h"})
    if (name.substr(name.rfind('/') + 1).equals_insensitive(known)) return true;
  return false;
}

// A header that only user-mode code includes.
bool isUserHeader(llvm::StringRef name) {
  for (const char* known :
       {"windows.h",  "winternl.h", "winbase.h", "winsock2.h", "shlobj.h",      "setupapi.h", "iostream",
        "commctrl.h", "atlbase.h",  "afx.h",     "afxwin.h",   "tchar.h",       "conio.h",    "unistd.h",
        "ntsecapi.h", "fltuser.h",  "string",    "vector",     "gtest/gtest.h", "qwidget",    "winioctl.h"})
    if (name.equals_insensitive(known)) return true;
  return false;
}

template <typename Predicate>
bool any(const std::set<std::string>& names, Predicate holds) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return holds(name); });
}

enum class Mode { Kernel, User, Unknown };

// The nearer sign counts: headers that serve both sides include one or the other, farther on.
Mode modeOf(const IncludeGraph::Reach& reach) {
  constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max();
  std::size_t kernel = kNever;
  std::size_t user = kNever;
  for (const auto& [name, steps] : reach.outside) {
    if (isKernelHeader(name)) kernel = std::min(kernel, steps);
    if (isUserHeader(name)) user = std::min(user, steps);
  }
  if (kernel == kNever && user == kNever) return Mode::Unknown;
  return kernel <= user ? Mode::Kernel : Mode::User;
}

// "12 sources of user-mode code", folder by folder.
void addSkipped(const std::vector<std::string>& left, const char* what, std::vector<SkippedProject>& skipped) {
  std::map<std::string, std::size_t> counts;
  for (const std::string& file : left) ++counts[parentPath(file)];
  for (const auto& [name, count] : counts)
    skipped.push_back({name, std::to_string(count) + (count == 1 ? " source " : " sources ") + what});
}

struct Candidate {
  std::string file;
  IncludeGraph::Reach reach;
  Mode mode;
};

std::vector<Candidate> candidatesOf(const BareFolderRequest& request, FileFinder& files) {
  std::vector<std::string> includable = request.headers;
  includable.insert(includable.end(), request.sources.begin(), request.sources.end());
  IncludeGraph graph(includable, files);
  std::vector<Candidate> candidates;
  for (const std::string& source : request.sources) {
    IncludeGraph::Reach reach = graph.reach(source);
    const Mode mode = modeOf(reach);
    candidates.push_back({source, std::move(reach), mode});
  }
  return candidates;
}

// Takes out what is no part of the driver.
void chooseSources(std::vector<Candidate>& candidates, SourceChoice choice, std::vector<SkippedProject>& skipped) {
  if (choice == SourceChoice::All) return;
  std::set<std::string> kernelFolders;
  for (const Candidate& candidate : candidates)
    if (candidate.mode == Mode::Kernel) kernelFolders.insert(parentPath(candidate.file));
  if (kernelFolders.empty() && choice == SourceChoice::NotUserMode) return;
  std::vector<std::string> user;
  std::vector<std::string> other;
  std::erase_if(candidates, [&](const Candidate& candidate) {
    const bool isNeighbour = any(kernelFolders, [&](const auto& name) { return isWithin(candidate.file, name); });
    if (candidate.mode == Mode::User)
      user.push_back(candidate.file);
    else if (candidate.mode == Mode::Unknown && !isNeighbour)
      other.push_back(candidate.file);
    else
      return false;
    return true;
  });
  if (candidates.empty()) return;
  addSkipped(user, "of user-mode code", skipped);
  addSkipped(other, "without a sign of kernel-mode code", skipped);
}

// The folders that must be on the include path, those that most sources need first.
std::string includePath(const std::vector<Candidate>& candidates) {
  std::map<std::string, std::size_t> uses;
  for (const Candidate& candidate : candidates)
    for (const std::string& name : candidate.reach.folders) ++uses[name];
  std::vector<std::string> path;
  path.reserve(uses.size());
  for (const auto& [name, count] : uses) path.push_back(name);
  std::stable_sort(path.begin(), path.end(), [&](const auto& a, const auto& b) { return uses[a] > uses[b]; });
  if (path.size() > kMaxFolders) path.resize(kMaxFolders);
  return llvm::join(path, ";");
}

}  // namespace

Driver guessDriver(const BareFolderRequest& request, FileFinder& files, std::vector<SkippedProject>& skipped) {
  std::vector<Candidate> candidates = candidatesOf(request, files);
  chooseSources(candidates, request.sourceChoice, skipped);
  MsBuildProject project;
  project.properties = {{"Configuration", request.choice.configuration}, {"Platform", request.choice.platform}};
  const bool usesKmdf = std::any_of(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
    return candidate.reach.outside.contains("wdf.h");
  });
  if (usesKmdf) project.properties["DriverType"] = "KMDF";
  const PropertyMap metadata{{"AdditionalIncludeDirectories", includePath(candidates)}};
  const ClSettings settings{.project = project,
                            .folder = request.folder,
                            .macros = wdkMacros(project.properties),
                            .wdkFolders = request.wdk ? request.wdk->includePath(kmdfMinor(project.properties), files)
                                                      : std::vector<std::string>(),
                            .isKernel = true};
  Driver driver;
  driver.name = request.folder.substr(request.folder.rfind('/') + 1);
  driver.projectFile = request.folder;
  driver.description = "sources without a project, include path guessed, " + request.choice.configuration + "|" +
                       request.choice.platform;
  for (const Candidate& candidate : candidates)
    driver.commands.push_back(clCommand(candidate.file, metadata, settings, files));
  return driver;
}

}  // namespace irqlint
