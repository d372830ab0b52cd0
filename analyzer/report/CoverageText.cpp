// How much of the drivers was understood, for people: figures first, then what is missing, worst first.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <llvm/Support/Format.h>

#include "analyzer/report/Report.h"
#include "analyzer/report/SourceText.h"

namespace irqlint {
namespace {

using Count = std::pair<std::string, std::size_t>;

// Most first, then by name.
void sortByCount(std::vector<Count>& counts) {
  std::sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
}

class CoverageWriter {
 public:
  CoverageWriter(const Report& report, llvm::raw_ostream& out)
      : report_(report), coverage_(report.coverage), out_(out) {}

  void write() {
    out_ << "coverage:\n";
    writeFigures();
    writeFunctions("bodyLost", "functions lost");
    writeFunctions("bodyPartial", "functions understood in part only");
    writeNames("missingHeader", "headers read as empty");
    writeNames("inventedName", "names made up");
    std::vector<Count> callees;
    for (const Coverage::UnknownCallee& callee : coverage_.unknownCallees)
      callees.emplace_back(callee.name, callee.calls);
    writeCounts(callees, "called functions without body or contract");
  }

 private:
  void share(const char* what, std::size_t part, std::size_t whole, const std::string& rest) {
    const double percent = whole == 0 ? 100.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    out_ << llvm::format("  %-10s %zu of %zu", what, part, whole) << llvm::format(" (%.1f %%)", percent) << rest
         << '\n';
  }

  void writeFigures() {
    const std::size_t functions = coverage_.functions + coverage_.bodiesLost;
    share("units", coverage_.units - coverage_.failedUnits.size(), coverage_.units, " read");
    share("functions", coverage_.functions - coverage_.bodiesPartial, functions,
          " intact, " + std::to_string(coverage_.bodiesPartial) + " understood in part, " +
              std::to_string(coverage_.bodiesLost) + " lost");
    share("calls", coverage_.calls - coverage_.unnamedCalls, coverage_.calls, " of a known name");
    share("calls", coverage_.callsUnderstood, coverage_.calls, " of something with a body or a contract");
  }

  void writeFunctions(const std::string& kind, const char* title) {
    std::vector<const Coverage::Note*> notes;
    for (const Coverage::Note& note : coverage_.notes) {
      if (note.kind == kind) notes.push_back(&note);
    }
    if (notes.empty()) return;
    std::stable_sort(notes.begin(), notes.end(), [](const auto* a, const auto* b) { return a->weight > b->weight; });
    out_ << title << ":\n";
    for (const Coverage::Note* note : notes) {
      out_ << "  " << reportedPath(note->location.file, report_.sourceRoot).path << ':' << note->location.line << ": "
           << note->message;
      if (note->weight > 1) out_ << " (" << note->weight << " errors)";
      out_ << '\n';
    }
  }

  void writeNames(const std::string& kind, const char* title) {
    std::map<std::string, std::size_t> counts;
    for (const Coverage::Note& note : coverage_.notes) {
      if (note.kind == kind) ++counts[note.message];
    }
    writeCounts({counts.begin(), counts.end()}, title);
  }

  void writeCounts(std::vector<Count> counts, const char* title) {
    if (counts.empty()) return;
    sortByCount(counts);
    out_ << title << ":\n";
    for (const auto& [name, count] : counts) out_ << llvm::format("  %5zu  ", count) << name << '\n';
  }

  const Report& report_;
  const Coverage& coverage_;
  llvm::raw_ostream& out_;
};

}  // namespace

void writeCoverage(const Report& report, llvm::raw_ostream& out) { CoverageWriter(report, out).write(); }

}  // namespace irqlint
