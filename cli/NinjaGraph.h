// The analysis as a graph of steps for Ninja.
#pragma once

#include <string>
#include <vector>

namespace irqlint {

// Paths are absolute or relative to the graph's folder, with forward slashes.
struct NinjaGraph {
  struct Unit {
    std::string request;  // the description that is read
    std::string output;
    std::string source;  // for people
  };
  std::string program;
  std::vector<Unit> units;
  std::string plan;
  std::string report;  // SARIF
};

// One step a unit, and one that links them all. Findings do not fail it, as the build of a program would not be failed
// by a report about it.
std::string ninjaText(const NinjaGraph& graph);

}  // namespace irqlint
