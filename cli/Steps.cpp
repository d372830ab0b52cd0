#include "cli/Steps.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/VirtualFileSystem.h>
#include <llvm/Support/raw_ostream.h>

#include "analyzer/extract/Extraction.h"
#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/support/Digest.h"
#include "cli/DriverLoading.h"
#include "cli/HeaderDirectories.h"
#include "cli/LinkPlan.h"
#include "cli/NinjaGraph.h"
#include "cli/UnitFile.h"

namespace irqlint {
namespace {

std::string joined(llvm::StringRef folder, llvm::StringRef name) {
  return folder.empty() ? name.str() : (folder + "/" + name).str();
}

// Whole or not at all, and only if it says something else than what is there.
std::optional<Error> writeIfDifferent(const std::string& file, llvm::StringRef contents) {
  const auto known = llvm::MemoryBuffer::getFile(file);
  if (known && (*known)->getBuffer() == contents) return std::nullopt;
  llvm::Error error = llvm::writeToOutput(file, [&](llvm::raw_ostream& out) {
    out << contents;
    return llvm::Error::success();
  });
  if (!error) return std::nullopt;
  return Error("cannot write '" + file + "': " + llvm::toString(std::move(error)));
}

// For a file's name: not all that a source may be called can be said in a Ninja file, or in each of its versions.
std::string plainName(llvm::StringRef name) {
  std::string plain;
  for (const char c : name) plain += llvm::isAlnum(c) || c == '-' || c == '.' ? c : '_';
  return plain;
}

// The part of the plan that knows which unit lies where.
class UnitPlanner {
 public:
  // `reading` is all of a request but its command; paths are relative to `folder`.
  UnitPlanner(UnitRequest reading, std::string folder) : reading_(std::move(reading)), folder_(std::move(folder)) {}

  // Writes the unit's description, unless it is another driver's too, and returns the unit as the graph knows it.
  Result<NinjaGraph::Unit> add(const CompileCommand& command) {
    const auto [known, isNew] = units_.try_emplace({command.file, command.directory, command.arguments});
    if (!isNew) return known->second;
    UnitRequest request = reading_;
    request.command = command;
    const Result<std::string> text = unitRequestToJson(request);
    if (!text) return Error(command.file + ": " + text.error().message());
    const std::string name =
        "units/" + plainName(llvm::sys::path::stem(command.file)) + "-" + hexOf(digestOf(*text)).substr(0, 16);
    known->second = {name + ".json", name + ".unit", command.file};
    if (auto error = writeIfDifferent(joined(folder_, known->second.request), *text)) return *std::move(error);
    return known->second;
  }

  std::vector<NinjaGraph::Unit> all() const {
    std::vector<NinjaGraph::Unit> units;
    units.reserve(units_.size());
    for (const auto& [command, unit] : units_) units.push_back(unit);
    return units;
  }

 private:
  // What makes two commands one unit, as for 'irqlint analyze': file, directory, arguments.
  using Key = std::tuple<std::string, std::string, std::vector<std::string>>;

  const UnitRequest reading_;
  const std::string folder_;
  std::map<Key, NinjaGraph::Unit> units_;
};

Result<UnitPlanner> plannerFor(const ProjectOptions& options, const DriverSet& set, const std::string& folder) {
  const Result<std::string> kit = headerKit(options);
  if (!kit) return Error(kit.error());
  const Result<std::vector<std::string>> fallback = fallbackHeaders(options);
  if (!fallback) return Error(fallback.error());
  return UnitPlanner({.command = {}, .projectRoots = set.roots, .headerKit = *kit, .fallbackHeaders = *fallback},
                     folder);
}

// What make and Ninja take: spaces and '#' behind a backslash, '$' twice.
std::string escapedForDepfile(llvm::StringRef path) {
  std::string escaped;
  for (const char c : path) {
    if (c == ' ' || c == '#') escaped += '\\';
    if (c == '$') escaped += '$';
    escaped += c;
  }
  return escaped;
}

// What came of reading a unit.
struct UnitRead {
  UnitFile unit;
  std::vector<std::string> files;  // that were read, as far as is known
  bool isComplete = false;         // nothing else decides what the unit says
};

// Where more than the files decides, the unit also depends on one that is never there: it is read again each time. Make
// wants a rule for that.
std::string depfileText(const std::string& output, const UnitRead& read) {
  const std::string never = escapedForDepfile(output + ".again");
  std::string text = escapedForDepfile(output) + ":";
  for (const std::string& file : read.files) text += " \\\n  " + escapedForDepfile(file);
  if (!read.isComplete) text += " \\\n  " + never + "\n" + never + ":";
  return text + "\n";
}

UnitRead readUnit(const UnitRequest& request) {
  // Shared with a thread that may be left behind.
  const auto inputs = std::make_shared<std::string>();
  const ExtractOptions reading{.projectRoots = request.projectRoots,
                               .headerKit = request.headerKit,
                               .fallbackHeaders = request.fallbackHeaders,
                               .files = createFileCache()};
  const auto extract = [reading, inputs](const CompileCommand& command, Attempt attempt) {
    ExtractOptions careful = reading;
    careful.inventNames = attempt == Attempt::Full;
    return extractTu(command, careful, llvm::vfs::createPhysicalFileSystem(), inputs.get());
  };
  Extraction extraction = extractAll({request.command}, extract, {.jobs = 1});
  UnitRead read{{request.command.file, std::nullopt, ""}, {request.command.file}, false};
  if (extraction.summaries.empty()) {
    read.unit.failure = extraction.failed.front().reason;
    return read;
  }
  read.unit.summary = std::move(extraction.summaries.front());
  read.isComplete = !inputs->empty();
  if (read.isComplete) read.files = filesRead(*inputs);
  return read;
}

}  // namespace

std::optional<Error> runPlan(const PlanOptions& options) {
  Result<DriverSet> set = loadDrivers(options.project);
  if (!set) return set.error();
  const std::string folder = llvm::sys::path::parent_path(options.ninja).str();
  if (const std::error_code error = llvm::sys::fs::create_directories(joined(folder, "units"))) {
    return Error("cannot make '" + joined(folder, "units") + "': " + error.message());
  }
  Result<UnitPlanner> planner = plannerFor(options.project, *set, folder);
  if (!planner) return planner.error();
  LinkPlan plan{.set = {}, .units = {}, .sourceRoot = sourceRootOf(options.project, set->roots)};
  for (const Driver& driver : set->drivers) {
    std::vector<std::string>& units = plan.units.emplace_back();
    for (const std::size_t index : extractionOrder(driver.commands)) {
      const Result<NinjaGraph::Unit> unit = planner->add(driver.commands[index]);
      if (!unit) return unit.error();
      units.push_back(unit->output);
    }
  }
  plan.set = *std::move(set);
  const Result<std::string> text = linkPlanToJson(plan);
  if (!text) return text.error();
  const std::string name = llvm::sys::path::stem(options.ninja).str();
  if (auto error = writeIfDifferent(joined(folder, name + ".plan.json"), *text)) return error;
  const NinjaGraph graph{.program = llvm::sys::fs::getMainExecutable(nullptr, nullptr),
                         .units = planner->all(),
                         .plan = name + ".plan.json",
                         .report = name + ".sarif"};
  return writeIfDifferent(options.ninja, ninjaText(graph));
}

std::optional<Error> runExtract(const ExtractCommandOptions& options) {
  const auto text = llvm::MemoryBuffer::getFile(options.request, /*IsText=*/true);
  if (!text) return Error("cannot read '" + options.request + "': " + text.getError().message());
  const Result<UnitRequest> request = unitRequestFromJson((*text)->getBuffer());
  if (!request) return Error(options.request + ": " + request.error().message());
  const UnitRead read = readUnit(*request);
  const UnitFile& unit = read.unit;
  if (!unit.failure.empty())
    llvm::errs() << "irqlint: warning: " << unit.file << ": not read: " << unit.failure << '\n';
  if (auto error = writeIfDifferent(options.output, unitFileToBytes(unit))) return error;
  return options.depfile.empty() ? std::nullopt : writeIfDifferent(options.depfile, depfileText(options.output, read));
}

}  // namespace irqlint
