// Where the parts of a driver are in memory, and where they may be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/Finding.h"

namespace irqlint {

// What is placed: an allocation is a call that takes memory from pool, and stands for what it ever takes. All have a
// source location, a place today and a place they may have.
enum class PartitionKind : std::uint8_t { Function, Global, Allocation };

// Where something is today.
enum class Residence : std::uint8_t {
  Resident,
  Pageable,     // in a section whose name begins with PAGE, or in paged pool
  Discardable,  // in a section that is freed once the driver is initialised
  Unknown,      // allocations: from pool whose kind differs or is not known
};

// Where it may be.
enum class Placement : std::uint8_t {
  MustStay,
  CanPage,
  CanDiscard,  // after initialisation
  Unknown,
  InCallers,  // inline code: no place of its own
};

enum class PlacementReason : std::uint8_t {
  // MustStay
  EnteredRaised,   // runs at DISPATCH_LEVEL or above from its start
  RaisesInside,    // entered lower, but raises in its own body
  PowerPath,       // runs while the paging disk is off
  LockedOnDemand,  // in a pageable section that the driver locks down while it is used
  TouchedRaised,   // data: used by code that runs at DISPATCH_LEVEL or above
  KernelObject,    // data: the system touches it at any level
  // Unknown
  MayBeEnteredRaised,  // at a level that is permitted but rare, or by a call that is not sure
  MayRaise,            // the level inside is a guess
  LevelGuessed,        // the level it is entered at is a guess
  NobodyCalls,         // nobody is seen to call it, or what calls it, and nothing says at which level they do
  NeverEntered,        // on no path that was analysed
  AddressEscapes,      // its address goes where it is not seen what is done with it
  NotUnderstood,       // some of its body was not read
  MayBePowerPath,      // runs in a power change; whether the paging disk is on is not said
  MayServePaging,      // may be what brings a missing page in, its own included
  UserUnknown,         // data: used by a function of which too little is known
  NobodyUses,          // data: nobody is seen to use it
  // CanPage
  LowLevels,  // never at DISPATCH_LEVEL or above
  // CanDiscard
  OnlyInitialization,
  // InCallers
  Inline,
};

// "enteredRaised": the reason as a word, for scripts and fixtures.
std::string_view wordOf(PlacementReason reason);

// Lines of one file, both included.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend bool operator==(const LineRange&, const LineRange&) = default;
};

struct PartitionItem {
  PartitionKind kind = PartitionKind::Function;
  std::string name;      // of an allocation that of the allocator
  std::string identity;  // FunctionSummary::identity, GlobalSummary::identity; of an allocation that of the function
  std::string driver;    // "" where there is one only
  Location location;     // of the definition
  std::string section;   // "": the default one. Of an allocation the pool: "nonpaged pool"
  Residence residence = Residence::Resident;
  std::optional<std::uint64_t> bytes;  // none: not known. Of an allocation those of one run of the call
  Placement placement = Placement::Unknown;
  PlacementReason reason = PlacementReason::NeverEntered;
  std::string because;                   // the reason as a clause: "takes a spin lock in its own body"
  std::vector<ThreadFlowLocation> path;  // that shows the reason; may be empty
  // Functions with RaisesInside: the lines of the body, and those of them that run at DISPATCH_LEVEL or above.
  std::uint32_t lines = 0;
  std::vector<LineRange> raisedLines;
  bool restCouldBePaged = false;  // nothing else keeps it resident
};

// Sums over some items.
struct PartitionSum {
  std::size_t items = 0;
  std::size_t unknownSizes = 0;  // of `items`; `bytes` leaves them out
  std::uint64_t bytes = 0;

  void add(const PartitionItem& item);
  // In 4-KB pages, rounded up.
  std::uint64_t pages() const;
};

struct PartitionReport {
  std::string toolVersion;
  std::string sourceRoot;  // as in Report
  std::vector<PartitionItem> items;
  Coverage coverage;
};

}  // namespace irqlint
