// What was found in drivers, kept from run to run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzer/model/Finding.h"
#include "analyzer/project/Driver.h"
#include "analyzer/support/Digest.h"
#include "cli/UnitReader.h"
#include "rules/RuleRunner.h"

namespace irqlint {

struct DriverResult {
  Coverage coverage;
  DriverFindings found;
};

// Results are told apart by the summaries of the driver's units in their order, the user's contracts, the kind of rules
// and the build of this program. Nothing else decides them.
class DriverResults {
 public:
  // The contracts are files that could be read. `reader` has looked the units up, or read them, when it is asked.
  DriverResults(UnitReader& reader, const std::vector<std::string>& contracts, RuleKind kind);

  std::optional<DriverResult> find(const Driver& driver) const;
  // Not kept if a unit of the driver is not.
  void store(const Driver& driver, const DriverResult& result) const;

 private:
  std::optional<Digest> keyOf(const Driver& driver) const;

  UnitReader& reader_;
  Digest basis_;
};

// For tests: the same bytes for the same result; whatever bytes there are may be given.
std::string resultToBytes(const DriverResult& result);
std::optional<DriverResult> resultFromBytes(llvm::StringRef bytes);

}  // namespace irqlint
