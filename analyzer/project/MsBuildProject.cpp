#include "analyzer/project/MsBuildProject.h"

#include <algorithm>
#include <deque>
#include <set>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>
#include <pugixml.hpp>

#include "analyzer/project/Glob.h"
#include "analyzer/project/MsBuildCondition.h"
#include "analyzer/project/MsBuildItems.h"
#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr std::size_t kMaxFiles = 500;
constexpr std::size_t kMaxImportDepth = 40;
constexpr std::size_t kMaxNesting = 40;

bool isNamed(const pugi::xml_node& node, llvm::StringRef name) {
  return llvm::StringRef(node.name()).equals_insensitive(name);
}

// Files of the build tools, which are not there; what of them matters is in MsBuildRequest::toolset.
enum class ToolsetFile { None, DefaultProps, Props, Targets };

ToolsetFile toolsetFile(llvm::StringRef path) {
  const llvm::StringRef name = path.substr(path.find_last_of("\\/") + 1);
  if (name.equals_insensitive("Microsoft.Cpp.Default.props")) return ToolsetFile::DefaultProps;
  if (name.equals_insensitive("Microsoft.Cpp.props")) return ToolsetFile::Props;
  if (name.equals_insensitive("Microsoft.Cpp.targets")) return ToolsetFile::Targets;
  return ToolsetFile::None;
}

// Properties that name folders of the build tools, of packages and of the user: what is imported from there is not
// missed.
bool isOfTheMachine(llvm::StringRef import) {
  for (const char* name : {"$(VCTargetsPath", "$(MSBuildExtensionsPath", "$(UserRootDir)", "$(MSBuildToolsPath",
                           "$(WDKContentRoot)", "$(MSBuildBinPath", "$(NuGet", "$(MSBuildSDKExtrasTargets",
                           "$(WindowsSdkDir", "$(LocalAppData", "$(MSBuildUserExtensionsPath"})
    if (import.contains_insensitive(name)) return true;
  return import.contains_insensitive("packages\\") || import.contains_insensitive("packages/");
}

class ProjectEvaluator {
 public:
  ProjectEvaluator(const std::string& file, const MsBuildRequest& request, FileFinder& files)
      : request_(request), files_(files), folder_(parentPath(file)) {
    project_.file = file;
    project_.properties = request.toolset;
    set("MSBuildProjectFile", fileName(file));
    set("MSBuildProjectFullPath", file);
    set("MSBuildProjectName", llvm::sys::path::stem(file).str());
    set("MSBuildProjectExtension", llvm::sys::path::extension(file).str());
    set("MSBuildProjectDirectory", folder_);
    set("ProjectDir", folder_ + "/");
    set("ProjectName", llvm::sys::path::stem(file).str());
    set("ProjectFileName", fileName(file));
    set("ProjectPath", file);
    for (const auto& [name, value] : request.globals) set(name, value);
  }

  Result<MsBuildProject> evaluate() {
    const Result<const pugi::xml_document*> document = load(project_.file);
    if (!document) return Error(document.error());
    readFile(project_.file, **document);
    if (!seenTargets_) importAbove("Directory.Build.targets");
    nameTarget();
    ItemEvaluator items({folder_, request_.treeFolder, files_, project_, budget_});
    for (const Deferred& group : deferred_) {
      if (!isNamed(group.node, "ItemDefinitionGroup")) continue;
      enter(group.file);
      items.define(group.node, group.file);
    }
    for (const Deferred& group : deferred_) {
      if (!isNamed(group.node, "ItemGroup")) continue;
      enter(group.file);
      items.add(group.node, group.file);
    }
    return std::move(project_);
  }

 private:
  // A group that is evaluated when all properties are known.
  struct Deferred {
    pugi::xml_node node;
    std::string file;
  };

  static std::string fileName(llvm::StringRef file) { return llvm::sys::path::filename(file).str(); }

  void set(const std::string& name, std::string value) { project_.properties[name] = std::move(value); }

  // Makes `file` the one that MSBuildThisFile and its kin speak of.
  void enter(const std::string& file) {
    set("MSBuildThisFile", fileName(file));
    set("MSBuildThisFileFullPath", file);
    set("MSBuildThisFileDirectory", parentPath(file) + "/");
    set("MSBuildThisFileName", llvm::sys::path::stem(file).str());
  }

  void problem(const std::string& file, const std::string& reason) {
    std::string text = file + ": " + reason;
    if (told_.insert(text).second && told_.size() < 100) project_.problems.push_back(std::move(text));
  }

  Result<const pugi::xml_document*> load(const std::string& file) {
    const Result<std::string> text = files_.readText(file);
    if (!text) return Error(text.error());
    pugi::xml_document& document = documents_.emplace_back();
    // Document types are skipped, so entities that multiply are never expanded.
    // The text is UTF-8 by now, whatever its declaration says.
    const pugi::xml_parse_result parsed =
        document.load_buffer(text->data(), text->size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
      const auto end = text->begin() + std::clamp<std::ptrdiff_t>(parsed.offset, 0, std::ssize(*text));
      return Error("line " + std::to_string(1 + std::count(text->begin(), end, '\n')) +
                   ": not valid XML: " + parsed.description())
          .within(file);
    }
    if (!isNamed(document.document_element(), "Project"))
      return Error("is no MSBuild project: its top element is no <Project>").within(file);
    return &document;
  }

  ExpressionScope scope(const std::string& file) {
    return {project_.properties, files_, folder_, file, nullptr, nullptr, &budget_};
  }

  std::string expand(llvm::StringRef text, const std::string& file) {
    Result<std::string> value = expandExpressions(text, scope(file));
    if (value) return *std::move(value);
    problem(file, value.error().message());
    return "";
  }

  bool holds(const pugi::xml_node& node, const std::string& file) {
    const char* condition = node.attribute("Condition").value();
    const Result<bool> value = evaluateCondition(condition, scope(file));
    if (value) return *value;
    problem(file, "condition \"" + llvm::StringRef(condition).substr(0, 100).str() +
                      "\" is taken to be false: " + value.error().message());
    return false;
  }

  void readFile(const std::string& file, const pugi::xml_document& document) {
    open_.push_back(file);
    enter(file);
    readChildren(document.document_element(), file, 0);
    open_.pop_back();
    if (!open_.empty()) enter(open_.back());
  }

  void readChildren(const pugi::xml_node& parent, const std::string& file, std::size_t nesting) {
    if (nesting > kMaxNesting) return problem(file, "elements are nested too deeply; the inner ones are left out");
    for (const pugi::xml_node& node : parent.children()) {
      if (node.type() != pugi::node_element) continue;
      if (isNamed(node, "PropertyGroup"))
        readProperties(node, file);
      else if (isNamed(node, "Import"))
        readImport(node, file);
      else if (isNamed(node, "ImportGroup") && holds(node, file))
        readChildren(node, file, nesting + 1);
      else if (isNamed(node, "Choose"))
        readChoose(node, file, nesting);
      else if (isNamed(node, "ItemGroup") || isNamed(node, "ItemDefinitionGroup"))
        deferred_.push_back({node, file});
    }
  }

  void readChoose(const pugi::xml_node& choose, const std::string& file, std::size_t nesting) {
    for (const pugi::xml_node& branch : choose.children()) {
      const bool isTaken = isNamed(branch, "Otherwise") || (isNamed(branch, "When") && holds(branch, file));
      if (isTaken) return readChildren(branch, file, nesting + 1);
    }
  }

  void readProperties(const pugi::xml_node& group, const std::string& file) {
    if (!holds(group, file)) return;
    for (const pugi::xml_node& node : group.children()) {
      if (node.type() != pugi::node_element || request_.globals.contains(llvm::StringRef(node.name()))) continue;
      if (holds(node, file)) set(node.name(), llvm::StringRef(expand(node.text().get(), file)).trim().str());
    }
  }

  void readImport(const pugi::xml_node& node, const std::string& file) {
    if (!holds(node, file)) return;
    const llvm::StringRef written = node.attribute("Project").value();
    if (node.attribute("Sdk")) return;  // of the build tools
    const std::string name = unescaped(expand(written, file));
    const ToolsetFile toolset = toolsetFile(name);
    if (toolset != ToolsetFile::None) return readToolset(toolset);
    for (const std::string& part : splitList(name)) {
      const std::string path = normalizedPath(part, parentPath(file));
      if (!request_.treeFolder.empty() && !isWithin(path, request_.treeFolder)) {
        if (!isOfTheMachine(written)) problem(file, "import '" + part + "' leaves the source tree and is left out");
      } else if (hasWildcard(part)) {
        importAll(path, file);
      } else if (const auto found = files_.findFile(path)) {
        import(*found, file);
      } else if (!isOfTheMachine(written)) {
        problem(file, "import '" + part + "' not found");
      }
    }
  }

  void readToolset(ToolsetFile toolset) {
    if (toolset == ToolsetFile::DefaultProps) importAbove("Directory.Build.props");
    if (toolset == ToolsetFile::Targets && !seenTargets_) {
      seenTargets_ = true;
      importAbove("Directory.Build.targets");
    }
    if (toolset == ToolsetFile::Props) setDefaults();
  }

  // What Microsoft.Cpp.props derives from the choices made so far.
  void setDefaults() {
    const auto setDefault = [&](const char* name, const std::string& value) {
      if (valueOf(project_.properties, name).empty()) set(name, value);
    };
    const std::string platform = valueOf(project_.properties, "Platform");
    const std::string configuration = valueOf(project_.properties, "Configuration") + "/";
    const std::string sub = llvm::StringRef(platform).equals_insensitive("Win32") ? "" : platform + "/";
    setDefault("IntDir", sub + configuration);
    setDefault("OutDir", valueOf(project_.properties, "SolutionDir") + sub + configuration);
    setDefault("TargetName", valueOf(project_.properties, "ProjectName"));
  }

  // What the build tools derive when all is read.
  void nameTarget() {
    const PropertyMap& properties = project_.properties;
    const std::string type = valueOf(properties, "ConfigurationType");
    if (valueOf(properties, "TargetExt").empty() && llvm::StringRef(type).equals_insensitive("Driver"))
      set("TargetExt", ".sys");
    set("TargetFileName", valueOf(properties, "TargetName") + valueOf(properties, "TargetExt"));
  }

  // Imports the nearest file of that name, as MSBuild does unasked.
  void importAbove(const char* name) {
    const bool isProps = llvm::StringRef(name).ends_with(".props");
    const std::string wanted =
        valueOf(project_.properties, isProps ? "ImportDirectoryBuildProps" : "ImportDirectoryBuildTargets");
    if (llvm::StringRef(wanted).equals_insensitive("false")) return;
    for (std::string at = folder_;; at = parentPath(at)) {
      if (!request_.treeFolder.empty() && !isWithin(at, request_.treeFolder)) return;
      if (const auto file = files_.findFile(normalizedPath(name, at))) return import(*file, project_.file);
      if (parentPath(at) == at) return;
    }
  }

  void importAll(const std::string& pattern, const std::string& file) {
    const Result<std::vector<std::string>> found = expandGlob(pattern, files_);
    if (!found) return problem(file, "import '" + pattern + "' " + found.error().message());
    for (const std::string& path : *found) import(path, file);
  }

  void import(const std::string& path, const std::string& from) {
    if (std::find(open_.begin(), open_.end(), path) != open_.end())
      return problem(from, "import '" + path + "' goes in a circle and is left out");
    if (open_.size() > kMaxImportDepth || documents_.size() > kMaxFiles)
      return problem(from, "imports more files than any project; '" + path + "' is left out");
    if (!imported_.insert(path).second) return;  // MSBuild warns of a second import and leaves it out
    const Result<const pugi::xml_document*> document = load(path);
    if (!document) return problem(from, "import: " + document.error().message());
    readFile(path, **document);
  }

  const MsBuildRequest& request_;
  FileFinder& files_;
  const std::string folder_;
  MsBuildProject project_;
  std::deque<pugi::xml_document> documents_;
  std::vector<std::string> open_;  // the files being read, outermost first
  std::set<std::string> imported_;
  std::vector<Deferred> deferred_;
  std::set<std::string> told_;
  std::size_t budget_ = 256u << 20;
  bool seenTargets_ = false;
};

}  // namespace

Result<MsBuildProject> evaluateProject(const std::string& file, const MsBuildRequest& request, FileFinder& files) {
  return ProjectEvaluator(file, request, files).evaluate();
}

}  // namespace irqlint
