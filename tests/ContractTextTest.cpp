// What `irqlint explain` says of a kernel function, and the files of one's own that it reads.
#include "cli/ContractText.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/Contracts.h"
#include "cli/Pipeline.h"
#include "tests/ScratchFolder.h"

namespace irqlint {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

std::string explain(const DdiDatabase& ddi, std::string_view name) {
  std::string text;
  llvm::raw_string_ostream out(text);
  EXPECT_EQ(explainContract(ddi, name, out), ddi.contract(name) != nullptr);
  return out.str();
}

TEST(ContractText, SaysLevelsEffectsAndSource) {
  EXPECT_EQ(explain(DdiDatabase(), "KeAcquireSpinLock"),
            "KeAcquireSpinLock\n"
            "  may be called from PASSIVE_LEVEL to DISPATCH_LEVEL\n"
            "  raises to DISPATCH_LEVEL\n"
            "  leaves the level before in what 'OldIrql' points to\n"
            "  takes the spin lock 'SpinLock'\n"
            "  known from: read by hand\n");
}

TEST(ContractText, SaysConditionsRolesAndAliases) {
  const DdiDatabase ddi;
  EXPECT_THAT(explain(ddi, "KeWaitForSingleObject"),
              HasSubstr("  if Timeout == NULL:\n    may be called from PASSIVE_LEVEL to APC_LEVEL\n    may wait\n"));
  EXPECT_THAT(explain(ddi, "KeInitializeDpc"),
              HasSubstr("makes the function in 'DeferredRoutine' a KDEFERRED_ROUTINE"));
  EXPECT_THAT(explain(ddi, "KDEFERRED_ROUTINE"),
              StartsWith("KDEFERRED_ROUTINE, a callback\n  is called at DISPATCH_LEVEL\n"));
  EXPECT_THAT(explain(ddi, "CopyMemory"), HasSubstr("stands for RtlCopyMemory"));
  EXPECT_THAT(explain(ddi, "NoSuchFunction"), IsEmpty());
}

TEST(ContractText, FilesOfOnesOwnAreLaidOverEachOther) {
  const test::ScratchFolder folder;
  DdiDatabase ddi;
  const std::string first =
      folder.write("first.json", "\xEF\xBB\xBF{\"contracts\": [{\"name\": \"AcmeSend\", \"irql_max\": 1}]}");
  const std::string second = folder.write("second.json", R"({"contracts": [{"name": "AcmeSend", "note": "slow"}]})");
  ASSERT_FALSE(addContracts({first, second}, ddi));
  EXPECT_THAT(explain(ddi, "AcmeSend"), AllOf(HasSubstr("from PASSIVE_LEVEL to APC_LEVEL"), HasSubstr("note: slow")));
}

TEST(ContractText, FilesThatCannotBeUsedAreNamed) {
  const test::ScratchFolder folder;
  DdiDatabase ddi;
  EXPECT_THAT(addContracts({"no/such.json"}, ddi)->message(), HasSubstr("cannot read 'no/such.json': "));
  const std::string bad = folder.write("bad.json", "{\n\"contracts\": [{\"name\": \"F\", \"irql_max\": \"APC\"}]}");
  EXPECT_EQ(addContracts({bad}, ddi)->message(), bad + ":2:29: /contracts/0/irql_max: not an IRQL: \"APC\"");
}

TEST(ContractText, AFileOfOnesOwnDecidesWhatIsFoundAndWhatHeadersContradict) {
  const test::ScratchFolder folder;
  ProjectOptions options;
  const std::string source = folder.write("contradicted.c", R"(
    #include <ntddk.h>
    _IRQL_requires_max_(DISPATCH_LEVEL) VOID AcmeSend(VOID);
    VOID Caller(VOID) { AcmeSend(); }
  )");
  options.paths = {source};
  options.headerKit = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";
  const auto termsWith = [&](const std::string& contracts) {
    options.contracts = {folder.write("contradicting.json", contracts)};
    std::string text;
    const auto done = analyzeDrivers(options, [&](const Driver&, const AnalyzedProgram& analyzed) {
      text += headerTerms(analyzed.program(), "AcmeSend");
    });
    EXPECT_TRUE(done) << done.error().message();
    return text;
  };
  const std::string contradicted = termsWith(R"({"contracts": [{"name": "AcmeSend", "irql_max": "APC_LEVEL"}]})");
  EXPECT_THAT(contradicted, HasSubstr("may be called from PASSIVE_LEVEL to DISPATCH_LEVEL"));
  EXPECT_THAT(contradicted, HasSubstr("this is not what the contract above says"));
  const std::string agreed = termsWith(R"({"contracts": [{"name": "AcmeSend", "irql_max": "DISPATCH_LEVEL"}]})");
  EXPECT_THAT(agreed, Not(HasSubstr("this is not what")));
  EXPECT_THAT(agreed, HasSubstr("declared at "));
}

}  // namespace
}  // namespace irqlint
