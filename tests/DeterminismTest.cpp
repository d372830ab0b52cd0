// The report does not depend on the number of threads or on the order of the units.
#include <algorithm>
#include <random>

#include <gtest/gtest.h>
#include <llvm/Support/VirtualFileSystem.h>
#include <llvm/Support/raw_ostream.h>

#include "analyzer/project/CompileCommands.h"
#include "analyzer/report/Report.h"
#include "tests/FixturePrograms.h"

namespace irqlint::test {
namespace {

std::vector<CompileCommand> exampleCommands() {
  const auto fileSystem = llvm::vfs::createPhysicalFileSystem();
  auto read = readCompileCommands(fixturesFolder() + "/example", *fileSystem);
  return read ? std::move(read->commands) : std::vector<CompileCommand>{};
}

std::string sarifOf(const std::vector<CompileCommand>& commands, unsigned jobs) {
  const auto report = analyseProgram(commands, jobs);
  if (!report) return report.error().message();
  const auto fileSystem = llvm::vfs::createPhysicalFileSystem();
  std::string text;
  llvm::raw_string_ostream out(text);
  writeSarif(*report, *fileSystem, out);
  return out.str();
}

TEST(Determinism, ThreadsAndOrderDoNotShow) {
  auto commands = exampleCommands();
  ASSERT_GE(commands.size(), 8u);
  const std::string reference = sarifOf(commands, 1);
  EXPECT_NE(reference.find("IRQL101"), std::string::npos);
  EXPECT_EQ(sarifOf(commands, 2), reference);

  std::mt19937 random(1);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same shuffles every time
  for (int round = 0; round < 3; ++round) {
    std::shuffle(commands.begin(), commands.end(), random);
    EXPECT_EQ(sarifOf(commands, 2), reference) << "round " << round;
  }
}

}  // namespace
}  // namespace irqlint::test
