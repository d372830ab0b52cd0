#include "tests/FixtureExpectations.h"

#include <algorithm>
#include <optional>
#include <regex>
#include <sstream>

namespace irqlint::test {
namespace {

std::string at(std::string_view file, std::uint32_t line) {
  return std::string(file) + ":" + std::to_string(line) + ": ";
}

std::string name(ExpectationKind kind) {
  switch (kind) {
    case ExpectationKind::Definite: return "expect";
    case ExpectationKind::Possible: return "expect-possible";
    case ExpectationKind::Suppressed: return "expect-suppressed";
    case ExpectationKind::KnownMiss: return "expect-fn";
    case ExpectationKind::KnownFalseAlarm: return "expect-fp";
  }
  return "";
}

std::optional<ExpectationKind> kindOf(std::string_view keyword) {
  for (const auto kind : {ExpectationKind::Definite, ExpectationKind::Possible, ExpectationKind::Suppressed,
                          ExpectationKind::KnownMiss, ExpectationKind::KnownFalseAlarm})
    if (keyword == name(kind)) return kind;
  return std::nullopt;
}

// Reads the markers of one file and ties its steps to expectations, as far as that needs no other file.
class MarkerReader {
 public:
  MarkerReader(const FixtureFile& file, Expectations& result) : file_(file.path), result_(result) {
    std::istringstream lines(file.text);
    for (std::string text; std::getline(lines, text);) {
      ++line_;
      readLine(text);
    }
  }

  std::vector<ExpectedStep> steps;

 private:
  void readLine(const std::string& text) {
    // A keyword, perhaps a label, and the rest up to the next comment on the line. Prose may begin with these words.
    static const std::regex marker(R"(//\s*(expect[a-z-]*|step)(?:\[([\w-]+)\])?(?=[:\s])(:?)\s*((?:(?!\s*//).)*))");
    for (std::sregex_iterator match(text.begin(), text.end(), marker), end; match != end; ++match) {
      const std::string keyword = (*match)[1];
      const std::string label = (*match)[2];
      const bool hasColon = !(*match)[3].str().empty();
      const std::string rest = (*match)[4];
      if (keyword == "step")
        readStep(label, rest, hasColon);
      else
        readExpectation(keyword, label, rest, hasColon);
    }
  }

  void readStep(const std::string& label, const std::string& rest, bool hasColon) {
    static const std::regex form(R"((\d{1,3})(?:|:\s*(.*\S))\s*)");
    std::smatch match;
    if (hasColon || !std::regex_match(rest, match, form)) return error("a step is written 'step N' or 'step N: text'");
    steps.push_back({static_cast<unsigned>(std::stoul(match[1])), match[2], label, file_, line_});
  }

  void readExpectation(const std::string& keyword, const std::string& label, const std::string& rest, bool hasColon) {
    const auto kind = kindOf(keyword);
    if (!kind || !hasColon) return error("unknown marker '" + keyword + "'");
    const bool isMistake = *kind == ExpectationKind::KnownMiss || *kind == ExpectationKind::KnownFalseAlarm;
    static const std::regex quoted(R"re((\w+)\s+"([^"]+)"\s*)re");
    static const std::regex reasoned(R"((\w+)\s+(\S.*\S)\s*)");
    std::smatch match;
    if (!std::regex_match(rest, match, isMistake ? reasoned : quoted))
      return error(keyword +
                   (isMistake ? " needs a rule and a reason" : " needs a rule and a quoted part of the message"));
    result_.all.push_back({*kind, match[1], match[2], label, file_, line_, {}});
  }

  void error(const std::string& reason) { result_.errors.push_back(at(file_, line_) + reason); }

  std::string file_;
  std::uint32_t line_ = 0;
  Expectations& result_;
};

std::uint32_t distance(const Expectation& expectation, const ExpectedStep& step) {
  return std::max(expectation.line, step.line) - std::min(expectation.line, step.line);
}

// The expectation `step` belongs to; null if none does or several could.
Expectation* ownerOf(const ExpectedStep& step, std::vector<Expectation>& all) {
  std::vector<Expectation*> candidates;
  for (auto& expectation : all)
    if (expectation.label == step.label) candidates.push_back(&expectation);
  if (candidates.size() <= 1) return candidates.empty() ? nullptr : candidates.front();
  if (!step.label.empty()) return nullptr;
  std::erase_if(candidates, [&](const Expectation* expectation) { return expectation->file != step.file; });
  if (candidates.empty()) return nullptr;
  return *std::min_element(candidates.begin(), candidates.end(), [&](const Expectation* a, const Expectation* b) {
    return distance(*a, step) < distance(*b, step);
  });
}

bool concerns(const Expectation& expectation, const Finding& finding) {
  return finding.rule->name == expectation.rule && finding.location.file == expectation.file &&
         finding.location.line == expectation.line;
}

std::string describe(const Finding& finding) {
  return at(finding.location.file, finding.location.line) + (finding.suppression ? "suppressed " : "") +
         (finding.certainty == Certainty::Possible ? "possible " : "") + std::string(finding.rule->name) + ": " +
         plainMessage(finding);
}

// What a reader sees of a step.
std::string shown(const ThreadFlowLocation& step) {
  return step.message + " [" + toString(step.before) + " -> " + toString(step.after) + "]";
}

// Checks that the steps lie on the code flow in their order.
void compareFlow(const Expectation& expectation, const Finding& finding, std::vector<std::string>& complaints) {
  auto next = finding.codeFlow.begin();
  for (const auto& step : expectation.steps) {
    next = std::find_if(next, finding.codeFlow.end(), [&](const ThreadFlowLocation& location) {
      return location.location.file == step.file && location.location.line == step.line &&
             shown(location).find(step.text) != std::string::npos;
    });
    if (next == finding.codeFlow.end()) {
      std::string flow;
      for (const auto& location : finding.codeFlow)
        flow += "\n    " + at(location.location.file, location.location.line) + shown(location);
      complaints.push_back(at(step.file, step.line) + "step " + std::to_string(step.number) +
                           " is not on the code flow of " + describe(finding) + flow);
      return;
    }
    ++next;
  }
}

Certainty certaintyOf(ExpectationKind kind) {
  return kind == ExpectationKind::Possible ? Certainty::Possible : Certainty::Definite;
}

void compareOne(const Expectation& expectation, const std::vector<Finding>& found, std::vector<bool>& used,
                std::vector<std::string>& complaints) {
  const bool suppressed = expectation.kind == ExpectationKind::Suppressed;
  const bool isMiss = expectation.kind == ExpectationKind::KnownMiss;
  const bool anyText = isMiss || expectation.kind == ExpectationKind::KnownFalseAlarm;
  std::string nearMiss;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (used[i] || !concerns(expectation, found[i])) continue;
    const bool hasCertainty = anyText || suppressed || found[i].certainty == certaintyOf(expectation.kind);
    const bool isHidden = found[i].suppression.has_value();
    const bool hasText = anyText || plainMessage(found[i]).find(expectation.text) != std::string::npos;
    if (!hasCertainty || !hasText || isHidden != suppressed) {
      nearMiss = "; instead: " + describe(found[i]);
      continue;
    }
    used[i] = true;
    if (isMiss)
      complaints.push_back(at(expectation.file, expectation.line) + "the known miss of " + expectation.rule +
                           " is cured: write an expect marker for " + describe(found[i]));
    compareFlow(expectation, found[i], complaints);
    return;
  }
  if (isMiss) return;
  if (expectation.kind == ExpectationKind::KnownFalseAlarm)
    complaints.push_back(at(expectation.file, expectation.line) + "the known false alarm of " + expectation.rule +
                         " is cured: remove its marker");
  else
    complaints.push_back(at(expectation.file, expectation.line) + name(expectation.kind) + ": no " + expectation.rule +
                         " \"" + expectation.text + "\" here" + nearMiss);
}

}  // namespace

Expectations readExpectations(const std::vector<FixtureFile>& files) {
  Expectations result;
  std::vector<ExpectedStep> steps;
  for (const auto& file : files) {
    auto more = MarkerReader(file, result).steps;
    steps.insert(steps.end(), more.begin(), more.end());
  }
  for (auto& step : steps) {
    if (auto* owner = ownerOf(step, result.all))
      owner->steps.push_back(std::move(step));
    else
      result.errors.push_back(at(step.file, step.line) + "no expectation this step could belong to; label both");
  }
  for (auto& expectation : result.all) {
    auto& own = expectation.steps;
    std::stable_sort(own.begin(), own.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
    for (std::size_t i = 0; i < own.size(); ++i)
      if (own[i].number != i + 1) {
        result.errors.push_back(at(own[i].file, own[i].line) + "steps of one expectation count from 1 without gaps");
        break;
      }
  }
  return result;
}

std::vector<std::string> disagreements(const Expectations& expected, const std::vector<Finding>& found) {
  std::vector<std::string> complaints = expected.errors;
  std::vector<bool> used(found.size());
  for (const auto& expectation : expected.all) compareOne(expectation, found, used, complaints);
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!used[i]) complaints.push_back("unexpected: " + describe(found[i]));
  return complaints;
}

}  // namespace irqlint::test
