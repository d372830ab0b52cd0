// What all findings about a broken requirement share.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "rules/Rule.h"

namespace irqlint {

// A finding at the place of the breach: its certainty, the code flow from the entry point up to and including the last
// step (`lastStep`, "calls 'ZwClose'"), links to other places of the function that the same cause breaks, fingerprint.
// The rule adds the message.
Finding breachFinding(const AnalyzedProgram& program, const BreachGroup& group, std::string lastStep);

// The end of a message that names the other places of the same cause: "" or " The same cause breaks ['ZwClose'](1) in
// this function." The links go to the related locations that breachFinding adds first.
std::string sameCauseText(const BreachGroup& group);

// Adds the directive that placed `function` into its section as related location and as last step of the flow. The
// number to link to.
std::size_t addSectionPlacement(const AnalyzedProgram& program, FunctionRef function, Finding& finding);

// The contract's condition that sets the bound as a clause of the message: "", " where '{3}'" or, if it is not known to
// hold, " if '{3}'". Adds the condition to the arguments and names the message "default", "condition" or
// "unknownCondition".
std::string conditionClause(const Breach& breach, Finding& finding);

// The levels of a message: "DISPATCH_LEVEL".
std::string levelsText(const BreachGroup& group);

// Reports each breach of `kind`, a call that is told to move the level the wrong way. The message's {0} is the callee,
// {1} the level it is told, {2} the level in force.
void reportWrongWay(const AnalyzedProgram& program, BreachKind kind, const std::string& messageTemplate,
                    const std::string& help, FindingSink& sink);

// True if the contract allocates or frees pool.
bool isPoolCall(const Breach& breach);

// The breaches `wanted` selects that speak of pageable memory, but for memory whose allocation is reported itself as
// made too high: there is one thing to mend.
std::vector<BreachGroup> memoryBreaches(const AnalyzedProgram& program, FindingSink& sink,
                                        const std::function<bool(const Breach&)>& wanted);

// Each place as a group of its own, where places of one function do not share a cause because they share a level.
std::vector<BreachGroup> onePerPlace(const std::vector<BreachGroup>& groups);

}  // namespace irqlint
