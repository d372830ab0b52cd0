#include "cli/Options.h"

#include <algorithm>
#include <map>
#include <sstream>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>
#include <CLI/CLI.hpp>

#include "analyzer/cache/HttpClient.h"

namespace irqlint {
namespace {

const std::map<std::string, ReportFormat> kReportFormats{
    {"text", ReportFormat::Text}, {"sarif", ReportFormat::Sarif}, {"json", ReportFormat::Json}};
const std::map<std::string, ReportFormat> kPartitionFormats{{"text", ReportFormat::Text},
                                                            {"sarif", ReportFormat::Sarif},
                                                            {"json", ReportFormat::Json},
                                                            {"csv", ReportFormat::Csv}};
const std::map<std::string, ListFormat> kListFormats{
    {"text", ListFormat::Text}, {"json", ListFormat::Json}, {"markdown", ListFormat::Markdown}};
const std::map<std::string, ListFormat> kCacheFormats{{"text", ListFormat::Text}, {"json", ListFormat::Json}};
const std::map<std::string, ColorMode> kColorModes{
    {"auto", ColorMode::Auto}, {"always", ColorMode::Always}, {"never", ColorMode::Never}};
const std::map<std::string, SuppressedMode> kSuppressedModes{{"show", SuppressedMode::Show},
                                                             {"hide", SuppressedMode::Hide}};
const std::map<std::string, std::optional<Severity>> kThresholds{
    {"error", Severity::Error}, {"warning", Severity::Warning}, {"note", Severity::Note}, {"never", std::nullopt}};

template <typename Value>
std::vector<std::string> namesOf(const std::map<std::string, Value>& values) {
  std::vector<std::string> names;
  names.reserve(values.size());
  for (const auto& entry : values) names.push_back(entry.first);
  return names;
}

// An option that takes one of the names of `values`, which must outlive the parse.
template <typename Value>
CLI::Option* addChoice(CLI::App& app, const std::string& name, Value& value, const std::map<std::string, Value>& values,
                       const std::string& help) {
  return app
      .add_option_function<std::string>(
          name, [&value, &values](const std::string& text) { value = values.at(text); }, help)
      ->check(CLI::IsMember(namesOf(values)));
}

void addProject(CLI::App& app, ProjectOptions& project) {
  app.add_option(
      "-p,--build-dir", project.database,
      "compile_commands.json, or the folder that holds it; default: searched for in the working directory and "
      "its parents");
  app.add_option("--configuration", project.choice.configuration,
                 "The configuration of projects to read; default: Release");
  app.add_option("--platform", project.choice.platform, "The platform of projects to read; default: x64");
  app.add_option("--wdk", project.wdk,
                 "A WDK, installed or as unpacked NuGet packages; default: searched for among the packages of project "
                 "and user and where it is usually installed");
  app.add_option("-j,--jobs", project.jobs, "Units read at once; default: one for each core");
  app.add_option("--headers", project.headerKit,
                 "The tool's own headers; default: share/irqlint/headers beside the program");
  app.add_option(
         "--ddk", project.ddk,
         "Headers to use where no WDK is on the include path (a folder with ntddk.h, or with ddk/ntddk.h); default: "
         "those of mingw-w64, if installed")
      ->allow_extra_args(false);
  app.add_flag("!--no-fallback-headers", project.useFallbackHeaders, "Only headers that the commands name");
  app.add_option(
      "--source-root", project.sourceRoot,
      "The folder that reported paths are relative to; default: the working directory if it holds the project, "
      "else the project's own folder");
}

void addCacheFolder(CLI::App& app, CacheOptions& cache) {
  app.add_option("--cache-dir", cache.folder, "The folder of the cache; default: in the platform's folder for caches");
  app.add_option("--cache-size", cache.size, "How much the cache may hold, as 500MB or 2GB; default: 2GB")
      ->transform(CLI::AsSizeValue(/*kb_is_1000=*/false));
}

std::string problemOfAddress(const std::string& text) {
  const Result<HttpAddress> address = parseHttpAddress(text);
  return address ? "" : address.error().message();
}

// The cache is used unless the options say otherwise.
void addCache(CLI::App& app, CacheOptions& cache) {
  cache.use = true;
  app.add_flag("!--no-cache", cache.use, "Read each unit, and do not keep what it says for the next run");
  addCacheFolder(app, cache);
  CLI::Option* remote = app.add_option("--remote-cache", cache.remote,
                                       "A server to share the cache with other machines, as "
                                       "http[s]://[USER:PASSWORD@]HOST[:PORT][/PATH] (docs/cache.md)")
                            ->type_name("URL")
                            ->check(&problemOfAddress);
  app.add_flag("--remote-cache-read-only", cache.remoteIsReadOnly, "Take from the server, and give it nothing")
      ->needs(remote);
}

void addContracts(CLI::App& app, ProjectOptions& project) {
  app.add_option("--contracts", project.contracts,
                 "A JSON file of contracts, callbacks and allocators of your own (docs/contracts.md). May be repeated")
      ->allow_extra_args(false);
}

void addPaths(CLI::App& app, ProjectOptions& project) {
  app.add_option("paths", project.paths,
                 "Solutions, projects, 'sources' or 'dirs' files, folders of them, or sources; with a compilation "
                 "database: its units or folders of units");
}

using FormatNames = std::map<std::string, ReportFormat>;

ReportFormat formatOfName(const std::string& file, const FormatNames& formats) {
  const llvm::StringRef extension = llvm::sys::path::extension(file);
  if (extension.equals_insensitive(".txt")) return ReportFormat::Text;
  const auto named = formats.find(extension.drop_front(extension.empty() ? 0 : 1).lower());
  if (named != formats.end() && named->second != ReportFormat::Text) return named->second;
  std::string endings;
  for (const auto& [name, format] : formats) {
    if (format != ReportFormat::Text) endings += (endings.empty() ? "." : ", .") + name;
  }
  throw CLI::ValidationError("-o " + file, "say --format before it, or name it " + endings + " or .txt");
}

// Reads --format and -o in the order in which they were given.
struct OutputOptions {
  const FormatNames& known;
  std::vector<std::string> formats;
  std::vector<std::string> files;
  bool quiet = false;
  CLI::Option* formatOption = nullptr;
  CLI::Option* fileOption = nullptr;

  void addTo(CLI::App& app) {
    formatOption = app.add_option("--format", formats, "The format of the -o that follows, else of standard output")
                       ->allow_extra_args(false)
                       ->check(CLI::IsMember(namesOf(known)));
    fileOption = app.add_option("-o,--output", files,
                                "A file to report to; without a --format of its own the ending of its name decides. "
                                "May be repeated")
                     ->allow_extra_args(false);
    app.add_flag("-q,--quiet", quiet, "Nothing on standard output unless a --format asks for it");
  }

  // `textByDefault`: a text goes to standard output where nothing else is asked for.
  std::vector<Output> read(const CLI::App& app, bool textByDefault) const {
    std::vector<Output> outputs;
    const ReportFormat* pending = nullptr;  // a --format that no -o has taken yet
    const auto toStandardOutput = [&] {
      if (pending) outputs.push_back({*pending, ""});
      pending = nullptr;
    };
    std::size_t format = 0;
    std::size_t file = 0;
    for (const CLI::Option* option : app.parse_order()) {
      if (option == formatOption) {
        toStandardOutput();
        pending = &known.at(formats[format++]);
      } else if (option == fileOption) {
        const std::string& name = files[file++];
        outputs.push_back({pending ? *pending : formatOfName(name, known), name});
        pending = nullptr;
      }
    }
    toStandardOutput();
    check(outputs);
    if (formats.empty() && !quiet && textByDefault) outputs.insert(outputs.begin(), {ReportFormat::Text, ""});
    return outputs;
  }

  static void check(const std::vector<Output>& outputs) {
    for (auto output = outputs.begin(); output != outputs.end(); ++output) {
      const auto same = [&](const Output& other) { return other.file == output->file; };
      if (std::any_of(output + 1, outputs.end(), same)) {
        throw CLI::ValidationError(output->file.empty() ? "--format" : "-o " + output->file,
                                   "two reports cannot share one output");
      }
    }
  }
};

class CommandLineParser {
 public:
  CommandLineParser() : app_("Finds IRQL and paged-code errors in Windows kernel drivers.", "irqlint") {
    app_.set_version_flag("--version", "irqlint " IRQLINT_VERSION);
    app_.require_subcommand(1);
    app_.footer(
        "Exit status: 0 nothing at or above the threshold, 1 findings, 2 the tool could not do its work,\n"
        "3 something was not analysed and --fail-on-incomplete was given.");
    addAnalyze();
    rulesCommand_ = app_.add_subcommand("rules", "List the rules");
    addChoice(*rulesCommand_, "--format", rules_.format, kListFormats, "text, json or markdown");
    addExplain();
    addShowProject();
    irqlCommand_ = app_.add_subcommand("irql", "Show the levels at which a function runs, and why");
    irqlCommand_->add_option("function", irql_.function, "The function's name")->required();
    addContracts(*irqlCommand_, irql_.project);
    addPaths(*irqlCommand_, irql_.project);
    addProject(*irqlCommand_, irql_.project);
    addCache(*irqlCommand_, irql_.project.cache);
    addPartition();
    addCacheCommand();
  }

  std::variant<Options, ExitStatus> parse(std::vector<std::string> arguments, llvm::raw_ostream& out,
                                          llvm::raw_ostream& err) {
    try {
      checkCommand(arguments);
      std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes a vector
      app_.parse(std::move(arguments));
      return selected();
    } catch (const CLI::ParseError& error) {
      std::ostringstream help;
      std::ostringstream problem;
      const int code = app_.exit(error, help, problem);
      out << help.str();
      err << problem.str();
      return code == 0 ? ExitStatus::Clean : ExitStatus::Failure;
    }
  }

 private:
  // CLI11 would only say that a subcommand is missing.
  void checkCommand(const std::vector<std::string>& arguments) {
    if (arguments.empty() || arguments.front().starts_with('-')) return;
    const auto commands = app_.get_subcommands({});
    const auto named = [&](const CLI::App* command) { return command->check_name(arguments.front()); };
    if (std::none_of(commands.begin(), commands.end(), named)) {
      throw CLI::ValidationError("irqlint", "there is no command '" + arguments.front() + "'");
    }
  }

  void addAnalyze() {
    analyzeCommand_ = app_.add_subcommand("analyze", "Analyse a driver and report what it finds")->alias("analyse");
    addProject(*analyzeCommand_, analyze_.project);
    addContracts(*analyzeCommand_, analyze_.project);
    addPaths(*analyzeCommand_, analyze_.project);
    addCache(*analyzeCommand_, analyze_.project.cache);
    outputs_.addTo(*analyzeCommand_);
    analyzeCommand_->add_flag("--include-possible", analyze_.includePossible,
                              "Report as notes what may but need not happen");
    addChoice(
        *analyzeCommand_, "--suppressed", analyze_.suppressed, kSuppressedModes,
        "Findings that the source suppresses: show or hide them; default: shown, marked as suppressed, in SARIF and "
        "JSON, and only counted in text");
    addChoice(*analyzeCommand_, "--fail-on", analyze_.failOn, kThresholds,
              "The lowest severity that makes the exit status 1; default: warning");
    analyzeCommand_->add_flag("--fail-on-incomplete", analyze_.failOnIncomplete,
                              "Exit status 3 if a unit or a function body could not be analysed");
    addChoice(*analyzeCommand_, "--color", analyze_.color, kColorModes, "Colour on standard output; default: auto");
    analyzeCommand_->add_flag("--coverage", analyze_.coverage,
                              "In text: how much was understood, and what was not, worst first");
    analyzeCommand_->add_flag("--stats", analyze_.stats, "Times and sizes on standard error");
    analyzeCommand_->add_flag("--preambles,!--no-preambles", analyze_.project.usePreambles)->group("");  // not shown
  }

  void addExplain() {
    explainCommand_ = app_.add_subcommand(
        "explain", "Say what a rule means, what is known of a kernel function, or what the analysis assumes");
    explainCommand_
        ->add_option("topic", explain_.topic,
                     "A rule's id or name, a kernel function, macro or callback type, or 'assumptions'")
        ->required();
    addContracts(*explainCommand_, explain_.project);
    explainCommand_->add_option("paths", explain_.project.paths,
                                "A driver: also say where its headers differ from what is known of the function");
    addProject(*explainCommand_, explain_.project);
    addCache(*explainCommand_, explain_.project.cache);
  }

  void addShowProject() {
    showProjectCommand_ = app_.add_subcommand("project", "Show what is understood of a project, and what is left out");
    addPaths(*showProjectCommand_, showProject_.project);
    addProject(*showProjectCommand_, showProject_.project);
    showProjectCommand_->add_option("-o,--write", showProject_.database, "Write the units as compile_commands.json");
  }

  void addPartition() {
    partitionCommand_ =
        app_.add_subcommand("partition", "Say of each function and global whether it must be resident, and why");
    addProject(*partitionCommand_, partition_.project);
    addContracts(*partitionCommand_, partition_.project);
    addPaths(*partitionCommand_, partition_.project);
    addCache(*partitionCommand_, partition_.project.cache);
    partitionOutputs_.addTo(*partitionCommand_);
    CLI::Option* apply =
        partitionCommand_->add_flag("--apply", partition_.apply,
                                    "Edit the sources: place the functions that could be paged or discarded in PAGE "
                                    "and INIT. The report is written only where -o or --format asks for it");
    partitionCommand_
        ->add_flag("--dry-run", partition_.dryRun, "Change nothing: write the edits as a diff to standard output")
        ->needs(apply);
  }

  void addCacheCommand() {
    cacheCommand_ = app_.add_subcommand("cache", "Show or empty the folder in which what units say is kept");
    cacheCommand_->require_subcommand(1);
    const auto add = [&](const char* name, CacheAction action, const char* help) {
      CLI::App* command = cacheCommand_->add_subcommand(name, help);
      command->callback([this, action] { cache_.action = action; });
      addCacheFolder(*command, cache_.cache);
      addChoice(*command, "--format", cache_.format, kCacheFormats, "text or json");
    };
    add("info", CacheAction::Info, "Say where it is and how much it holds");
    add("clear", CacheAction::Clear, "Remove all of it");
    add("prune", CacheAction::Prune, "Remove what was used longest ago until it holds no more than it may");
  }

  PartitionOptions partition() {
    partition_.outputs = partitionOutputs_.read(*partitionCommand_, !partition_.apply);
    const auto isStandard = [](const Output& output) { return output.file.empty(); };
    if (partition_.dryRun && std::any_of(partition_.outputs.begin(), partition_.outputs.end(), isStandard)) {
      throw CLI::ValidationError("--dry-run", "a report and the diff cannot share one output");
    }
    return partition_;
  }

  Options selected() {
    if (*showProjectCommand_) return showProject_;
    if (*rulesCommand_) return rules_;
    if (*explainCommand_) return explain_;
    if (*irqlCommand_) return irql_;
    if (*partitionCommand_) return partition();
    if (*cacheCommand_) return cache_;
    analyze_.outputs = outputs_.read(*analyzeCommand_, true);
    return analyze_;
  }

  CLI::App app_;
  CLI::App* analyzeCommand_ = nullptr;
  CLI::App* partitionCommand_ = nullptr;
  CLI::App* rulesCommand_ = nullptr;
  CLI::App* explainCommand_ = nullptr;
  CLI::App* showProjectCommand_ = nullptr;
  CLI::App* irqlCommand_ = nullptr;
  CLI::App* cacheCommand_ = nullptr;
  OutputOptions outputs_{kReportFormats};
  AnalyzeOptions analyze_;
  RulesOptions rules_;
  ExplainOptions explain_;
  ShowProjectOptions showProject_;
  IrqlOptions irql_;
  CacheCommandOptions cache_;
  PartitionOptions partition_;
  OutputOptions partitionOutputs_{kPartitionFormats};
};

}  // namespace

std::variant<Options, ExitStatus> parseOptions(std::vector<std::string> arguments, llvm::raw_ostream& out,
                                               llvm::raw_ostream& err) {
  return CommandLineParser().parse(std::move(arguments), out, err);
}

}  // namespace irqlint
