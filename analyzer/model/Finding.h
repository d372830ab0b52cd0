// What a rule reports; the words are SARIF's.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/model/Irql.h"
#include "analyzer/model/RuleInfo.h"

namespace irqlint {

// A source range that no longer needs a TU to be read.
struct Location {
  std::string file;  // absolute, forward slashes; "" if there is none
  std::uint32_t line = 0;
  std::uint32_t column = 0;     // 1-based, in bytes
  std::uint32_t endColumn = 0;  // 0: only the start is known

  friend auto operator<=>(const Location&, const Location&) = default;
};

enum class Importance : std::uint8_t { Unimportant, Important, Essential };

// One step on the way from an entry point to the fault.
struct ThreadFlowLocation {
  Location location;
  std::string message;  // "calls 'Refresh'"
  IrqlSet before;       // empty: the level does not matter at this step (a section pragma, say)
  IrqlSet after;
  std::uint32_t nestingLevel = 1;  // call depth, from 1
  Importance importance = Importance::Important;
};

// A place the message links to. In the message, "[text](n)" links to relatedLocations[n - 1].
struct RelatedLocation {
  Location location;
  std::string message;
};

enum class Certainty : std::uint8_t { Possible, Definite };

enum class SuppressionSource : std::uint8_t { InSource, External };

// Where the source, or the command line that compiles it, asks not to be told of a finding.
struct Suppression {
  Location location;          // of the comment or the pragma; none if external
  std::string justification;  // "" if none is given
  SuppressionSource source = SuppressionSource::InSource;
};

struct Finding {
  const RuleInfo* rule = nullptr;
  Severity severity = Severity::Warning;
  Certainty certainty = Certainty::Definite;
  Location location;
  // The sentence, as template and arguments: "'{0}' needs {1} or lower but runs at {2} here." with each argument in
  // place of its number. Arguments are plain text; links are in the template: "... by [a pragma](1)".
  std::string messageId;  // names the template within the rule: "default", "paged", ...
  std::string messageTemplate;
  std::vector<std::string> arguments;
  std::vector<ThreadFlowLocation> codeFlow;
  std::vector<RelatedLocation> relatedLocations;
  std::string help;  // one line: how to fix this one; may be ""
  // What identifies the finding when lines move: rule, function, callee or object, role of the entry point.
  std::string fingerprint;
  std::optional<Suppression> suppression;  // a suppressed finding counts nowhere
};

// The message with its arguments in place; links keep their Markdown form.
std::string formatMessage(const Finding& finding);

// The message with links reduced to their text.
std::string plainMessage(const Finding& finding);

// What was and was not analysed.
struct Coverage {
  struct FailedUnit {
    std::string file;
    std::string reason;
  };
  struct Note {  // a missing header, a lost body, ...
    // "missingHeader", "inventedName", "bodyLost", "bodyPartial", "parseError", "unsupported", "project",
    // "skippedProject"
    std::string kind;
    std::string message;
    Location location;
    std::uint32_t weight = 1;  // how bad it is among its kind: the errors in a body
  };
  struct UnknownCallee {
    std::string name;
    std::uint32_t calls = 0;
    bool isDdi = false;  // declared outside the project: an interface that lacks a contract
  };
  // Calls of what the headers of kits and SDKs declare, and of anything else that has a contract.
  struct DdiCalls {
    std::uint32_t calls = 0;
    std::uint32_t withContract = 0;  // of `calls`
    std::uint32_t withLevel = 0;     // of `withContract`: a contract that says at which levels
    std::uint32_t withBody = 0;      // of `calls`: no contract, but an inline function that is analysed
  };
  struct Bodies {  // functions defined in files of one kind
    std::uint32_t functions = 0;
    std::uint32_t lost = 0;
    std::uint32_t partial = 0;  // of `functions`
  };
  std::uint32_t drivers = 1;
  std::uint32_t units = 0;
  std::uint32_t sourceLines = 0;
  std::uint32_t functions = 0;  // defined
  std::uint32_t bodiesLost = 0;
  std::uint32_t bodiesPartial = 0;       // of `functions`: understood but for some expressions or statements
  std::map<std::string, Bodies> bodies;  // by "C", "C++" and "headers": the kind of file
  std::uint32_t functionsAnalysed = 0;
  std::uint32_t calls = 0;
  std::uint32_t callsUnderstood = 0;          // of `calls`: to something with a body or a contract
  std::vector<UnknownCallee> unknownCallees;  // called, but with neither body nor contract; sorted by name
  DdiCalls ddiCalls;
  std::uint32_t unresolvedIndirectCalls = 0;  // through pointers of unknown target
  std::uint32_t unnamedCalls = 0;             // of something the frontend did not understand
  std::vector<FailedUnit> failedUnits;
  std::vector<Note> notes;
};

// Everything a reporter needs.
struct Report {
  std::string toolVersion;
  std::string sourceRoot;              // absolute, no trailing slash; files below it are reported relative to it
  std::vector<const RuleInfo*> rules;  // sorted by id
  std::vector<Finding> findings;       // worst first, then by place
  std::size_t suppressed = 0;          // findings that the source suppresses, in `findings` or left out on request
  Coverage coverage;
};

}  // namespace irqlint
