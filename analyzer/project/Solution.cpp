#include "analyzer/project/Solution.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>
#include <pugixml.hpp>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr llvm::StringLiteral kSolutionFolder = "{2150E333-8FDC-42A3-9474-1A3956D46DE8}";
constexpr int kMaxNesting = 40;
constexpr std::size_t kMaxProjects = 20'000;

// The texts in quotes of a line: Project("{type}") = "name", "file", "{id}".
llvm::SmallVector<llvm::StringRef, 4> quotedTexts(llvm::StringRef line) {
  llvm::SmallVector<llvm::StringRef, 8> parts;
  line.split(parts, '"');
  llvm::SmallVector<llvm::StringRef, 4> texts;
  for (std::size_t i = 1; i < parts.size(); i += 2) texts.push_back(parts[i]);
  return texts;
}

BuildChoice choiceOf(llvm::StringRef text) {
  const auto [configuration, platform] = text.trim().split('|');
  return {configuration.str(), platform.str()};
}

class SlnReader {
 public:
  explicit SlnReader(const std::string& file) : folder_(parentPath(file)) { solution_.file = file; }

  Result<Solution> read(llvm::StringRef text) {
    if (!text.contains("Microsoft Visual Studio Solution File")) return Error("is no solution").within(solution_.file);
    while (!text.empty() && solution_.projects.size() < kMaxProjects) {
      const auto [line, rest] = text.split('\n');
      readLine(line.trim());
      text = rest;
    }
    return std::move(solution_);
  }

 private:
  void readLine(llvm::StringRef line) {
    if (line.starts_with("Project(")) return readProject(line);
    // {id}.Release|x64.ActiveCfg = Release|x64
    const auto [key, value] = line.split('=');
    const std::size_t end = key.find('}');
    if (!key.starts_with("{") || end == llvm::StringRef::npos || !key.trim().ends_with(".ActiveCfg")) return;
    const auto project = byId_.find(key.substr(0, end + 1).lower());
    if (project == byId_.end()) return;
    llvm::StringRef name = key.trim().drop_front(end + 1).drop_back(llvm::StringRef(".ActiveCfg").size());
    name.consume_front(".");
    solution_.projects[project->second].choices[name.lower()] = choiceOf(value);
  }

  void readProject(llvm::StringRef line) {
    const auto texts = quotedTexts(line);
    if (texts.size() < 4 || texts[0].equals_insensitive(kSolutionFolder)) return;
    byId_[texts[3].lower()] = solution_.projects.size();
    solution_.projects.push_back({texts[1].str(), normalizedPath(texts[2], folder_), {}});
  }

  const std::string folder_;
  Solution solution_;
  std::map<std::string, std::size_t> byId_;
};

void readSlnx(const pugi::xml_node& parent, const std::string& folder, Solution& solution, int nesting) {
  if (nesting > kMaxNesting) return;
  for (const pugi::xml_node& node : parent.children()) {
    const llvm::StringRef path = node.attribute("Path").value();
    if (llvm::StringRef(node.name()) == "Project" && !path.empty())
      solution.projects.push_back({path.substr(path.find_last_of("\\/") + 1).str(), normalizedPath(path, folder), {}});
    else if (llvm::StringRef(node.name()) == "Folder")
      readSlnx(node, folder, solution, nesting + 1);
  }
}

Result<Solution> readSlnxFile(const std::string& file, const std::string& text) {
  pugi::xml_document document;
  const auto parsed = document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed) return Error(std::string("not valid XML: ") + parsed.description()).within(file);
  if (llvm::StringRef(document.document_element().name()) != "Solution") return Error("is no solution").within(file);
  Solution solution{file, {}};
  readSlnx(document.document_element(), parentPath(file), solution, 0);
  return solution;
}

}  // namespace

Result<Solution> readSolution(const std::string& file, FileFinder& files) {
  const Result<std::string> text = files.readText(file);
  if (!text) return Error(text.error());
  if (llvm::StringRef(file).ends_with_insensitive(".slnx")) return readSlnxFile(file, *text);
  return SlnReader(file).read(*text);
}

BuildChoice choiceWithin(const SolutionProject& project, const BuildChoice& choice) {
  const std::string key = choice.configuration + "|" + choice.platform;
  const auto found = project.choices.find(llvm::StringRef(key).lower());
  if (found == project.choices.end()) return choice;
  // A solution may build a user-mode project for another processor; a driver's is what was asked for.
  return found->second.configuration.empty() ? choice : found->second;
}

}  // namespace irqlint
