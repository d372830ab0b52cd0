// Section pragmas and macro uses of a unit.
#include <map>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ExtractTuFixture.h"

namespace irqlint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using PragmasAndMacros = ExtractTuTest;

TEST_F(PragmasAndMacros, AllocTextNamesFunctions) {
  read(R"(int f(void); static int g(void);
          #pragma alloc_text(PAGE, f, g)
          #pragma alloc_text("INIT", DriverEntry)
          int f(void) { return g(); } static int g(void) { return 0; } int DriverEntry(void) { return f(); })");
  EXPECT_EQ(function("f").section.name, "PAGE");
  EXPECT_EQ(function("f").section.origin, SectionOrigin::AllocText);
  EXPECT_EQ(function("f").section.location.line, 2u);
  EXPECT_EQ(function("g").section.name, "PAGE");
  EXPECT_EQ(function("DriverEntry").section.name, "INIT");
  EXPECT_THAT(summary_.problems, IsEmpty()) << "undeclared functions are no error";
}

TEST_F(PragmasAndMacros, AllocTextIsJudgedByWhereItStands) {
  read(R"(int f(void); int elsewhere(void); int late(void) { return 0; }
          #pragma alloc_text(PAGE, f, elsewhere, late, nobody, g)
          int f(void) { return elsewhere(); } int g(void) { return late(); })");
  std::map<std::string, AllocTextStanding> standings;
  for (const AllocText& directive : summary_.allocTexts) standings[directive.function] = directive.standing;
  EXPECT_EQ(standings["f"], AllocTextStanding::Places);
  EXPECT_EQ(standings["elsewhere"], AllocTextStanding::NotDefined);
  EXPECT_EQ(standings["late"], AllocTextStanding::AfterBody);
  EXPECT_EQ(standings["nobody"], AllocTextStanding::Unknown);
  EXPECT_EQ(standings["g"], AllocTextStanding::BeforeName);
  ASSERT_EQ(summary_.allocTexts.size(), 5u);
  EXPECT_EQ(summary_.allocTexts[2].definition.line, 1u);
  EXPECT_EQ(function("late").section.name, "") << "its body has its section already";
  EXPECT_EQ(function("elsewhere").section.name, "") << "only the defining unit can place it";
}

TEST_F(PragmasAndMacros, AllocTextKnowsTheLinkageOfItsFunctions) {
  read(R"(extern "C" int plain(); int mangled(); extern "C" { static int local(); }
          #pragma alloc_text(PAGE, plain, mangled, local)
          int plain() { return 0; } int mangled() { return local(); } int local() { return 0; })",
       "a.cpp");
  ASSERT_EQ(summary_.allocTexts.size(), 3u);
  EXPECT_EQ(summary_.allocTexts[0].standing, AllocTextStanding::Places);
  EXPECT_EQ(summary_.allocTexts[1].standing, AllocTextStanding::OtherLinkage);
  EXPECT_EQ(summary_.allocTexts[2].standing, AllocTextStanding::Places);
}

TEST_F(PragmasAndMacros, MacrosOverAllocTextWork) {
  read(R"c(#define PAGEABLE(f) alloc_text(PAGE, f)
          #define PLACE(section, f) __pragma(alloc_text(section, f))
          #pragma PAGEABLE(f)
          PLACE(PAGEX, g)
          _Pragma("alloc_text(PAGEY, h)")
          int f(void) { return 0; } int g(void) { return 0; } int h(void) { return 0; })c");
  EXPECT_EQ(function("f").section.name, "PAGE");
  EXPECT_EQ(function("g").section.name, "PAGEX");
  EXPECT_EQ(function("h").section.name, "PAGEY");
  EXPECT_EQ(function("g").section.location.line, 4u);
  EXPECT_THAT(summary_.problems, IsEmpty());
}

TEST_F(PragmasAndMacros, CodeSegIsAStack) {
  read(R"(int a(void) { return 0; }
          #pragma code_seg("PAGE")
          int b(void) { return 0; }
          #pragma code_seg(push, here, "INIT")
          int c(void) { return 0; }
          #pragma code_seg(push)
          #pragma code_seg("OTHER")
          int d(void) { return 0; }
          #pragma code_seg(pop, here)
          int e(void) { return 0; }
          #pragma code_seg()
          int f(void) { return 0; })");
  std::map<std::string, std::string> sections;
  for (const FunctionSummary& each : summary_.functions) sections[each.name] = each.section.name;
  EXPECT_EQ(sections, (std::map<std::string, std::string>{
                          {"a", ""}, {"b", "PAGE"}, {"c", "INIT"}, {"d", "OTHER"}, {"e", "PAGE"}, {"f", ""}}));
  EXPECT_EQ(function("b").section.origin, SectionOrigin::SegmentPragma);
  EXPECT_EQ(function("e").section.location.line, 2u) << "the directive that named it, not the one that restored it";
}

TEST_F(PragmasAndMacros, AllocTextWinsOverCodeSeg) {
  read(R"(int f(void);
          #pragma alloc_text(PAGE, f)
          #pragma code_seg("INIT")
          int f(void) { return 0; })");
  EXPECT_EQ(function("f").section.name, "PAGE");
}

TEST_F(PragmasAndMacros, CodeSegOfAClassHoldsForItsMembersAndTheirLambdas) {
  read(R"(class __declspec(code_seg("PAGE")) Device {
           public:
            int start() { auto inner = [] { return 1; }; return inner(); }
            __declspec(code_seg("OTHER")) int stop() { return 0; }
          };
          int use(Device& d) { return d.start() + d.stop(); })",
       "a.cpp");
  EXPECT_EQ(function("Device::start").section.name, "PAGE");
  EXPECT_EQ(function("Device::start").section.origin, SectionOrigin::Declspec);
  EXPECT_EQ(function("Device::start::<lambda>").section.name, "PAGE");
  EXPECT_EQ(function("Device::stop").section.name, "OTHER");
}

TEST_F(PragmasAndMacros, CodeSegPragmaLeavesTemplateInstancesAlone) {
  read(R"(#pragma code_seg("PAGE")
          template <typename T> T twice(T value) { return value + value; }
          int f() { return twice(1); })",
       "a.cpp");
  EXPECT_EQ(function("f").section.name, "PAGE");
  EXPECT_EQ(function("twice<int>").section.name, "");
}

TEST_F(PragmasAndMacros, GlobalsHaveSegmentsByKind) {
  read(R"(#pragma data_seg("PAGED")
          #pragma const_seg("PAGEC")
          #pragma bss_seg("PAGEB")
          int initialised = 1; int zero; const int constant = 2; extern int elsewhere;
          __declspec(allocate("PAGEA")) int allocated = 3;
          #pragma data_seg()
          int resident = 4; int use(void) { return elsewhere; })");
  EXPECT_EQ(global("initialised").section.name, "PAGED");
  EXPECT_EQ(global("zero").section.name, "PAGEB");
  EXPECT_EQ(global("constant").section.name, "PAGEC");
  EXPECT_EQ(global("allocated").section.name, "PAGEA");
  EXPECT_EQ(global("allocated").section.origin, SectionOrigin::Declspec);
  EXPECT_EQ(global("resident").section.name, "");
  EXPECT_EQ(global("elsewhere").section.name, "");
}

// --- macros ---

TEST_F(PragmasAndMacros, MacroUsesAreKeptWhateverTheyExpandTo) {
  read("#define PAGED_CODE()\nvoid f(void) { PAGED_CODE(); _IRQL_limited_to_(DISPATCH_LEVEL); }");
  const std::vector<MacroEvent> macros = events<MacroEvent>("f");
  ASSERT_EQ(macros.size(), 2u);
  EXPECT_EQ(summary_.strings[macros[0].name], "PAGED_CODE");
  EXPECT_THAT(macros[0].arguments, IsEmpty());
  EXPECT_EQ(summary_.strings[macros[1].name], "_IRQL_limited_to_");
  ASSERT_EQ(macros[1].arguments.size(), 1u);
  EXPECT_EQ(summary_.strings[macros[1].arguments[0]], "DISPATCH_LEVEL");
}

TEST_F(PragmasAndMacros, WhatForeignMacrosUseIsNotKept) {
  add("/sdk/sdk.h", "#define INNER()\n#define OUTER() INNER()\n");
  read("#include <sdk.h>\n#define OWN() OUTER()\nvoid f(void) { OUTER(); OWN(); }", "a.c", {"-I/sdk"});
  std::vector<std::string_view> names;
  for (const MacroEvent& macro : events<MacroEvent>("f")) names.push_back(summary_.strings[macro.name]);
  EXPECT_THAT(names, ElementsAre("OUTER", "OWN", "OUTER"));
}

TEST_F(PragmasAndMacros, MacrosInInnerFunctionsAreNotTheOuterOnes) {
  read(R"(#define PAGED_CODE()
          #define RUN(what) what
          #define AFTER()
          template <typename T> void call(T t) { t(); }
          struct Holder { Holder() : value([] { PAGED_CODE(); return 1; }()) {} int value; };
          void f() {
            auto lambda = [] { PAGED_CODE(); };
            call([] { PAGED_CODE(); }); AFTER();
            struct Local { void run() { PAGED_CODE(); } };
            Local().run();
            RUN(call([](auto... all) { PAGED_CODE(); }));
          })",
       "a.cpp");
  std::vector<std::string_view> names;
  for (const MacroEvent& macro : events<MacroEvent>("f")) names.push_back(summary_.strings[macro.name]);
  EXPECT_THAT(names, ElementsAre("AFTER", "RUN"));
  EXPECT_THAT(events<MacroEvent>("Holder::Holder"), IsEmpty());
  EXPECT_EQ(events<MacroEvent>("f::<lambda>").size(), 1u);
  EXPECT_EQ(events<MacroEvent>("f()::Local::run").size(), 1u);
}

TEST_F(PragmasAndMacros, ArgumentsOfAConstantConditionAreKnown) {
  read("#define SAVE(place) ((void)(place), 0)\nvoid g(void);\nvoid f(int* a) { if (!(SAVE(a) >= 0)) g(); }");
  const std::vector<MacroEvent> macros = events<MacroEvent>("f");
  ASSERT_EQ(macros.size(), 1u);
  ASSERT_EQ(macros[0].argumentValues.size(), 1u);
  ASSERT_TRUE(macros[0].argumentValues[0]);
  EXPECT_EQ(function("f").body->exprs[macros[0].argumentValues[0]].kind, ExprKind::Parameter);
}

TEST_F(PragmasAndMacros, VariableMacroArgumentsAreSplit) {
  read("#define TRACE(level, ...)\nvoid f(int a) { TRACE(1, \"%d\", (a, a)); }");
  const std::vector<MacroEvent> macros = events<MacroEvent>("f");
  ASSERT_EQ(macros.size(), 1u);
  std::vector<std::string_view> arguments;
  for (const StringId argument : macros[0].arguments) arguments.push_back(summary_.strings[argument]);
  EXPECT_THAT(arguments, ElementsAre("1", "\"%d\"", "(a, a)"));
}

}  // namespace
}  // namespace irqlint
