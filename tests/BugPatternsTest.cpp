// Each of the known bug patterns is shown by a fixture, which names its number, or listed with what it is left for.
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/FixtureExpectations.h"
#include "tests/FixturePrograms.h"

namespace irqlint::test {
namespace {

constexpr int kPatterns = 70;

// The patterns that the comments of a text name.
std::set<int> patternsNamedIn(const std::string& text) {
  static const std::regex comment(R"(//\s*Pattern (\d{1,3}): \w)");
  std::set<int> patterns;
  for (std::sregex_iterator match(text.begin(), text.end(), comment), end; match != end; ++match) {
    patterns.insert(std::stoi((*match)[1]));
  }
  return patterns;
}

// The fixture files that name each pattern.
std::map<int, std::vector<std::string>> shownPatterns() {
  std::map<int, std::vector<std::string>> shown;
  for (const FixtureProgram& program : fixturePrograms()) {
    for (const auto* files : {&program.sources, &program.headers}) {
      for (const std::string& file : *files) {
        for (const int pattern : patternsNamedIn(readFile(file))) shown[pattern].push_back(file);
      }
    }
  }
  return shown;
}

struct Row {
  std::string pattern;
  std::string leftFor;  // "": a fixture shows it
};

// The rows of the table by number. A number that stands there twice is an error.
std::map<int, Row> listedPatterns() {
  static const std::regex row(R"(\| (\d+) \| ([^|]*\S) \| (?:([^|]*\S) )?\|)");
  std::map<int, Row> listed;
  std::istringstream page(readFile(IRQLINT_SOURCE_DIR "/docs/bug-patterns.md"));
  std::smatch match;
  for (std::string line; std::getline(page, line);) {
    if (!std::regex_match(line, match, row)) continue;
    const bool added = listed.emplace(std::stoi(match[1]), Row{match[2], match[3]}).second;
    EXPECT_TRUE(added) << "pattern " << match[1] << " is listed twice";
  }
  return listed;
}

TEST(BugPatterns, EachIsShownOrLeftForAReason) {
  const auto shown = shownPatterns();
  const auto listed = listedPatterns();
  for (int pattern = 1; pattern <= kPatterns; ++pattern) {
    const auto row = listed.find(pattern);
    ASSERT_NE(row, listed.end()) << "docs/bug-patterns.md has no pattern " << pattern;
    EXPECT_TRUE(shown.contains(pattern) || !row->second.leftFor.empty())
        << "pattern " << pattern << " (" << row->second.pattern << "): no fixture names it; write one, or say in "
        << "docs/bug-patterns.md what it is left for";
  }
}

TEST(BugPatterns, NoneIsShownAndLeft) {
  const auto listed = listedPatterns();
  for (const auto& [pattern, files] : shownPatterns()) {
    const auto row = listed.find(pattern);
    ASSERT_NE(row, listed.end()) << files.front() << " names pattern " << pattern << ", which is none";
    EXPECT_EQ(row->second.leftFor, "") << files.front() << " shows pattern " << pattern
                                       << "; take the reason out of docs/bug-patterns.md";
  }
}

TEST(BugPatterns, ThereAreNoMore) { EXPECT_EQ(listedPatterns().size(), std::size_t{kPatterns}); }

// A pattern that is named where nothing is expected is not shown.
TEST(BugPatterns, WhereOneIsNamedSomethingIsExpected) {
  for (const FixtureProgram& program : fixturePrograms()) {
    std::vector<FixtureFile> files;
    files.reserve(program.sources.size());
    for (const std::string& source : program.sources) files.push_back({source, readFile(source)});
    const Expectations expectations = readExpectations(files);
    for (const FixtureFile& file : files) {
      for (const int pattern : patternsNamedIn(file.text)) {
        EXPECT_FALSE(expectations.all.empty()) << file.path << " names pattern " << pattern << " and expects nothing";
      }
    }
  }
}

}  // namespace
}  // namespace irqlint::test
