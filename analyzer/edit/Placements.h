// The edits that place the functions of one file in sections.
//
// Only text is added, in the style that the file has already: by #pragma alloc_text, or by __declspec(code_seg) at the
// definition. alloc_text must stand between a declaration and the definition, and moves only what has C linkage
// (Microsoft's documentation of the pragma); where that cannot be had, the definition says it.
#pragma once

#include <string>
#include <vector>

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/StringRef.h>

#include "analyzer/edit/Insertion.h"
#include "analyzer/model/TuSummary.h"

namespace irqlint {

// How the functions of a file are placed today.
struct FilePlacements {
  std::vector<AllocText> allocTexts;  // written in the file
  bool byDefinition = false;          // some function is placed by code_seg, as a pragma or a __declspec
};

// A function of the file that is to be placed.
struct WantedPlacement {
  std::string name;     // without namespaces
  std::string section;  // "PAGE"
  DefinitionSite site;
  bool assertPaged = false;  // PAGED_CODE() is to begin the body
};

struct PlacementPlan {
  std::vector<Insertion> insertions;
  std::vector<std::string> refusals;  // parallel to what was wanted: why not; "" if it is placed
};

// The file is not touched. A file with line ends that cannot be kept, and one that a program wrote, refuse all.
PlacementPlan planPlacements(llvm::StringRef text, const FilePlacements& today, llvm::ArrayRef<WantedPlacement> wanted);

}  // namespace irqlint
