// The suppression directives of a program, by the places they cover.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "analyzer/link/Program.h"
#include "analyzer/model/Finding.h"

namespace irqlint {

// True if `id`, as a directive has it, stands for `rule`: its id, its name, or a warning it corresponds to elsewhere.
bool means(std::string_view id, const RuleInfo& rule);

// One id of a directive that hides a finding.
struct HidingId {
  const SuppressionDirective* directive = nullptr;
  std::string_view id;
};

class Directives {
 public:
  // `program` must outlive this.
  explicit Directives(const Program& program);

  // What hides findings of `rule` at `location`; the most particular directive first.
  //
  // What MSVC reports of a function as a whole is hidden by a directive at its heading, too.
  std::vector<HidingId> hiding(const Location& location, const RuleInfo& rule) const;

 private:
  bool coversHeadingOf(const Location& location, const SuppressionDirective& directive, std::string_view id) const;
  // The line of the name of the innermost function around `location`; 0 if there is none.
  std::uint32_t nameOfFunctionAt(const Location& location) const;

  const Program& program_;
  std::map<std::string_view, std::vector<const SuppressionDirective*>> byFile_;
};

}  // namespace irqlint
