#include "analyzer/dataflow/PlaceText.h"

#include <string_view>

namespace irqlint {
namespace {

constexpr std::string_view kNameless = "...";

std::string orNameless(std::string_view text) { return std::string(text.empty() ? kNameless : text); }

}  // namespace

std::string placeText(const Program& program, FunctionRef function, ExprId place) {
  if (!place) return std::string(kNameless);
  const FunctionSummary* summary = function ? &program[function].summary : nullptr;
  const ExprTable& exprs = summary != nullptr ? summary->body->exprs : program.globalExprs;
  const Expr& expr = exprs[place];
  const auto number = static_cast<std::size_t>(expr.value);
  const auto text = [&](ExprId part) { return placeText(program, function, part); };
  switch (expr.kind) {
    case ExprKind::Global: return orNameless(program.globals[number].name);
    case ExprKind::Parameter: {
      const bool isNamed = summary != nullptr && number < summary->parameters.size();
      return orNameless(isNamed ? std::string_view(summary->parameters[number].name) : std::string_view());
    }
    case ExprKind::Local:
      return orNameless(summary != nullptr ? program.strings[summary->body->locals[number].name] : std::string_view());
    case ExprKind::Field: {
      const std::string member(program.strings[expr.text]);
      const Expr& object = exprs[expr.lhs];
      if (object.kind == ExprKind::Dereference) return text(object.lhs) + "->" + member;
      return text(expr.lhs) + "." + member;
    }
    case ExprKind::Dereference: return "*" + text(expr.lhs);
    case ExprKind::Element: {
      const Expr& array = exprs[expr.lhs];
      return text(array.kind == ExprKind::Dereference ? array.lhs : expr.lhs) + "[...]";
    }
    case ExprKind::AddressOf: return "&" + text(expr.lhs);
    default: return std::string(kNameless);
  }
}

}  // namespace irqlint
