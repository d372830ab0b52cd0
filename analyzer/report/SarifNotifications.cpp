#include "analyzer/report/SarifNotifications.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>

#include "analyzer/report/SarifText.h"

namespace irqlint {
namespace {

using json = nlohmann::ordered_json;

struct Kind {
  std::string_view name;  // of Coverage::Note
  const char* id;         // never changes
  const char* title;
  const char* level;
  const char* description;
  const char* help;
};

constexpr std::array<Kind, 10> kKinds{{
    {"unitFailed", "TOOL001", "UnitFailed", "error", "A translation unit could not be analysed.",
     "Nothing is reported in this unit, and calls into it are calls of unknown functions. See the reason given."},
    {"project", "TOOL002", "ProjectProblem", "warning", "An entry of the project was left out or repaired.",
     "Correct the entry if the unit it names belongs to the driver."},
    {"missingHeader", "TOOL003", "MissingHeader", "warning", "An included header was not found and was read as empty.",
     "Add the header's folder to the include path; generated headers exist after a build only."},
    {"parseError", "TOOL004", "ParseError", "note", "The source could not be understood at a place.",
     "Often the consequence of a missing header. The declaration at this place may be incomplete."},
    {"bodyLost", "TOOL005", "BodyLost", "warning",
     "The body of a function could not be understood and was not analysed.",
     "Often the consequence of a missing header or of a macro it would define."},
    {"unsupported", "TOOL006", "UnsupportedConstruct", "note", "The analysis does not follow a construct.",
     "What the construct does to the IRQL is not known; findings may be missed after it."},
    {"unknownCallee", "TOOL007", "UnknownCallee", "note", "A called function has neither a body nor a contract.",
     "Add the unit that defines the function, or annotate its declaration with the IRQL it may be called at."},
    {"skippedProject", "TOOL008", "SkippedProject", "note", "A project that is no kernel-mode driver was left out.",
     "'irqlint project' lists what was understood of each project, and why it is left out."},
    {"inventedName", "TOOL009", "InventedName", "note", "A name is declared nowhere; a stand-in was made up for it.",
     "Often the consequence of a missing header. What depends on its value or type is not known."},
    {"bodyPartial", "TOOL010", "BodyPartlyUnderstood", "note", "Parts of a function could not be understood.",
     "The rest of the function was analysed; findings may be missed where it depends on these parts."},
}};

std::size_t kindIndex(std::string_view name) {
  const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& k) { return k.name == name; });
  const auto fallback =
      std::find_if(kKinds.begin(), kKinds.end(), [](const Kind& k) { return k.name == "unsupported"; });
  return static_cast<std::size_t>((kind == kKinds.end() ? fallback : kind) - kKinds.begin());
}

json notification(std::string_view name, const std::string& message) {
  const std::size_t index = kindIndex(name);
  json result{{"descriptor", {{"id", kKinds[index].id}, {"index", index}}}, {"level", kKinds[index].level}};
  result["message"]["text"] = asSentence(message);
  return result;
}

}  // namespace

json sarifNotificationDescriptors() {
  json descriptors = json::array();
  for (const Kind& kind : kKinds) {
    json descriptor{{"id", kind.id}, {"name", kind.title}};
    descriptor["shortDescription"]["text"] = kind.description;
    descriptor["fullDescription"]["text"] = kind.description;
    descriptor["help"]["text"] = kind.help;
    descriptor["defaultConfiguration"]["level"] = kind.level;
    descriptors.push_back(std::move(descriptor));
  }
  return descriptors;
}

json sarifInvocation(const Report& report, SarifLocations& locations) {
  const Coverage& coverage = report.coverage;
  json notifications = json::array();
  for (const Coverage::FailedUnit& unit : coverage.failedUnits) {
    json entry = notification("unitFailed", "Not analysed: " + unit.reason);
    entry["locations"] =
        json::array({{{"physicalLocation", {{"artifactLocation", locations.artifactLocation(unit.file)}}}}});
    notifications.push_back(std::move(entry));
  }
  for (const Coverage::Note& note : coverage.notes) {
    json entry = notification(note.kind, (note.kind == "skippedProject" ? "Left out: " : "") + note.message);
    if (!note.location.file.empty()) {
      entry["locations"] = json::array({{{"physicalLocation", locations.physicalLocation(note.location)}}});
    }
    notifications.push_back(std::move(entry));
  }
  for (const Coverage::UnknownCallee& callee : coverage.unknownCallees) {
    notifications.push_back(
        notification("unknownCallee", "Nothing is known about the called function '" + callee.name + "'."));
  }
  const bool anyUnit = coverage.units > coverage.failedUnits.size();
  json invocation{{"executionSuccessful", anyUnit}};
  if (!notifications.empty()) invocation["toolExecutionNotifications"] = std::move(notifications);
  return invocation;
}

json sarifCoverage(const Coverage& coverage) {
  return {{"drivers", coverage.drivers},
          {"units", coverage.units},
          {"unitsFailed", coverage.failedUnits.size()},
          {"sourceLines", coverage.sourceLines},
          {"functions", coverage.functions},
          {"functionsAnalysed", coverage.functionsAnalysed},
          {"bodiesLost", coverage.bodiesLost},
          {"bodiesPartial", coverage.bodiesPartial},
          {"calls", coverage.calls},
          {"callsUnderstood", coverage.callsUnderstood},
          {"unknownCallees", coverage.unknownCallees.size()},
          {"unresolvedIndirectCalls", coverage.unresolvedIndirectCalls},
          {"unnamedCalls", coverage.unnamedCalls}};
}

}  // namespace irqlint
