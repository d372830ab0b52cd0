#include "tests/FixtureExpectations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace irqlint::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr RuleInfo kRule{.id = "IRQL999", .name = "Rule", .title = "", .counterparts = {}, .help = ""};

Finding finding(const std::string& file, std::uint32_t line, const std::string& message,
                Certainty certainty = Certainty::Definite) {
  Finding result;
  result.rule = &kRule;
  result.certainty = certainty;
  result.location = {file, line, 1, 2};
  result.messageTemplate = message;
  return result;
}

ThreadFlowLocation step(const std::string& file, std::uint32_t line, const std::string& message) {
  ThreadFlowLocation result;
  result.location = {file, line, 1, 2};
  result.message = message;
  return result;
}

std::vector<std::string> compare(const std::string& text, const std::vector<Finding>& found) {
  return disagreements(readExpectations({{"a.c", text}}), found);
}

TEST(FixtureExpectations, AnExpectedFindingAgrees) {
  EXPECT_THAT(compare("x;\ny;  // expect: Rule \"raised\"\n", {finding("a.c", 2, "level is raised here")}), IsEmpty());
}

TEST(FixtureExpectations, AMissingFindingIsNamed) {
  EXPECT_THAT(compare("y;  // expect: Rule \"raised\"\n", {}), ElementsAre(HasSubstr("a.c:1: expect: no Rule")));
}

TEST(FixtureExpectations, AnUnmarkedFindingIsNamed) {
  EXPECT_THAT(compare("y;\n", {finding("a.c", 1, "text")}), ElementsAre(HasSubstr("unexpected: a.c:1: Rule: text")));
}

TEST(FixtureExpectations, OneMarkerCoversOneFinding) {
  EXPECT_THAT(compare("y;  // expect: Rule \"t\"\n", {finding("a.c", 1, "t"), finding("a.c", 1, "t again")}),
              ElementsAre(HasSubstr("unexpected")));
}

TEST(FixtureExpectations, SuppressedFindingsHaveAMarkerOfTheirOwn) {
  Finding hidden = finding("a.c", 1, "t");
  hidden.suppression.emplace();
  EXPECT_THAT(compare("y;  // expect-suppressed: Rule \"t\"\n", {hidden}), IsEmpty());
  EXPECT_THAT(compare("y;  // expect-suppressed: Rule \"t\"\n", {finding("a.c", 1, "t")}), SizeIs(2));
  EXPECT_THAT(compare("y;  // expect: Rule \"t\"\n", {hidden}), SizeIs(2));
  EXPECT_THAT(compare("y;\n", {hidden}), ElementsAre(HasSubstr("unexpected: a.c:1: suppressed Rule: t")));
}

TEST(FixtureExpectations, RuleLineTextAndCertaintyMustMatch) {
  EXPECT_THAT(compare("y;  // expect: Other \"t\"\n", {finding("a.c", 1, "t")}), SizeIs(2));
  EXPECT_THAT(compare("y;  // expect: Rule \"t\"\n", {finding("a.c", 2, "t")}), SizeIs(2));
  EXPECT_THAT(compare("y;  // expect: Rule \"t\"\n", {finding("b.c", 1, "t")}), SizeIs(2));
  EXPECT_THAT(compare("y;  // expect: Rule \"u\"\n", {finding("a.c", 1, "t")}), SizeIs(2));
  EXPECT_THAT(compare("y;  // expect: Rule \"t\"\n", {finding("a.c", 1, "t", Certainty::Possible)}), SizeIs(2));
  EXPECT_THAT(compare("y;  // expect-possible: Rule \"t\"\n", {finding("a.c", 1, "t")}), SizeIs(2));
  EXPECT_THAT(compare("y;  // expect-possible: Rule \"t\"\n", {finding("a.c", 1, "t", Certainty::Possible)}),
              IsEmpty());
}

TEST(FixtureExpectations, AKnownMissFailsWhenCured) {
  EXPECT_THAT(compare("y;  // expect-fn: Rule needs aliasing\n", {}), IsEmpty());
  EXPECT_THAT(compare("y;  // expect-fn: Rule needs aliasing\n", {finding("a.c", 1, "t")}),
              ElementsAre(HasSubstr("known miss of Rule is cured")));
}

TEST(FixtureExpectations, AKnownFalseAlarmFailsWhenCured) {
  EXPECT_THAT(compare("y;  // expect-fp: Rule joined states\n", {finding("a.c", 1, "t")}), IsEmpty());
  EXPECT_THAT(compare("y;  // expect-fp: Rule joined states\n", {}),
              ElementsAre(HasSubstr("known false alarm of Rule is cured")));
}

TEST(FixtureExpectations, StepsMustLieOnTheCodeFlowInOrder) {
  const std::string text = "a;  // step 1: enters\nb;  // step 2\nc;  // expect: Rule \"t\" // step 3\n";
  auto found = finding("a.c", 3, "t");
  found.codeFlow = {step("a.c", 1, "the system enters"), step("a.c", 9, "between"), step("a.c", 2, "calls"),
                    step("a.c", 3, "faults")};
  EXPECT_THAT(compare(text, {found}), IsEmpty());
  std::swap(found.codeFlow[0], found.codeFlow[2]);
  EXPECT_THAT(compare(text, {found}), ElementsAre(HasSubstr("a.c:2: step 2 is not on the code flow")));
  found.codeFlow.clear();
  EXPECT_THAT(compare(text, {found}), ElementsAre(HasSubstr("a.c:1: step 1 is not on the code flow")));
}

TEST(FixtureExpectations, AStepsTextMustBeInItsMessageOrLevels) {
  auto found = finding("a.c", 1, "t");
  found.codeFlow = {step("a.c", 1, "calls 'f'")};
  EXPECT_THAT(compare("y;  // expect: Rule \"t\" // step 1: 'f'\n", {found}), IsEmpty());
  EXPECT_THAT(compare("y;  // expect: Rule \"t\" // step 1: 'g'\n", {found}), SizeIs(1));
  EXPECT_THAT(compare("y;  // expect: Rule \"t\" // step 1: DISPATCH_LEVEL\n", {found}), SizeIs(1));
  found.codeFlow[0].after = IrqlSet::of(kDispatchLevel);
  EXPECT_THAT(compare("y;  // expect: Rule \"t\" // step 1: DISPATCH_LEVEL\n", {found}), IsEmpty());
}

TEST(FixtureExpectations, AStepBelongsToTheNearestExpectation) {
  const auto expected = readExpectations({{"a.c", "// expect: Rule \"t\"\n\n\n// step 1\n// expect: Rule \"u\"\n"}});
  ASSERT_THAT(expected.all, SizeIs(2));
  EXPECT_THAT(expected.all[0].steps, IsEmpty());
  EXPECT_THAT(expected.all[1].steps, SizeIs(1));
}

TEST(FixtureExpectations, ALabelTiesStepsOverFiles) {
  const auto expected = readExpectations({{"a.c", "// step[far] 2\n// expect: Rule \"t\"\n"},
                                          {"b.c", "// expect[far]: Rule \"u\" // step[far] 1: text\n"}});
  EXPECT_THAT(expected.errors, IsEmpty());
  ASSERT_THAT(expected.all, SizeIs(2));
  ASSERT_THAT(expected.all[1].steps, SizeIs(2));
  EXPECT_EQ(expected.all[1].steps[0].text, "text");
  EXPECT_EQ(expected.all[1].steps[1].file, "a.c");
}

TEST(FixtureExpectations, AnUnlabelledStepFindsTheOnlyExpectationOfTheProgram) {
  const auto expected = readExpectations({{"a.c", "// step 1\n"}, {"b.c", "// expect: Rule \"t\"\n"}});
  EXPECT_THAT(expected.errors, IsEmpty());
  EXPECT_THAT(expected.all[0].steps, SizeIs(1));
}

TEST(FixtureExpectations, MalformedMarkersAreErrors) {
  const auto errorsOf = [](const std::string& text) { return readExpectations({{"a.c", text}}).errors; };
  EXPECT_THAT(errorsOf("// expect: Rule\n"), SizeIs(1));
  EXPECT_THAT(errorsOf("// expect: \"t\"\n"), SizeIs(1));
  EXPECT_THAT(errorsOf("// expect Rule \"t\"\n"), SizeIs(1));
  EXPECT_THAT(errorsOf("// expect-fx: Rule \"t\"\n"), SizeIs(1));
  EXPECT_THAT(errorsOf("// expect-fn: Rule\n"), SizeIs(1));
  EXPECT_THAT(errorsOf("// step one\n"), SizeIs(1));
  EXPECT_THAT(errorsOf("// step 1\n"), SizeIs(1));                                  // no expectation
  EXPECT_THAT(errorsOf("// expect: Rule \"t\" // step 2\n"), SizeIs(1));            // no step 1
  EXPECT_THAT(errorsOf("// expect: Rule \"t\" // step 1 // step 1\n"), SizeIs(1));  // twice the same
  EXPECT_THAT(errorsOf("// step[x] 1\n// expect[y]: Rule \"t\"\n"), SizeIs(1));     // no such label
  EXPECT_THAT(errorsOf("// expect[x]: Rule \"t\"\n// expect[x]: Rule \"u\"\n// step[x] 1\n"), SizeIs(1));
}

TEST(FixtureExpectations, OrdinaryCommentsAreNoMarkers) {
  EXPECT_THAT(readExpectations({{"a.c", "// stepping back\n// unexpected: no\nint expect = 1;\n"}}).errors, IsEmpty());
}

}  // namespace
}  // namespace irqlint::test
