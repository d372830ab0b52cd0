// The items of an MSBuild project, evaluated when all its properties are known.
#pragma once

#include <cstddef>
#include <string>

#include <pugixml.hpp>

#include "analyzer/project/MsBuildProject.h"

namespace irqlint {

// Adds item definitions and items to a project.
class ItemEvaluator {
 public:
  struct Context {
    std::string projectFolder;  // names of items are relative to it, whichever file adds them
    std::string treeFolder;     // wildcards do not leave it; "": anywhere
    FileFinder& files;
    MsBuildProject& project;
    std::size_t& budget;
  };

  explicit ItemEvaluator(Context context) : context_(std::move(context)) {}

  // Reads an ItemDefinitionGroup of `file`.
  void define(const pugi::xml_node& group, const std::string& file);

  // Reads an ItemGroup of `file`.
  void add(const pugi::xml_node& group, const std::string& file);

 private:
  ExpressionScope scope(const std::string& file, const PropertyMap* metadata) const;
  std::string expand(const char* text, const std::string& file, const PropertyMap* metadata);
  bool holds(const pugi::xml_node& node, const std::string& file, const PropertyMap* metadata);
  void problem(const std::string& file, const std::string& reason);

  void readMetadata(const pugi::xml_node& node, const std::string& file, PropertyMap& metadata);
  void include(const pugi::xml_node& node, const std::string& file);
  void change(const pugi::xml_node& node, const char* list, const std::string& file, bool isRemoval);
  bool spend(std::size_t cost);
  std::vector<std::string> filesOf(const std::string& list, const std::string& file);

  Context context_;
  std::size_t count_ = 0;
};

}  // namespace irqlint
