// The header kit over the installed kernel headers: what drivers include is there and parses.
#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/frontend/ExtractTu.h"
#include "cli/HeaderDirectories.h"
#include "tests/LoweredTu.h"

namespace irqlint {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kKit[] = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";

// The source read over the installed kernel headers, with the kit (`kKit`) or, where the folder is empty, without.
TuSummary withHeaders(const std::string& kit, const std::string& source, const std::string& file,
                      std::vector<std::string> arguments) {
  const auto fallback = fallbackHeaders(ProjectOptions{});
  EXPECT_TRUE(fallback) << fallback.error().message();
  if (!fallback) return {};
  const llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> unit(new llvm::vfs::InMemoryFileSystem);
  unit->addFile(file, 0, llvm::MemoryBuffer::getMemBufferCopy(source));
  const llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> files(
      new llvm::vfs::OverlayFileSystem(llvm::vfs::createPhysicalFileSystem()));
  files->pushOverlay(unit);
  const ExtractOptions options{{"/unit"}, kit, *fallback, std::chrono::seconds(60)};
  Result<TuSummary> summary = extractTu({file, "/", std::move(arguments), CommandDialect::Gcc}, options, files);
  EXPECT_TRUE(summary) << summary.error().message();
  return summary ? *std::move(summary) : TuSummary();
}

TuSummary withKit(const std::string& source, const std::string& file) {
  return withHeaders(kKit, source, file, {"-std=c++20"});
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
  EXPECT_EQ(problemsOf(summary), "");
}

TEST_P(HeaderKit, TraceHeadersOfABuildAreUnderstood) {
  const TuSummary summary = read(
      R"(#include <ntddk.h>
         #define WPP_CONTROL_GUIDS \
           WPP_DEFINE_CONTROL_GUID(Trace, (1,2,3,4,5), WPP_DEFINE_BIT(TRACE_START) WPP_DEFINE_BIT(TRACE_STOP))
         #include "Start.tmh"
         #include "Stop.tmh")",
      "int Stop(void) { DoTraceMessage(TRACE_START, \"%d\", 1); WPP_CLEANUP(0); return TRACE_STOP; }");
  EXPECT_EQ(problemsOf(summary), "");
  EXPECT_EQ(bodyOf(summary, "Stop"),
            "B0:\n  macro DoTraceMessage(TRACE_START, \"%d\", 1) {none, none, none}\n  macro WPP_CLEANUP(0) {none}\n"
            "  return 2\n  exit\n");
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

// The kit's headers that a driver includes, by the language they are for.
std::vector<std::string> topLevelHeaders(bool isCPlusPlus) {
  std::vector<std::string> names;
  std::error_code error;
  const std::string folder = std::string(kKit) + "/ddk";
  for (llvm::sys::fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const llvm::StringRef name = llvm::sys::path::filename(entry->path());
    if (entry->type() != llvm::sys::fs::file_type::regular_file || name.starts_with(".")) continue;
    if (name.ends_with(".h") || isCPlusPlus) names.push_back(name.str());
  }
  std::sort(names.begin(), names.end());
  return names;
}

// The kernel's types first, which headers that only extend one of the base want.
constexpr const char* kBases[] = {"#include <ntddk.h>\n", "#include <ntifs.h>\n"};

void expectClean(const std::string& headers, const char* file, const char* width) {
  const TuSummary summary = withHeaders(kKit, headers + "int One(void) { return 1; }", file, {"-std=c++20", width});
  EXPECT_EQ(problemsOf(summary), "") << headers;
  EXPECT_THAT(bodyOf(summary, "One"), HasSubstr("1")) << headers;
}

class HeaderKitAlone : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Languages, HeaderKitAlone, testing::Values("/unit/t.c", "/unit/t.cpp"));

TEST_P(HeaderKitAlone, EachHeaderParsesAlone) {
  for (const std::string& name : topLevelHeaders(llvm::StringRef(GetParam()).ends_with(".cpp"))) {
    expectClean(kBases[0] + ("#include <" + name + ">\n"), GetParam(), "-m64");
  }
}

class HeaderKitTogether : public testing::TestWithParam<std::tuple<const char*, const char*>> {};
INSTANTIATE_TEST_SUITE_P(LanguagesAndTargets, HeaderKitTogether,
                         testing::Combine(testing::Values("/unit/t.c", "/unit/t.cpp"),
                                          testing::Values("-m64", "-m32")));

// Some at a time: a driver includes headers of one or two subsystems, and not all of them go together.
TEST_P(HeaderKitTogether, HeadersParseOverEitherBase) {
  const auto& [file, width] = GetParam();
  std::vector<std::string> names = topLevelHeaders(llvm::StringRef(file).ends_with(".cpp"));
  std::erase(names, "storport.h");  // and srb.h exclude each other
  for (const char* base : kBases) {
    constexpr std::size_t kAtATime = 8;
    for (std::size_t i = 0; i < names.size(); i += kAtATime) {
      std::string headers = base;
      for (std::size_t k = i; k < std::min(i + kAtATime, names.size()); ++k) headers += "#include <" + names[k] + ">\n";
      expectClean(headers, file, width);
    }
  }
  for (const char* base : kBases) expectClean(base + std::string("#include <storport.h>\n"), file, width);
  for (const char* name : {"ndis.h", "wdf.h", "fwpsk.h", "portcls.h"}) {
    expectClean("#include <" + std::string(name) + ">\n#include <ntifs.h>\n", file, width);
  }
}

TEST_P(HeaderKit, FrameworkDriversAreUnderstood) {
  const TuSummary summary = read("#include <ntddk.h>\n#include <wdf.h>", R"(
      typedef struct _SAMPLE_CONTEXT { ULONG Count; } SAMPLE_CONTEXT;
      WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SAMPLE_CONTEXT, GetContext)
      EVT_WDF_IO_QUEUE_IO_READ Read;
      VOID Read(WDFQUEUE Queue, WDFREQUEST Request, size_t Length) {
        GetContext(WdfIoQueueGetDevice(Queue))->Count++;
        WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
      })");
  EXPECT_EQ(problemsOf(summary), "");
  EXPECT_THAT(bodyOf(summary, "Read"), HasSubstr("WdfRequestCompleteWithInformation($1"));
}

TEST_P(HeaderKit, NetworkDriversAreUnderstood) {
  const TuSummary summary = read("#include <ndis.h>\n#include <fwpsk.h>\n#include <fwpmk.h>", R"(
      MINIPORT_SEND_NET_BUFFER_LISTS Send;
      VOID Send(NDIS_HANDLE Context, PNET_BUFFER_LIST List, NDIS_PORT_NUMBER Port, ULONG Flags) {
        NET_BUFFER_LIST_STATUS(List) = NDIS_STATUS_SUCCESS;
        NdisMSendNetBufferListsComplete(Context, List, NDIS_TEST_SEND_AT_DISPATCH_LEVEL(Flags) ? 1 : 0);
      }
      NTSTATUS Register(PDEVICE_OBJECT Device, UINT32* Id) {
        FWPS_CALLOUT callout;
        RtlZeroMemory(&callout, sizeof(callout));
        return FwpsCalloutRegister(Device, &callout, Id);
      })");
  EXPECT_EQ(problemsOf(summary), "");
  EXPECT_THAT(bodyOf(summary, "Send"), HasSubstr("NdisMSendNetBufferListsComplete($0, $1"));
  EXPECT_THAT(bodyOf(summary, "Register"), HasSubstr("FwpsCalloutRegister3("));
}

}  // namespace
}  // namespace irqlint
