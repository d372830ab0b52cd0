// The level of callbacks as the calls that create their objects decide it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/IrqlTestWords.h"
#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

constexpr std::string_view kAttributes = "_WDF_OBJECT_ATTRIBUTES";
constexpr std::int64_t kPassiveExecution = 2;
constexpr std::int64_t kDispatchExecution = 3;

const EntryPoint& only(const TestProgram& program, std::string_view function) {
  const auto entries = program.entries(function);
  EXPECT_EQ(entries.size(), 1u);
  return *entries.at(0);
}

// A function that creates a timer from the locals `config` and `attributes`; `fill` sees to the attributes.
void createTimer(TestTu& tu, std::string_view name, const std::function<void(TestFunction&)>& fill) {
  tu.define("OnTimer", {"Timer"}).returns();
  TestFunction create = tu.define(name, {"Attributes"});
  create.call("WDF_TIMER_CONFIG_INIT", {create.addressOf(create.local("config")), create.function("OnTimer")});
  fill(create);
  create.call("WdfTimerCreate", {create.addressOf(create.local("config")), create.addressOf(create.local("attributes")),
                                 create.global("Timer")});
}

void setLevel(TestFunction& f, std::int64_t level) {
  f.assign(f.field(f.local("attributes"), kAttributes, "ExecutionLevel"), f.integer(level));
}

TEST(Creations, ATimerIsADpc) {
  TestTu tu;
  createTimer(tu, "Create", [](TestFunction&) {});
  EXPECT_EQ(only(TestProgram(tu), "OnTimer").levels, kDispatch);
}

TEST(Creations, ATimerMayAskForPassiveLevel) {
  TestTu tu;
  createTimer(tu, "Create", [](TestFunction& f) { setLevel(f, kPassiveExecution); });
  const TestProgram program(tu);
  EXPECT_EQ(only(program, "OnTimer").levels, kPassive);
  EXPECT_TRUE(only(program, "OnTimer").unusualLevels.empty());
}

TEST(Creations, TheLastAssignmentCounts) {
  TestTu tu;
  createTimer(tu, "Create", [](TestFunction& f) {
    setLevel(f, kPassiveExecution);
    setLevel(f, kDispatchExecution);
  });
  EXPECT_EQ(only(TestProgram(tu), "OnTimer").levels, kDispatch);
}

TEST(Creations, BranchesThatDisagreeLeaveBothLevels) {
  TestTu tu;
  createTimer(tu, "Create", [](TestFunction& f) { f.when(f.parameter(0), [&] { setLevel(f, kPassiveExecution); }); });
  EXPECT_EQ(only(TestProgram(tu), "OnTimer").levels, kPassive | kDispatch);
}

TEST(Creations, AHelperOfTheDriverIsReadToo) {
  TestTu tu;
  TestFunction helper = tu.define("Fill", {"Attributes"});
  helper.assign(helper.member(helper.parameter(0), kAttributes, "ExecutionLevel"), helper.integer(kPassiveExecution));
  helper.returns();
  createTimer(tu, "Create", [](TestFunction& f) { f.call("Fill", {f.addressOf(f.local("attributes"))}); });
  EXPECT_EQ(only(TestProgram(tu), "OnTimer").levels, kPassive);
}

TEST(Creations, WhatCannotBeSeenIsUnusual) {
  TestTu tu;
  createTimer(tu, "Create", [](TestFunction& f) { f.call("FillElsewhere", {f.addressOf(f.local("attributes"))}); });
  const TestProgram program(tu);
  EXPECT_TRUE(only(program, "OnTimer").levels.empty());
  EXPECT_EQ(only(program, "OnTimer").unusualLevels, kPassive | kDispatch);
}

TEST(Creations, AMemberOfTheConfigurationItselfMayDecide) {
  TestTu tu;
  for (const char* name : {"OnSlow", "OnFast"}) tu.define(name, {"Interrupt", "Message"}).returns();
  for (const bool passive : {true, false}) {
    TestFunction create = tu.define(passive ? "CreateSlow" : "CreateFast", {"Device"});
    const ExprId config = create.local("config");
    create.assign(create.field(config, "_WDF_INTERRUPT_CONFIG", "EvtInterruptIsr"),
                  create.function(passive ? "OnSlow" : "OnFast"));
    if (passive) { create.assign(create.field(config, "_WDF_INTERRUPT_CONFIG", "PassiveHandling"), create.integer(1)); }
    create.call("WdfInterruptCreate", {create.parameter(0), create.addressOf(config), create.integer(0)});
  }
  const TestProgram program(tu);
  EXPECT_EQ(only(program, "OnSlow").levels, kPassive);
  EXPECT_FALSE(only(program, "OnFast").levels.contains(kPassiveLevel));
  EXPECT_GT(only(program, "OnFast").levels.max(), kDispatchLevel);
}

TEST(Creations, ARegistrationOutOfSightGoesByWhatAllCreationsSay) {
  TestTu tu;
  createTimer(tu, "Create", [](TestFunction& f) { setLevel(f, kPassiveExecution); });
  tu.define("OnOther", {"Timer"}).role("EVT_WDF_TIMER").returns();
  EXPECT_EQ(only(TestProgram(tu), "OnOther").levels, kPassive);
}

// The attributes of the driver decide for a queue that inherits its level from a device that does.
TEST(Creations, AQueueInheritsFromDeviceAndDriver) {
  for (const bool passive : {true, false}) {
    TestTu tu;
    tu.define("OnRead", {"Queue", "Request", "Length"}).returns();
    TestFunction create = tu.define("Create", {"Object"});
    const ExprId attributes = create.addressOf(create.local("attributes"));
    if (passive) setLevel(create, kPassiveExecution);
    create.call("WdfDriverCreate", {create.parameter(0), create.integer(0), attributes});
    create.call("WdfDeviceCreate", {create.parameter(0), create.integer(0), create.integer(0)});
    create.assign(create.field(create.local("config"), "_WDF_IO_QUEUE_CONFIG", "EvtIoRead"), create.function("OnRead"));
    create.call("WdfIoQueueCreate", {create.parameter(0), create.addressOf(create.local("config")), create.integer(0)});
    const TestProgram program(tu);
    EXPECT_EQ(only(program, "OnRead").levels, kPassive);
    EXPECT_EQ(only(program, "OnRead").unusualLevels, passive ? IrqlSet() : kDispatch);
  }
}

TEST(Creations, AnInferredLevelIsUnusual) {
  TestTu tu;
  tu.define("OnCanceled", {"Data"}).role("PFLT_COMPLETE_CANCELED_CALLBACK").returns();
  const TestProgram program(tu);
  EXPECT_EQ(only(program, "OnCanceled").levels, kPassive);
  EXPECT_EQ(only(program, "OnCanceled").unusualLevels, kDispatch);
}

}  // namespace
}  // namespace irqlint::test
