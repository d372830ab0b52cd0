// The rules in words.
#pragma once

#include <vector>

#include <llvm/Support/raw_ostream.h>

#include "analyzer/model/RuleInfo.h"
#include "cli/Options.h"

namespace irqlint {

// One line, table row or object each.
void listRules(const std::vector<const RuleInfo*>& rules, ListFormat format, llvm::raw_ostream& out);

// All there is to say about one.
void explainRule(const RuleInfo& rule, llvm::raw_ostream& out);

}  // namespace irqlint
