// The header kit over the installed kernel headers: what drivers include is there and parses.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/frontend/ExtractTu.h"
#include "cli/HeaderDirectories.h"
#include "tests/LoweredTu.h"

namespace irqlint {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TuSummary withKit(const std::string& source, const std::string& file) {
  const auto fallback = fallbackHeaders(ProjectOptions{});
  EXPECT_TRUE(fallback) << fallback.error().message();
  if (!fallback) return {};
  const llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> unit(new llvm::vfs::InMemoryFileSystem);
  unit->addFile(file, 0, llvm::MemoryBuffer::getMemBufferCopy(source));
  const llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> files(
      new llvm::vfs::OverlayFileSystem(llvm::vfs::createPhysicalFileSystem()));
  files->pushOverlay(unit);
  const ExtractOptions options{
      {"/unit"}, IRQLINT_SOURCE_DIR "/analyzer/frontend/headers", *fallback, std::chrono::seconds(60)};
  Result<TuSummary> summary = extractTu({file, "/", {"-std=c++20"}, CommandDialect::Gcc}, options, files);
  EXPECT_TRUE(summary) << summary.error().message();
  return summary ? *std::move(summary) : TuSummary();
}

std::string problemsOf(const TuSummary& summary) {
  std::string text;
  for (const Problem& problem : summary.problems) text += problem.message + '\n';
  return text;
}

// Both languages, since a header written for one easily fails in the other.
class HeaderKit : public testing::TestWithParam<const char*> {
 protected:
  TuSummary read(const std::string& headers, const std::string& code) {
    return withKit(
        "#ifdef __cplusplus\nextern \"C\" {\n#endif\n" + headers + "\n#ifdef __cplusplus\n}\n#endif\n" + code,
        GetParam());
  }
};
INSTANTIATE_TEST_SUITE_P(Languages, HeaderKit, testing::Values("/unit/t.c", "/unit/t.cpp"),
                         [](const auto& file) { return std::string(file.param).ends_with(".c") ? "C" : "CPlusPlus"; });

TEST_P(HeaderKit, RequestBlocksAreReadThroughTheirAccessors) {
  for (const char* base : {"#include <ntddk.h>\n#include <scsi.h>\n", "#include <storport.h>\n"}) {
    const TuSummary summary = read(base + std::string("#include <srbhelper.h>"), R"(
        ULONG Lengths(PSTORAGE_REQUEST_BLOCK Srb) {
          UCHAR path, target, lun;
          PSRBEX_DATA_IO_INFO info = (PSRBEX_DATA_IO_INFO)SrbGetSrbExDataByType(Srb, SrbExDataTypeIoInfo);
          SrbGetPathTargetLun(Srb, &path, &target, &lun);
          SrbSetSrbFlags(Srb, SRB_FLAGS_DATA_IN);
          SrbSetSenseInfoBuffer(Srb, NULL);
          SrbSetNextSrb(Srb, NULL);
          SrbGetCdb(Srb)->CDB6GENERIC.OperationCode = 0;
          SrbZeroSrb(Srb);
          return SrbGetDataTransferLength(Srb) + (info ? info->Length : 0) + SRBEX_DATA_SCSI_CDB16_LENGTH;
        })");
    EXPECT_EQ(problemsOf(summary), "") << base;
    EXPECT_THAT(bodyOf(summary, "Lengths"), HasSubstr("SrbGetCdb($0)"));
    EXPECT_THAT(bodyOf(summary, "SrbGetCdb"), HasSubstr("return &$0->Cdb"));
  }
}

TEST_P(HeaderKit, HeadersOfTheCLibraryAreComplete) {
  const TuSummary summary =
      read("#include <ntddk.h>\n#include <dontuse.h>\n#include <suppress.h>\n#include <stdlib.h>\n#include <malloc.h>",
           "ULONG One(VOID) { return 1; }");
  EXPECT_EQ(problemsOf(summary), "");
  EXPECT_THAT(bodyOf(summary, "One"), testing::Not(IsEmpty()));
}

TEST_P(HeaderKit, DriversAreUpToDate) {
  const TuSummary summary = read("#include <ntddk.h>\n#include <intrin.h>", R"(
      BOOLEAN Take(LONG volatile* Lock, PHYSICAL_ADDRESS Registers) {
        KeMemoryBarrier();
        PVOID mapped = MmMapIoSpaceEx(Registers, 64, PAGE_READWRITE | PAGE_NOCACHE);
        return _interlockedbittestandset(Lock, 1) && _interlockedbittestandreset(Lock, 1) && IS_ALIGNED(mapped, 16);
      })");
  EXPECT_EQ(problemsOf(summary), "");
  EXPECT_THAT(bodyOf(summary, "Take"), HasSubstr("_interlockedbittestandset($0, 1)"));
}

TEST_P(HeaderKit, FileSystemsAreUpToDate) {
  const TuSummary summary = read("#include <ntifs.h>", R"(
      BOOLEAN Check(PFILE_LOCK Lock, PETHREAD Thread, PVOID Volume, PUNICODE_STRING Path) {
        if (PsGetThreadProcess(Thread) == NULL || !NT_SUCCESS(IoVolumeDeviceToGuidPath(Volume, Path))) return FALSE;
        return FsRtlAreThereWaitingFileLocks(Lock);
      })");
  EXPECT_EQ(problemsOf(summary), "");
  EXPECT_THAT(bodyOf(summary, "Check"), testing::Not(IsEmpty()));
}

TEST_P(HeaderKit, FilterManagersHeaderBringsTheFileSystems) {
  const TuSummary summary =
      read("#include <fltkernel.h>", "ULONG Size(PFSRTL_ADVANCED_FCB_HEADER h) { return h->NodeByteSize; }");
  EXPECT_EQ(problemsOf(summary), "");
}

TEST_P(HeaderKit, MultipathHeaderBringsTheStorageHeaders) {
  const TuSummary summary =
      read("#include <dsm.h>\n#include <srbhelper.h>",
           "PVOID Cdb(PSCSI_REQUEST_BLOCK Srb, PSCSI_ADDRESS a) { return a ? SrbGetCdb(Srb) : NULL; }");
  EXPECT_EQ(problemsOf(summary), "dsm.h: multipath I/O\n");
}

TEST_P(HeaderKit, InlineFunctionsOfDriversMayBeStatic) {
  const TuSummary summary = read("#include <ntddk.h>", R"(
      static __forceinline ULONG One(VOID) { return 1; }
      static FORCEINLINE ULONG Two(VOID) { return One(); }
      FORCEINLINE ULONG Three(VOID) { return Two(); }
      DECLSPEC_NOINLINE ULONG Four(VOID) { return Three(); })");
  EXPECT_EQ(problemsOf(summary), "");
  EXPECT_THAT(bodyOf(summary, "Three"), testing::Not(IsEmpty()));
}

}  // namespace
}  // namespace irqlint
