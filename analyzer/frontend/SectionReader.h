// Which section functions and globals are placed in, and which directive says so.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <clang/AST/Decl.h>
#include <clang/Basic/SourceLocation.h>

#include "analyzer/model/TuSummary.h"

namespace irqlint {

// The segments that have a pragma of their own: code_seg, data_seg, bss_seg, const_seg.
enum class Segment : std::uint8_t { Code, Data, Bss, Const };

// A section and the directive that names it.
struct WrittenPlacement {
  std::string section;
  SectionOrigin origin = SectionOrigin::Default;
  clang::SourceLocation directive;
};

// The section pragmas of a TU, in the order in which they were read.
class SectionPragmas {
 public:
  // #pragma alloc_text(section, function).
  void allocText(std::string function, std::string section, clang::SourceLocation directive);

  // #pragma code_seg("section") and its relatives; "" returns to the default.
  void set(Segment segment, std::string section, clang::SourceLocation directive);
  // The (push, label) form: remembers what is in force. `label` may be empty.
  void push(Segment segment, std::string label);
  // The (pop, label) form: returns to what the matching push remembered; without a match nothing happens.
  void pop(Segment segment, std::string_view label, clang::SourceLocation directive);

  // The placement by alloc_text, in which the last directive before the definition at `definition` wins; null if there
  // is none: a directive behind the body comes too late.
  const WrittenPlacement* allocText(std::string_view function, clang::SourceLocation definition,
                                    const clang::SourceManager& sources) const;
  // No such pragma was read.
  bool empty() const;

  struct NamedPlacement {
    std::string function;
    WrittenPlacement placement;
  };
  // In the order of the directives.
  const std::vector<NamedPlacement>& allocTexts() const { return allocTexts_; }
  // What is in force at `place`; null for the default.
  const WrittenPlacement* inForce(Segment segment, clang::SourceLocation place,
                                  const clang::SourceManager& sources) const;

 private:
  struct Change {
    clang::SourceLocation place;  // a file location
    WrittenPlacement placement;   // section "" is the default
  };
  struct Saved {
    std::string label;
    WrittenPlacement placement;
  };
  struct State {
    std::vector<Change> changes;
    std::vector<Saved> stack;
  };

  void change(Segment segment, WrittenPlacement placement, clang::SourceLocation place);
  State& state(Segment segment) { return states_[static_cast<std::size_t>(segment)]; }
  const State& state(Segment segment) const { return states_[static_cast<std::size_t>(segment)]; }

  State states_[4];
  std::vector<NamedPlacement> allocTexts_;
  std::multimap<std::string, std::size_t, std::less<>> allocTextsOf_;  // by function: indices, in order
};

// True if `function` is declared with C linkage, also if it is static: what alloc_text can name.
bool hasCLanguageLinkage(const clang::FunctionDecl& function);

// Where the declarations and pragmas of the TU place `function` or `variable`.
WrittenPlacement placementOf(const clang::FunctionDecl& function, const SectionPragmas& pragmas);
WrittenPlacement placementOf(const clang::VarDecl& variable, const SectionPragmas& pragmas);

// How `directive` stands to the functions of the TU. Sets `definition` to that of the function, null if there is none.
AllocTextStanding standingOf(const SectionPragmas::NamedPlacement& directive, clang::ASTContext& context,
                             const clang::FunctionDecl*& definition);

}  // namespace irqlint
