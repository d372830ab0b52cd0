#include "analyzer/ddi/ContractJson.h"

#include <utility>

#include "analyzer/ddi/Condition.h"
#include "analyzer/ddi/RowReader.h"

namespace irqlint {
namespace {

using nlohmann::json;

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
    {"requires-apcs-enabled", ContractEffect::RequiresApcsEnabled},
    {"returns-current-irql", ContractEffect::ReturnsCurrentIrql},
    {"asserts-paged-code", ContractEffect::AssertsPagedCode},
    {"locks-paged-code", ContractEffect::LocksPagedCode},
    {"raises-until-wait", ContractEffect::RaisesUntilWait},
    {"may-be-discarded", ContractEffect::MayBeDiscarded},
    {"wants-no-spin-lock", ContractEffect::WantsNoSpinLock},
    {"powers-up", ContractEffect::PowersUp},
    {"powers-down", ContractEffect::PowersDown},
    {"forbids-power-paging", ContractEffect::ForbidsPowerPaging},
    {"allows-power-paging", ContractEffect::AllowsPowerPaging},
    {"serves-paging-io", ContractEffect::ServesPagingIo},
    {"stores-pointer", ContractEffect::StoresPointer},
    {"borrows-args", ContractEffect::BorrowsArgs},
    {"runs-handed-work", ContractEffect::RunsHandedWork},
    {"no-paging-io", ContractEffect::NoPagingIo},
    {"registers-file-system", ContractEffect::RegistersFileSystem},
    {"opts-out-of-executable-pool", ContractEffect::OptsOutOfExecutablePool},
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

constexpr std::pair<std::string_view, bool> kKinds[] = {{"function", false}, {"macro", false}, {"callback", true}};

constexpr std::pair<std::string_view, ContractConfidence> kConfidences[] = {
    {"doc", ContractConfidence::Documented},
    {"header", ContractConfidence::Documented},
    {"curated", ContractConfidence::Curated},
};

LevelSource readLevelSource(const json& value) {
  if (value.is_object()) return {readParameter(value.at("param"))};
  return {readLevel(value)};
}

// saves: "return" or {"param": i, "deref": true}; restores: a parameter's number, or {"param": i, "member": name}.
LevelPlace readPlace(const json& value) {
  if (value == "return") return {LevelPlace::Kind::Return, 0, {}};
  if (value.is_number()) return {LevelPlace::Kind::Parameter, readParameter(value), {}};
  if (value.contains("member")) {
    return {LevelPlace::Kind::Member, readParameter(value.at("param")), {}, value.at("member").get<std::string>()};
  }
  const bool deref = value.value("deref", false);
  return {deref ? LevelPlace::Kind::Pointee : LevelPlace::Kind::Parameter, readParameter(value.at("param")), {}};
}

LevelPlace readLockPlace(const json& value) {
  return {LevelPlace::Kind::Lock, readParameter(value.at("param")), value.at("kind").get<std::string>()};
}

ContractEffects readEffects(const json& value, bool guarded) {
  ContractEffects effects = 0;
  if (!value.is_array()) throw BadRow("expected a list of effects");
  for (const auto& item : value.items()) {
    auto effect = inMember(item.key(), [&] { return lookUp(kEffects, item.value(), "effect"); });
    if (guarded && effect == ContractEffect::CriticalRegionEnter) effect = ContractEffect::GuardedRegionEnter;
    if (guarded && effect == ContractEffect::CriticalRegionLeave) effect = ContractEffect::GuardedRegionLeave;
    effects |= static_cast<ContractEffects>(effect);
  }
  return effects;
}

LockEffect readLock(const json& value) {
  const auto readMember = [](LockEffect& lock, const std::string& member, const json& part) {
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
    else if (member == "timeout")
      lock.timeoutParameter = readParameter(part);
    else
      throw BadRow("no such member");
  };
  LockEffect lock = readMembers(LockEffect(), value, readMember);
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

ContractCondition readCondition(const json& row) {
  const auto readMember = [](ContractCondition& condition, const std::string& member, const json& value) {
    if (member == "when")
      checkCondition(condition.when = value.get<std::string>());
    else if (member == "effects")
      condition.terms.effects = readEffects(value, false);
    else if (!(member == "raises" && value.is_null()) && !readTerm(condition.terms, member, value))
      throw BadRow("no such member");
  };
  auto condition = readMembers(ContractCondition(), row, readMember);
  if (condition.when.empty()) throw BadRow("'when' is missing");
  condition.replacesMinimum = row.contains("irql_min");
  condition.replacesMaximum = row.contains("irql_max");
  condition.replacesRaises = row.contains("raises");
  condition.replacesEffects = row.contains("effects");
  return condition;
}

void readConditions(const json& rows, std::vector<ContractCondition>& conditions) {
  if (!rows.is_array()) throw BadRow("expected a list of conditions");
  for (const auto& [index, row] : rows.items())
    conditions.push_back(inMember(index, [&row = row] { return readCondition(row); }));
}

// may_raise: true, false, or the condition of it.
std::optional<ContractCondition> readMayRaise(const json& value) {
  if (value == false) return std::nullopt;
  ContractCondition condition;
  if (value != true) checkCondition(condition.when = value.get<std::string>());
  return condition;
}

// Marks a level that was inferred from a sibling or from context.
constexpr std::string_view kInferredNote = "page is silent";

void readContractMember(Contract& contract, const std::string& member, const json& value, bool guarded) {
  if (member == "kind")
    contract.isCallback = lookUp(kKinds, value, "kind");
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
    expectWord(value, "system"), contract.calledBySystem = false;
  else if (member == "usual_max")
    contract.usualMaximum = readLevel(value);
  else if (member == "file_system_max")
    contract.fileSystemMaximum = readLevel(value);
  else if (member == "returns_at_entry_level")
    contract.mustReturnAtEntryLevel = value.get<bool>();
  else if (member == "effects")
    contract.terms.effects = readEffects(value, guarded);
  else if (member == "lock")
    contract.lock = readLock(value);
  else if (member == "notes_level")
    contract.notesLevel = readLockPlace(value);
  else if (member == "needs_noted_level")
    contract.needsNotedLevel = readLockPlace(value);
  else if (member == "may_raise")
    contract.mayRaise = readMayRaise(value);
  else if (member == "conditions")
    readConditions(value, contract.conditions);
  else if (member == "region")
    expectWord(value, "guarded");
  else if (!readTerm(contract.terms, member, value))
    throw BadRow("no such member");
}

}  // namespace

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

void checkCondition(const std::string& when) {
  if (const auto parsed = Condition::parse(when); !parsed) throw BadRow(parsed.error().message());
}

Contract contractFrom(std::string_view name, const json& row) {
  Contract contract;
  contract.name = name;
  const bool guarded = row.is_object() && row.contains("region");
  contract = readMembers(std::move(contract), row, [&](Contract& c, const std::string& member, const json& value) {
    readContractMember(c, member, value, guarded);
  });
  if (contract.note.starts_with(kInferredNote)) contract.confidence = ContractConfidence::Inferred;
  // A row states where the level is kept once, for every way of raising it.
  for (ContractCondition& condition : contract.conditions) {
    if (condition.terms.raises && !condition.terms.saves) condition.terms.saves = contract.terms.saves;
  }
  return contract;
}

}  // namespace irqlint
