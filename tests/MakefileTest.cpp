#include "analyzer/project/Makefile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

class MakefileTest : public ::testing::Test {
 protected:
  Makefile read(const std::string& text) {
    files_.add("/drv/sources", text);
    Result<Makefile> makefile = readMakefile("/drv/sources", {{"FREEBUILD", "1"}, {"AMD64", "1"}}, files_.finder);
    EXPECT_TRUE(makefile) << makefile.error().message();
    return makefile ? *std::move(makefile) : Makefile();
  }

  ProjectFiles files_;
};

TEST_F(MakefileTest, MacrosAreExpandedWhenUsed) {
  const Makefile makefile = read("A=$(B)\nB = two  # a remark\nC=$(B:t=x)$$\r\n");
  EXPECT_EQ(makefile.expanded("A"), "two");
  EXPECT_EQ(makefile.expanded("c"), "xwo$");
  EXPECT_EQ(makefile.expanded("D"), "");
}

TEST_F(MakefileTest, LinesContinue) {
  const Makefile makefile = read("SOURCES= a.c \\\n  b.c \\  # two\n# left out\n  c.c\nX=1\n");
  EXPECT_EQ(makefile.expanded("SOURCES"), "a.c    b.c    c.c");
  EXPECT_EQ(makefile.expanded("X"), "1");
}

TEST_F(MakefileTest, AMacroMayAddToItself) {
  EXPECT_EQ(read("C_DEFINES=-DA\nC_DEFINES=$(C_DEFINES) -DB\n").expanded("C_DEFINES"), "-DA -DB");
}

TEST_F(MakefileTest, Conditions) {
  const Makefile makefile = read(R"make(!if "$(FREEBUILD)" == "1" && $(AMD64)
A=free
!else
A=checked
!endif
!ifdef MISSING
B=1
!elseif 0x601 >= 0x600
B=2
! if !defined(MISSING)
C=3
! endif
!else
B=4
!endif
!ifndef FREEBUILD
A=no
! if 1
A=inner
! endif
!endif
)make");
  EXPECT_EQ(makefile.expanded("A"), "free");
  EXPECT_EQ(makefile.expanded("B"), "2");
  EXPECT_EQ(makefile.expanded("C"), "3");
}

TEST_F(MakefileTest, Includes) {
  files_.add("/common/Sources.inc", "SHARED=yes\n!undef LOCAL\n");
  const Makefile makefile = read(
      "LOCAL=1\n!include ..\\common\\sources.inc\n!include absent.inc\n"
      "!INCLUDE $(NTMAKEENV)\\makefile.def\n");
  EXPECT_EQ(makefile.expanded("SHARED"), "yes");
  EXPECT_EQ(makefile.expanded("LOCAL"), "");
  EXPECT_THAT(makefile.problems, ElementsAre(HasSubstr("include 'absent.inc' not found")));
}

TEST_F(MakefileTest, RulesAndCommandsArePassedOver) {
  const Makefile makefile = read("a.obj: b.c\n\tcl /DX=1 b.c\nA=1\n");
  EXPECT_EQ(makefile.expanded("A"), "1");
  EXPECT_EQ(makefile.expanded("cl /DX"), "");
}

TEST_F(MakefileTest, WhatGrowsWithoutBoundEnds) {
  std::string text = "A=$(B)$(B)\nB=$(A)\nC0=x\n";
  for (int i = 1; i < 60; ++i)
    text += "C" + std::to_string(i) + "=$(C" + std::to_string(i - 1) + ")$(C" + std::to_string(i - 1) + ")\n";
  const Makefile makefile = read(text + "D=" + std::string(100'000, '(') + "\n!if " + std::string(100'000, '(') + "\n");
  EXPECT_EQ(makefile.expanded("A"), "");
  EXPECT_LT(makefile.expanded("C59").size(), 1u << 20);
}

TEST_F(MakefileTest, CircularIncludesEnd) {
  files_.add("/drv/loop.inc", "!include loop.inc\n");
  EXPECT_THAT(read("!include loop.inc\nA=1\n").problems, Not(SizeIs(0)));
}

}  // namespace
}  // namespace irqlint::test
