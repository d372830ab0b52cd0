// How large functions and globals are: code from the compiler, data from the layout of its type.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ExtractTuFixture.h"

namespace irqlint {
namespace {

class CodeSizesTest : public ExtractTuTest {
 protected:
  CodeSizesTest() { options_.measureCode = true; }

  std::optional<std::uint64_t> code(std::string_view name) const { return function(name).codeBytes; }

  // 0 if it is not known.
  std::uint64_t bytes(std::string_view name) const { return code(name).value_or(0); }
};

TEST_F(CodeSizesTest, CodeIsNotMeasuredUnlessAsked) {
  options_.measureCode = false;
  read("int f(int a) { return a + 1; }");
  EXPECT_EQ(code("f"), std::nullopt);
}

TEST_F(CodeSizesTest, CodeIsThatOfTheTarget) {
  const std::string source = "int f(int a) { return a + 1; }";
  read(source, "a.c", {"-D_AMD64_"});
  EXPECT_EQ(code("f"), 4u);  // lea eax, [rcx + 1]; ret
  read(source, "b.c", {"-D_ARM64_"});
  EXPECT_EQ(code("f"), 8u);  // add w0, w0, #1; ret
  read(source, "c.c", {"-D_X86_"});
  EXPECT_EQ(code("f"), 6u);  // mov eax, [esp + 4]; inc eax; ret
}

TEST_F(CodeSizesTest, MoreCodeIsLarger) {
  read(
      "void g(int);\nvoid once(void) { g(1); g(2); }\nvoid twice(void) { g(1); g(2); g(3); g(4); }\n"
      "void declared(void);\nvoid use(void) { declared(); }");
  EXPECT_GT(bytes("once"), 0u);
  EXPECT_GE(bytes("twice"), bytes("once") + 20);  // two calls with an argument
  EXPECT_EQ(code("declared"), std::nullopt);
}

TEST_F(CodeSizesTest, EveryFunctionIsMeasuredOutOfLine) {
  read(
      "void g(int);\n"
      "static void small(void) { g(1); g(2); g(3); g(4); g(5); }\n"
      "static void unused(void) { g(1); g(2); }\n"
      "void caller(void) { small(); g(6); }");
  EXPECT_GT(bytes("small"), 40u);
  EXPECT_GT(bytes("unused"), 10u);
  EXPECT_LT(bytes("caller"), bytes("small")) << "small is in a section of its own";
}

TEST_F(CodeSizesTest, InlineFunctionsCountInTheirCallersToo) {
  add("/sdk/lib.h", "__forceinline void foreign(void) { g(1); g(2); g(3); g(4); }\n");
  read(
      "void g(int);\n#include \"/sdk/lib.h\"\n"
      "__forceinline void own(void) { g(1); g(2); g(3); g(4); }\n"
      "void callsOwn(void) { own(); g(5); }\nvoid callsForeign(void) { foreign(); g(5); }");
  EXPECT_GT(bytes("own"), 30u);
  EXPECT_GT(bytes("callsOwn"), bytes("own"));
  EXPECT_EQ(bytes("callsForeign"), bytes("callsOwn"));
  EXPECT_EQ(code("foreign"), std::nullopt) << "nobody moves it";
}

TEST_F(CodeSizesTest, WhereAFunctionIsPlacedDoesNotMatter) {
  read(
      "void g(int);\nvoid f(void);\n#pragma alloc_text(PAGE, f)\nvoid f(void) { g(1); g(2); }\n"
      "#pragma code_seg(\"PAGE\")\nvoid h(void) { g(1); g(2); }");
  EXPECT_GT(bytes("f"), 0u);
  EXPECT_EQ(bytes("f"), bytes("h"));
}

TEST_F(CodeSizesTest, GuardedBlocksBelongToTheirFunction) {
  read(
      "void g(int);\nint filter(unsigned long);\n"
      "void f(void) { __try { g(1); } __finally { g(2); g(3); g(4); g(5); g(6); g(7); } }\n"
      "void plain(void) { g(1); }\n"
      "void caught(void) { __try { g(1); } __except (filter(1) + filter(2) + filter(3) + filter(4)) { } }");
  EXPECT_GT(bytes("f"), bytes("plain") + 50);
  EXPECT_GT(bytes("caught"), bytes("plain") + 30);
}

TEST_F(CodeSizesTest, AnErrorCostsItsFunctionOnly) {
  read(
      "void g(int);\n"
      "void broken(void) { g(1); g(no.such); g(2); }\n"
      "void unknown(void) { NOT_DECLARED* p = 0; g(sizeof(NOT_DECLARED)); (void)p; }\n"
      "void valued(void) { g(NOT_DECLARED_VALUE); }\n"
      "void calls(void) { broken(); unknown(); undeclared(1); }\n"
      "void fine(void) { g(1); g(2); }");
  EXPECT_EQ(code("broken"), std::nullopt);
  EXPECT_EQ(code("unknown"), std::nullopt);
  EXPECT_EQ(code("valued"), std::nullopt);
  EXPECT_GT(bytes("calls"), 0u);
  EXPECT_GT(bytes("fine"), 0u);
}

TEST_F(CodeSizesTest, WhatTheCompilerRejectsCostsItsFunctionOnly) {
  read(
      "void g(int);\nvoid first(void) { g(1); }\nvoid bad(void) { __asm__(\"no_such_instruction\"); }\n"
      "void second(void) { g(2); }\nvoid third(void) { bad(); }");
  EXPECT_EQ(code("bad"), std::nullopt);
  for (const char* name : {"first", "second", "third"}) EXPECT_GT(bytes(name), 0u) << name;
}

TEST_F(CodeSizesTest, RecordsWithUnknownMembersHaveNoSize) {
  read(
      "typedef struct _EXT { UNKNOWN_TYPE Lock; int Count; } EXT;\ntypedef struct _OK { int Count; } OK;\n"
      "EXT e;\nOK o;\n"
      "int f(EXT* x) { return x->Count; }\nEXT* pass(EXT* x) { return x; }\nint h(OK* x) { return x->Count; }");
  EXPECT_EQ(code("f"), std::nullopt);
  EXPECT_GT(bytes("pass"), 0u);
  EXPECT_GT(bytes("h"), 0u);
  EXPECT_EQ(global("e").bytes, std::nullopt);
  EXPECT_EQ(global("o").bytes, 4u);
}

TEST_F(CodeSizesTest, AssertionsAndAnnotationsAreNoCode) {
  read(
      "int level(void);\nvoid g(int);\n"
      "void asserts(_In_ _IRQL_restores_ int a) { ASSERT(level() == 2); NT_ASSERT(OnlyInCheckedBuilds == 2); g(a); }\n"
      "void plain(int a) { g(a); }");
  EXPECT_GT(bytes("plain"), 0u);
  EXPECT_EQ(bytes("asserts"), bytes("plain"));
}

TEST_F(CodeSizesTest, CxxIsMeasured) {
  read(
      "void g(int);\n"
      "struct Guard { Guard(); ~Guard() { g(1); g(2); } int level; };\n"
      "Guard::Guard() : level(3) { g(level); }\n"
      "struct Base { virtual void run() { g(1); g(2); } };\n"
      "struct Derived : Base { void run() override { g(3); } static void own() { g(4); } };\n"
      "template <typename T> T twice(T value) { g(1); return value + value; }\n"
      "namespace { void hidden() { g(9); } }\n"
      "int use() { Guard guard; Derived d; d.run(); hidden(); auto f = [](int x) { g(x); g(x); };\n"
      "  f(1); return twice(3); }\n",
      "a.cpp");
  for (const char* name : {"Guard::Guard", "Guard::~Guard", "Base::run", "Derived::run", "Derived::own", "twice<int>",
                           "(anonymous namespace)::hidden", "use", "use::<lambda>"}) {
    EXPECT_GT(bytes(name), 0u) << name;
  }
}

TEST_F(CodeSizesTest, SizesOfGlobalsAreThoseOfTheLayout) {
  options_.measureCode = false;
  read(
      "typedef struct _S { char a; long long b; short c[3]; } S;\n"
      "S one;\nS many[] = {{1}, {2}, {3}};\nstatic char text[] = \"abc\";\nS* pointer;\n"
      "extern S declared;\nextern char open[];\nvoid* f(void) { static int local; &declared; &open; return &local; }");
  EXPECT_EQ(global("one").bytes, 24u);
  EXPECT_EQ(global("many").bytes, 72u);
  EXPECT_EQ(global("text").bytes, 4u);
  EXPECT_EQ(global("pointer").bytes, 8u);
  EXPECT_EQ(global("declared").bytes, 24u);
  EXPECT_EQ(global("open").bytes, std::nullopt);
  EXPECT_EQ(global("local").bytes, 4u);
}

// What an allocation asks for is a constant where the source has sizeof.
TEST_F(CodeSizesTest, SizesInArgumentsAreConstants) {
  read(
      "typedef struct _S { char a; long long b; } S;\nvoid* allocate(int, unsigned long long);\n"
      "void f(void) { allocate(0, sizeof(S)); allocate(1, sizeof(S) * 2 + 8); }");
  std::vector<std::int64_t> sizes;
  for (const CallEvent& call : events<CallEvent>("f")) {
    const Expr& size = function("f").body->exprs[call.arguments.at(1)];
    EXPECT_EQ(size.kind, ExprKind::Integer);
    sizes.push_back(size.value);
  }
  EXPECT_THAT(sizes, testing::ElementsAre(16, 40));
}

}  // namespace
}  // namespace irqlint
