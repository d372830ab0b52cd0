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

TEST(DdiExtension, NamesTheRowThatIsWrong) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "not JSON"},
      {"[]", "expected an object of sections"},
      {R"({"contract": [{"name": "F"}]})", "no section 'contract'"},
      {R"({"contracts": [{"irql_max": "APC_LEVEL"}]})", "'name' not found"},
      {R"({"contracts": [{"name": "F", "irql_max": "APC"}]})", "'F': member 'irql_max': not an IRQL"},
      {R"({"contracts": [{"name": "F", "irql_max": 32}]})", "not an IRQL: 32"},
      {R"({"contracts": [{"name": "F", "irql_max": []}]})", "'F': member 'irql_max'"},
      {R"({"contracts": [{"name": "F", "irql_mex": "APC_LEVEL"}]})", "member 'irql_mex': no such member"},
      {R"({"contracts": [{"name": "F", "effects": ["sleeps"]}]})", "no such effect: 'sleeps'"},
      {R"({"contracts": [{"name": "F", "saves": {"param": 99}}]})", "not a parameter number: 99"},
      {R"({"contracts": [{"name": "F", "lock": {"kind": "spin"}}]})", "lock does not say which"},
      {R"({"contracts": [{"name": "F", "lock": {"kind": "ticket", "param": 0}}]})", "no such lock kind"},
      {R"({"contracts": [{"name": "F", "conditions": [{"when": "a =="}]}]})", "expected an operand"},
      {R"({"contracts": [{"name": "F", "conditions": [{"if": "a"}]}]})", "condition has no member 'if'"},
      {R"({"callbacks": [{"api": "F", "role": "DRIVER_CANCEL"}]})", "'callback_param' not found"},
      {R"({"callbacks": [{"api": "F", "callback_param": 0, "role": "DRIVER_CANCEL", "level": 2}]})",
       "no such member: 'level'"},
      {R"({"callbacks": [{"api": "F", "callback_param": 0, "role": "NO_SUCH_ROLE"}]})", "no such role: 'NO_SUCH_ROLE'"},
      {R"({"constants": {"A": "1"}})", "section 'constants'"},
      {R"({"allocators": [{"api": "F", "pool": "swamp"}]})", "no such kind of pool: 'swamp'"},
  };
  for (const auto& [text, expected] : cases) {
    DdiDatabase fresh;
    const auto error = fresh.extend(text);
    ASSERT_TRUE(error.has_value()) << text;
    EXPECT_THAT(error->message(), HasSubstr(expected)) << text;
  }
}

}  // namespace
}  // namespace irqlint
