#include "analyzer/project/BareFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "analyzer/project/IncludeGraph.h"
#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::Not;

TEST(IncludeGraphTest, ReadsIncludedNames) {
  EXPECT_THAT(includedNames("#include <ntddk.h>\n#include <wdm.h>\n  #  include \"sub\\x.h\"\r\n// #include \"no.h\"\n"
                            "#include MACRO\nx #include \"no.h\"\n#include \"open\n"),
              ElementsAre("ntddk.h", "wdm.h", "sub/x.h"));
}

TEST(IncludeGraphTest, FindsHeadersByTheEndOfTheirPath) {
  ProjectFiles files;
  files.add("/repo/sys/a.c", "#include \"local.h\"\n#include <shared/Types.h>\n#include <ntddk.h>\n");
  files.add("/repo/sys/local.h", "#include \"util.h\"");
  files.add("/repo/other/util.h", "#include <far.h>");
  files.add("/repo/sys/lib/util.h", "#include <near.h>");
  files.add("/repo/inc/shared/types.h", "#include \"types.h\"");
  IncludeGraph graph({"/repo/sys/local.h", "/repo/other/util.h", "/repo/sys/lib/util.h", "/repo/inc/shared/types.h"},
                     files.finder);
  const IncludeGraph::Reach reach = graph.reach("/repo/sys/a.c");
  EXPECT_THAT(reach.outside, AllOf(Contains(Key("ntddk.h")), Contains(Key("near.h")), Not(Contains(Key("far.h")))));
  EXPECT_THAT(reach.folders, ElementsAre("/repo/inc", "/repo/sys/lib"));
  EXPECT_EQ(reach.outside.at("ntddk.h"), 1u);
  EXPECT_EQ(reach.outside.at("near.h"), 3u);
}

class BareFolderTest : public ::testing::Test {
 protected:
  BareFolderTest() {
    files_.add("/repo/sys/a.c", "#include \"drv.h\"\n");
    files_.add("/repo/inc/drv.h", "#include <ntddk.h>\n#include <wdf.h>\n");
    files_.add("/repo/sys/plain.c", "int f(void);\n");
    files_.add("/repo/app/main.c", "#include <windows.h>\n#include \"drv.h\"\n");
    files_.add("/repo/doc/hello.c", "int main(void);\n");
  }

  std::vector<std::string> units(SourceChoice choice, std::vector<std::string> sources) {
    driver_ = guessDriver(
        {.folder = "/repo", .sources = std::move(sources), .headers = {"/repo/inc/drv.h"}, .sourceChoice = choice},
        files_.finder, skipped_);
    std::vector<std::string> names;
    for (const CompileCommand& command : driver_.commands) names.push_back(command.file);
    return names;
  }

  const std::vector<std::string> all_{"/repo/app/main.c", "/repo/doc/hello.c", "/repo/sys/a.c", "/repo/sys/plain.c"};
  ProjectFiles files_;
  Driver driver_;
  std::vector<SkippedProject> skipped_;
};

TEST_F(BareFolderTest, TellsKernelModeByTheNearestSign) {
  EXPECT_THAT(units(SourceChoice::NotUserMode, all_), ElementsAre("/repo/sys/a.c", "/repo/sys/plain.c"));
  ASSERT_EQ(skipped_.size(), 2u);
  EXPECT_EQ(skipped_[0].path, "/repo/app");
  EXPECT_EQ(skipped_[0].reason, "1 source of user-mode code");
  EXPECT_EQ(skipped_[1].path, "/repo/doc");
}

TEST_F(BareFolderTest, GuessesIncludePathAndFramework) {
  units(SourceChoice::NotUserMode, all_);
  ASSERT_FALSE(driver_.commands.empty());
  EXPECT_THAT(driver_.commands[0].arguments,
              AllOf(Contains("/I/repo/inc"), Contains("/DKMDF_VERSION_MAJOR=1"), Contains("/D_AMD64_")));
}

TEST_F(BareFolderTest, WithoutAnySignAllSourcesAreKeptUnlessOneIsNeeded) {
  EXPECT_THAT(units(SourceChoice::NotUserMode, {"/repo/doc/hello.c"}), ElementsAre("/repo/doc/hello.c"));
  EXPECT_THAT(units(SourceChoice::SurelyKernelMode, {"/repo/doc/hello.c"}), IsEmpty());
  EXPECT_THAT(units(SourceChoice::All, {"/repo/app/main.c"}), ElementsAre("/repo/app/main.c"));
}

}  // namespace
}  // namespace irqlint::test
