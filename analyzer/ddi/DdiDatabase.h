// What the tool knows of kernel interfaces: contracts, callback roles, registrations, allocators, sections.
//
// The data ships inside the program; an entry is read when it is first asked for. Not safe for concurrent use.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/Contract.h"

namespace irqlint {

// A function becomes a callback by being passed to an API or stored into a structure's field.
struct Registration {
  std::string role;                  // the callback's contract: "KDEFERRED_ROUTINE"
  std::string irpMajor;              // "IRP_MJ_READ" for a row that holds for one IRP type only
  std::optional<Irql> minimum;       // where the row narrows the role's own levels
  std::optional<Irql> maximum;
  std::optional<Irql> usualMaximum;
  bool driverCalls = false;          // a table the driver calls through
};

enum class PoolKind : std::uint8_t { Unknown, Paged, NonPaged, ByArgument, ByList };

struct Allocator {
  PoolKind pool = PoolKind::Unknown;
  std::optional<std::uint32_t> selectorParameter;
  std::string selectorType;  // "POOL_TYPE", "POOL_FLAGS", ...
};

class DdiDatabase {
 public:
  DdiDatabase();
  ~DdiDatabase();

  // The contract of a function, macro or callback type; null if the name is not known. An alias is resolved, keeping
  // the name asked for. The pointer stays valid as long as the database.
  const Contract* contract(std::string_view name) const;

  // What passing a function as argument `parameter` of `api` makes of it; empty if nothing.
  std::span<const Registration> registrations(std::string_view api, std::uint32_t parameter) const;
  // What storing a function into `record`::`field` makes of it. `record` may carry leading underscores and a trailing
  // "_V2"-like version; a row of an array field ("MajorFunction[]") is asked for with its plain name.
  std::span<const Registration> fieldRegistrations(std::string_view record, std::string_view field) const;
  // True if `api` calls argument `parameter` before it returns (KeSynchronizeExecution), so that it is a call, not a
  // new entry point.
  bool callsSynchronously(std::string_view api, std::uint32_t parameter) const;

  const Allocator* allocator(std::string_view api) const;

  // The value of a named constant that conditions mention (PagedPool, POOL_FLAG_PAGED, UserMode, TRUE ...).
  std::optional<std::int64_t> constant(std::string_view name) const;

  // Sections, by the rules of the loader: "PAGE*" is pageable, "INIT" discardable.
  static bool isPageableSection(std::string_view section);
  static bool isDiscardableSection(std::string_view section);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace irqlint
