#include "analyzer/edit/Placements.h"

#include <algorithm>
#include <optional>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/edit/SourceLines.h"

namespace irqlint {
namespace {

constexpr llvm::StringLiteral kIndentation = "    ";
constexpr llvm::StringLiteral kAssertion = "PAGED_CODE();";
constexpr llvm::StringLiteral kAllocText = "alloc_text";
// What says in the first lines of a file that a program writes it.
constexpr std::size_t kHeadBytes = 2048;
constexpr llvm::StringLiteral kGeneratedMarks[] = {"do not edit", "@generated", "automatically generated",
                                                   "auto-generated", "file created by midl"};

std::string whyNoFile(llvm::StringRef text) {
  if (text.contains('\0') || text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return "its file is not in an encoding that can be kept";
  }
  for (std::size_t at = text.find('\r'); at != llvm::StringRef::npos; at = text.find('\r', at + 1)) {
    if (!text.substr(at + 1).starts_with("\n")) return "its file has line ends that cannot be kept";
  }
  const std::string head = text.take_front(kHeadBytes).lower();
  const auto isIn = [&](llvm::StringRef mark) { return llvm::StringRef(head).contains(mark); };
  return llvm::any_of(kGeneratedMarks, isIn) ? "its file says that a program writes it" : "";
}

std::string whyNot(SiteObstacle obstacle) {
  switch (obstacle) {
    case SiteObstacle::None: return "";
    case SiteObstacle::Macro: return "a macro writes its definition, or some of it";
    case SiteObstacle::Included: return "it is defined in a file that others include";
    case SiteObstacle::Inline: return "it is inline";
    case SiteObstacle::Member: return "it is a member of a class, whose section may have to be the same";
    case SiteObstacle::Template: return "it is a template";
    case SiteObstacle::Lambda: return "it is a lambda";
    case SiteObstacle::NoBlock: return "its body is no plain block";
  }
  return "its definition is not understood";
}

class Planner {
 public:
  Planner(llvm::StringRef text, const FilePlacements& today, llvm::ArrayRef<WantedPlacement> wanted)
      : lines_(text), today_(today), wanted_(wanted) {
    plan_.refusals.resize(wanted.size());
  }

  PlacementPlan run() {
    const std::string problem = whyNoFile(lines_.text());
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      plan_.refusals[i] = problem.empty() ? whyNotPlaced(wanted_[i]) : problem;
      if (!plan_.refusals[i].empty()) continue;
      place(wanted_[i]);
      if (wanted_[i].assertPaged && wanted_[i].site.pagedCodeKnown) insertAssertion(wanted_[i].site);
    }
    addBlocks();
    return std::move(plan_);
  }

 private:
  std::string whyNotPlaced(const WantedPlacement& wanted) const {
    const DefinitionSite& site = wanted.site;
    if (site.obstacle != SiteObstacle::None) return whyNot(site.obstacle);
    const auto open = lines_.offsetOf(site.open);
    const auto start = lines_.offsetOf(site.start);
    if (!open || !start || *open <= *start || lines_.text()[*open] != '{' || lines_.text()[*start] == '[') {
      return "its definition is not written as expected";
    }
    const auto isSame = [&](const AllocText& directive) { return directive.function == wanted.name; };
    if (llvm::any_of(today_.allocTexts, isSame)) return "an alloc_text names it already, to no effect";
    return "";
  }

  void place(const WantedPlacement& wanted) {
    const bool isFree = wanted.site.hasCLinkage && canFollow(wanted.site.declared, wanted.site.start.line);
    const bool isStyle = !today_.allocTexts.empty() || (!wanted.site.isCxx && !today_.byDefinition);
    if (!isFree || !isStyle) return placeByDefinition(wanted);
    if (const AllocText* last = lastDirective(wanted)) {
      insertDirective(*last, wanted);
    } else {
      newDirectives_.push_back(&wanted);
    }
  }

  // True if a line can be put after that of `declared`, and before line `limit`.
  bool canFollow(SourceLocation declared, std::uint32_t limit) const {
    const auto offset = lines_.offsetOf(declared);
    if (!offset || declared.line >= limit) return false;
    if (lines_.text()[*offset] == ';') return lines_.isLastOnLine(*offset + 1);
    const llvm::StringRef line = lines_.line(declared.line);
    if (!line.ltrim().starts_with("#")) return false;
    // An #include: what follows the closing quote.
    const std::size_t quote = line.find_first_of("\">", declared.column);
    return quote != llvm::StringRef::npos && lines_.isLastOnLine(lines_.begin(declared.line) + quote + 1);
  }

  // The last directive for the section that stands between declaration and definition, alone on its line.
  const AllocText* lastDirective(const WantedPlacement& wanted) const {
    const AllocText* last = nullptr;
    for (const AllocText& directive : today_.allocTexts) {
      const std::uint32_t line = directive.location.line;
      if (directive.section != wanted.section || directive.standing != AllocTextStanding::Places) continue;
      if (line <= wanted.site.declared.line || line >= wanted.site.start.line) continue;
      const llvm::StringRef text = lines_.line(line);
      const std::size_t name = text.find(kAllocText);
      if (!text.ltrim().starts_with("#") || name == llvm::StringRef::npos) continue;
      const std::size_t close = text.find(')', name);
      if (close == llvm::StringRef::npos || !lines_.isLastOnLine(lines_.begin(line) + close + 1)) continue;
      if (last == nullptr || last->location.line < line) last = &directive;
    }
    return last;
  }

  void insertDirective(const AllocText& last, const WantedPlacement& wanted) {
    const llvm::StringRef line = lines_.line(last.location.line);
    const std::size_t open = line.find('(', line.find(kAllocText));
    insert(lines_.begin(last.location.line + 1),
           line.take_front(open).str() + "(" + wanted.section + ", " + wanted.name + ")" + lines_.lineEnd().str());
  }

  // The directives that found none to follow: as few blocks as can be, each after the last of the declarations that it
  // needs and before the first of the definitions.
  void addBlocks() {
    llvm::stable_sort(newDirectives_, [](const WantedPlacement* a, const WantedPlacement* b) {
      return a->site.start.line < b->site.start.line;
    });
    for (auto begin = newDirectives_.begin(); begin != newDirectives_.end();) {
      const std::uint32_t limit = (*begin)->site.start.line;
      const auto end = std::find_if(begin, newDirectives_.end(),
                                    [&](const WantedPlacement* wanted) { return wanted->site.declared.line >= limit; });
      addBlock({begin, end});
      begin = end;
    }
  }

  void addBlock(std::vector<const WantedPlacement*> block) {
    std::uint32_t last = 0;
    for (const WantedPlacement* wanted : block) last = std::max(last, wanted->site.declared.line);
    llvm::stable_sort(block,
                      [](const WantedPlacement* a, const WantedPlacement* b) { return a->section < b->section; });
    const std::string lineEnd = lines_.lineEnd().str();
    std::string text = lineEnd;
    for (const WantedPlacement* wanted : block) {
      text += "#pragma " + kAllocText.str() + "(" + wanted->section + ", " + wanted->name + ")" + lineEnd;
    }
    if (!lines_.line(last + 1).trim().empty()) text += lineEnd;
    insert(lines_.begin(last + 1), std::move(text));
  }

  void placeByDefinition(const WantedPlacement& wanted) {
    const std::size_t start = *lines_.offsetOf(wanted.site.start);
    const llvm::StringRef indentation = lines_.indentation(wanted.site.start.line);
    const bool isFirst = lines_.begin(wanted.site.start.line) + indentation.size() == start;
    const std::string words = "__declspec(code_seg(\"" + wanted.section + "\"))";
    insert(start, isFirst ? words + lines_.lineEnd().str() + indentation.str() : words + " ");
  }

  // After the declarations in C, whose older compilers want no statement before them; else first.
  void insertAssertion(const DefinitionSite& site) {
    const std::size_t open = *lines_.offsetOf(site.open) + 1;
    const std::optional<std::size_t> declarations = site.isCxx ? std::nullopt : endOfDeclarations(site);
    const std::size_t behind = declarations.value_or(open);
    if (!lines_.isLastOnLine(behind)) {
      insert(behind, " " + kAssertion.str());
      return;
    }
    const std::uint32_t next = lines_.lineAt(behind) + 1;
    const std::string lineEnd = lines_.lineEnd().str();
    std::string text = declarations ? lineEnd : "";
    text += indentationOfBody(site) + kAssertion.str() + lineEnd;
    const llvm::StringRef following = lines_.line(next).trim();
    if (!following.empty() && !following.starts_with("}")) text += lineEnd;
    insert(lines_.begin(next), std::move(text));
  }

  // Behind the last of the declarations that the body begins with; none if there are none, or if not every build has
  // all of them.
  std::optional<std::size_t> endOfDeclarations(const DefinitionSite& site) const {
    const auto last = lines_.offsetOf(site.lastDeclaration);
    if (!last || isConditional(site)) return std::nullopt;
    const llvm::StringRef text = lines_.text();
    if (text[*last] == ';') return *last + 1;
    const std::size_t next = text.find_first_not_of(" \t", *last + 1);
    const bool isMacro = text[*last] == ')' && next != llvm::StringRef::npos && text[next] == ';';
    return isMacro ? std::optional(next + 1) : std::nullopt;
  }

  bool isConditional(const DefinitionSite& site) const {
    for (std::uint32_t line = site.open.line + 1; line <= site.firstStatement.line; ++line) {
      if (lines_.line(line).ltrim().starts_with("#")) return true;
    }
    return false;
  }

  std::string indentationOfBody(const DefinitionSite& site) const {
    const SourceLocation inside = site.lastDeclaration.line != 0 ? site.lastDeclaration : site.firstStatement;
    const bool isShown = inside.line > site.open.line && lines_.line(inside.line).ltrim() != "}";
    if (isShown) return lines_.indentation(inside.line).str();
    return lines_.indentation(site.open.line).str() + kIndentation.str();
  }

  void insert(std::size_t offset, std::string text) { plan_.insertions.push_back({offset, std::move(text)}); }

  const SourceLines lines_;
  const FilePlacements& today_;
  const llvm::ArrayRef<WantedPlacement> wanted_;
  std::vector<const WantedPlacement*> newDirectives_;
  PlacementPlan plan_;
};

}  // namespace

PlacementPlan planPlacements(llvm::StringRef text, const FilePlacements& today,
                             llvm::ArrayRef<WantedPlacement> wanted) {
  return Planner(text, today, wanted).run();
}

}  // namespace irqlint
