#include "analyzer/frontend/UnknownRoles.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ExtractTuFixture.h"

namespace irqlint {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class UnknownRolesTest : public ExtractTuTest {
 protected:
  std::size_t functionsNamed(std::string_view name) const {
    return static_cast<std::size_t>(std::count_if(summary_.functions.begin(), summary_.functions.end(),
                                                  [&](const FunctionSummary& f) { return f.name == name; }));
  }
};

TEST_F(UnknownRolesTest, TheNameOfTheTypeIsKept) {
  read(R"(#include "missing.h"
          MISSING_ADD_DEVICE OnAdd;
          static MISSING_DPC OnDpc, OnOtherDpc;
          void OnAdd(void* device, unsigned char flag) { OnDpc(device); }
          static unsigned char OnDpc(void* device) { return 1; }
          static void OnOtherDpc(void) {})");
  EXPECT_THAT(function("OnAdd").roles, ElementsAre("MISSING_ADD_DEVICE"));
  EXPECT_THAT(function("OnDpc").roles, ElementsAre("MISSING_DPC"));
  EXPECT_THAT(function("OnOtherDpc").roles, ElementsAre("MISSING_DPC"));
  EXPECT_EQ(function("OnAdd").parameters.size(), 2u);
  EXPECT_EQ(function("OnDpc").returnType, "unsigned char");
  EXPECT_THAT(summary_.globals, IsEmpty());
  EXPECT_THAT(problems(ProblemKind::ParseError), IsEmpty());
  EXPECT_THAT(problems(ProblemKind::InventedName),
              Contains("'MISSING_ADD_DEVICE' is not declared; taken for a type of functions"));
  const std::vector<CallEvent> calls = events<CallEvent>("OnAdd");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_EQ(summary_.functions[calls[0].callee.index()].name, "OnDpc");
  EXPECT_EQ(functionsNamed("OnDpc"), 1u);
}

TEST_F(UnknownRolesTest, UsesBeforeTheDefinitionMeanTheSameFunction) {
  read(R"(MISSING_ADD_DEVICE OnAdd;
          extern "C" { extern MISSING_DPC OnDpc; }
          struct Table { void* add; void* dpc; };
          void fill(Table* table) { table->add = (void*)OnAdd; table->dpc = (void*)&OnDpc; OnAdd(table, 1); }
          long OnAdd(void* device, int flag) { return 0; }
          extern "C" void OnDpc(void* device) {})",
       "a.cpp");
  EXPECT_THAT(function("OnAdd").roles, ElementsAre("MISSING_ADD_DEVICE"));
  EXPECT_THAT(function("OnDpc").roles, ElementsAre("MISSING_DPC"));
  EXPECT_TRUE(function("OnAdd").body);
  EXPECT_EQ(functionsNamed("OnAdd"), 1u);
  EXPECT_EQ(functionsNamed("OnDpc"), 1u);
  EXPECT_EQ(events<CallEvent>("fill").size(), 1u);
}

TEST_F(UnknownRolesTest, VariablesStayVariables) {
  read(R"(MISSING_STATE Global;
          void f(void) { Global = 1; }
          void g(void) { if (Global) { f(); } })");
  EXPECT_FALSE(has("Global"));
  EXPECT_EQ(global("Global").type, "MISSING_STATE");
  EXPECT_THAT(problems(ProblemKind::ParseError), IsEmpty());
}

TEST_F(UnknownRolesTest, ATypeMayNameFunctionsAndVariables) {
  read(R"(MISSING_DPC OnDpc;
          MISSING_DPC* Pointer;
          void OnDpc(void) {}
          void f(MISSING_DPC* dpc) { Pointer = dpc; })");
  EXPECT_THAT(function("OnDpc").roles, ElementsAre("MISSING_DPC"));
  EXPECT_TRUE(function("f").body);
  EXPECT_THAT(problems(ProblemKind::ParseError), IsEmpty());
}

}  // namespace
}  // namespace irqlint
