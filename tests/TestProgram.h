// Hand-made summaries and the programs linked and analysed from them, so that everything after the frontend is tested
// without a compiler.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/link/Program.h"
#include "analyzer/model/TuSummary.h"

namespace irqlint::test {

class TestFunction;

// One translation unit. Names that are used and not defined are declared on the way.
class TestTu {
 public:
  explicit TestTu(std::string mainFile = "driver.c") {
    unit.mainFile = mainFile;
    unit.files.push_back(std::move(mainFile));
  }

  // Starts the body of a function with external linkage.
  TestFunction define(std::string_view name, std::vector<std::string> parameters = {});
  // The same for a static function: its namesakes in other units are others.
  TestFunction defineStatic(std::string_view name, std::vector<std::string> parameters = {});

  FunctionRef function(std::string_view name, Linkage linkage = Linkage::External) {
    for (std::size_t i = 0; i < unit.functions.size(); ++i) {
      if (unit.functions[i].name == name) return FunctionRef(i);
    }
    FunctionSummary summary;
    summary.name = name;
    summary.linkage = linkage;
    summary.identity = linkage == Linkage::Internal ? unit.mainFile + ":" + summary.name : summary.name;
    summary.location = nextLine();
    unit.functions.push_back(std::move(summary));
    return FunctionRef(unit.functions.size() - 1);
  }

  GlobalRef global(std::string_view name) {
    for (std::size_t i = 0; i < unit.globals.size(); ++i) {
      if (unit.globals[i].name == name) return GlobalRef(i);
    }
    GlobalSummary summary;
    summary.name = summary.identity = name;
    summary.isDefinition = true;
    unit.globals.push_back(std::move(summary));
    return GlobalRef(unit.globals.size() - 1);
  }

  // An initialiser `global`[index] = &`function`.
  void initialise(std::string_view table, std::int64_t index, std::string_view function);
  // An initialiser `global`.`record`::`field` = &`function`.
  void initialise(std::string_view object, std::string_view record, std::string_view field, std::string_view function);

  SourceLocation nextLine() { return {FileId(0), ++line_, 1, 10}; }

  TuSummary unit;

 private:
  std::uint32_t line_ = 0;
};

// Builds the body of one function, event after event; each is on a line of its own.
class TestFunction {
 public:
  TestFunction(TestTu& tu, FunctionRef ref, std::vector<std::string> parameters) : tu_(tu), ref_(ref) {
    for (std::string& name : parameters) summary().parameters.push_back({std::move(name), "PVOID"});
    summary().location = tu_.nextLine();
    summary().body.emplace();
    current_ = newBlock();
  }
  TestFunction(const TestFunction&) = delete;
  TestFunction& operator=(const TestFunction&) = delete;

  FunctionSummary& summary() { return tu_.unit.functions[ref_.index()]; }
  TestFunction& role(std::string_view name) {
    summary().roles.emplace_back(name);
    return *this;
  }
  TestFunction& section(std::string_view name) {
    summary().section = {std::string(name), SectionOrigin::AllocText, tu_.nextLine()};
    return *this;
  }
  TestFunction& isInline() {
    summary().isInline = true;
    return *this;
  }

  // Values and places.
  ExprId integer(std::int64_t value) { return add({.kind = ExprKind::Integer, .value = value}); }
  ExprId parameter(std::int64_t index) { return add({.kind = ExprKind::Parameter, .value = index}); }
  ExprId local(std::string_view name) {
    std::vector<Local>& locals = body().locals;
    const StringId id = tu_.unit.strings.add(name);
    std::size_t at = 0;
    while (at < locals.size() && locals[at].name != id) ++at;
    if (at == locals.size()) locals.push_back({.name = id});
    return add({.kind = ExprKind::Local, .value = static_cast<std::int64_t>(at)});
  }
  ExprId global(std::string_view name) { return add({.kind = ExprKind::Global, .value = tu_.global(name).index()}); }
  ExprId function(std::string_view name) {
    return add({.kind = ExprKind::Function, .value = tu_.function(name).index()});
  }
  ExprId addressOf(ExprId place) { return add({.kind = ExprKind::AddressOf, .lhs = place}); }
  ExprId dereference(ExprId pointer) { return add({.kind = ExprKind::Dereference, .lhs = pointer}); }
  ExprId field(ExprId object, std::string_view record, std::string_view name) {
    const StringId recordId = tu_.unit.strings.add(record);
    return add({.kind = ExprKind::Field, .lhs = object, .record = recordId, .text = tu_.unit.strings.add(name)});
  }
  // pointer->name
  ExprId member(ExprId pointer, std::string_view record, std::string_view name) {
    return field(dereference(pointer), record, name);
  }
  // The address of the `record` whose member `name` is at `address`.
  ExprId container(ExprId address, std::string_view record, std::string_view name) {
    const StringId recordId = tu_.unit.strings.add(record);
    return add({.kind = ExprKind::Container, .lhs = address, .record = recordId, .text = tu_.unit.strings.add(name)});
  }
  ExprId element(ExprId array, ExprId index) { return add({.kind = ExprKind::Element, .lhs = array, .rhs = index}); }
  ExprId binary(Operator op, ExprId lhs, ExprId rhs) {
    return add({.kind = ExprKind::Binary, .op = op, .lhs = lhs, .rhs = rhs});
  }
  ExprId negation(ExprId operand) { return add({.kind = ExprKind::Unary, .op = Operator::Not, .lhs = operand}); }

  // Events; each returns the line it is on or, of a call, the result.
  ExprId call(std::string_view callee, std::vector<ExprId> arguments = {}) {
    return addCall({.callee = tu_.function(callee), .arguments = std::move(arguments)});
  }
  ExprId callThrough(ExprId target, std::vector<ExprId> arguments = {}) {
    return addCall({.target = target, .arguments = std::move(arguments)});
  }
  std::uint32_t assign(ExprId place, ExprId value) { return add(AssignEvent{place, value}); }
  std::uint32_t copyRecord(ExprId place, ExprId value) { return add(AssignEvent{place, value, true}); }
  std::uint32_t macro(std::string_view name) { return add(MacroEvent{.name = tu_.unit.strings.add(name)}); }
  // What the body of the macro `outermost` uses and calls.
  std::uint32_t macroWithin(std::string_view outermost, std::string_view name) {
    const std::uint32_t line = macro(name);
    body().blocks[open().index()].events.back().macro = tu_.unit.strings.add(outermost);
    return line;
  }
  std::uint32_t callWithin(std::string_view outermost, std::string_view callee) {
    call(callee);
    body().blocks[open().index()].events.back().macro = tu_.unit.strings.add(outermost);
    return line();
  }
  std::uint32_t assume(ExprId condition) { return add(AssumeEvent{condition}); }
  std::uint32_t returns(ExprId value = {}) {
    const std::uint32_t line = add(ReturnEvent{value});
    current_ = {};
    return line;
  }
  // The line of the newest event.
  std::uint32_t line() const { return line_; }

  // if (condition) then else otherwise
  void when(ExprId condition, const std::function<void()>& then, const std::function<void()>& otherwise = [] {}) {
    const BlockId test = open();
    const BlockId first = newBlock();
    const BlockId second = newBlock();
    body().blocks[test.index()].terminator = {
        .kind = TerminatorKind::Branch, .condition = condition, .successors = {first, second}};
    current_ = first;
    then();
    const BlockId afterFirst = current_;
    current_ = second;
    otherwise();
    const BlockId afterSecond = current_;
    current_ = {};
    if (!afterFirst && !afterSecond) return;
    const BlockId join = newBlock();
    if (afterFirst) jump(afterFirst, join);
    if (afterSecond) jump(afterSecond, join);
    current_ = join;
  }
  // while (condition) do
  void loop(ExprId condition, const std::function<void()>& repeat) {
    const BlockId head = newBlock();
    jump(open(), head);
    const BlockId first = newBlock();
    const BlockId after = newBlock();
    body().blocks[head.index()].terminator = {
        .kind = TerminatorKind::Branch, .condition = condition, .successors = {first, after}};
    current_ = first;
    repeat();
    if (current_) jump(current_, head);
    current_ = after;
  }

 private:
  FunctionBody& body() { return *summary().body; }
  ExprId add(const Expr& expr) { return body().exprs.add(expr); }
  BlockId newBlock() {
    body().blocks.emplace_back();
    body().end = tu_.nextLine();
    return BlockId(body().blocks.size() - 1);
  }
  BlockId open() {
    if (!current_) current_ = newBlock();  // nothing leads there
    return current_;
  }
  void jump(BlockId from, BlockId to) {
    body().blocks[from.index()].terminator = {.kind = TerminatorKind::Jump, .successors = {to}};
  }
  template <typename Action>
  std::uint32_t add(Action action) {
    const SourceLocation location = tu_.nextLine();
    body().blocks[open().index()].events.push_back({.location = location, .action = std::move(action)});
    body().end = tu_.nextLine();
    line_ = location.line;
    return line_;
  }
  ExprId addCall(CallEvent call) {
    call.id = CallId(body().callCount++);
    const CallId id = call.id;
    add(std::move(call));
    return add(Expr{.kind = ExprKind::CallResult, .value = id.index()});
  }

  TestTu& tu_;
  FunctionRef ref_;
  BlockId current_;  // none: control has left
  std::uint32_t line_ = 0;
};

inline TestFunction TestTu::define(std::string_view name, std::vector<std::string> parameters) {
  return TestFunction(*this, function(name), std::move(parameters));
}

inline TestFunction TestTu::defineStatic(std::string_view name, std::vector<std::string> parameters) {
  return TestFunction(*this, function(name, Linkage::Internal), std::move(parameters));
}

inline void TestTu::initialise(std::string_view table, std::int64_t index, std::string_view target) {
  ExprTable& exprs = unit.globalExprs;
  const ExprId array = exprs.add({.kind = ExprKind::Global, .value = global(table).index()});
  const ExprId at = exprs.add({.kind = ExprKind::Integer, .value = index});
  unit.initialisers.push_back({exprs.add({.kind = ExprKind::Element, .lhs = array, .rhs = at}),
                               exprs.add({.kind = ExprKind::Function, .value = function(target).index()}), nextLine()});
}

inline void TestTu::initialise(std::string_view object, std::string_view record, std::string_view name,
                               std::string_view target) {
  ExprTable& exprs = unit.globalExprs;
  const ExprId place = exprs.add({.kind = ExprKind::Global, .value = global(object).index()});
  unit.initialisers.push_back(
      {exprs.add(
           {.kind = ExprKind::Field, .lhs = place, .record = unit.strings.add(record), .text = unit.strings.add(name)}),
       exprs.add({.kind = ExprKind::Function, .value = function(target).index()}), nextLine()});
}

inline const DdiDatabase& ddi() {
  static const DdiDatabase database;
  return database;
}

// Units linked and, when asked, analysed.
class TestProgram {
 public:
  explicit TestProgram(const TestTu& tu) : TestProgram(std::vector<TuSummary>{tu.unit}) {}
  explicit TestProgram(std::vector<TuSummary> units) : program(linkProgram(std::move(units), ddi())) {}

  const AnalyzedProgram& analyzed() {
    if (!analyzed_) analyzed_ = std::make_unique<AnalyzedProgram>(analyse(program));
    return *analyzed_;
  }

  // The only function of that name; none if there is none.
  FunctionRef find(std::string_view name) const {
    for (std::size_t i = 0; i < program.functions.size(); ++i) {
      if (program.functions[i].name() == name) return FunctionRef(i);
    }
    return {};
  }
  // The entry points of `name`, in the program's order.
  std::vector<const EntryPoint*> entries(std::string_view name) const {
    std::vector<const EntryPoint*> found;
    for (const EntryPoint& entry : program.entryPoints) {
      if (program[entry.function].name() == name) found.push_back(&entry);
    }
    return found;
  }
  // "line callee" of each place that breaks something of `kind`, "(possible)" after those that are.
  std::vector<std::string> breaches(BreachKind kind) {
    std::vector<std::string> found;
    const auto place = [&](const Breach* breach, Certainty certainty) {
      found.push_back(std::to_string(breach->location.line) + " " + breach->callee +
                      (certainty == Certainty::Possible ? " (possible)" : ""));
    };
    for (const BreachGroup& group : analyzed().breaches([kind](const Breach& b) { return b.kind == kind; })) {
      place(group.breach, group.certainty);
      for (const Breach* other : group.sameCause) place(other, group.certainty);
    }
    return found;
  }
  // The levels `name` leaves behind when entered at `level`; empty if it is not.
  IrqlSet exits(std::string_view name, Irql level) {
    IrqlSet levels;
    for (const EntryLevel& entry : analyzed().entryLevels(find(name))) {
      if (entry.level == level) levels = levels | analyzed().exitLevels(entry.context);
    }
    return levels;
  }

  const Program program;

 private:
  std::unique_ptr<AnalyzedProgram> analyzed_;
};

// The names of what call number `call` of `caller` may run.
inline std::vector<std::string> targets(const TestProgram& program, std::string_view caller, std::size_t call) {
  std::vector<std::string> names;
  for (const FunctionRef target : program.program.targets(program.find(caller), CallId(call)).functions) {
    names.push_back(program.program[target].name());
  }
  return names;
}

// The names of the roles in which `function` is an entry point.
inline std::vector<std::string> roles(const TestProgram& program, std::string_view function) {
  std::vector<std::string> names;
  for (const EntryPoint* entry : program.entries(function)) names.push_back(entry->roleName);
  return names;
}

}  // namespace irqlint::test
