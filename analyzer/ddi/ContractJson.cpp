#include "analyzer/ddi/ContractJson.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "analyzer/ddi/Condition.h"

namespace irqlint {
namespace {

using nlohmann::json;

// What the readers below throw; it never leaves this file.
struct BadRow : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <typename Value, std::size_t N>
Value lookUp(const std::pair<std::string_view, Value> (&names)[N], const json& name, const char* what) {
  const auto text = name.get<std::string>();
  const auto* entry = std::ranges::find(names, text, [](const auto& pair) { return pair.first; });
  if (entry == std::end(names)) throw BadRow(std::string("no such ") + what + ": '" + text + "'");
  return entry->second;
}

constexpr std::pair<std::string_view, ContractEffect> kEffects[] = {
    {"waits", ContractEffect::Waits},
    {"touches-pageable", ContractEffect::TouchesPageable},
    {"needs-resident-args", ContractEffect::NeedsResidentArgs},
    {"registers-callback", ContractEffect::RegistersCallback},
    {"allocates-pool", ContractEffect::AllocatesPool},
    {"frees-pool", ContractEffect::FreesPool},
    {"critical-region-enter", ContractEffect::CriticalRegionEnter},
    {"critical-region-leave", ContractEffect::CriticalRegionLeave},
    {"guarded-region-enter", ContractEffect::GuardedRegionEnter},
    {"guarded-region-leave", ContractEffect::GuardedRegionLeave},
    {"requires-apcs-disabled", ContractEffect::RequiresApcsDisabled},
    {"returns-current-irql", ContractEffect::ReturnsCurrentIrql},
    {"asserts-paged-code", ContractEffect::AssertsPagedCode},
    {"locks-paged-code", ContractEffect::LocksPagedCode},
    {"raises-until-wait", ContractEffect::RaisesUntilWait},
    {"may-be-discarded", ContractEffect::MayBeDiscarded},
};

constexpr std::pair<std::string_view, LockAction> kLockActions[] = {
    {"acquire", LockAction::Acquire}, {"try-acquire", LockAction::TryAcquire}, {"release", LockAction::Release}};

constexpr std::pair<std::string_view, LockKind> kLockKinds[] = {
    {"spin", LockKind::Spin},
    {"reader-writer-spin", LockKind::ReaderWriterSpin},
    {"interrupt", LockKind::Interrupt},
    {"fast-mutex", LockKind::FastMutex},
    {"guarded-mutex", LockKind::GuardedMutex},
    {"push-lock", LockKind::PushLock},
    {"resource", LockKind::Resource},
    {"wait-lock", LockKind::WaitLock},
};

constexpr std::pair<std::string_view, ContractConfidence> kConfidences[] = {
    {"doc", ContractConfidence::Documented},
    {"header", ContractConfidence::Documented},
    {"curated", ContractConfidence::Curated},
};

constexpr std::pair<std::string_view, PoolKind> kPoolKinds[] = {
    {"paged", PoolKind::Paged},
    {"nonpaged", PoolKind::NonPaged},
    {"by-argument", PoolKind::ByArgument},
    {"by-list", PoolKind::ByList},
};

constexpr std::pair<std::string_view, SectionLock::Action> kSectionActions[] = {
    {"lock-by-address", SectionLock::Action::LockByAddress},
    {"lock-by-handle", SectionLock::Action::LockByHandle},
    {"unlock", SectionLock::Action::Unlock},
    {"page-all", SectionLock::Action::PageAll},
    {"reset", SectionLock::Action::Reset},
};

// A parameter's number; no function of the kernel comes near the bound, a damaged file might.
std::uint32_t readParameter(const json& value) {
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > 63)
    throw BadRow("not a parameter number: " + value.dump());
  return value.get<std::uint32_t>();
}

Irql readLevel(const json& value) {
  const auto level = parseIrql(value.is_number_unsigned() ? value.dump() : value.get<std::string>());
  if (!level) throw BadRow("not an IRQL: " + value.dump());
  return *level;
}

LevelSource readLevelSource(const json& value) {
  if (value.is_object()) return {readParameter(value.at("param"))};
  return {readLevel(value)};
}

// saves: "return" or {"param": i, "deref": true}; restores: a parameter's number.
LevelPlace readPlace(const json& value) {
  if (value == "return") return {LevelPlace::Kind::Return, 0, {}};
  if (value.is_number()) return {LevelPlace::Kind::Parameter, readParameter(value), {}};
  const bool deref = value.value("deref", false);
  return {deref ? LevelPlace::Kind::Pointee : LevelPlace::Kind::Parameter, readParameter(value.at("param")), {}};
}

LevelPlace readLockPlace(const json& value) {
  return {LevelPlace::Kind::Lock, readParameter(value.at("param")), value.at("kind").get<std::string>()};
}

ContractEffects readEffects(const json& value, bool guarded) {
  ContractEffects effects = 0;
  for (const json& name : value) {
    auto effect = lookUp(kEffects, name, "effect");
    if (guarded && effect == ContractEffect::CriticalRegionEnter) effect = ContractEffect::GuardedRegionEnter;
    if (guarded && effect == ContractEffect::CriticalRegionLeave) effect = ContractEffect::GuardedRegionLeave;
    effects |= static_cast<ContractEffects>(effect);
  }
  return effects;
}

LockEffect readLock(const json& value) {
  LockEffect lock;
  for (const auto& [member, part] : value.items()) {
    if (member == "action")
      lock.action = lookUp(kLockActions, part, "lock action");
    else if (member == "kind")
      lock.kind = lookUp(kLockKinds, part, "lock kind");
    else if (member == "shared")
      lock.shared = part.get<bool>();
    else if (member == "param")
      lock.parameter = readParameter(part);
    else if (member == "handle")
      lock.handle = readParameter(part);
    else if (member == "global")
      lock.global = part.get<std::string>();
    else if (member == "wait")
      lock.waitParameter = readParameter(part);
    else
      throw BadRow("lock has no member '" + member + "'");
  }
  if (!lock.parameter && !lock.handle && lock.global.empty()) throw BadRow("lock does not say which");
  return lock;
}

// One member of the terms; false if it is none of them.
bool readTerm(ContractTerms& terms, std::string_view member, const json& value) {
  if (member == "irql_min")
    terms.minimum = readLevel(value);
  else if (member == "irql_max")
    terms.maximum = readLevel(value);
  else if (member == "raises")
    terms.raises = readLevelSource(value);
  else if (member == "lowers")
    terms.lowers = readLevelSource(value);
  else if (member == "saves")
    terms.saves = readPlace(value);
  else if (member == "saves_global")
    terms.saves = readLockPlace(value);
  else if (member == "restores")
    terms.restores = readPlace(value);
  else if (member == "restores_global")
    terms.restores = readLockPlace(value);
  else
    return false;
  return true;
}

void checkCondition(const std::string& when) {
  if (const auto parsed = Condition::parse(when); !parsed) throw BadRow(parsed.error().message());
}

ContractCondition readCondition(const json& row) {
  ContractCondition condition;
  for (const auto& [member, value] : row.items()) {
    if (member == "when")
      condition.when = value.get<std::string>();
    else if (member == "effects")
      condition.terms.effects = readEffects(value, false);
    else if (member == "raises" && value.is_null())
      continue;
    else if (!readTerm(condition.terms, member, value))
      throw BadRow("condition has no member '" + member + "'");
  }
  condition.replacesMinimum = row.contains("irql_min");
  condition.replacesMaximum = row.contains("irql_max");
  condition.replacesRaises = row.contains("raises");
  condition.replacesEffects = row.contains("effects");
  checkCondition(condition.when);
  return condition;
}

// Marks a level that was inferred from a sibling or from context.
constexpr std::string_view kInferredNote = "page is silent";

void readContractMember(Contract& contract, const std::string& member, const json& value, bool guarded) {
  if (member == "kind")
    contract.isCallback = value == "callback";
  else if (member == "params")
    contract.parameters = value.get<std::vector<std::string>>();
  else if (member == "pure")
    contract.isPure = value.get<bool>();
  else if (member == "alias_of")
    contract.alias = value.get<std::string>();
  else if (member == "note")
    contract.note = value.get<std::string>();
  else if (member == "confidence")
    contract.confidence = lookUp(kConfidences, value, "confidence");
  else if (member == "provided_by")
    contract.calledBySystem = value != "system";
  else if (member == "usual_max")
    contract.usualMaximum = readLevel(value);
  else if (member == "returns_at_entry_level")
    contract.mustReturnAtEntryLevel = value.get<bool>();
  else if (member == "effects")
    contract.terms.effects = readEffects(value, guarded);
  else if (member == "lock")
    contract.lock = readLock(value);
  else if (member == "conditions")
    for (const json& row : value) contract.conditions.push_back(readCondition(row));
  else if (member != "region" && !readTerm(contract.terms, member, value))
    throw BadRow("no such member");
}

// A row of any table, with what went wrong in it as an error that names the member.
template <typename Value, typename ReadMember>
Result<Value> readMembers(Value value, const json& row, ReadMember readMember) {
  std::string current;
  try {
    for (const auto& [member, part] : row.items()) {
      current = member;
      readMember(value, member, part);
    }
  } catch (const json::exception& error) {
    return Error(error.what()).within("member '" + current + "'");
  } catch (const BadRow& error) { return Error(error.what()).within("member '" + current + "'"); }
  return value;
}

void readSelector(const json& value, std::optional<std::uint32_t>& parameter, std::string& type) {
  parameter = readParameter(value.at("param"));
  type = value.at("type").get<std::string>();
}

template <typename Value>
std::optional<Error> errorOf(Result<Value> result, const std::string& key) {
  if (result) return std::nullopt;
  return std::move(result).error().within("'" + key + "'");
}

}  // namespace

Result<Contract> readContract(std::string_view name, const json& row) {
  Contract contract;
  contract.name = name;
  const bool guarded = row.contains("region");
  auto result =
      readMembers(std::move(contract), row, [guarded](Contract& c, const std::string& member, const json& value) {
        readContractMember(c, member, value, guarded);
      });
  if (!result) return result;
  if (result->note.starts_with(kInferredNote)) result->confidence = ContractConfidence::Inferred;
  // A row states where the level is kept once, for every way of raising it.
  for (ContractCondition& condition : result->conditions) {
    if (condition.terms.raises && !condition.terms.saves) condition.terms.saves = result->terms.saves;
  }
  return result;
}

Result<std::vector<Registration>> readRegistrations(const json& rows) {
  return readMembers(std::vector<Registration>(), rows, [](auto& list, const std::string&, const json& row) {
    Registration registration;
    for (const auto& [member, value] : row.items()) {
      if (member == "role")
        registration.role = value.template get<std::string>();
      else if (member == "irp_mj")
        registration.irpMajor = value.template get<std::string>();
      else if (member == "if_never_returned") {
        registration.otherField = value.at("field").template get<std::string>();
        registration.neverReturned = value.at("value").template get<std::string>();
      } else if (member == "irql_min")
        registration.minimum = readLevel(value);
      else if (member == "irql_max")
        registration.maximum = readLevel(value);
      else if (member == "usual_max")
        registration.usualMaximum = readLevel(value);
      else if (member == "direction")
        registration.driverCalls = value == "driver-calls";
      else if (member == "synchronous")
        registration.synchronous = value.template get<bool>();
      else if (member == "at_callers_level")
        registration.atCallersLevel = value.template get<bool>();
      else
        throw BadRow("no such member: '" + member + "'");
    }
    if (registration.atCallersLevel) registration.synchronous = true;
    list.push_back(std::move(registration));
  });
}

Result<Allocator> readAllocator(const json& row) {
  return readMembers(Allocator(), row, [](Allocator& allocator, const std::string& member, const json& value) {
    if (member == "pool")
      allocator.pool = lookUp(kPoolKinds, value, "kind of pool");
    else if (member == "selector")
      readSelector(value, allocator.selectorParameter, allocator.selectorType);
    else if (member == "size_param")
      allocator.sizeParameter = readParameter(value);
    else if (member == "list_param")
      allocator.listParameter = readParameter(value);
    else if (member == "when")
      checkCondition(allocator.when = value.get<std::string>());
    else if (member == "result" && value.is_object()) {
      allocator.resultParameter = readParameter(value.at("param"));
      allocator.resultField = value.value("field", std::string());
    }
  });
}

Result<Deallocator> readDeallocator(const json& row) {
  return readMembers(Deallocator(), row, [](Deallocator& deallocator, const std::string& member, const json& value) {
    if (member == "param")
      deallocator.parameter = readParameter(value);
    else if (member == "field")
      deallocator.field = value.get<std::string>();
  });
}

Result<LookasideList> readLookasideList(const json& row) {
  return readMembers(LookasideList(), row, [](LookasideList& list, const std::string& member, const json& value) {
    if (member == "param")
      list.parameter = readParameter(value);
    else if (member == "entries")
      list.entries = lookUp(kPoolKinds, value, "kind of pool");
    else if (member == "selector")
      readSelector(value, list.selectorParameter, list.selectorType);
  });
}

Result<SectionLock> readSectionLock(const json& row) {
  return readMembers(SectionLock(), row, [](SectionLock& lock, const std::string& member, const json& value) {
    if (member == "action")
      lock.action = lookUp(kSectionActions, value, "section action");
    else if (member == "param")
      lock.parameter = readParameter(value);
  });
}

Result<Creation> readCreation(const json& row) {
  return readMembers(Creation(), row, [](Creation& creation, const std::string& member, const json& value) {
    if (member == "config_param")
      creation.configParameter = readParameter(value);
    else if (member == "roles")
      creation.roles = value.get<std::vector<std::string>>();
    else if (member == "level")
      creation.level = readLevel(value);
    else if (member == "if_member") {
      creation.parameter = readParameter(value.at("param"));
      creation.field = value.at("field").get<std::string>();
      creation.value = value.value("value", std::string());
    } else if (member == "inherits") {
      creation.inheritedValue = value.at("value").get<std::string>();
      creation.inheritsFrom = value.at("api").get<std::string>();
    } else
      throw BadRow("no such member: '" + member + "'");
  });
}

std::optional<Error> checkRow(DdiTable table, const std::string& key, const json& row) {
  switch (table) {
    case DdiTable::Contracts: return errorOf(readContract(key, row), key);
    case DdiTable::ArgumentRoles:
    case DdiTable::FieldRoles: return errorOf(readRegistrations(row), key);
    case DdiTable::Allocators: return errorOf(readAllocator(row), key);
    case DdiTable::Deallocators: return errorOf(readDeallocator(row), key);
    case DdiTable::LookasideLists: return errorOf(readLookasideList(row), key);
    case DdiTable::SectionLocks: return errorOf(readSectionLock(row), key);
    case DdiTable::Creations: return errorOf(readCreation(row), key);
    case DdiTable::ResidentTypes:
    case DdiTable::ResidentInits:
    case DdiTable::Constants:
    case DdiTable::NameRules: return std::nullopt;
  }
  return Error("unknown table");
}

}  // namespace irqlint
