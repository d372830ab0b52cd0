// All rules over one analysed program.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/model/Finding.h"
#include "analyzer/model/RuleInfo.h"
#include "rules/Suppressions.h"

namespace irqlint {

struct RuleOptions {
  bool includePossible = false;
  RuleKind kind = RuleKind::Fault;  // the rules to ask
};

// Every rule there is, by id.
std::vector<const RuleInfo*> allRules();

// The rule of that id or name; null if there is none.
const RuleInfo* findRule(std::string_view idOrName);

// What the rules say of one driver, possible findings included; what the source suppresses is marked.
struct DriverFindings {
  std::vector<Finding> findings;
  std::vector<CommentUse> comments;
};

// Asks the rules of one kind about one driver.
DriverFindings checkDriver(const AnalyzedProgram& program, RuleKind kind);

// All rules of one kind over the drivers of one run.
class RuleRun {
 public:
  explicit RuleRun(const RuleOptions& options) : options_(options) {}

  void add(const AnalyzedProgram& program) { add(checkDriver(program, options_.kind)); }
  void add(DriverFindings found);

  // What was found in all drivers: worst first, then by file, line and rule; none twice. What the source suppresses is
  // among them and marked. Called once.
  std::vector<Finding> finish();

 private:
  RuleOptions options_;
  CommentUses comments_;
  std::vector<Finding> findings_;
};

// The findings in a single driver.
std::vector<Finding> runRules(const AnalyzedProgram& program, const RuleOptions& options);

// Puts findings in that order and leaves out those that say the same of the same place: what two drivers share is
// reported once.
void sortFindings(std::vector<Finding>& findings);

}  // namespace irqlint
