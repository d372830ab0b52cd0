#include "rules/AllocationRules.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace irqlint {
namespace {

// Places that one finding links to: viewers list them all.
constexpr std::size_t kShown = 20;

}  // namespace

void reportByAllocator(const AnalyzedProgram& analyzed, const std::function<bool(const AllocationSite&)>& wanted,
                       const std::string& messageTemplate, const std::string& help, FindingSink& sink) {
  const Program& program = analyzed.program();
  std::map<std::string, std::vector<AllocationSite>> byAllocator;
  for (AllocationSite& site : analyzed.memory().allocations()) {
    if (wanted(site)) byAllocator[site.api].push_back(std::move(site));
  }
  for (const auto& [api, sites] : byAllocator) {
    Finding finding;
    finding.severity = Severity::Error;  // as high as the rule's own
    finding.location = program.locate(sites.front().location);
    finding.arguments = {api};
    finding.messageId = sites.size() > 1 ? "several" : "default";
    finding.messageTemplate = messageTemplate;
    for (std::size_t i = 1; i < std::min(sites.size(), kShown); ++i) {
      finding.relatedLocations.push_back({program.locate(sites[i].location), "'" + api + "' again"});
    }
    if (sites.size() > 1) {
      finding.messageTemplate += " It is [called so](1) " + std::to_string(sites.size() - 1) +
                                 (sites.size() == 2 ? " more time." : " more times.");
    }
    finding.help = help;
    finding.fingerprint = program[sites.front().function].summary.identity + "|" + api;
    sink.report(std::move(finding));
  }
}

}  // namespace irqlint
