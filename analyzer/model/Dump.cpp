#include "analyzer/model/Dump.h"

#include <string_view>

namespace irqlint {
namespace {

std::string_view spelling(Operator op) {
  switch (op) {
    case Operator::Not: return "!";
    case Operator::Negate:
    case Operator::Subtract: return "-";
    case Operator::Complement: return "~";
    case Operator::Equal: return "==";
    case Operator::NotEqual: return "!=";
    case Operator::Less: return "<";
    case Operator::LessEqual: return "<=";
    case Operator::Greater: return ">";
    case Operator::GreaterEqual: return ">=";
    case Operator::And: return "&&";
    case Operator::Or: return "||";
    case Operator::BitAnd: return "&";
    case Operator::BitOr: return "|";
    case Operator::BitXor: return "^";
    case Operator::ShiftLeft: return "<<";
    case Operator::ShiftRight: return ">>";
    case Operator::Add: return "+";
    case Operator::Multiply: return "*";
    case Operator::Divide: return "/";
    case Operator::Remainder: return "%";
    case Operator::None: break;
  }
  return "?";
}

std::string blockName(BlockId block) { return block ? "B" + std::to_string(block.index()) : "none"; }

class Dumper {
 public:
  Dumper(const TuSummary& summary, const FunctionBody* body)
      : summary_(summary), body_(body), exprs_(body == nullptr ? summary.globalExprs : body->exprs) {}

  std::string expr(ExprId id) const;
  std::string block(std::size_t index) const;

 private:
  std::string text(StringId id) const { return std::string(summary_.strings[id]); }
  std::string atom(const Expr& expr) const;
  std::string list(const std::vector<ExprId>& ids) const;
  std::string call(const CallEvent& call) const;
  std::string macro(const MacroEvent& macro) const;
  std::string event(const Event& event) const;
  std::string terminator(const Terminator& terminator) const;

  const TuSummary& summary_;
  const FunctionBody* body_;
  const ExprTable& exprs_;
};

std::string Dumper::atom(const Expr& expr) const {
  const auto index = static_cast<std::size_t>(expr.value);
  switch (expr.kind) {
    case ExprKind::Integer: return std::to_string(expr.value);
    case ExprKind::String: return '"' + text(expr.text) + '"';
    case ExprKind::Parameter: return "$" + std::to_string(expr.value);
    case ExprKind::Global: return summary_.globals[index].name;
    case ExprKind::Function: return summary_.functions[index].name;
    case ExprKind::CallResult: return "#" + std::to_string(expr.value);
    case ExprKind::Local: {
      const bool isNamed = body_ != nullptr && body_->locals[index].name;
      return isNamed ? text(body_->locals[index].name) : "%" + std::to_string(expr.value);
    }
    default: return "?";
  }
}

std::string Dumper::expr(ExprId id) const {
  if (!id) return "none";
  const Expr& here = exprs_[id];
  switch (here.kind) {
    case ExprKind::Field:
      if (exprs_[here.lhs].kind == ExprKind::Dereference) return expr(exprs_[here.lhs].lhs) + "->" + text(here.text);
      return expr(here.lhs) + "." + text(here.text);
    case ExprKind::Dereference: return "*" + expr(here.lhs);
    case ExprKind::Element:
      if (exprs_[here.lhs].kind == ExprKind::Dereference) return "(" + expr(here.lhs) + ")[" + expr(here.rhs) + "]";
      return expr(here.lhs) + "[" + expr(here.rhs) + "]";
    case ExprKind::AddressOf: return "&" + expr(here.lhs);
    case ExprKind::Container: return "container(" + expr(here.lhs) + ", ." + text(here.text) + ")";
    case ExprKind::Unary: return std::string(spelling(here.op)) + expr(here.lhs);
    case ExprKind::Binary:
      return "(" + expr(here.lhs) + " " + std::string(spelling(here.op)) + " " + expr(here.rhs) + ")";
    default: return atom(here);
  }
}

std::string Dumper::list(const std::vector<ExprId>& ids) const {
  std::string line;
  for (const ExprId id : ids) line += (line.empty() ? "" : ", ") + expr(id);
  return line;
}

std::string Dumper::call(const CallEvent& call) const {
  const std::string callee =
      call.callee ? summary_.functions[call.callee.index()].name : "(*" + expr(call.target) + ")";
  std::string line = "#" + std::to_string(call.id.index()) + " = " + callee + "(" + list(call.arguments) + ")";
  if (call.isVirtual) line += " virtual";
  if (call.isImplicit) line += " implicit";
  if (call.inAssertion) line += " asserted";
  return line;
}

std::string Dumper::macro(const MacroEvent& macro) const {
  std::string written;
  for (const StringId argument : macro.arguments) written += (written.empty() ? "" : ", ") + text(argument);
  std::string line = "macro " + text(macro.name) + "(" + written + ")";
  if (!macro.argumentValues.empty()) line += " {" + list(macro.argumentValues) + "}";
  return line;
}

std::string Dumper::event(const Event& event) const {
  std::string line;
  if (const auto* made = std::get_if<CallEvent>(&event.action)) line = call(*made);
  if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
    line = expr(assign->place) + " = " + expr(assign->value);
  }
  if (const auto* result = std::get_if<ReturnEvent>(&event.action)) {
    line = result->value ? "return " + expr(result->value) : "return";
  }
  if (const auto* assume = std::get_if<AssumeEvent>(&event.action)) line = "assume " + expr(assume->condition);
  if (const auto* use = std::get_if<MacroEvent>(&event.action)) line = macro(*use);
  return event.macro ? line + " via " + text(event.macro) : line;
}

std::string Dumper::terminator(const Terminator& terminator) const {
  std::string targets;
  for (const BlockId target : terminator.successors) targets += " " + blockName(target);
  switch (terminator.kind) {
    case TerminatorKind::Jump: return "goto" + targets;
    case TerminatorKind::Branch:
      return "if " + expr(terminator.condition) + " " + blockName(terminator.successors[0]) + " else " +
             blockName(terminator.successors[1]);
    case TerminatorKind::Switch: {
      std::string line = "switch " + expr(terminator.condition);
      for (const SwitchCase& one : terminator.cases) {
        line += " " + std::to_string(one.low);
        if (one.high != one.low) line += ".." + std::to_string(one.high);
        line += ":" + blockName(one.target);
      }
      return line + " else" + targets;
    }
    case TerminatorKind::Choice: return "choice" + targets;
    case TerminatorKind::Return: return "exit";
    case TerminatorKind::Unreachable: return "unreachable";
    case TerminatorKind::Raise: return "raise";
  }
  return "?";
}

std::string Dumper::block(std::size_t index) const {
  const BasicBlock& block = body_->blocks[index];
  std::string lines = "B" + std::to_string(index) + ":";
  if (block.handler) lines += " raises to " + blockName(block.handler);
  lines += "\n";
  for (const Event& one : block.events) lines += "  " + event(one) + "\n";
  return lines + "  " + terminator(block.terminator) + "\n";
}

}  // namespace

std::string dump(const TuSummary& summary, const FunctionBody* body, ExprId id) {
  return Dumper(summary, body).expr(id);
}

std::string dump(const TuSummary& summary, const FunctionBody& body) {
  const Dumper dumper(summary, &body);
  std::string lines;
  for (std::size_t index = 0; index < body.blocks.size(); ++index) lines += dumper.block(index);
  return lines;
}

std::string dump(const TuSummary& summary) {
  std::string lines;
  for (const FunctionSummary& function : summary.functions) {
    lines += "function " + function.name;
    if (!function.section.name.empty()) lines += " in " + function.section.name;
    for (const std::string& role : function.roles) lines += " as " + role;
    if (function.codeBytes) lines += ", " + std::to_string(*function.codeBytes) + " bytes";
    lines += function.body ? "\n" + dump(summary, *function.body) : "\n";
  }
  for (const GlobalSummary& global : summary.globals) {
    lines += "global " + global.name;
    if (!global.section.name.empty()) lines += " in " + global.section.name;
    if (global.bytes) lines += ", " + std::to_string(*global.bytes) + " bytes";
    lines += "\n";
  }
  for (const Initialiser& part : summary.initialisers) {
    lines += "  " + dump(summary, nullptr, part.place) + " = " + dump(summary, nullptr, part.value) + "\n";
  }
  for (const Problem& problem : summary.problems) lines += "problem: " + problem.message + "\n";
  return lines;
}

}  // namespace irqlint
