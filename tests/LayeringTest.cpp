// The architecture, as far as the compiler does not hold it up itself.
#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string_view>

#include <gtest/gtest.h>

#include "analyzer/ddi/DdiDatabase.h"
#include "tests/FixturePrograms.h"

namespace irqlint::test {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = IRQLINT_SOURCE_DIR;
constexpr std::ptrdiff_t kMaximumLines = 400;

struct SourceFile {
  std::string path;    // relative to the root
  std::string folder;  // the stage: "model", "rules", "cli", "tests"
  std::string text;
};

bool isCode(const fs::path& path) { return path.extension() == ".cpp" || path.extension() == ".h"; }

std::vector<SourceFile> sourceFiles() {
  std::vector<SourceFile> files;
  for (const char* top : {"analyzer", "rules", "cli", "tests"})
    for (const auto& entry : fs::recursive_directory_iterator(kRoot / top)) {
      const fs::path relative = fs::relative(entry.path(), kRoot);
      const std::string path = relative.generic_string();
      // The header kit is code for drivers, not of the tool.
      if (!entry.is_regular_file() || !isCode(relative) || path.starts_with("analyzer/frontend/headers/")) continue;
      const std::string folder = std::string(top) == "analyzer" ? std::next(relative.begin())->string() : top;
      files.push_back({path, folder, readFile(entry.path().string())});
    }
  return files;
}

std::vector<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::vector<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match)
    found.push_back((*match)[1]);
  return found;
}

// What a stage links, directly or not, as the build files say it.
std::map<std::string, std::set<std::string>> linkedStages() {
  std::map<std::string, std::set<std::string>> linked;
  const std::string analyzer = readFile((kRoot / "analyzer/CMakeLists.txt").string());
  const std::regex stage(R"(irqlint_stage\((\w+)\s+LINK\s+([^)]*)\))");
  const std::regex target(R"(irqlint_(\w+))");
  for (std::sregex_iterator match(analyzer.begin(), analyzer.end(), stage), end; match != end; ++match)
    for (const auto& name : matches((*match)[2], target)) linked[(*match)[1]].insert(name);
  for (const std::string top : {"rules", "cli"}) {
    const std::string text = readFile((kRoot / top / "CMakeLists.txt").string());
    const std::regex links("target_link_libraries\\(irqlint_" + top + "\\s+([^)]*)\\)");
    for (const auto& list : matches(text, links))
      for (const auto& name : matches(list, target)) linked[top].insert(name);
  }
  for (std::size_t round = 0; round < linked.size(); ++round)
    for (auto& [name, direct] : linked)
      for (const auto& other : std::set<std::string>(direct)) direct.insert(linked[other].begin(), linked[other].end());
  return linked;
}

TEST(Layering, OnlyTheFrontendIncludesClang) {
  const std::regex include(R"(#\s*include\s*[<"](clang(?:-c)?/[^>"]*)[>"])");
  for (const auto& file : sourceFiles())
    if (file.folder != "frontend" && file.folder != "tests") {
      EXPECT_TRUE(matches(file.text, include).empty()) << file.path;
    }
}

// The linker takes one of two types of a name for both, and says nothing.
TEST(Layering, NoTwoHeadersDefineATypeOfTheSameName) {
  const std::regex definition(R"((?:^|\n)(?:class|struct|enum class) (\w+)(?: final)?(?: : [^{;]*)? \{)");
  std::map<std::string, std::string> known;
  for (const auto& file : sourceFiles()) {
    if (!file.path.ends_with(".h")) continue;
    for (const auto& name : matches(file.text, definition)) {
      const auto [first, isNew] = known.try_emplace(name, file.path);
      EXPECT_TRUE(isNew) << name << ": " << first->second << " and " << file.path;
    }
  }
  EXPECT_GT(known.size(), 100u);
}

TEST(Layering, IncludesFollowTheLinkArrows) {
  const auto linked = linkedStages();
  ASSERT_FALSE(linked.at("cli").empty());
  const std::regex include(R"re(#\s*include\s*"(?:analyzer/)?(\w+)/[^"]*")re");
  for (const auto& file : sourceFiles()) {
    if (file.folder == "tests") continue;
    for (const auto& stage : matches(file.text, include))
      EXPECT_TRUE(stage == file.folder || linked.at(file.folder).contains(stage))
          << file.path << " includes " << stage << ", which " << file.folder << " does not link";
  }
}

TEST(Layering, NoLinkArrowTurnsBack) {
  for (const auto& [stage, linked] : linkedStages()) EXPECT_FALSE(linked.contains(stage)) << stage;
}

// Where the token that starts at `at` ends, if it is a comment or a raw string; else npos. Raw strings hold the rules'
// help, which may name what it likes.
std::size_t skippedTo(const std::string& text, std::size_t at) {
  const auto after = [&](std::string_view closing, std::size_t from) {
    const std::size_t found = text.find(closing, from);
    return found == std::string::npos ? text.size() : found + closing.size();
  };
  if (text.compare(at, 2, "//") == 0 || text.compare(at, 8, "#include") == 0) return after("\n", at);
  if (text.compare(at, 2, "/*") == 0) return after("*/", at + 2);
  if (text.compare(at, 2, "R\"") != 0) return std::string::npos;
  const std::size_t open = text.find('(', at);
  return after(")" + text.substr(at + 2, open - at - 2) + "\"", open);
}

std::vector<std::string> stringLiterals(const std::string& text) {
  std::vector<std::string> literals;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t next = skippedTo(text, at); next != std::string::npos) {
      at = next;
    } else if (text[at] == '\'' || text[at] == '"') {
      std::size_t end = at + 1;
      while (end < text.size() && text[end] != text[at] && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
      if (text[at] == '"') literals.push_back(text.substr(at + 1, end - at - 1));
      at = end + 1;
    } else {
      ++at;
    }
  }
  return literals;
}

TEST(Layering, NoKernelInterfaceIsNamedInCode) {
  const DdiDatabase ddi;
  // What begins like the name of a kernel interface and is one. Names of levels and types are the tool's vocabulary.
  const std::regex prefixed(
      "^((?:Cc|Cm|Dbg|Ex|Flt|FsRtl|Hal|Io|Ke|Kf|Ks|Mm|Ndis|Nt|Ob|Pcw|Po|Ps|Rtl|Se|Stor|Tm|Wdf|Wmi|Zw)"
      "[A-Z]\\w+)");
  for (const auto& file : sourceFiles()) {
    if (file.folder == "tests" || file.path.starts_with("analyzer/ddi/generate/")) continue;
    for (const auto& literal : stringLiterals(file.text))
      for (const auto& name : matches(literal, prefixed))
        EXPECT_EQ(ddi.contract(name), nullptr) << file.path << " spells " << name;
  }
}

TEST(Layering, StringLiteralsAreFoundAsTheCompilerFindsThem) {
  EXPECT_EQ(stringLiterals("f(\"a\\\"b\"); // \"no\"\n/* \"no\" */ '\"' R\"x(\"no\")x\" \"c\""),
            (std::vector<std::string>{"a\\\"b", "c"}));
}

TEST(Layering, FilesStayShort) {
  for (const auto& file : sourceFiles())
    EXPECT_LE(std::count(file.text.begin(), file.text.end(), '\n'), kMaximumLines) << file.path;
}

}  // namespace
}  // namespace irqlint::test
