// The rows of all tables but that of contracts.
#include <algorithm>
#include <initializer_list>
#include <utility>

#include "analyzer/ddi/ContractJson.h"
#include "analyzer/ddi/RowReader.h"

namespace irqlint {
namespace {

using nlohmann::json;

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

void readSelector(const json& value, std::optional<std::uint32_t>& parameter, std::string& type) {
  parameter = readParameter(value.at("param"));
  type = value.at("type").get<std::string>();
}

// Members that inform a reader of the data.
void expectProse(const std::string& member, std::initializer_list<std::string_view> prose) {
  if (std::ranges::find(prose, member) == prose.end()) throw BadRow("no such member");
}

Registration registrationFrom(const json& row) {
  const auto readMember = [](Registration& registration, const std::string& member, const json& value) {
    if (member == "role")
      registration.role = value.get<std::string>();
    else if (member == "irp_mj")
      registration.irpMajor = value.get<std::string>();
    else if (member == "if_never_returned") {
      registration.otherField = value.at("field").get<std::string>();
      registration.neverReturned = value.at("value").get<std::string>();
      registration.returnedInstead = value.value("instead", std::string());
    } else if (member == "irql_min")
      registration.minimum = readLevel(value);
    else if (member == "irql_max")
      registration.maximum = readLevel(value);
    else if (member == "usual_max")
      registration.usualMaximum = readLevel(value);
    else if (member == "direction")
      expectWord(value, "driver-calls"), registration.driverCalls = true;
    else if (member == "synchronous")
      registration.synchronous = value.get<bool>();
    else if (member == "by_power_flags")
      registration.byPowerFlags = value.get<bool>();
    else if (member == "no_paging_io")
      registration.noPagingIo = value.get<bool>();
    else if (member == "apcs_enabled")
      registration.apcsEnabled = value.get<bool>();
    else if (member == "at_callers_level")
      registration.atCallersLevel = value.get<bool>();
    else
      throw BadRow("no such member");
  };
  auto registration = readMembers(Registration(), row, readMember);
  if (registration.atCallersLevel) registration.synchronous = true;
  return registration;
}

Allocator allocatorFrom(const json& row) {
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
      allocator.resultRecord = value.value("record", std::string());
    } else if (member == "result")
      expectWord(value, "return");
    else if (member == "handle_param")
      allocator.handleParameter = readParameter(value);
    else if (member == "tag_param")
      allocator.tagParameter = readParameter(value);
    else if (member == "deprecated")
      allocator.isDeprecated = value.get<bool>();
    else
      expectProse(member, {"zeroes", "may_raise", "buffer"});
  });
}

Deallocator deallocatorFrom(const json& row) {
  return readMembers(Deallocator(), row, [](Deallocator& deallocator, const std::string& member, const json& value) {
    if (member == "param")
      deallocator.parameter = readParameter(value);
    else if (member == "field")
      deallocator.field = value.get<std::string>();
    else
      expectProse(member, {"frees", "limit", "tag_param"});
  });
}

LookasideList lookasideListFrom(const json& row) {
  return readMembers(LookasideList(), row, [](LookasideList& list, const std::string& member, const json& value) {
    if (member == "param")
      list.parameter = readParameter(value);
    else if (member == "entries")
      list.entries = lookUp(kPoolKinds, value, "kind of pool");
    else if (member == "selector")
      readSelector(value, list.selectorParameter, list.selectorType);
    else
      throw BadRow("no such member");
  });
}

ObjectWait objectWaitFrom(const json& row) {
  return readMembers(ObjectWait(), row, [](ObjectWait& wait, const std::string& member, const json& value) {
    if (member == "object_param")
      wait.objectParameter = readParameter(value);
    else if (member == "several")
      wait.isOfSeveral = value.get<bool>();
    else if (member == "mode_param")
      wait.modeParameter = readParameter(value);
    else
      throw BadRow("no such member");
  });
}

SectionLock sectionLockFrom(const json& row) {
  return readMembers(SectionLock(), row, [](SectionLock& lock, const std::string& member, const json& value) {
    if (member == "action")
      lock.action = lookUp(kSectionActions, value, "section action");
    else if (member == "param")
      lock.parameter = readParameter(value);
    else
      throw BadRow("no such member");
  });
}

// One choice from the members of a row, and those of its "else".
void readChoice(std::vector<LevelChoice>& choices, std::size_t index, const std::string& member, const json& value) {
  if (choices.size() <= index) choices.resize(index + 1);
  LevelChoice& choice = choices[index];
  if (member == "level") {
    choice.level = readLevel(value);
  } else if (member == "if_member") {
    choice.parameter = readParameter(value.at("param"));
    choice.field = value.at("field").get<std::string>();
    if (value.contains("value")) choice.values = {value.at("value").get<std::string>()};
    if (value.contains("values")) choice.values = value.at("values").get<std::vector<std::string>>();
  } else if (member == "inherits") {
    choice.inheritedValue = value.at("value").get<std::string>();
    choice.inheritsFrom = value.at("api").get<std::string>();
  } else if (member == "else") {
    for (const auto& [name, part] : value.items()) readChoice(choices, index + 1, name, part);
  } else {
    throw BadRow("no such member");
  }
}

Creation creationFrom(const json& row) {
  return readMembers(Creation(), row, [](Creation& creation, const std::string& member, const json& value) {
    if (member == "config_param")
      creation.configParameter = readParameter(value);
    else if (member == "roles")
      creation.roles = value.get<std::vector<std::string>>();
    else
      readChoice(creation.choices, 0, member, value);
  });
}

// What `read` returns or throws.
template <typename Read>
auto caught(Read read) -> Result<decltype(read())> {
  try {
    return read();
  } catch (const BadRow& bad) { return Error(bad.what()).within(bad.field.to_string()); }
}

PoolSelector poolSelectorFrom(const json& row) {
  return readMembers(PoolSelector(), row, [](PoolSelector& selector, const std::string& member, const json& value) {
    if (member == "paged")
      selector.paged = value.get<std::uint64_t>();
    else if (member == "nonpaged")
      selector.nonPaged = value.get<std::uint64_t>();
    else if (member == "executable")
      selector.executable = value.get<std::uint64_t>();
    else if (member == "no_execute")
      selector.noExecute = value.get<std::uint64_t>();
    else if (member == "else")
      selector.otherwise = lookUp(kPoolKinds, value, "kind of pool");
    else
      throw BadRow("no such member");
  });
}

PowerFlags powerFlagsFrom(const json& row) {
  return readMembers(PowerFlags(), row, [](PowerFlags& flags, const std::string& member, const json& value) {
    if (member == "pageable")
      flags.pageable = value.get<std::uint64_t>();
    else if (member == "inrush")
      flags.inrush = value.get<std::uint64_t>();
    else
      throw BadRow("no such member");
  });
}

// "return", "user-address", "2" for an argument, "*2" for what it points to.
PointerFlows::End endFrom(const json& value) {
  const auto text = value.get<std::string>();
  if (text == "return") return {PointerFlows::End::Kind::Return, 0};
  if (text == "user-address") return {PointerFlows::End::Kind::UserAddress, 0};
  const bool isPointee = text.starts_with('*');
  const json number = json::parse(text.substr(isPointee ? 1 : 0), nullptr, false);
  if (!number.is_number_unsigned()) throw BadRow("no end of a flow: return, user-address, an argument or *argument");
  return {isPointee ? PointerFlows::End::Kind::Pointee : PointerFlows::End::Kind::Argument, readParameter(number)};
}

PointerFlows pointerFlowsFrom(const json& row) {
  return readMembers(PointerFlows(), row, [](PointerFlows& flows, const std::string& member, const json& value) {
    if (member == "flows") {
      for (const json& flow : value) {
        const PointerFlows::End to = endFrom(flow.at(1));
        if (to.kind != PointerFlows::End::Kind::Return && to.kind != PointerFlows::End::Kind::Pointee) {
          throw BadRow("a flow ends in the result or in what an argument points to");
        }
        flows.flows.push_back({endFrom(flow.at(0)), to});
      }
    } else if (member == "contexts") {
      for (const json& context : value) {
        flows.contexts.push_back({readParameter(context.at("callback_param")), readParameter(context.at("param")),
                                  readParameter(context.at("receives"))});
      }
    } else if (member == "holds") {
      expectWord(value, "user-address");  // of a record's member
    } else if (member == "unless_entered") {
      static_cast<void>(value.get<std::vector<std::string>>());  // likewise
    } else {
      throw BadRow("no such member");
    }
  });
}

}  // namespace

Result<Contract> readContract(std::string_view name, const json& row) {
  return caught([&] { return contractFrom(name, row); });
}

Result<std::vector<Registration>> readRegistrations(const json& rows) {
  return caught([&] {
    std::vector<Registration> list;
    for (const auto& [variant, row] : rows.items()) list.push_back(registrationFrom(row));
    return list;
  });
}

Result<Allocator> readAllocator(const json& row) {
  return caught([&] { return allocatorFrom(row); });
}

Result<Deallocator> readDeallocator(const json& row) {
  return caught([&] { return deallocatorFrom(row); });
}

Result<LookasideList> readLookasideList(const json& row) {
  return caught([&] { return lookasideListFrom(row); });
}

Result<ObjectWait> readObjectWait(const json& row) {
  return caught([&] { return objectWaitFrom(row); });
}

Result<SectionLock> readSectionLock(const json& row) {
  return caught([&] { return sectionLockFrom(row); });
}

Result<Creation> readCreation(const json& row) {
  return caught([&] { return creationFrom(row); });
}

Result<PoolSelector> readPoolSelector(const json& row) {
  return caught([&] { return poolSelectorFrom(row); });
}

Result<PowerFlags> readPowerFlags(const json& row) {
  return caught([&] { return powerFlagsFrom(row); });
}

Result<PointerFlows> readPointerFlows(const json& row) {
  return caught([&] { return pointerFlowsFrom(row); });
}

void checkRow(DdiTable table, const std::string& key, const json& row) {
  switch (table) {
    case DdiTable::Contracts: contractFrom(key, row); return;
    case DdiTable::ArgumentRoles:
    case DdiTable::FieldRoles:
      for (const auto& [variant, registration] : row.items()) registrationFrom(registration);
      return;
    case DdiTable::Allocators: allocatorFrom(row); return;
    case DdiTable::Deallocators: deallocatorFrom(row); return;
    case DdiTable::LookasideLists: lookasideListFrom(row); return;
    case DdiTable::ObjectWaits: objectWaitFrom(row); return;
    case DdiTable::SectionLocks: sectionLockFrom(row); return;
    case DdiTable::Creations: creationFrom(row); return;
    case DdiTable::PoolSelectors: poolSelectorFrom(row); return;
    case DdiTable::PowerFlags: powerFlagsFrom(row); return;
    case DdiTable::PointerFlows: pointerFlowsFrom(row); return;
    case DdiTable::ResidentTypes:
    case DdiTable::ResidentInits:
    case DdiTable::Constants:
    case DdiTable::NameRules: return;
  }
}

}  // namespace irqlint
