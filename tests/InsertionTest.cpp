// Text put into files, and how that is shown.
#include "analyzer/edit/Insertion.h"

#include <string>

#include <gtest/gtest.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/raw_ostream.h>

#include "analyzer/edit/ReplaceFile.h"
#include "tests/FixturePrograms.h"
#include "tests/ScratchFolder.h"

namespace irqlint {
namespace {

std::string diffOf(const std::string& text, std::vector<Insertion> insertions) {
  std::string diff;
  llvm::raw_string_ostream out(diff);
  writeUnifiedDiff("a.c", text, std::move(insertions), out);
  return diff;
}

std::string numbered(int lines) {
  std::string text;
  for (int i = 1; i <= lines; ++i) text += std::to_string(i) + "\n";
  return text;
}

TEST(Insertions, StandInOrderAtOnePlace) {
  EXPECT_EQ(withInsertions("abc", {{3, "!"}, {1, "1"}, {1, "2"}}), "a12bc!");
  EXPECT_EQ(withInsertions("abc", {}), "abc");
}

TEST(Insertions, AreShownWithTheirContext) {
  EXPECT_EQ(diffOf(numbered(9), {{8, "x\n"}}),
            "--- a/a.c\n+++ b/a.c\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n+x\n 5\n 6\n 7\n 8\n");
  EXPECT_EQ(diffOf("1\n", {{0, "x\n"}}), "--- a/a.c\n+++ b/a.c\n@@ -1,1 +1,2 @@\n+x\n 1\n");
}

TEST(Insertions, InsideALineChangeIt) {
  EXPECT_EQ(diffOf("int f();\r\n", {{4, "x "}}), "--- a/a.c\n+++ b/a.c\n@@ -1,1 +1,1 @@\n-int f();\r\n+int x f();\r\n");
  EXPECT_EQ(diffOf("{ }", {{1, " x;"}}),
            "--- a/a.c\n+++ b/a.c\n@@ -1,1 +1,1 @@\n-{ }\n\\ No newline at end of file\n+{ x; }\n"
            "\\ No newline at end of file\n");
}

// Six lines between two changes are the context of both; a seventh parts them.
TEST(Insertions, ShareAHunkWhereTheirContextsMeet) {
  const std::string near = diffOf(numbered(20), {{2, "x\n"}, {16, "y\n"}});
  EXPECT_EQ(near.find("@@ -1,12 +1,14 @@"), 20u) << near;
  const std::string far = diffOf(numbered(20), {{2, "x\n"}, {21, "y\n"}});
  EXPECT_NE(far.find("@@ -1,5 +1,6 @@"), std::string::npos) << far;
  EXPECT_NE(far.find("@@ -8,7 +9,8 @@"), std::string::npos) << far;
}

TEST(ReplaceFile, KeepsPermissionsAndLeavesNothingBehind) {
  const test::ScratchFolder folder;
  const std::string file = folder.write("a.c", "old");
  ASSERT_FALSE(llvm::sys::fs::setPermissions(file, llvm::sys::fs::owner_read | llvm::sys::fs::owner_write));
  EXPECT_FALSE(replaceFile(file, "new").has_value());
  EXPECT_EQ(test::readFile(file), "new");
  EXPECT_EQ(*llvm::sys::fs::getPermissions(file), llvm::sys::fs::owner_read | llvm::sys::fs::owner_write);
  std::error_code error;
  int files = 0;
  for (llvm::sys::fs::directory_iterator entry(folder.path(), error), end; !error && entry != end;
       entry.increment(error))
    ++files;
  EXPECT_EQ(files, 1);
}

TEST(ReplaceFile, WritesWhatALinkLeadsTo) {
  const test::ScratchFolder folder;
  const std::string file = folder.write("a.c", "old");
  ASSERT_FALSE(llvm::sys::fs::create_link(file, folder.file("link.c")));
  EXPECT_FALSE(replaceFile(folder.file("link.c"), "new").has_value());
  EXPECT_EQ(test::readFile(file), "new");
  EXPECT_TRUE(llvm::sys::fs::is_symlink_file(folder.file("link.c")));
}

TEST(ReplaceFile, SaysWhatItCannotWrite) {
  const test::ScratchFolder folder;
  const auto error = replaceFile(folder.file("missing.c"), "new");
  ASSERT_TRUE(error.has_value());
  EXPECT_NE(error->message().find("missing.c"), std::string::npos);
  EXPECT_FALSE(llvm::sys::fs::exists(folder.file("missing.c")));
}

}  // namespace
}  // namespace irqlint
