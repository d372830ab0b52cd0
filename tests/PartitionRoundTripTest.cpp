// A driver whose code is placed as it should be, stripped of all that places it, is placed anew by
// `irqlint partition --apply`: never what must stay, and most of what was placed before.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <llvm/Support/raw_ostream.h>

#include "cli/Commands.h"
#include "tests/FixturePrograms.h"
#include "tests/ScratchFolder.h"

namespace irqlint::test {
namespace {

namespace fs = std::filesystem;

// What only device control requests reach, which may come at DISPATCH_LEVEL, is lost with its PAGED_CODE.
constexpr double kLeastShareFoundAgain = 0.75;

// Without section pragmas, code_seg and PAGED_CODE.
std::string stripped(const std::string& text) {
  static const std::regex kDirective(R"(^\s*#\s*pragma\s+(alloc_text|code_seg)\b.*$|^\s*PAGED_CODE\(\);\s*$)");
  static const std::regex kAttribute(R"(__declspec\(code_seg\("\w+"\)\)\s*)");
  static const std::regex kEmptyBlock("#ifdef ALLOC_PRAGMA\n#endif\n");
  std::istringstream lines(text);
  std::string kept;
  for (std::string line; std::getline(lines, line);) {
    if (!std::regex_match(line, kDirective)) kept += line + "\n";
  }
  return std::regex_replace(std::regex_replace(kept, kAttribute, ""), kEmptyBlock, "");
}

class RoundTrip : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const auto& entry : fs::directory_iterator(fixturesFolder() + "/partition-roundtrip"))
      for (const ScratchFolder* folder : {&stripped_, &placed_})
        folder->write(entry.path().filename().string(), stripped(readFile(entry.path().string())));
    PartitionOptions options;
    options.apply = true;
    options.project.paths = {placed_.path()};
    options.project.sourceRoot = placed_.path();
    options.project.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
    ::testing::internal::CaptureStdout();
    ASSERT_EQ(run(options), ExitStatus::Clean);
    llvm::outs().flush();
    account_ = ::testing::internal::GetCapturedStdout();
  }

  static std::vector<CompileCommand> commandsIn(const fs::path& folder) {
    FixtureProgram program;
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path().extension() != ".h") program.sources.push_back(entry.path().generic_string());
    std::sort(program.sources.begin(), program.sources.end());
    return commandsOf(program);
  }

  // Where each function of the program lies.
  static std::map<std::string, Residence> residences(const fs::path& folder) {
    const auto items = partitionOf(commandsIn(folder));
    EXPECT_TRUE(items) << items.error().message();
    std::map<std::string, Residence> found;
    for (const PartitionItem& item : *items)
      if (item.kind == PartitionKind::Function) found[item.name] = item.residence;
    return found;
  }

  const ScratchFolder stripped_;
  const ScratchFolder placed_;
  std::string account_;
};

TEST_F(RoundTrip, PlacesWhatWasPlacedAndNothingElse) {
  const auto original = residences(fixturesFolder() + "/partition-roundtrip");
  const auto again = residences(placed_.path());
  ASSERT_EQ(original.size(), again.size());
  std::size_t placed = 0;
  std::size_t foundAgain = 0;
  for (const auto& [name, residence] : original) {
    if (residence == Residence::Resident) {
      EXPECT_EQ(again.at(name), Residence::Resident) << name << " must stay";
      continue;
    }
    ++placed;
    if (again.at(name) == residence)
      ++foundAgain;
    else
      std::cout << "not found again: " << name << '\n';
  }
  std::cout << "found again: " << foundAgain << " of " << placed << " of " << original.size() << " functions\n";
  EXPECT_GE(placed, 35u);
  EXPECT_GE(original.size() - placed, 10u);
  EXPECT_GE(static_cast<double>(foundAgain), kLeastShareFoundAgain * static_cast<double>(placed)) << account_;
}

std::multiset<std::string> findingsIn(const std::vector<CompileCommand>& commands, RuleKind kind) {
  const auto report = analyseProgram(commands, 1, kind);
  EXPECT_TRUE(report) << report.error().message();
  std::multiset<std::string> findings;
  for (const Finding& finding : report->findings)
    findings.insert(std::string(finding.rule->id) + " " + formatMessage(finding));
  return findings;
}

TEST_F(RoundTrip, LeavesNoAdviceAndNoNewFinding) {
  EXPECT_EQ(findingsIn(commandsIn(placed_.path()), RuleKind::Fault),
            findingsIn(commandsIn(stripped_.path()), RuleKind::Fault));
  for (const std::string& advice : findingsIn(commandsIn(placed_.path()), RuleKind::Advice))
    EXPECT_FALSE(advice.starts_with("ADVC501") || advice.starts_with("ADVC502")) << advice;
}

// The original is right: the share that is found again means something.
TEST_F(RoundTrip, StartsFromADriverWithoutAdviceAndFaults) {
  const std::vector<CompileCommand> original = commandsIn(fixturesFolder() + "/partition-roundtrip");
  for (const std::string& advice : findingsIn(original, RuleKind::Advice))
    EXPECT_FALSE(advice.starts_with("ADVC501") || advice.starts_with("ADVC502")) << advice;
}

}  // namespace
}  // namespace irqlint::test
