#include "analyzer/project/FileFinder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(FileFinderTest, FindsByAnyCase) {
  ProjectFiles files;
  files.add("/drv/Sys/Main.C", "");
  EXPECT_EQ(files.finder.findFile("/drv/sys/main.c"), "/drv/Sys/Main.C");
  EXPECT_EQ(files.finder.findFile("/DRV/SYS/MAIN.C"), "/drv/Sys/Main.C");
  EXPECT_EQ(files.finder.findFolder("/DRV/sys"), "/drv/Sys");
  EXPECT_EQ(files.finder.findFile("/drv/sys"), std::nullopt) << "a folder is no file";
  EXPECT_EQ(files.finder.findFolder("/drv/sys/main.c"), std::nullopt) << "a file is no folder";
  EXPECT_EQ(files.finder.findFile("/drv/sys/other.c"), std::nullopt);
}

TEST(FileFinderTest, AnExactMatchWinsThenTheFirst) {
  ProjectFiles files;
  files.addSources({"/drv/a.c", "/drv/A.c", "/drv/A.C"});
  EXPECT_EQ(files.finder.findFile("/drv/a.c"), "/drv/a.c");
  EXPECT_EQ(files.finder.findFile("/drv/A.c"), "/drv/A.c");
  ProjectFiles others;
  others.addSources({"/drv/b.C", "/drv/B.c"});
  EXPECT_EQ(others.finder.findFile("/drv/b.c"), "/drv/B.c");
}

TEST(FileFinderTest, ListsInOrder) {
  ProjectFiles files;
  files.addSources({"/drv/b.c", "/drv/a.c", "/drv/sub/x.c"});
  EXPECT_THAT(files.finder.list("/drv").files, ElementsAre("a.c", "b.c"));
  EXPECT_THAT(files.finder.list("/drv").folders, ElementsAre("sub"));
  EXPECT_TRUE(files.finder.list("/nowhere").files.empty());
}

TEST(FileFinderTest, ReadsEveryUnicodeEncoding) {
  ProjectFiles files;
  files.add("/utf16", toUtf16("text"));
  files.add("/bom", "\xef\xbb\xbftext");
  files.add("/broken", llvm::StringRef("\xff\xfe\x00\xd8\x00\xd8", 6));
  EXPECT_EQ(*files.finder.readText("/utf16"), "text");
  EXPECT_EQ(*files.finder.readText("/bom"), "text");
  EXPECT_THAT(files.finder.readText("/broken").error().message(), HasSubstr("malformed UTF-16"));
  EXPECT_THAT(files.finder.readText("/nowhere").error().message(), HasSubstr("/nowhere"));
}

TEST(FileFinderTest, ReadsNoFileThatIsLargerThanAnyProject) {
  ProjectFiles files;
  files.add("/large", std::string(17u << 20, ' '));
  EXPECT_THAT(files.finder.readText("/large").error().message(), HasSubstr("larger than any project file"));
}

TEST(FileFinderTest, AbsurdlyLongPathsAreNotFound) {
  ProjectFiles files;
  std::string path;
  for (int i = 0; i < 100'000; ++i) path += "/a";
  EXPECT_EQ(files.finder.findFile(path), std::nullopt);
}

}  // namespace
}  // namespace irqlint::test
