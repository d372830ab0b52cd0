#include "analyzer/frontend/ExtractTu.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ExtractTuFixture.h"
#include "tests/LoweredTu.h"

namespace irqlint {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

// --- SAL ---

TEST_F(ExtractTuTest, AnnotationsSurviveWithoutAnyHeader) {
  read("_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_saves_ int f(int a); int f(int a) { return a; }");
  EXPECT_THAT(annotations("f"), ElementsAre("_IRQL_requires_max_(DISPATCH_LEVEL)", "_IRQL_saves_()"));
}

TEST_F(ExtractTuTest, AnnotationsSurviveHeadersThatDefineThemAway) {
  add("/drv/sal.h", "#define _IRQL_requires_max_(x)\n#undef _IRQL_saves_\n#define _IRQL_saves_\n");
  read("#include \"sal.h\"\n_IRQL_requires_max_(APC_LEVEL) _IRQL_saves_ void f(void);\nvoid g(void) { f(); }");
  EXPECT_THAT(annotations("f"), ElementsAre("_IRQL_requires_max_(APC_LEVEL)", "_IRQL_saves_()"));
}

TEST_F(ExtractTuTest, AnnotationsSurviveTheCommandLine) {
  read("_IRQL_requires_max_(APC_LEVEL) void f(void) {}", "a.c", {"-D_IRQL_requires_max_(x)="});
  EXPECT_THAT(annotations("f"), ElementsAre("_IRQL_requires_max_(APC_LEVEL)"));
}

TEST_F(ExtractTuTest, NestedAnnotationsStayText) {
  read("_When_(Wait == 1, _IRQL_requires_max_(APC_LEVEL)) _At_(*Old, _IRQL_restores_) void f(int Wait, int* Old) {}");
  EXPECT_THAT(annotations("f"),
              ElementsAre("_When_(Wait == 1, _IRQL_requires_max_(APC_LEVEL))", "_At_(*Old, _IRQL_restores_)"));
}

TEST_F(ExtractTuTest, AnnotationsOfAllDeclarationsMerge) {
  read(R"(_IRQL_requires_max_(DISPATCH_LEVEL) void f(_In_ int a, _IRQL_saves_ int* old);
          _IRQL_requires_min_(PASSIVE_LEVEL) _IRQL_requires_max_(DISPATCH_LEVEL) void f(int a, int* old);
          _Use_decl_annotations_ void f(int a, int* old) {})");
  EXPECT_THAT(annotations("f"), UnorderedElementsAre("_IRQL_requires_max_(DISPATCH_LEVEL)",
                                                     "_IRQL_requires_min_(PASSIVE_LEVEL)", "_IRQL_saves_() on 1"));
}

TEST_F(ExtractTuTest, OtherSalIsReadAsNothing) {
  read("_Must_inspect_result_ int f(_In_reads_bytes_opt_(n) const void* p, _Inout_ int* q, unsigned n) { return n; }");
  EXPECT_THAT(summary_.problems, IsEmpty());
  EXPECT_THAT(function("f").parameters,
              ElementsAre(Parameter{"p", "const void *"}, Parameter{"q", "int *"}, Parameter{"n", "unsigned int"}));
}

TEST_F(ExtractTuTest, RolesComeFromEveryFunctionTypeOnTheWay) {
  read(R"(_Function_class_(KDEFERRED_ROUTINE) _IRQL_requires_(DISPATCH_LEVEL)
          typedef void KDEFERRED_ROUTINE(void* dpc, _IRQL_saves_ int* old);
          typedef KDEFERRED_ROUTINE MY_ROUTINE;
          MY_ROUTINE OnTimer;
          void OnTimer(void* dpc, int* old) {})");
  EXPECT_THAT(function("OnTimer").roles, ElementsAre("MY_ROUTINE", "KDEFERRED_ROUTINE"));
  EXPECT_THAT(annotations("OnTimer"), Contains("_IRQL_requires_(DISPATCH_LEVEL)"));
  EXPECT_THAT(annotations("OnTimer"), Contains("_IRQL_saves_() on 1"));
}

TEST_F(ExtractTuTest, DispatchTypesAreKept) {
  read("_Dispatch_type_(IRP_MJ_READ) __drv_dispatchType(IRP_MJ_WRITE) int Dispatch(void) { return 0; }");
  EXPECT_THAT(function("Dispatch").dispatchTypes, ElementsAre("IRP_MJ_READ", "IRP_MJ_WRITE"));
}

TEST_F(ExtractTuTest, AssertionsAreAssumptions) {
  read(R"(#define ASSERT(x) ((void)0)
          int level(void);
          void f(void* p) { ASSERT(level() <= 2 && p); NT_ASSERTMSG("m", p); __analysis_assume(p != 0); })");
  EXPECT_EQ(events<AssumeEvent>("f").size(), 3u);
  const std::vector<CallEvent> calls = events<CallEvent>("f");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_TRUE(calls[0].inAssertion);
}

TEST_F(ExtractTuTest, AssertionsMayNameWhatOnlyCheckedBuildsDeclare) {
  read("void f(int a) { ASSERT(a == onlyInCheckedBuilds); }");
  EXPECT_THAT(summary_.problems, IsEmpty());
  EXPECT_TRUE(function("f").body);
}

TEST_F(ExtractTuTest, TheKitsTraceHeaderStandsInForThoseOfABuild) {
  options_.headerKit = "/kit";
  add("/kit/ddk/irqlint/generated/wpp.h", "#define TRACE(...) ((void)0)\n");
  add("/drv/inc/Built.tmh", "#define BUILT 1\n");
  read(R"(#include "Trace.tmh"
          #include "other.TMH"
          #include "built.tmh"
          int f(void) { TRACE("%d", 1); return BUILT; })",
       "a.c", {"-I/drv/inc"});
  EXPECT_THAT(summary_.problems, IsEmpty());
  EXPECT_THAT(summary_.files, ElementsAre("/drv/a.c", "/drv/inc/Built.tmh")) << "the kit's is no source of the project";
}

TEST_F(ExtractTuTest, VerificationsAreEvaluated) {
  read("int release(void); void f(void) { NT_VERIFY(release()); }");
  const std::vector<CallEvent> calls = events<CallEvent>("f");
  ASSERT_EQ(calls.size(), 1u);
  EXPECT_FALSE(calls[0].inAssertion);
}

// --- what is missing or broken ---

TEST_F(ExtractTuTest, AMissingHeaderIsAProblemAndNoMore) {
  read("#include \"trace.tmh\"\nint f(void) { return 0; }");
  ASSERT_THAT(problems(ProblemKind::MissingHeader), ElementsAre("trace.tmh"));
  EXPECT_EQ(summary_.problems[0].location.line, 1u);
  EXPECT_EQ(summary_.problems[0].location.column, 10u);
  EXPECT_TRUE(function("f").body);
}

TEST_F(ExtractTuTest, AnErrorCostsOneFunctionAtMost) {
  read("int before(void) { return 0; }\nint broken(void) { if ( ; return; }\nint after(void) { return 0; }");
  EXPECT_TRUE(function("before").body);
  EXPECT_TRUE(function("broken").bodyLost);
  EXPECT_FALSE(function("broken").body);
  EXPECT_TRUE(function("after").body);
  EXPECT_THAT(problems(ProblemKind::BodyLost), ElementsAre(HasSubstr("'broken'")));
  EXPECT_THAT(problems(ProblemKind::ParseError), Not(IsEmpty()));
}

TEST_F(ExtractTuTest, ErrorsAreCappedAndCounted) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "int x" + std::to_string(i) + " = ;\n";
  read(text);
  const std::vector<std::string> errors = problems(ProblemKind::ParseError);
  EXPECT_EQ(errors.size(), 51u);
  EXPECT_EQ(errors.back(), "and 10 more errors in this unit");
}

TEST_F(ExtractTuTest, WhatIsMissingIsReportedBehindAnyNumberOfErrors) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "int x" + std::to_string(i) + " = ;\n";
  read(text + "#include \"late.h\"\nint f(void) { return LATE_FLAG; }");
  EXPECT_THAT(problems(ProblemKind::MissingHeader), ElementsAre("late.h"));
  EXPECT_THAT(problems(ProblemKind::InventedName), ElementsAre(HasSubstr("'LATE_FLAG'")));
}

TEST_F(ExtractTuTest, UndeclaredFunctionsAreImplicit) {
  read("int f(int a) { return KeSomething(a); }");
  EXPECT_TRUE(function("KeSomething").isImplicit);
  EXPECT_THAT(summary_.problems, IsEmpty());
  EXPECT_EQ(events<CallEvent>("f").size(), 1u);
}

TEST_F(ExtractTuTest, UnknownNamesGetStandIns) {
  read(R"(typedef struct S { int field; } S;
          MY_STATUS f(PMY_CONTEXT Context, S* s) {
            MY_STATUS status = MY_FAILURE;
            PMY_OTHER other = (PMY_OTHER)s;
            switch (s->field) { case MY_ONE: status = 1; break; case MY_TWO: status = 2; break; case 1: break; }
            Call(Context, other, MY_FLAG | 1);
            return status;
          })");
  EXPECT_TRUE(function("f").body);
  EXPECT_EQ(events<CallEvent>("f").size(), 1u);
  EXPECT_EQ(events<CallEvent>("f")[0].arguments.size(), 3u);
  EXPECT_EQ(function("f").parameters[0].type, "PMY_CONTEXT");
  EXPECT_THAT(problems(ProblemKind::InventedName), Contains("'MY_STATUS' is not declared; taken for a type"));
  EXPECT_THAT(problems(ProblemKind::InventedName), Contains("'MY_FLAG' is not declared; taken for a value of its own"));
  EXPECT_THAT(problems(ProblemKind::BodyLost), IsEmpty());
}

TEST_F(ExtractTuTest, CastsAreWrittenToAsMsvcAllows) {
  read(R"(#define SET(F, B) ((F) |= (B))
          typedef struct S { void* context; int count; } S;
          void g(long* p);
          void f(S* s, char* p, int n) {
            (long)n = 3;
            SET(((unsigned long long)s->context), 4);
            n = *((long*)p)++;
            --((long*)p);
            g(&(long)s->count);
          })");
  EXPECT_EQ(function("f").parseErrors, 0u);
  EXPECT_EQ(dump(summary_, *function("f").body),
            "B0:\n  $2 = 3\n  macro SET(((unsigned long long)s->context), 4) {none, 4}\n  $0->context = ? via SET\n"
            "  $1 = ?\n  $2 = ?\n  $1 = ?\n  #0 = g(&$0->count)\n  exit\n");
}

TEST_F(ExtractTuTest, TheValueOfAnUnknownNameStaysUnknown) {
  read("void g(int); void f(void) { int x = MY_FLAG; if (x) g(MY_FLAG); }");
  EXPECT_EQ(dump(summary_, *function("f").body),
            "B0:\n  x = ?\n  if x B1 else B2\nB1:\n  #0 = g(?)\n  goto B2\nB2:\n  exit\n");
}

TEST_F(ExtractTuTest, ADesignatorOfAnUnknownTypeIsEvaluated) {
  read("int g(void); void f(void) { MY_UNION u = {.AsInt = g()}; int n = {.AsInt = g()}; }");
  EXPECT_EQ(dump(summary_, *function("f").body),
            "B0:\n  #0 = g()\n  %1 = ?\n  u = ?\n  #1 = g()\n  %3 = ?\n  n = ?\n  exit\n");
}

TEST_F(ExtractTuTest, UnknownNamesGetStandInsInCxxToo) {
  const TuSummary summary = loweredCpp(R"(
      class Known : public MissingBase { public: MissingType m(PMY_CONTEXT c); MY_STATUS field; };
      MissingType Known::m(PMY_CONTEXT c) {
        MissingType& reference = Global;
        field = static_cast<MissingType>(MY_FLAG);
        return KeSomething(c, reference, field);
      })");
  ASSERT_FALSE(bodyOf(summary, "Known::m").empty());
  EXPECT_THAT(bodyOf(summary, "Known::m"), HasSubstr("KeSomething($1, "));
  const auto called = std::find_if(summary.functions.begin(), summary.functions.end(),
                                   [](const FunctionSummary& f) { return f.name == "KeSomething"; });
  ASSERT_NE(called, summary.functions.end());
  EXPECT_EQ(called->identity, "KeSomething");
  EXPECT_TRUE(called->isImplicit);
  std::vector<std::string> messages;
  messages.reserve(summary.problems.size());
  for (const Problem& problem : summary.problems) messages.push_back(problem.message);
  EXPECT_THAT(messages, Contains("'MissingBase' is not declared; taken for a class without members"));
  EXPECT_THAT(messages, Contains("'KeSomething' is not declared; taken for a function"));
}

TEST_F(ExtractTuTest, NothingIsInventedInTemplates) {
  const TuSummary summary = loweredCpp(R"(
      template <class T> struct Base { int inherited; };
      template <class T> struct Derived : Base<T> { int get() { return later(T()) + this->inherited; } };
      struct Tag {};
      int later(Tag) { return 1; }
      int use() { return Derived<Tag>().get(); })");
  EXPECT_THAT(summary.problems, IsEmpty());
  EXPECT_THAT(bodyOf(summary, "Derived<Tag>::get"), HasSubstr("later("));
}

TEST_F(ExtractTuTest, OldStyleDefinitionsAreNoUnknownTypes) {
  read("int f(count, text) int count; char* text; { return count; }");
  EXPECT_THAT(summary_.problems, IsEmpty());
  EXPECT_TRUE(function("f").body);
}

TEST_F(ExtractTuTest, AMissingMainFileIsAnError) {
  const auto summary = extractTu({"/drv/none.c", "", {}, CommandDialect::Gcc}, options_, files_);
  ASSERT_FALSE(summary);
  EXPECT_THAT(summary.error().message(), HasSubstr("/drv/none.c"));
}

TEST_F(ExtractTuTest, AUnitPastItsDeadlineIsAnError) {
  add("/drv/a.c", "int f(void) { return 0; }");
  options_.timeout = std::chrono::seconds(-1);
  const auto summary = extractTu({"/drv/a.c", "/drv", {}, CommandDialect::Gcc}, options_, files_);
  EXPECT_FALSE(summary);
}

// --- identity, files ---

TEST_F(ExtractTuTest, InternalFunctionsAreNamedByTheirFile) {
  add("/drv/inc/util.h", "static int helper(void) { return 0; }");
  read("#include \"inc/util.h\"\nstatic int local(void) { return helper(); } int f(void) { return local(); }");
  EXPECT_EQ(function("f").identity, "f");
  EXPECT_EQ(function("f").linkage, Linkage::External);
  EXPECT_EQ(function("local").identity, "/drv/a.c#local");
  EXPECT_EQ(function("local").linkage, Linkage::Internal);
  EXPECT_EQ(function("helper").identity, "/drv/inc/util.h#helper");
}

TEST_F(ExtractTuTest, CPlusPlusIdentityTellsOverloadsInstancesAndLambdasApart) {
  read(R"(namespace { int hidden(int a) { return a; } }
          extern "C" int plain(int a) { return hidden(a); }
          int over(int a) { return a; } int over(char a) { return a; }
          template <typename T> T same(T a) { auto inner = [=] { return a; }; return inner(); }
          int f() { auto one = [] { return 1; }; auto two = [] { return 2; };
                    return one() + two() + same(1) + same('c') + over(1) + over('c'); })",
       "a.cpp");
  EXPECT_EQ(function("plain").identity, "plain");
  EXPECT_THAT(function("(anonymous namespace)::hidden").identity, testing::StartsWith("/drv/a.cpp#"));
  std::vector<std::string> identities;
  identities.reserve(summary_.functions.size());
  for (const FunctionSummary& each : summary_.functions) identities.push_back(each.identity);
  std::sort(identities.begin(), identities.end());
  EXPECT_EQ(std::adjacent_find(identities.begin(), identities.end()), identities.end());
  EXPECT_EQ(std::count_if(summary_.functions.begin(), summary_.functions.end(),
                          [](const FunctionSummary& each) { return each.name.find("<lambda>") != std::string::npos; }),
            4);
}

TEST_F(ExtractTuTest, MethodsKnowWhatTheyOverride) {
  read(R"(struct Base { virtual int run() { return 0; } };
          struct Derived : Base { int run() override { return 1; } };
          int f(Base& b) { return b.run(); } int g() { Derived d; return f(d); })",
       "a.cpp");
  const std::vector<FunctionRef>& overrides = function("Derived::run").overrides;
  ASSERT_EQ(overrides.size(), 1u);
  EXPECT_EQ(summary_.functions[overrides[0].index()].name, "Base::run");
  EXPECT_THAT(function("Derived::run").parameters, ElementsAre(Field(&Parameter::name, "this")));
}

TEST_F(ExtractTuTest, ForeignInlineFunctionsAreLoweredWhenMentioned) {
  add("/sdk/api.h",
      "static inline int inner(int a) { return a; } static inline int used(int a) { return inner(a); }\n"
      "static inline int unused(int a) { return a; } int declared(int a);");
  read("#include <api.h>\nint f(int a) { return used(a) + declared(a); }", "a.c", {"-I/sdk"});
  EXPECT_TRUE(function("used").isForeign);
  EXPECT_TRUE(function("used").body);
  EXPECT_TRUE(function("inner").body);
  EXPECT_TRUE(function("declared").isForeign);
  EXPECT_FALSE(function("declared").body);
  EXPECT_FALSE(has("unused"));
  EXPECT_FALSE(function("f").isForeign);
  EXPECT_THAT(summary_.files, ElementsAre("/drv/a.c", "/sdk/api.h"));
  EXPECT_THAT(summary_.fileLines, ElementsAre(2u, 0u)) << "foreign lines do not count";
}

TEST_F(ExtractTuTest, PathsAreThoseOfTheDisk) {
  add("/drv/Inc/Public.h", "#define VALUE 1\nstatic int helper(void) { return VALUE; }\n");
  read("#include \"..\\drv\\inc\\PUBLIC.H\"\nint f(void) { return helper(); }");
  EXPECT_THAT(summary_.problems, IsEmpty());
  EXPECT_EQ(summary_.mainFile, "/drv/a.c");
  EXPECT_THAT(summary_.files, ElementsAre("/drv/a.c", EndsWith("/drv/Inc/Public.h")));
  EXPECT_THAT(summary_.fileLines, ElementsAre(2u, 2u));
}

TEST_F(ExtractTuTest, LocationsArePlacesInTheFile) {
  read("#define CALL(x) target(x)\nint target(int a);\nint f(int a) { return CALL(target(a)); }");
  const FunctionBody& body = *function("f").body;
  std::vector<SourceLocation> calls;
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      if (std::holds_alternative<CallEvent>(event.action)) calls.push_back(event.location);
    }
  }
  ASSERT_EQ(calls.size(), 2u);
  EXPECT_EQ(calls[0].column, 28u) << "an argument keeps its place";
  EXPECT_EQ(calls[0].endColumn, 37u);
  EXPECT_EQ(calls[1].column, 23u) << "a macro's body is where it is used";
  EXPECT_EQ(calls[1].endColumn, 38u);
}

TEST_F(ExtractTuTest, FieldsWithNamedFunctionPointersAreKept) {
  read(R"(typedef void CANCEL(int); typedef CANCEL* PCANCEL;
          struct Irp { PCANCEL Cancel; CANCEL* Other[2]; void (*Plain)(int); PCANCEL Unused; };
          void on(int a) {}
          void f(struct Irp* irp) { irp->Cancel = on; irp->Other[0] = on; irp->Plain = on; })");
  std::vector<std::string> fields;
  fields.reserve(summary_.functionPointerFields.size());
  for (const FunctionPointerField& field : summary_.functionPointerFields) {
    fields.push_back(std::string(summary_.strings[field.record]) + "." + std::string(summary_.strings[field.field]) +
                     ": " + std::string(summary_.strings[field.type]));
  }
  EXPECT_THAT(fields, ElementsAre("Irp.Cancel: PCANCEL", "Irp.Other: CANCEL *[2]"));
}

TEST_F(ExtractTuTest, ClCommandsAreUnderstood) {
  dialect_ = CommandDialect::Cl;
  add("/drv/inc/h.h", "#ifdef FLAG\nint declared(void);\n#endif\n");
  read("#include <H.h>\nint f(void) { return declared() + UNSET; }", "A.C",
       {"/nologo", "/Iinc", "/DFLAG", "/DUNSET=1", "/W4", "/Foout.obj", "/kernel", "/unknownSwitch:1"});
  EXPECT_FALSE(function("declared").isImplicit);
  EXPECT_THAT(summary_.problems, IsEmpty());
}

TEST_F(ExtractTuTest, TheKernelsMacrosAreThereUnlessTheCommandSaysOtherwise) {
  read(
      "#if defined(_AMD64_) && defined(_WIN64) && NTDDI_VERSION == 5 && !defined(DBG)\nint yes(void) { return 0; "
      "}\n#endif",
      "a.c", {"-DNTDDI_VERSION=5"});
  EXPECT_TRUE(has("yes"));
  read("#if defined(_X86_) && !defined(_WIN64)\nint yes(void) { return 0; }\n#endif", "b.c", {"-m32"});
  EXPECT_TRUE(has("yes"));
}

}  // namespace
}  // namespace irqlint
