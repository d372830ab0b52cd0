// What a fixture's source says the tool must find in it.
//
//   // expect: Rule "substring"          a definite finding of Rule on this line, with the substring in its message
//   // expect-possible: Rule "substring" the same, shown only with --include-possible
//   // expect-suppressed: Rule "substring"   the same, hidden by a comment or a pragma
//   // expect-fn: Rule reason            a known miss: there should be a finding here
//   // expect-fp: Rule reason            a known false alarm: there should be none
//   // step N                            step N of the finding's code flow is on this line; others may lie between
//   // step N: text                      and the text is in its message or its levels
//
// Several markers may share a line. A label ties them together over lines and files: `expect[a]: ...`, `step[a] 2`. A
// step without one belongs to the nearest expectation without one in its file, or to the only one of the program.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/Finding.h"

namespace irqlint::test {

enum class ExpectationKind : std::uint8_t { Definite, Possible, Suppressed, KnownMiss, KnownFalseAlarm };

struct ExpectedStep {
  unsigned number = 0;
  std::string text;  // "": any
  std::string label;
  std::string file;
  std::uint32_t line = 0;
};

struct Expectation {
  ExpectationKind kind = ExpectationKind::Definite;
  std::string rule;  // its name
  std::string text;  // a part of the message; for the known mistakes the reason
  std::string label;
  std::string file;
  std::uint32_t line = 0;
  std::vector<ExpectedStep> steps;  // by number
};

// A file of the fixture's program.
struct FixtureFile {
  std::string path;
  std::string text;
};

struct Expectations {
  std::vector<Expectation> all;
  std::vector<std::string> errors;  // markers that could not be understood, "file:line: reason"
};

Expectations readExpectations(const std::vector<FixtureFile>& files);

// What is wrong between expectations and findings, one line each; empty if they agree.
std::vector<std::string> disagreements(const Expectations& expected, const std::vector<Finding>& found);

}  // namespace irqlint::test
