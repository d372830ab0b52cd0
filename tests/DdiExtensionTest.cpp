// A user's own knowledge, laid over what ships.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzer/ddi/DdiDatabase.h"

namespace irqlint {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(DdiExtension, TakesAUsersKnowledge) {
  DdiDatabase db;
  const auto error = db.extend(R"({
    "contracts": [
      {"name": "AcmeLock", "irql_max": "DISPATCH_LEVEL", "raises": "DISPATCH_LEVEL", "saves": "return", "params": ["Lock"],
       "lock": {"action": "acquire", "kind": "spin", "param": 0}, "reason": "our own lock"},
      {"name": "ACME_CALLBACK", "kind": "callback", "irql_max": "DISPATCH_LEVEL"},
      {"name": "KeResetEvent", "irql_max": "APC_LEVEL"},
      {"name": "KeSetEvent", "conditions": null}],
    "callbacks": [{"api": "AcmeRegister", "callback_param": 2, "role": "ACME_CALLBACK"},
                  {"struct": "ACME_OPS", "field": "Done", "role": "ACME_CALLBACK", "usual_max": "PASSIVE_LEVEL"}],
    "allocators": [{"api": "AcmeAlloc", "pool": "paged", "result": "return"}],
    "constants": {"ACME_WAIT": 4}})");
  ASSERT_FALSE(error.has_value()) << error->message();
  EXPECT_EQ(db.contract("AcmeLock")->terms.raises, LevelSource{kDispatchLevel});
  EXPECT_EQ(db.contract("KeResetEvent")->terms.maximum, kApcLevel);
  EXPECT_EQ(db.contract("KeResetEvent")->parameters, std::vector<std::string>{"Event"});
  EXPECT_THAT(db.contract("KeSetEvent")->conditions, IsEmpty());
  EXPECT_EQ(db.registrations("AcmeRegister", 2).size(), 1u);
  EXPECT_EQ(db.fieldRegistrations("_ACME_OPS", "Done")[0].usualMaximum, kPassiveLevel);
  EXPECT_EQ(db.roleOfType("PACME_CALLBACK"), "ACME_CALLBACK");
  EXPECT_EQ(db.allocator("AcmeAlloc")->pool, PoolKind::Paged);
  EXPECT_EQ(db.constant("ACME_WAIT"), 4);
}

TEST(DdiExtension, NamesPlaceFieldAndReason) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "1:1: not JSON: syntax error"},
      {"{\n  \"contracts\": [,]}", "2:17: not JSON: syntax error"},
      {"[]", "1:1: expected an object of sections"},
      {R"({"contract": [{"name": "F"}]})", "1:2: /contract: there is no section 'contract'"},
      {R"({"contracts": 1})", "1:2: /contracts: expected a list of rows"},
      {R"({"contracts": [1]})", "1:16: /contracts/0: expected an object"},
      {R"({"contracts": [{"irql_max": "APC_LEVEL"}]})", "1:16: /contracts/0: key 'name' not found"},
      {R"({"contracts": [{"name": "F", "irql_max": "APC"}]})", "1:30: /contracts/0/irql_max: not an IRQL: \"APC\""},
      {R"({"contracts": [{"name": "F", "irql_max": 32}]})", "/irql_max: not an IRQL: 32"},
      {R"({"contracts": [{"name": "F", "irql_max": []}]})", "/contracts/0/irql_max: type must be string"},
      {R"({"contracts": [{"name": "F", "irql_mex": "APC_LEVEL"}]})", "/irql_mex: no such member"},
      {R"({"contracts": [{"name": "F", "kind": "routine"}]})", "no such kind: 'routine'"},
      {R"({"contracts": [{"name": "F", "effects": ["waits", "sleeps"]}]})",
       "1:51: /contracts/0/effects/1: no such effect: 'sleeps'"},
      {R"({"contracts": [{"name": "F", "saves": {"param": 99}}]})", "/saves: not a parameter number: 99"},
      {R"({"contracts": [{"name": "F", "lock": {"kind": "spin"}}]})", "lock does not say which"},
      {R"({"contracts": [{"name": "F", "lock": {"kind": "ticket", "param": 0}}]})", "/lock/kind: no such lock kind"},
      {R"({"contracts": [{"name": "F", "conditions": [{"when": "a =="}]}]})",
       "1:46: /contracts/0/conditions/0/when: condition 'a ==': expected an operand"},
      {R"({"contracts": [{"name": "F", "conditions": [{"if": "a"}]}]})", "/conditions/0/if: no such member"},
      {R"({"contracts": [{"name": "F", "alias_of": "NoSuchF"}]})", "/alias_of: no such function: 'NoSuchF'"},
      {R"({"contracts": [{"name": "F", "params": ["Flags"], "conditions": [{"when": "Flgs & 1"}]}]})",
       "1:67: /contracts/0/conditions/0/when: no such parameter or constant: 'Flgs'"},
      {R"({"contracts": [{"name": "F", "params": ["Flags"], "conditions": [{"when": "Flags & ACME"}]}]})",
       "no such parameter or constant: 'ACME'"},
      {R"({"callbacks": [{"api": "F", "role": "DRIVER_CANCEL"}]})", "key 'callback_param' not found"},
      {R"({"callbacks": [{"api": "F", "callback_param": 0, "role": "DRIVER_CANCEL", "level": 2}]})",
       "/callbacks/0/level: no such member"},
      {R"({"callbacks": [{"api": "F", "callback_param": 0, "role": "NO_SUCH_ROLE"}]})",
       "1:50: /callbacks/0/role: no such role: 'NO_SUCH_ROLE'"},
      {R"({"constants": {"A": "1"}})", "1:16: /constants/A: type must be number"},
      {R"({"allocators": [{"api": "F", "pool": "swamp"}]})", "/pool: no such kind of pool: 'swamp'"},
      {R"({"allocators": [{"api": "F", "size": 1}]})", "/allocators/0/size: no such member"},
  };
  for (const auto& [text, expected] : cases) {
    DdiDatabase fresh;
    const auto error = fresh.extend(text);
    ASSERT_TRUE(error.has_value()) << text;
    EXPECT_THAT(error->message(), HasSubstr(expected)) << text;
  }
}

TEST(DdiExtension, FindsTheLine) {
  const auto error = DdiDatabase().extend(R"({
  "about": "braces } and \" quotes, in text",
  "contracts": [
    {"name": "A", "params": ["a", "b"]},
    {"name": "B",
     "irql_max": "APC"}
  ]
})");
  ASSERT_TRUE(error.has_value());
  EXPECT_THAT(error->message(), testing::StartsWith("6:6: /contracts/1/irql_max: "));
}

TEST(DdiExtension, ANullRemovesAMember) {
  DdiDatabase db;
  const auto error = db.extend(R"({"contracts": [{"name": "KeSetEvent", "alias_of": null, "irql_max": null,
                                                  "conditions": null}]})");
  ASSERT_FALSE(error.has_value()) << error->message();
  EXPECT_EQ(db.contract("KeSetEvent")->terms.maximum, std::nullopt);
}

TEST(DdiExtension, TakesNameRules) {
  DdiDatabase db;
  const auto error = db.extend(R"({"contracts": [{"name": "AcmeSend", "irql_max": "APC_LEVEL"}],
                                   "name_rules": [{"prefix": "Acme", "versioned": true}]})");
  ASSERT_FALSE(error.has_value()) << error->message();
  ASSERT_NE(db.contract("AcmeSend2"), nullptr);
  EXPECT_EQ(db.contract("AcmeSend2")->alias, "AcmeSend");
}

}  // namespace
}  // namespace irqlint
