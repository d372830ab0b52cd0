#include "analyzer/project/Glob.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(GlobTest, MatchesNames) {
  EXPECT_TRUE(matchesGlob("/drv/a.c", "/drv/*.c"));
  EXPECT_TRUE(matchesGlob("/drv/A.C", "/drv/*.c"));
  EXPECT_TRUE(matchesGlob("/drv/a1.c", "/drv/a?.c"));
  EXPECT_FALSE(matchesGlob("/drv/sub/a.c", "/drv/*.c"));
  EXPECT_FALSE(matchesGlob("/drv/a.cpp", "/drv/*.c"));
}

TEST(GlobTest, TwoStarsMatchAnyNumberOfFolders) {
  EXPECT_TRUE(matchesGlob("/drv/a.c", "/drv/**/*.c"));
  EXPECT_TRUE(matchesGlob("/drv/x/y/a.c", "/drv/**/*.c"));
  EXPECT_TRUE(matchesGlob("/drv/x/y/a.c", "/drv/**/y/*.c"));
  EXPECT_FALSE(matchesGlob("/other/a.c", "/drv/**/*.c"));
}

TEST(GlobTest, FindsFiles) {
  ProjectFiles files;
  files.addSources({"/drv/Sys/b.c", "/drv/Sys/a.c", "/drv/Sys/deep/c.c", "/drv/a.h"});
  EXPECT_THAT(*expandGlob("/drv/sys/*.c", files.finder), ElementsAre("/drv/Sys/a.c", "/drv/Sys/b.c"));
  EXPECT_THAT(*expandGlob("/drv/**/*.c", files.finder),
              ElementsAre("/drv/Sys/a.c", "/drv/Sys/b.c", "/drv/Sys/deep/c.c"));
  EXPECT_THAT(*expandGlob("/nowhere/*.c", files.finder), IsEmpty());
}

TEST(GlobTest, WalksThatAreTooLargeEnd) {
  ProjectFiles files;
  for (int i = 0; i < 21'000; ++i) files.add("/drv/" + std::to_string(i) + "/a.c", "");
  EXPECT_THAT(expandGlob("/drv/**/*.c", files.finder).error().message(), HasSubstr("folders"));
}

TEST(GlobTest, PatternsMadeToBackTrackEnd) {
  std::string pattern = "/drv";
  for (int i = 0; i < 2000; ++i) pattern += "/**/*a*";
  EXPECT_FALSE(matchesGlob("/drv/" + std::string(2000, 'a'), pattern));
  EXPECT_FALSE(matchesGlob("/" + std::string(10'000, 'a'), "/" + std::string(100, '*') + "b"));
}

}  // namespace
}  // namespace irqlint::test
