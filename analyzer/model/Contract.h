// What a DDI (or an annotated function) requires of its caller's IRQL and does to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analyzer/model/Irql.h"

namespace irqlint {

// A level a contract names: a fixed one, or the value of a parameter.
struct LevelSource {
  std::variant<Irql, std::uint32_t> value;  // index 0: level; index 1: parameter number

  friend bool operator==(const LevelSource&, const LevelSource&) = default;
};

// Where a raise leaves the old level, or a restore takes it from.
struct LevelPlace {
  enum class Kind : std::uint8_t {
    Return,     // the function's result
    Parameter,  // parameter `parameter` itself (restores)
    Pointee,    // what parameter `parameter` points to
    Lock,       // kept by the lock object that parameter `parameter` names, of kind `lockKind`
    Member,     // member `member` of what parameter `parameter` points to
  };
  Kind kind = Kind::Return;
  std::uint32_t parameter = 0;
  std::string lockKind;  // "QueuedSpinLock", "FastMutex", ...: pairs acquire with release
  std::string member{};

  friend bool operator==(const LevelPlace&, const LevelPlace&) = default;
};

enum class ContractEffect : std::uint32_t {
  Waits = 1u << 0,
  TouchesPageable = 1u << 1,
  NeedsResidentArgs = 1u << 2,
  RegistersCallback = 1u << 3,
  AllocatesPool = 1u << 4,
  FreesPool = 1u << 5,
  CriticalRegionEnter = 1u << 6,
  CriticalRegionLeave = 1u << 7,
  RequiresApcsDisabled = 1u << 8,
  ReturnsCurrentIrql = 1u << 9,   // the result is the level of the call
  AssertsPagedCode = 1u << 10,    // PAGED_CODE and its relatives
  LocksPagedCode = 1u << 11,      // PAGED_CODE_LOCKED: pageable, but locked down while it runs
  RaisesUntilWait = 1u << 12,     // returns at DISPATCH_LEVEL; the wait that must follow at once lowers it again
  GuardedRegionEnter = 1u << 13,  // special kernel APCs are off too, as at APC_LEVEL
  GuardedRegionLeave = 1u << 14,
  MayBeDiscarded = 1u << 15,      // a callback the system has no use for once the driver is initialised
  PowersUp = 1u << 16,            // a callback on the way to the working state; the paging disk may still be off
  PowersDown = 1u << 17,          // a callback on the way out of it; the paging disk may be off already
  ForbidsPowerPaging = 1u << 18,  // says that the device is not power pageable
  AllowsPowerPaging = 1u << 19,   // says that it is
  WantsNoSpinLock = 1u << 20,     // what it runs may want a lock that its caller holds
  // Waits for I/O that a special kernel APC ends: below APC_LEVEL, in no guarded region.
  RequiresApcsEnabled = 1u << 21,
  ServesPagingIo = 1u << 22,           // says that the driver may be asked for the very pages that are not in memory
  OptsOutOfExecutablePool = 1u << 24,  // nonpaged pool is not executable from then on
  StoresPointer = 1u << 23,            // stores its second argument where the first one points
  RegistersFileSystem = 1u << 26,      // makes the driver a file system, the highest in its stack
  RunsHandedWork = 1u << 27,           // a callback that may carry out any request, for whoever took it
  NoPagingIo = 1u << 28,               // a callback that has no part in bringing pages in
  BorrowsArgs = 1u << 25,              // keeps no pointer to its arguments, and lets nobody use them at a higher level
};

using ContractEffects = std::uint32_t;  // a set of ContractEffect
constexpr bool has(ContractEffects effects, ContractEffect effect) {
  return (effects & static_cast<std::uint32_t>(effect)) != 0;
}

// What one call must obey and does. `minimum` absent: PASSIVE_LEVEL; `maximum` absent: unknown, so never a finding.
struct ContractTerms {
  std::optional<Irql> minimum;
  std::optional<Irql> maximum;
  std::optional<LevelSource> raises;   // the level on return
  std::optional<LevelPlace> saves;     // where the level before goes
  std::optional<LevelPlace> restores;  // where the level on return comes from
  std::optional<LevelSource> lowers;   // the level on return, below the one before
  ContractEffects effects = 0;

  friend bool operator==(const ContractTerms&, const ContractTerms&) = default;
};

// One alternative: where `when` holds, the fields that `replaces` names take these values.
struct ContractCondition {
  std::string when;  // source text of the condition; ddi/Condition.h reads it
  ContractTerms terms;
  bool replacesMinimum = false;
  bool replacesMaximum = false;
  bool replacesRaises = false;  // raises, saves, restores and lowers; all absent: the level is unchanged
  bool replacesEffects = false;

  friend bool operator==(const ContractCondition&, const ContractCondition&) = default;
};

enum class LockAction : std::uint8_t {
  Acquire,
  TryAcquire,  // held only if the result is not zero
  Release,
};

enum class LockKind : std::uint8_t {
  Spin,
  ReaderWriterSpin,
  Interrupt,  // the spin lock of an interrupt, taken at its DIRQL
  FastMutex,
  GuardedMutex,
  PushLock,
  Resource,  // ERESOURCE
  WaitLock,  // a framework's passive-level lock
};

// Which lock a call takes or gives back; what that does to the level is in the terms.
struct LockEffect {
  LockAction action = LockAction::Acquire;
  LockKind kind = LockKind::Spin;
  bool shared = false;                     // several may hold it so at once
  std::optional<std::uint32_t> parameter;  // the lock object
  std::optional<std::uint32_t>
      handle;          // a queue handle or lock state: pairs release with acquire, on its own if need be
  std::string global;  // the one lock of that name ("cancel"), where no parameter says which
  // TryAcquire that cannot fail when this argument is not zero.
  std::optional<std::uint32_t> waitParameter;
  // Acquire that fails, as a result that is not zero says, only if this argument is not null.
  std::optional<std::uint32_t> timeoutParameter;

  friend bool operator==(const LockEffect&, const LockEffect&) = default;
};

enum class ContractConfidence : std::uint8_t {
  Inferred,
  Documented,
  Curated,
  Annotated
};  // Annotated: SAL in the code

struct Contract {
  std::string name;
  bool isCallback = false;
  ContractTerms terms;                        // true whatever the arguments
  std::vector<ContractCondition> conditions;  // of each field, the first that holds and replaces it wins
  std::vector<std::string> parameters;        // names, which conditions refer to
  // Of callbacks: the lock that the system took before the call and that the callback gives back, at the level that
  // terms.restores names.
  std::optional<LockEffect> lock;
  std::optional<LevelPlace> notesLevel;       // the object that keeps the level of the call (kind Lock)
  std::optional<LevelPlace> needsNotedLevel;  // the object whose kept level the call must be made at (kind Lock)
  std::optional<Irql> bodyMaximum;            // of annotated functions: the level is never above it inside
  std::optional<Irql> bodyMinimum;            // nor below
  ContractConfidence confidence =
      ContractConfidence::Documented;  // Inferred: the page is silent; report nothing on it alone
  // Under which condition a call may raise an exception, `when` being empty for any call; none: never.
  std::optional<ContractCondition> mayRaise;
  bool isPure = false;
  bool calledBySystem = true;        // callbacks only; false: the driver calls it through a pointer the system provides
  std::optional<Irql> usualMaximum;  // callbacks only: the highest level at which it is commonly entered
  std::optional<Irql> fileSystemMaximum;  // the same for what it is entered at all, if the driver is a file system
  // Of callbacks: false for one that releases a lock taken by the system. Of annotated functions: true if they say so.
  bool mustReturnAtEntryLevel = true;
  std::string alias;  // the name this one stands for; "" if none
  std::string note;   // what a reader should know beside the levels; may be ""

  friend bool operator==(const Contract&, const Contract&) = default;
};

}  // namespace irqlint
