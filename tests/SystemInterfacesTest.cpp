// Calls through what the system provides, and methods the system calls: contracts and roles by place and type.
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The contract that the only target of call number `call` of `caller` has; null if there is no such target.
const Contract* contractOfCall(const TestProgram& program, std::string_view caller, std::size_t call) {
  const auto& functions = program.program.targets(program.find(caller), CallId(call)).functions;
  return functions.size() == 1 ? program.program[functions.front()].contract : nullptr;
}

TEST(SystemInterfaces, ACallThroughAnInterfaceOfTheSystemHasTheContractOfTheMember) {
  TestTu tu("dma.c");
  TestFunction start = tu.define("Start");
  start.callThrough(start.member(start.parameter(0), "_DMA_OPERATIONS", "GetScatterGatherList"));
  start.callThrough(start.member(start.parameter(0), "_MY_OPERATIONS", "GetScatterGatherList"));
  const TestProgram program({tu.unit});
  EXPECT_THAT(targets(program, "Start", 0), ElementsAre("DMA_OPERATIONS::GetScatterGatherList"));
  ASSERT_NE(contractOfCall(program, "Start", 0), nullptr);
  EXPECT_EQ(contractOfCall(program, "Start", 0)->name, "PGET_SCATTER_GATHER_LIST");
  EXPECT_THAT(targets(program, "Start", 1), IsEmpty());
}

TEST(SystemInterfaces, ACallThroughAPointerOfTheSystemsTypeHasTheContractOfTheType) {
  TestTu tu("bus.c");
  TestFunction read = tu.define("Read");
  read.callThrough(read.member(read.parameter(0), "MY_BUS", "Get"));
  read.callThrough(read.member(read.parameter(0), "MY_BUS", "Cancel"));
  tu.unit.functionPointerFields.push_back(
      {tu.unit.strings.add("MY_BUS"), tu.unit.strings.add("Get"), tu.unit.strings.add("PGET_SET_DEVICE_DATA")});
  tu.unit.functionPointerFields.push_back(
      {tu.unit.strings.add("MY_BUS"), tu.unit.strings.add("Cancel"), tu.unit.strings.add("PDRIVER_CANCEL")});
  const TestProgram program({tu.unit});
  ASSERT_NE(contractOfCall(program, "Read", 0), nullptr);
  EXPECT_EQ(contractOfCall(program, "Read", 0)->name, "GET_SET_DEVICE_DATA");
  // The system calls functions of this type, it does not hand them out.
  EXPECT_THAT(targets(program, "Read", 1), IsEmpty());
}

TEST(SystemInterfaces, AFunctionOfTheProgramComesBeforeWhatTheSystemProvides) {
  TestTu tu("child.c");
  tu.define("GetData");
  TestFunction fill = tu.define("Fill");
  fill.assign(fill.member(fill.parameter(0), "_DMA_OPERATIONS", "PutDmaAdapter"), fill.function("GetData"));
  TestFunction use = tu.define("Use");
  use.callThrough(use.member(use.parameter(0), "_DMA_OPERATIONS", "PutDmaAdapter"));
  EXPECT_THAT(targets(TestProgram({tu.unit}), "Use", 0), ElementsAre("GetData"));
}

TEST(SystemInterfaces, AnInterlockedExchangeStores) {
  TestTu tu("queue.c");
  tu.define("OnCancel");
  tu.define("OnList");
  tu.define("Elsewhere");
  TestFunction insert = tu.define("Insert");
  const ExprId member = insert.member(insert.parameter(0), "_IRP", "CancelRoutine");
  insert.call("InterlockedExchangePointer", {insert.addressOf(member), insert.function("OnCancel")});
  const ExprId own = insert.member(insert.parameter(0), "MY_QUEUE", "OnList");
  insert.call("InterlockedCompareExchangePointer", {insert.addressOf(own), insert.function("OnList")});
  insert.call("InterlockedPushEntrySList", {insert.addressOf(own), insert.function("Elsewhere")});
  TestFunction use = tu.define("Use");
  use.callThrough(use.member(use.parameter(0), "MY_QUEUE", "OnList"));
  tu.unit.functionPointerFields.push_back(
      {tu.unit.strings.add("_IRP"), tu.unit.strings.add("CancelRoutine"), tu.unit.strings.add("PDRIVER_CANCEL")});
  const TestProgram program({tu.unit});
  EXPECT_THAT(roles(program, "OnCancel"), ElementsAre("DRIVER_CANCEL"));
  EXPECT_THAT(targets(program, "Use", 0), ElementsAre("OnList"));
}

TEST(SystemInterfaces, WhatIsPassedToAnInterfaceOfTheSystemIsACallback) {
  TestTu tu("list.c");
  tu.define("OnList");
  TestFunction start = tu.define("Start");
  const ExprId none = start.integer(0);
  start.callThrough(start.member(start.parameter(0), "_DMA_OPERATIONS", "GetScatterGatherList"),
                    {none, none, none, none, none, start.function("OnList")});
  EXPECT_THAT(roles(TestProgram({tu.unit}), "OnList"), ElementsAre("DRIVER_LIST_CONTROL"));
}

TEST(SystemInterfaces, AnOverriderOfAKitsMethodHasItsRole) {
  TestTu tu("stream.cpp");
  tu.define("CStream::SetState");
  tu.define("CBase::SetState");
  const auto summary = [&](std::string_view name) -> FunctionSummary& {
    return tu.unit.functions[tu.function(name).index()];
  };
  const FunctionRef method = tu.function("IMiniportWaveRTStream::SetState");
  tu.unit.functions[method.index()].isForeign = true;
  summary("CBase::SetState").overrides = {method};
  summary("CStream::SetState").overrides = {tu.function("CBase::SetState")};
  const TestProgram program({tu.unit});
  EXPECT_THAT(roles(program, "CBase::SetState"), ElementsAre("IMiniportWaveRTStream::SetState"));
  EXPECT_THAT(roles(program, "CStream::SetState"), ElementsAre("IMiniportWaveRTStream::SetState"));
}

}  // namespace
}  // namespace irqlint::test
