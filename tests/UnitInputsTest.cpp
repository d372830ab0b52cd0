// What a unit depends on: what changes its summary is noticed, what cannot is not.
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/frontend/FileCache.h"

namespace irqlint {
namespace {

class UnitInputsTest : public testing::Test {
 protected:
  using Disk = llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem>;

  // As it is now; what was read before is not remembered.
  Disk disk() const {
    Disk disk(new llvm::vfs::InMemoryFileSystem);
    for (const auto& [path, text] : files_) disk->addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
    for (const auto& [path, target] : links_) disk->addHardLink(path, target);
    return disk;
  }

  // The inputs of /drv/a.c.
  std::string read() {
    options_.files = createFileCache();
    std::string inputs;
    const auto summary = extractTu(command_, options_, disk(), &inputs);
    EXPECT_TRUE(summary) << summary.error().message();
    EXPECT_NE(inputs, "");
    EXPECT_TRUE(holds(inputs)) << "nothing changed";
    return inputs;
  }

  bool holds(const std::string& inputs) const { return inputsHold(inputs, *createFileCache(), *disk()); }

  std::map<std::string, std::string> files_ = {
      {"/drv/a.c", "#include <Public.h>\nint a;\n"},
      {"/first/other.h", ""},
      {"/second/public.h", "#pragma once\ntypedef int NTSTATUS;\n"},
  };
  std::map<std::string, std::string> links_;
  CompileCommand command_{"/drv/a.c", "/drv", {"-I/first", "-I/second"}, CommandDialect::Gcc};
  ExtractOptions options_{.projectRoots = {"/drv"}};
};

TEST_F(UnitInputsTest, AreTheSameBytesForTheSameDisk) { EXPECT_EQ(read(), read()); }

TEST_F(UnitInputsTest, OfEachFileThatIsReadCount) {
  const std::string inputs = read();
  for (const char* path : {"/drv/a.c", "/second/public.h"}) {
    const std::string text = std::exchange(files_[path], "int other;\n");
    EXPECT_FALSE(holds(inputs)) << path;
    files_[path] = text;
  }
  files_["/first/other.h"] = "int other;\n";
  files_["/first/new.h"] = "";
  files_["/drv/new.c"] = "";
  EXPECT_TRUE(holds(inputs)) << "none of which the unit asked for";
}

TEST_F(UnitInputsTest, AHeaderThatAppearsEarlierCounts) {
  const std::string inputs = read();
  files_["/first/PUBLIC.H"] = files_["/second/public.h"];
  EXPECT_FALSE(holds(inputs));
}

TEST_F(UnitInputsTest, AHeaderThatAppearsInABetterCaseCounts) {
  const std::string inputs = read();
  files_["/second/Public.h"] = files_["/second/public.h"];
  EXPECT_FALSE(holds(inputs));
}

TEST_F(UnitInputsTest, AHeaderThatIsRemovedCounts) {
  const std::string inputs = read();
  files_.erase("/second/public.h");
  EXPECT_FALSE(holds(inputs));
}

TEST_F(UnitInputsTest, AFolderThatTurnsUpCounts) {
  command_.arguments.insert(command_.arguments.begin(), "-I/drv/..\\zero");
  const std::string inputs = read();
  files_["/Zero/unasked.h"] = "";
  EXPECT_FALSE(holds(inputs));
}

TEST_F(UnitInputsTest, AHeaderThatWasMissingCounts) {
  files_["/drv/a.c"] = "#include \"generated.h\"\n#if __has_include(<optional.h>)\n#endif\n";
  const std::string inputs = read();
  for (const char* path : {"/drv/Generated.h", "/second/generated.h", "/second/optional.h"}) {
    files_[path] = "";
    EXPECT_FALSE(holds(inputs)) << path;
    files_.erase(path);
  }
}

TEST_F(UnitInputsTest, AHeaderThatIsOnlyLookedForCounts) {
  files_["/drv/a.c"] = "#if __has_include(<public.h>)\nint a;\n#endif\n";
  const std::string inputs = read();
  files_.erase("/second/public.h");
  EXPECT_FALSE(holds(inputs));
}

TEST_F(UnitInputsTest, WhetherTwoHeadersAreOneFileCounts) {
  files_["/drv/a.c"] = "#include <public.h>\n#include <alias.h>\n";
  files_["/second/alias.h"] = files_["/second/public.h"];
  const std::string inputs = read();
  files_.erase("/second/alias.h");
  links_["/second/alias.h"] = "/second/public.h";
  EXPECT_FALSE(holds(inputs)) << "of two files that #pragma once guards, one is left";
  EXPECT_TRUE(holds(read()));
}

TEST_F(UnitInputsTest, TextThatIsNoneHoldsNot) {
  const std::string inputs = read();
  for (std::size_t size = 0; size < inputs.size(); ++size) EXPECT_FALSE(holds(inputs.substr(0, size))) << size;
  EXPECT_FALSE(holds(inputs + "x"));
  EXPECT_FALSE(holds(std::string(100, '\xFF')));
}

TEST_F(UnitInputsTest, OfAPreambleAreThoseOfItsUnits) {
  files_["/drv/b.c"] = files_["/drv/a.c"];
  CompileCommand other = command_;
  other.file = "/drv/b.c";
  options_.files = createFileCache();
  options_.preambles = planPreambles({command_, other}, options_, [this] { return disk(); }, 1);
  const std::string inputs = read();
  ASSERT_EQ(statisticsOf(*options_.preambles).units, 1u);
  files_["/second/public.h"] += "int more;\n";
  EXPECT_FALSE(holds(inputs));
}

TEST_F(UnitInputsTest, TheTimeDoesNotCount) {
  files_["/drv/a.c"] = "const char* const when = __DATE__ __TIME__ __TIMESTAMP__;\nconst int year = __DATE__[7];\n";
  options_.files = createFileCache();
  const auto summary = extractTu(command_, options_, disk());
  ASSERT_TRUE(summary);
  const auto& strings = summary->strings.all();
  EXPECT_NE(std::find(strings.begin(), strings.end(), "Jan  1 197000:00:00Thu Jan  1 00:00:00 1970"), strings.end());
}

TEST(FileCache, DevicesAreNotRead) {
  if (!std::filesystem::exists("/dev/zero")) GTEST_SKIP() << "no such device on this system";
  const auto disk = llvm::vfs::createPhysicalFileSystem();
  FileCache cache;
  EXPECT_EQ(cache.file(*disk, "/dev/zero").contents, nullptr);
  EXPECT_FALSE(cache.file(*disk, "/dev/zero").status);
  EXPECT_EQ(cache.digest(*disk, "/dev/zero"), std::nullopt);
}

TEST_F(UnitInputsTest, TheKeyHasAllElse) {
  std::vector<Digest> keys = {UnitKeys(options_)(command_)};
  const auto isNew = [&] {
    const Digest key = UnitKeys(options_)(command_);
    const bool isKnown = std::find(keys.begin(), keys.end(), key) != keys.end();
    keys.push_back(key);
    return !isKnown;
  };
  command_.arguments.push_back("-DMODE");
  EXPECT_TRUE(isNew());
  std::swap(command_.arguments[0], command_.arguments[1]);
  EXPECT_TRUE(isNew());
  command_.directory = "/drv/sub";
  EXPECT_TRUE(isNew());
  command_.file = "/drv/b.c";
  EXPECT_TRUE(isNew());
  command_.dialect = CommandDialect::Cl;
  EXPECT_TRUE(isNew());
  command_.arguments.push_back("/wd28121");
  EXPECT_TRUE(isNew());
  command_.origin = "a.vcxproj";
  EXPECT_TRUE(isNew());
  options_.projectRoots.push_back("/lib");
  EXPECT_TRUE(isNew());
  options_.headerKit = "/kit";
  EXPECT_TRUE(isNew());
  options_.fallbackHeaders = {"/ddk"};
  EXPECT_TRUE(isNew());
  options_.inventNames = false;
  EXPECT_TRUE(isNew());
  options_.measureCode = true;
  EXPECT_TRUE(isNew());
  ASSERT_EQ(setenv("CPATH", "/elsewhere", 1), 0);  // NOLINT(concurrency-mt-unsafe)
  EXPECT_TRUE(isNew());
  ASSERT_EQ(unsetenv("CPATH"), 0);  // NOLINT(concurrency-mt-unsafe)
  command_.arguments.push_back("/Fobuild\\a.obj");
  command_.arguments.push_back("/O2");
  EXPECT_FALSE(isNew()) << "says nothing of how the source is read";
  UnitKeys keepsArguments(options_);
  EXPECT_EQ(keepsArguments(command_), keys.back());
  command_.arguments.pop_back();
  EXPECT_EQ(keepsArguments(command_), keys.back());
  command_.arguments[0] = "/DOTHER";
  EXPECT_NE(keepsArguments(command_), keys.back());
}

}  // namespace
}  // namespace irqlint
