// Every callback role with a known level is assigned to functions by some way drivers declare or register callbacks.
#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>

#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/ddi/EmbeddedTables.h"
#include "tests/LoweredTu.h"

namespace irqlint {
namespace {

using testing::Contains;
using testing::IsEmpty;

// The roles that some registration call or some member of a structure gives.
std::set<std::string> registeredRoles(const DdiDatabase& db) {
  std::set<std::string> roles;
  const auto addAll = [&](std::span<const Registration> rows) {
    for (const Registration& row : rows) {
      if (!row.driverCalls) roles.insert(row.role);
    }
  };
  for (const EmbeddedRow& row : embeddedTable(DdiTable::ArgumentRoles)) {
    const std::string_view key = row.key;
    const std::size_t hash = key.find('#');
    addAll(db.registrations(key.substr(0, hash), static_cast<std::uint32_t>(std::stoul(row.key + hash + 1))));
  }
  for (const EmbeddedRow& row : embeddedTable(DdiTable::FieldRoles)) {
    const std::string_view key = row.key;
    const std::size_t colons = key.find("::");
    addAll(db.fieldRegistrations(key.substr(0, colons), key.substr(colons + 2)));
  }
  return roles;
}

// The roles whose contract says at which level the system enters a function of theirs.
std::vector<std::string> rolesWithLevel(const DdiDatabase& db) {
  std::vector<std::string> roles;
  for (const EmbeddedRow& row : embeddedTable(DdiTable::Contracts)) {
    const Contract* role = db.contract(row.key);
    if (role->isCallback && role->calledBySystem && role->terms.maximum && role->alias.empty())
      roles.push_back(role->name);
  }
  return roles;
}

bool isMethod(std::string_view role) { return role.find("::") != std::string_view::npos; }

// Roles that are pointer types are no types to declare a function with; only a registration gives them.
bool namesPointer(std::string_view role) {
  static constexpr std::string_view kNoPointers[] = {"PO_FX_", "PROCESSOR_", "PEP_", "PCI_", "PNP_"};
  return role.starts_with('P') &&
         std::ranges::none_of(kNoPointers, [&](std::string_view prefix) { return role.starts_with(prefix); });
}

// Roles that neither a registration nor a header of the kit gives, by the beginning of their names, and why that is so.
struct Reason {
  std::string_view prefix;
  std::string_view why;
};
constexpr std::string_view kOtherHeader = "the function type is in the headers of a WDK only";
constexpr std::string_view kMingw = "the function type is in the headers of mingw-w64, which stand in for a WDK";
constexpr std::string_view kNoPage = "no page says how such a function is registered; a member of that type gives it";
constexpr Reason kReasons[] = {
    {"ACPI_OP_REGION_CALLBACK", kOtherHeader},
    {"DRIVER_DISPATCH_PAGED", "a DRIVER_DISPATCH by another type, which headers of a WDK declare"},
    {"DUMP_", kOtherHeader},
    {"DXGKDDI_", kOtherHeader},
    {"DXGK_BRIGHTNESS_", kOtherHeader},
    {"EVT_NET_", kOtherHeader},
    {"EVT_UCX_CONTROLLER_", kOtherHeader},
    {"EVT_UFX_DEVICE_TESTHOOK", kOtherHeader},
    {"EVT_VMB_", kOtherHeader},
    {"FN_VMB_", kOtherHeader},
    {"FPGA_", kOtherHeader},
    {"GET_UPDATED_BUS_RESOURCE", kOtherHeader},
    {"GET_VIRTUAL_", kOtherHeader},
    {"HWN_CLIENT_", kOtherHeader},
    {"IAdapterPnpManagement::", kOtherHeader},
    {"IDrmAudioStream::", kMingw},
    {"IMXF::", kMingw},
    {"IMiniport", kMingw},
    {"IMusicTechnology::", kMingw},
    {"IOMMU_", kOtherHeader},
    {"IPinCount::", kMingw},
    {"IPinName::", kOtherHeader},
    {"IPreFetchOffset::", kMingw},
    {"NDIS_PD_", kOtherHeader},
    {"NDK_FN_", kOtherHeader},
    {"PBUS_RESET_ROUTINE", kNoPage},
    {"PCMP_", kNoPage},
    {"PCW_CALLBACK", kMingw},
    {"PEPCALLBACKPOWERONCRASHDUMPDEVICE", kNoPage},
    {"PFNAVCINTERSECTHANDLER", kNoPage},
    {"PFNKSALLOCATOR", kNoPage},
    {"PFNKSPIN", kNoPage},
    {"PHW_RECEIVE_STREAM_", kNoPage},
    {"PHW_TIMER", kNoPage},
    {"PPHYSICAL_COUNTER_", kNoPage},
    {"PPO_ENUMERATE_INTERRUPT_SOURCE_CALLBACK", kNoPage},
    {"PROCESSOR_HALT_ROUTINE", kOtherHeader},
    {"SRIOV_", kOtherHeader},
    {"VPCI_", kOtherHeader},
    {"WMI_", kMingw},
};

bool hasReason(std::string_view role) {
  return std::ranges::any_of(kReasons, [&](const Reason& reason) { return role.starts_with(reason.prefix); });
}

// The words of all headers of the kit.
std::set<std::string, std::less<>> wordsOfKit() {
  std::set<std::string, std::less<>> words;
  std::error_code error;
  for (llvm::sys::fs::recursive_directory_iterator at(IRQLINT_SOURCE_DIR "/analyzer/frontend/headers", error), end;
       at != end && !error; at.increment(error)) {
    const auto text = llvm::MemoryBuffer::getFile(at->path());
    if (!text || llvm::sys::fs::is_directory(at->path())) continue;
    std::string word;
    for (const char c : (*text)->getBuffer().str() + ' ') {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_') {
        word += c;
      } else if (!word.empty()) {
        words.insert(std::exchange(word, {}));
      }
    }
  }
  return words;
}

TEST(CallbackRoles, EveryRoleIsAssignedOrHasAReason) {
  const DdiDatabase db;
  const std::set<std::string> registered = registeredRoles(db);
  const auto kit = wordsOfKit();
  ASSERT_TRUE(kit.contains("EVT_WDF_DRIVER_DEVICE_ADD"));
  // The kit's headers for audio circuits paste these names.
  constexpr std::string_view kPasted = "EVT_ACX_";
  std::vector<std::string> lost;
  std::set<std::string_view> used;
  for (const std::string& role : rolesWithLevel(db)) {
    if (registered.contains(role)) continue;
    const std::size_t colons = role.find("::");
    bool declared =
        colons != std::string::npos ? kit.contains(role.substr(0, colons)) : !namesPointer(role) && kit.contains(role);
    if (role.starts_with(kPasted)) declared = kit.contains(role.substr(kPasted.size()));
    if (!declared && !hasReason(role)) lost.push_back(role);
    for (const Reason& reason : kReasons) {
      if (!declared && role.starts_with(reason.prefix)) used.insert(reason.prefix);
    }
  }
  EXPECT_THAT(lost, IsEmpty());
  for (const Reason& reason : kReasons) EXPECT_TRUE(used.contains(reason.prefix)) << reason.prefix << " is needless";
}

// A function declared with the role's type has the role.
TEST(CallbackRoles, EveryFunctionTypeGivesItsRole) {
  const DdiDatabase db;
  std::string source;
  std::map<std::string, std::string> roleOf;
  for (const std::string& role : rolesWithLevel(db)) {
    if (isMethod(role) || namesPointer(role)) continue;
    const std::string function = "Callback" + std::to_string(roleOf.size());
    source += "typedef long " + role + "(void *Context);\n" + role + ' ' + function + ";\nlong " + function +
              "(void *Context) { return Context != 0; }\n";
    roleOf[function] = role;
  }
  EXPECT_GT(roleOf.size(), 900u);
  const TuSummary summary = loweredC(source);
  std::size_t seen = 0;
  for (const FunctionSummary& function : summary.functions) {
    const auto expected = roleOf.find(function.name);
    if (expected == roleOf.end()) continue;
    ++seen;
    EXPECT_THAT(function.roles, Contains(expected->second));
  }
  EXPECT_EQ(seen, roleOf.size());
}

// A member of a structure that has the pointer type of a role gives it, whatever the structure.
TEST(CallbackRoles, EveryFunctionTypeIsKnownByItsPointer) {
  const DdiDatabase db;
  for (const std::string& role : rolesWithLevel(db)) {
    if (isMethod(role) || namesPointer(role)) continue;
    EXPECT_EQ(db.roleOfType(role + " *"), role);
    // A pointer type that has a contract of its own comes first.
    const std::string pointer = "P" + role;
    if (db.contract(pointer) != nullptr) continue;
    EXPECT_EQ(db.roleOfType(pointer), role);
  }
}

}  // namespace
}  // namespace irqlint
