#include "analyzer/dataflow/Liveness.h"

#include <gtest/gtest.h>

#include "tests/TestProgram.h"

namespace irqlint::test {
namespace {

TEST(Liveness, EndsWithTheLastUseAndWithAnAssignment) {
  TestTu tu;
  TestFunction f = tu.define("F", {"Device"});
  const ExprId used = f.local("used");
  const ExprId overwritten = f.local("overwritten");
  const ExprId result = f.call("G");
  f.when(f.parameter(0), [&] { f.call("H", {f.addressOf(used)}); });  // blocks 1 and 2 meet in 3
  f.assign(overwritten, f.integer(1));
  f.returns(overwritten);

  const FunctionBody& body = *f.summary().body;
  const Liveness live(body);
  const Terms terms(body);
  EXPECT_TRUE(live.isLive(BlockId(0), terms, used));
  EXPECT_TRUE(live.isLive(BlockId(1), terms, used));
  EXPECT_FALSE(live.isLive(BlockId(3), terms, used));
  EXPECT_FALSE(live.isLive(BlockId(3), terms, overwritten));
  EXPECT_FALSE(live.isLive(BlockId(1), terms, result));
}

TEST(Liveness, LastsAsLongAsThatOfWhatHoldsItsAddress) {
  TestTu tu;
  TestFunction f = tu.define("F", {"Device"});
  const ExprId closure = f.local("closure");
  const ExprId captured = f.local("captured");
  const ExprId guard = f.local("guard");
  const ExprId level = f.local("level");
  const ExprId inner = f.local("inner");
  f.assign(f.field(closure, "Lambda", "captured"), f.addressOf(captured));
  f.call("Guard::Guard", {f.addressOf(guard), f.addressOf(level)});
  f.assign(level, f.addressOf(inner));
  f.when(f.parameter(0), [&] { f.call("Run", {f.addressOf(closure)}); });  // blocks 1 and 2 meet in 3
  f.call("Guard::~Guard", {f.addressOf(guard)});
  f.returns();

  const FunctionBody& body = *f.summary().body;
  const Liveness live(body);
  const Terms terms(body);
  EXPECT_TRUE(live.isLive(BlockId(1), terms, captured));
  EXPECT_FALSE(live.isLive(BlockId(3), terms, captured));
  EXPECT_TRUE(live.isLive(BlockId(3), terms, level));
  EXPECT_TRUE(live.isLive(BlockId(3), terms, inner)) << "the guard leads there by way of another local";
}

TEST(Liveness, LastsThroughALoop) {
  TestTu tu;
  TestFunction f = tu.define("F", {"Device"});
  const ExprId flag = f.local("flag");
  f.loop(f.parameter(0), [&] {  // 1 is the head, 2 the loop, 3 what follows
    f.when(flag, [&] { f.call("G"); });
    f.assign(flag, f.integer(1));
  });
  f.returns();

  const FunctionBody& body = *f.summary().body;
  const Liveness live(body);
  const Terms terms(body);
  EXPECT_TRUE(live.isLive(BlockId(1), terms, flag));
  EXPECT_FALSE(live.isLive(BlockId(3), terms, flag));
}

TEST(Liveness, ATermLivesAsLongAsAllItsLocals) {
  TestTu tu;
  TestFunction f = tu.define("F", {"Device"});
  const ExprId pointer = f.local("pointer");
  const ExprId index = f.local("index");
  const ExprId both = f.element(f.dereference(pointer), index);
  const ExprId global = f.member(f.global("Extension"), "EXTENSION", "Flags");
  f.when(pointer, [&] { f.call("G", {index}); });
  f.call("G", {pointer});
  f.returns();

  const FunctionBody& body = *f.summary().body;
  const Liveness live(body);
  const Terms terms(body);
  EXPECT_TRUE(live.isLive(BlockId(1), terms, both));
  EXPECT_FALSE(live.isLive(BlockId(3), terms, both));
  EXPECT_TRUE(live.isLive(BlockId(3), terms, f.dereference(pointer)));
  EXPECT_TRUE(live.isLive(BlockId(3), terms, global));
}

}  // namespace
}  // namespace irqlint::test
