#include "analyzer/project/IncludeGraph.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr std::size_t kMaxReached = 5000;

std::ptrdiff_t sharedFolders(const std::string& a, const std::string& b) {
  const std::size_t length = std::min(a.size(), b.size());
  const auto end = std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(length), b.begin()).first;
  return std::count(a.begin(), end, '/');
}

}  // namespace

std::vector<std::string> includedNames(llvm::StringRef text) {
  std::vector<std::string> names;
  for (std::size_t at = text.find('#'); at != llvm::StringRef::npos; at = text.find('#', at + 1)) {
    const std::size_t lineStart = text.rfind('\n', at) + 1;
    if (!text.slice(lineStart, at).trim().empty()) continue;
    llvm::StringRef line = text.substr(at + 1, text.find('\n', at) - at - 1).ltrim();
    if (!line.consume_front("include")) continue;
    line = line.ltrim();
    const char close = line.starts_with("<") ? '>' : '"';
    if (!line.starts_with("<") && !line.starts_with("\"")) continue;
    const std::size_t end = line.find(close, 1);
    if (end == llvm::StringRef::npos || end == 1) continue;
    std::string name = line.slice(1, end).trim().str();
    std::replace(name.begin(), name.end(), '\\', '/');
    names.push_back(std::move(name));
  }
  return names;
}

IncludeGraph::IncludeGraph(const std::vector<std::string>& headers, FileFinder& files) : files_(files) {
  for (const std::string& header : headers)
    byName_[llvm::StringRef(header).substr(header.rfind('/') + 1).lower()].push_back(header);
}

// A file beside the includer wins; else the header whose path ends as the name does and that lies nearest.
IncludeGraph::Edge IncludeGraph::resolve(const std::string& includer, const std::string& name) {
  const std::string beside = normalizedPath(name, parentPath(includer));
  if (const auto file = files_.findFile(beside)) return {*file, "", ""};
  const std::string lower = llvm::StringRef(name).lower();
  const std::size_t up = name.rfind("../");
  const std::string tail = up == std::string::npos ? lower : lower.substr(up + 3);
  const auto candidates = byName_.find(llvm::StringRef(tail).substr(tail.rfind('/') + 1));
  const std::string* best = nullptr;
  if (candidates != byName_.end()) {
    for (const std::string& header : candidates->second) {
      if (!llvm::StringRef(header).ends_with_insensitive("/" + tail)) continue;
      if (!best || sharedFolders(header, includer) > sharedFolders(*best, includer)) best = &header;
    }
  }
  if (!best) return {"", lower, ""};
  // A name with ".." is relative to a folder that is not known; the header is read, the path not guessed.
  if (up != std::string::npos) return {*best, "", ""};
  return {*best, "", best->substr(0, best->size() - tail.size() - 1)};
}

const std::vector<IncludeGraph::Edge>& IncludeGraph::edgesOf(const std::string& file) {
  const auto [known, isNew] = edges_.try_emplace(file);
  if (!isNew) return known->second;
  const Result<std::string> text = files_.readText(file);
  if (text)
    for (const std::string& name : includedNames(*text)) known->second.push_back(resolve(file, name));
  return known->second;
}

IncludeGraph::Reach IncludeGraph::reach(const std::string& source) {
  Reach reach;
  std::set<std::string> seen{source};
  std::deque<std::pair<std::string, std::size_t>> pending{{source, 1}};
  while (!pending.empty() && seen.size() < kMaxReached) {
    const auto [file, steps] = std::move(pending.front());
    pending.pop_front();
    for (const Edge& edge : edgesOf(file)) {
      if (!edge.outside.empty()) reach.outside.try_emplace(edge.outside, steps);
      if (!edge.folder.empty()) reach.folders.insert(edge.folder);
      if (!edge.target.empty() && seen.insert(edge.target).second) pending.emplace_back(edge.target, steps + 1);
    }
  }
  return reach;
}

}  // namespace irqlint
