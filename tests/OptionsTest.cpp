#include "cli/Options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace irqlint {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// What was asked for, or how parsing ended and what it said.
struct Parsed {
  std::variant<Options, ExitStatus> result;
  std::string out;
  std::string err;
};

Parsed parse(std::vector<std::string> arguments) {
  Parsed parsed{ExitStatus::Clean, "", ""};
  llvm::raw_string_ostream out(parsed.out);
  llvm::raw_string_ostream err(parsed.err);
  parsed.result = parseOptions(std::move(arguments), out, err);
  return parsed;
}

template <typename Kind>
Kind parseAs(std::vector<std::string> arguments) {
  const Parsed parsed = parse(std::move(arguments));
  const auto* options = std::get_if<Options>(&parsed.result);
  const Kind* kind = options ? std::get_if<Kind>(options) : nullptr;
  EXPECT_NE(kind, nullptr) << parsed.err;
  return kind ? *kind : Kind();
}

AnalyzeOptions analyze(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "analyze");
  return parseAs<AnalyzeOptions>(std::move(arguments));
}

std::string failure(std::vector<std::string> arguments) {
  const Parsed parsed = parse(std::move(arguments));
  const auto* status = std::get_if<ExitStatus>(&parsed.result);
  EXPECT_TRUE(status && *status == ExitStatus::Failure);
  EXPECT_THAT(parsed.out, IsEmpty());
  return parsed.err;
}

TEST(OptionsTest, DefaultsOfAnalyze) {
  const AnalyzeOptions options = analyze({});
  EXPECT_THAT(options.outputs, ElementsAre(Output{ReportFormat::Text, ""}));
  EXPECT_EQ(options.failOn, Severity::Warning);
  EXPECT_EQ(options.color, ColorMode::Auto);
  EXPECT_TRUE(options.project.useFallbackHeaders);
  EXPECT_FALSE(options.includePossible);
  EXPECT_EQ(options.suppressed, SuppressedMode::Marked);
  EXPECT_THAT(options.project.paths, IsEmpty());
}

TEST(OptionsTest, ShowsAndWritesProjects) {
  const auto options = parseAs<ShowProjectOptions>({"project", "drv.sln", "--write", "db.json", "--platform", "ARM64"});
  EXPECT_THAT(options.project.paths, ElementsAre("drv.sln"));
  EXPECT_EQ(options.project.choice, (BuildChoice{"Release", "ARM64"}));
  EXPECT_EQ(options.database, "db.json");
}

TEST(OptionsTest, EveryOptionOfAnalyze) {
  const AnalyzeOptions options = analyze({"-p",
                                          "out",
                                          "-j",
                                          "3",
                                          "--include-possible",
                                          "--fail-on",
                                          "error",
                                          "--fail-on-incomplete",
                                          "--color",
                                          "always",
                                          "--stats",
                                          "--headers",
                                          "kit",
                                          "--ddk",
                                          "a",
                                          "--ddk",
                                          "b",
                                          "--no-fallback-headers",
                                          "--source-root",
                                          "src",
                                          "--configuration",
                                          "Win7 Debug",
                                          "--platform",
                                          "Win32",
                                          "--wdk",
                                          "kits",
                                          "x.c",
                                          "sub"});
  EXPECT_EQ(options.project.database, "out");
  EXPECT_EQ(options.project.jobs, 3u);
  EXPECT_EQ(options.project.choice, (BuildChoice{"Win7 Debug", "Win32"}));
  EXPECT_EQ(options.project.wdk, "kits");
  EXPECT_TRUE(options.includePossible);
  EXPECT_EQ(options.failOn, Severity::Error);
  EXPECT_TRUE(options.failOnIncomplete);
  EXPECT_EQ(options.color, ColorMode::Always);
  EXPECT_TRUE(options.stats);
  EXPECT_EQ(options.project.headerKit, "kit");
  EXPECT_THAT(options.project.ddk, ElementsAre("a", "b"));
  EXPECT_FALSE(options.project.useFallbackHeaders);
  EXPECT_EQ(options.project.sourceRoot, "src");
  EXPECT_THAT(options.project.paths, ElementsAre("x.c", "sub"));
}

TEST(OptionsTest, ContractsOfOnesOwn) {
  EXPECT_THAT(analyze({"--contracts", "a.json", "--contracts", "b.json", "x.c"}).project.contracts,
              ElementsAre("a.json", "b.json"));
  EXPECT_THAT(parseAs<IrqlOptions>({"irql", "F", "--contracts", "a.json"}).project.contracts, ElementsAre("a.json"));
  const auto explain = parseAs<ExplainOptions>({"explain", "F", "--contracts", "a.json", "drv.sln"});
  EXPECT_EQ(explain.topic, "F");
  EXPECT_THAT(explain.project.contracts, ElementsAre("a.json"));
  EXPECT_THAT(explain.project.paths, ElementsAre("drv.sln"));
}

TEST(OptionsTest, SuppressedFindings) {
  EXPECT_EQ(analyze({"--suppressed", "show"}).suppressed, SuppressedMode::Show);
  EXPECT_EQ(analyze({"--suppressed", "hide"}).suppressed, SuppressedMode::Hide);
}

TEST(OptionsTest, FailOnNever) { EXPECT_EQ(analyze({"--fail-on", "never"}).failOn, std::nullopt); }

TEST(OptionsTest, FormatAloneGoesToStandardOutput) {
  EXPECT_THAT(analyze({"--format", "sarif"}).outputs, ElementsAre(Output{ReportFormat::Sarif, ""}));
}

TEST(OptionsTest, FormatBelongsToTheOutputAfterIt) {
  EXPECT_THAT(analyze({"--format", "sarif", "-o", "report"}).outputs,
              ElementsAre(Output{ReportFormat::Sarif, "report"}));
  EXPECT_THAT(analyze({"--format", "text", "--format", "sarif", "-o", "r.json", "x.c"}).outputs,
              ElementsAre(Output{ReportFormat::Text, ""}, Output{ReportFormat::Sarif, "r.json"}));
}

TEST(OptionsTest, NameOfTheOutputDecidesAndTextStays) {
  EXPECT_THAT(analyze({"-o", "r.sarif", "-o", "r.JSON", "-o", "r.txt"}).outputs,
              ElementsAre(Output{ReportFormat::Text, ""}, Output{ReportFormat::Sarif, "r.sarif"},
                          Output{ReportFormat::Json, "r.JSON"}, Output{ReportFormat::Text, "r.txt"}));
}

TEST(OptionsTest, QuietSilencesStandardOutput) {
  EXPECT_THAT(analyze({"-q", "-o", "r.sarif"}).outputs, ElementsAre(Output{ReportFormat::Sarif, "r.sarif"}));
}

TEST(OptionsTest, UnusableOutputsAreRefused) {
  EXPECT_THAT(failure({"analyze", "-o", "report"}), HasSubstr("-o report"));
  EXPECT_THAT(failure({"analyze", "--format", "text", "--format", "json"}), HasSubstr("--format"));
  EXPECT_THAT(failure({"analyze", "-o", "a.txt", "-o", "a.txt"}), HasSubstr("a.txt"));
}

TEST(OptionsTest, MistakesAreNamed) {
  EXPECT_THAT(failure({}), HasSubstr("subcommand"));
  EXPECT_THAT(failure({"analyse-this"}), HasSubstr("analyse-this"));
  EXPECT_THAT(failure({"analyze", "--nonsense"}), HasSubstr("--nonsense"));
  EXPECT_THAT(failure({"analyze", "--format", "pdf"}), HasSubstr("pdf"));
  EXPECT_THAT(failure({"analyze", "-j", "many"}), HasSubstr("many"));
  EXPECT_THAT(failure({"explain"}), HasSubstr("topic"));
}

TEST(OptionsTest, OtherCommands) {
  EXPECT_EQ(parseAs<RulesOptions>({"rules"}).format, ListFormat::Text);
  EXPECT_EQ(parseAs<RulesOptions>({"rules", "--format", "markdown"}).format, ListFormat::Markdown);
  EXPECT_EQ(parseAs<ExplainOptions>({"explain", "PAGE201"}).topic, "PAGE201");
  const auto irql = parseAs<IrqlOptions>({"irql", "OnTimer", "-p", "out"});
  EXPECT_EQ(irql.function, "OnTimer");
  EXPECT_EQ(irql.project.database, "out");
}

TEST(OptionsTest, HelpAndVersionEndWell) {
  for (const char* argument : {"--help", "--version"}) {
    const Parsed parsed = parse({argument});
    const auto* status = std::get_if<ExitStatus>(&parsed.result);
    EXPECT_TRUE(status && *status == ExitStatus::Clean);
    EXPECT_THAT(parsed.out, HasSubstr("irqlint"));
    EXPECT_THAT(parsed.err, IsEmpty());
  }
  EXPECT_THAT(parse({"analyze", "--help"}).out, HasSubstr("--include-possible"));
}

TEST(OptionsTest, PartitionHasTablesAndAnalyzeHasNone) {
  const auto options = parseAs<PartitionOptions>({"partition", "-o", "out.csv", "--format", "json", "driver"});
  EXPECT_THAT(options.outputs, ElementsAre(Output{ReportFormat::Csv, "out.csv"}, Output{ReportFormat::Json, ""}));
  EXPECT_THAT(options.project.paths, ElementsAre("driver"));
  EXPECT_THAT(failure({"analyze", "--format", "csv"}), HasSubstr("csv"));
  EXPECT_THAT(failure({"analyze", "-o", "out.csv"}), HasSubstr("name it .json, .sarif or .txt"));
}

// The report gives way to the account of what was done, unless it is asked for.
TEST(OptionsTest, PartitionAppliesOrShowsADiff) {
  const auto applied = parseAs<PartitionOptions>({"partition", "--apply", "driver"});
  EXPECT_TRUE(applied.apply);
  EXPECT_FALSE(applied.dryRun);
  EXPECT_THAT(applied.outputs, IsEmpty());
  EXPECT_THAT(parseAs<PartitionOptions>({"partition", "--apply", "--format", "text"}).outputs,
              ElementsAre(Output{ReportFormat::Text, ""}));
  EXPECT_TRUE(parseAs<PartitionOptions>({"partition", "--apply", "--dry-run", "-o", "a.csv"}).dryRun);
  EXPECT_THAT(failure({"partition", "--dry-run"}), HasSubstr("--apply"));
  EXPECT_THAT(failure({"partition", "--apply", "--dry-run", "--format", "json"}), HasSubstr("cannot share"));
}

TEST(OptionsTest, UnitsAreKeptUnlessOneSaysOtherwise) {
  const CacheOptions usual = parseAs<AnalyzeOptions>({"analyze"}).project.cache;
  EXPECT_TRUE(usual.use);
  EXPECT_EQ(usual.folder, "");
  EXPECT_EQ(usual.size, std::uint64_t{2} << 30);
  EXPECT_FALSE(parseAs<AnalyzeOptions>({"analyze", "--no-cache"}).project.cache.use);
  const CacheOptions own =
      parseAs<PartitionOptions>({"partition", "--cache-dir", "kept", "--cache-size", "500MB"}).project.cache;
  EXPECT_TRUE(own.use);
  EXPECT_EQ(own.folder, "kept");
  EXPECT_EQ(own.size, std::uint64_t{500} << 20);
  EXPECT_TRUE(parseAs<IrqlOptions>({"irql", "f"}).project.cache.use);
}

TEST(OptionsTest, ACacheIsSharedWhereOneSaysSo) {
  EXPECT_EQ(parseAs<AnalyzeOptions>({"analyze"}).project.cache.remote, "");
  const std::vector<std::string> shared = {"--remote-cache", "https://ci:pw@cache.example/irqlint"};
  const auto with = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), shared.begin(), shared.end());
    return arguments;
  };
  EXPECT_EQ(parseAs<AnalyzeOptions>(with({"analyze"})).project.cache.remote, shared[1]);
  EXPECT_FALSE(parseAs<AnalyzeOptions>(with({"analyze"})).project.cache.remoteIsReadOnly);
  EXPECT_EQ(parseAs<ExplainOptions>(with({"explain", "f"})).project.cache.remote, shared[1]);
  EXPECT_EQ(parseAs<IrqlOptions>(with({"irql", "f"})).project.cache.remote, shared[1]);
  EXPECT_TRUE(
      parseAs<PartitionOptions>(with({"partition", "--remote-cache-read-only"})).project.cache.remoteIsReadOnly);
  EXPECT_THAT(failure({"analyze", "--remote-cache-read-only"}), HasSubstr("--remote-cache"));
  EXPECT_THAT(failure({"analyze", "--remote-cache", "ftp://ci:geheim@cache.example"}),
              AllOf(HasSubstr("--remote-cache: only http"), Not(HasSubstr("geheim"))));
  for (const std::string address : {"http://ci:ge heim@cache.example", "ci:geheim@cache.example:x"})
    EXPECT_THAT(failure({"analyze", "--remote-cache", address}), Not(HasSubstr("heim")));
  EXPECT_THAT(failure({"analyze", "--remote-cache", "http://ci:geheim@a", "--remote-cache", "http://ci:geheim@b"}),
              Not(HasSubstr("geheim")));
}

TEST(OptionsTest, TheCacheHasCommandsOfItsOwn) {
  EXPECT_EQ(parseAs<CacheCommandOptions>({"cache", "info"}).action, CacheAction::Info);
  EXPECT_EQ(parseAs<CacheCommandOptions>({"cache", "clear"}).action, CacheAction::Clear);
  const auto prune = parseAs<CacheCommandOptions>(
      {"cache", "prune", "--cache-dir", "kept", "--cache-size", "1GB", "--format", "json"});
  EXPECT_EQ(prune.action, CacheAction::Prune);
  EXPECT_EQ(prune.cache.folder, "kept");
  EXPECT_EQ(prune.cache.size, std::uint64_t{1} << 30);
  EXPECT_EQ(prune.format, ListFormat::Json);
  EXPECT_THAT(failure({"cache"}), HasSubstr("subcommand"));
  EXPECT_THAT(failure({"cache", "info", "--format", "markdown"}), HasSubstr("markdown"));
}

}  // namespace
}  // namespace irqlint
