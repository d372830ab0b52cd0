#include "analyzer/ddi/DdiDatabase.h"

#include <algorithm>
#include <cctype>
#include <map>

#include <llvm/ADT/StringMap.h>
#include <nlohmann/json.hpp>

#include "analyzer/ddi/ContractJson.h"
#include "analyzer/ddi/DdiTables.h"
#include "analyzer/ddi/EmbeddedTables.h"
#include "analyzer/ddi/References.h"

namespace irqlint {
namespace {

using nlohmann::json;

// What has been read of one table; absent entries are remembered too. Its values stay where they are.
template <typename Value>
using Cache = llvm::StringMap<std::optional<Value>>;

// How names that begin alike relate to each other.
struct NameRule {
  std::string_view prefix;
  std::string twin;        // what the prefix may be replaced with; "" if nothing
  bool versioned = false;  // trailing digits are a version
};

// The rules that ship, then those of the user.
std::vector<NameRule> readNameRules(const DdiTables::Table& user) {
  std::vector<NameRule> rules;
  const auto add = [&](std::string_view prefix, const json& value) {
    rules.push_back({prefix, value.value("twin", std::string()), value.value("versioned", false)});
  };
  for (const EmbeddedRow& row : embeddedTable(DdiTable::NameRules)) add(row.key, json::parse(row.json, nullptr, false));
  for (const auto& [prefix, row] : user) add(prefix, row);
  return rules;
}

std::string_view withoutTrailingDigits(std::string_view name) {
  while (!name.empty() && std::isdigit(static_cast<unsigned char>(name.back()))) name.remove_suffix(1);
  return name;
}

std::string_view withoutUnderscores(std::string_view name) {
  while (name.starts_with('_')) name.remove_prefix(1);
  while (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

json shippedRow(DdiTable table, std::string_view key) {
  const char* text = embeddedRow(table, key);
  return text != nullptr ? json::parse(text, nullptr, false) : json();
}

// The names a record may be known by: as it is, without its version, with the first version.
std::vector<std::string> recordNames(std::string_view record) {
  const std::string name(withoutUnderscores(record));
  std::string base(withoutTrailingDigits(name));
  if (base.size() != name.size() && base.ends_with("_V")) base.resize(base.size() - 2);
  return {name, base, base + "_V1", base + "0"};
}

std::string argumentKey(std::string_view api, std::uint32_t parameter) {
  return std::string(api) + '#' + std::to_string(parameter);
}

}  // namespace

struct DdiDatabase::Impl {
  DdiTables user{shippedRow};  // whole rows: what ships, and what the user says of it
  Cache<Contract> contracts;
  Cache<std::vector<std::vector<Registration>>> argumentRoles;  // by API, by parameter
  Cache<std::vector<Registration>> fieldRoles;
  Cache<Registration> dispatchRows;
  Cache<Allocator> allocators;
  Cache<Deallocator> deallocators;
  Cache<LookasideList> lookasideLists;
  Cache<ObjectWait> objectWaits;
  Cache<SectionLock> sectionLocks;
  Cache<Creation> creations;
  Cache<PoolSelector> poolSelectors;
  Cache<PowerFlags> powerFlags;
  Cache<PointerFlows> pointerFlows;
  Cache<std::string> residentTypes;
  Cache<std::string> residentArguments;
  Cache<std::int64_t> constants;
  std::map<std::int64_t, std::string> irpMajorNames;
  std::vector<NameRule> nameRules = readNameRules({});

  bool isRow(DdiTable table, std::string_view key) const {
    return embeddedRow(table, key) != nullptr || user[table].contains(key);
  }

  // The row of exactly this key; null if there is none.
  json row(DdiTable table, std::string_view key) const {
    const auto patched = user[table].find(key);
    return patched != user[table].end() ? patched->second : shippedRow(table, key);
  }

  // The value of a named constant of conditions; nullopt if the name is none.
  std::optional<std::int64_t> constantValue(std::string_view name) const {
    const json number = row(DdiTable::Constants, name);
    if (number.is_number_integer()) return number.get<std::int64_t>();
    // A bare number is no name, though it reads as a level.
    if (name.empty() || std::isdigit(static_cast<unsigned char>(name.front()))) return std::nullopt;
    if (const auto level = parseIrql(name)) return *level;
    return std::nullopt;
  }

  // `name`, then the other spellings the name rules allow.
  std::vector<std::string> spellings(std::string_view name) const {
    std::vector<std::string> names{std::string(name)};
    if (const auto bare = withoutUnderscores(name); bare != name && !bare.empty()) names.emplace_back(bare);
    for (const NameRule& rule : nameRules) {
      if (!name.starts_with(rule.prefix)) continue;
      if (!rule.twin.empty()) names.push_back(rule.twin + std::string(name.substr(rule.prefix.size())));
      if (rule.versioned) {
        const std::string base(withoutTrailingDigits(name));
        if (base != name) names.push_back(base);
        names.push_back(base + '0');
      }
    }
    return names;
  }

  // The row of the contract with what its alias leaves out filled in from the target.
  json contractRow(std::string_view name) const {
    json own = row(DdiTable::Contracts, name);
    if (!own.is_object() || !own.contains("alias_of")) return own;
    json merged = row(DdiTable::Contracts, own["alias_of"].get<std::string>());
    if (!merged.is_object()) return own;
    merged.erase("note");
    merged.merge_patch(own);
    return merged;
  }

  const Contract* contract(std::string_view name) {
    return cached(contracts, name, [&](std::string_view key) -> std::optional<Contract> {
      for (const std::string& spelling : spellings(key)) {
        const json value = contractRow(spelling);
        if (value.is_null()) continue;
        auto read = readContract(key, value);
        if (read && read->alias.empty() && spelling != key) read->alias = spelling;
        return read ? std::optional(*std::move(read)) : std::nullopt;
      }
      return std::nullopt;
    });
  }

  template <typename Value, typename Read>
  static const Value* cached(Cache<Value>& cache, std::string_view key, Read read) {
    auto entry = cache.find(key);
    // Read first: reading one entry may look up others.
    if (entry == cache.end()) entry = cache.try_emplace(key, read(key)).first;
    return entry->second ? &*entry->second : nullptr;
  }

  // The names under which tables other than the contracts may know `api`.
  std::vector<std::string> apiNames(std::string_view api) {
    std::vector<std::string> names = spellings(api);
    if (const Contract* known = contract(api); known && !known->alias.empty()) names.push_back(known->alias);
    return names;
  }

  // The first row that is there under one of the names of `api`.
  template <typename Value, typename Reader>
  const Value* byApi(DdiTable table, Cache<Value>& cache, std::string_view api, Reader reader) {
    return cached(cache, api, [&](std::string_view) -> std::optional<Value> {
      for (const std::string& name : apiNames(api)) {
        const json value = row(table, name);
        if (value.is_null()) continue;
        auto read = reader(value);
        return read ? std::optional<Value>(*std::move(read)) : std::nullopt;
      }
      return std::nullopt;
    });
  }

  // Of each parameter of `api`, up to the last that has any: the first row under one of its names.
  std::vector<std::vector<Registration>> argumentRows(std::string_view api) {
    std::vector<std::vector<Registration>> rows;
    for (const std::string& name : apiNames(api)) {
      for (const std::string& key : keysBeginningWith(DdiTable::ArgumentRoles, name + '#')) {
        const std::size_t parameter = std::stoul(key.substr(name.size() + 1));
        rows.resize(std::max(rows.size(), parameter + 1));
        if (!rows[parameter].empty()) continue;
        if (auto found = registrations(DdiTable::ArgumentRoles, key)) rows[parameter] = *std::move(found);
      }
    }
    return rows;
  }

  // The keys of `table` that begin with `prefix`.
  std::vector<std::string> keysBeginningWith(DdiTable table, std::string_view prefix) const {
    std::vector<std::string> keys;
    const std::span<const EmbeddedRow> shipped = embeddedTable(table);
    for (auto row = std::ranges::lower_bound(shipped, prefix, {},
                                             [](const EmbeddedRow& r) { return std::string_view(r.key); });
         row != shipped.end() && std::string_view(row->key).starts_with(prefix); ++row) {
      keys.emplace_back(row->key);
    }
    for (auto row = user[table].lower_bound(std::string(prefix));
         row != user[table].end() && row->first.starts_with(prefix); ++row) {
      if (embeddedRow(table, row->first) == nullptr) keys.push_back(row->first);
    }
    return keys;
  }

  std::optional<std::vector<Registration>> registrations(DdiTable table, const std::string& key) const {
    const json value = row(table, key);
    if (!value.is_object()) return std::nullopt;
    auto read = readRegistrations(value);
    return read ? std::optional(*std::move(read)) : std::nullopt;
  }
};

DdiDatabase::DdiDatabase() : impl_(std::make_unique<Impl>()) {}
DdiDatabase::~DdiDatabase() = default;

std::optional<Error> DdiDatabase::extend(std::string_view text) {
  if (auto error = impl_->user.merge(text)) return error;
  impl_->nameRules = readNameRules(impl_->user[DdiTable::NameRules]);
  return checkReferences(
      text, {.isContract = [this](std::string_view name) { return impl_->isRow(DdiTable::Contracts, name); },
             .isConstant = [this](std::string_view name) { return impl_->constantValue(name).has_value(); },
             .contract = [this](std::string_view name) { return readContract(name, impl_->contractRow(name)); }});
}

const Contract* DdiDatabase::contract(std::string_view name) const { return impl_->contract(name); }

std::string DdiDatabase::roleOfType(std::string_view type) const {
  // The last word that is no qualifier names the type: "const struct X *" is X.
  std::string name;
  std::string word;
  for (const char c : std::string(type) + ' ') {
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '_') {
      word += c;
      continue;
    }
    if (!word.empty() && word != "const" && word != "volatile" && word != "struct") name = word;
    word.clear();
    if (c == '(') return {};  // a function pointer written out
  }
  // Conventions of the headers: PX and PFN_X point to X, PFN_WDF_X to EVT_WDF_X.
  std::vector<std::string> candidates{name};
  if (name.starts_with("PFN_")) candidates.insert(candidates.end(), {name.substr(4), "EVT_" + name.substr(4)});
  if (name.starts_with('P')) candidates.push_back(name.substr(1));
  std::string role;
  for (const std::string& candidate : candidates) {
    if (!impl_->isRow(DdiTable::Contracts, candidate)) continue;
    const Contract* known = contract(candidate);
    if (known == nullptr || !known->isCallback) continue;
    // Of namesakes, one whose levels are stated somewhere is worth more.
    if (known->terms.maximum && known->confidence != ContractConfidence::Inferred) return candidate;
    if (role.empty()) role = candidate;
  }
  return role;
}

std::span<const Registration> DdiDatabase::registrations(std::string_view api, std::uint32_t parameter) const {
  const auto* rows = Impl::cached(impl_->argumentRoles, api,
                                  [&](std::string_view key) { return std::optional(impl_->argumentRows(key)); });
  if (parameter >= rows->size()) return {};
  return (*rows)[parameter];
}

std::span<const Registration> DdiDatabase::fieldRegistrations(std::string_view record, std::string_view field) const {
  const std::string key = std::string(record) + "::" + std::string(field);
  const auto* found =
      Impl::cached(impl_->fieldRoles, key, [&](std::string_view) -> std::optional<std::vector<Registration>> {
        for (const std::string& name : recordNames(record)) {
          for (const char* suffix : {"", "[]"}) {
            if (auto rows = impl_->registrations(DdiTable::FieldRoles, name + "::" + std::string(field) + suffix))
              return rows;
          }
        }
        return std::nullopt;
      });
  return found ? std::span<const Registration>(*found) : std::span<const Registration>();
}

const Registration* DdiDatabase::dispatchRow(std::string_view role, std::string_view irpMajor) const {
  const std::string key = std::string(role) + '#' + std::string(irpMajor);
  return Impl::cached(impl_->dispatchRows, key, [&](std::string_view) -> std::optional<Registration> {
    for (const EmbeddedRow& entry : embeddedTable(DdiTable::FieldRoles)) {
      if (std::string_view(entry.json).find(irpMajor) == std::string_view::npos) continue;
      const auto rows = impl_->registrations(DdiTable::FieldRoles, entry.key);
      if (!rows) continue;
      for (const Registration& row : *rows) {
        if (row.role == role && row.irpMajor == irpMajor) return row;
      }
    }
    return std::nullopt;
  });
}

bool DdiDatabase::callsSynchronously(std::string_view api, std::uint32_t parameter) const {
  return std::ranges::any_of(registrations(api, parameter), &Registration::synchronous);
}

const Allocator* DdiDatabase::allocator(std::string_view api) const {
  return impl_->byApi(DdiTable::Allocators, impl_->allocators, api, readAllocator);
}

const Deallocator* DdiDatabase::deallocator(std::string_view api) const {
  return impl_->byApi(DdiTable::Deallocators, impl_->deallocators, api, readDeallocator);
}

const LookasideList* DdiDatabase::lookasideList(std::string_view api) const {
  return impl_->byApi(DdiTable::LookasideLists, impl_->lookasideLists, api, readLookasideList);
}

const ObjectWait* DdiDatabase::objectWait(std::string_view api) const {
  return impl_->byApi(DdiTable::ObjectWaits, impl_->objectWaits, api, readObjectWait);
}

const SectionLock* DdiDatabase::sectionLock(std::string_view api) const {
  return impl_->byApi(DdiTable::SectionLocks, impl_->sectionLocks, api, readSectionLock);
}

const Creation* DdiDatabase::creation(std::string_view api) const {
  return impl_->byApi(DdiTable::Creations, impl_->creations, api, readCreation);
}

const PoolSelector* DdiDatabase::poolSelector(std::string_view type) const {
  return impl_->byApi(DdiTable::PoolSelectors, impl_->poolSelectors, type, readPoolSelector);
}

const PointerFlows* DdiDatabase::pointerFlows(std::string_view api) const {
  return impl_->byApi(DdiTable::PointerFlows, impl_->pointerFlows, api, readPointerFlows);
}

const PowerFlags* DdiDatabase::powerFlags(std::string_view record, std::string_view field) const {
  const std::string key = std::string(withoutUnderscores(record)) + "::" + std::string(field);
  return Impl::cached(impl_->powerFlags, key, [&](std::string_view name) -> std::optional<PowerFlags> {
    const json value = impl_->row(DdiTable::PowerFlags, std::string(name));
    if (value.is_null()) return std::nullopt;
    auto read = readPowerFlags(value);
    return read ? std::optional<PowerFlags>(*std::move(read)) : std::nullopt;
  });
}

bool DdiDatabase::holdsUserAddress(std::string_view record, std::string_view field,
                                   const std::function<bool(std::string_view role)>& enters) const {
  const json row = impl_->row(DdiTable::PointerFlows, std::string(record) + "::" + std::string(field));
  if (!row.is_object() || !row.contains("holds")) return false;
  const json others = row.value("unless_entered", json::array());
  return std::ranges::none_of(others, [&](const json& role) { return enters(role.get<std::string>()); });
}

std::string_view DdiDatabase::whyResident(std::string_view type) const {
  const auto* why = Impl::cached(impl_->residentTypes, withoutUnderscores(type), [&](std::string_view name) {
    const json value = impl_->row(DdiTable::ResidentTypes, name);
    return value.is_object() ? std::optional(value.value("why", std::string())) : std::nullopt;
  });
  return why ? std::string_view(*why) : std::string_view();
}

std::string_view DdiDatabase::residentArgument(std::string_view api, std::uint32_t parameter) const {
  const auto* type = Impl::cached(
      impl_->residentArguments, argumentKey(api, parameter), [&](std::string_view) -> std::optional<std::string> {
        for (const std::string& name : impl_->apiNames(api)) {
          const json value = impl_->row(DdiTable::ResidentInits, argumentKey(name, parameter));
          if (value.is_object()) return value.value("type", std::string());
        }
        return std::nullopt;
      });
  return type ? std::string_view(*type) : std::string_view();
}

std::optional<std::int64_t> DdiDatabase::constant(std::string_view name) const {
  const auto* value =
      Impl::cached(impl_->constants, name, [this](std::string_view key) { return impl_->constantValue(key); });
  return value ? std::optional(*value) : std::nullopt;
}

std::string_view DdiDatabase::irpMajorName(std::int64_t code) const {
  constexpr std::string_view kPrefix = "IRP_MJ_";
  if (impl_->irpMajorNames.empty()) {
    for (const EmbeddedRow& row : embeddedTable(DdiTable::Constants)) {
      if (std::string_view(row.key).starts_with(kPrefix)) impl_->irpMajorNames.emplace(*constant(row.key), row.key);
    }
  }
  const auto name = impl_->irpMajorNames.find(code);
  return name == impl_->irpMajorNames.end() ? std::string_view() : std::string_view(name->second);
}

bool DdiDatabase::isPageableSection(std::string_view section) { return section.starts_with("PAGE"); }

bool DdiDatabase::isDiscardableSection(std::string_view section) {
  return section == "INIT" || section == "GFIDS" || section == ".rsrc" || section == ".reloc";
}

}  // namespace irqlint
