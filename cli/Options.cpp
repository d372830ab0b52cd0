#include "cli/Options.h"

#include <algorithm>
#include <map>
#include <sstream>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>
#include <CLI/CLI.hpp>

#include "analyzer/cache/HttpClient.h"
#include "cli/OutputOptions.h"

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
    addSteps();
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
    addReport(*analyzeCommand_, analyze_, outputs_);
    analyzeCommand_->add_flag("--preambles,!--no-preambles", analyze_.project.usePreambles)->group("");  // not shown
  }

  // How findings are reported, and what makes the exit status.
  static void addReport(CLI::App& app, AnalyzeOptions& options, OutputOptions& outputs) {
    outputs.addTo(app);
    app.add_flag("--include-possible", options.includePossible, "Report as notes what may but need not happen");
    addChoice(
        app, "--suppressed", options.suppressed, kSuppressedModes,
        "Findings that the source suppresses: show or hide them; default: shown, marked as suppressed, in SARIF and "
        "JSON, and only counted in text");
    addChoice(app, "--fail-on", options.failOn, kThresholds,
              "The lowest severity that makes the exit status 1; default: warning");
    app.add_flag("--fail-on-incomplete", options.failOnIncomplete,
                 "Exit status 3 if a unit or a function body could not be analysed");
    addChoice(app, "--color", options.color, kColorModes, "Colour on standard output; default: auto");
    app.add_flag("--coverage", options.coverage, "In text: how much was understood, and what was not, worst first");
    app.add_flag("--stats", options.stats, "Times and sizes on standard error");
  }

  // The analysis in steps that a build system runs (docs/ninja.md).
  void addSteps() {
    planCommand_ = app_.add_subcommand("plan", "Write the analysis as a Ninja graph, to run it on many machines");
    planCommand_->add_option("--ninja", plan_.ninja, "The file to write; what it needs is written beside it")
        ->required();
    addPaths(*planCommand_, plan_.project);
    addProject(*planCommand_, plan_.project);
    extractCommand_ = app_.add_subcommand("extract", "Read one unit for 'irqlint link'");
    extractCommand_->add_option("unit", extract_.request, "A description of the unit, as 'irqlint plan' writes it")
        ->required();
    extractCommand_->add_option("-o,--output", extract_.output, "The file to write")->required();
    extractCommand_->add_option("--depfile", extract_.depfile, "A file for what was read, as make and Ninja take it");
    linkCommand_ = app_.add_subcommand("link", "Report what 'irqlint analyze' would, from units that were read before");
    linkCommand_
        ->add_option("files", link_.linked, "What 'irqlint plan' wrote; or what 'irqlint extract' wrote, of one driver")
        ->required();
    linkCommand_->add_option("--source-root", link_.project.sourceRoot,
                             "The folder that reported paths are relative to; default: that of the plan");
    addContracts(*linkCommand_, link_.project);
    addReport(*linkCommand_, link_, linkOutputs_);
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
    if (*planCommand_) return plan_;
    if (*extractCommand_) return extract_;
    if (*linkCommand_) {
      link_.outputs = linkOutputs_.read(*linkCommand_, true);
      return link_;
    }
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
  CLI::App* planCommand_ = nullptr;
  CLI::App* extractCommand_ = nullptr;
  CLI::App* linkCommand_ = nullptr;
  PlanOptions plan_;
  ExtractCommandOptions extract_;
  AnalyzeOptions link_;
  OutputOptions linkOutputs_{kReportFormats};
};

}  // namespace

std::variant<Options, ExitStatus> parseOptions(std::vector<std::string> arguments, llvm::raw_ostream& out,
                                               llvm::raw_ostream& err) {
  return CommandLineParser().parse(std::move(arguments), out, err);
}

}  // namespace irqlint
