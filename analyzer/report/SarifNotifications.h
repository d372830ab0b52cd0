// What a SARIF run says about itself: what could not be analysed, and how much was.
#pragma once

#include <nlohmann/json.hpp>

#include "analyzer/model/Finding.h"
#include "analyzer/report/SarifLocations.h"

namespace irqlint {

// tool.driver.notifications.
nlohmann::ordered_json sarifNotificationDescriptors();

// The run's invocation, with a notification for everything that was not analysed.
nlohmann::ordered_json sarifInvocation(const Report& report, SarifLocations& locations);

// run.properties.irqlint: the same in numbers.
nlohmann::ordered_json sarifCoverage(const Coverage& coverage);

}  // namespace irqlint
