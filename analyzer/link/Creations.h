// What the calls that create objects say of the level at which the objects' callbacks are entered: a timer that asks
// for PASSIVE_LEVEL in its attributes, an interrupt that is handled passively.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "analyzer/link/MemberValues.h"
#include "analyzer/link/Program.h"

namespace irqlint {

struct CreationLevels {
  IrqlSet chosen;             // levels that a creation chooses
  bool leftToRole = false;    // some creation leaves the level to the callback's role
  bool cannotBeSeen = false;  // of some creation it cannot be seen

  void add(const CreationLevels& other);
  // Turns the levels that the role gives `entry` into those that the creations do. What is not certain of them becomes
  // unusual, so that it makes no definite finding.
  void applyTo(EntryPoint& entry) const;
};

class Creations {
 public:
  // Reads the creating calls of `program`, which must outlive it.
  explicit Creations(const Program& program);

  // What is said of callbacks of `role` that the event `registration` puts into a configuration object: by the calls
  // that create something from it, else by all that create such objects. None if there are none.
  std::optional<CreationLevels> of(const std::string& role, const EventPlace& registration) const;
  // The same for callbacks whose registration is not seen in a function.
  std::optional<CreationLevels> of(const std::string& role) const;
  // The creating APIs, by name, of which every call chooses PASSIVE_LEVEL.
  std::set<std::string, std::less<>> thatArePassive() const;

 private:
  struct Site {
    EventPlace place;
    const CallEvent* call;
    const Creation* creation;
    const std::string* api;
  };
  // By its choices from number `first` on; `parents`: how many objects it is asked for on behalf of.
  CreationLevels levelsOf(const Site& site, std::size_t first, unsigned parents) const;
  CreationLevels levelsOf(const Site& site, const LevelChoice& choice, std::size_t index, unsigned parents) const;
  std::optional<CreationLevels> findOf(const std::string& role) const;
  CreationLevels inheritedFrom(const std::string& api, std::size_t index, unsigned parents) const;
  CreationLevels findInheritedFrom(const std::string& api, std::size_t index, unsigned parents) const;
  std::vector<const Site*> sitesAfter(const EventPlace& registration) const;
  bool mentions(const Event& event, const Site& site) const;
  bool fillsAnew(const Event& event, const Site& site) const;

  const Program& program_;
  std::vector<Site> sites_;  // in order of their functions
  // What was asked for before: both rest on all sites, and are asked for at many.
  mutable std::map<std::string, std::optional<CreationLevels>> ofRole_;
  mutable std::map<std::tuple<std::string, std::size_t, unsigned>, CreationLevels> inherited_;
};

}  // namespace irqlint
