// Rows of the knowledge tables read as what the analysis speaks of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/ddi/DdiTables.h"
#include "analyzer/model/Contract.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// Every member of a row must be known, every level, effect and condition must read; the error names the member.
Result<Contract> readContract(std::string_view name, const nlohmann::json& row);

// One key's rows of the tables ArgumentRoles and FieldRoles, in order of role and IRP.
Result<std::vector<Registration>> readRegistrations(const nlohmann::json& rows);

Result<Allocator> readAllocator(const nlohmann::json& row);
Result<Deallocator> readDeallocator(const nlohmann::json& row);
Result<LookasideList> readLookasideList(const nlohmann::json& row);
Result<ObjectWait> readObjectWait(const nlohmann::json& row);
Result<SectionLock> readSectionLock(const nlohmann::json& row);
Result<Creation> readCreation(const nlohmann::json& row);
Result<PoolSelector> readPoolSelector(const nlohmann::json& row);
Result<PowerFlags> readPowerFlags(const nlohmann::json& row);
Result<PointerFlows> readPointerFlows(const nlohmann::json& row);

}  // namespace irqlint
