// Statements and expressions of C as blocks of events: one construct per test.
#include "analyzer/frontend/CfgLowering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/LoweredTu.h"

namespace irqlint {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPrelude = R"(
#define NOTHING()
#define EVAL(x) (x)
#define CALL(x) F(x)
#define ASSERT(e) __irqlint_assume(e)
#define ENTER() do { NOTHING(); } while (0)
#define BOTH(x) (CALL(x) + CALL(2))
#define OTHER(x) CALL((x)->a)
#define WORD NOTHING()
#define PASS(m) m()
int F(int); int G(int, int); void V(void);
_Noreturn void Die(void);
typedef union { struct { unsigned Low; int High; }; long long Quad; } Large;
typedef struct { int Status; } Named;
struct S { int a, b; int (*cb)(int); int arr[4]; Large t; Named named; struct { int x; } in; struct S* next; };
)";

std::string lower(const std::string& statements) {
  return bodyOf(loweredC(kPrelude + ("void f(int n, int* p, struct S* s) {" + statements + "}")), "f");
}

// The lines of a body that is one block, without its frame.
std::string events(const std::string& statements) {
  std::string body = lower(statements);
  const std::string frame = "B0:\n";
  const std::string end = "  exit\n";
  if (!body.starts_with(frame) || !body.ends_with(end)) return "more than one block:\n" + body;
  body = body.substr(frame.size(), body.size() - frame.size() - end.size());
  std::string lines;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t next = body.find('\n', at);
    lines += (lines.empty() ? "" : "; ") + body.substr(at + 2, next - at - 2);
    at = next + 1;
  }
  return lines;
}

const Expr& placeOf(const FunctionBody& body, std::size_t event) {
  return body.exprs[std::get<AssignEvent>(body.blocks[0].events[event].action).place];
}

TEST(CfgLowering, NestedCallsComeInnerFirst) {
  EXPECT_EQ(events("n = G(F(1), F(2));"), "#0 = F(1); #1 = F(2); #2 = G(#0, #1); $0 = #2");
}
TEST(CfgLowering, CallThroughMemberNamesTheMemberAsTarget) {
  EXPECT_EQ(events("s->cb(4); (*s->cb)(5);"), "#0 = (*$2->cb)(4); #1 = (*$2->cb)(5)");
}
TEST(CfgLowering, CallThroughTheAddressOfAFunctionIsDirect) {
  EXPECT_EQ(events("(&F)(6); ((int (*)(int))F)(7);"), "#0 = F(6); #1 = F(7)");
}
TEST(CfgLowering, CallThatDoesNotReturnEndsItsPath) {
  EXPECT_EQ(lower("if (n) Die(); V();"),
            "B0:\n  if $0 B1 else B2\nB1:\n  #0 = Die()\n  unreachable\nB2:\n  #1 = V()\n  exit\n");
}
TEST(CfgLowering, FunctionNamesAreFunctions) { EXPECT_EQ(events("s->cb = F; s->cb = &F;"), "$2->cb = F; $2->cb = F"); }

TEST(CfgLowering, NegativeConstantKeepsItsSign) { EXPECT_EQ(events("long x = (long)0xC0000001L;"), "x = -1073741823"); }
TEST(CfgLowering, UnsignedConstantStaysPositive) { EXPECT_EQ(events("unsigned x = 0xC0000001;"), "x = 3221225473"); }
TEST(CfgLowering, SizeofIsItsNumber) { EXPECT_EQ(events("n = sizeof(int);"), "$0 = 4"); }
TEST(CfgLowering, EnumeratorIsItsNumber) { EXPECT_EQ(events("enum { A = 7 }; n = A;"), "$0 = 7"); }
TEST(CfgLowering, NullPointerIsZero) { EXPECT_EQ(events("p = (void*)0;"), "$1 = 0"); }
TEST(CfgLowering, CastThatChangesAConstantCounts) { EXPECT_EQ(events("n = (unsigned char)511;"), "$0 = 255"); }
TEST(CfgLowering, CastOfAVariableIsDropped) { EXPECT_EQ(events("n = (int)(long)p;"), "$0 = $1"); }
TEST(CfgLowering, WideStringBecomesUtf8) { EXPECT_EQ(events("const void* w = L\"wi\\u00e9\";"), "w = \"wi\u00e9\""); }

TEST(CfgLowering, ObjectAroundAMember) {
  EXPECT_EQ(events("s = (struct S*)((char*)p - (unsigned long long)(&((struct S*)0)->arr));"),
            "$2 = container($1, .arr)");
  EXPECT_EQ(events("s = (struct S*)((char*)p - __builtin_offsetof(struct S, a));"), "$2 = container($1, .a)");
}
TEST(CfgLowering, ObjectAroundAMemberOfAMember) {
  EXPECT_EQ(events("s = (struct S*)((char*)p - (long long)&((struct S*)0)->named.Status);"),
            "$2 = container(container($1, .Status), .named)");
  EXPECT_EQ(events("s = (struct S*)((char*)p - (long long)&((struct S*)0)->t.High);"),
            "$2 = container(container($1, .High), .t)");
}
TEST(CfgLowering, OtherDifferencesAreNoObjectAroundAMember) {
  EXPECT_EQ(events("p = p - 2;"), "$1 = ($1 - 2)");
  EXPECT_EQ(events("n = (int)((char*)p - (char*)&s->a);"), "$0 = ($1 - &$2->a)");
}

TEST(CfgLowering, MemberThroughPointer) { EXPECT_EQ(events("s->a = n;"), "$2->a = $0"); }
TEST(CfgLowering, AddressAndDereferenceCancel) {
  EXPECT_EQ(events("p = &*p; n = *&n; n = (&s->named)->Status;"), "$1 = $1; $0 = $0; $0 = $2->named.Status");
}
TEST(CfgLowering, ElementOfAnArrayAndOfAPointer) {
  EXPECT_EQ(events("n = s->arr[2]; n = p[2]; n = *s->arr; n = *(p + 2);"),
            "$0 = $2->arr[2]; $0 = (*$1)[2]; $0 = $2->arr[0]; $0 = (*$1)[2]");
}
TEST(CfgLowering, DecayedArrayIsItsAddress) {
  EXPECT_EQ(events("p = s->arr; p = &s->arr[0];"), "$1 = &$2->arr; $1 = &$2->arr[0]");
}
TEST(CfgLowering, PointerArithmeticStaysInTheObject) {
  EXPECT_EQ(events("p = p + 3; p = p + 0; p = p - 1;"), "$1 = &(*$1)[3]; $1 = $1; $1 = ($1 - 1)");
}
TEST(CfgLowering, AnonymousMembersAreSkipped) { EXPECT_EQ(events("s->t.High = 1;"), "$2->t.High = 1"); }

TEST(CfgLowering, MemberOfAnAnonymousMemberCountsToTheTypedef) {
  const TuSummary summary = loweredC(kPrelude + std::string("void f(Large* t) { t->High = 1; }"));
  const FunctionBody& body = *summary.functions[0].body;
  EXPECT_EQ(summary.strings[placeOf(body, 0).record], "Large");
}
TEST(CfgLowering, MemberOfATaggedRecordCountsToTheTag) {
  const TuSummary summary = loweredC("typedef struct _X { int a; } X; void f(X* x) { x->a = 1; }");
  EXPECT_EQ(summary.strings[placeOf(*summary.functions[0].body, 0).record], "_X");
}
TEST(CfgLowering, RecordWithoutANameHasNone) {
  const TuSummary summary = loweredC("struct X { struct { int b; } in; }; void f(struct X* x) { x->in.b = 1; }");
  EXPECT_FALSE(placeOf(*summary.functions[0].body, 0).record.valid());
}

TEST(CfgLowering, CompoundAssignmentReadsThePlace) {
  EXPECT_EQ(events("n += 2; n <<= 1;"), "$0 = ($0 + 2); $0 = ($0 << 1)");
}
TEST(CfgLowering, PostfixYieldsTheOldValue) { EXPECT_EQ(events("int x = n++;"), "%1 = $0; $0 = ($0 + 1); x = %1"); }
TEST(CfgLowering, PrefixYieldsTheNewValue) { EXPECT_EQ(events("int x = --n;"), "$0 = ($0 - 1); x = $0"); }
TEST(CfgLowering, UnusedPostfixNeedsNoCopy) { EXPECT_EQ(events("n++;"), "$0 = ($0 + 1)"); }
TEST(CfgLowering, StoreThroughAMovedPointer) { EXPECT_EQ(events("*p++ = 3;"), "%0 = $1; $1 = &(*$1)[1]; *%0 = 3"); }
TEST(CfgLowering, AssignmentAsValueIsThePlace) {
  EXPECT_EQ(events("s->a = n = F(1);"), "#0 = F(1); $0 = #0; $2->a = $0");
}
TEST(CfgLowering, CommaEvaluatesBoth) { EXPECT_EQ(events("n = (F(1), F(2));"), "#0 = F(1); #1 = F(2); $0 = #1"); }
TEST(CfgLowering, StatementExpressionYieldsItsLast) {
  EXPECT_EQ(events("n = ({ int t = F(3); t + 1; });"), "#0 = F(3); t = #0; $0 = (t + 1)");
}
TEST(CfgLowering, ExpectIsItsArgument) { EXPECT_EQ(events("n = __builtin_expect(F(1), 1);"), "#0 = F(1); $0 = #0"); }

TEST(CfgLowering, ConditionalBecomesBlocks) {
  EXPECT_EQ(lower("n = n ? F(1) : 2;"),
            "B0:\n  if $0 B1 else B2\nB1:\n  #0 = F(1)\n  %0 = #0\n  goto B3\nB2:\n  %0 = 2\n  goto B3\n"
            "B3:\n  $0 = %0\n  exit\n");
}
TEST(CfgLowering, ConditionalWithoutMiddleEvaluatesOnce) {
  EXPECT_EQ(lower("n = F(1) ?: 2;"),
            "B0:\n  #0 = F(1)\n  if #0 B1 else B2\nB1:\n  %0 = #0\n  goto B3\nB2:\n  %0 = 2\n  goto B3\n"
            "B3:\n  $0 = %0\n  exit\n");
}
TEST(CfgLowering, LogicalWithoutEffectsStaysAnExpression) { EXPECT_EQ(events("n = n && s->a;"), "$0 = ($0 && $2->a)"); }
TEST(CfgLowering, LogicalWithACallBecomesBlocks) {
  EXPECT_EQ(lower("n = n || F(1);"),
            "B0:\n  if $0 B2 else B1\nB1:\n  #0 = F(1)\n  if #0 B2 else B3\nB2:\n  %0 = 1\n  goto B4\n"
            "B3:\n  %0 = 0\n  goto B4\nB4:\n  $0 = %0\n  exit\n");
}
TEST(CfgLowering, ConditionsAreSimple) {
  EXPECT_EQ(lower("if (!(n && p)) V();"),
            "B0:\n  if $0 B1 else B2\nB1:\n  if $1 B3 else B2\nB2:\n  #0 = V()\n  goto B3\nB3:\n  exit\n");
}
TEST(CfgLowering, ComparedTruthValueIsTheConditionItself) {
  EXPECT_THAT(lower("if ((n > 3) == 0) V();"), HasSubstr("if ($0 > 3) B2 else B1"));
}
TEST(CfgLowering, NegatedComparisonIsTheOppositeOne) { EXPECT_EQ(events("n = !(n == 2);"), "$0 = ($0 != 2)"); }
TEST(CfgLowering, ConstantConditionLeavesOnePath) {
  EXPECT_EQ(events("if (sizeof(int) == 4) F(1); else F(2);"), "#0 = F(1)");
}

TEST(CfgLowering, ZeroInitialiserClearsTheWhole) { EXPECT_EQ(events("struct S x = {0};"), "x = 0"); }
TEST(CfgLowering, PartsFollowTheCleared) { EXPECT_EQ(events("struct S x = {.b = 2};"), "x = 0; x.b = 2"); }
TEST(CfgLowering, CompleteListClearsNothing) { EXPECT_EQ(events("int x[] = {1, 2};"), "x[0] = 1; x[1] = 2"); }
TEST(CfgLowering, NestedDesignators) { EXPECT_EQ(events("struct S x = {.in.x = n};"), "x = 0; x.in.x = $0"); }
TEST(CfgLowering, UnionInitialiserClearsTheRest) { EXPECT_EQ(events("Large x = {.Quad = 5};"), "x = 0; x.Quad = 5"); }
TEST(CfgLowering, CompoundLiteralIsATemporary) {
  EXPECT_EQ(events("s = &(struct S){.a = 1};"), "%0 = 0; %0.a = 1; $2 = &%0");
}
TEST(CfgLowering, TextFillsAnArray) { EXPECT_EQ(events("char x[] = \"ab\";"), "x = \"ab\""); }
TEST(CfgLowering, LargeTableOfNumbersIsNotTakenApart) {
  std::string numbers;
  for (int i = 0; i < 1000; ++i) numbers += "1,";
  EXPECT_EQ(events("int x[] = {" + numbers + "};"), "x = ?");
}

TEST(CfgLowering, WhileTestsBeforeEachRun) {
  EXPECT_EQ(lower("while (F(1)) V();"),
            "B0:\n  goto B1\nB1:\n  #0 = F(1)\n  if #0 B2 else B3\nB2:\n  #1 = V()\n  goto B1\nB3:\n  exit\n");
}
TEST(CfgLowering, DoTestsAfterEachRun) {
  EXPECT_EQ(lower("do V(); while (F(1));"),
            "B0:\n  goto B1\nB1:\n  #0 = V()\n  #1 = F(1)\n  if #1 B1 else B2\nB2:\n  exit\n");
}
TEST(CfgLowering, DoOnceIsNoLoop) { EXPECT_EQ(events("do { V(); } while (0);"), "#0 = V()"); }
TEST(CfgLowering, ForContinuesAtTheIncrement) {
  EXPECT_EQ(lower("for (int i = 0; i < n; i++) { if (i == 3) continue; V(); }"),
            "B0:\n  i = 0\n  goto B1\nB1:\n  if (i < $0) B2 else B5\nB2:\n  if (i == 3) B4 else B3\n"
            "B3:\n  #0 = V()\n  goto B4\nB4:\n  i = (i + 1)\n  goto B1\nB5:\n  exit\n");
}
TEST(CfgLowering, BreakLeavesAnEndlessLoop) {
  EXPECT_EQ(lower("for (;;) { if (F(1)) break; }"),
            "B0:\n  goto B1\nB1:\n  #0 = F(1)\n  if #0 B2 else B1\nB2:\n  exit\n");
}
TEST(CfgLowering, EmptyEndlessLoopGoesNowhere) { EXPECT_EQ(lower("for (;;) ;"), "B0:\n  unreachable\n"); }
TEST(CfgLowering, SwitchFallsThroughAndHasRanges) {
  EXPECT_EQ(lower("switch (n) { case 1: F(1); case 2 ... 5: F(2); break; default: F(3); }"),
            "B0:\n  switch $0 1:B2 2..5:B3 else B1\nB1:\n  #2 = F(3)\n  goto B4\nB2:\n  #0 = F(1)\n  goto B3\n"
            "B3:\n  #1 = F(2)\n  goto B4\nB4:\n  exit\n");
}
TEST(CfgLowering, SwitchWithoutDefaultMayPass) {
  EXPECT_EQ(lower("switch (n) { case 1: V(); }"),
            "B0:\n  switch $0 1:B1 else B2\nB1:\n  #0 = V()\n  goto B2\nB2:\n  exit\n");
}
TEST(CfgLowering, CaseInANestedBlock) {
  EXPECT_THAT(lower("switch (n) { case 1: { case 2: V(); } }"), HasSubstr("switch $0 1:B1 2:B1 else B2"));
}
TEST(CfgLowering, LabelsOfOneStatementNameOneBlock) {
  EXPECT_EQ(lower("switch (n) { case 1: case 2: default: V(); break; case 3: F(3); }"),
            "B0:\n  switch $0 1:B1 2:B1 3:B2 else B1\nB1:\n  #0 = V()\n  goto B3\nB2:\n  #1 = F(3)\n  goto B3\n"
            "B3:\n  exit\n");
}
TEST(CfgLowering, GotoSkips) {
  EXPECT_EQ(lower("if (n) goto out; V(); out: F(1);"),
            "B0:\n  if $0 B2 else B1\nB1:\n  #0 = V()\n  goto B2\nB2:\n  #1 = F(1)\n  exit\n");
}
TEST(CfgLowering, ComputedGotoMayGoToAnyTakenLabel) {
  EXPECT_THAT(lower("void* to[] = {&&a, &&b}; goto *to[n]; a: F(1); b: F(2); c: F(3);"), HasSubstr("choice B1 B2"));
}
TEST(CfgLowering, CodeBehindAReturnIsDropped) { EXPECT_EQ(events("F(1); return; F(2);"), "#0 = F(1); return"); }
TEST(CfgLowering, ReturnNamesItsValue) {
  EXPECT_EQ(bodyOf(loweredC("int f(int a, int b) { return b; }"), "f"), "B0:\n  return $1\n  exit\n");
}
TEST(CfgLowering, AsmLeavesNoEvent) { EXPECT_EQ(events("__asm__(\"nop\"); V();"), "#0 = V()"); }

TEST(CfgLowering, StaticLocalIsAGlobalWithAnInitialiser) {
  const TuSummary summary = loweredC("int F(int); void f(void) { static int (*cb)(int) = F; cb(1); }");
  EXPECT_EQ(bodyOf(summary, "f"), "B0:\n  #0 = (*" + summary.globals[0].name + ")(1)\n  exit\n");
  EXPECT_EQ(summary.initialisers.size(), 1u);
}

TEST(CfgLowering, AssumeMarksCallsInItsCondition) {
  EXPECT_EQ(events("ASSERT(F(1) == 2);"),
            "macro ASSERT(F(1) == 2) {(#0 == 2)}; #0 = F(1) asserted; assume (#0 == 2) via ASSERT");
}
TEST(CfgLowering, MacroThatLeavesNothingStandsWhereItIsWritten) {
  EXPECT_EQ(events("F(1); NOTHING(); F(2); NOTHING() V();"),
            "#0 = F(1); macro NOTHING(); #1 = F(2); macro NOTHING(); #2 = V()");
}
TEST(CfgLowering, MacroBeforeTheClosingBrace) { EXPECT_EQ(events("V(); NOTHING()"), "#0 = V(); macro NOTHING()"); }
TEST(CfgLowering, MacroAsTheBodyOfAnIf) {
  EXPECT_EQ(lower("if (n) NOTHING();"), "B0:\n  if $0 B1 else B2\nB1:\n  macro NOTHING()\n  goto B2\nB2:\n  exit\n");
}
TEST(CfgLowering, MacroInAConditionComesBeforeIt) {
  EXPECT_THAT(lower("while (CALL(n)) V();"), HasSubstr("B1:\n  macro CALL(n) {$0}\n  #0 = F($0) via CALL\n  if #0"));
}
TEST(CfgLowering, MacrosInAForHeadKeepTheirPlaces) {
  EXPECT_THAT(lower("for (n = EVAL(1); EVAL(n); n = EVAL(2)) V();"),
              HasSubstr("#0 = V()\n  macro EVAL(2) {2}\n  $0 = 2\n  goto B1"));
}
TEST(CfgLowering, NestedMacroUsesComeOuterFirst) {
  EXPECT_EQ(events("n = EVAL(CALL(3));"), "macro EVAL(CALL(3)) {#0}; macro CALL(3) {3}; #0 = F(3) via CALL; $0 = #0");
}
TEST(CfgLowering, AMacroUsedByAMacroStandsWhereThatIsWritten) {
  EXPECT_EQ(events("F(1); ENTER(); F(2);"), "#0 = F(1); macro ENTER(); macro NOTHING() via ENTER; #1 = F(2)");
  EXPECT_EQ(events("WORD; PASS(NOTHING);"), "macro NOTHING(); macro PASS(NOTHING) {none}; macro NOTHING()");
  const TuSummary summary = loweredC("#define N()\n#define E(x) N() x\nint F(int);\nvoid f(void) {\n  E(F(1));\n}\n");
  for (const Event& event : summary.functions[0].body->blocks[0].events) EXPECT_EQ(event.location.line, 5u);
}
TEST(CfgLowering, AMacroUsedByAMacroKnowsArgumentsThatAreItsOwn) {
  EXPECT_EQ(events("BOTH(n);"),
            "macro BOTH(n) {$0}; macro CALL(n) {$0} via BOTH; #0 = F($0) via BOTH; #1 = F(2) via BOTH");
  EXPECT_EQ(events("OTHER(s);"), "macro OTHER(s) {$2}; macro CALL((s)->a) {none} via OTHER; #0 = F($2->a) via OTHER");
}
TEST(CfgLowering, MacroInACaseLabelledStatement) {
  EXPECT_THAT(lower("switch (n) { case 1: NOTHING(); V(); }"), HasSubstr("B1:\n  macro NOTHING()\n  #0 = V()"));
}
TEST(CfgLowering, CallIsLocatedFromCalleeToParenthesis) {
  const TuSummary summary = loweredC("int F(int);\nvoid f(void) {\n  F( 1 );\n}\n");
  const SourceLocation at = summary.functions[0].body->blocks[0].events[0].location;
  EXPECT_EQ(at.line, 3u);
  EXPECT_EQ(at.column, 3u);
  EXPECT_EQ(at.endColumn, 9u);
}
TEST(CfgLowering, EndIsTheClosingBrace) {
  EXPECT_EQ(loweredC("void f(void) {\n\n}\n").functions[0].body->end.line, 3u);
}

TEST(CfgLowering, OperandOfUnknownTypeIsSurvived) {
  EXPECT_THAT(lower("n += undeclared; V();"), HasSubstr("#0 = V()"));
}
TEST(CfgLowering, ArgumentsOfAnUnresolvedCallAreValues) {
  EXPECT_EQ(events("int a[3]; Missing(n, undeclared, a);"), "#0 = Missing($0, ?, &a)");
}

TEST(CfgLowering, LongFunctionsAreLinear) {
  std::string statements;
  for (int i = 0; i < 10000; ++i) statements += "if (F(" + std::to_string(i) + ") < 0) goto out;\n";
  const TuSummary summary = loweredC(kPrelude + ("void f(int n, int* p, struct S* s) {" + statements + "out: V(); }"));
  EXPECT_EQ(summary.functions[0].body->blocks.size(), 10001u);
}

TEST(InitialiserLowering, TableOfFunctions) {
  const TuSummary summary = loweredC("int F(int); int G(int); int (*const table[3])(int) = { F, [2] = G };");
  EXPECT_THAT(dump(summary), HasSubstr("  table[0] = F\n  table[2] = G\n"));
}
TEST(InitialiserLowering, NestedRecords) {
  const TuSummary summary = loweredC(
      "int F(int); struct Op { int major; int (*pre)(int); }; struct Reg { int size; struct Op ops[2]; const char* "
      "name; };"
      "struct Reg reg = { sizeof(struct Reg), { { 1, F }, { 0, 0 } }, .name = \"x\" };");
  EXPECT_THAT(dump(summary),
              HasSubstr("  reg.size = 48\n  reg.ops[0].major = 1\n  reg.ops[0].pre = F\n  reg.name = \"x\"\n"));
}
TEST(InitialiserLowering, AddressOfAnotherGlobal) {
  EXPECT_THAT(dump(loweredC("int a; int* p = &a;")), HasSubstr("  p = &a\n"));
}
TEST(InitialiserLowering, ValueComputedAtStartIsNotListed) {
  EXPECT_THAT(dump(loweredCpp("int F(int); int a = F(1); int b = 2;")), Not(HasSubstr("a = ")));
}

}  // namespace
}  // namespace irqlint
