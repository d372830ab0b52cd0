#include "analyzer/extract/Extraction.h"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace irqlint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<CompileCommand> commandsFor(const std::vector<std::string>& files) {
  std::vector<CompileCommand> commands;
  for (const std::string& file : files) commands.push_back({file, "/", {}, CommandDialect::Gcc});
  return commands;
}

TuSummary summaryOf(const CompileCommand& command) {
  TuSummary summary;
  summary.mainFile = command.file;
  return summary;
}

std::vector<std::string> mainFiles(const Extraction& extraction) {
  std::vector<std::string> files;
  for (const TuSummary& summary : extraction.summaries) files.push_back(summary.mainFile);
  return files;
}

// Extracts a.c, bad.c and c.c, with `fail` in place of the extraction of bad.c; returns the reason given for it.
std::string reasonOf(const std::function<Result<TuSummary>()>& fail, unsigned jobs) {
  const Extraction extraction = extractAll(commandsFor({"/a.c", "/bad.c", "/c.c"}),
                                           [&](const CompileCommand& command, Attempt) -> Result<TuSummary> {
                                             return command.file == "/bad.c" ? fail() : summaryOf(command);
                                           },
                                           {.jobs = jobs});
  EXPECT_THAT(mainFiles(extraction), ElementsAre("/a.c", "/c.c"));
  EXPECT_THAT(extraction.failed, SizeIs(1));
  if (extraction.failed.size() != 1) return "";
  EXPECT_EQ(extraction.failed[0].file, "/bad.c");
  return extraction.failed[0].reason;
}

class ContainedUnit : public ::testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Jobs, ContainedUnit, ::testing::Values(1u, 2u));

TEST_P(ContainedUnit, ErrorIsReported) {
  EXPECT_EQ(reasonOf([]() -> Result<TuSummary> { return Error("no such file").within("cannot read"); }, GetParam()),
            "cannot read: no such file");
}

TEST_P(ContainedUnit, SegmentationFaultIsContained) {
  EXPECT_EQ(reasonOf(
                []() -> Result<TuSummary> {
                  std::raise(SIGSEGV);
                  return TuSummary();
                },
                GetParam()),
            "crashed (SIGSEGV)");
}

TEST_P(ContainedUnit, AbortIsContained) {
  EXPECT_EQ(reasonOf([]() -> Result<TuSummary> { std::abort(); }, GetParam()), "crashed (SIGABRT)");
}

TEST_P(ContainedUnit, EscapedExceptionIsContained) {
  EXPECT_EQ(reasonOf([]() -> Result<TuSummary> { throw std::runtime_error("escaped"); }, GetParam()),
            "crashed (SIGABRT)");
}

unsigned recurse(unsigned depth) {
  volatile unsigned frame[256] = {depth};
  return depth == 0 ? 0 : recurse(depth + 1) + frame[0];
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_P(ContainedUnit, StackOverflowIsContained) {
  EXPECT_EQ(reasonOf(
                []() -> Result<TuSummary> {
                  TuSummary summary;
                  summary.fileLines.push_back(recurse(1));
                  return summary;
                },
                GetParam()),
            "crashed (SIGSEGV)");
}
#endif

// Units that wait at it until it is opened.
class Gate {
 public:
  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return open_; });
    left_ = true;
    changed_.notify_all();
  }
  // Lets the waiting unit go and returns when it has left.
  void open() {
    std::unique_lock lock(mutex_);
    open_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return left_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool open_ = false;
  bool left_ = false;
};

TEST(ExtractionTest, UnitThatCrashesIsReadAgainWithCare) {
  const Extraction extraction = extractAll(commandsFor({"/a.c"}),
                                           [](const CompileCommand& command, Attempt attempt) -> Result<TuSummary> {
                                             if (attempt == Attempt::Full) std::raise(SIGSEGV);
                                             return summaryOf(command);
                                           },
                                           {.jobs = 1});
  EXPECT_THAT(extraction.failed, IsEmpty());
  ASSERT_THAT(extraction.summaries, SizeIs(1));
  ASSERT_THAT(extraction.summaries[0].problems, SizeIs(1));
  EXPECT_EQ(extraction.summaries[0].problems[0].kind, ProblemKind::Unsupported);
}

TEST(ExtractionTest, UnitThatDoesNotEndIsAbandoned) {
  const auto gate = std::make_shared<Gate>();  // outlives the abandoned unit
  const Extraction extraction = extractAll(commandsFor({"/endless.c"}),
                                           [gate](const CompileCommand& command, Attempt) -> Result<TuSummary> {
                                             gate->wait();
                                             return summaryOf(command);
                                           },
                                           {.jobs = 1, .timeout = std::chrono::milliseconds(5)});
  EXPECT_THAT(extraction.summaries, IsEmpty());
  ASSERT_THAT(extraction.failed, SizeIs(1));
  EXPECT_EQ(extraction.failed[0].reason, "timed out after 0.005 s");
  EXPECT_TRUE(extraction.hasAbandonedUnits);
  gate->open();
}

TEST(ExtractionTest, NoUnitTimesOutWithoutALimit) {
  const Extraction extraction =
      extractAll(commandsFor({"/a.c"}),
                 [](const CompileCommand& command, Attempt) -> Result<TuSummary> { return summaryOf(command); },
                 {.jobs = 1, .timeout = std::chrono::milliseconds(0)});
  EXPECT_THAT(mainFiles(extraction), ElementsAre("/a.c"));
  EXPECT_FALSE(extraction.hasAbandonedUnits);
}

TEST(ExtractionTest, OrderDependsOnNamesOnly) {
  std::vector<std::string> files;
  for (char name = 'a'; name <= 'z'; ++name) files.push_back(std::string("/") + name + ".c");
  const auto extract = [](const CompileCommand& command, Attempt) -> Result<TuSummary> {
    if (command.file == "/k.c") return Error("unreadable");
    return summaryOf(command);
  };
  const Extraction first = extractAll(commandsFor(files), extract, {.jobs = 1});
  std::reverse(files.begin(), files.end());
  std::swap(files[3], files[17]);
  const Extraction second = extractAll(commandsFor(files), extract, {.jobs = 2});
  EXPECT_THAT(first.summaries, SizeIs(25));
  EXPECT_TRUE(std::is_sorted(first.summaries.begin(), first.summaries.end(),
                             [](const auto& a, const auto& b) { return a.mainFile < b.mainFile; }));
  EXPECT_EQ(first.summaries, second.summaries);
  ASSERT_THAT(second.failed, SizeIs(1));
  EXPECT_EQ(second.failed[0].file, "/k.c");
}

TEST(ExtractionTest, ReportsProgressOncePerUnit) {
  std::vector<std::size_t> done;
  std::vector<std::string> files;
  extractAll(commandsFor({"/b.c", "/a.c", "/c.c"}),
             [](const CompileCommand& command, Attempt) -> Result<TuSummary> { return summaryOf(command); },
             {.jobs = 2, .onProgress = [&](std::size_t count, std::size_t total, const std::string& file) {
                EXPECT_EQ(total, 3u);
                done.push_back(count);
                files.push_back(file);
              }});
  EXPECT_THAT(done, ElementsAre(1, 2, 3));
  EXPECT_THAT(files, ::testing::UnorderedElementsAre("/a.c", "/b.c", "/c.c"));
}

TEST(ExtractionTest, NothingToDo) {
  const Extraction extraction = extractAll({}, nullptr, {});
  EXPECT_THAT(extraction.summaries, IsEmpty());
  EXPECT_THAT(extraction.failed, IsEmpty());
}

}  // namespace
}  // namespace irqlint
