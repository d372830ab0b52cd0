// Every program of fixtures/partition says of each function and global where it may be, on the line of its definition:
//
//   // partition: PLACEMENT reason
//
// with must-stay, can-page, can-discard, unknown or in-callers, and the reason as wordOf(PlacementReason) has it.
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "analyzer/model/Partition.h"
#include "tests/FixturePrograms.h"

namespace irqlint::test {
namespace {

using Table = std::map<std::pair<std::string, std::uint32_t>, std::string>;  // by file and line

std::string markerOf(const PartitionItem& item) {
  constexpr const char* kPlacements[] = {"must-stay", "can-page", "can-discard", "unknown", "in-callers"};
  return std::string(kPlacements[static_cast<std::size_t>(item.placement)]) + " " + std::string(wordOf(item.reason));
}

Table expectedOf(const FixtureProgram& program) {
  static const std::regex kMarker(R"(// partition: ([a-z-]+ \w+)\s*$)");
  Table table;
  std::vector<std::string> paths = program.sources;
  paths.insert(paths.end(), program.headers.begin(), program.headers.end());
  for (const std::string& path : paths) {
    std::istringstream text(readFile(path));
    std::smatch match;
    std::uint32_t number = 0;
    for (std::string line; std::getline(text, line);) {
      ++number;
      const bool isMarked = line.find("// partition:") != std::string::npos && line.find('`') == std::string::npos;
      if (!isMarked) continue;
      EXPECT_TRUE(std::regex_search(line, match, kMarker)) << path << ":" << number;
      table[{path, number}] = match[1];
    }
  }
  return table;
}

std::string textOf(const Table& table) {
  std::string text;
  for (const auto& [place, marker] : table)
    text += place.first + ":" + std::to_string(place.second) + ": " + marker + "\n";
  return text;
}

class PartitionFixture : public ::testing::TestWithParam<FixtureProgram> {};

TEST_P(PartitionFixture, PlacesAllAsItsSourceSays) {
  const auto items = partitionOf(commandsOf(GetParam()));
  ASSERT_TRUE(items) << items.error().message();
  Table found;
  for (const PartitionItem& item : *items) found[{item.location.file, item.location.line}] = markerOf(item);
  EXPECT_EQ(textOf(found), textOf(expectedOf(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(All, PartitionFixture, ::testing::ValuesIn(partitionPrograms()),
                         [](const auto& test) { return test.param.name; });

// Two need code that is not understood, which is not wanted of a fixture.
TEST(PartitionFixtures, ShowEveryReason) {
  std::set<std::string> shown;
  for (const FixtureProgram& program : partitionPrograms())
    for (const auto& [place, marker] : expectedOf(program)) shown.insert(marker.substr(marker.find(' ') + 1));
  for (int i = 0; i <= static_cast<int>(PlacementReason::Inline); ++i) {
    const auto reason = static_cast<PlacementReason>(i);
    if (reason == PlacementReason::NotUnderstood || reason == PlacementReason::MayRaise) continue;
    EXPECT_TRUE(shown.contains(std::string(wordOf(reason)))) << wordOf(reason);
  }
}

// The levels that a step leads to are those at which the function runs.
TEST(PartitionFixtures, ThePathOfWhatMustStayEndsRaised) {
  for (const FixtureProgram& program : partitionPrograms()) {
    const auto items = partitionOf(commandsOf(program));
    ASSERT_TRUE(items);
    for (const PartitionItem& item : *items) {
      const bool isRaised = item.reason == PlacementReason::EnteredRaised ||
                            item.reason == PlacementReason::RaisesInside ||
                            item.reason == PlacementReason::TouchedRaised;
      if (!isRaised) continue;
      ASSERT_FALSE(item.path.empty()) << item.name;
      EXPECT_GE(item.path.back().after.max(), kDispatchLevel) << item.name;
    }
  }
}

}  // namespace
}  // namespace irqlint::test
