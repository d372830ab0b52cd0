#include "analyzer/project/WdkHeaders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/ProjectFiles.h"

namespace irqlint::test {
namespace {

using ::testing::ElementsAre;

TEST(WdkHeadersTest, FindsTheNewestInstalledVersion) {
  ProjectFiles files;
  files.addSources({"/kits/Include/10.0.22621.0/km/wdm.h", "/kits/Include/10.0.26100.0/km/wdm.h",
                    "/kits/Include/10.0.26100.0/shared/ntdef.h", "/kits/Include/10.0.28000.0/um/windows.h",
                    "/kits/Include/wdf/kmdf/1.15/wdf.h", "/kits/Include/wdf/kmdf/1.33/wdf.h"});
  const auto wdk = wdkIn("/kits", files.finder);
  ASSERT_TRUE(wdk);
  EXPECT_EQ(wdk->version, "10.0.26100.0") << "28000 has no kernel headers";
  EXPECT_THAT(
      wdk->includePath(15, files.finder),
      ElementsAre("/kits/Include/wdf/kmdf/1.15", "/kits/Include/10.0.26100.0/km", "/kits/Include/10.0.26100.0/shared"));
  EXPECT_EQ(wdk->includePath(9, files.finder).front(), "/kits/Include/wdf/kmdf/1.33") << "the newest at hand";
  EXPECT_EQ(wdk->includePath(0, files.finder).front(), "/kits/Include/10.0.26100.0/km");
}

TEST(WdkHeadersTest, FindsUnpackedPackages) {
  ProjectFiles files;
  const std::string wdkFolder = "/repo/packages/Microsoft.Windows.WDK.x64.10.0.26100.1/c/Include/10.0.26100.0";
  const std::string sdkFolder = "/repo/packages/Microsoft.Windows.SDK.CPP.10.0.26100.1/c/Include/10.0.26100.0";
  files.addSources({wdkFolder + "/km/wdm.h", sdkFolder + "/shared/ntdef.h",
                    "/repo/packages/Microsoft.Windows.SDK.CPP.x64.10.0.26100.1/c/um/x64/x.lib"});
  for (const char* place : {"/repo/packages", "/repo/packages/microsoft.windows.wdk.x64.10.0.26100.1"}) {
    const auto wdk = wdkIn(place, files.finder);
    ASSERT_TRUE(wdk) << place;
    EXPECT_THAT(wdk->includePath(0, files.finder), ElementsAre(wdkFolder + "/km", sdkFolder + "/shared"));
  }
  EXPECT_TRUE(findWdk({"/repo"}, files.finder));
}

TEST(WdkHeadersTest, FindsTheUsersPackageCache) {
  ProjectFiles files;
  files.addSources({"/cache/microsoft.windows.wdk.x64/10.0.26100.1/c/Include/10.0.26100.0/km/wdm.h",
                    "/cache/microsoft.windows.sdk.cpp/10.0.26100.1/c/Include/10.0.26100.0/shared/ntdef.h"});
  const auto wdk = wdkIn("/cache", files.finder);
  ASSERT_TRUE(wdk);
  EXPECT_EQ(wdk->includePath(0, files.finder).size(), 2u);
}

TEST(WdkHeadersTest, FindsAnOldWdk) {
  ProjectFiles files;
  files.addSources({"/WinDDK/inc/ddk/wdm.h", "/WinDDK/inc/api/ntstatus.h", "/WinDDK/inc/crt/stdio.h",
                    "/WinDDK/inc/wdf/kmdf/1.9/wdf.h"});
  const auto wdk = wdkIn("/WinDDK", files.finder);
  ASSERT_TRUE(wdk);
  EXPECT_THAT(wdk->includePath(9, files.finder),
              ElementsAre("/WinDDK/inc/wdf/kmdf/1.9", "/WinDDK/inc/ddk", "/WinDDK/inc/api", "/WinDDK/inc/crt"));
}

TEST(WdkHeadersTest, OtherFoldersAreNone) {
  ProjectFiles files;
  files.addSources({"/sdk/Include/10.0.26100.0/um/windows.h"});
  EXPECT_FALSE(wdkIn("/sdk", files.finder));
  EXPECT_FALSE(wdkIn("/nowhere", files.finder));
}

}  // namespace
}  // namespace irqlint::test
