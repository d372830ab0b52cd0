// A function of which a syntax error leaves nothing is counted all the same.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/LoweredTu.h"

namespace irqlint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> lostIn(const TuSummary& summary) {
  std::vector<std::string> lost;
  for (const FunctionSummary& function : summary.functions) {
    if (function.bodyLost) lost.push_back(function.name + " " + std::to_string(function.location.line));
  }
  return lost;
}

TEST(SwallowedFunctions, AreFoundBehindASyntaxError) {
  EXPECT_THAT(lostIn(loweredC("int Good(int x) { return x; }\n"
                              "typedef struct broken ) ;\n"
                              "UNKNOWN(a) stray int Lost(int x) { if (x) { return 1; } return 0; }\n"
                              "int AlsoGood(int x) { return x; }\n")),
              ElementsAre("Lost 3"));
}
TEST(SwallowedFunctions, AreThoseOfActiveTextOnly) {
  EXPECT_THAT(lostIn(loweredC("stray ] here;\n"
                              "#if 0\nstray stray int Skipped(void) { return 1; }\n#endif\n"
                              "#define TWO_LINES \\\n  int InMacro(void) { }\n"
                              "int Good(void) { return 1; }\n")),
              IsEmpty());
}
TEST(SwallowedFunctions, AreNoTablesTypesOrPrototypes) {
  EXPECT_THAT(lostIn(loweredC("stray ] here;\n"
                              "struct s { int (*call)(int); };\n"
                              "enum e { First = sizeof(int) };\n"
                              "__declspec(align(8)) int table[] = { (1), (2) };\n"
                              "int Declared(int x);\n")),
              IsEmpty());
}
TEST(SwallowedFunctions, AreFoundInCxxScopes) {
  EXPECT_THAT(lostIn(loweredCpp("namespace n { extern \"C\" {\n"
                                "int Missing::Method(int x) const { return x; }\n"
                                "Missing::Missing(int x) : Base(x), y(x) { }\n"
                                "class Seen { int inside(int x) { return x; } };\n"
                                "ITEM_TABLE(items) { ONE(1), };\n"
                                "struct Op { ~Op() {} operator int() { return 1; } void operator()(int) {} };\n"
                                "template <class T> T generic(T x) { return x; }\n"
                                "} }\n")),
              ElementsAre("Method 2", "Missing 3"));
}
TEST(SwallowedFunctions, KeepTheNameAUnitDeclares) {
  const TuSummary summary = loweredC(
      "int Lost(int);\nint Caller(void) { return Lost(1); }\n"
      "UNKNOWN(a) stray int Lost(int x) { return x; }\n");
  EXPECT_THAT(lostIn(summary), ElementsAre("Lost 3"));
  EXPECT_EQ(std::count_if(summary.functions.begin(), summary.functions.end(),
                          [](const FunctionSummary& f) { return f.name == "Lost"; }),
            1);
}

}  // namespace
}  // namespace irqlint
