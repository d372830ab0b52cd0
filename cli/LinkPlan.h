// What `irqlint plan` says of drivers, for `irqlint link`.
#pragma once

#include <string>
#include <vector>

#include <llvm/ADT/StringRef.h>

#include "analyzer/project/Driver.h"
#include "analyzer/support/Result.h"

namespace irqlint {

struct LinkPlan {
  // Without commands: the units stand for them.
  DriverSet set;
  // For each driver the files that `irqlint extract` writes, in extractionOrder(). Relative to the plan's folder where
  // they are not absolute.
  std::vector<std::vector<std::string>> units;
  std::string sourceRoot;  // as in Report
};

// Fails if a text is not UTF-8.
Result<std::string> linkPlanToJson(const LinkPlan& plan);
// The error names the member and what is wrong with it.
Result<LinkPlan> linkPlanFromJson(llvm::StringRef text);

// The plan that `paths` name: a plan's file, or the files of one driver's units.
Result<LinkPlan> readLinkPlan(const std::vector<std::string>& paths, const std::string& sourceRoot);

}  // namespace irqlint
