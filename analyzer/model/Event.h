// One step of a function's control-flow graph, and the graph itself.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "analyzer/model/Expr.h"
#include "analyzer/model/Id.h"
#include "analyzer/model/Source.h"

namespace irqlint {

// A call. The callee is known, or is what `target` holds.
struct CallEvent {
  CallId id;                      // CallResult expressions name it
  FunctionRef callee;             // none: called through `target`
  ExprId target;                  // the value called through; none if `callee` is known
  std::vector<ExprId> arguments;  // a method's first argument is the object's address
  bool isVirtual = false;         // `callee` is what the static type says; an overrider may run
  bool isImplicit = false;        // constructor or destructor the source does not spell
  bool inAssertion = false;       // inside the condition of an assertion that free builds do not evaluate
  // Bit i: before the call converts it, argument i is a pointer to a structure or union.
  std::uint32_t recordArguments = 0;

  bool pointsToRecord(std::uint32_t argument) const { return argument < 32 && (recordArguments >> argument & 1) != 0; }

  friend bool operator==(const CallEvent&, const CallEvent&) = default;
};

// place <- value. Initialisers, ++ and compound assignments are assignments too.
struct AssignEvent {
  ExprId place;
  ExprId value;
  bool copiesRecord = false;  // both are structures or unions

  friend bool operator==(const AssignEvent&, const AssignEvent&) = default;
};

// return value; the edge to the exit follows. `value` is none in a void function.
struct ReturnEvent {
  ExprId value;

  friend bool operator==(const ReturnEvent&, const ReturnEvent&) = default;
};

// The programmer asserts that `condition` is non-zero (ASSERT, NT_ASSERT, __analysis_assume ...).
struct AssumeEvent {
  ExprId condition;

  friend bool operator==(const AssumeEvent&, const AssumeEvent&) = default;
};

// A function-like macro used in the function's body, or by a macro of the project that is used there, whatever it
// expands to; it comes before the events of its expansion. Annotations that stand in a body (_IRQL_limited_to_) come as
// macros too.
struct MacroEvent {
  StringId name;
  std::vector<StringId> arguments;     // as written
  std::vector<ExprId> argumentValues;  // the same as values, where they could be found; else empty or none

  friend bool operator==(const MacroEvent&, const MacroEvent&) = default;
};

struct Event {
  SourceLocation location;
  // The outermost function-like macro through whose body this event came; none if it is written out.
  StringId macro;
  std::variant<CallEvent, AssignEvent, ReturnEvent, AssumeEvent, MacroEvent> action;

  friend bool operator==(const Event&, const Event&) = default;
};

struct SwitchCase {
  std::int64_t low = 0;  // low..high, both included
  std::int64_t high = 0;
  BlockId target;

  friend bool operator==(const SwitchCase&, const SwitchCase&) = default;
};

enum class TerminatorKind : std::uint8_t {
  Jump,         // to successors[0]
  Branch,       // condition non-zero: successors[0], else successors[1]
  Switch,       // cases, else successors[0]
  Choice,       // any of the successors: the frontend does not know
  Return,       // leaves the function
  Unreachable,  // control does not pass (a call that does not return, an endless loop)
  Raise,        // leaves the function by the exception that brought control here
};

struct Terminator {
  TerminatorKind kind = TerminatorKind::Return;
  ExprId condition;  // Branch, Switch
  std::vector<BlockId> successors;
  std::vector<SwitchCase> cases;
  SourceLocation location;

  friend bool operator==(const Terminator&, const Terminator&) = default;
};

struct BasicBlock {
  std::vector<Event> events;
  Terminator terminator;
  // Where an exception that one of the events raises goes, in the state before that event; none: out of the function.
  BlockId handler;

  friend bool operator==(const BasicBlock&, const BasicBlock&) = default;
};

struct Local {
  StringId name;  // none for a temporary
  StringId type;
  SourceLocation location;

  friend bool operator==(const Local&, const Local&) = default;
};

// The control-flow graph of one function. Block 0 is the entry.
struct FunctionBody {
  ExprTable exprs;
  std::vector<Local> locals;
  std::vector<BasicBlock> blocks;
  std::uint32_t callCount = 0;
  SourceLocation end;  // the closing brace

  friend bool operator==(const FunctionBody&, const FunctionBody&) = default;
};

}  // namespace irqlint
