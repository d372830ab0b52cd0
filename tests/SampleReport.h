// A report made by hand, and the source it speaks of, for the tests of reporters.
#pragma once

#include <string>

#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/VirtualFileSystem.h>

#include "analyzer/model/Finding.h"

namespace irqlint {

inline constexpr std::string_view kSampleCounterparts[] = {"C28121", "SDV:IrqlExPassive", "CodeQL:IrqlTooHigh"};

inline constexpr RuleInfo kSamplePaged{
    .id = "PAGE201",
    .name = "PagedCodeAtRaisedIrql",
    .title = "Pageable code runs at a raised IRQL",
    .severity = Severity::Error,
    .precision = Precision::VeryHigh,
    .counterparts = kSampleCounterparts,
    .help = "A function in a pageable section runs\nat DISPATCH_LEVEL.\n\nWrong: ...\n\nKeep the function resident.",
};

inline constexpr RuleInfo kSampleUnused{
    .id = "POOL301",
    .name = "PagedPoolAtRaisedIrql",
    .title = "Paged pool is touched at a raised IRQL",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = {},
    .help = "Paged pool may not be resident.",
};

inline constexpr const char* kSampleSource =
    "#include <ntddk.h>\n"
    "\n"
    "static VOID OnTimer(PKDPC Dpc)\n"
    "{\n"
    "\t/* \xc3\xa4\xf0\x9f\x98\x80 */ Status = ReadLimits(Ext, &Limits);\n"
    "}\n";

inline llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> sampleFiles() {
  auto files = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  files->addFile("/src/my driver/limits.c", 0, llvm::MemoryBuffer::getMemBuffer(kSampleSource));
  files->addFile("/kits/km/wdm.h", 0, llvm::MemoryBuffer::getMemBuffer("void KeFoo(void);\n"));
  return files;
}

inline Finding sampleFinding() {
  const std::string file = "/src/my driver/limits.c";
  Finding finding;
  finding.rule = &kSamplePaged;
  finding.severity = Severity::Error;
  finding.location = {file, 5, 24, 34};
  finding.messageId = "default";
  finding.messageTemplate = "'{0}' is in [the pageable section '{1}'](1) but runs at '{2}' here.";
  finding.arguments = {"ReadLimits", "PAGE", "DISPATCH_LEVEL"};
  finding.codeFlow = {
      {{file, 3, 13, 20}, "the system enters 'OnTimer'", {}, IrqlSet::of(kDispatchLevel), 1, Importance::Essential},
      {{"/kits/km/wdm.h", 1, 6, 0},
       "passes 'KeFoo'",
       IrqlSet::of(kDispatchLevel),
       IrqlSet::of(kDispatchLevel),
       2,
       Importance::Important},
      {{file, 5, 24, 34}, "raises", IrqlSet::of(kPassiveLevel), IrqlSet::of(kDispatchLevel), 1, Importance::Essential},
      {{file, 1, 1, 0}, "'ReadLimits' is placed in 'PAGE'", {}, {}, 1, Importance::Unimportant},
  };
  finding.relatedLocations = {{{file, 1, 1, 0}, "Placed here"}};
  finding.help = "queue a work item from the DPC, or keep 'ReadLimits' resident";
  finding.fingerprint = "PAGE201 OnTimer ReadLimits dpc";
  return finding;
}

inline Report sampleReport() {
  Report report;
  report.toolVersion = "1.2.3";
  report.sourceRoot = "/src/my driver";
  report.rules = {&kSamplePaged, &kSampleUnused};
  report.findings = {sampleFinding()};
  report.coverage.units = 3;
  report.coverage.sourceLines = 120;
  report.coverage.functions = 9;
  report.coverage.functionsAnalysed = 8;
  report.coverage.bodiesLost = 1;
  report.coverage.bodies = {{"C", {.functions = 9, .lost = 1, .partial = 2}}};
  report.coverage.calls = 40;
  report.coverage.unknownCallees = {{"KeBar", 1, true}, {"KeFoo", 2}};
  report.coverage.ddiCalls = {.calls = 20, .withContract = 18, .withLevel = 17, .withBody = 1};
  report.coverage.failedUnits = {{"/src/my driver/sub/bad.c", "crashed (SIGSEGV)"}};
  report.coverage.notes = {
      {"missingHeader", "'trace.tmh' was not found", {"/src/my driver/limits.c", 1, 1, 0}},
      {"bodyLost", "the body of 'Start' was not understood", {"/src/my driver/limits.c", 3, 1, 0}}};
  return report;
}

}  // namespace irqlint
