// The partition for scripts. As JSON:
//
//   tool     {name, version}
//   summary  {function, global, allocation: {residence: {placement: {items, bytes, unknownSizes}}}}
//   items    [{kind, name, driver, file, line, column, section, residence, bytes, placement, reason, because,
//              lines, raisedLines: [[first, last]], path: [{file, line, column, message, before, after, depth}]}]
//   coverage {units, failedUnits: [{file, reason}], functions, bodiesLost}
//
// Files are relative to the source root. bytes is null where the size is not known; sums leave such items out and count
// them in unknownSizes. lines and raisedLines speak of functions whose reason is raisesInside. before and after are the
// highest level of a step, null where none matters.
#include <map>

#include <nlohmann/json.hpp>

#include "analyzer/report/Partition.h"
#include "analyzer/report/SourceText.h"

namespace irqlint {
namespace {

using json = nlohmann::ordered_json;

json highest(IrqlSet levels) { return levels.empty() ? json(nullptr) : json(levels.max()); }

void place(json& object, const Location& location, const std::string& sourceRoot) {
  if (location.file.empty()) return;
  object["file"] = reportedPath(location.file, sourceRoot).path;
  object["line"] = location.line;
  object["column"] = location.column;
}

json write(const PartitionItem& item, const std::string& sourceRoot) {
  json object{{"kind", wordOf(item.kind)}, {"name", item.name}, {"driver", item.driver}};
  place(object, item.location, sourceRoot);
  object["section"] = item.section;
  object["residence"] = wordOf(item.residence);
  object["bytes"] = item.bytes ? json(*item.bytes) : json(nullptr);
  object["placement"] = wordOf(item.placement);
  object["reason"] = wordOf(item.reason);
  object["because"] = item.because;
  object["lines"] = item.lines;
  object["raisedLines"] = json::array();
  for (const LineRange& range : item.raisedLines) object["raisedLines"].push_back({range.first, range.last});
  object["path"] = json::array();
  for (const ThreadFlowLocation& step : item.path) {
    json entry;
    place(entry, step.location, sourceRoot);
    entry["message"] = step.message;
    entry["before"] = highest(step.before);
    entry["after"] = highest(step.after);
    entry["depth"] = step.nestingLevel;
    object["path"].push_back(std::move(entry));
  }
  return object;
}

json summaryOf(const PartitionReport& report) {
  std::map<PartitionKind, std::map<Residence, std::map<Placement, PartitionSum>>> sums;
  for (const PartitionItem& item : report.items) sums[item.kind][item.residence][item.placement].add(item);
  json summary = json::object();
  for (const auto& [kind, residences] : sums) {
    for (const auto& [residence, placements] : residences) {
      for (const auto& [placement, sum] : placements) {
        summary[wordOf(kind)][wordOf(residence)][wordOf(placement)] = {
            {"items", sum.items}, {"bytes", sum.bytes}, {"unknownSizes", sum.unknownSizes}};
      }
    }
  }
  return summary;
}

std::string csvField(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace

std::string_view wordOf(Placement placement) {
  constexpr std::string_view kWords[] = {"mustStay", "canPage", "canDiscard", "unknown", "inCallers"};
  return kWords[static_cast<std::size_t>(placement)];
}

std::string_view wordOf(Residence residence) {
  constexpr std::string_view kWords[] = {"resident", "pageable", "discardable", "unknown"};
  return kWords[static_cast<std::size_t>(residence)];
}

std::string_view wordOf(PartitionKind kind) {
  constexpr std::string_view kWords[] = {"function", "global", "allocation"};
  return kWords[static_cast<std::size_t>(kind)];
}

void writePartitionJson(const PartitionReport& report, llvm::raw_ostream& out) {
  json items = json::array();
  for (const PartitionItem& item : report.items) items.push_back(write(item, report.sourceRoot));
  json failed = json::array();
  for (const Coverage::FailedUnit& unit : report.coverage.failedUnits) {
    failed.push_back({{"file", reportedPath(unit.file, report.sourceRoot).path}, {"reason", unit.reason}});
  }
  const json all{{"tool", {{"name", "irqlint"}, {"version", report.toolVersion}}},
                 {"summary", summaryOf(report)},
                 {"items", std::move(items)},
                 {"coverage",
                  {{"units", report.coverage.units},
                   {"failedUnits", std::move(failed)},
                   {"functions", report.coverage.functions},
                   {"bodiesLost", report.coverage.bodiesLost}}}};
  out << all.dump(2, ' ', false, json::error_handler_t::replace) << '\n';
}

void writePartitionCsv(const PartitionReport& report, llvm::raw_ostream& out) {
  out << "kind,name,driver,file,line,section,residence,bytes,placement,reason,because\r\n";
  for (const PartitionItem& item : report.items) {
    const std::string file = item.location.file.empty() ? "" : reportedPath(item.location.file, report.sourceRoot).path;
    out << wordOf(item.kind) << ',' << csvField(item.name) << ',' << csvField(item.driver) << ',' << csvField(file)
        << ',' << item.location.line << ',' << csvField(item.section) << ',' << wordOf(item.residence) << ','
        << (item.bytes ? std::to_string(*item.bytes) : "") << ',' << wordOf(item.placement) << ','
        << wordOf(item.reason) << ',' << csvField(item.because) << "\r\n";
  }
}

}  // namespace irqlint
