// Which findings the source asks not to be told of, and which of its comments ask for nothing.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/link/Program.h"
#include "analyzer/model/Finding.h"
#include "rules/Directives.h"

namespace irqlint {

// One id of a comment `irqlint-suppress IDS: reason`, over all drivers that hold its file.
struct CommentUse {
  Location location;     // of the comment
  std::string id;        // "" if the comment names none
  bool isKnown = false;  // the id is a rule's, or that of a warning a rule corresponds to
  bool hasReason = false;
  bool isStale = true;  // there is nothing to hide, and nothing of the file was lost where it might have been
};

// Marks those of `findings` that a directive of `program` names at their location. They are all there are, possible
// ones too: what a comment hides without --include-possible is not stale. Returns the program's comments.
std::vector<CommentUse> applySuppressions(const Program& program, const Directives& directives,
                                          std::vector<Finding>& findings);

// Collects over the drivers of a run.
class CommentUses {
 public:
  void add(const std::vector<CommentUse>& ofDriver);

  // In order of place and id.
  std::vector<CommentUse> all() const;

 private:
  std::map<std::pair<Location, std::string>, CommentUse> comments_;
};

}  // namespace irqlint
