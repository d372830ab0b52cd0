#include "analyzer/project/MsBuildItems.h"

#include <algorithm>

#include <llvm/ADT/StringRef.h>

#include "analyzer/project/Glob.h"
#include "analyzer/project/MsBuildCondition.h"
#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

constexpr std::size_t kMaxItems = 100'000;
constexpr std::size_t kMaxProblems = 100;
constexpr const char* kTooLarge = "has more items than any project; the rest is left out";

// Attributes of an item that are no metadata.
bool isDirective(llvm::StringRef attribute) {
  for (const char* name : {"Include", "Exclude", "Remove", "Update", "Condition", "Label", "KeepDuplicates",
                           "KeepMetadata", "RemoveMetadata", "MatchOnMetadata", "MatchOnMetadataOptions"})
    if (attribute.equals_insensitive(name)) return true;
  return false;
}

std::size_t sizeOf(const PropertyMap& metadata) {
  std::size_t size = 0;
  for (const auto& [name, value] : metadata) size += name.size() + value.size();
  return size;
}

bool isOfList(const std::string& path, const std::vector<std::string>& patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return matchesGlob(path, pattern); });
}

// What an item's name says.
constexpr const char* kWellKnown[] = {"Identity", "FullPath", "Filename", "Extension", "RelativeDir", "Directory"};

// What %(Name) may say within one item: its metadata and what its name says.
PropertyMap visibleMetadata(const MsBuildItem& item, const std::string& folder) {
  PropertyMap visible = item.metadata;
  for (const char* name : kWellKnown) visible[name] = itemMetadata(item, name, folder);
  return visible;
}

}  // namespace

ExpressionScope ItemEvaluator::scope(const std::string& file, const PropertyMap* metadata) const {
  const MsBuildProject& project = context_.project;
  return {project.properties, context_.files, context_.projectFolder, file, metadata, &project.items, &context_.budget};
}

void ItemEvaluator::problem(const std::string& file, const std::string& reason) {
  std::vector<std::string>& problems = context_.project.problems;
  std::string text = file + ": " + reason;
  if (problems.size() < kMaxProblems && std::find(problems.begin(), problems.end(), text) == problems.end())
    problems.push_back(std::move(text));
}

std::string ItemEvaluator::expand(const char* text, const std::string& file, const PropertyMap* metadata) {
  Result<std::string> value = expandExpressions(text, scope(file, metadata));
  if (value) return *std::move(value);
  problem(file, value.error().message());
  return "";
}

bool ItemEvaluator::holds(const pugi::xml_node& node, const std::string& file, const PropertyMap* metadata) {
  const char* condition = node.attribute("Condition").value();
  const Result<bool> value = evaluateCondition(condition, scope(file, metadata));
  if (value) return *value;
  problem(file, "condition \"" + llvm::StringRef(condition).substr(0, 100).str() +
                    "\" is taken to be false: " + value.error().message());
  return false;
}

void ItemEvaluator::readMetadata(const pugi::xml_node& node, const std::string& file, PropertyMap& metadata) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    if (!isDirective(attribute.name())) metadata[attribute.name()] = expand(attribute.value(), file, &metadata);
  }
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() != pugi::node_element || !holds(child, file, &metadata)) continue;
    metadata[child.name()] = llvm::StringRef(expand(child.text().get(), file, &metadata)).trim().str();
  }
}

void ItemEvaluator::define(const pugi::xml_node& group, const std::string& file) {
  if (!holds(group, file, nullptr)) return;
  for (const pugi::xml_node& node : group.children()) {
    if (node.type() != pugi::node_element) continue;
    PropertyMap& definition = context_.project.itemDefinitions[node.name()];
    // Stands until there is an item whose name says it.
    for (const char* name : kWellKnown) definition[name] = std::string("%(") + name + ")";
    if (holds(node, file, &definition)) readMetadata(node, file, definition);
  }
}

void ItemEvaluator::add(const pugi::xml_node& group, const std::string& file) {
  if (!holds(group, file, nullptr)) return;
  for (const pugi::xml_node& node : group.children()) {
    if (node.type() != pugi::node_element || !holds(node, file, nullptr)) continue;
    if (node.attribute("Include")) include(node, file);
    if (const auto removed = node.attribute("Remove")) change(node, removed.value(), file, true);
    if (const auto updated = node.attribute("Update")) change(node, updated.value(), file, false);
  }
}

void ItemEvaluator::include(const pugi::xml_node& node, const std::string& file) {
  std::vector<MsBuildItem>& items = context_.project.items[node.name()];
  const std::string excludedNames = expand(node.attribute("Exclude").value(), file, nullptr);
  std::vector<std::string> excluded = splitList(excludedNames);
  for (std::string& pattern : excluded) pattern = normalizedPath(pattern, context_.projectFolder);
  const PropertyMap& definition = context_.project.itemDefinitions[node.name()];
  for (std::string& name : filesOf(expand(node.attribute("Include").value(), file, nullptr), file)) {
    if (!spend(excluded.size() + sizeOf(definition))) return problem(file, kTooLarge);
    if (!excluded.empty() && isOfList(normalizedPath(name, context_.projectFolder), excluded)) continue;
    if (++count_ > kMaxItems) return problem(file, kTooLarge);
    MsBuildItem item{std::move(name), definition};
    PropertyMap metadata = visibleMetadata(item, context_.projectFolder);
    for (auto& [key, value] : item.metadata)
      if (value.find("%(") != std::string::npos) metadata[key] = expand(value.c_str(), file, &metadata);
    readMetadata(node, file, metadata);
    item.metadata = std::move(metadata);
    items.push_back(std::move(item));
  }
}

void ItemEvaluator::change(const pugi::xml_node& node, const char* list, const std::string& file, bool isRemoval) {
  std::vector<std::string> patterns = splitList(expand(list, file, nullptr));
  for (std::string& pattern : patterns) pattern = normalizedPath(pattern, context_.projectFolder);
  std::vector<MsBuildItem>& items = context_.project.items[node.name()];
  if (!spend(patterns.size() * items.size())) return problem(file, kTooLarge);
  const auto isMeant = [&](const MsBuildItem& item) {
    return isOfList(normalizedPath(item.include, context_.projectFolder), patterns);
  };
  if (isRemoval) {
    std::erase_if(items, isMeant);
    return;
  }
  for (MsBuildItem& item : items) {
    if (isMeant(item)) readMetadata(node, file, item.metadata);
  }
}

// Each item costs the memory of its metadata, each pattern the time to try it on each item.
bool ItemEvaluator::spend(std::size_t cost) {
  if (cost > context_.budget) return false;
  context_.budget -= cost;
  return true;
}

// The names of a list, its wildcards replaced by what they match.
std::vector<std::string> ItemEvaluator::filesOf(const std::string& list, const std::string& file) {
  std::vector<std::string> names;
  for (std::string& name : splitList(list)) {
    if (names.size() > kMaxItems) break;
    if (!hasWildcard(name)) {
      names.push_back(std::move(name));
      continue;
    }
    const std::string pattern = normalizedPath(name, context_.projectFolder);
    const std::string& tree = context_.treeFolder;
    if (!tree.empty() && !isWithin(pattern, tree)) {
      problem(file, "wildcard '" + name + "' leaves the source tree and is left out");
      continue;
    }
    Result<std::vector<std::string>> found = expandGlob(pattern, context_.files);
    if (!found) {
      problem(file, "wildcard '" + name + "' " + found.error().message() + " and is left out; name its files instead");
      continue;
    }
    names.insert(names.end(), found->begin(), found->end());
  }
  return names;
}

}  // namespace irqlint
