// __try: every way out of a guarded block runs the right cleanup, and exceptions reach the right handler.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/LoweredTu.h"

namespace irqlint {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPrelude = R"(
#define NOTHING()
int F(int); void Rel(void); int Filter(unsigned long);
_Noreturn void Raise(int);
)";

TuSummary unit(const std::string& statements) { return loweredC(kPrelude + ("void f(int n) {" + statements + "}")); }
std::string lower(const std::string& statements) { return bodyOf(unit(statements), "f"); }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST(SehLowering, FinallyFollowsTheGuardedBlock) {
  EXPECT_EQ(
      lower("__try { F(1); } __finally { Rel(); } F(2);"),
      "B0: raises to B2\n  #0 = F(1)\n  goto B1\nB1:\n  #2 = Rel()\n  #3 = F(2)\n  exit\nB2:\n  #1 = Rel()\n  raise\n");
}
TEST(SehLowering, FinallyRunsBeforeAReturnTakesEffect) {
  EXPECT_EQ(lower("__try { if (n) return; F(1); } __finally { Rel(); } F(2);"),
            "B0:\n  if $0 B1 else B2\nB1:\n  return\n  #0 = Rel()\n  exit\nB2: raises to B4\n  #1 = F(1)\n  goto B3\n"
            "B3:\n  #3 = Rel()\n  #4 = F(2)\n  exit\nB4:\n  #2 = Rel()\n  raise\n");
}
TEST(SehLowering, ReturnedValueIsEvaluatedBeforeFinally) {
  EXPECT_EQ(
      bodyOf(loweredC(kPrelude + std::string("int f(void) { __try { return F(1); } __finally { Rel(); } }")), "f"),
      "B0: raises to B2\n  #0 = F(1)\n  return #0\n  goto B1\nB1:\n  #2 = Rel()\n  exit\nB2:\n  #1 = Rel()\n  raise\n");
}
TEST(SehLowering, LeaveGoesThroughFinallyToTheEnd) {
  EXPECT_EQ(lower("__try { if (n) __leave; F(1); } __finally { Rel(); } F(2);"),
            "B0:\n  if $0 B1 else B2\nB1:\n  #0 = Rel()\n  goto B4\nB2: raises to B5\n  #1 = F(1)\n  goto B3\n"
            "B3:\n  #3 = Rel()\n  goto B4\nB4:\n  #4 = F(2)\n  exit\nB5:\n  #2 = Rel()\n  raise\n");
}
TEST(SehLowering, BreakGoesThroughFinally) {
  EXPECT_EQ(lower("for (;;) { __try { if (n) break; } __finally { Rel(); } }"),
            "B0:\n  goto B1\nB1:\n  if $0 B2 else B3\nB2:\n  #0 = Rel()\n  exit\nB3:\n  #1 = Rel()\n  goto B1\n");
}
TEST(SehLowering, GotoGoesThroughEveryFinallyItLeaves) {
  EXPECT_THAT(
      lower("__try { __try { if (n) goto out; } __finally { F(1); } F(3); } __finally { F(2); } F(4); out: F(5);"),
      HasSubstr("#1 = F(1)\n  goto B2\nB2:\n  #0 = F(2)\n  goto B5\n"));
}
TEST(SehLowering, GotoWithinTheGuardedBlockStaysInIt) {
  // The second copy is the exception's.
  EXPECT_EQ(count(lower("__try { if (n) goto in; F(1); in: F(2); } __finally { Rel(); }"), "Rel()"), 2u);
  EXPECT_EQ(count(lower("__try { if (n) goto in; n = 1; in: n = 2; } __finally { Rel(); }"), "Rel()"), 1u);
}
TEST(SehLowering, LabelsInFinallyBelongToTheirCopy) {
  const std::string body = lower("__try { if (n) return; } __finally { if (n) goto skip; F(1); skip: Rel(); }");
  EXPECT_EQ(count(body, "Rel()"), 2u);
}
TEST(SehLowering, AbnormalTerminationIsKnownInEachCopy) {
  const std::string body =
      lower("__try { if (n) return; } __finally { if (_abnormal_termination()) F(1); else F(2); }");
  EXPECT_EQ(count(body, "F(1)"), 1u);
  EXPECT_EQ(count(body, "F(2)"), 1u);
}
TEST(SehLowering, MacrosInFinallyAreInEveryCopy) {
  EXPECT_EQ(count(lower("__try { if (n) return; } __finally { NOTHING(); Rel(); }"), "macro NOTHING()"), 2u);
}

TEST(SehLowering, GuardedBlockNamesItsHandler) {
  EXPECT_EQ(
      lower("__try { F(1); n = 2; } __except (1) { F(2); } F(3);"),
      "B0: raises to B1\n  #0 = F(1)\n  $0 = 2\n  goto B2\nB1:\n  #1 = F(2)\n  goto B2\nB2:\n  #2 = F(3)\n  exit\n");
}
TEST(SehLowering, CallsBeforeAndBehindAreNotGuarded) {
  EXPECT_EQ(lower("F(1); __try { F(2); } __except (1) { F(3); } F(4);"),
            "B0:\n  #0 = F(1)\n  goto B1\nB1: raises to B2\n  #1 = F(2)\n  goto B3\nB2:\n  #2 = F(3)\n  goto B3\n"
            "B3:\n  #3 = F(4)\n  exit\n");
}
TEST(SehLowering, AccessThroughAPointerIsGuarded) {
  EXPECT_THAT(lower("int* p = 0; F(1); __try { *p = 1; } __finally { Rel(); }"), HasSubstr(" raises to "));
  EXPECT_THAT(lower("__try { n = 1; } __finally { Rel(); }"), Not(HasSubstr(" raises to ")));
}
TEST(SehLowering, HandlerOfAnEmptyGuardedBlockIsReached) {
  EXPECT_THAT(lower("int* p = 0; __try { while (*p) ++p; } __except (1) { F(2); }"), HasSubstr("F(2)"));
}
TEST(SehLowering, ExceptionThatNobodyHandlesLeavesTheFunction) {
  EXPECT_THAT(lower("__try { F(1); } __except (Filter(_exception_code())) { F(2); }"), HasSubstr("\n  raise\n"));
}
TEST(SehLowering, FilterDecides) {
  EXPECT_THAT(lower("__try { F(1); } __except (Filter(_exception_code())) { F(2); }"),
              HasSubstr("#1 = Filter(?)\n  if #1 "));
}
TEST(SehLowering, FilterThatOnlySearchesOnEntersNoHandler) {
  EXPECT_THAT(lower("__try { F(1); } __except (0) { F(2); }"), Not(HasSubstr("F(2)")));
}
TEST(SehLowering, RaisingCallGoesToTheHandler) {
  EXPECT_EQ(lower("__try { if (n) Raise(1); } __except (1) { F(2); }"),
            "B0: raises to B2\n  if $0 B1 else B3\nB1: raises to B2\n  #0 = Raise(1)\n  unreachable\nB2:\n  #1 = F(2)\n"
            "  goto B3\nB3:\n  exit\n");
}
TEST(SehLowering, ExceptionGoesThroughAnInnerFinally) {
  EXPECT_EQ(lower("__try { __try { F(1); } __finally { Rel(); } } __except (1) { F(2); }"),
            "B0: raises to B4\n  goto B1\nB1: raises to B3\n  #0 = F(1)\n  goto B2\nB2: raises to B4\n  #2 = Rel()\n"
            "  goto B5\nB3: raises to B4\n  #1 = Rel()\n  goto B4\nB4:\n  #3 = F(2)\n  goto B5\nB5:\n  exit\n");
}
TEST(SehLowering, UnhandledExceptionReachesTheOuterHandler) {
  EXPECT_THAT(lower("__try { __try { F(1); } __except (0) { F(2); } } __except (1) { F(3); }"), HasSubstr("F(3)"));
}
TEST(SehLowering, LeaveOfATryExceptSkipsTheHandler) {
  EXPECT_EQ(lower("__try { if (n) __leave; n = 1; } __except (1) { n = 2; }"),
            "B0: raises to B2\n  if $0 B3 else B1\nB1:\n  $0 = 1\n  goto B3\nB2:\n  $0 = 2\n  goto B3\nB3:\n  exit\n");
}

TEST(SehLowering, ManyWaysOutShareACopy) {
  std::string exits;
  std::string labels;
  for (int i = 0; i < 200; ++i) {
    exits += "if (F(" + std::to_string(i) + ")) goto l" + std::to_string(i) + ";\n";
    labels += "l" + std::to_string(i) + ": F(0);\n";
  }
  const std::string body = lower("__try {" + exits + "} __finally { Rel(); }" + labels);
  EXPECT_LE(count(body, "Rel()"), 10u);
  EXPECT_EQ(count(body, "choice"), 1u);
}
TEST(SehLowering, DeeplyNestedFinallyBlocksDoNotMultiply) {
  std::string open;
  std::string close;
  for (int i = 0; i < 12; ++i) {
    open += "__try { if (n) return; if (F(1)) goto out;\n";
    close += "} __finally { __try { F(2); if (n) goto in" + std::to_string(i) + "; } __finally { Rel(); } in" +
             std::to_string(i) + ": ; }\n";
  }
  EXPECT_LE(unit(open + close + "out: F(3);").functions[0].body->blocks.size(), 2000u);
}

}  // namespace
}  // namespace irqlint
