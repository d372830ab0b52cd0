#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/Unicode.h>
#include <llvm/Support/WithColor.h>

#include "analyzer/report/Report.h"
#include "analyzer/report/SarifRules.h"
#include "analyzer/report/SourceText.h"

namespace irqlint {
namespace {

using Color = llvm::raw_ostream::Colors;
constexpr std::size_t kMaxNames = 5;  // of a list of names in the summary

Color colorOf(Severity severity) {
  constexpr Color kColors[] = {Color::CYAN, Color::MAGENTA, Color::RED};
  return kColors[static_cast<std::size_t>(severity)];
}

Color colorOf(IrqlSet levels) {
  if (levels.min() >= kDispatchLevel) return Color::RED;
  return levels.max() >= kDispatchLevel ? Color::YELLOW : Color::GREEN;
}

// "PASSIVE", "PASSIVE-DISPATCH" for a range with gaps or without.
std::string shortLevels(IrqlSet levels) {
  if (levels.empty()) return "";
  const std::string low = irqlShortName(levels.min());
  const std::string high = irqlShortName(levels.max());
  return low == high ? low : low + "-" + high;
}

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

class TextWriter {
 public:
  TextWriter(const Report& report, llvm::vfs::FileSystem& fileSystem, bool showsSuppressed, llvm::raw_ostream& out)
      : report_(report), sources_(fileSystem), showsSuppressed_(showsSuppressed), out_(out) {}

  void write() {
    for (const Finding& finding : report_.findings) {
      if (finding.suppression && !showsSuppressed_) continue;
      writeHeadline(finding);
      writeSource(finding);
      writePath(finding);
      if (!finding.help.empty()) {
        out_ << "  ";
        colored(Color::GREEN, true) << "help: ";
        out_ << finding.help << '\n';
      }
      out_ << '\n';
    }
    writeSummary();
    writeGaps();
  }

 private:
  llvm::WithColor colored(Color color, bool bold) {
    return llvm::WithColor(out_, color, bold, false, llvm::ColorMode::Enable);
  }

  std::string place(const Location& location) const {
    if (location.file.empty()) return "";
    std::string text = reportedPath(location.file, report_.sourceRoot).path;
    if (location.line != 0) text += ":" + std::to_string(location.line);
    if (location.line != 0 && location.column != 0) text += ":" + std::to_string(location.column);
    return printable(text);
  }

  void writeHeadline(const Finding& finding) {
    colored(Color::SAVEDCOLOR, true) << place(finding.location) << ": ";
    colored(colorOf(finding.severity), true) << sarifLevel(finding.severity) << ": ";
    std::string message = plainMessage(finding);
    if (message.ends_with('.')) message.pop_back();
    colored(Color::SAVEDCOLOR, true) << message;
    if (finding.certainty == Certainty::Possible) out_ << " (possible)";
    out_ << " [" << finding.rule->id << "]";
    if (finding.suppression) {
      const std::string& reason = finding.suppression->justification;
      out_ << " (suppressed" << (reason.empty() ? "" : ": " + printable(reason)) << ')';
    }
    out_ << '\n';
  }

  void writeSource(const Finding& finding) {
    const SourceFile* source = sources_.find(finding.location.file);
    const std::string_view line = source ? source->line(finding.location.line) : std::string_view();
    if (line.empty()) return;
    const std::string number = std::to_string(finding.location.line);
    out_ << "  " << number << " | " << printable(line) << '\n';
    const std::size_t begin = finding.location.column;
    if (begin == 0 || begin > line.size()) return;
    const std::size_t end = std::min<std::size_t>(endColumnOf(finding.location, line), line.size() + 1);
    const std::size_t indent = width(printable(line.substr(0, begin - 1)));
    const std::size_t marked = width(printable(line.substr(0, end - 1))) - indent;
    out_ << "  " << std::string(number.size(), ' ') << " | " << std::string(indent, ' ');
    colored(Color::GREEN, true) << '^' << std::string(marked > 1 ? marked - 1 : 0, '~');
    out_ << '\n';
  }

  void writePath(const Finding& finding) {
    std::size_t levelWidth = 0;
    std::size_t placeWidth = 0;
    for (const ThreadFlowLocation& step : finding.codeFlow) {
      levelWidth = std::max(levelWidth, shortLevels(levelOf(step)).size());
      placeWidth = std::max(placeWidth, width(place(step.location)));
    }
    for (const ThreadFlowLocation& step : finding.codeFlow) {
      const IrqlSet level = levelOf(step);
      const std::string name = shortLevels(level);
      const std::string where = place(step.location);
      out_ << "  ";
      if (!level.empty()) colored(colorOf(level), false) << name;
      if (levelWidth != 0) out_.indent(static_cast<unsigned>(levelWidth - name.size() + 2));
      out_ << where;
      out_.indent(
          static_cast<unsigned>(placeWidth - width(where) + 2 + 2 * std::size_t{std::max(1u, step.nestingLevel) - 1}));
      out_ << step.message << '\n';
    }
  }

  // The level a step leads to.
  static IrqlSet levelOf(const ThreadFlowLocation& step) { return step.after.empty() ? step.before : step.after; }

  void writeSummary() {
    std::map<Severity, std::size_t, std::greater<>> counts;
    for (const Finding& finding : report_.findings) {
      if (!finding.suppression) ++counts[finding.severity];
    }
    std::string text;
    for (const auto& [severity, count] : counts) {
      if (!text.empty()) text += ", ";
      text += counted(count, sarifLevel(severity));
    }
    const Coverage& coverage = report_.coverage;
    out_ << (text.empty() ? "no findings" : text) << " in ";
    if (coverage.drivers > 1) out_ << counted(coverage.drivers, "driver") << ", ";
    out_ << counted(coverage.units, "unit") << " (" << counted(coverage.functions, "function") << ", "
         << counted(coverage.sourceLines, "line") << ")";
    if (report_.suppressed != 0) out_ << "; " << counted(report_.suppressed, "finding") << " suppressed in the source";
    out_ << '\n';
  }

  void writeGaps() {
    const Coverage& coverage = report_.coverage;
    std::vector<std::string> gaps;
    gaps.reserve(coverage.failedUnits.size());
    for (const Coverage::FailedUnit& unit : coverage.failedUnits) {
      gaps.push_back(printable(reportedPath(unit.file, report_.sourceRoot).path) + ": " + unit.reason);
    }
    std::map<std::string, std::set<std::string>> notes;
    std::map<std::string, std::size_t> skipped;  // projects left out, by reason
    for (const Coverage::Note& note : coverage.notes) {
      if (note.kind == "skippedProject")
        ++skipped[note.message];
      else
        notes[note.kind].insert(note.message);
    }
    for (const auto& [reason, count] : skipped) gaps.push_back(counted(count, "project") + " left out: " + reason);
    for (const std::string& message : notes["project"]) gaps.push_back(message);
    if (const auto& headers = notes["missingHeader"]; !headers.empty()) {
      gaps.push_back(counted(headers.size(), "header") + " read as empty: " + names({headers.begin(), headers.end()}));
    }
    if (coverage.bodiesLost != 0) {
      gaps.push_back(std::string(coverage.bodiesLost == 1 ? "1 function body"
                                                          : std::to_string(coverage.bodiesLost) + " function bodies") +
                     " not understood");
    }
    if (coverage.bodiesPartial != 0) {
      gaps.push_back(counted(coverage.bodiesPartial, "function") + " understood in part only");
    }
    if (auto callees = coverage.unknownCallees; !callees.empty()) {
      std::stable_sort(callees.begin(), callees.end(), [](const auto& a, const auto& b) { return a.calls > b.calls; });
      std::vector<std::string> most;
      most.reserve(callees.size());
      for (const Coverage::UnknownCallee& callee : callees) most.push_back(callee.name);
      gaps.push_back(counted(callees.size(), "called function") + " without body or contract: " + names(most));
    }
    if (coverage.unresolvedIndirectCalls != 0) {
      gaps.push_back(counted(coverage.unresolvedIndirectCalls, "call") + " through pointers of unknown target");
    }
    if (gaps.empty()) return;
    out_ << "not analysed:\n";
    for (const std::string& gap : gaps) out_ << "  " << gap << '\n';
  }

  static std::string names(const std::vector<std::string>& all) {
    const auto shown = std::min(all.size(), kMaxNames);
    std::string text = llvm::join(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown), ", ");
    if (shown < all.size()) text += " and " + std::to_string(all.size() - shown) + " more";
    return text;
  }

  const Report& report_;
  SourceFiles sources_;
  const bool showsSuppressed_;
  llvm::raw_ostream& out_;
};

}  // namespace

void writeText(const Report& report, llvm::vfs::FileSystem& fileSystem, const TextOptions& options,
               llvm::raw_ostream& out) {
  out.enable_colors(options.color);
  TextWriter(report, fileSystem, options.suppressed, out).write();
  if (options.coverage) writeCoverage(report, out);
}

}  // namespace irqlint
