#include "tests/FixturePrograms.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <sstream>

#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/extract/Extraction.h"
#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/link/Program.h"
#include "cli/HeaderDirectories.h"
#include "rules/RuleRunner.h"

namespace irqlint::test {
namespace {

namespace fs = std::filesystem;

bool isSource(const fs::path& path) { return path.extension() == ".c" || path.extension() == ".cpp"; }
bool isHeader(const fs::path& path) { return path.extension() == ".h"; }

std::vector<std::string> filesOf(const fs::path& folder, bool (*wanted)(const fs::path&)) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file() && wanted(entry.path())) files.push_back(entry.path().generic_string());
  std::sort(files.begin(), files.end());
  return files;
}

FixtureProgram programOf(const fs::path& folder, const std::string& rule) {
  const std::string name = folder.filename() == rule ? rule : rule + "_" + folder.filename().string();
  return {name, rule, filesOf(folder, isSource), filesOf(folder, isHeader)};
}

void addProgramsOf(const fs::path& folder, std::vector<FixtureProgram>& programs) {
  const std::string rule = folder.filename().string();
  if (fs::exists(folder / "compile_commands.json")) {
    programs.push_back(programOf(folder, rule));
    return;
  }
  for (const auto& entry : fs::directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (entry.is_directory())
      programs.push_back(programOf(path, rule));
    else if (isSource(path))
      programs.push_back({rule + "_" + path.stem().string() + (path.extension() == ".cpp" ? "_cpp" : ""),
                          rule,
                          {path.generic_string()},
                          {}});
  }
}

Result<ExtractOptions> extractOptions(const std::vector<CompileCommand>& commands) {
  ExtractOptions options;
  for (const auto& command : commands) options.projectRoots.push_back(command.directory);
  std::sort(options.projectRoots.begin(), options.projectRoots.end());
  options.projectRoots.erase(std::unique(options.projectRoots.begin(), options.projectRoots.end()),
                             options.projectRoots.end());
  options.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
  auto fallback = fallbackHeaders(ProjectOptions{});
  if (!fallback) return fallback.error();
  options.fallbackHeaders = *std::move(fallback);
  return options;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const FixtureProgram& program) { return out << program.name; }

std::string fixturesFolder() { return IRQLINT_SOURCE_DIR "/fixtures"; }

std::vector<FixtureProgram> fixturePrograms() {
  std::vector<FixtureProgram> programs;
  for (const auto& entry : fs::directory_iterator(fixturesFolder()))
    if (entry.is_directory() && entry.path().filename() != "projects" &&
        !entry.path().filename().string().starts_with("partition"))
      addProgramsOf(entry.path(), programs);
  std::sort(programs.begin(), programs.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return programs;
}

std::vector<FixtureProgram> partitionPrograms() {
  std::vector<FixtureProgram> programs;
  addProgramsOf(fs::path(fixturesFolder()) / "partition", programs);
  std::sort(programs.begin(), programs.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return programs;
}

std::vector<CompileCommand> commandsOf(const FixtureProgram& program) {
  std::vector<CompileCommand> commands;
  for (const auto& source : program.sources) {
    CompileCommand command;
    command.file = source;
    command.directory = fs::path(source).parent_path().generic_string();
    command.arguments = {"-D_AMD64_"};
    if (fs::path(source).extension() == ".cpp") command.arguments.push_back("-std=c++20");
    commands.push_back(std::move(command));
  }
  return commands;
}

namespace {

// Runs `visit` on the analysed program. An error names the unit that failed.
std::optional<Error> withProgram(const std::vector<CompileCommand>& commands, unsigned jobs, const AnalysisOptions& how,
                                 const std::function<void(const AnalyzedProgram&)>& visit) {
  const auto options = extractOptions(commands);
  if (!options) return options.error();
  const auto extract = [&](const CompileCommand& command, Attempt) {
    return extractTu(command, *options, llvm::vfs::createPhysicalFileSystem());
  };
  ExtractionOptions extraction;
  extraction.jobs = jobs;
  Extraction extracted = extractAll(commands, extract, extraction);
  if (!extracted.failed.empty()) return Error(extracted.failed.front().file + ": " + extracted.failed.front().reason);

  const DdiDatabase ddi;
  const Program program = linkProgram(std::move(extracted.summaries), ddi);
  visit(analyse(program, how));
  return std::nullopt;
}

}  // namespace

Result<Report> analyseProgram(const std::vector<CompileCommand>& commands, unsigned jobs, RuleKind kind) {
  Report report;
  report.toolVersion = "0.0.0";
  report.sourceRoot = fixturesFolder();
  report.rules = allRules();
  const auto visit = [&](const AnalyzedProgram& analyzed) {
    const Program& program = analyzed.program();
    report.findings = runRules(analyzed, RuleOptions{.includePossible = true, .kind = kind});
    report.coverage.units = program.units;
    for (const auto& problem : program.problems)
      report.coverage.notes.push_back({"problem", problem.message, program.locate(problem.location)});
  };
  if (auto error = withProgram(commands, jobs, {.asIfResident = kind == RuleKind::Advice}, visit)) return *error;
  return report;
}

Result<std::vector<PartitionItem>> partitionOf(const std::vector<CompileCommand>& commands) {
  std::vector<PartitionItem> items;
  const auto visit = [&](const AnalyzedProgram& analyzed) { items = analyzed.partition(); };
  if (auto error = withProgram(commands, 1, {.asIfResident = true}, visit)) return *error;
  return items;
}

std::string readFile(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

}  // namespace irqlint::test
