// What a summary says of a function when its declarations are several, contradict each other or are instances.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzer/model/SummaryCheck.h"
#include "tests/LoweredTu.h"

namespace irqlint {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<const FunctionSummary*> named(const TuSummary& summary, std::string_view name) {
  std::vector<const FunctionSummary*> found;
  for (const FunctionSummary& function : summary.functions) {
    if (function.name == name) found.push_back(&function);
  }
  return found;
}

const FunctionSummary& only(const TuSummary& summary, std::string_view name) {
  static const FunctionSummary none;
  const std::vector<const FunctionSummary*> found = named(summary, name);
  EXPECT_EQ(found.size(), 1u) << name;
  return found.empty() ? none : *found.front();
}

std::string failureOf(const TuSummary& summary) {
  const auto error = checkSummary(summary);
  return error ? error->message() : "";
}

TEST(Declarations, ForceinlineIsTheCompilersWhateverHeadersMakeOfIt) {
  const TuSummary summary = loweredC(
      "#define __forceinline extern __inline__ __attribute__((__always_inline__,__gnu_inline__))\n"
      "#define FORCEINLINE __forceinline\n"
      "static __forceinline int f(void) { return 1; } static FORCEINLINE int g(void) { return f(); }\n"
      "FORCEINLINE int h(void) { return g(); }");
  EXPECT_THAT(summary.problems, IsEmpty());
  for (const char* name : {"f", "g", "h"}) {
    EXPECT_TRUE(only(summary, name).isInline) << name;
    EXPECT_TRUE(only(summary, name).body) << name;
  }
}

TEST(Declarations, NoinlineWinsOverInline) {
  const TuSummary c = loweredC(
      "static __inline int f(void); __declspec(noinline) static __inline int g(void) { return 1; }\n"
      "__declspec(noinline) static int h(void); static __inline int h(void) { return g(); }\n"
      "static __inline int f(void) { return h(); }");
  EXPECT_TRUE(only(c, "f").isInline);
  EXPECT_FALSE(only(c, "g").isInline);
  EXPECT_FALSE(only(c, "h").isInline);
  const TuSummary cpp = loweredCpp(
      "struct S { int f() { return 1; } __declspec(noinline) int g() { return f(); } };\n"
      "template <class T> __attribute__((noinline)) int outOfLine(T t) { return t; }\n"
      "template <class T> int merged(T t) { return t; }\n"
      "int run(S& s) { return s.g() + outOfLine(1) + merged(1); }");
  EXPECT_TRUE(only(cpp, "S::f").isInline);
  EXPECT_FALSE(only(cpp, "S::g").isInline);
  EXPECT_FALSE(only(cpp, "outOfLine<int>").isInline);
  EXPECT_TRUE(only(cpp, "merged<int>").isInline);
}

TEST(Declarations, EveryInstanceOverALambdaIsAFunctionOfItsOwn) {
  const TuSummary summary = loweredCpp(R"(
      int First(); int Second();
      template <typename Action> static void With(Action action) { action(); }
      template <typename Action> struct Guard { Action action; ~Guard() { action(); } };
      template <typename Action> Guard(Action) -> Guard<Action>;
      void run() { With([] { First(); }); With([] { Second(); }); }
      void guarded() { Guard one{[] { First(); }}; Guard two{[] { Second(); }}; })");
  EXPECT_THAT(summary.problems, IsEmpty());
  for (const char* name : {"With<(lambda)>", "Guard<(lambda)>::~Guard"}) {
    const std::vector<const FunctionSummary*> instances = named(summary, name);
    ASSERT_EQ(instances.size(), 2u) << name;
    EXPECT_TRUE(instances[0]->body && instances[1]->body) << name;
    EXPECT_NE(instances[0]->identity, instances[1]->identity) << name;
  }
}

TEST(Declarations, InstancesThatOnlyInstancesUseAreLowered) {
  const TuSummary summary = loweredCpp(R"(
      template <typename T> T inner(T t) { return t; }
      template <typename T> struct Box { T take(T t) { return keep(t); } T keep(T t) { return inner(t); } };
      template <typename T> T outer(T t) { Box<T> box; return box.take(t); }
      int run() { return outer(1); })");
  for (const char* name : {"outer<int>", "Box<int>::take", "Box<int>::keep", "inner<int>"}) {
    EXPECT_TRUE(only(summary, name).body) << name;
  }
}

TEST(Declarations, ParametersAreThoseOfTheDefinition) {
  const TuSummary summary = loweredC(
      "typedef __attribute__((annotate(\"irqlint:_Function_class_(ROLE)\"))) void ROUTINE(int a);\n"
      "ROUTINE Declared; int Target(int);\n"
      "int caller(void) { Declared(1); return Called(1, 2); }\n"
      "int Declared(int a, short b) { return Target(b); }\n"
      "int Called(char* text, short length, long last) { return Target(length); }");
  EXPECT_THAT(failureOf(summary), IsEmpty());
  const FunctionSummary& declared = only(summary, "Declared");
  EXPECT_THAT(declared.parameters, ElementsAre(Field(&Parameter::name, "a"), Field(&Parameter::name, "b")));
  EXPECT_EQ(declared.returnType, "int");
  EXPECT_THAT(declared.roles, testing::Contains("ROLE")) << "what the other declaration says still holds";
  const FunctionSummary& called = only(summary, "Called");
  EXPECT_THAT(called.parameters, ElementsAre(Field(&Parameter::type, "char *"), Field(&Parameter::type, "short"),
                                             Field(&Parameter::type, "long")));
  EXPECT_FALSE(called.isImplicit);
  EXPECT_THAT(bodyOf(summary, "Called"), HasSubstr("Target($1)"));
}

TEST(Declarations, AParameterWithoutANameHasThatOfAnotherDeclaration) {
  const TuSummary summary = loweredCpp(
      "struct Lock { void Release(int level, int); }; void Lock::Release(int, int) {}\n"
      "void f(int); void f(int value); void f(int) {}");
  EXPECT_THAT(
      only(summary, "Lock::Release").parameters,
      ElementsAre(Field(&Parameter::name, "this"), Field(&Parameter::name, "level"), Field(&Parameter::name, "")));
  EXPECT_THAT(only(summary, "f").parameters, ElementsAre(Field(&Parameter::name, "value")));
}

TEST(Declarations, AnnotationsOfParametersTheDefinitionDoesNotHaveAreDropped) {
  const TuSummary summary =
      loweredC("void f(int a, _IRQL_restores_ int level); int f(_IRQL_restores_ int level) { return level; }");
  EXPECT_THAT(failureOf(summary), IsEmpty());
  const FunctionSummary& f = only(summary, "f");
  EXPECT_EQ(f.parameters.size(), 1u);
  EXPECT_THAT(f.annotations, ElementsAre(Field(&Annotation::parameter, 0u)));
}

}  // namespace
}  // namespace irqlint
