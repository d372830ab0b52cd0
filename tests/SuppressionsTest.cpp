// Which findings a directive hides, and which comments are left with nothing to hide.
#include "rules/Suppressions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace irqlint {
namespace {

using testing::ElementsAre;

constexpr std::string_view kCounterparts[] = {"C28121", "SDV:IrqlExPassive"};
constexpr RuleInfo kRule{
    .id = "IRQL101", .name = "CallIrqlTooHigh", .title = "", .counterparts = kCounterparts, .help = ""};
constexpr RuleInfo kSameNumber{
    .id = "IRQL103", .name = "WaitAtDispatch", .title = "", .counterparts = kCounterparts, .help = ""};

SuppressionDirective directive(SuppressionKind kind, std::uint32_t first, std::uint32_t last,
                               std::vector<std::string> ids, std::string justification = "why") {
  return {kind, {FileId(0), first, 1, 0}, first, last, std::move(ids), std::move(justification)};
}

Program programWith(std::vector<SuppressionDirective> directives) {
  Program program;
  program.files = {"a.c", "b.c"};
  program.suppressions = std::move(directives);
  return program;
}

Finding findingAt(std::uint32_t line, const RuleInfo& rule = kRule, const std::string& file = "a.c") {
  Finding finding;
  finding.rule = &rule;
  finding.location = {file, line, 5, 9};
  return finding;
}

void apply(CommentUses& suppressions, const Program& program, std::vector<Finding>& findings) {
  suppressions.add(applySuppressions(program, Directives(program), findings));
}

bool hides(const SuppressionDirective& directive, const Finding& finding) {
  std::vector<Finding> findings{finding};
  CommentUses suppressions;
  apply(suppressions, programWith({directive}), findings);
  return findings[0].suppression.has_value();
}

TEST(Suppressions, AnIdIsARuleItsNameOrACounterpart) {
  for (const char* id : {"IRQL101", "CallIrqlTooHigh", "C28121", "SDV:IrqlExPassive"})
    EXPECT_TRUE(hides(directive(SuppressionKind::Line, 3, 3, {"C6001", id}), findingAt(3))) << id;
  for (const char* id : {"IRQL103", "C28118", "28121", "", "irql101"})
    EXPECT_FALSE(hides(directive(SuppressionKind::Line, 3, 3, {id}), findingAt(3))) << id;
}

TEST(Suppressions, ANumberHidesEveryRuleThatCorrespondsToIt) {
  EXPECT_TRUE(hides(directive(SuppressionKind::Line, 3, 3, {"C28121"}), findingAt(3, kSameNumber)));
}

TEST(Suppressions, WhatMsvcReportsOfAFunctionIsHiddenAtItsHeading) {
  static constexpr std::string_view kNotRestored[] = {"C28167", "C28121"};
  static constexpr RuleInfo kRestore{
      .id = "IRQL104", .name = "IrqlNotRestored", .title = "", .counterparts = kNotRestored, .help = ""};
  const auto hidesIn = [](SuppressionDirective directive, std::uint32_t line) {
    Program program = programWith({std::move(directive)});
    program.functions.resize(2);
    for (std::size_t i = 0; i < 2; ++i) {  // lines 10..20 and 30..40
      const auto first = static_cast<std::uint32_t>(10 + 20 * i);
      program.functions[i].summary.location = {FileId(0), first, 1, 0};
      program.functions[i].summary.body.emplace().end = {FileId(0), first + 10, 1, 0};
    }
    std::vector<Finding> findings{findingAt(line, kRestore)};
    CommentUses suppressions;
    apply(suppressions, program, findings);
    return findings[0].suppression.has_value();
  };
  for (const std::uint32_t line : {7u, 10u})
    EXPECT_TRUE(hidesIn(directive(SuppressionKind::Line, line, line, {"C28167"}), 15)) << line;
  for (const std::uint32_t line : {6u, 11u, 30u})
    EXPECT_FALSE(hidesIn(directive(SuppressionKind::Line, line, line, {"C28167"}), 15)) << line;
  EXPECT_FALSE(hidesIn(directive(SuppressionKind::Line, 10, 10, {"C28121"}), 15)) << "reported where the call is";
  EXPECT_FALSE(hidesIn(directive(SuppressionKind::Line, 10, 10, {"C28167"}), 35)) << "another function";
  EXPECT_FALSE(hidesIn(directive(SuppressionKind::Line, 1, 1, {"C28167"}), 25)) << "no function";
  EXPECT_TRUE(hidesIn(directive(SuppressionKind::Region, 9, 11, {"C28167"}), 15));
  EXPECT_FALSE(hidesIn(directive(SuppressionKind::Region, 7, 9, {"C28167"}), 15));
}

TEST(Suppressions, OnlyTheLinesOfTheFileAreCovered) {
  const SuppressionDirective region = directive(SuppressionKind::Region, 3, 5, {"C28121"});
  for (const std::uint32_t line : {3u, 4u, 5u}) EXPECT_TRUE(hides(region, findingAt(line))) << line;
  for (const std::uint32_t line : {2u, 6u}) EXPECT_FALSE(hides(region, findingAt(line))) << line;
  EXPECT_FALSE(hides(region, findingAt(4, kRule, "b.c")));
  EXPECT_FALSE(hides(directive(SuppressionKind::Comment, 1, 0, {"IRQL101"}), findingAt(1))) << "covers nothing";
  EXPECT_TRUE(
      hides(directive(SuppressionKind::Region, 3, SuppressionDirective::kEndOfFile, {"C28121"}), findingAt(99)));
}

TEST(Suppressions, TheMostParticularDirectiveIsNamed) {
  std::vector<Finding> findings{findingAt(3)};
  CommentUses suppressions;
  apply(suppressions,
        programWith({directive(SuppressionKind::Region, 1, 9, {"C28121"}, "region"),
                     directive(SuppressionKind::Line, 3, 3, {"C28121"}, "line"),
                     directive(SuppressionKind::Comment, 3, 3, {"IRQL101"}, "comment")}),
        findings);
  ASSERT_TRUE(findings[0].suppression);
  EXPECT_EQ(findings[0].suppression->justification, "comment");
  EXPECT_EQ(findings[0].suppression->location, (Location{"a.c", 3, 1, 0}));
}

std::vector<std::string> staleIds(const CommentUses& suppressions) {
  std::vector<std::string> ids;
  for (const CommentUse& use : suppressions.all())
    if (use.isStale) ids.push_back(use.id);
  return ids;
}

TEST(Suppressions, AnIdOfACommentThatHidesNothingIsStale) {
  std::vector<Finding> findings{findingAt(3)};
  CommentUses suppressions;
  apply(suppressions,
        programWith({directive(SuppressionKind::Comment, 3, 3, {"IRQL101", "IRQL103"}),
                     directive(SuppressionKind::Line, 7, 7, {"C28118"})}),
        findings);
  EXPECT_THAT(staleIds(suppressions), ElementsAre("IRQL103")) << "no pragma is stale";
}

TEST(Suppressions, CommentsSayWhatIsWrongWithThem) {
  std::vector<Finding> none;
  CommentUses suppressions;
  apply(suppressions,
        programWith({directive(SuppressionKind::Comment, 1, 1, {}),
                     directive(SuppressionKind::Comment, 2, 2, {"IRQL999"}),
                     directive(SuppressionKind::Comment, 3, 3, {"C28121"}, "")}),
        none);
  const std::vector<CommentUse> comments = suppressions.all();
  ASSERT_EQ(comments.size(), 3u);
  EXPECT_EQ(comments[0].id, "");
  EXPECT_FALSE(comments[1].isKnown);
  EXPECT_TRUE(comments[2].isKnown);
  EXPECT_FALSE(comments[2].hasReason);
}

TEST(Suppressions, ACommentOfTwoDriversIsStaleOnlyIfItIsInBoth) {
  const Program program = programWith({directive(SuppressionKind::Comment, 3, 3, {"IRQL101", "IRQL103"})});
  std::vector<Finding> found{findingAt(3)};
  std::vector<Finding> none;
  for (const bool foundFirst : {false, true}) {
    CommentUses suppressions;
    apply(suppressions, program, foundFirst ? found : none);
    apply(suppressions, program, foundFirst ? none : found);
    EXPECT_THAT(staleIds(suppressions), ElementsAre("IRQL103"));
  }
}

TEST(Suppressions, ADirectiveMayCoverAnotherFile) {
  SuppressionDirective inherited = directive(SuppressionKind::Region, 2, 4, {"C28121"});
  inherited.file = FileId(1);
  EXPECT_TRUE(hides(inherited, findingAt(3, kRule, "b.c")));
  EXPECT_FALSE(hides(inherited, findingAt(3)));
}

TEST(Suppressions, WhatTheCommandLineDisablesIsExternal) {
  SuppressionDirective disabled = directive(SuppressionKind::CommandLine, 1, SuppressionDirective::kEndOfFile,
                                            {"C28121"}, "disabled by /wd28121 in driver.vcxproj");
  disabled.location = {};
  disabled.file = FileId(0);
  std::vector<Finding> findings{findingAt(3)};
  CommentUses suppressions;
  apply(suppressions, programWith({disabled}), findings);
  ASSERT_TRUE(findings[0].suppression);
  EXPECT_EQ(findings[0].suppression->source, SuppressionSource::External);
  EXPECT_EQ(findings[0].suppression->justification, "disabled by /wd28121 in driver.vcxproj");
  EXPECT_EQ(findings[0].suppression->location, Location());
  EXPECT_TRUE(suppressions.all().empty());
}
TEST(Suppressions, NothingIsStaleWhereCodeWasLost) {
  Program program = programWith({directive(SuppressionKind::Comment, 3, 3, {"IRQL101"})});
  program.functions.emplace_back();
  program.functions[0].summary.location = {FileId(0), 2, 1, 0};
  program.functions[0].summary.bodyLost = true;
  std::vector<Finding> none;
  CommentUses suppressions;
  apply(suppressions, program, none);
  EXPECT_THAT(staleIds(suppressions), ElementsAre());
}

}  // namespace
}  // namespace irqlint
