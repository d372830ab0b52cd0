#include "analyzer/frontend/CaseInsensitiveFileSystem.h"

#include <gtest/gtest.h>
#include <llvm/Support/MemoryBuffer.h>

namespace irqlint {
namespace {

class CaseInsensitiveFileSystemTest : public testing::Test {
 protected:
  void add(const char* path, const char* text) {
    memory_->addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  }

  std::string read(const char* path) {
    const auto buffer = files_->getBufferForFile(path);
    return buffer ? (*buffer)->getBuffer().str() : "(" + buffer.getError().message() + ")";
  }

  std::string nameOf(const char* path) {
    const auto status = files_->status(path);
    return status ? status->getName().str() : std::string();
  }

  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> memory_{new llvm::vfs::InMemoryFileSystem};
  llvm::IntrusiveRefCntPtr<CaseInsensitiveFileSystem> files_{
      new CaseInsensitiveFileSystem(memory_, std::make_shared<FileCache>())};
};

TEST_F(CaseInsensitiveFileSystemTest, FindsAFileUnderAnyCase) {
  add("/drv/Inc/Public.h", "public");
  EXPECT_EQ(read("/drv/inc/PUBLIC.H"), "public");
  EXPECT_EQ(nameOf("/DRV/inc/public.h"), "/drv/Inc/Public.h");
}

TEST_F(CaseInsensitiveFileSystemTest, TakesBackslashes) {
  add("/drv/inc/public.h", "public");
  add("/drv/src/a.c", "a");
  EXPECT_EQ(read("/drv\\src\\..\\inc\\Public.h"), "public");
}

TEST_F(CaseInsensitiveFileSystemTest, LeavesAFolderThatDoesNotExist) {
  add("/drv/inc/public.h", "public");
  EXPECT_EQ(read("/drv/missing/deep/../../inc/public.h"), "public");
  EXPECT_FALSE(files_->exists("/drv/missing/inc/public.h"));
}

TEST_F(CaseInsensitiveFileSystemTest, PrefersTheExactSpelling) {
  add("/inc/A.h", "upper");
  add("/inc/a.h", "lower");
  EXPECT_EQ(read("/inc/a.h"), "lower");
  EXPECT_EQ(read("/inc/A.h"), "upper");
}

TEST_F(CaseInsensitiveFileSystemTest, OneFileStandsInForAllOfAnExtension) {
  add("/kit/any.h", "any");
  add("/kit/real.tmh", "real");
  files_->standIn("/kit", ".tmh", "/kit/any.h");
  EXPECT_EQ(read("/kit/Trace.TMH"), "any");
  EXPECT_EQ(nameOf("/kit/other.tmh"), "/kit/any.h");
  EXPECT_EQ(read("/kit/real.tmh"), "real");
  EXPECT_FALSE(files_->exists("/kit/trace.h"));
  EXPECT_FALSE(files_->exists("/drv/trace.tmh"));
}

TEST_F(CaseInsensitiveFileSystemTest, TakesTheFirstNameWhenNoneIsExact) {
  add("/inc/aB.h", "second");
  add("/inc/Ab.h", "first");
  EXPECT_EQ(read("/inc/AB.h"), "first");
}

TEST_F(CaseInsensitiveFileSystemTest, ResolvesRelativePathsAgainstTheWorkingFolder) {
  add("/one/x.h", "one");
  add("/two/X.h", "two");
  ASSERT_FALSE(files_->setCurrentWorkingDirectory("/ONE"));
  EXPECT_EQ(read("X.H"), "one");
  EXPECT_EQ(read("..\\two\\x.h"), "two");
  ASSERT_FALSE(files_->setCurrentWorkingDirectory("/two"));
  EXPECT_EQ(read("x.h"), "two");
}

TEST_F(CaseInsensitiveFileSystemTest, OneCacheServesViewsFromDifferentFolders) {
  add("/one/x.h", "one");
  add("/two/X.h", "two");
  const auto cache = std::make_shared<FileCache>();
  CaseInsensitiveFileSystem one(memory_, cache);
  ASSERT_FALSE(one.setCurrentWorkingDirectory("/one"));
  EXPECT_EQ((*one.getBufferForFile("X.h"))->getBuffer(), "one");
  const llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> empty(new llvm::vfs::InMemoryFileSystem);
  CaseInsensitiveFileSystem two(empty, cache);
  EXPECT_EQ((*two.getBufferForFile("/ONE/x.h"))->getBuffer(), "one") << "read before, so not read again";
  CaseInsensitiveFileSystem three(memory_, cache);
  ASSERT_FALSE(three.setCurrentWorkingDirectory("/two"));
  EXPECT_EQ((*three.getBufferForFile("X.h"))->getBuffer(), "two");
}

TEST_F(CaseInsensitiveFileSystemTest, SaysWhatIsMissing) {
  add("/inc/a.h", "");
  EXPECT_FALSE(files_->exists("/inc/b.h"));
  EXPECT_FALSE(files_->exists("/other/a.h"));
  EXPECT_FALSE(files_->status("/inc/a.h/b.h"));
  EXPECT_TRUE(files_->exists("/INC"));
  EXPECT_TRUE(files_->setCurrentWorkingDirectory("/nowhere"));
}

}  // namespace
}  // namespace irqlint
