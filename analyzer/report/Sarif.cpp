#include <map>
#include <string>
#include <vector>

#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/xxhash.h>
#include <nlohmann/json.hpp>

#include "analyzer/report/LineHashes.h"
#include "analyzer/report/Report.h"
#include "analyzer/report/SarifLocations.h"
#include "analyzer/report/SarifNotifications.h"
#include "analyzer/report/SarifRules.h"
#include "analyzer/report/SarifText.h"

namespace irqlint {
namespace {

using json = nlohmann::ordered_json;

// Longer code flows lose their middle: viewers show a hundred steps, and nobody reads more.
constexpr std::size_t kMaxSteps = 100;
constexpr std::size_t kStepsBeforeGap = 40;

// What the findings are about; validators want an address.
constexpr const char* kInformationUri =
    "https://learn.microsoft.com/windows-hardware/drivers/kernel/managing-hardware-priorities";

std::string_view importanceName(Importance importance) {
  constexpr std::string_view kNames[] = {"unimportant", "important", "essential"};
  return kNames[static_cast<std::size_t>(importance)];
}

// What stays the same when lines move.
std::string structuralHash(const Finding& finding) {
  const std::string key = std::string(finding.rule->id) + '\0' +
                          (finding.fingerprint.empty() ? plainMessage(finding) : finding.fingerprint);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(key.data());
  const llvm::XXH128_hash_t hash = llvm::xxh3_128bits({bytes, key.size()});
  const auto hex = [](std::uint64_t half) {
    const std::string digits = llvm::utohexstr(half, /*LowerCase=*/true);
    return std::string(16 - digits.size(), '0') + digits;
  };
  return hex(hash.high64) + hex(hash.low64);
}

class SarifWriter {
 public:
  SarifWriter(const Report& report, llvm::vfs::FileSystem& fileSystem)
      : report_(report), sources_(fileSystem), locations_(sources_, report.sourceRoot), rules_(report.rules) {
    for (const Finding& finding : report.findings) {
      findings_.push_back(withFix(finding));
      registerTemplate(findings_.back());
    }
    for (std::size_t index = 0; index < report.rules.size(); ++index) ruleIndex_[report.rules[index]->id] = index;
  }

  json log() {
    json results = json::array();
    for (const Finding& finding : findings_) results.push_back(result(finding));
    json invocations = json::array({sarifInvocation(report_, locations_)});

    json run;
    run["tool"]["driver"] = driver();
    run["invocations"] = std::move(invocations);
    run["language"] = "en-US";
    run["defaultEncoding"] = "utf-8";
    run["columnKind"] = "utf16CodeUnits";
    run["automationDetails"]["id"] = "irqlint/";
    run["originalUriBaseIds"] = locations_.originalUriBaseIds();
    run["artifacts"] = locations_.artifacts();
    if (json taxonomies = rules_.taxonomies(); !taxonomies.is_null()) run["taxonomies"] = std::move(taxonomies);
    run["results"] = std::move(results);
    run["properties"]["irqlint"] = sarifCoverage(report_.coverage);
    return {{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", json::array({std::move(run)})}};
  }

 private:
  // Gives the rule the finding's template; where it has another one of this id, the id gets a number.
  void registerTemplate(Finding& finding) {
    MessageTemplates& templates = messages_[finding.rule->id];
    std::string id = finding.messageId;
    for (unsigned number = 2;
         templates.try_emplace(id, finding.messageTemplate).first->second != finding.messageTemplate; ++number) {
      id = finding.messageId + std::to_string(number);
    }
    finding.messageId = id;
  }

  json driver() const {
    json driver{{"name", "irqlint"}, {"version", report_.toolVersion}, {"semanticVersion", report_.toolVersion}};
    driver["informationUri"] = kInformationUri;
    driver["shortDescription"]["text"] = "Finds IRQL and paged-code errors in Windows kernel drivers.";
    json rules = json::array();
    for (const RuleInfo* rule : report_.rules) {
      const auto messages = messages_.find(rule->id);
      rules.push_back(rules_.descriptor(*rule, messages == messages_.end() ? MessageTemplates() : messages->second));
    }
    driver["rules"] = std::move(rules);
    driver["notifications"] = sarifNotificationDescriptors();
    if (json supported = rules_.supportedTaxonomies(); !supported.is_null())
      driver["supportedTaxonomies"] = std::move(supported);
    return driver;
  }

  json result(const Finding& finding) {
    json result{{"ruleId", finding.rule->id}};
    if (const auto index = ruleIndex_.find(finding.rule->id); index != ruleIndex_.end())
      result["ruleIndex"] = index->second;
    result["kind"] = "fail";
    result["level"] = sarifLevel(finding.severity);
    result["message"] = message(finding);
    result["locations"] = json::array({{{"physicalLocation", locations_.physicalLocation(finding.location, true)}}});
    if (!finding.codeFlow.empty()) {
      result["codeFlows"] = json::array({{{"threadFlows", json::array({{{"locations", steps(finding)}}})}}});
    }
    for (std::size_t i = 0; i < finding.relatedLocations.size(); ++i) {
      const RelatedLocation& related = finding.relatedLocations[i];
      json location{{"id", i + 1}};
      location.update(locations_.location(related.location, asSentence(related.message)));
      result["relatedLocations"].push_back(std::move(location));
    }
    if (finding.suppression) result["suppressions"] = json::array({suppression(*finding.suppression)});
    result["partialFingerprints"] = fingerprints(finding);
    result["properties"]["certainty"] = finding.certainty == Certainty::Definite ? "definite" : "possible";
    return result;
  }

  json suppression(const Suppression& suppression) {
    const bool isExternal = suppression.source == SuppressionSource::External;
    json entry{{"kind", isExternal ? "external" : "inSource"}, {"status", "accepted"}};
    if (!suppression.location.file.empty())
      entry["location"]["physicalLocation"] = locations_.physicalLocation(suppression.location);
    if (!suppression.justification.empty()) entry["justification"] = suppression.justification;
    return entry;
  }

  static json message(const Finding& finding) {
    json message{{"text", sarifMessage(finding)}, {"markdown", markdownMessage(finding)}, {"id", finding.messageId}};
    if (!finding.arguments.empty()) message["arguments"] = finding.arguments;
    return message;
  }

  json steps(const Finding& finding) {
    const std::size_t count = finding.codeFlow.size();
    const std::size_t elided = count > kMaxSteps ? count - kMaxSteps + 1 : 0;  // the marker is a step, too
    json steps = json::array();
    for (std::size_t i = 0; i < count; ++i) {
      const ThreadFlowLocation& step = finding.codeFlow[i];
      const bool isGap = elided != 0 && i == kStepsBeforeGap;
      json entry{{"location", locations_.location(step.location,
                                                  isGap ? std::to_string(elided) + " steps elided." : stepText(step))}};
      if (const std::string change = levelChange(step); !isGap && !change.empty())
        entry["state"]["irql"]["text"] = change;
      entry["nestingLevel"] = std::max(1u, step.nestingLevel);
      entry["executionOrder"] = i + 1;
      entry["importance"] = importanceName(isGap ? Importance::Unimportant : step.importance);
      steps.push_back(std::move(entry));
      if (isGap) i += elided - 1;
    }
    return steps;
  }

  static std::string stepText(const ThreadFlowLocation& step) {
    const std::string change = levelChange(step);
    return asSentence(change.empty() ? step.message : change + ": " + step.message);
  }

  json fingerprints(const Finding& finding) {
    json result;
    if (const SourceFile* source = sources_.find(finding.location.file)) {
      const auto [hashes, isNew] = lineHashes_.try_emplace(finding.location.file);
      if (isNew) hashes->second = lineHashes(source->text());
      const std::size_t line = finding.location.line;
      if (line >= 1 && line <= hashes->second.size()) result["primaryLocationLineHash"] = hashes->second[line - 1];
    }
    const std::string hash = structuralHash(finding);
    result["irqlint/v1"] = hash + ":" + std::to_string(++occurrences_[hash]);
    return result;
  }

  const Report& report_;
  std::vector<Finding> findings_;  // with the fix in the message
  SourceFiles sources_;
  SarifLocations locations_;
  SarifRules rules_;
  std::map<std::string_view, std::size_t> ruleIndex_;
  std::map<std::string_view, MessageTemplates> messages_;
  std::map<std::string, std::vector<std::string>> lineHashes_;
  std::map<std::string, unsigned> occurrences_;
};

}  // namespace

void writeSarif(const Report& report, llvm::vfs::FileSystem& fileSystem, llvm::raw_ostream& out) {
  out << SarifWriter(report, fileSystem).log().dump(2, ' ', false, json::error_handler_t::replace) << '\n';
}

}  // namespace irqlint
