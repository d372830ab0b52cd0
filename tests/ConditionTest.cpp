// The conditions of contracts: what parses, and what is known of them from what is known of the operands.
#include "analyzer/ddi/Condition.h"

#include <map>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace irqlint {
namespace {

using testing::HasSubstr;

// "Timeout->QuadPart" for {"Timeout", {"->QuadPart"}}.
std::string spelled(const ConditionOperand& operand) {
  std::string text = operand.root;
  for (const std::string& step : operand.path) text += step;
  return text;
}

ConditionContext contextOf(std::map<std::string, KnownValue> values) {
  ConditionContext context;
  context.value = [values = std::move(values)](const ConditionOperand& operand) {
    const auto known = values.find(spelled(operand));
    return known == values.end() ? KnownValue() : known->second;
  };
  context.constant = [](std::string_view name) -> std::optional<std::int64_t> {
    if (name == "PagedPool") return 1;
    if (name == "UserMode") return 1;
    if (name == "SIX") return 6;
    return std::nullopt;
  };
  return context;
}

Truth evaluate(std::string_view text, std::map<std::string, KnownValue> values = {}) {
  const auto condition = Condition::parse(text);
  EXPECT_TRUE(condition) << condition.error().message();
  return condition ? condition->evaluate(contextOf(std::move(values))) : Truth::Unknown;
}

KnownValue is(std::int64_t value) { return KnownValue::constant(value); }
KnownValue between(std::int64_t low, std::int64_t high) { return {low, high, false}; }
const KnownValue kNotZero{INT64_MIN, INT64_MAX, true};

TEST(Condition, ComparesConstants) {
  EXPECT_EQ(evaluate("1 == 1"), Truth::True);
  EXPECT_EQ(evaluate("1 != 1"), Truth::False);
  EXPECT_EQ(evaluate("0x10 == 16"), Truth::True);
  EXPECT_EQ(evaluate("010 == 8"), Truth::True);
  EXPECT_EQ(evaluate("5UL > 4i64"), Truth::True);
  EXPECT_EQ(evaluate("-1 < 0"), Truth::True);
  EXPECT_EQ(evaluate("~0 == -1"), Truth::True);
  EXPECT_EQ(evaluate("1 << 4 == 16"), Truth::True);
  EXPECT_EQ(evaluate("2 + 3 - 1 >= 4"), Truth::True);
  EXPECT_EQ(evaluate("(6 ^ 2) <= 3"), Truth::False);
}

TEST(Condition, BindsOperatorsAsCDoes) {
  EXPECT_EQ(evaluate("1 | 2 && 0"), Truth::False);
  EXPECT_EQ(evaluate("1 || 0 && 0"), Truth::True);
  EXPECT_EQ(evaluate("4 & 6 == 6"), Truth::False);  // 4 & (6 == 6)
  EXPECT_EQ(evaluate("(4 & 6) == 4"), Truth::True);
  EXPECT_EQ(evaluate("!0 == 1"), Truth::True);
}

TEST(Condition, KnowsTheWordsOfTheLanguageAndNamedConstants) {
  EXPECT_EQ(evaluate("TRUE"), Truth::True);
  EXPECT_EQ(evaluate("FALSE"), Truth::False);
  EXPECT_EQ(evaluate("NULL == 0"), Truth::True);
  EXPECT_EQ(evaluate("SIX == 6"), Truth::True);
  EXPECT_EQ(evaluate("SEVEN == 7"), Truth::Unknown);
}

TEST(Condition, ReadsArguments) {
  EXPECT_EQ(evaluate("Wait != FALSE", {{"Wait", is(1)}}), Truth::True);
  EXPECT_EQ(evaluate("Wait==TRUE", {{"Wait", is(0)}}), Truth::False);
  EXPECT_EQ(evaluate("Wait==1"), Truth::Unknown);
  EXPECT_EQ(evaluate("PoolType & PagedPool", {{"PoolType", is(512)}}), Truth::False);
  EXPECT_EQ(evaluate("(PoolType & PagedPool) != 0", {{"PoolType", is(9)}}), Truth::True);
  EXPECT_EQ(evaluate("AccessMode == UserMode", {{"AccessMode", is(0)}}), Truth::False);
}

TEST(Condition, ReadsThroughPointers) {
  EXPECT_EQ(evaluate("Timeout->QuadPart != 0", {{"Timeout->QuadPart", is(0)}}), Truth::False);
  EXPECT_EQ(evaluate("*Timeout == 0", {{"Timeout*", is(0)}}), Truth::True);
  EXPECT_EQ(evaluate("*(PLONG)Timeout == 0", {{"Timeout*", is(0)}}), Truth::True);
  EXPECT_EQ(evaluate("(*Timeout).QuadPart == 0", {{"Timeout*.QuadPart", is(0)}}), Truth::True);
  EXPECT_EQ(evaluate("State.DeviceState != 1", {{"State.DeviceState", is(1)}}), Truth::False);
  EXPECT_EQ(evaluate("!(Data->Iopb->IrpFlags & 2)", {{"Data->Iopb->IrpFlags", is(2)}}), Truth::False);
  EXPECT_EQ(evaluate("!(((PWNODE_HEADER)Item)->Flags & 4)", {{"Item->Flags", is(8)}}), Truth::True);
  EXPECT_EQ(evaluate("Table[2] == 7", {{"Table[2]", is(7)}}), Truth::True);
  EXPECT_EQ(evaluate("Table[Index] == 7", {{"Index", is(2)}, {"Table[2]", is(7)}}), Truth::Unknown);
}

TEST(Condition, ReadsTheResult) {
  EXPECT_EQ(evaluate("return==TRUE", {{"return", is(1)}}), Truth::True);
  EXPECT_EQ(evaluate("return!=0", {{"return", kNotZero}}), Truth::True);
  EXPECT_EQ(evaluate("return < 0", {{"return", is(-1073741823)}}), Truth::True);
  EXPECT_EQ(evaluate("NT_SUCCESS(return)", {{"return", is(-1073741823)}}), Truth::False);
  EXPECT_EQ(evaluate("NT_SUCCESS(return)", {{"return", between(0, 259)}}), Truth::True);
  EXPECT_EQ(evaluate("NT_SUCCESS(return)"), Truth::Unknown);
}

TEST(Condition, ReasonsWithIntervals) {
  EXPECT_EQ(evaluate("Size > 256", {{"Size", between(300, 400)}}), Truth::True);
  EXPECT_EQ(evaluate("Size > 256", {{"Size", between(0, 256)}}), Truth::False);
  EXPECT_EQ(evaluate("Size > 256", {{"Size", between(0, 257)}}), Truth::Unknown);
  EXPECT_EQ(evaluate("Size >= 1", {{"Size", between(1, 2)}}), Truth::True);
  EXPECT_EQ(evaluate("Size == 3", {{"Size", between(4, 9)}}), Truth::False);
  EXPECT_EQ(evaluate("(Flags & 3) <= 3"), Truth::True);
  EXPECT_EQ(evaluate("(Flags & 3) == 4"), Truth::False);
  EXPECT_EQ(evaluate("Flags | 1"), Truth::True);
}

TEST(Condition, KnowsThatSomethingIsNotZero) {
  EXPECT_EQ(evaluate("Timeout == NULL", {{"Timeout", kNotZero}}), Truth::False);
  EXPECT_EQ(evaluate("Timeout != NULL", {{"Timeout", kNotZero}}), Truth::True);
  EXPECT_EQ(evaluate("Timeout", {{"Timeout", kNotZero}}), Truth::True);
  EXPECT_EQ(evaluate("Timeout == 5", {{"Timeout", kNotZero}}), Truth::Unknown);
  EXPECT_EQ(evaluate("&Lock != NULL"), Truth::True);
  EXPECT_EQ(evaluate("\"text\" == NULL"), Truth::False);
}

TEST(Condition, IsThreeValued) {
  EXPECT_EQ(evaluate("x && 0"), Truth::False);
  EXPECT_EQ(evaluate("x && 1"), Truth::Unknown);
  EXPECT_EQ(evaluate("x || 1"), Truth::True);
  EXPECT_EQ(evaluate("x || 0"), Truth::Unknown);
  EXPECT_EQ(evaluate("!x"), Truth::Unknown);
  EXPECT_EQ(evaluate("1 << x"), Truth::Unknown);
  EXPECT_EQ(evaluate("1 << 64"), Truth::Unknown);
}

TEST(Condition, AsksPredicates) {
  const auto condition = Condition::parse("format_has(Format, \"%ws %S\") || pageable(Table->Buffer)");
  ASSERT_TRUE(condition);
  std::vector<std::string> asked;
  ConditionContext context;
  context.predicate = [&](std::string_view name, const std::vector<std::string>& arguments) {
    std::string text(name);
    for (const std::string& argument : arguments) text += "|" + argument;
    asked.push_back(text);
    return name == "pageable" ? Truth::True : Truth::Unknown;
  };
  EXPECT_EQ(condition->evaluate(context), Truth::True);
  EXPECT_THAT(asked, testing::ElementsAre("format_has|Format|%ws %S", "pageable|Table->Buffer"));
}

TEST(Condition, KnowsNothingWithoutContext) {
  const auto condition = Condition::parse("a == b && f(c)");
  ASSERT_TRUE(condition);
  EXPECT_EQ(condition->evaluate({}), Truth::Unknown);
}

TEST(Condition, ListsItsOperandsOnce) {
  const auto condition = Condition::parse("Irp->Flags & MASK && Irp->Flags != *Other && f(Irp)");
  ASSERT_TRUE(condition);
  std::vector<std::string> operands;
  for (const ConditionOperand& operand : condition->operands()) operands.push_back(spelled(operand));
  EXPECT_THAT(operands, testing::ElementsAre("Irp->Flags", "MASK", "Other*", "Irp"));
}

TEST(Condition, SaysWhatItExpected) {
  const std::pair<std::string, std::string> cases[] = {
      {"", "an operand at column 1"}, {"a ==", "an operand at column 5"},
      {"(a", ") at column 3"},        {"a b", "end of condition at column 3"},
      {"a->", "a member name"},       {"f(a", ") at column"},
      {"12x4", "a number"},           {"a @ b", "end of condition"},
      {"\"open", "an operand"},       {"a[1", "]"},
      {"f(,)", "an operand"},         {"99999999999999999999", "a number"},
  };
  for (const auto& [text, expected] : cases) {
    const auto condition = Condition::parse(text);
    ASSERT_FALSE(condition) << text;
    EXPECT_THAT(condition.error().message(), HasSubstr(expected)) << text;
  }
}

TEST(Condition, RefusesToNestWithoutEnd) {
  EXPECT_TRUE(Condition::parse(std::string(40, '!') + "a"));
  for (const char* opening : {"(", "!", "*", "f("}) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += opening;
    EXPECT_FALSE(Condition::parse(text + "a")) << opening;
  }
}

}  // namespace
}  // namespace irqlint
