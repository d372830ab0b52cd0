// What C++ does between the lines: objects' lives, virtual calls, closures, overloaded operators.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/LoweredTu.h"

namespace irqlint {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPrelude = R"(
typedef unsigned long long size_t;
int F(int); void Acq(long*); void Rel(long*);
void* operator new(size_t size, int pool) noexcept;
struct Lock { Lock(long* l) : l_(l) { Acq(l_); } ~Lock() { Rel(l_); } int held() const; long* l_; };
struct Base { virtual int run(int n = 7); virtual ~Base(); };
struct Final final : Base { int run(int n) override; };
struct Plain { int a, b; };
struct Value { Value(); Value(const Value&); ~Value(); Value& operator=(const Value&); explicit operator bool() const; int operator[](int); };
Value make();
)";

// The body of the function `f` that `source` defines.
std::string lower(const std::string& source) { return bodyOf(loweredCpp(kPrelude + source), "f"); }

TEST(CxxLowering, DestructorsRunInReverseAtTheEndOfTheScope) {
  EXPECT_EQ(lower("void f(long* p) { Lock a(p); { Lock b(p); } F(1); }"),
            "B0:\n  #0 = Lock::Lock(&a, $0)\n  #1 = Lock::Lock(&b, $0)\n  #2 = Lock::~Lock(&b) implicit\n"
            "  #3 = F(1)\n  #4 = Lock::~Lock(&a) implicit\n  exit\n");
}
TEST(CxxLowering, ReturnEvaluatesThenDestroys) {
  EXPECT_EQ(lower("int f(long* p) { Lock a(p); return F(1); }"),
            "B0:\n  #0 = Lock::Lock(&a, $0)\n  #1 = F(1)\n  return #1\n  #2 = Lock::~Lock(&a) implicit\n  exit\n");
}
TEST(CxxLowering, ContinueDestroysWhatTheBodyMade) {
  EXPECT_THAT(lower("void f(long* p) { while (F(1)) { Lock a(p); if (F(2)) continue; F(3); } }"),
              HasSubstr("  #3 = Lock::~Lock(&a) implicit\n  goto B1\n"));
}
TEST(CxxLowering, GotoBackBehindADeclarationDestroys) {
  EXPECT_EQ(lower("void f(long* p) { again: Lock a(p); if (F(1)) goto again; }"),
            "B0:\n  goto B1\nB1:\n  #0 = Lock::Lock(&a, $0)\n  #1 = F(1)\n  if #1 B2 else B3\n"
            "B2:\n  #2 = Lock::~Lock(&a) implicit\n  goto B1\nB3:\n  #3 = Lock::~Lock(&a) implicit\n  exit\n");
}
TEST(CxxLowering, TemporaryDiesWithItsFullExpression) {
  EXPECT_EQ(lower("void f(long* p) { F(Lock(p).held()); F(2); }"),
            "B0:\n  #0 = Lock::Lock(&%0, $0)\n  #1 = Lock::held(&%0)\n  #2 = F(#1)\n  #3 = Lock::~Lock(&%0) implicit\n"
            "  #4 = F(2)\n  exit\n");
}
TEST(CxxLowering, TemporaryInAConditionDiesBeforeTheBranch) {
  EXPECT_THAT(lower("void f(long* p) { if (Lock(p).held()) F(1); }"),
              HasSubstr("#2 = Lock::~Lock(&%0) implicit\n  if #1 B1 else B2"));
}
TEST(CxxLowering, ReferenceKeepsATemporaryAlive) {
  EXPECT_EQ(lower("void f(long* p) { const Lock& a = Lock(p); F(1); }"),
            "B0:\n  #0 = Lock::Lock(&%1, $0)\n  a = &%1\n  #1 = F(1)\n  #2 = Lock::~Lock(&%1) implicit\n  exit\n");
}
TEST(CxxLowering, DiscardedResultIsDestroyed) {
  EXPECT_EQ(lower("void f() { make(); }"),
            "B0:\n  #0 = make()\n  %0 = #0\n  #1 = Value::~Value(&%0) implicit\n  exit\n");
}
TEST(CxxLowering, ReturnedLocalIsTheCallersToDestroy) {
  EXPECT_THAT(lower("Value f() { Value v; F(1); return v; }"), Not(HasSubstr("~Value")));
}
TEST(CxxLowering, TrivialObjectsLeaveAssignmentsOnly) {
  EXPECT_EQ(lower("void f(Plain& r) { Plain p{1}; Plain q = p; r = q; }"),
            "B0:\n  p = 0\n  p.a = 1\n  q = p\n  *$0 = q\n  exit\n");
}

TEST(CxxLowering, ConstructorInitialisesBasesAndMembersInOrder) {
  EXPECT_EQ(
      bodyOf(loweredCpp(kPrelude +
                        std::string("struct D : Lock { Lock m; int k = F(3); D(long* p) : Lock(p), m(p) { F(1); } };")),
             "D::D"),
      "B0:\n  #0 = Lock::Lock($0, $1)\n  #1 = Lock::Lock(&$0->m, $1)\n  #2 = F(3)\n  $0->k = #2\n  #3 = F(1)\n  "
      "exit\n");
}
TEST(CxxLowering, DestructorDestroysMembersThenBases) {
  EXPECT_EQ(bodyOf(loweredCpp(kPrelude + std::string("struct D : Lock { Lock m; D(); ~D() { F(1); } };")), "D::~D"),
            "B0:\n  #0 = F(1)\n  #1 = Lock::~Lock(&$0->m) implicit\n  #2 = Lock::~Lock($0) implicit\n  exit\n");
}

TEST(CxxLowering, VirtualCallWithADefaultArgument) {
  EXPECT_EQ(lower("void f(Base* b) { b->run(); }"), "B0:\n  #0 = Base::run($0, 7) virtual\n  exit\n");
}
TEST(CxxLowering, QualifiedCallIsNotVirtual) {
  EXPECT_EQ(lower("void f(Base* b) { b->Base::run(1); }"), "B0:\n  #0 = Base::run($0, 1)\n  exit\n");
}
TEST(CxxLowering, CallOnAFinalClassIsNotVirtual) {
  EXPECT_EQ(lower("void f(Final* b) { b->run(1); }"), "B0:\n  #0 = Final::run($0, 1)\n  exit\n");
}
TEST(CxxLowering, NewAllocatesThenConstructs) {
  EXPECT_EQ(lower("Lock* f(long* p) { return new (1) Lock(p); }"),
            "B0:\n  #0 = operator new(8, 1)\n  if #0 B1 else B2\nB1:\n  #1 = Lock::Lock(#0, $0)\n  goto B2\n"
            "B2:\n  return #0\n  exit\n");
}
TEST(CxxLowering, DeleteDestroysThenReleases) {
  EXPECT_EQ(lower("void f(Base* b) { delete b; }"),
            "B0:\n  if $0 B1 else B2\nB1:\n  #0 = Base::~Base($0) virtual implicit\n  #1 = operator delete($0, 8)\n"
            "  goto B2\nB2:\n  exit\n");
}
TEST(CxxLowering, OverloadedOperatorsAreCalls) {
  EXPECT_EQ(lower("void f(Value& a, Value& b) { a = b; a[2]; }"),
            "B0:\n  #0 = Value::operator=($0, $1)\n  #1 = Value::operator[]($0, 2)\n  exit\n");
}
TEST(CxxLowering, ConversionInAConditionIsACall) {
  EXPECT_EQ(lower("void f(Value& a) { if (a) F(1); }"),
            "B0:\n  #0 = Value::operator bool($0)\n  if #0 B1 else B2\nB1:\n  #1 = F(1)\n  goto B2\nB2:\n  exit\n");
}
TEST(CxxLowering, ReferenceIsADereferencedPointer) {
  EXPECT_EQ(lower("int f(int& a) { int& r = a; r = 2; return r; }"), "B0:\n  r = $0\n  *r = 2\n  return *r\n  exit\n");
}
TEST(CxxLowering, ParametersOfAMethodCountFromOne) {
  EXPECT_EQ(bodyOf(loweredCpp("struct M { int x; void set(int v) { x = v; } };"), "M::set"),
            "B0:\n  $0->x = $1\n  exit\n");
}

TEST(CxxLowering, ClosureHoldsItsCaptures) {
  EXPECT_EQ(lower("void f(int n) { int k = 2; auto g = [&k, n] { return n + k; }; g(); }"),
            "B0:\n  k = 2\n  g.k = &k\n  g.n = $0\n  #0 = f::<lambda>(&g)\n  exit\n");
}
TEST(CxxLowering, LambdaReadsItsClosure) {
  EXPECT_EQ(bodyOf(loweredCpp("void f(int n) { int k = 2; auto g = [&k, n](int z) { k = z; return n; }; g(3); }"),
                   "f::<lambda>"),
            "B0:\n  *$0->k = $1\n  return $0->n\n  exit\n");
}
TEST(CxxLowering, LambdaMethodsReachTheirObject) {
  EXPECT_EQ(bodyOf(loweredCpp("struct M { int x; void f() { auto g = [this] { x = 1; }; g(); } };"), "M::f"),
            "B0:\n  g.this = $0\n  #0 = M::f::<lambda>(&g)\n  exit\n");
}
TEST(CxxLowering, LambdaAsFunctionPointerIsItsCallOperator) {
  EXPECT_EQ(lower("void f() { int (*p)(int) = [](int q) { return q; }; }"), "B0:\n  p = f::<lambda>\n  exit\n");
}

TEST(CxxLowering, RangeForReadsEachElement) {
  EXPECT_THAT(lower("int f(int (&a)[3]) { int s = 0; for (int x : a) s += x; return s; }"),
              HasSubstr("x = *__begin1\n  s = (s + x)\n"));
}
TEST(CxxLowering, IfWithInitialiserAndDeclaration) {
  EXPECT_EQ(lower("int f(int n) { if (int k = F(n); int j = F(k)) return j; return 0; }"),
            "B0:\n  #0 = F($0)\n  k = #0\n  #1 = F(k)\n  j = #1\n  if j B1 else B2\nB1:\n  return j\n  exit\n"
            "B2:\n  return 0\n  exit\n");
}
TEST(CxxLowering, StructuredBindingsNameTheParts) {
  EXPECT_EQ(lower("int f(Plain p) { auto [x, y] = p; return y; }"), "B0:\n  %0 = $0\n  return %0.b\n  exit\n");
}
TEST(CxxLowering, TemplateInstanceHasABody) {
  EXPECT_EQ(
      bodyOf(loweredCpp("int F(int); template <class T> T g(T t) { return F(t); } int f() { return g(4); }"), "g<int>"),
      "B0:\n  #0 = F($0)\n  return #0\n  exit\n");
}
TEST(CxxLowering, CatchIsReachedThroughTheDestructors) {
  EXPECT_EQ(lower("void f(long* p) { try { Lock l(p); F(1); } catch (...) { F(2); } }"),
            "B0: raises to B4\n  #0 = Lock::Lock(&l, $0)\n  goto B1\nB1: raises to B3\n  #1 = F(1)\n  goto B2\n"
            "B2: raises to B4\n  #3 = Lock::~Lock(&l) implicit\n  goto B5\nB3: raises to B4\n"
            "  #2 = Lock::~Lock(&l) implicit\n  goto B4\nB4:\n  #4 = F(2)\n  goto B5\nB5:\n  exit\n");
}
TEST(CxxLowering, ThrowGoesToTheHandler) {
  EXPECT_EQ(lower("void f(int n) { try { throw n; } catch (...) { F(2); } }"), "B0:\n  #0 = F(2)\n  exit\n");
}
TEST(CxxLowering, ConstantExpressionsAreFolded) {
  EXPECT_EQ(lower("constexpr int twice(int a) { return a * 2; } int f() { const int k = 3; return twice(k); }"),
            "B0:\n  k = 3\n  return 6\n  exit\n");
}
TEST(CxxLowering, PointerAsTruthIsComparedWithZero) {
  EXPECT_EQ(lower("bool f(int* p) { return p; }"), "B0:\n  return ($0 != 0)\n  exit\n");
}
TEST(CxxLowering, AnInitialiserThatWasNotUnderstoodIsUnknown) {
  EXPECT_EQ(lower("struct A; struct B; void f(B* b) { A* a{b}; F(1); }"), "B0:\n  a = ?\n  #0 = F(1)\n  exit\n");
}

}  // namespace
}  // namespace irqlint
