// SAL in, contract out.
#include "analyzer/ddi/AnnotationContract.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace irqlint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<std::string> kParameters{"Lock", "OldIrql", "Wait"};

struct Read {
  std::optional<Contract> contract;
  std::vector<std::string> problems;
};

Read read(const std::vector<Annotation>& annotations) {
  Read result;
  result.contract = contractOf("F", kParameters, annotations, result.problems);
  return result;
}

// The contract of a function that carries these annotations itself; there must be no problem.
Contract contract(const std::vector<std::pair<std::string, std::string>>& annotations) {
  std::vector<Annotation> list;
  for (const auto& [name, arguments] : annotations) list.push_back({name, arguments, AnnotationTarget::Function, 0});
  Read result = read(list);
  EXPECT_THAT(result.problems, IsEmpty());
  EXPECT_TRUE(result.contract.has_value());
  return result.contract.value_or(Contract());
}

Annotation onParameter(std::uint32_t parameter, std::string name, std::string arguments = {}) {
  return {std::move(name), std::move(arguments), AnnotationTarget::Parameter, parameter};
}

LevelPlace pointee(std::uint32_t parameter) { return {LevelPlace::Kind::Pointee, parameter, {}}; }

TEST(AnnotationContract, IsNothingWithoutIrqlAnnotations) {
  const Read result = read({{"_Function_class_", "DRIVER_CANCEL", AnnotationTarget::Function, 0},
                            {"_When_", "Wait == 1, _Must_inspect_result_", AnnotationTarget::Function, 0},
                            {"_Acquires_lock_", "Lock", AnnotationTarget::Function, 0}});
  EXPECT_FALSE(result.contract.has_value());
  EXPECT_THAT(result.problems, IsEmpty());
}

TEST(AnnotationContract, ReadsBounds) {
  const Contract range = contract({{"_IRQL_requires_min_", "APC_LEVEL"}, {"_IRQL_requires_max_", "(DISPATCH_LEVEL)"}});
  EXPECT_EQ(range.name, "F");
  EXPECT_EQ(range.parameters, kParameters);
  EXPECT_EQ(range.confidence, ContractConfidence::Annotated);
  EXPECT_EQ(range.terms.minimum, kApcLevel);
  EXPECT_EQ(range.terms.maximum, kDispatchLevel);
  const Contract exact = contract({{"_IRQL_requires_", "DISPATCH_LEVEL"}});
  EXPECT_EQ(exact.terms.minimum, kDispatchLevel);
  EXPECT_EQ(exact.terms.maximum, kDispatchLevel);
  EXPECT_EQ(contract({{"_IRQL_always_function_max_", "1"}}).terms.maximum, kApcLevel);
}

TEST(AnnotationContract, TakesTheStrictestOfRepeatedBounds) {
  const Contract repeated = contract({{"_IRQL_requires_max_", "DISPATCH_LEVEL"},
                                      {"_IRQL_requires_max_", "PASSIVE_LEVEL"},
                                      {"_IRQL_requires_min_", "PASSIVE_LEVEL"}});
  EXPECT_EQ(repeated.terms.maximum, kPassiveLevel);
  EXPECT_EQ(repeated.terms.minimum, kPassiveLevel);
}

TEST(AnnotationContract, ReadsTheOldSpelling) {
  const Contract old = contract({{"__drv_maxIRQL", "DISPATCH_LEVEL"},
                                 {"__drv_minIRQL", "APC_LEVEL"},
                                 {"__drv_raisesIRQL", "DISPATCH_LEVEL"},
                                 {"__drv_sameIRQL", ""},
                                 {"__drv_savesIRQLGlobal", "SpinLock,Lock"}});
  EXPECT_EQ(old.terms.maximum, kDispatchLevel);
  EXPECT_EQ(old.terms.minimum, kApcLevel);
  EXPECT_EQ(old.terms.raises, LevelSource{kDispatchLevel});
  EXPECT_EQ(old.terms.saves, (LevelPlace{LevelPlace::Kind::Lock, 0, "SpinLock"}));
  EXPECT_TRUE(old.mustReturnAtEntryLevel);
  EXPECT_EQ(contract({{"__drv_setsIRQL", "PASSIVE_LEVEL"}}).terms.raises, LevelSource{kPassiveLevel});
  EXPECT_EQ(contract({{"__drv_arg", "OldIrql, __drv_out_deref(__drv_savesIRQL)"}}).terms.saves, pointee(1));
  EXPECT_EQ(contract({{"__drv_ret", "__drv_savesIRQL"}}).terms.saves, (LevelPlace{LevelPlace::Kind::Return, 0, {}}));
  const Contract when = contract({{"__drv_when", "Wait!=0, __drv_at(*OldIrql, __drv_savesIRQL) __drv_raisesIRQL(2)"}});
  ASSERT_EQ(when.conditions.size(), 1u);
  EXPECT_EQ(when.conditions[0].terms.saves, pointee(1));
}

TEST(AnnotationContract, SaysWhetherTheLevelIsTheSameAfterwards) {
  EXPECT_TRUE(contract({{"_IRQL_requires_same_", ""}}).mustReturnAtEntryLevel);
  EXPECT_FALSE(contract({{"_IRQL_requires_max_", "APC_LEVEL"}}).mustReturnAtEntryLevel);
  const Read cancel =
      read({{"_IRQL_requires_same_", "", AnnotationTarget::Function, 0}, onParameter(1, "_IRQL_uses_cancel_")});
  ASSERT_TRUE(cancel.contract.has_value());
  EXPECT_FALSE(cancel.contract->mustReturnAtEntryLevel);
}

TEST(AnnotationContract, RaisesToALevelOrToAParameter) {
  EXPECT_EQ(contract({{"_IRQL_raises_", "DISPATCH_LEVEL"}}).terms.raises, LevelSource{kDispatchLevel});
  EXPECT_EQ(contract({{"_IRQL_raises_", "OldIrql"}}).terms.raises, LevelSource{std::uint32_t{1}});
}

TEST(AnnotationContract, KnowsWhereTheOldLevelGoes) {
  EXPECT_EQ(contract({{"_IRQL_saves_", ""}}).terms.saves, (LevelPlace{LevelPlace::Kind::Return, 0, {}}));
  EXPECT_EQ(contract({{"_At_", "*OldIrql, _IRQL_saves_"}}).terms.saves, pointee(1));
  EXPECT_EQ(contract({{"_At_", "(*OldIrql), _IRQL_saves_"}}).terms.saves, pointee(1));
  EXPECT_EQ(contract({{"_At_", "return, _IRQL_saves_"}}).terms.saves, (LevelPlace{LevelPlace::Kind::Return, 0, {}}));
  EXPECT_EQ(read({onParameter(1, "_IRQL_saves_")}).contract->terms.saves, pointee(1));
  EXPECT_EQ(contract({{"_IRQL_saves_global_", "QueuedSpinLock,Lock->Handle"}}).terms.saves,
            (LevelPlace{LevelPlace::Kind::Lock, 0, "QueuedSpinLock"}));
}

TEST(AnnotationContract, KnowsWhereTheLevelIsRestoredFrom) {
  EXPECT_EQ(read({onParameter(1, "_IRQL_restores_")}).contract->terms.restores,
            (LevelPlace{LevelPlace::Kind::Parameter, 1, {}}));
  EXPECT_EQ(contract({{"_At_", "*OldIrql, _IRQL_restores_"}}).terms.restores, pointee(1));
  EXPECT_EQ(contract({{"_IRQL_restores_global_", "SpinLock, &Lock"}}).terms.restores,
            (LevelPlace{LevelPlace::Kind::Lock, 0, "SpinLock"}));
}

TEST(AnnotationContract, KeepsConditionsInOrder) {
  const Contract wait = contract({{"_When_", "(Wait == 1), _IRQL_requires_max_(APC_LEVEL)"},
                                  {"_When_", "Wait==0, _IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_requires_min_(1)"}});
  EXPECT_FALSE(wait.terms.maximum.has_value());
  ASSERT_EQ(wait.conditions.size(), 2u);
  EXPECT_EQ(wait.conditions[0].when, "(Wait == 1)");
  EXPECT_TRUE(wait.conditions[0].replacesMaximum);
  EXPECT_FALSE(wait.conditions[0].replacesMinimum);
  EXPECT_FALSE(wait.conditions[0].replacesRaises);
  EXPECT_EQ(wait.conditions[0].terms.maximum, kApcLevel);
  EXPECT_EQ(wait.conditions[1].terms.maximum, kDispatchLevel);
  EXPECT_EQ(wait.conditions[1].terms.minimum, kApcLevel);
}

TEST(AnnotationContract, JoinsWhatHoldsUnderOneCondition) {
  const Contract tried = contract({{"_When_", "return != 0, _IRQL_raises_(DISPATCH_LEVEL)"},
                                   {"_At_", "*OldIrql, _When_(return != 0, _IRQL_saves_)"}});
  EXPECT_FALSE(tried.terms.raises.has_value());
  ASSERT_EQ(tried.conditions.size(), 1u);
  EXPECT_TRUE(tried.conditions[0].replacesRaises);
  EXPECT_EQ(tried.conditions[0].terms.raises, LevelSource{kDispatchLevel});
  EXPECT_EQ(tried.conditions[0].terms.saves, pointee(1));
}

TEST(AnnotationContract, NestsConditions) {
  const Contract nested = contract({{"_When_", "Wait, _When_(return == 0, _IRQL_raises_(DISPATCH_LEVEL))"}});
  ASSERT_EQ(nested.conditions.size(), 1u);
  EXPECT_EQ(nested.conditions[0].when, "(Wait) && (return == 0)");
}

TEST(AnnotationContract, DoesNotSplitAtInnerCommas) {
  const Contract calls =
      contract({{"_When_", "f(Wait, \",)\") , _IRQL_requires_max_(APC_LEVEL), _IRQL_requires_min_(1)"}});
  ASSERT_EQ(calls.conditions.size(), 1u);
  EXPECT_EQ(calls.conditions[0].when, "f(Wait, \",)\")");
  EXPECT_EQ(calls.conditions[0].terms.maximum, kApcLevel);
  EXPECT_EQ(calls.conditions[0].terms.minimum, kApcLevel);
}

TEST(AnnotationContract, ReadsRegions) {
  EXPECT_TRUE(has(contract({{"__drv_acquiresCriticalRegion", ""}}).terms.effects, ContractEffect::CriticalRegionEnter));
  EXPECT_TRUE(has(contract({{"__drv_releasesCriticalRegion", ""}}).terms.effects, ContractEffect::CriticalRegionLeave));
  EXPECT_TRUE(
      has(contract({{"__drv_mustHoldCriticalRegion", ""}}).terms.effects, ContractEffect::RequiresApcsDisabled));
  const Contract tried = contract({{"_When_", "return, __drv_acquiresCriticalRegion"}});
  EXPECT_TRUE(tried.conditions.at(0).replacesEffects);
}

TEST(AnnotationContract, NamesWhatItCannotRead) {
  const auto problems = [](std::string name, std::string arguments) {
    return read({{std::move(name), std::move(arguments), AnnotationTarget::Function, 0}}).problems;
  };
  EXPECT_THAT(problems("_IRQL_requires_max_", "MY_LEVEL"),
              ElementsAre("annotation '_IRQL_requires_max_(MY_LEVEL)': not an IRQL"));
  EXPECT_THAT(problems("_IRQL_raises_", "level + 1"), ElementsAre(HasSubstr("not an IRQL")));
  EXPECT_THAT(problems("_IRQL_saves_global_", "SpinLock, TheGlobalLock"), ElementsAre(HasSubstr("names no parameter")));
  EXPECT_THAT(problems("_IRQL_restores_", ""), ElementsAre(HasSubstr("stands at no parameter")));
  EXPECT_THAT(problems("_At_", "*Other, _IRQL_saves_"), ElementsAre(HasSubstr("no parameter")));
  EXPECT_THAT(problems("_When_", "Wait ==, _IRQL_raises_(DISPATCH_LEVEL)"),
              ElementsAre(HasSubstr("expected an operand")));
  EXPECT_THAT(problems("_When_", ""), ElementsAre(HasSubstr("no condition")));
  std::string deep = "_IRQL_raises_(2)";
  for (int i = 0; i < 1000; ++i) deep = "_When_(1, " + deep + ")";
  EXPECT_THAT(problems("_When_", "1, " + deep), ElementsAre(HasSubstr("nested too deeply")));
}

// Half a macro must not be read past its end.
TEST(AnnotationContract, SurvivesCutOffText) {
  const std::string text = "Wait == f(1, \"a\\\"b\"), _At_(*OldIrql, _IRQL_saves_) _IRQL_raises_(DISPATCH_LEVEL)";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const Read result = read({{"_When_", text.substr(0, length), AnnotationTarget::Function, 0}});
    EXPECT_LE(result.problems.size(), 2u) << length;
  }
}

TEST(AnnotationContract, TellsDefectsApart) {
  const auto defect = [](std::string name, std::string arguments) {
    return defectOf({std::move(name), std::move(arguments), AnnotationTarget::Function, 0}, kParameters);
  };
  EXPECT_EQ(defect("_IRQL_requires_max_", "DISPATCH_LEVEL"), AnnotationDefect::None);
  EXPECT_EQ(defect("_IRQL_requires_max_", "2"), AnnotationDefect::None);
  EXPECT_EQ(defect("_IRQL_requires_max_", "(OWN)"), AnnotationDefect::None) << "something that is not evaluated";
  EXPECT_EQ(defect("_IRQL_requires_max_", "OWN"), AnnotationDefect::UnknownName);
  EXPECT_EQ(defect("_IRQL_raises_", "OldIrql"), AnnotationDefect::None);
  EXPECT_EQ(defect("_IRQL_raises_", ""), AnnotationDefect::NoArgument);
  EXPECT_EQ(defect("_IRQL_requires_min_", "99"), AnnotationDefect::NoLevel);
  EXPECT_EQ(defect("_Function_class_", "KDEFERRED_ROUTINE"), AnnotationDefect::None);
  EXPECT_EQ(defect("_Function_class_", "\"KDEFERRED_ROUTINE\""), AnnotationDefect::NoName);
  EXPECT_EQ(defect("_Dispatch_type_", ""), AnnotationDefect::NoArgument);
  EXPECT_EQ(defect("_When_", "Wait == 1, _IRQL_requires_max_(OWN)"), AnnotationDefect::None);
}

}  // namespace
}  // namespace irqlint
