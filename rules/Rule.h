// What a rule is made of: its identity and help, and one function that asks the analysed program a question.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/model/Finding.h"
#include "analyzer/model/RuleInfo.h"
#include "rules/Directives.h"
#include "rules/Suppressions.h"

namespace irqlint {

// Takes the findings of one rule.
class FindingSink {
 public:
  // `directives` are those of the program the rule is asked about; null for a rule about comments.
  FindingSink(const RuleInfo& rule, const Directives* directives, std::vector<Finding>& findings)
      : rule_(rule), directives_(directives), findings_(findings) {}

  // The breaches `wanted` selects, grouped by cause, in order of place; those at places where the source suppresses the
  // rule in groups of their own, so that they hide no others.
  std::vector<BreachGroup> breaches(const AnalyzedProgram& analyzed,
                                    const std::function<bool(const Breach&)>& wanted) const;

  // Adds `finding`, whose rule is filled in here, and its severity too: the rule's own, unless the finding asks for a
  // lower one; a possible finding is never more than a note.
  void report(Finding finding);

 private:
  const RuleInfo& rule_;
  const Directives* directives_;
  std::vector<Finding>& findings_;
};

using CheckFn = void (*)(const AnalyzedProgram&, FindingSink&);
// Of a rule about the suppression comments themselves; asked when it is known what they hide.
using CommentCheckFn = void (*)(const std::vector<CommentUse>&, FindingSink&);

// A static object of this type in a rule's file makes the rule known.
class RuleRegistration {
 public:
  RuleRegistration(const RuleInfo& info, CheckFn check);
  RuleRegistration(const RuleInfo& info, CommentCheckFn check);
};

}  // namespace irqlint
