// Names of one function say the same: what differs between a name and the one it stands for needs a reason.
#include <array>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/ddi/EmbeddedTables.h"

namespace irqlint {
namespace {

// How a name is made from another one for the same function.
struct Family {
  const char* name;
  const char* other;  // with $1 for what they share
};

constexpr Family kFamilies[] = {
    {"Nt([A-Z]\\w+)", "Zw$1"},    {"Kf([A-Z]\\w+)", "Ke$1"},         {"Iof([A-Z]\\w+)", "Io$1"},
    {"Exf([A-Z]\\w+)", "Ex$1"},   {"Obf([A-Z]\\w+)", "Ob$1"},        {"Rtl(Copy|Fill|Move|Zero)Bytes", "Rtl$1Memory"},
    {"_(Interlocked\\w+)", "$1"}, {"(Fwp[sm][A-Z]\\w+)[0-9]", "$1"}, {"(Fwp[sm][A-Z]\\w+)[1-9]", "$010"},
};

enum class Part : std::uint8_t { Minimum, Maximum, Raises, Saves, Restores, Lowers, Effects, Conditions, Lock };

struct Difference {
  const char* names;
  Part part;
  const char* reason;
};

constexpr Difference kDifferences[] = {
    {"Kf(AcquireSpinLock|RaiseIrql)", Part::Saves, "return the level that the macro writes through its argument"},
    {"Nt(Commit|Create|Enumerate|Get|Open|PrePrepare|Prepare|Query|ReadOnly|Recover|Rollback|Rollforward|Set|Single)"
     "(\\w*(Enlistment|Transaction|TransactionManager|ResourceManager|TransactionObject)|Complete|PhaseReject)",
     Part::Maximum,
     "the headers allow the services of transactions at APC_LEVEL, their Zw twins at PASSIVE_LEVEL only"},
    {"NtPowerInformation", Part::Maximum,
     "the header allows the service at APC_LEVEL, its Zw twin at PASSIVE_LEVEL only"},
    {"NtCreateSection", Part::Maximum, "the header allows the Zw twin at APC_LEVEL, the page of the service does not"},
};

std::set<std::string> otherNames(const Contract& contract, const std::vector<std::regex>& families) {
  std::set<std::string> names;
  if (!contract.alias.empty()) names.insert(contract.alias);
  for (std::size_t i = 0; i < std::size(kFamilies); ++i) {
    if (std::regex_match(contract.name, families[i])) {
      names.insert(std::regex_replace(contract.name, families[i], kFamilies[i].other));
    }
  }
  return names;
}

std::set<Part> differences(const Contract& a, const Contract& b) {
  std::set<Part> parts;
  const auto compare = [&](Part part, bool same) {
    if (!same) parts.insert(part);
  };
  compare(Part::Minimum, a.terms.minimum.value_or(kPassiveLevel) == b.terms.minimum.value_or(kPassiveLevel));
  compare(Part::Maximum, a.terms.maximum == b.terms.maximum);
  compare(Part::Raises, a.terms.raises == b.terms.raises);
  compare(Part::Saves, a.terms.saves == b.terms.saves);
  compare(Part::Restores, a.terms.restores == b.terms.restores);
  compare(Part::Lowers, a.terms.lowers == b.terms.lowers);
  compare(Part::Effects, a.terms.effects == b.terms.effects);
  compare(Part::Conditions, a.conditions.size() == b.conditions.size());
  compare(Part::Lock, a.lock == b.lock);
  return parts;
}

TEST(AliasContracts, NamesOfOneFunctionSayTheSame) {
  const DdiDatabase db;
  std::vector<std::regex> families;
  for (const Family& family : kFamilies) families.emplace_back(family.name);
  std::set<const Difference*> used;
  std::size_t pairs = 0;
  for (const EmbeddedRow& row : embeddedTable(DdiTable::Contracts)) {
    const Contract& contract = *db.contract(row.key);
    if (contract.isCallback) continue;
    for (const std::string& name : otherNames(contract, families)) {
      if (embeddedRow(DdiTable::Contracts, name) == nullptr) continue;
      ++pairs;
      for (const Part part : differences(contract, *db.contract(name))) {
        const auto known = std::ranges::find_if(kDifferences, [&](const Difference& difference) {
          return difference.part == part && std::regex_match(contract.name, std::regex(difference.names));
        });
        EXPECT_NE(known, std::end(kDifferences)) << contract.name << " and " << name << " differ in part "
                                                 << static_cast<int>(part) << "; make them equal, or say why not";
        if (known != std::end(kDifferences)) used.insert(known);
      }
    }
  }
  EXPECT_GT(pairs, 400u);
  for (const Difference& difference : kDifferences) {
    EXPECT_TRUE(used.contains(&difference)) << difference.names << " do not differ any more";
  }
}

// Drivers write these as functions; headers make macros of them over other names.
TEST(AliasContracts, MacrosAreKnownByTheNameInTheSource) {
  const DdiDatabase db;
  constexpr std::array kPairs{
      std::pair{"KeAcquireSpinLock", "KeAcquireSpinLockRaiseToDpc"},
      std::pair{"KeReleaseSpinLock", "KfReleaseSpinLock"},
      std::pair{"IoCallDriver", "IofCallDriver"},
      std::pair{"IoCompleteRequest", "IofCompleteRequest"},
      std::pair{"KeRaiseIrql", "KfRaiseIrql"},
      std::pair{"KeLowerIrql", "KfLowerIrql"},
      std::pair{"ObDereferenceObject", "ObfDereferenceObject"},
  };
  for (const auto& [macro, function] : kPairs) {
    ASSERT_NE(embeddedRow(DdiTable::Contracts, macro), nullptr) << macro;
    ASSERT_NE(embeddedRow(DdiTable::Contracts, function), nullptr) << function;
    std::set<Part> parts = differences(*db.contract(macro), *db.contract(function));
    parts.erase(Part::Saves);  // through an argument, or as the result
    EXPECT_TRUE(parts.empty()) << macro << " and " << function;
  }
}

}  // namespace
}  // namespace irqlint
