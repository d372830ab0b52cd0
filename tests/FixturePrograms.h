// The programs below fixtures/, and the whole pipeline over one of them.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "analyzer/model/CompileCommand.h"
#include "analyzer/model/Finding.h"
#include "analyzer/model/Partition.h"
#include "analyzer/support/Result.h"

namespace irqlint::test {

// A program made of fixture files: each source directly in fixtures/<Rule>/ is one, each sub-folder's sources together
// are one, and the example driver is one.
struct FixtureProgram {
  std::string name;                  // "CallIrqlTooHigh_Chain"
  std::string folder;                // "CallIrqlTooHigh": the rule it is about
  std::vector<std::string> sources;  // absolute, sorted
  std::vector<std::string> headers;
};

std::ostream& operator<<(std::ostream& out, const FixtureProgram& program);

// All of them, by name.
std::vector<FixtureProgram> fixturePrograms();

// How a driver's build would compile them.
std::vector<CompileCommand> commandsOf(const FixtureProgram& program);

// The programs of fixtures/partition, which say where each of their functions and globals may be.
std::vector<FixtureProgram> partitionPrograms();

// What the rules of that kind say of the commands' program, possible findings included. An error names the unit that
// failed.
Result<Report> analyseProgram(const std::vector<CompileCommand>& commands, unsigned jobs,
                              RuleKind kind = RuleKind::Fault);

// Where the functions and globals of the commands' program may be.
Result<std::vector<PartitionItem>> partitionOf(const std::vector<CompileCommand>& commands);

std::string fixturesFolder();

// The file's content; "" if it cannot be read.
std::string readFile(const std::string& path);

}  // namespace irqlint::test
