// What the tool knows of kernel interfaces: contracts, callback roles, registrations, allocators, sections.
//
// The data ships inside the program; an entry is read when it is first asked for. Not safe for concurrent use.
// Spans and pointers that it hands out stay valid as long as the database.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/Contract.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// A function becomes a callback by being passed to an API or stored into a structure's field.
struct Registration {
  std::string role;  // the callback's contract: "KDEFERRED_ROUTINE"
  // "IRP_MJ_READ" for a row that holds for one IRP type only, as the array index (MajorFunction[IRP_MJ_READ]) or a
  // member `MajorFunction` beside the field (FLT_OPERATION_REGISTRATION) says. A row without one holds for the rest.
  std::string irpMajor;
  // The row holds only where the function in the member `otherField` beside the field is known never to return
  // `neverReturned` (a minifilter's pre-operation that never asks for its post-operation but synchronised); "": always.
  std::string otherField;
  std::string neverReturned;
  std::string returnedInstead;  // a function that returns this as well may do so for some requests; "": nothing does
  std::optional<Irql> minimum;  // where the row says more than the role's own contract
  std::optional<Irql> maximum;
  std::optional<Irql> usualMaximum;
  bool driverCalls = false;     // a table the driver calls through
  bool synchronous = false;     // called before the registering call returns, at the level the role's contract gives
  bool atCallersLevel = false;  // synchronous, and at the level of the registering call
  // Above the usual levels only if the device is not power pageable, or takes a lot of current on its way up.
  bool byPowerFlags = false;
  // For some requests at its maximum, for others at its usual one.
  bool isSometimesRaised = false;
  // Of a function stored to an array by an index that is not known, where the index decides: it takes what any would.
  bool atAnyIndex = false;
  bool apcsEnabled = false;  // in a thread that asks the driver for something, normal kernel APCs enabled
  bool noPagingIo = false;   // has no part in bringing pages in

  friend bool operator==(const Registration&, const Registration&) = default;
};

enum class PoolKind : std::uint8_t { Unknown, Paged, NonPaged, ByArgument, ByList };

struct Allocator {
  PoolKind pool = PoolKind::Unknown;
  std::optional<std::uint32_t> selectorParameter;
  std::string selectorType;  // "POOL_TYPE", "POOL_FLAGS", ...
  std::optional<std::uint32_t> sizeParameter;
  std::optional<std::uint32_t> listParameter;    // with ByList: the lookaside list
  std::optional<std::uint32_t> resultParameter;  // the address goes to what this parameter points to; none: returned
  std::string resultField;                       // the member of that object which receives it; "" if all of it
  std::string resultRecord;                      // whose member; "": the one that the parameter's type names
  std::optional<std::uint32_t> handleParameter;  // a handle that stands for the memory goes to what this points to
  std::optional<std::uint32_t> tagParameter;
  bool isDeprecated = false;
  std::string when;  // allocates only where this condition holds; "": always

  friend bool operator==(const Allocator&, const Allocator&) = default;
};

// What the bits of an argument say that selects a pool: the first that is set decides, `otherwise` if none is.
struct PoolSelector {
  std::uint64_t paged = 0;
  std::uint64_t nonPaged = 0;
  std::uint64_t executable = 0;  // nonpaged and executable
  std::uint64_t noExecute = 0;   // if there are any: nonpaged pool is executable where none of them is set
  PoolKind otherwise = PoolKind::Unknown;

  friend bool operator==(const PoolSelector&, const PoolSelector&) = default;
};

struct Deallocator {
  std::uint32_t parameter = 0;  // the memory it frees
  std::string field;            // the member of the object pointed to that holds the address; "" if the argument does

  friend bool operator==(const Deallocator&, const Deallocator&) = default;
};

// A function that initialises a lookaside list, and so decides what its entries are.
struct LookasideList {
  std::uint32_t parameter = 0;  // the list
  PoolKind entries = PoolKind::Unknown;
  std::optional<std::uint32_t> selectorParameter;
  std::string selectorType;

  friend bool operator==(const LookasideList&, const LookasideList&) = default;
};

// A call that waits for an object, in a processor mode that the caller chooses.
struct ObjectWait {
  std::uint32_t objectParameter = 0;  // points to the object
  bool isOfSeveral = false;           // it points to pointers to the objects instead
  std::uint32_t modeParameter = 0;

  friend bool operator==(const ObjectWait&, const ObjectWait&) = default;
};

// A call that locks or unlocks a section of the image.
struct SectionLock {
  enum class Action : std::uint8_t { LockByAddress, LockByHandle, Unlock, PageAll, Reset };
  Action action = Action::LockByAddress;
  std::uint32_t parameter = 0;  // the address or the handle

  friend bool operator==(const SectionLock&, const SectionLock&) = default;
};

// What a created object's callbacks are entered at, by what the creator chose: `level` where the member `field` of what
// argument `parameter` points to has one of `values`.
struct LevelChoice {
  std::uint32_t parameter = 0;  // points to the object with the member
  std::string field;
  std::vector<std::string> values;  // names of constants, one of which the member has; none: anything but zero
  Irql level = kPassiveLevel;
  // Where the member has this value, or none, the creations of the parent object by `inheritsFrom` decide; "": none do.
  std::string inheritedValue;
  std::string inheritsFrom;

  friend bool operator==(const LevelChoice&, const LevelChoice&) = default;
};

// A call that creates an object and with it decides at which level the object's callbacks are entered: at the level of
// a choice of the creator's, else where their roles say.
struct Creation {
  std::vector<std::string> roles;                // the callbacks it speaks of
  std::optional<std::uint32_t> configParameter;  // points to the object that the callbacks are stored in
  std::vector<LevelChoice> choices;              // the first that chooses decides

  friend bool operator==(const Creation&, const Creation&) = default;
};

// Bits of a device object's member that say how the device is powered.
struct PowerFlags {
  std::uint64_t pageable = 0;  // while it is set, power requests come where page faults can be served
  std::uint64_t inrush = 0;    // while it is set, they may come where they cannot

  friend bool operator==(const PowerFlags&, const PowerFlags&) = default;
};

// How a function hands pointers on, and what routines get that it registers.
struct PointerFlows {
  struct End {
    enum class Kind : std::uint8_t { Argument, Pointee, Return, UserAddress };
    Kind kind = Kind::Return;
    std::uint32_t parameter = 0;  // Argument, Pointee

    friend bool operator==(const End&, const End&) = default;
  };
  struct Flow {
    End from;
    End to;  // Pointee or Return

    friend bool operator==(const Flow&, const Flow&) = default;
  };
  // The routine that argument `callback` is gets argument `argument` as its parameter `receives`.
  struct Context {
    std::uint32_t callback = 0;
    std::uint32_t argument = 0;
    std::uint32_t receives = 0;

    friend bool operator==(const Context&, const Context&) = default;
  };
  std::vector<Flow> flows;
  std::vector<Context> contexts;

  friend bool operator==(const PointerFlows&, const PointerFlows&) = default;
};

class DdiDatabase {
 public:
  DdiDatabase();
  ~DdiDatabase();

  // Lays a user's knowledge (the text of a JSON file in the format of the files in data/) over what is known. To be
  // called before anything is asked for, and not again after an error, which says line, column, field and reason:
  // "3:15: /contracts/0/irql_max: not an IRQL: ...".
  std::optional<Error> extend(std::string_view json);

  // The contract of a function, macro or callback type; null if the name is not known. An alias is resolved, keeping
  // the name asked for; so is a version suffix or a twin (Nt, Zw) the data leaves out.
  const Contract* contract(std::string_view name) const;

  // The callback contract a function (pointer) type names: "DRIVER_CANCEL" for "PDRIVER_CANCEL" or "DRIVER_CANCEL *";
  // "" if it names none.
  std::string roleOfType(std::string_view type) const;

  // What passing a function as argument `parameter` of `api` makes of it; empty if nothing. `api` may be the role of a
  // function pointer that is called.
  std::span<const Registration> registrations(std::string_view api, std::uint32_t parameter) const;
  // What storing a function into `record`::`field` makes of it. `record` may carry leading underscores and a trailing
  // "_V2"-like version; a row of an array field ("MajorFunction[]") is asked for with its plain name.
  std::span<const Registration> fieldRegistrations(std::string_view record, std::string_view field) const;
  // The row of a dispatch table for `irpMajor` ("IRP_MJ_READ") among those that make a function a `role`; null if none
  // speaks of that IRP type.
  const Registration* dispatchRow(std::string_view role, std::string_view irpMajor) const;
  // True if `api` calls argument `parameter` before it returns (KeSynchronizeExecution), so that it is a call, not a
  // new entry point.
  bool callsSynchronously(std::string_view api, std::uint32_t parameter) const;

  const Allocator* allocator(std::string_view api) const;
  const Deallocator* deallocator(std::string_view api) const;
  const LookasideList* lookasideList(std::string_view api) const;
  const ObjectWait* objectWait(std::string_view api) const;
  const SectionLock* sectionLock(std::string_view api) const;
  const Creation* creation(std::string_view api) const;
  // How the values of `type` ("POOL_TYPE"), a type of arguments that select a pool, are read.
  const PoolSelector* poolSelector(std::string_view type) const;
  const PointerFlows* pointerFlows(std::string_view api) const;
  // Of a record's member; the record without leading underscores.
  const PowerFlags* powerFlags(std::string_view record, std::string_view field) const;
  // True if the member of `record`, without leading underscores, holds an address that a process chose, in a driver
  // that the system enters as the callback roles of which `enters` is true.
  bool holdsUserAddress(std::string_view record, std::string_view field,
                        const std::function<bool(std::string_view role)>& enters) const;

  // Why objects of `type` (leading underscores allowed) must lie in resident memory; "" if they need not.
  std::string_view whyResident(std::string_view type) const;
  // The type of the object that argument `parameter` of `api` points to, if it must be resident; else "".
  std::string_view residentArgument(std::string_view api, std::uint32_t parameter) const;

  // The value of a named constant that conditions mention (PagedPool, POOL_FLAG_PAGED, UserMode, TRUE, DISPATCH_LEVEL).
  std::optional<std::int64_t> constant(std::string_view name) const;
  // "IRP_MJ_READ" for 3; "" for a number that is no major function code.
  std::string_view irpMajorName(std::int64_t code) const;

  // Sections, by the rules of the loader: "PAGE*" is pageable, "INIT" discardable.
  static bool isPageableSection(std::string_view section);
  static bool isDiscardableSection(std::string_view section);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace irqlint
