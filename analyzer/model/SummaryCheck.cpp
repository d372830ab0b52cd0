#include "analyzer/model/SummaryCheck.h"

#include <string>
#include <utility>

#include "analyzer/model/FieldPath.h"

namespace irqlint {
namespace {

// What expressions and events of one body, or of the globals, may refer to.
struct Extent {
  std::size_t exprs = 0;
  std::size_t parameters = 0;
  std::size_t locals = 0;
  std::size_t calls = 0;
  std::size_t blocks = 0;
};

bool isUnary(Operator op) { return op >= Operator::Not && op <= Operator::Complement; }
bool isBinary(Operator op) { return op >= Operator::Equal; }

// Each function is false, with error() set, at the first thing that is wrong.
class Checker {
 public:
  explicit Checker(const TuSummary& summary) : summary_(summary) {}

  std::optional<Error> run() {
    checkAll();
    return std::move(error_);
  }

 private:
  bool fail(const FieldPath& path, std::string_view what) {
    error_ = Error(std::string(what)).within(path.text());
    return false;
  }

  template <typename Tag>
  bool within(Id<Tag> id, std::size_t size, const FieldPath& parent, const char* field) {
    if (id && id.index() < size) return true;
    return fail(FieldPath(parent, field), id ? "index out of range" : "index missing");
  }
  template <typename Tag>
  bool noneOrWithin(Id<Tag> id, std::size_t size, const FieldPath& parent, const char* field) {
    return !id || within(id, size, parent, field);
  }
  bool location(const SourceLocation& at, const FieldPath& parent) {
    return noneOrWithin(at.file, summary_.files.size(), parent, "location");
  }
  bool string(StringId id, const FieldPath& parent, const char* field) {
    return noneOrWithin(id, summary_.strings.all().size(), parent, field);
  }

  // Calls `check(element, path)` for each element until one fails.
  template <typename List, typename Check>
  bool all(const List& list, const FieldPath& parent, const char* field, Check check) {
    const FieldPath path(parent, field);
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!check(list[i], FieldPath(path, i))) return false;
    }
    return true;
  }

  bool checkAll() {
    const FieldPath root;
    if (summary_.files.empty() || summary_.files[0] != summary_.mainFile) {
      return fail(FieldPath(root, "files"), "does not begin with the main file");
    }
    if (summary_.fileLines.size() != summary_.files.size()) {
      return fail(FieldPath(root, "fileLines"), "not as many as files");
    }
    if (summary_.fileHashes.size() != summary_.files.size()) {
      return fail(FieldPath(root, "fileHashes"), "not as many as files");
    }
    const Extent globals{summary_.globalExprs.size(), 0, 0, 0, 0};
    return all(summary_.functions, root, "functions",
               [&](const auto& f, const FieldPath& p) { return function(f, p); }) &&
           all(summary_.globals, root, "globals",
               [&](const auto& g, const FieldPath& p) {
                 return location(g.location, p) && location(g.section.location, p);
               }) &&
           exprs(summary_.globalExprs, globals, FieldPath(root, "globalExprs")) &&
           all(summary_.initialisers, root, "initialisers",
               [&](const Initialiser& i, const FieldPath& p) {
                 return within(i.place, globals.exprs, p, "place") && within(i.value, globals.exprs, p, "value") &&
                        location(i.location, p);
               }) &&
           all(summary_.functionPointerFields, root, "functionPointerFields",
               [&](const FunctionPointerField& field, const FieldPath& p) {
                 return string(field.record, p, "record") && string(field.field, p, "field") &&
                        string(field.type, p, "type");
               }) &&
           all(summary_.problems, root, "problems",
               [&](const auto& x, const FieldPath& p) { return location(x.location, p); }) &&
           all(summary_.allocTexts, root, "allocTexts",
               [&](const AllocText& directive, const FieldPath& p) {
                 return location(directive.location, p) && location(directive.definition, p);
               }) &&
           all(summary_.suppressions, root, "suppressions",
               [&](const auto& x, const FieldPath& p) {
                 return location(x.location, p) && within(x.coveredFile(), summary_.files.size(), p, "file");
               }) &&
           all(summary_.ownRecords, root, "ownRecords",
               [&](StringId record, const FieldPath& p) { return string(record, p, "name"); });
  }

  bool function(const FunctionSummary& function, const FieldPath& path) {
    return location(function.location, path) && location(function.section.location, path) &&
           all(function.annotations, path, "annotations",
               [&](const Annotation& annotation, const FieldPath& p) {
                 return annotation.target != AnnotationTarget::Parameter ||
                        annotation.parameter < function.parameters.size() || fail(p, "no such parameter");
               }) &&
           all(function.overrides, path, "overrides",
               [&](FunctionRef ref, const FieldPath& p) {
                 return within(ref, summary_.functions.size(), p, "method");
               }) &&
           (!function.codeBytes || function.body || fail(FieldPath(path, "codeBytes"), "of no body")) &&
           (!function.site || site(*function.site, FieldPath(path, "site"))) &&
           (!function.body || body(*function.body, function.parameters.size(), FieldPath(path, "body")));
  }

  bool site(const DefinitionSite& site, const FieldPath& path) {
    return location(site.declared, path) && location(site.start, path) && location(site.open, path) &&
           location(site.lastDeclaration, path) && location(site.firstStatement, path);
  }

  bool body(const FunctionBody& body, std::size_t parameters, const FieldPath& path) {
    const Extent extent{body.exprs.size(), parameters, body.locals.size(), body.callCount, body.blocks.size()};
    if (body.blocks.empty()) return fail(FieldPath(path, "blocks"), "no entry block");
    return exprs(body.exprs, extent, FieldPath(path, "exprs")) &&
           all(body.locals, path, "locals",
               [&](const Local& local, const FieldPath& p) {
                 return string(local.name, p, "name") && string(local.type, p, "type") && location(local.location, p);
               }) &&
           all(body.blocks, path, "blocks",
               [&](const BasicBlock& block, const FieldPath& p) {
                 return all(block.events, p, "events",
                            [&](const Event& e, const FieldPath& at) { return event(e, extent, at); }) &&
                        terminator(block.terminator, extent, FieldPath(p, "terminator")) &&
                        noneOrWithin(block.handler, extent.blocks, p, "handler");
               }) &&
           location(body.end, path);
  }

  bool exprs(const ExprTable& table, const Extent& extent, const FieldPath& path) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (!expr(table[ExprId(i)], i, extent, FieldPath(path, i))) return false;
    }
    return true;
  }

  // `index`: the expression's own; its operands come before it.
  bool expr(const Expr& expr, std::size_t index, const Extent& extent, const FieldPath& path) {
    const auto value = [&](std::size_t size) {
      const bool inRange = expr.value >= 0 && static_cast<std::uint64_t>(expr.value) < size;
      return inRange || fail(FieldPath(path, "value"), "index out of range");
    };
    const bool operandsFit = noneOrWithin(expr.lhs, index, path, "lhs") && noneOrWithin(expr.rhs, index, path, "rhs") &&
                             string(expr.record, path, "record") && string(expr.text, path, "text");
    if (!operandsFit) return false;
    switch (expr.kind) {
      case ExprKind::Unknown:
      case ExprKind::Integer: return true;
      case ExprKind::String: return within(expr.text, summary_.strings.all().size(), path, "text");
      case ExprKind::Parameter: return value(extent.parameters);
      case ExprKind::Local: return value(extent.locals);
      case ExprKind::Global: return value(summary_.globals.size());
      case ExprKind::Function: return value(summary_.functions.size());
      case ExprKind::CallResult: return value(extent.calls);
      case ExprKind::Field:
      case ExprKind::Dereference:
      case ExprKind::Container:
      case ExprKind::AddressOf: return within(expr.lhs, index, path, "lhs");
      case ExprKind::Unary:
        return within(expr.lhs, index, path, "lhs") && (isUnary(expr.op) || fail(FieldPath(path, "op"), "not unary"));
      case ExprKind::Element: return within(expr.lhs, index, path, "lhs") && within(expr.rhs, index, path, "rhs");
      case ExprKind::Binary:
        return within(expr.lhs, index, path, "lhs") && within(expr.rhs, index, path, "rhs") &&
               (isBinary(expr.op) || fail(FieldPath(path, "op"), "not binary"));
    }
    return fail(path, "no such kind");
  }

  bool event(const Event& event, const Extent& extent, const FieldPath& path) {
    return location(event.location, path) && string(event.macro, path, "macro") &&
           std::visit([&](const auto& action) { return this->action(action, extent, path); }, event.action);
  }

  bool action(const CallEvent& call, const Extent& extent, const FieldPath& path) {
    return within(call.id, extent.calls, path, "id") &&
           noneOrWithin(call.callee, summary_.functions.size(), path, "callee") &&
           noneOrWithin(call.target, extent.exprs, path, "target") &&
           (call.callee || call.target || fail(FieldPath(path, "callee"), "neither callee nor target")) &&
           all(call.arguments, path, "arguments",
               [&](ExprId id, const FieldPath& p) { return within(id, extent.exprs, p, "value"); });
  }
  bool action(const AssignEvent& assign, const Extent& extent, const FieldPath& path) {
    return within(assign.place, extent.exprs, path, "place") && within(assign.value, extent.exprs, path, "value");
  }
  bool action(const ReturnEvent& event, const Extent& extent, const FieldPath& path) {
    return noneOrWithin(event.value, extent.exprs, path, "value");
  }
  bool action(const AssumeEvent& assume, const Extent& extent, const FieldPath& path) {
    return within(assume.condition, extent.exprs, path, "condition");
  }
  bool action(const MacroEvent& macro, const Extent& extent, const FieldPath& path) {
    return within(macro.name, summary_.strings.all().size(), path, "name") &&
           all(macro.arguments, path, "arguments",
               [&](StringId id, const FieldPath& p) { return string(id, p, "text"); }) &&
           all(macro.argumentValues, path, "argumentValues",
               [&](ExprId id, const FieldPath& p) { return noneOrWithin(id, extent.exprs, p, "value"); });
  }

  bool terminator(const Terminator& terminator, const Extent& extent, const FieldPath& path) {
    const std::size_t successors = terminator.successors.size();
    const TerminatorKind kind = terminator.kind;
    const bool leaves =
        kind == TerminatorKind::Return || kind == TerminatorKind::Unreachable || kind == TerminatorKind::Raise;
    const bool countFits = (kind == TerminatorKind::Jump && successors == 1) ||
                           (kind == TerminatorKind::Branch && successors == 2) ||
                           (kind == TerminatorKind::Switch && successors == 1) ||
                           (kind == TerminatorKind::Choice && successors >= 1) || (leaves && successors == 0);
    if (!countFits) return fail(FieldPath(path, "successors"), "wrong number of them");
    const bool decides = kind == TerminatorKind::Branch || kind == TerminatorKind::Switch;
    if (decides && !within(terminator.condition, extent.exprs, path, "condition")) return false;
    return noneOrWithin(terminator.condition, extent.exprs, path, "condition") &&
           all(terminator.successors, path, "successors",
               [&](BlockId id, const FieldPath& p) { return within(id, extent.blocks, p, "block"); }) &&
           all(terminator.cases, path, "cases",
               [&](const SwitchCase& c, const FieldPath& p) { return within(c.target, extent.blocks, p, "target"); }) &&
           location(terminator.location, path);
  }

  const TuSummary& summary_;
  std::optional<Error> error_;
};

}  // namespace

std::optional<Error> checkSummary(const TuSummary& summary) { return Checker(summary).run(); }

}  // namespace irqlint
