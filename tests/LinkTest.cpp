// Linking hand-made summaries into one program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TestProgram link(const TestTu& a, const TestTu& b) { return TestProgram(std::vector<TuSummary>{a.unit, b.unit}); }

TEST(Link, NamesakesWithExternalLinkageAreOne) {
  TestTu user("user.c");
  user.define("Use").call("Helper");
  TestTu owner("owner.c");
  owner.define("Helper").call("ZwClose");

  for (const bool ownerFirst : {false, true}) {
    const TestProgram program = ownerFirst ? link(owner, user) : link(user, owner);
    const FunctionRef helper = program.find("Helper");
    ASSERT_TRUE(helper.valid());
    EXPECT_TRUE(program.program[helper].isDefined());
    EXPECT_EQ(program.program.locate(program.program[helper].summary.location).file, "owner.c");
    EXPECT_THAT(targets(program, "Use", 0), ElementsAre("Helper"));
    EXPECT_THAT(targets(program, "Helper", 0), ElementsAre("ZwClose"));
    EXPECT_EQ(program.program.units, 2u);
  }
}

TEST(Link, TheLinesOfAHeaderCountOnce) {
  TestTu first("first.c");
  first.unit.files.push_back("common.h");
  first.unit.fileLines = {10, 500};
  TestTu second("second.c");
  second.unit.files = {"second.c", "foreign.h", "common.h"};
  second.unit.fileLines = {20, 0, 500};
  EXPECT_EQ(link(first, second).program.sourceLines, 530u);
}

TEST(Link, WhatAHeaderSuppressesIsKeptOnce) {
  const auto add = [](TestTu& tu, std::vector<std::string> files, FileId header, std::uint32_t lastLine) {
    tu.unit.files = std::move(files);
    tu.unit.fileLines.resize(tu.unit.files.size());
    tu.unit.suppressions.push_back({SuppressionKind::Region, {header, 4, 1, 0}, 4, lastLine, {"C28121"}, "why"});
  };
  TestTu first("first.c");
  add(first, {"first.c", "common.h"}, FileId(1), 9);
  TestTu second("second.c");
  add(second, {"second.c", "foreign.h", "common.h"}, FileId(2), 9);
  TestTu third("third.c");
  add(third, {"third.c", "common.h"}, FileId(1), 12);
  const TestProgram program(std::vector<TuSummary>{first.unit, second.unit, third.unit});
  ASSERT_EQ(program.program.suppressions.size(), 2u) << "the third unit sees another end";
  for (const SuppressionDirective& directive : program.program.suppressions)
    EXPECT_EQ(program.program.locate(directive.location), (Location{"common.h", 4, 1, 0}));
}

// A header that one unit reads with a number disabled, and another one without.
TEST(Link, AHeaderInheritsWhatAllItsReadersDisable) {
  const auto inherited = [](bool inSecond) {
    std::vector<TuSummary> units;
    for (const char* name : {"first.c", "second.c"}) {
      TestTu tu(name);
      tu.unit.files = {name, "common.h", "own.h"};
      tu.unit.fileLines = {9, 9, 9};
      const SourceLocation pragma{FileId(1), 4, 1, 0};
      for (const FileId file : {FileId(0), FileId(2)}) {
        if (units.empty() || inSecond)
          tu.unit.suppressions.push_back({SuppressionKind::Region, pragma, 1, 99, {"C28121"}, "", file});
      }
      units.push_back(tu.unit);
    }
    const TestProgram program(std::move(units));
    std::vector<std::string> covered;
    for (const SuppressionDirective& directive : program.program.suppressions)
      covered.push_back(program.program.files[directive.coveredFile().index()]);
    return covered;
  };
  EXPECT_THAT(inherited(true), UnorderedElementsAre("first.c", "own.h", "second.c"));
  EXPECT_THAT(inherited(false), UnorderedElementsAre("first.c"));
}

TEST(Link, InternalLinkageStaysApart) {
  TestTu a("a.c");
  a.defineStatic("Helper").call("ZwClose");
  a.define("UseA").call("Helper");
  TestTu b("b.c");
  b.defineStatic("Helper").call("ZwOpenKey");
  b.define("UseB").call("Helper");

  const TestProgram program = link(a, b);
  const auto calleeOf = [&](std::string_view user) {
    const FunctionRef helper = program.program.targets(program.find(user), CallId(0)).functions.at(0);
    const FunctionRef api = program.program.targets(helper, CallId(0)).functions.at(0);
    return program.program[api].name();
  };
  EXPECT_EQ(calleeOf("UseA"), "ZwClose");
  EXPECT_EQ(calleeOf("UseB"), "ZwOpenKey");
}

TEST(Link, TheFirstDefinitionWins) {
  TestTu a("a.c");
  a.define("Helper").call("ZwClose");
  TestTu b("b.c");
  b.define("Helper").call("ZwOpenKey");
  EXPECT_THAT(targets(link(a, b), "Helper", 0), ElementsAre("ZwClose"));
  EXPECT_THAT(targets(link(b, a), "Helper", 0), ElementsAre("ZwOpenKey"));
}

TEST(Link, DeclarationsElsewhereAddWhatTheySay) {
  TestTu declares("declares.c");
  declares.define("Use").call("Helper");
  FunctionSummary& declared = declares.unit.functions[declares.function("Helper").index()];
  declared.roles.push_back("KDEFERRED_ROUTINE");
  declared.section = {"PAGE", SectionOrigin::AllocText, declares.nextLine()};
  TestTu defines("defines.c");
  defines.define("Helper").call("ZwClose");

  for (const TestProgram& program : {link(declares, defines), link(defines, declares)}) {
    const FunctionSummary& helper = program.program[program.find("Helper")].summary;
    EXPECT_EQ(helper.section.name, "PAGE");
    EXPECT_THAT(helper.roles, ElementsAre("KDEFERRED_ROUTINE"));
    EXPECT_EQ(program.program.locate(helper.section.location).file, "declares.c");
  }
}

TEST(Link, ForeignFunctionsHaveTheDatabasesContract) {
  TestTu tu;
  TestFunction use = tu.define("Use");
  use.call("ZwClose");
  use.call("NobodyKnowsThis");
  const TestProgram program(tu);
  const Function& known = program.program[program.find("ZwClose")];
  ASSERT_NE(known.contract, nullptr);
  EXPECT_EQ(known.contract->terms.maximum, kPassiveLevel);
  EXPECT_FALSE(known.contractIsDeclared);
  EXPECT_EQ(program.program[program.find("NobodyKnowsThis")].contract, nullptr);
}

TEST(Link, AnnotationsAreTheContractOfTheDriversOwnFunctions) {
  TestTu tu;
  tu.define("Drain").summary().annotations.push_back({"_IRQL_requires_", "DISPATCH_LEVEL"});
  const TestProgram program(tu);
  const Function& drain = program.program[program.find("Drain")];
  ASSERT_NE(drain.contract, nullptr);
  EXPECT_TRUE(drain.contractIsDeclared);
  EXPECT_EQ(drain.contract->terms.minimum, kDispatchLevel);
  EXPECT_EQ(drain.contract->terms.maximum, kDispatchLevel);
  ASSERT_EQ(program.entries("Drain").size(), 1u);
  EXPECT_EQ(program.entries("Drain")[0]->cause, EntryPoint::Cause::Annotated);
  EXPECT_EQ(program.entries("Drain")[0]->levels, IrqlSet::of(kDispatchLevel));
}

TEST(Link, APointerThroughAFieldReachesEveryObjectOfTheType) {
  TestTu stores("stores.c");
  stores.define("Target").returns();
  TestFunction store = stores.define("Store", {"Device"});
  store.assign(store.member(store.parameter(0), "_OPERATIONS", "Run"), store.function("Target"));
  TestTu calls("calls.c");
  TestFunction use = calls.define("Use", {"Device"});
  use.callThrough(use.member(use.parameter(0), "OPERATIONS", "Run"));
  use.callThrough(use.member(use.parameter(0), "OPERATIONS", "Stop"));
  use.callThrough(use.member(use.parameter(0), "OTHERS", "Run"));

  const TestProgram program = link(calls, stores);
  EXPECT_THAT(targets(program, "Use", 0), ElementsAre("Target")) << "the tag and the typedef name one record";
  EXPECT_THAT(targets(program, "Use", 1), IsEmpty());
  EXPECT_THAT(targets(program, "Use", 2), IsEmpty());
}

TEST(Link, APointerThroughParametersAndReturns) {
  TestTu tu;
  tu.define("First").returns();
  tu.define("Second").returns();
  TestFunction run = tu.define("Run", {"Routine"});
  run.callThrough(run.parameter(0));
  TestFunction forward = tu.define("Forward", {"Routine"});
  forward.call("Run", {forward.parameter(0)});
  TestFunction choose = tu.define("Choose");
  choose.returns(choose.function("Second"));
  TestFunction use = tu.define("Use");
  use.call("Forward", {use.function("First")});
  const ExprId chosen = use.call("Choose");
  use.assign(use.local("routine"), chosen);
  use.call("Run", {use.local("routine")});

  const TestProgram program(tu);
  EXPECT_THAT(targets(program, "Run", 0), UnorderedElementsAre("First", "Second"));
}

TEST(Link, APointerOutOfATable) {
  TestTu table("table.c");
  table.define("Start").returns();
  table.define("Stop").returns();
  table.initialise("Handlers", 0, "Start");
  table.initialise("Handlers", 1, "Stop");
  TestTu calls("calls.c");
  TestFunction use = calls.define("Use", {"Index"});
  use.callThrough(use.element(use.global("Handlers"), use.parameter(0)));

  const TestProgram program = link(calls, table);
  EXPECT_THAT(targets(program, "Use", 0), UnorderedElementsAre("Start", "Stop"));
}

TEST(Link, AnIndirectCallCanFindFurtherTargets) {
  TestTu tu;
  tu.define("Last").returns();
  TestFunction middle = tu.define("Middle", {"Next"});
  middle.callThrough(middle.parameter(0));
  TestFunction use = tu.define("Use");
  use.assign(use.local("routine"), use.function("Middle"));
  use.callThrough(use.local("routine"), {use.function("Last")});

  const TestProgram program(tu);
  EXPECT_THAT(targets(program, "Use", 0), ElementsAre("Middle"));
  EXPECT_THAT(targets(program, "Middle", 0), ElementsAre("Last"));
}

TEST(Link, AVirtualCallMayRunAnyOverrider) {
  TestTu tu;
  tu.define("Base::Run").returns();
  TestFunction derived = tu.define("Derived::Run");
  derived.summary().overrides.push_back(tu.function("Base::Run"));
  derived.returns();
  TestFunction leaf = tu.define("Leaf::Run");
  leaf.summary().overrides.push_back(tu.function("Derived::Run"));
  leaf.returns();
  TestFunction use = tu.define("Use", {"Object"});
  use.call("Base::Run", {use.parameter(0)});
  use.call("Derived::Run", {use.parameter(0)});
  for (Event& event : use.summary().body->blocks[0].events) std::get<CallEvent>(event.action).isVirtual = true;

  const TestProgram program(tu);
  EXPECT_THAT(targets(program, "Use", 0), UnorderedElementsAre("Base::Run", "Derived::Run", "Leaf::Run"));
  EXPECT_THAT(targets(program, "Use", 1), UnorderedElementsAre("Derived::Run", "Leaf::Run"));
}

TEST(Link, ADeclaredRoleIsAnEntryPoint) {
  TestTu tu;
  tu.define("OnDpc").role("KDEFERRED_ROUTINE").returns();
  const TestProgram program(tu);
  ASSERT_EQ(program.entries("OnDpc").size(), 1u);
  const EntryPoint& entry = *program.entries("OnDpc")[0];
  EXPECT_EQ(entry.cause, EntryPoint::Cause::RoleDeclared);
  EXPECT_EQ(entry.roleName, "KDEFERRED_ROUTINE");
  EXPECT_EQ(entry.levels, IrqlSet::of(kDispatchLevel));
}

TEST(Link, ARegistrationSaysMoreThanTheDeclaration) {
  TestTu tu;
  tu.define("OnDpc").role("KDEFERRED_ROUTINE").returns();
  TestFunction start = tu.define("Start");
  start.call("KeInitializeDpc", {start.global("Dpc"), start.function("OnDpc"), start.integer(0)});
  const std::uint32_t line = start.line();

  const TestProgram program(tu);
  ASSERT_EQ(program.entries("OnDpc").size(), 1u);
  const EntryPoint& entry = *program.entries("OnDpc")[0];
  EXPECT_EQ(entry.cause, EntryPoint::Cause::Registered);
  EXPECT_EQ(entry.registrar, "KeInitializeDpc");
  EXPECT_EQ(entry.location.line, line);
  EXPECT_EQ(entry.roleName, "KDEFERRED_ROUTINE");
}

TEST(Link, ARegistrationThroughAVariableCounts) {
  TestTu tu;
  tu.define("OnDpc").returns();
  TestFunction start = tu.define("Start");
  start.assign(start.local("routine"), start.function("OnDpc"));
  start.call("KeInitializeDpc", {start.global("Dpc"), start.local("routine"), start.integer(0)});
  EXPECT_THAT(roles(TestProgram(tu), "OnDpc"), ElementsAre("KDEFERRED_ROUTINE"));
}

TEST(Link, OneFunctionMayHaveTwoRoles) {
  TestTu tu;
  tu.define("Both").role("KDEFERRED_ROUTINE").role("IO_WORKITEM_ROUTINE").returns();
  EXPECT_THAT(roles(TestProgram(tu), "Both"), UnorderedElementsAre("KDEFERRED_ROUTINE", "IO_WORKITEM_ROUTINE"));
}

TEST(Link, ADispatchTableNamesTheIrpType) {
  TestTu tu;
  for (const char* name : {"OnCreate", "OnPower"}) tu.define(name, {"Device", "Irp"}).returns();
  TestFunction entry = tu.define("Start", {"DriverObject"});
  const auto slot = [&](std::int64_t irpMajor) {
    return entry.element(entry.member(entry.parameter(0), "_DRIVER_OBJECT", "MajorFunction"), entry.integer(irpMajor));
  };
  entry.assign(slot(0), entry.function("OnCreate"));
  entry.assign(slot(0x16), entry.function("OnPower"));
  const std::uint32_t line = entry.line();

  const TestProgram program(tu);
  ASSERT_EQ(program.entries("OnPower").size(), 1u);
  const EntryPoint& power = *program.entries("OnPower")[0];
  EXPECT_EQ(power.cause, EntryPoint::Cause::Stored);
  EXPECT_EQ(power.roleName, "IRP_MJ_POWER");
  EXPECT_EQ(power.location.line, line);
  EXPECT_TRUE((power.levels | power.unusualLevels).contains(kDispatchLevel));
  ASSERT_EQ(program.entries("OnCreate").size(), 1u);
  const EntryPoint& create = *program.entries("OnCreate")[0];
  EXPECT_FALSE((create.levels | create.unusualLevels).contains(kDispatchLevel));
}

TEST(Link, AFunctionPointerFieldOfARolesTypeMakesAnEntryPoint) {
  TestTu tu;
  tu.define("OnCancel", {"Device", "Irp"}).returns();
  tu.initialise("Callbacks", "MY_CALLBACKS", "Cancel", "OnCancel");
  tu.unit.functionPointerFields.push_back(
      {tu.unit.strings.add("MY_CALLBACKS"), tu.unit.strings.add("Cancel"), tu.unit.strings.add("PDRIVER_CANCEL")});
  const TestProgram program(tu);
  ASSERT_EQ(program.entries("OnCancel").size(), 1u);
  EXPECT_EQ(program.entries("OnCancel")[0]->roleName, "DRIVER_CANCEL");
  EXPECT_EQ(program.entries("OnCancel")[0]->registrar, "MY_CALLBACKS::Cancel");
}

TEST(Link, ASynchronousCallbackIsACall) {
  TestTu tu;
  tu.define("Synchronised", {"Context"}).returns();
  TestFunction use = tu.define("Use");
  use.call("KeSynchronizeExecution", {use.global("Interrupt"), use.function("Synchronised"), use.integer(0)});
  const TestProgram program(tu);
  EXPECT_THAT(program.entries("Synchronised"), IsEmpty());
  const auto callbacks = program.program.synchronousCallbacks(program.find("Use"), CallId(0));
  ASSERT_EQ(callbacks.size(), 1u);
  EXPECT_EQ(callbacks[0]->parameter, 1u);
  EXPECT_THAT(callbacks[0]->functions, ElementsAre(program.find("Synchronised")));
}

TEST(Link, OnlyTheOutermostUnseenFunctionIsAnEntryPoint) {
  TestTu tu;
  tu.define("Inner").returns();
  tu.define("Outer").call("Inner");
  tu.define("OnWork").role("IO_WORKITEM_ROUTINE").call("Seen");
  tu.define("Seen").returns();

  const TestProgram program(tu);
  ASSERT_EQ(program.entries("Outer").size(), 1u);
  EXPECT_EQ(program.entries("Outer")[0]->cause, EntryPoint::Cause::Unseen);
  EXPECT_EQ(program.entries("Outer")[0]->levels, IrqlSet::of(kPassiveLevel) | IrqlSet::of(kDispatchLevel));
  EXPECT_THAT(program.entries("Inner"), IsEmpty());
  EXPECT_THAT(program.entries("Seen"), IsEmpty());
}

TEST(Link, AnUnseenCircleHasOneEntryPoint) {
  TestTu tu;
  tu.define("Even").call("Odd");
  tu.define("Odd").call("Even");
  const TestProgram program(tu);
  EXPECT_EQ(program.entries("Even").size() + program.entries("Odd").size(), 1u);
}

TEST(Link, ForeignFunctionsAreNoEntryPoints) {
  TestTu tu;
  tu.define("HeaderHelper").isInline().returns();
  tu.unit.functions[tu.function("HeaderHelper").index()].isForeign = true;
  EXPECT_THAT(TestProgram(tu).program.entryPoints, IsEmpty());
}

TEST(Link, TheOrderOfTheUnitsDoesNotMatter) {
  TestTu a("a.c");
  a.define("OnDpc").role("KDEFERRED_ROUTINE").call("Helper");
  TestTu b("b.c");
  b.define("Helper").call("ZwClose");
  const auto describe = [](const TestProgram& program) {
    std::vector<std::string> entries;
    entries.reserve(program.program.entryPoints.size());
    for (const EntryPoint& entry : program.program.entryPoints) {
      entries.push_back(program.program[entry.function].name() + " " + entry.roleName + " " + toString(entry.levels));
    }
    return entries;
  };
  EXPECT_EQ(describe(link(a, b)), describe(link(b, a)));
}

}  // namespace
}  // namespace irqlint::test
