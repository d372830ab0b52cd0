// The schema that editors read and the reader that the tool uses take and refuse the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "analyzer/ddi/DdiDatabase.h"
#include "tests/FixturePrograms.h"
#include "tests/SchemaCheck.h"

namespace irqlint::test {
namespace {

using nlohmann::json;
using testing::IsEmpty;

const std::string kRoot = IRQLINT_SOURCE_DIR "/";
const std::string kData = kRoot + "analyzer/ddi/data/";

const json& schema() {
  static const json text = json::parse(readFile(kData + "contracts.schema.json"));
  return text;
}

std::string problemOf(const json& file) { return schemaProblem(schema(), schema(), file); }

// The JSON between the fences of a manual page.
std::string exampleOf(const std::string& page) {
  const std::string text = readFile(kRoot + page);
  const std::string open = "```json\n";
  const std::size_t start = text.find(open) + open.size();
  return text.substr(start, text.find("```", start) - start);
}

TEST(ContractsSchema, HoldsForWhatShips) {
  EXPECT_THAT(problemOf({{"contracts", json::parse(readFile(kData + "contracts.json"))}}), IsEmpty());
  EXPECT_THAT(problemOf({{"callbacks", json::parse(readFile(kData + "callbacks.json"))}}), IsEmpty());
  EXPECT_THAT(problemOf(json::parse(readFile(kData + "supplement.json"))), IsEmpty());
  EXPECT_THAT(problemOf(json::parse(readFile(kData + "pointers.json"))), IsEmpty());
  json pool = json::parse(readFile(kData + "pool.json"));
  // Prose and what only the kernel itself can add.
  for (const char* section : {"pool_types", "pool_flags", "vp_pool_types", "may_be_paged", "storage", "priority_note"})
    pool.erase(section);
  EXPECT_THAT(problemOf(pool), IsEmpty());
}

TEST(ContractsSchema, HoldsForTheExampleOfTheManual) {
  const std::string example = exampleOf("docs/contracts.md");
  EXPECT_THAT(problemOf(json::parse(example)), IsEmpty());
  DdiDatabase ddi;
  const auto error = ddi.extend(example);
  ASSERT_FALSE(error) << error->message();
  EXPECT_EQ(ddi.contract("AcmeLock")->terms.raises, LevelSource{kDispatchLevel});
  EXPECT_EQ(ddi.contract("AcmeUnlockEx")->terms.minimum, kDispatchLevel);
  EXPECT_EQ(ddi.contract("AcmeWaitForAnswer")->conditions.size(), 1u);
  EXPECT_EQ(ddi.registrations("AcmeRegisterEvent", 1).size(), 1u);
  EXPECT_EQ(ddi.allocator("AcmeAllocate")->pool, PoolKind::ByArgument);
}

TEST(ContractsSchema, RefusesWhatTheReaderRefuses) {
  const char* const rows[] = {
      R"({"contract": []})",
      R"({"contracts": {}})",
      R"({"contracts": [{"irql_max": 1}]})",
      R"({"contracts": [{"name": "F", "irql_max": "APC"}]})",
      R"({"contracts": [{"name": "F", "irql_max": 32}]})",
      R"({"contracts": [{"name": "F", "irql_mex": 1}]})",
      R"({"contracts": [{"name": "F", "kind": "routine"}]})",
      R"({"contracts": [{"name": "F", "effects": ["sleeps"]}]})",
      R"({"contracts": [{"name": "F", "effects": "waits"}]})",
      R"({"contracts": [{"name": "F", "saves": {"param": 99}}]})",
      R"({"contracts": [{"name": "F", "saves": "result"}]})",
      R"({"contracts": [{"name": "F", "region": "critical"}]})",
      R"({"contracts": [{"name": "F", "provided_by": "driver"}]})",
      R"({"contracts": [{"name": "F", "lock": {"kind": "spin"}}]})",
      R"({"contracts": [{"name": "F", "lock": {"kind": "ticket", "param": 0}}]})",
      R"({"contracts": [{"name": "F", "conditions": [{"irql_max": 1}]}]})",
      R"({"contracts": [{"name": "F", "conditions": {"when": "a"}}]})",
      R"({"callbacks": [{"api": "F", "role": "DRIVER_CANCEL"}]})",
      R"({"callbacks": [{"api": "F", "callback_param": 0, "role": "DRIVER_CANCEL", "level": 2}]})",
      R"({"callbacks": [{"api": "F", "callback_param": 0, "role": "DRIVER_CANCEL", "direction": "up"}]})",
      R"({"constants": {"A": "1"}})",
      R"({"allocators": [{"api": "F", "pool": "swamp"}]})",
      R"({"allocators": [{"api": "F", "size": 1}]})",
      R"({"deallocators": [{"api": "F", "parameter": 0}]})",
      R"({"creations": [{"api": "F", "level": "LOW"}]})",
  };
  for (const char* text : rows) {
    EXPECT_NE(problemOf(json::parse(text)), "") << text;
    EXPECT_TRUE(DdiDatabase().extend(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace irqlint::test
