// The command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <llvm/Support/raw_ostream.h>

#include "analyzer/model/RuleInfo.h"
#include "analyzer/project/BuildChoice.h"

namespace irqlint {

enum class ExitStatus : int {
  Clean = 0,  // nothing at or above the threshold
  Findings = 1,
  Failure = 2,     // usage, project, or no unit analysed: the tool could not do its work
  Incomplete = 3,  // something was not analysed, and --fail-on-incomplete was given
};

enum class ReportFormat { Text, Sarif, Json, Csv };

struct Output {
  ReportFormat format = ReportFormat::Text;
  std::string file;  // "": standard output

  friend bool operator==(const Output&, const Output&) = default;
};

// Where findings that the source suppresses are shown. They never count.
enum class SuppressedMode {
  Marked,  // in formats that can mark them as suppressed
  Show,    // in every format
  Hide,    // nowhere
};

enum class ColorMode { Auto, Always, Never };

// Where what units say is kept from run to run.
struct CacheOptions {
  bool use = false;
  std::string folder;                           // "": the platform's folder for caches
  std::uint64_t size = std::uint64_t{2} << 30;  // in bytes; when there is more, what was used longest ago goes
  std::string remote;                           // a server that other machines share; "": none
  bool remoteIsReadOnly = false;
};

// Which units to read, and how.
struct ProjectOptions {
  std::string database;  // a compile_commands.json or its folder; "": searched for upwards
  // Projects, folders or sources. With a database: units or folders of units, empty for all.
  std::vector<std::string> paths;
  BuildChoice choice;            // of projects
  std::string wdk;               // "": searched for
  unsigned jobs = 0;             // 0: as many as there are cores
  std::string headerKit;         // "": beside the program
  std::vector<std::string> ddk;  // fallback headers; empty: where mingw-w64 is usually installed
  bool useFallbackHeaders = true;
  std::string sourceRoot;              // "": the working directory if it holds the project, else the project's folder
  std::vector<std::string> contracts;  // files of the user's own contracts, laid over what ships in this order
  bool usePreambles = true;            // parse headers that units share once
  bool measureCode = false;            // also compile the units, for the sizes of their functions
  CacheOptions cache;
};

struct AnalyzeOptions {
  ProjectOptions project;
  // What `plan` or `extract` wrote, to be linked in place of a project's units; empty: the project.
  std::vector<std::string> linked;
  std::vector<Output> outputs;
  bool includePossible = false;
  SuppressedMode suppressed = SuppressedMode::Marked;
  std::optional<Severity> failOn = Severity::Warning;  // none: findings do not fail
  bool failOnIncomplete = false;
  ColorMode color = ColorMode::Auto;
  bool coverage = false;
  bool stats = false;
};

enum class ListFormat { Text, Json, Markdown };

struct RulesOptions {
  ListFormat format = ListFormat::Text;
};

struct ExplainOptions {
  std::string topic;       // a rule's id or name, "assumptions", or a kernel function
  ProjectOptions project;  // for a function: a driver whose headers may say otherwise; may name none
};

struct ShowProjectOptions {
  ProjectOptions project;
  std::string database;  // a file to write as compile_commands.json; "": none
};

struct IrqlOptions {
  ProjectOptions project;
  std::string function;
};

struct PartitionOptions {
  ProjectOptions project;
  std::vector<Output> outputs;
  bool apply = false;   // edit the sources as is advised
  bool dryRun = false;  // with `apply`: show the edits instead
};

struct ExtractCommandOptions {
  std::string request;  // a file that describes the unit
  std::string output;
  std::string depfile;  // "": none
};

struct PlanOptions {
  ProjectOptions project;
  std::string ninja;  // the file to write; what goes with it is written beside it
};

enum class CacheAction { Info, Clear, Prune };

struct CacheCommandOptions {
  CacheAction action = CacheAction::Info;
  CacheOptions cache;
  ListFormat format = ListFormat::Text;  // no Markdown
};

using Options = std::variant<AnalyzeOptions, RulesOptions, ExplainOptions, ShowProjectOptions, IrqlOptions,
                             PartitionOptions, CacheCommandOptions, ExtractCommandOptions, PlanOptions>;

// What the arguments (without the program's name) ask for; an ExitStatus if that is done already: help and version are
// written to `out`, what is wrong with the arguments to `err`.
std::variant<Options, ExitStatus> parseOptions(std::vector<std::string> arguments, llvm::raw_ostream& out,
                                               llvm::raw_ostream& err);

}  // namespace irqlint
