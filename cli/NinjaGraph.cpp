#include "cli/NinjaGraph.h"

#include <llvm/ADT/StringRef.h>

namespace irqlint {
namespace {

// In a list of paths a space and a colon end one; a dollar sign always stands for something.
std::string escapedPath(llvm::StringRef path) {
  std::string escaped;
  for (const char c : path) {
    if (c == '$' || c == ' ' || c == ':') escaped += '$';
    escaped += c;
  }
  return escaped;
}

std::string escapedText(llvm::StringRef text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '$') escaped += '$';
    escaped += c;
  }
  return escaped;
}

}  // namespace

std::string ninjaText(const NinjaGraph& graph) {
  // Ninja quotes $in and $out itself, and nothing else.
  std::string text =
      "# Written by 'irqlint plan': plan again when sources are added or their flags change.\n"
      "ninja_required_version = 1.5\n\n"
      "irqlint = \"" +
      escapedText(graph.program) +
      "\"\n\n"
      "rule extract\n"
      "  command = $irqlint extract $in -o $out --depfile $out.d\n"
      "  depfile = $out.d\n"
      "  deps = gcc\n"
      "  restat = 1\n"
      "  description = reading $source\n\n"
      "rule link\n"
      "  command = $irqlint link $in --quiet --fail-on never -o $out\n"
      "  description = linking $in\n\n";
  const std::string program = escapedPath(graph.program);
  std::string outputs;
  for (const NinjaGraph::Unit& unit : graph.units) {
    text += "build " + escapedPath(unit.output) + ": extract " + escapedPath(unit.request) + " | " + program + "\n";
    text += "  source = " + escapedText(unit.source) + "\n";
    outputs += " $\n  " + escapedPath(unit.output);
  }
  return text + "\nbuild " + escapedPath(graph.report) + ": link " + escapedPath(graph.plan) + " |" + outputs +
         " $\n  " + program + "\n\ndefault " + escapedPath(graph.report) + "\n";
}

}  // namespace irqlint
