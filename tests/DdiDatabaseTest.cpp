// What the shipped data says, how it is looked up, and how a user adds to it.
#include "analyzer/ddi/DdiDatabase.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "analyzer/ddi/Condition.h"
#include "analyzer/ddi/EmbeddedTables.h"

namespace irqlint {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class DdiDatabaseTest : public testing::Test {
 protected:
  const Contract& contract(std::string_view name) {
    const Contract* found = db.contract(name);
    EXPECT_NE(found, nullptr) << name;
    static const Contract kNone;
    return found ? *found : kNone;
  }

  const Registration* registration(std::span<const Registration> rows, std::string_view irpMajor) {
    const auto row = std::ranges::find(rows, irpMajor, &Registration::irpMajor);
    return row == rows.end() ? nullptr : &*row;
  }

  DdiDatabase db;
};

LevelPlace lockPlace(std::uint32_t parameter, std::string kind) {
  return {LevelPlace::Kind::Lock, parameter, std::move(kind)};
}

TEST_F(DdiDatabaseTest, KnowsSpinLocks) {
  const Contract& acquire = contract("KeAcquireSpinLock");
  EXPECT_FALSE(acquire.isCallback);
  EXPECT_EQ(acquire.terms.maximum, kDispatchLevel);
  EXPECT_EQ(acquire.terms.raises, LevelSource{kDispatchLevel});
  EXPECT_EQ(acquire.terms.saves, (LevelPlace{LevelPlace::Kind::Pointee, 1, {}}));
  ASSERT_TRUE(acquire.lock.has_value());
  EXPECT_EQ(acquire.lock->action, LockAction::Acquire);
  EXPECT_EQ(acquire.lock->parameter, 0u);

  const Contract& release = contract("KeReleaseSpinLock");
  EXPECT_EQ(release.terms.minimum, kDispatchLevel);
  EXPECT_EQ(release.terms.restores, (LevelPlace{LevelPlace::Kind::Parameter, 1, {}}));

  const Contract& atDpc = contract("KeAcquireSpinLockAtDpcLevel");
  EXPECT_EQ(atDpc.terms.minimum, kDispatchLevel);
  EXPECT_FALSE(atDpc.terms.raises.has_value());
  EXPECT_TRUE(atDpc.lock.has_value());

  EXPECT_EQ(contract("KeAcquireInStackQueuedSpinLock").terms.saves, lockPlace(1, "QueuedSpinLock"));
  EXPECT_EQ(contract("KeReleaseInStackQueuedSpinLock").terms.restores, lockPlace(0, "QueuedSpinLock"));
  EXPECT_EQ(contract("KeReleaseInStackQueuedSpinLock").lock->handle, 0u);
  EXPECT_EQ(contract("IoAcquireCancelSpinLock").lock->global, "cancel");
  EXPECT_EQ(contract("IoReleaseCancelSpinLock").terms.restores, (LevelPlace{LevelPlace::Kind::Parameter, 0, {}}));
  EXPECT_EQ(contract("KeTryToAcquireSpinLockAtDpcLevel").lock->action, LockAction::TryAcquire);
  EXPECT_EQ(contract("ExAcquireResourceExclusiveLite").lock->waitParameter, 1u);
}

// What one call saves, another must be able to restore; what one acquires, another must release.
TEST_F(DdiDatabaseTest, PairsWhatItSavesAndAcquires) {
  std::set<std::string> saved;
  std::set<std::string> restored;
  std::set<std::pair<LockKind, std::string>> acquired;
  std::set<std::pair<LockKind, std::string>> released;
  for (const EmbeddedRow& row : embeddedTable(DdiTable::Contracts)) {
    const Contract& known = contract(row.key);
    if (known.terms.saves && known.terms.saves->kind == LevelPlace::Kind::Lock)
      saved.insert(known.terms.saves->lockKind);
    if (known.terms.restores && known.terms.restores->kind == LevelPlace::Kind::Lock) {
      restored.insert(known.terms.restores->lockKind);
    }
    if (!known.lock) continue;
    (known.lock->action == LockAction::Release ? released : acquired).insert({known.lock->kind, known.lock->global});
    EXPECT_TRUE(known.lock->action != LockAction::Release || !known.terms.raises) << row.key;
    EXPECT_TRUE(known.lock->action == LockAction::Release || !known.terms.restores) << row.key;
  }
  EXPECT_EQ(saved, restored);
  EXPECT_EQ(acquired, released);
  EXPECT_GE(acquired.size(), 10u);
}

// A raise without a place for the old level is a level lost; only a register write may do that.
TEST_F(DdiDatabaseTest, SavesTheLevelBeforeEveryRaise) {
  for (const EmbeddedRow& row : embeddedTable(DdiTable::Contracts)) {
    const Contract& known = contract(row.key);
    EXPECT_TRUE(!known.terms.raises || known.terms.saves || known.name == "__writecr8") << row.key;
    for (const ContractCondition& condition : known.conditions) {
      EXPECT_TRUE(!condition.terms.raises || condition.terms.saves) << row.key;
    }
    EXPECT_LE(known.terms.minimum.value_or(kPassiveLevel), known.terms.maximum.value_or(kHighLevel)) << row.key;
  }
}

TEST_F(DdiDatabaseTest, HasConditionsThatParseAndWhoseNamesAreKnown) {
  std::size_t conditions = 0;
  for (const EmbeddedRow& row : embeddedTable(DdiTable::Contracts)) {
    const Contract& known = contract(row.key);
    for (const ContractCondition& condition : known.conditions) {
      ++conditions;
      const auto parsed = Condition::parse(condition.when);
      ASSERT_TRUE(parsed) << row.key << ": " << parsed.error().message();
      for (const ConditionOperand& operand : parsed->operands()) {
        const bool isWord =
            operand.root == "return" || operand.root == "NULL" || operand.root == "TRUE" || operand.root == "FALSE";
        EXPECT_TRUE(isWord || db.constant(operand.root) || std::ranges::count(known.parameters, operand.root) != 0)
            << row.key << ": " << operand.root;
      }
    }
  }
  EXPECT_GT(conditions, 200u);
}

TEST_F(DdiDatabaseTest, EvaluatesWhatItShips) {
  const Contract& allocate = contract("ExAllocatePool2");
  ASSERT_EQ(allocate.conditions.size(), 1u);
  EXPECT_EQ(allocate.conditions[0].terms.maximum, kApcLevel);
  EXPECT_TRUE(allocate.conditions[0].replacesMaximum);
  const auto condition = Condition::parse(allocate.conditions[0].when);
  ASSERT_TRUE(condition);
  std::int64_t flags = 0;
  ConditionContext context;
  context.value = [&](const ConditionOperand& operand) {
    EXPECT_EQ(operand.root, "Flags");
    return KnownValue::constant(flags);
  };
  context.constant = [this](std::string_view name) { return db.constant(name); };
  flags = 0x100;
  EXPECT_EQ(condition->evaluate(context), Truth::True);
  flags = 0x40;
  EXPECT_EQ(condition->evaluate(context), Truth::False);
}

TEST_F(DdiDatabaseTest, KnowsWhatCallsSayOfTheLevelAndTheCode) {
  EXPECT_TRUE(has(contract("KeGetCurrentIrql").terms.effects, ContractEffect::ReturnsCurrentIrql));
  EXPECT_TRUE(has(contract("NDIS_CURRENT_IRQL").terms.effects, ContractEffect::ReturnsCurrentIrql));
  EXPECT_TRUE(has(contract("PAGED_CODE").terms.effects, ContractEffect::AssertsPagedCode));
  EXPECT_EQ(contract("PAGED_CODE").terms.maximum, kApcLevel);
  EXPECT_TRUE(has(contract("PAGED_CODE_LOCKED").terms.effects, ContractEffect::LocksPagedCode));
  EXPECT_TRUE(has(contract("KeEnterGuardedRegion").terms.effects, ContractEffect::GuardedRegionEnter));
  EXPECT_TRUE(has(contract("KeEnterCriticalRegion").terms.effects, ContractEffect::CriticalRegionEnter));
}

TEST_F(DdiDatabaseTest, LeavesTheLevelAloneWhenAnEventIsSetBeforeAWait) {
  const Contract& set = contract("KeSetEvent");
  ASSERT_EQ(set.conditions.size(), 1u);
  EXPECT_FALSE(set.conditions[0].replacesRaises);
  EXPECT_TRUE(has(set.conditions[0].terms.effects, ContractEffect::RaisesUntilWait));
}

TEST_F(DdiDatabaseTest, KeepsTheLevelOfEveryWayOfRaising) {
  const Contract& acquire = contract("StorPortAcquireSpinLock");
  ASSERT_FALSE(acquire.conditions.empty());
  for (const ContractCondition& condition : acquire.conditions) {
    EXPECT_TRUE(condition.replacesRaises);
    EXPECT_EQ(condition.terms.saves, lockPlace(3, "StorLock")) << condition.when;
  }
  const Contract& tried = contract("ExTryToAcquireFastMutex");
  EXPECT_TRUE(tried.conditions.at(0).replacesRaises);
  EXPECT_FALSE(tried.conditions[0].terms.raises.has_value());
}

TEST_F(DdiDatabaseTest, ResolvesAliasesAndSpellings) {
  const Contract& old = contract("ExAcquireResourceExclusive");
  EXPECT_EQ(old.name, "ExAcquireResourceExclusive");
  EXPECT_EQ(old.alias, "ExAcquireResourceExclusiveLite");
  EXPECT_TRUE(old.lock.has_value());
  EXPECT_EQ(contract("_InterlockedIncrement").terms.maximum, kHighLevel);
  EXPECT_EQ(contract("ZwCreateFile").terms.maximum, contract("NtCreateFile").terms.maximum);
  ASSERT_EQ(embeddedRow(DdiTable::Contracts, "FwpsCalloutRegister9"), nullptr);
  EXPECT_EQ(contract("FwpsCalloutRegister9").terms.maximum, kPassiveLevel);
  EXPECT_EQ(db.contract("KeNoSuchFunction"), nullptr);
  EXPECT_EQ(db.contract(""), nullptr);
  EXPECT_EQ(db.contract("_"), nullptr);
}

TEST_F(DdiDatabaseTest, KeepsPointersValid) {
  const Contract* first = db.contract("KeSetEvent");
  for (const EmbeddedRow& row : embeddedTable(DdiTable::Contracts)) db.contract(row.key);
  EXPECT_EQ(db.contract("KeSetEvent"), first);
  EXPECT_EQ(first->name, "KeSetEvent");
}

TEST_F(DdiDatabaseTest, MarksInferredLevels) {
  EXPECT_EQ(contract("RtlInitUnicodeString").confidence, ContractConfidence::Inferred);
  EXPECT_EQ(contract("KeWaitForSingleObject").confidence, ContractConfidence::Curated);
  EXPECT_EQ(contract("KeResetEvent").confidence, ContractConfidence::Documented);
}

TEST_F(DdiDatabaseTest, KnowsCallbacks) {
  const Contract& cancel = contract("DRIVER_CANCEL");
  EXPECT_TRUE(cancel.isCallback);
  EXPECT_TRUE(cancel.calledBySystem);
  EXPECT_FALSE(cancel.mustReturnAtEntryLevel);
  EXPECT_EQ(cancel.terms.minimum, kDispatchLevel);
  EXPECT_TRUE(contract("KDEFERRED_ROUTINE").mustReturnAtEntryLevel);
  EXPECT_FALSE(contract("KDEFERRED_ROUTINE").usualMaximum.has_value());
  EXPECT_EQ(contract("EVT_WDF_IO_QUEUE_IO_READ").usualMaximum, kPassiveLevel);
  EXPECT_FALSE(contract("PGET_SCATTER_GATHER_LIST").calledBySystem);
}

TEST_F(DdiDatabaseTest, FindsTheRoleOfAType) {
  const std::pair<const char*, const char*> cases[] = {
      {"DRIVER_CANCEL", "DRIVER_CANCEL"},
      {"PDRIVER_CANCEL", "DRIVER_CANCEL"},
      {"DRIVER_CANCEL *", "DRIVER_CANCEL"},
      {"const volatile PKDEFERRED_ROUTINE", "KDEFERRED_ROUTINE"},
      {"PFN_WDF_DRIVER_DEVICE_ADD", "EVT_WDF_DRIVER_DEVICE_ADD"},
      {"PFLT_PRE_OPERATION_CALLBACK", "PFLT_PRE_OPERATION_CALLBACK"},
      {"PFN_WSK_SEND", "PFN_WSK_SEND"},
      {"PHW_INITIALIZE", "HW_INITIALIZE"},
      {"HW_INITIALIZE", "HW_INITIALIZE"},
      {"PVOID", ""},
      {"KeSetEvent", ""},
      {"VOID (*)(PDRIVER_CANCEL)", ""},
      {"", ""},
  };
  for (const auto& [type, role] : cases) EXPECT_EQ(db.roleOfType(type), role) << type;
}

TEST_F(DdiDatabaseTest, FindsRegistrationsByCall) {
  const auto completion = db.registrations("IoSetCompletionRoutine", 1);
  ASSERT_EQ(completion.size(), 1u);
  EXPECT_EQ(completion[0].role, "IO_COMPLETION_ROUTINE");
  EXPECT_FALSE(completion[0].synchronous);
  EXPECT_THAT(db.registrations("IoSetCompletionRoutine", 0), IsEmpty());
  EXPECT_THAT(db.registrations("KeNoSuchFunction", 1), IsEmpty());
  const auto threaded = db.registrations("KeInitializeThreadedDpc", 1);
  ASSERT_EQ(threaded.size(), 1u);
  EXPECT_EQ(threaded[0].minimum, kPassiveLevel);
  const auto list = db.registrations("PGET_SCATTER_GATHER_LIST", 5);
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].role, "DRIVER_LIST_CONTROL");
}

TEST_F(DdiDatabaseTest, KnowsWhatIsCalledBeforeTheCallReturns) {
  EXPECT_TRUE(db.callsSynchronously("KeSynchronizeExecution", 1));
  EXPECT_FALSE(db.registrations("KeSynchronizeExecution", 1)[0].atCallersLevel);
  EXPECT_TRUE(db.callsSynchronously("qsort", 3));
  EXPECT_TRUE(db.registrations("qsort", 3)[0].atCallersLevel);
  EXPECT_FALSE(db.callsSynchronously("KeInitializeDpc", 1));
  EXPECT_FALSE(db.callsSynchronously("KeNoSuchFunction", 0));
}

TEST_F(DdiDatabaseTest, FindsRegistrationsByField) {
  const auto dispatch = db.fieldRegistrations("_DRIVER_OBJECT", "MajorFunction");
  const Registration* read = registration(dispatch, "IRP_MJ_READ");
  ASSERT_NE(read, nullptr);
  EXPECT_EQ(read->role, "DRIVER_DISPATCH");
  EXPECT_EQ(read->maximum, kDispatchLevel);
  EXPECT_EQ(read->usualMaximum, kPassiveLevel);
  const Registration* create = registration(dispatch, "IRP_MJ_CREATE");
  ASSERT_NE(create, nullptr);
  EXPECT_EQ(create->maximum, kPassiveLevel);
  EXPECT_FALSE(create->usualMaximum.has_value());
  EXPECT_NE(registration(dispatch, ""), nullptr);

  const auto postCreate = db.fieldRegistrations("FLT_OPERATION_REGISTRATION", "PostOperation");
  ASSERT_NE(registration(postCreate, "IRP_MJ_CREATE"), nullptr);
  EXPECT_EQ(registration(postCreate, "IRP_MJ_CREATE")->maximum, kPassiveLevel);
  EXPECT_EQ(db.fieldRegistrations("_DRIVER_EXTENSION", "AddDevice").size(), 1u);
  EXPECT_TRUE(db.fieldRegistrations("DMA_OPERATIONS", "GetScatterGatherList")[0].driverCalls);
  EXPECT_THAT(db.fieldRegistrations("DRIVER_OBJECT", "NoSuchField"), IsEmpty());
}

TEST_F(DdiDatabaseTest, ToleratesVersionsOfRecords) {
  for (const char* record : {"FWPS_CALLOUT3_", "FWPS_CALLOUT1_", "FWPS_CALLOUT", "FWPS_CALLOUT9"}) {
    EXPECT_THAT(db.fieldRegistrations(record, "classifyFn"), testing::SizeIs(1)) << record;
  }
  EXPECT_FALSE(db.fieldRegistrations("_PO_FX_DEVICE_V2", "ComponentActiveConditionCallback").empty());
  EXPECT_FALSE(db.fieldRegistrations("PO_FX_DEVICE", "ComponentActiveConditionCallback").empty());
}

TEST_F(DdiDatabaseTest, KnowsAllocators) {
  const Allocator* pool = db.allocator("ExAllocatePoolWithTag");
  ASSERT_NE(pool, nullptr);
  EXPECT_EQ(pool->pool, PoolKind::ByArgument);
  EXPECT_EQ(pool->selectorParameter, 0u);
  EXPECT_EQ(pool->selectorType, "POOL_TYPE");
  EXPECT_EQ(pool->sizeParameter, 1u);
  EXPECT_FALSE(pool->resultParameter.has_value());
  const Allocator* string = db.allocator("RtlAnsiStringToUnicodeString");
  ASSERT_NE(string, nullptr);
  EXPECT_EQ(string->pool, PoolKind::Paged);
  EXPECT_EQ(string->resultParameter, 0u);
  EXPECT_EQ(string->resultField, "Buffer");
  EXPECT_TRUE(Condition::parse(string->when));
  EXPECT_EQ(db.allocator("ExAllocateFromLookasideListEx")->listParameter, 0u);
  EXPECT_EQ(db.lookasideList("ExInitializePagedLookasideList")->entries, PoolKind::Paged);
  EXPECT_EQ(db.lookasideList("ExInitializeLookasideListEx")->selectorParameter, 3u);
  EXPECT_EQ(db.deallocator("ExFreeToPagedLookasideList")->parameter, 1u);
  EXPECT_EQ(db.deallocator("RtlFreeUnicodeString")->field, "Buffer");
  EXPECT_EQ(db.allocator("ExFreePool"), nullptr);
  EXPECT_EQ(db.deallocator("ExAllocatePool"), nullptr);
}

TEST_F(DdiDatabaseTest, KnowsWhatMustBeResident) {
  EXPECT_THAT(std::string(db.whyResident("_KEVENT")), HasSubstr("dispatcher"));
  EXPECT_EQ(db.whyResident("UNICODE_STRING"), "");
  EXPECT_EQ(db.residentArgument("KeInitializeEvent", 0), "KEVENT");
  EXPECT_EQ(db.residentArgument("KeInitializeEvent", 1), "");
}

TEST_F(DdiDatabaseTest, KnowsSections) {
  for (const char* name : {"PAGE", "PAGEABLE", "PAGEVRF1"}) EXPECT_TRUE(DdiDatabase::isPageableSection(name)) << name;
  for (const char* name : {"", ".text", "NONPAGED", "page", "PAG"})
    EXPECT_FALSE(DdiDatabase::isPageableSection(name)) << name;
  EXPECT_TRUE(DdiDatabase::isDiscardableSection("INIT"));
  EXPECT_FALSE(DdiDatabase::isDiscardableSection("INITDATA"));
  EXPECT_EQ(db.sectionLock("MmUnlockPagableImageSection")->action, SectionLock::Action::Unlock);
  EXPECT_EQ(db.sectionLock("KeSetEvent"), nullptr);
}

TEST_F(DdiDatabaseTest, KnowsConstants) {
  EXPECT_EQ(db.constant("PagedPool"), 1);
  EXPECT_EQ(db.constant("POOL_FLAG_PAGED"), 256);
  EXPECT_EQ(db.constant("UserMode"), 1);
  EXPECT_EQ(db.constant("DISPATCH_LEVEL"), 2);
  EXPECT_EQ(db.constant("NO_SUCH_CONSTANT"), std::nullopt);
  EXPECT_EQ(db.constant("7"), std::nullopt);
  EXPECT_EQ(db.irpMajorName(0), "IRP_MJ_CREATE");
  EXPECT_EQ(db.irpMajorName(27), "IRP_MJ_PNP");
  EXPECT_EQ(db.irpMajorName(28), "");
}

// Every row is there for something: the tables are sorted, and each row reads.
TEST_F(DdiDatabaseTest, ReadsEveryRow) {
  for (std::size_t t = 0; t < kDdiTableCount; ++t) {
    const auto rows = embeddedTable(static_cast<DdiTable>(t));
    EXPECT_FALSE(rows.empty()) << t;
    EXPECT_TRUE(std::ranges::is_sorted(rows, {}, [](const EmbeddedRow& row) { return std::string_view(row.key); }))
        << t;
  }
  EXPECT_GT(embeddedTable(DdiTable::Contracts).size(), 10000u);
  for (const EmbeddedRow& row : embeddedTable(DdiTable::Contracts)) EXPECT_NE(db.contract(row.key), nullptr) << row.key;
  for (const EmbeddedRow& row : embeddedTable(DdiTable::Allocators))
    EXPECT_NE(db.allocator(row.key), nullptr) << row.key;
  for (const EmbeddedRow& row : embeddedTable(DdiTable::FieldRoles)) {
    const std::string key = row.key;
    const std::size_t colons = key.find("::");
    const auto found = db.fieldRegistrations(key.substr(0, colons), key.substr(colons + 2));
    ASSERT_FALSE(found.empty()) << key;
    for (const Registration& registration : found) EXPECT_TRUE(contract(registration.role).isCallback) << key;
  }
}

}  // namespace
}  // namespace irqlint
