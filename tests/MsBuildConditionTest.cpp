#include "analyzer/project/MsBuildCondition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::HasSubstr;

class MsBuildConditionTest : public ::testing::Test {
 protected:
  Result<bool> evaluate(std::string_view condition) {
    return evaluateCondition(condition, {properties_, files_.finder, "/repo", "/repo/drv.vcxproj"});
  }

  bool holds(std::string_view condition) {
    const Result<bool> value = evaluate(condition);
    EXPECT_TRUE(value) << condition << ": " << value.error().message();
    return value && *value;
  }

  std::string failure(std::string_view condition) {
    const Result<bool> value = evaluate(condition);
    EXPECT_FALSE(value) << condition;
    return value ? "" : value.error().message();
  }

  ProjectFiles files_;
  PropertyMap properties_{{"Configuration", "Release"}, {"Platform", "x64"}, {"Minor", "15"}, {"Yes", "true"}};
};

TEST_F(MsBuildConditionTest, Equality) {
  EXPECT_TRUE(holds(""));
  EXPECT_TRUE(holds("'$(Configuration)|$(Platform)'=='release|X64'"));
  EXPECT_FALSE(holds("'$(Configuration)' != 'Release'"));
  EXPECT_TRUE(holds("$(Configuration) == Release"));
  EXPECT_TRUE(holds("'$(Missing)' == ''"));
  EXPECT_TRUE(holds("'0x10' == '16'"));
  EXPECT_TRUE(holds("'true' == 'on'"));
  EXPECT_TRUE(holds("'%41' == 'A'"));
}

TEST_F(MsBuildConditionTest, Order) {
  EXPECT_TRUE(holds("$(Minor) >= 15"));
  EXPECT_TRUE(holds("0x601 < 0xA00"));
  EXPECT_TRUE(holds("'10.0.22000.1' > '10.0.19041.0'"));
  EXPECT_FALSE(holds("'$(Missing)' > '1'"));
}

TEST_F(MsBuildConditionTest, LogicAndPrecedence) {
  EXPECT_TRUE(holds("'a'=='b' And 'a'=='a' Or 'c'=='c'"));
  EXPECT_FALSE(holds("'a'=='b' and ('a'=='a' or 'c'=='c')"));
  EXPECT_TRUE(holds("!('a'=='b')"));
  EXPECT_TRUE(holds("!false and $(Yes)"));
  EXPECT_TRUE(holds("(((('a'=='a'))))"));
}

TEST_F(MsBuildConditionTest, Functions) {
  files_.add("/repo/inc/Common.props", "");
  EXPECT_TRUE(holds(R"(Exists('inc\common.props'))"));
  EXPECT_TRUE(holds("exists('INC')"));
  EXPECT_FALSE(holds("Exists('$(Missing)')"));
  EXPECT_FALSE(holds("!Exists('inc')"));
  EXPECT_TRUE(holds(R"(HasTrailingSlash('inc\'))"));
  EXPECT_TRUE(holds("'$([System.String]::Copy('$(Platform)'))' == 'x64'"));
  EXPECT_TRUE(holds("$(Configuration.StartsWith('Rel'))"));
}

TEST_F(MsBuildConditionTest, WhatIsNotNeededIsNotEvaluated) {
  EXPECT_FALSE(holds("'$(Missing)' != '' and $(Missing.Frobnicate())"));
  EXPECT_TRUE(holds("'a'=='a' or $(Missing.Frobnicate())"));
}

TEST_F(MsBuildConditionTest, SaysWhatIsWrong) {
  EXPECT_THAT(failure("'a' == "), HasSubstr("ends too early"));
  EXPECT_THAT(failure("('a'=='a'"), HasSubstr("')' is missing"));
  EXPECT_THAT(failure("'a"), HasSubstr("quote is missing"));
  EXPECT_THAT(failure("'a'=='a' 'b'"), HasSubstr("not expected"));
  EXPECT_THAT(failure("'maybe'"), HasSubstr("neither true nor false"));
  EXPECT_THAT(failure("Frobnicate('a')"), HasSubstr("no function"));
}

TEST_F(MsBuildConditionTest, AbsurdNestingEnds) {
  EXPECT_THAT(failure(std::string(5000, '(')), HasSubstr("nested too deeply"));
  EXPECT_FALSE(evaluate(std::string(1u << 20, '!')));
  std::string quotes;
  while (quotes.size() < (1u << 20)) quotes += "'$(";
  EXPECT_THAT(failure(quotes), HasSubstr("longer than any"));
}

}  // namespace
}  // namespace irqlint::test
