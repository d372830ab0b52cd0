// Every unsound choice of the analysis: a name, what is assumed, and why. `irqlint explain assumptions` prints them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "analyzer/model/Irql.h"

namespace irqlint {

// Variants of one IRQL state (same level, same locks) that a program point keeps apart by the values of variables.
constexpr std::size_t kVariantsPerIrqlState = 4;
// IRQL states that a program point keeps apart.
constexpr std::size_t kIrqlStatesPerBlock = 24;
// Valuations of a function's steering values that are analysed apart, per entry level.
constexpr std::size_t kContextsPerLevel = 8;
// The same, for valuations by constant arguments alone.
constexpr std::size_t kContextsByConstants = 96;
// Blocks of a function up to which its valuations are analysed apart even where nothing in it depends on the level.
constexpr std::size_t kSmallBody = 12;
// Steering values of one function.
constexpr std::size_t kSteeringValues = 24;
// Calls nested deeper than this are taken to leave the IRQL alone.
constexpr std::size_t kCallDepth = 250;
// Targets of one indirect call up to which a finding through it is definite.
constexpr std::size_t kDefiniteTargets = 8;
// Objects that one pointer may point to which are kept apart; beyond that it may point to any.
constexpr std::size_t kPointeesPerCell = 64;
// Events of a function up to which its calls are told apart if it hands out memory that it allocates.
constexpr std::size_t kWrapperEvents = 120;
// Such functions that call each other: calls are told apart up to this depth.
constexpr unsigned kDeepestWrapper = 4;
// Calls told apart, for each function of the program.
constexpr std::size_t kWrapperCallsPerFunction = 4;
// Values of an argument that selects a pool: so many are kept apart, through so many copies and calls, and over so many
// callers of a function that gets it as a parameter.
constexpr std::size_t kSelectorValues = 8;
constexpr unsigned kSelectorDepth = 12;
constexpr std::size_t kSelectorCallers = 32;
constexpr std::size_t kSelectorSteps = 1000;
// Helpers that call helpers to fill in one object: up to this depth each call's object gets what that call stores.
constexpr unsigned kDeepestHelper = 4;
// The level taken for a restored value, or a raise, of which nothing is known.
constexpr Irql kUnknownRestoredLevel = kPassiveLevel;
constexpr Irql kUnknownRaisedLevel = kDispatchLevel;

struct Assumption {
  std::string_view name;
  std::string_view text;
};

constexpr Assumption kAssumptions[] = {
    {"distinct-pointers",
     "Two different pointer expressions do not point to the same object, except that a store to a "
     "member through one forgets what is known of that member through others: without it every "
     "store would forget everything."},
    {"known-callees",
     "A function of which neither body nor contract is known leaves the IRQL as it is: nearly all do, "
     "and the report counts them."},
    {"unknown-conditions",
     "A contract condition that cannot be decided does not hold for what the call does, and makes "
     "a finding at most possible for what it requires."},
    {"unknown-restored-level",
     "A level that is restored from a value nothing is known of is PASSIVE_LEVEL: the value "
     "was saved before a raise, mostly from there."},
    {"unknown-raised-level",
     "A raise to a value nothing is known of ends at DISPATCH_LEVEL: most do, and higher ones "
     "break at least the same contracts."},
    {"representative-levels",
     "A function that may be entered at a range of levels is analysed at its lowest and its "
     "highest; DIRQL is one level for all devices."},
    {"joined-states",
     "At most 4 variants of one IRQL state and 24 IRQL states are kept apart at one place, and 8 "
     "valuations of a function's arguments for one entry level (96 by constant arguments alone); beyond "
     "that they join. --stats counts how often."},
    {"call-depth", "Calls nested more than 250 deep leave the IRQL alone: real ones are not."},
    {"function-pointers",
     "A pointer holds what is stored to it anywhere in the program, a record's member what is stored to it in the "
     "objects that are meant, or in any object of the type where these cannot be seen; up to 8 targets a call may "
     "reach any of them; beyond that, and where several calls through pointers share their targets, so that each may "
     "be "
     "meant for one of them, a finding through it is possible."},
    {"seen-objects",
     "An object of which the program is seen to fill in function pointers gets no others unseen, byte by byte; where "
     "it is one function alone, helpers that are given the object find it set."},
    {"constructed-classes",
     "A virtual call runs the overriders of the classes that the program is seen to make objects of; all "
     "overriders, where it makes none that fit."},
    {"distinct-parameters",
     "Two parameters of one function do not point to the same object, as far as it matters which lock a "
     "guard was given: one that is moved is not the one that it moves to."},
    {"unseen-callers",
     "A function nobody is seen to call is analysed at PASSIVE_LEVEL and DISPATCH_LEVEL; only what "
     "breaks at both is definite."},
    {"usual-levels",
     "Callbacks that may come at DISPATCH_LEVEL but rarely do (read, write and device control requests) "
     "give definite findings only for their usual level. Where the first call would break its contract at "
     "the other one, nobody comes that way at it, and what follows is not looked at for it."},
    {"guarded-locks",
     "Where a condition on memory nothing is known of decides whether a lock is taken or given back, only "
     "the driver knows which way is run: what breaks on the way around is possible, not definite."},
    {"handed-out-locks",
     "A function that returns zero at its entry level and anything else with a lock held does not return "
     "zero with the lock held."},
    {"locked-sections",
     "Code of a section that the driver locks down somewhere is resident whenever it runs raised: where the section "
     "is locked on demand, whoever unlocks it knows that its code no longer runs."},
    {"guessed-levels", "What breaks at a level that was restored from an unknown value is possible, not definite."},
    {"raised-exceptions",
     "An exception arises where a contract says so (may_raise), also inside the driver's own functions that are "
     "called; other APIs, the lock operations above all, do not raise."},
    {"possible-exceptions",
     "Inside __try an access through a pointer, or a call of which nothing is known, may raise: what breaks only "
     "because of that is possible, unless the guarded code leaves level and locks alone. Elsewhere they do not, nor at "
     "DISPATCH_LEVEL, where a page fault is a bug check."},
    {"exceptions-without-unwinding",
     "An exception that leaves a function without __try runs no destructors: drivers are built without unwinding."},
    {"macros-as-written", "Assertions are believed: what an assertion denies is not followed."},
};

}  // namespace irqlint
