// What all findings about a broken requirement share.
#pragma once

#include <string>

#include "rules/Rule.h"

namespace irqlint {

// A finding at the place of the breach: its certainty, the code flow from the entry point up to and including the last
// step (`lastStep`, "calls 'ZwClose'"), links to other places of the function that the same cause breaks, fingerprint.
// The rule adds the message.
Finding breachFinding(const AnalyzedProgram& program, const BreachGroup& group, std::string lastStep);

// The end of a message that names the other places of the same cause: "" or " (and 2 more calls here: [1](1), [2](2))".
// Call after breachFinding; links go to its related locations.
std::string sameCauseText(const Finding& finding, const BreachGroup& group);

// Adds the directive that placed `function` into its section as related location and as last step of the flow. The
// number to link to.
std::size_t addSectionPlacement(const AnalyzedProgram& program, FunctionRef function, Finding& finding);

// The levels of a message: "DISPATCH_LEVEL".
std::string levelsText(const BreachGroup& group);

// True if the contract allocates or frees pool.
bool isPoolCall(const Breach& breach);

}  // namespace irqlint
