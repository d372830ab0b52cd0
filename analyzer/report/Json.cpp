// The report as plain JSON:
//
//   tool      {name, version}
//   summary   {errors, warnings, notes, suppressed}
//   findings  [{rule, name, severity, certainty, message, file, line, column, endColumn, help, fingerprint,
//               path: [{file, line, column, message, before, after, depth, importance}],
//               related: [{file, line, column, message}],
//               suppressed: null or {kind, file, line, column, justification}}]
//   coverage  {drivers, units, failedUnits: [{file, reason}], sourceLines, functions, functionsAnalysed, bodiesLost,
//              bodiesPartial, bodies: {C, C++, headers: {functions, lost, partial}}, calls, callsUnderstood,
//              ddiCalls: {calls, withContract, withLevel, withBody}, unknownCallees: [{name, calls, ddi}],
//              unresolvedIndirectCalls, unnamedCalls,
//              notes: [{kind, message, file, line, column}]}
//
// Files are relative to the source root. Columns count bytes from 1; endColumn is one past the last, absent if unknown.
// The counts of the summary
// leave out what the source suppresses, but for `suppressed` itself.
// The kind of a suppression is "inSource", or "external" for one of the command line, which has no place.
// before and after are lists of levels (0 PASSIVE_LEVEL, 1 APC_LEVEL, 2 DISPATCH_LEVEL, ...), empty where none matters.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "analyzer/report/Report.h"
#include "analyzer/report/SarifRules.h"
#include "analyzer/report/SourceText.h"

namespace irqlint {
namespace {

using json = nlohmann::ordered_json;

json levels(IrqlSet set) {
  json list = json::array();
  for (Irql level = 0; level < kIrqlCount; ++level) {
    if (set.contains(level)) list.push_back(level);
  }
  return list;
}

class JsonWriter {
 public:
  explicit JsonWriter(const Report& report) : report_(report) {}

  json write() const {
    json findings = json::array();
    for (const Finding& finding : report_.findings) findings.push_back(write(finding));
    return {{"tool", {{"name", "irqlint"}, {"version", report_.toolVersion}}},
            {"summary",
             {{"errors", count(Severity::Error)},
              {"warnings", count(Severity::Warning)},
              {"notes", count(Severity::Note)},
              {"suppressed", report_.suppressed}}},
            {"findings", std::move(findings)},
            {"coverage", write(report_.coverage)}};
  }

 private:
  std::ptrdiff_t count(Severity severity) const {
    return std::count_if(report_.findings.begin(), report_.findings.end(),
                         [&](const Finding& finding) { return !finding.suppression && finding.severity == severity; });
  }

  void place(json& object, const Location& location) const {
    if (location.file.empty()) return;
    object["file"] = reportedPath(location.file, report_.sourceRoot).path;
    object["line"] = location.line;
    object["column"] = location.column;
    if (location.endColumn != 0) object["endColumn"] = location.endColumn;
  }

  json write(const Finding& finding) const {
    json object{{"rule", finding.rule->id},
                {"name", finding.rule->name},
                {"severity", sarifLevel(finding.severity)},
                {"certainty", finding.certainty == Certainty::Definite ? "definite" : "possible"},
                {"message", plainMessage(finding)}};
    place(object, finding.location);
    object["help"] = finding.help;
    object["fingerprint"] = finding.fingerprint;
    object["path"] = json::array();
    for (const ThreadFlowLocation& step : finding.codeFlow) object["path"].push_back(write(step));
    object["related"] = json::array();
    for (const RelatedLocation& related : finding.relatedLocations) {
      json entry;
      place(entry, related.location);
      entry["message"] = related.message;
      object["related"].push_back(std::move(entry));
    }
    object["suppressed"] = nullptr;
    if (finding.suppression) {
      const bool isExternal = finding.suppression->source == SuppressionSource::External;
      object["suppressed"]["kind"] = isExternal ? "external" : "inSource";
      place(object["suppressed"], finding.suppression->location);
      object["suppressed"]["justification"] = finding.suppression->justification;
    }
    return object;
  }

  json write(const ThreadFlowLocation& step) const {
    constexpr const char* kImportance[] = {"unimportant", "important", "essential"};
    json object;
    place(object, step.location);
    object["message"] = step.message;
    object["before"] = levels(step.before);
    object["after"] = levels(step.after);
    object["depth"] = step.nestingLevel;
    object["importance"] = kImportance[static_cast<std::size_t>(step.importance)];
    return object;
  }

  json write(const Coverage& coverage) const {
    json failed = json::array();
    for (const Coverage::FailedUnit& unit : coverage.failedUnits) {
      failed.push_back({{"file", reportedPath(unit.file, report_.sourceRoot).path}, {"reason", unit.reason}});
    }
    json notes = json::array();
    for (const Coverage::Note& note : coverage.notes) {
      json entry{{"kind", note.kind}, {"message", note.message}};
      place(entry, note.location);
      notes.push_back(std::move(entry));
    }
    json callees = json::array();
    for (const Coverage::UnknownCallee& callee : coverage.unknownCallees) {
      callees.push_back({{"name", callee.name}, {"calls", callee.calls}, {"ddi", callee.isDdi}});
    }
    json bodies = json::object();
    for (const auto& [language, of] : coverage.bodies) {
      bodies[language] = {{"functions", of.functions}, {"lost", of.lost}, {"partial", of.partial}};
    }
    return {{"drivers", coverage.drivers},
            {"units", coverage.units},
            {"failedUnits", std::move(failed)},
            {"sourceLines", coverage.sourceLines},
            {"functions", coverage.functions},
            {"functionsAnalysed", coverage.functionsAnalysed},
            {"bodiesLost", coverage.bodiesLost},
            {"bodiesPartial", coverage.bodiesPartial},
            {"bodies", std::move(bodies)},
            {"calls", coverage.calls},
            {"callsUnderstood", coverage.callsUnderstood},
            {"ddiCalls",
             {{"calls", coverage.ddiCalls.calls},
              {"withContract", coverage.ddiCalls.withContract},
              {"withLevel", coverage.ddiCalls.withLevel},
              {"withBody", coverage.ddiCalls.withBody}}},
            {"unknownCallees", std::move(callees)},
            {"unresolvedIndirectCalls", coverage.unresolvedIndirectCalls},
            {"unnamedCalls", coverage.unnamedCalls},
            {"notes", std::move(notes)}};
  }

  const Report& report_;
};

}  // namespace

void writeJson(const Report& report, llvm::raw_ostream& out) {
  out << JsonWriter(report).write().dump(2, ' ', false, json::error_handler_t::replace) << '\n';
}

}  // namespace irqlint
