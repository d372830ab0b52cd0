// Where the source of a function's definition could be changed, so that the function lies in another section.
#pragma once

#include <cstdint>

#include "analyzer/model/Source.h"

namespace irqlint {

// What stands against changing it there.
enum class SiteObstacle : std::uint8_t {
  None,
  Macro,     // its name or its braces come out of a macro
  Included,  // not in the unit's own file
  Inline,
  Member,  // of a class
  Template,
  Lambda,
  NoBlock,  // a function-try-block, or a definition without a block
};

struct DefinitionSite {
  SiteObstacle obstacle = SiteObstacle::None;  // with one, the rest is not set
  bool isCxx = false;                          // in a file of C++
  bool hasCLinkage = false;                    // #pragma alloc_text can name it
  bool pagedCodeKnown = false;                 // the macro PAGED_CODE is defined
  // What declares it before, in the file of the definition: the `;` of the declaration, or the name in the #include of
  // the file that holds it. None: nothing does.
  SourceLocation declared;
  SourceLocation start;            // the first token of the definition, or the macro it comes from
  SourceLocation open;             // the left brace
  SourceLocation lastDeclaration;  // the `;` of the last of the declarations that the body begins with; none: no such
  SourceLocation firstStatement;   // behind these declarations; the right brace if there is nothing else

  friend bool operator==(const DefinitionSite&, const DefinitionSite&) = default;
};

}  // namespace irqlint
