// SARIF's way to say where something is: artifacts, regions, snippets.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "analyzer/model/Finding.h"
#include "analyzer/report/SourceText.h"

namespace irqlint {

// Builds locations and collects the artifacts they mention.
class SarifLocations {
 public:
  using json = nlohmann::ordered_json;

  SarifLocations(SourceFiles& sources, std::string sourceRoot)
      : sources_(sources), sourceRoot_(std::move(sourceRoot)) {}

  // `location` as a physicalLocation: one line, with its text; `withContext` adds the lines around it.
  json physicalLocation(const Location& location, bool withContext = false);
  // A location object; without a file it has the message only.
  json location(const Location& location, const std::string& message);
  // A file as a whole.
  json artifactLocation(const std::string& file);

  json artifacts() const;
  // The base ids that artifactLocation() used.
  json originalUriBaseIds() const;

 private:
  json region(const Location& location, const SourceFile* source) const;
  json contextRegion(const Location& location, const SourceFile& source) const;

  SourceFiles& sources_;
  const std::string sourceRoot_;
  std::map<std::string, std::size_t> index_;
  std::vector<std::string> files_;  // by artifact index
  bool hasOutsideFiles_ = false;
};

}  // namespace irqlint
